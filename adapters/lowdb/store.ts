import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Low, Memory } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { ConfigError } from '../../src/errors.ts';
import type { Collection, Message, Outgoing, Records, Store } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';

/** What was written is kept until it is answered, and no longer. */
type Booked = { turn?: Turn; on: string; settled: boolean };
type Data = {
  turns: Record<string, Booked>;
  outbox: Outgoing[];
} & { [Kind in keyof Records]: Record<string, { item: ItemOf<Kind>; on: string }> };
type ItemOf<Kind extends keyof Records> = Records[Kind] extends Collection<infer Item> ? Item : never;

/** Days after which a kind of thing is forgotten; null: a number is never given twice. */
const TERMS: Record<keyof Records, number | null> = {
  progress: 30,
  notes: 365,
  receipts: 7 * 365,
  confirmations: 2 * 365,
  counters: null,
};
const TURNS_KEPT = 30;
const KINDS = Object.keys(TERMS) as (keyof Records)[];
const EMPTY = { turns: {}, outbox: [], ...Object.fromEntries(KINDS.map((kind) => [kind, {}])) } as unknown as Data;

/** Remembers in one JSON file, or in memory only when no file is given. For one process. */
export async function openLowdbStore(options: {
  file?: string;
  today: () => string;
  readOnly?: boolean;
}): Promise<Store> {
  const { file, today, readOnly = false } = options;
  const unlock = file && !readOnly ? lock(file) : () => undefined;
  const db = new Low<Data>(file ? new JSONFile<Data>(file) : new Memory<Data>(), structuredClone(EMPTY));
  await readInto(db, file);
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other; what fails is undone, in memory and so on disk. */
  function change<Value>(make: (data: Data) => Promise<Value>): Promise<Value> {
    const next = last.then(async () => {
      const before = db.data;
      // Each kind is copied when it is first written: what stood there before is untouched.
      db.data = { ...before };
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
      change(async (data) => {
        if (Object.hasOwn(data.turns, keyOf(turn.id))) return false;
        data.turns = { ...data.turns, [keyOf(turn.id)]: { turn, on: today(), settled: false } };
        return true;
      }),
    read: (look) => look(recordsOf(db.data, today())),
    async unsettled() {
      return Object.values(db.data.turns).flatMap(({ turn, settled }) => (turn && !settled ? [turn] : []));
    },
    settle: (turnId, act) =>
      change(async (data) => {
        const booked = data.turns[keyOf(turnId)];
        if (booked?.settled) return [];
        const messages: Message[] = await act(recordsOf(data, today()));
        data.turns = { ...data.turns, [keyOf(turnId)]: { on: booked?.on ?? today(), settled: true } };
        const sent = messages.map((message, place) => ({ id: `${turnId}/${place}`, message }));
        data.outbox = [...data.outbox, ...sent];
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
        data.turns = kept(data.turns, daysBefore(day, TURNS_KEPT));
        for (const kind of KINDS) {
          const term = TERMS[kind];
          if (term !== null) Object.assign(data, { [kind]: kept<{ on: string }>(data[kind], daysBefore(day, term)) });
        }
      }),
    close: async () => {
      await last;
      unlock();
    },
  };
}

/** Takes the file for this process alone; a lock of a process that is gone is taken over. */
function lock(file: string): () => void {
  const path = `${file}.lock`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if (holder > 0 && holder !== process.pid && isAlive(holder))
      throw new ConfigError([
        `DATA_DIR: ${dirname(file)} is in use by another process (${holder}): stop that one first`,
      ]);
    writeFileSync(path, String(process.pid), { mode: 0o600 });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATA_DIR: ${dirname(file)} cannot be written (${codeOf(error)})`]);
  }
  return () => rmSync(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A damaged file is never reset: it stays as it is, and nothing starts on top of it. */
async function readInto(db: Low<Data>, file: string | undefined): Promise<void> {
  try {
    await db.read();
    const { outbox, turns, progress, notes } = db.data;
    const sound = Array.isArray(outbox) && [turns, progress, notes].every((kind) => typeof kind === 'object');
    // What an earlier version did not keep is not there yet.
    db.data = { ...structuredClone(EMPTY), ...db.data };
    if (sound) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new ConfigError([`DATA_DIR: ${file} cannot be read (${codeOf(error)})`]);
  }
  throw new ConfigError([
    `DATA_DIR: ${file} is damaged; it is kept as it is: put a copy back, or move it away to start anew`,
  ]);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function recordsOf(data: Data, day: string): Records {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, collection(data as Record<typeof kind, Held<object>>, kind, day)]),
  ) as unknown as Records;
}

type Held<Item> = Record<string, { item: Item; on: string }>;

function kept<Item extends { on: string }>(held: Record<string, Item>, oldest: string): Record<string, Item> {
  return Object.fromEntries(Object.entries(held).filter(([, { on }]) => on >= oldest));
}

/** One kind of thing. The first write of a change copies what is held. */
function collection<Item extends object>(
  data: Record<string, Held<Item>>,
  kind: keyof Records,
  day: string,
): Collection<Item> {
  const held = () => data[kind] ?? {};
  let own: Held<Item> | undefined;
  const writable = () => {
    if (own === undefined || data[kind] !== own) own = { ...held() };
    data[kind] = own;
    return own;
  };
  return {
    get: async (id) => (Object.hasOwn(held(), keyOf(id)) ? structuredClone(held()[keyOf(id)]?.item) : undefined),
    list: async (where) =>
      Object.values(held())
        .map(({ item }) => item)
        .filter((item) => Object.entries(where).every(([key, value]) => item[key as keyof Item] === value))
        .map((item) => structuredClone(item)),
    put: async (id, item) => {
      writable()[keyOf(id)] = { item: structuredClone(item), on: day };
    },
    remove: async (id) => {
      delete writable()[keyOf(id)];
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
