import fc from 'fast-check';
import { StoreError } from '../../src/errors.ts';
import type { Records, Store } from '../../src/ports.ts';
import { message, turn } from './things.ts';

/** What is done to a store, in any order. */
export type Command =
  | { do: 'book'; id: string; place: string }
  | { do: 'settle'; id: string; changes: Change[]; messages: string[]; fails: boolean }
  | { do: 'arrived'; at: number }
  | { do: 'look'; place: string; id: string; where: Where }
  | { do: 'day'; day: string }
  | { do: 'tidy'; day: string };
type Change = { id: string; kind: 'notes' | 'receipts' | 'counters'; last?: Value; first: boolean };
type Value = string | number | boolean | null;
type Where = { last?: Value; more?: Value };

const ids = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', '1', '', 'x\u0000', '\ud800', 'é'.repeat(600));
const days = fc.constantFrom('2026-11-21', '2026-12-01', '2027-01-15', '2027-12-31', '2034-01-01');
const values = fc.oneof(
  fc.constantFrom<Value>('', 'open', '1', 'true', '\u0000', '\udc00', '"', '\\', 'é'.repeat(150)),
  fc.constantFrom<Value>(0, 1, 1.5, 1e300, true, false, null),
);
const places = fc.constantFrom('p', 'q', 'r\u0000');

export const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('book' as const), id: ids, place: places }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      id: ids,
      changes: fc.uniqueArray(
        fc.record(
          {
            id: ids,
            kind: fc.constantFrom('notes' as const, 'receipts' as const, 'counters' as const),
            last: values,
            first: fc.boolean(),
          },
          { requiredKeys: ['id', 'kind', 'first'] },
        ),
        { maxLength: 4, selector: ({ kind, id }) => `${kind} ${id}` },
      ),
      messages: fc.array(places, { maxLength: 3 }),
      fails: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arrived' as const), at: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('look' as const),
      place: places,
      id: ids,
      where: fc.record({ last: values, more: values }, { requiredKeys: [] }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('day' as const), day: days }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tidy' as const), day: days }) },
);

/** Does it, and says all that can be seen of it. */
export async function does(store: Store, command: Command): Promise<unknown> {
  switch (command.do) {
    case 'book':
      return store.book({ ...turn(command.id), at: { channel: 'web', id: command.place } });
    case 'settle':
      return settled(store, command);
    case 'arrived':
      return store.outbox.arrived((await store.outbox.waiting())[command.at]?.id ?? 'none');
    case 'look':
      return looked(store, command);
    case 'day':
      return undefined;
    case 'tidy':
      return store.tidy(command.day);
  }
}

async function settled(store: Store, { id, changes, messages, fails }: Extract<Command, { do: 'settle' }>) {
  const seen: unknown[] = [];
  try {
    const said = await store.settle(id, async (records) => {
      for (const change of changes) {
        const collection = of(records, change.kind);
        if (change.first) seen.push(await collection.get(change.id), inAnyOrder(await collection.list({})));
        if (change.last === undefined) await collection.remove(change.id);
        else await collection.put(change.id, { last: change.last, more: change.id, deep: { last: [change.last] } });
        seen.push(inAnyOrder(await collection.list(change.last === undefined ? {} : { last: change.last })));
      }
      if (fails) throw new Error('the act fails');
      return messages.map((place, at) => message(`${id} ${at}`, place));
    });
    return [said, seen];
  } catch (error) {
    return [error instanceof StoreError ? 'the store fails' : String(error), seen];
  }
}

/** In which order a turn finds what it has just put is not promised. */
function inAnyOrder(items: readonly object[]): string[] {
  return items.map((item) => JSON.stringify(item)).toSorted();
}

async function looked(store: Store, { place, id, where }: Extract<Command, { do: 'look' }>) {
  return [
    await store.unsettled(),
    await store.unsettled(`web:ann web ${place}`),
    await store.outbox.waiting(),
    ...(await store.read(async (records) => [
      await of(records, 'notes').get(id),
      await of(records, 'counters').get(id),
      await of(records, 'notes').list(where),
      await of(records, 'receipts').list(where),
      await of(records, 'counters').list({}),
    ])),
  ];
}

type Loose = {
  get(id: string): Promise<object | undefined>;
  list(where: object): Promise<object[]>;
  put(id: string, item: object): Promise<void>;
  remove(id: string): Promise<void>;
};

/** What is in an item is nothing to a store. */
function of(records: Records, kind: Change['kind']): Loose {
  return records[kind] as unknown as Loose;
}
