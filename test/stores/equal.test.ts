import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import type { Kept, Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { long } from '../support/long.ts';
import { holdsFor, seed } from '../support/seed.ts';
import { asking } from './cluster.ts';
import { type Command, commands, does } from './commands.ts';
import { openModel } from './model.ts';
import { openServer, type Server, withoutServer } from './server.ts';

const { runs, length } = long ? { runs: 1000, length: 50 } : { runs: 100, length: 30 };

describe.skipIf(withoutServer)(`all stores${withoutServer}`, () => {
  let server: Server;
  let url: string;
  let postgres: Store;
  let day = TODAY;
  const today = () => day;
  const folder = mkdtempSync(join(tmpdir(), 'equal-'));
  beforeAll(async () => {
    server = await openServer();
    url = await server.empty();
    postgres = await openPostgresStore({ url, today });
  }, 60_000);
  afterAll(async () => {
    await postgres.close();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const empty = () => asking(url, 'truncate turn, outbox, record restart identity');
  const keptBy = async (store: Store) => {
    const all: Kept[] = [];
    for await (const one of store.everything()) all.push(one);
    return all;
  };

  it(`do the same at every step of ${runs} walks, seed ${seed}`, async () => {
    let walk = 0;
    await holdsFor(
      fc.array(commands, { minLength: length / 2, maxLength: length }),
      async (steps: Command[]) => {
        day = TODAY;
        await empty();
        const file = await openLowdbStore({ file: join(folder, String(++walk), 'store.json'), today });
        const stores = [openModel(today), file, postgres] as const;
        try {
          for (const step of steps) {
            if (step.do === 'day') day = step.day;
            const [model, inFile, inDatabase] = await Promise.all(stores.map((store) => does(store, step)));
            expect({ step, came: inFile }).toEqual({ step, came: model });
            expect({ step, came: inDatabase }).toEqual({ step, came: model });
          }
          const [model, inFile, inDatabase] = await Promise.all(
            stores.map(async (store) => inOrder(await keptBy(store))),
          );
          expect(inFile).toEqual(model);
          expect(inDatabase).toEqual(model);
        } finally {
          await file.close();
        }
      },
      runs,
    );
  }, 1_200_000);

  it(`give everything back as it was, through the other and home again, seed ${seed}`, async () => {
    await holdsFor(
      fc.array(commands, { minLength: length, maxLength: length }),
      async (steps: Command[]) => {
        day = TODAY;
        const first = await openLowdbStore({ today });
        for (const step of steps) await does(first, step);
        const kept = JSON.stringify(await keptBy(first));

        await empty();
        await postgres.fill(first.everything());
        expect(JSON.stringify(await keptBy(postgres))).toBe(kept);
        const back = await openLowdbStore({ today });
        await back.fill(postgres.everything());
        expect(JSON.stringify(await keptBy(back))).toBe(kept);

        await empty();
        for (const step of steps) await does(postgres, step);
        const keptThere = JSON.stringify(await keptBy(postgres));
        const between = await openLowdbStore({ today });
        await between.fill(postgres.everything());
        await empty();
        await postgres.fill(between.everything());
        expect(JSON.stringify(await keptBy(postgres))).toBe(keptThere);
      },
      20,
    );
  }, 120_000);
});

/** Which of two settled turns came first is told by nobody. */
function inOrder(all: readonly Kept[]): Kept[] {
  const isSettled = (one: Kept) => one.kept === 'turn' && one.turn === undefined;
  return [
    ...all.filter((one) => !isSettled(one)),
    ...all.filter(isSettled).toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
  ];
}
