import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import { StoreError } from '../../src/errors.ts';
import type { Kept, Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { long } from '../support/long.ts';
import { generated, seed } from '../support/seed.ts';
import { asking, type Cluster, createCluster, leftOut } from './cluster.ts';
import { message, turn } from './things.ts';

const { events, kills } = long ? { events: 4000, kills: 8 } : { events: 800, kills: 3 };
const TIMES = 5;
const AT_ONCE = 16;
/** A server that says that it kept what it may still lose, to whoever leaves that to it. */
const CARELESS = { synchronous_commit: 'off', wal_writer_delay: '10s' };

describe.skipIf(leftOut)(`what is acknowledged${leftOut}`, () => {
  let cluster: Cluster;
  let url: string;
  let stores: Store[];
  beforeEach(async () => {
    cluster = await createCluster(CARELESS);
    url = await cluster.database();
    stores = await Promise.all([1, 2].map(() => openPostgresStore({ url, today: () => TODAY })));
  }, 60_000);
  afterEach(async () => {
    for (const store of stores) await store.close();
    await cluster.remove();
  });

  /** An event has as many effects as its counter says. */
  const takesEffect = (store: Store, id: string, turnId = id) =>
    store.settle(turnId, async ({ counters }) => {
      await counters.put(id, { last: ((await counters.get(id))?.last ?? 0) + 1 });
      return [message(id, `place of ${id}`)];
    });

  it(`is there after the server was killed ${kills} times, and has one effect, seed ${seed}`, async () => {
    const deliveries = shuffled(Array.from({ length: events * TIMES }, (_, at) => `e${at % events}`));
    const acknowledged = new Set<string>();
    let [done, killed] = [0, 0];
    let down: Promise<void> | undefined;

    async function fail(): Promise<void> {
      await cluster.kill();
      await cluster.start();
      const before = [...acknowledged];
      const there = new Set((await asking(url, 'select key from turn')).map(({ key }) => key));
      expect(before.filter((id) => !there.has(id))).toEqual([]);
    }

    async function deliver(store: Store): Promise<void> {
      for (let id = deliveries.pop(); id !== undefined; id = deliveries.pop()) {
        try {
          const isNew = await store.book(turn(id));
          acknowledged.add(id);
          done += 1;
          if (isNew) await takesEffect(store, id);
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          // The platform delivers again what was not acknowledged, and may do so with what was.
          deliveries.unshift(id);
        }
        if (killed < kills && done > ((killed + 1) * events * TIMES) / (kills + 1)) {
          killed += 1;
          down = fail().finally(() => {
            down = undefined;
          });
        }
        await down;
      }
    }

    await Promise.all(stores.flatMap((store) => Array.from({ length: AT_ONCE }, () => deliver(store))));
    const [store] = stores as [Store, Store];
    for (const { id } of await store.unsettled()) await takesEffect(store, id);
    expect([killed, acknowledged.size]).toEqual([kills, events]);

    const kept: Kept[] = [];
    for await (const one of store.everything()) kept.push(one);
    const counts = kept.flatMap((one) => (one.kept === 'record' ? [one.item] : []));
    expect(counts).toEqual(Array.from({ length: events }, () => ({ last: 1 })));
    expect(kept.filter((one) => one.kept === 'outgoing')).toHaveLength(events);
    expect(await store.unsettled()).toEqual([]);
  }, 900_000);

  it('would be lost if the server were left to decide when it is on its disk: the control', async () => {
    let kept = 0;
    for (; kept < 50; kept++) await asking(url, `insert into turn (key, day) values ('${kept}', '${TODAY}')`);
    await cluster.kill();
    await cluster.start();
    const [found] = await asking(url, 'select count(*)::int as count from turn');
    expect(found?.count).toBeLessThan(kept);
  });

  it('would have many effects if each delivery were a turn of its own: the control', async () => {
    const [store] = stores as [Store, Store];
    for (const time of [1, 2, 3]) await takesEffect(store, 'e1', `e1 for the time ${time}`);
    expect(await store.read(({ counters }) => counters.get('e1'))).toEqual({ last: 3 });
  });
});

function shuffled<Thing>(things: readonly Thing[]): Thing[] {
  const places = generated(fc.double({ noNaN: true }), things.length);
  return things
    .map((thing, at) => ({ thing, place: places[at] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
