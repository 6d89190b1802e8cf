import { once } from 'node:events';
import { Pool } from 'pg';
import { type DurableFile, durableFile } from '../adapters/lowdb/file.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { layerOver, type Tables } from '../adapters/lowdb/tables.ts';
import { connectionTo } from '../adapters/postgres/connection.ts';
import { openPostgresStore } from '../adapters/postgres/store.ts';
import type { Store } from '../src/ports.ts';
import { Progress } from '../src/progress.ts';
import type { Turn } from '../src/turn.ts';

/** Where to keep things, what to do there, under which name, and for how long in milliseconds. */
export type Load = { where: { file: string } | { url: string }; what: 'turns' | 'bare'; name: string; lasts: number };
/** `done`: how many, `took`: in all, `acknowledged`: until the first write of each, all in milliseconds. */
export type Came = { done: number; took: number; acknowledged: number[] };

const AT_ONCE = 16;
/** As many as the store has in all. */
const CONNECTIONS = 15;
const DAY = '2026-11-21';
const today = () => DAY;
const WARM = 300;

/** Three durable writes: what a turn is, or what a bare table needs for as many rows. `first` is called after the first of them. */
type Doing = { one(id: string, first: () => void): Promise<void>; close(): Promise<void> };

/** In a process of its own: says that it is ready, and begins when it is told anything. */
const load = JSON.parse(process.argv[2] ?? '{}') as Load;
const doing = await open(load);
await during(WARM, `${load.name} warm`);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdout.write(`${JSON.stringify(await during(load.lasts, load.name))}\n`);
await doing.close();
process.exit(0);

async function during(milliseconds: number, name: string): Promise<Came> {
  const acknowledged: number[] = [];
  const start = performance.now();
  let done = 0;
  async function line(): Promise<void> {
    while (performance.now() - start < milliseconds) {
      const from = performance.now();
      await doing.one(`${name} ${done++}`, () => acknowledged.push(performance.now() - from));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return { done, took: performance.now() - start, acknowledged };
}

async function open({ where, what, name }: Load): Promise<Doing> {
  if ('url' in where)
    return what === 'turns' ? turnsIn(await openPostgresStore({ ...where, today }), name) : bareIn(where.url);
  if (what === 'turns') return turnsIn(await openLowdbStore({ ...where, today }), name);
  const file = durableFile(where.file);
  return bareFile(file, (await file.tables()) as Tables);
}

function turnOf(id: string): Turn {
  const text = 'Wie kan volgende week voor 25 mensen een lunch bezorgen in Overvecht?';
  return {
    id,
    from: { id: `web:${id}`, name: 'Ann' },
    at: { channel: 'web', id },
    input: { kind: 'text', text },
  };
}

/** Booked, settled with where the person is and one answer, and arrived. */
function turnsIn(store: Store, name: string): Doing {
  return {
    async one(id, first) {
      const turn = turnOf(id);
      await store.book(turn);
      first();
      await store.settle(id, async ({ progress }) => {
        await progress.put(id, Progress.parse({ person: turn.from.id, place: id }));
        const text = 'Drie sociale ondernemingen kunnen dat. De eerste twee zitten in de buurt.';
        return [{ to: turn.at, reply: { language: 'nl', parts: [{ kind: 'text', text }] } }];
      });
      await store.outbox.arrived(`${id}/0`);
    },
    async close() {
      if ((await store.outbox.waiting()).some(({ id }) => id.startsWith(name)))
        throw new Error('what arrived still waits');
      await store.close();
    },
  };
}

/** The same connections and the same durability, and nothing but a row of the size of a turn. */
async function bareIn(url: string): Promise<Doing> {
  const pool = new Pool({ ...connectionTo(url), max: CONNECTIONS });
  const insert = (id: string) =>
    pool.query({
      name: 'bare',
      text: 'insert into bare (id, body) values ($1, $2)',
      values: [id, JSON.stringify(turnOf(id))],
    });
  return {
    async one(id, first) {
      await insert(`${id}/1`);
      first();
      for (const at of [2, 3]) await insert(`${id}/${at}`);
    },
    close: () => pool.end(),
  };
}

/** Rows that share a write to the same file, and nothing else. */
function bareFile(file: DurableFile, tables: Tables): Doing {
  let queue: { id: string; kept: () => void }[] = [];
  let writing = false;
  async function write(): Promise<void> {
    writing = true;
    while (queue.length > 0) {
      const rows = queue;
      queue = [];
      const layer = layerOver(tables);
      for (const { id } of rows) layer.set('turns', id, { on: DAY, item: turnOf(id) });
      await file.write(layer);
      layer.merge();
      for (const { kept } of rows) kept();
    }
    writing = false;
  }
  const put = (id: string) =>
    new Promise<void>((kept) => {
      queue.push({ id, kept });
      if (!writing) void write();
    });
  return {
    async one(id, first) {
      await put(`${id}/1`);
      first();
      for (const at of [2, 3]) await put(`${id}/${at}`);
    },
    close: async () => undefined,
  };
}
