import { type Kept, type Kind, MOST_WAITING, type Outgoing, type Records, type Store } from '../../src/ports.ts';
import { KINDS, oldestKept, TERMS, TURNS_KEPT } from '../../src/terms.ts';
import { placeOf, type Turn } from '../../src/turn.ts';

type State = {
  booked: Map<string, { on: string; turn: Turn }>;
  settled: Map<string, { on: string }>;
  outbox: Map<string, Outgoing['message']>;
  records: Map<Kind, Map<string, { on: string; item: object }>>;
};

/** What a store promises, in the fewest words and with nothing of the other stores: for one thing at a time, in memory. */
export function openModel(today: () => string): Store {
  let state: State = {
    booked: new Map(),
    settled: new Map(),
    outbox: new Map(),
    records: new Map(KINDS.map((kind) => [kind, new Map()])),
  };

  const recordsOf = (of: State, on: string) =>
    Object.fromEntries(
      KINDS.map((kind) => {
        const rows = of.records.get(kind) as Map<string, { on: string; item: object }>;
        return [
          kind,
          {
            get: async (id: string) => rows.get(id)?.item,
            list: async (where: object) =>
              [...rows.values()]
                .map(({ item }) => item)
                .filter((item) =>
                  Object.entries(where).every(([key, value]) => (item as Record<string, unknown>)[key] === value),
                ),
            put: async (id: string, item: object) => void rows.set(id, { on, item }),
            remove: async (id: string) => void rows.delete(id),
          },
        ];
      }),
    ) as unknown as Records;

  function* everything(): Generator<Kept> {
    for (const [id, { on, turn }] of state.booked) yield { kept: 'turn', id, on, turn };
    for (const [id, { on }] of state.settled) yield { kept: 'turn', id, on };
    for (const [id, message] of state.outbox) yield { kept: 'outgoing', id, message };
    for (const [kind, rows] of state.records)
      for (const [id, { on, item }] of rows) yield { kept: 'record', kind, id, on, item };
  }

  return {
    async book(turn) {
      if (state.booked.has(turn.id) || state.settled.has(turn.id)) return false;
      state.booked.set(turn.id, { on: today(), turn });
      return true;
    },
    read: (look) => look(recordsOf(structuredClone(state), today())),
    unsettled: async (place) =>
      [...state.booked.values()].map(({ turn }) => turn).filter((turn) => !place || placeOf(turn) === place),
    async settle(id, act) {
      if (state.settled.has(id)) return [];
      const next = structuredClone(state);
      const messages = await act(recordsOf(next, today()));
      next.settled.set(id, { on: next.booked.get(id)?.on ?? today() });
      next.booked.delete(id);
      for (const [at, message] of messages.entries()) next.outbox.set(`${id}/${at}`, message);
      state = next;
      return messages;
    },
    outbox: {
      async waiting() {
        const places = Map.groupBy(state.outbox, ([, { to }]) => `${to.channel} ${to.id}`);
        const first = new Set([...places.values()].flatMap((all) => all.slice(0, MOST_WAITING)));
        return [...state.outbox].flatMap(([id, message]) =>
          [...first].some(([one]) => one === id) ? [{ id, message }] : [],
        );
      },
      arrived: async (id) => void state.outbox.delete(id),
    },
    alone: (_name, task) => task(),
    healthy: async () => true,
    async tidy(day) {
      for (const rows of [state.booked, state.settled])
        for (const [id, { on }] of rows) if (on < oldestKept(day, TURNS_KEPT)) rows.delete(id);
      for (const [kind, rows] of state.records) {
        const term = TERMS[kind];
        for (const [id, { on }] of rows) if (term !== null && on < oldestKept(day, term)) rows.delete(id);
      }
    },
    async *everything() {
      yield* everything();
    },
    fill: () => Promise.reject(new Error('the model is not filled')),
    close: async () => undefined,
  };
}
