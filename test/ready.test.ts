import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { type Backlog, createBacklog } from '../src/backlog.ts';
import type { Outgoing } from '../src/ports.ts';
import { notReady } from '../src/ready.ts';
import { TODAY } from './support/day.ts';

const flowing: Pick<Backlog, 'stuck'> = { stuck: () => false };
const store = await openLowdbStore({ today: () => TODAY });
const well = { store, backlog: flowing, channels: { slack: { ready: () => true }, web: {} }, stopping: () => false };

const outgoing = (id: string): Outgoing => ({
  id,
  message: { to: { channel: 'web', id: 'a' }, reply: { language: 'nl', parts: [] } },
});
const MINUTE = 60_000;

describe('whether the bot can do its work', () => {
  it('is so when each part can', async () => {
    expect(await notReady(well)).toEqual([]);
  });

  it.each<[string, Partial<Parameters<typeof notReady>[0]>, string[]]>([
    ['nothing can be kept', { store: { healthy: async () => false } }, ['store']],
    ['the store does not answer', { store: { healthy: () => new Promise(() => undefined) } }, ['store']],
    ['the store throws', { store: { healthy: () => Promise.reject(new Error('geheim')) } }, ['store']],
    ['no message gets away', { backlog: { stuck: () => true } }, ['outbox']],
    ['a channel is not connected', { channels: { slack: { ready: () => false }, teams: {} } }, ['slack']],
    ['it stops', { stopping: () => true }, ['stopping']],
    [
      'nothing works',
      {
        store: { healthy: async () => false },
        backlog: { stuck: () => true },
        channels: { slack: { ready: () => false }, teams: { ready: () => false } },
        stopping: () => true,
      },
      ['stopping', 'store', 'outbox', 'slack', 'teams'],
    ],
  ])('is not so when %s, and that is named within two seconds', async (_what, broken, names) => {
    const start = performance.now();
    expect(await notReady({ ...well, ...broken })).toEqual(names);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('messages', () => {
  /** A backlog, and the hands of its clock. */
  function backlog() {
    const world = { now: 0, waiting: [] as Outgoing[] };
    const made = createBacklog(
      async () => world.waiting,
      () => world.now,
    );
    const seen = async (minutes: number, ...ids: string[]) => {
      world.now += minutes * MINUTE;
      world.waiting = ids.map(outgoing);
      return made.look();
    };
    return { ...made, seen };
  }

  it('are stuck when some wait and for more than five minutes none gets away', async () => {
    const { seen, stuck } = backlog();
    expect(await seen(0, 'a', 'b')).toBe(2);
    expect(await seen(5, 'a', 'b', 'c')).toBe(3);
    expect(stuck()).toBe(false);
    await seen(1, 'a', 'b', 'c');
    expect(stuck()).toBe(true);
  });

  it('are not stuck while others get away, nor when they do again', async () => {
    const { seen, stuck } = backlog();
    for (let minute = 0; minute < 20; minute += 1) {
      await seen(1, 'slow', `m${minute}`);
      expect(stuck()).toBe(false);
    }
    await seen(6, 'slow', 'm19');
    expect(stuck()).toBe(true);
    await seen(1, 'slow');
    expect(stuck()).toBe(false);
  });

  it('are not stuck when none waits, however long', async () => {
    const { seen, stuck } = backlog();
    await seen(0);
    await seen(100);
    await seen(0, 'new');
    expect(stuck()).toBe(false);
  });
});
