import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Low, Memory } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Note } from '../../src/notes.ts';
import type { Collection, Message, Outgoing, Records, Store } from '../../src/ports.ts';
import type { Progress } from '../../src/progress.ts';
import type { Turn } from '../../src/turn.ts';

type Booked = { turn: Turn; on: string; settled: boolean };
type Data = {
  turns: Record<string, Booked>;
  outbox: Outgoing[];
  progress: Record<string, { item: Progress; on: string }>;
  notes: Record<string, { item: Note; on: string }>;
};

const EMPTY: Data = { turns: {}, outbox: [], progress: {}, notes: {} };
/** Days after which a kind of thing is forgotten. */
const TERMS = { turns: 30, progress: 30, notes: 365 } as const;

/** Remembers in one JSON file, or in memory only when no file is given. For one process. */
export async function openLowdbStore(options: { file?: string; today: () => string }): Promise<Store> {
  const { file, today } = options;
  if (file) mkdirSync(dirname(file), { recursive: true });
  const db = new Low<Data>(file ? new JSONFile<Data>(file) : new Memory<Data>(), structuredClone(EMPTY));
  await db.read();
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other; what fails is undone, in memory and so on disk. */
  function change<Value>(make: (data: Data) => Promise<Value>): Promise<Value> {
    const next = last.then(async () => {
      const before = db.data;
      db.data = {
        ...before,
        turns: { ...before.turns },
        outbox: [...before.outbox],
        progress: { ...before.progress },
        notes: { ...before.notes },
      };
      try {
        const value = await make(db.data);
        await db.write();
        return value;
      } catch (error) {
        db.data = before;
        throw error;
      }
    });
    last = next.catch(() => undefined);
    return next;
  }

  return {
    book: (turn) =>
      change(async ({ turns }) => {
        if (Object.hasOwn(turns, keyOf(turn.id))) return false;
        turns[keyOf(turn.id)] = { turn, on: today(), settled: false };
        return true;
      }),
    read: (look) => look(recordsOf(db.data, today())),
    async unsettled() {
      return Object.values(db.data.turns)
        .filter(({ settled }) => !settled)
        .map(({ turn }) => turn);
    },
    settle: (turnId, act) =>
      change(async (data) => {
        const booked = data.turns[keyOf(turnId)];
        if (booked?.settled) return [];
        const messages: Message[] = await act(recordsOf(data, today()));
        data.turns[keyOf(turnId)] = { ...(booked ?? { turn: { id: turnId } as Turn, on: today() }), settled: true };
        messages.forEach((message, place) => {
          data.outbox.push({ id: `${turnId}/${place}`, message });
        });
        return messages;
      }),
    outbox: {
      waiting: async () => [...db.data.outbox],
      arrived: (id) =>
        change(async (data) => {
          data.outbox = data.outbox.filter((outgoing) => outgoing.id !== id);
        }),
    },
    tidy: (day) =>
      change(async (data) => {
        for (const kind of ['turns', 'progress', 'notes'] as const) {
          const oldest = daysBefore(day, TERMS[kind]);
          for (const [id, { on }] of Object.entries(data[kind])) if (on < oldest) delete data[kind][id];
        }
      }),
    close: async () => {
      await last;
    },
  };
}

function recordsOf(data: Data, day: string): Records {
  return { progress: collection(data.progress, day), notes: collection(data.notes, day) };
}

function collection<Item extends object>(
  held: Record<string, { item: Item; on: string }>,
  day: string,
): Collection<Item> {
  return {
    get: async (id) => (Object.hasOwn(held, keyOf(id)) ? structuredClone(held[keyOf(id)]?.item) : undefined),
    list: async (where) =>
      Object.values(held)
        .map(({ item }) => item)
        .filter((item) => Object.entries(where).every(([key, value]) => item[key as keyof Item] === value))
        .map((item) => structuredClone(item)),
    put: async (id, item) => {
      held[keyOf(id)] = { item: structuredClone(item), on: day };
    },
    remove: async (id) => {
      delete held[keyOf(id)];
    },
  };
}

/** A key that is never a number or a name of the language's own, so that things stay in the order in which they came. */
function keyOf(id: string): string {
  return `:${id}`;
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
