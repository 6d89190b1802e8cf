import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { openPostgresStore } from '../adapters/postgres/store.ts';
import type { Kept } from '../src/ports.ts';
import { asking } from '../test/stores/cluster.ts';
import { openServer, withoutServer } from '../test/stores/server.ts';
import { median, type Spread, spreadOf } from './figures.ts';
import type { Came, Load } from './store-load.ts';

/** One store with so many records, used by so many processes at once. Rates a second, times in milliseconds. */
export type StoreMeasured = {
  store: 'file' | 'PostgreSQL';
  processes: number;
  records: number;
  turns: number;
  /** Three bare rows, one after the other, as a turn is three writes. */
  bare: number;
  /** What is left of the bare rate: the median of the rounds. */
  share: number;
  acknowledged: Spread;
};
/** `leftOut`: why there are no figures of PostgreSQL. */
export type Stores = { measured: StoreMeasured[]; leftOut?: string };

const SIZES = [100, 1000, 10_000];
const ROUNDS = 3;
const LASTS = 1500;
const LOAD = fileURLToPath(new URL('store-load.ts', import.meta.url));
const DAY = '2026-11-21';
const today = () => DAY;

/** Turns a second beside bare rows, by turns, in processes of their own. */
export async function measureStores(): Promise<Stores> {
  const measured: StoreMeasured[] = [];
  for (const records of SIZES) measured.push(await measureFile(records));
  if (withoutServer) return { measured, leftOut: withoutServer.trim() };
  const server = await openServer({});
  try {
    for (const records of SIZES)
      for (const processes of [1, 2]) measured.push(await measurePostgres(await server.empty(), records, processes));
  } finally {
    await server.remove();
  }
  return { measured };
}

async function measureFile(records: number): Promise<StoreMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  const filled = join(folder, 'filled.json');
  const store = await openLowdbStore({ file: filled, today });
  await store.fill(recordsUpTo(records));
  await store.close();
  try {
    return await measure({ store: 'file', records, processes: 1 }, async () => {
      const file = join(folder, 'store.json');
      copyFileSync(filled, file);
      return { file };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measurePostgres(url: string, records: number, processes: number): Promise<StoreMeasured> {
  const store = await openPostgresStore({ url, today });
  await store.fill(recordsUpTo(records));
  await store.close();
  await asking(
    url,
    "create table bare (id text primary key, body text not null); insert into bare select 'row ' || at, repeat('x', 800) from generate_series(1, " +
      `${records}) as at`,
  );
  return measure({ store: 'PostgreSQL', records, processes }, async () => ({ url }));
}

type What = Pick<StoreMeasured, 'store' | 'records' | 'processes'>;

async function measure(what: What, where: () => Promise<Load['where']>): Promise<StoreMeasured> {
  const rounds: { turns: number; bare: number; acknowledged: number[] }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await loaded(
      { where: await where(), what: 'bare', name: `bare ${round}`, lasts: LASTS },
      what.processes,
    );
    const turns = await loaded(
      { where: await where(), what: 'turns', name: `turn ${round}`, lasts: LASTS },
      what.processes,
    );
    rounds.push({ turns: rateOf(turns), bare: rateOf(bare), acknowledged: turns.flatMap((one) => one.acknowledged) });
  }
  return {
    ...what,
    turns: median(rounds.map(({ turns }) => turns)),
    bare: median(rounds.map(({ bare }) => bare)),
    share: median(rounds.map(({ turns, bare }) => turns / bare)),
    acknowledged: spreadOf(rounds.flatMap(({ acknowledged }) => acknowledged)),
  };
}

function rateOf(all: readonly Came[]): number {
  return all.reduce((sum, { done, took }) => sum + (1000 * done) / took, 0);
}

/** As many processes as asked, that begin at the same moment. */
async function loaded(load: Load, processes: number): Promise<Came[]> {
  const children = Array.from({ length: processes }, (_, at) =>
    spawn(process.execPath, [LOAD, JSON.stringify({ ...load, name: `${load.name} ${at}` })], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const ended = Promise.all(children.map(endOf));
  ended.catch(() => undefined);
  const lines = children.map(linesOf);
  await Promise.all(lines.map(({ next }) => next()));
  for (const { stdin } of children) stdin.write('go\n');
  const came = await Promise.all(lines.map(async ({ next }) => JSON.parse(await next())));
  // What one load still closes is not in the way of the next.
  await ended;
  return came;
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`a load ended with ${code}`);
}

function linesOf(child: ChildProcess): { next(): Promise<string> } {
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const ended = once(child, 'exit').then(([code]) => {
    if (!text.includes('\n')) throw new Error(`a load ended with ${code}`);
  });
  ended.catch(() => undefined);
  return {
    async next() {
      while (!text.includes('\n')) await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
      const [line = '', ...rest] = text.split('\n');
      text = rest.join('\n');
      return line;
    },
  };
}

/** Records of some 800 bytes. */
function* recordsUpTo(count: number): Generator<Kept> {
  for (let at = 0; at < count; at++) {
    const id = `note ${at}`;
    const item = { id, kind: 'tip', text: 'Een tip voor de redactie. '.repeat(28), on: DAY, done: at % 2 === 0 };
    yield { kept: 'record', kind: 'notes', id, on: DAY, item };
  }
}
