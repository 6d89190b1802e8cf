import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import { StoreError } from '../../src/errors.ts';
import type { Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { long } from '../support/long.ts';
import { asking, type Cluster, createCluster, leftOut } from './cluster.ts';
import { message, turn } from './things.ts';

/** Milliseconds. */
const AWAY = long ? 60_000 : 3000;
const LONGEST_CALL = 2500;
const LONGEST_RETURN = 5000;

describe.skipIf(leftOut)(`a database that goes away${leftOut}`, () => {
  let cluster: Cluster;
  let url: string;
  let store: Store;
  beforeEach(async () => {
    cluster = await createCluster();
    url = await cluster.database();
    store = await openPostgresStore({ url, today: () => TODAY });
  }, 60_000);
  afterEach(async () => {
    await store.close();
    await cluster.remove();
  });

  async function timed<Value>(asked: Promise<Value>): Promise<{ took: number; came: Value | Error }> {
    const start = performance.now();
    const came = await asked.catch((error: Error) => error);
    return { took: performance.now() - start, came };
  }

  it('is said at once, and is there again without a new start', async () => {
    const acknowledged: string[] = [];
    const book = async (id: string) => {
      const { came, took } = await timed(store.book(turn(id)));
      if (came === true) acknowledged.push(id);
      return { came, took };
    };
    for (let at = 0; at < 50; at++) await book(`before ${at}`);
    const kept = acknowledged.length;
    await cluster.kill();

    const calls: Record<string, () => Promise<unknown>> = {
      book: () => store.book(turn('while away')),
      settle: () => store.settle('before 1', async () => [message('x')]),
      read: () => store.read(({ notes }) => notes.list({})),
      unsettled: () => store.unsettled(),
      waiting: () => store.outbox.waiting(),
      arrived: () => store.outbox.arrived('x'),
      alone: () => store.alone('x', async () => 'never'),
      tidy: () => store.tidy(TODAY),
      fill: () => store.fill([]),
      everything: async () => {
        for await (const _ of store.everything());
      },
    };
    for (const [name, call] of Object.entries(calls)) {
      const { came, took } = await timed(call());
      expect({ name, came }).toEqual({ name, came: expect.any(StoreError) });
      expect(took).toBeLessThan(LONGEST_CALL);
    }
    for (const end = performance.now() + AWAY; performance.now() < end; ) {
      expect((await book('while away')).took).toBeLessThan(LONGEST_CALL);
      expect(await store.healthy()).toBe(false);
    }

    await cluster.start();
    const start = performance.now();
    while (!(await store.healthy())) expect(performance.now() - start).toBeLessThan(LONGEST_RETURN);
    expect((await book('after')).came).toBe(true);
    expect(performance.now() - start).toBeLessThan(LONGEST_RETURN);
    expect(kept).toBe(50);
    expect((await store.unsettled()).map(({ id }) => id)).toEqual(acknowledged);
  }, 120_000);

  it('in the middle of a turn keeps nothing of it, and the turn can be settled later', async () => {
    await store.book(turn('t1'));
    const settling = store.settle('t1', async ({ counters }) => {
      await counters.put('a', { last: 1 });
      await cluster.kill();
      return [message('antwoord')];
    });
    await expect(settling).rejects.toThrow(StoreError);
    await cluster.start();
    expect(await store.read(({ counters }) => counters.get('a'))).toBeUndefined();
    expect((await store.unsettled()).map(({ id }) => id)).toEqual(['t1']);
    expect(await store.settle('t1', async () => [message('alsnog')])).toHaveLength(1);
  });

  it('does not end a task that is alone, and its name is free again afterwards', async () => {
    const came = await store.alone('a', async () => {
      await cluster.kill();
      await cluster.start();
      return 'klaar';
    });
    expect(came).toBe('klaar');
    expect(await store.alone('a', async () => 'nog eens')).toBe('nog eens');
  });

  it('and answers nothing, is not well within two seconds', async () => {
    expect(await store.healthy()).toBe(true);
    cluster.freeze();
    const { came, took } = await timed(store.healthy());
    cluster.thaw();
    expect(came).toBe(false);
    expect(took).toBeLessThan(2000);
  });

  it('for writing only, is not well', async () => {
    await asking(url, 'alter database test_1 set default_transaction_read_only = on');
    const reading = await openPostgresStore({ url, today: () => TODAY }).catch((error: unknown) => String(error));
    expect(reading).toMatch(/DATABASE_URL/);
    await asking(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = 'test_1'",
    );
    expect(await store.healthy()).toBe(false);
  });
});
