import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import { turnsDue } from '../../src/due.ts';
import type { Kept, Kind, Log, Store } from '../../src/ports.ts';
import { KINDS, keptUntil, TERMS, TURNS_KEPT } from '../../src/terms.ts';
import { library } from '../support/library.ts';
import { generated, seed } from '../support/seed.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const A_DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.parse('2026-11-21');
const dayAt = (days: number) => new Date(FIRST + days * A_DAY).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / A_DAY;

type Row = { kind: Kind | 'turn'; age: number };
/** As old as may be, a day older, a day younger, and anything else. */
const rows: fc.Arbitrary<Row> = fc
  .record({
    kind: fc.constantFrom<Kind | 'turn'>(...KINDS, 'turn'),
    edge: fc.integer({ min: -2, max: 2 }),
    any: fc.integer({ min: 0, max: 3000 }),
    nearEdge: fc.boolean(),
  })
  .map(({ kind, edge, any, nearEdge }) => ({ kind, age: nearEdge ? Math.max(0, (termOf(kind) ?? 90) + edge) : any }));

function termOf(kind: Kind | 'turn'): number | null {
  return kind === 'turn' ? TURNS_KEPT : TERMS[kind];
}

const TURN = {
  from: { id: 'ann@utrecht.example', name: 'Ann' },
  at: { channel: 'web', id: 'a' },
  input: { kind: 'text', text: 'lunch' },
} as const;

function keptOf({ kind, age }: Row, at: number): Kept {
  const [id, on] = [`${kind} ${at}`, dayAt(-age)];
  if (kind === 'turn') return { kept: 'turn', id, on, ...(at % 2 === 0 ? { turn: { ...TURN, id } } : {}) };
  return { kept: 'record', kind, id, on, item: { id, last: at } };
}

async function idsIn(store: Store): Promise<string[]> {
  const ids: string[] = [];
  for await (const one of store.everything()) if (!one.id.startsWith('due ')) ids.push(one.id);
  return ids.toSorted();
}

/** The days on which it is tidied: every day for a while, then with leaps, over the longest term. */
const days = [
  ...Array.from({ length: 8 }, (_, at) => at),
  20,
  29,
  30,
  31,
  32,
  200,
  364,
  365,
  366,
  729,
  731,
  2554,
  2555,
  2556,
];

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};

/** Tidies a store on a day, in one way or another. */
const ways: [name: string, tidies: (store: Store, day: string) => Promise<void>][] = [
  ['the store', (store, day) => store.tidy(day)],
  [
    'the turn that is due',
    async (store, day) => {
      const bot = createBot({
        store,
        library: () => library,
        documents: createDocuments(),
        log,
        today: () => day,
        send: () => undefined,
      });
      const due = turnsDue(new Date(`${day}T03:00:00Z`));
      expect(due.map(({ id }) => id)).toEqual([`due tidy ${day}`]);
      for (const turn of due) await bot.handle(turn);
    },
  ],
];

describe.each(ways)('%s', (_name, tidies) => {
  it(`keeps each of 10,000 things for its term, to the day, also over a restart (seed ${seed})`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'terms-'));
    folders.push(folder);
    let day = dayAt(0);
    const open = () => openLowdbStore({ file: join(folder, 'store.json'), today: () => day });
    const all = generated(rows, 10_000).map(keptOf);
    let store = await open();
    await store.fill(all);
    for (const [at, later] of days.entries()) {
      day = dayAt(later);
      if (at === Math.floor(days.length / 2)) {
        await store.close();
        store = await open();
      }
      await tidies(store, day);
      const wanted = all.filter((one) => {
        const term = one.kept === 'record' ? TERMS[one.kind] : TURNS_KEPT;
        return term === null || daysBetween((one as { on: string }).on, day) <= term;
      });
      expect(await idsIn(store), day).toEqual(wanted.map(({ id }) => id).toSorted());
    }
    const left = new Set((await idsIn(store)).map((id) => id.split(' ')[0]));
    expect([...left]).toEqual(['counters', 'desks']);
    await store.close();
  });
});

it('names the last day on which something is kept', async () => {
  const on = dayAt(0);
  const store = await openLowdbStore({ today: () => on });
  await store.fill([{ kept: 'record', kind: 'progress', id: 'p', on, item: {} }]);
  const last = keptUntil(on, TERMS.progress);
  await store.tidy(last);
  expect(await idsIn(store)).toEqual(['p']);
  await store.tidy(keptUntil(last, 1));
  expect(await idsIn(store)).toEqual([]);
});
