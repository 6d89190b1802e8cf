import { describe, expect, it } from 'vitest';
import { StoreError } from '../src/errors.ts';
import { MOST_WAITING, type Store } from '../src/ports.ts';
import { pause } from '../src/timer.ts';
import { type FakeChannel, fakeChannel } from './support/fake-channel.ts';
import { message, messagesTo, numbersTo, sending } from './support/sending.ts';

const places = ['a', 'b', 'c', 'd', 'e'];

/** A store of which one part is another. */
const withOutbox = (store: Store, part: Partial<Store['outbox']>): Store => ({
  ...store,
  outbox: { ...store.outbox, ...part },
});

describe('the outbox', () => {
  it('sends all that waits, once, in order in each place', async () => {
    let channel!: FakeChannel;
    const { empties, counts, timer } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
      messages: messagesTo(places, 2 * MOST_WAITING + 10),
    });
    await empties();
    // One after the other without a break.
    expect(timer.now()).toBe((2 * MOST_WAITING + 10) * 20);
    for (const place of places) expect(channel.heardIn(place)).toEqual(numbersTo(2 * MOST_WAITING + 10));
    expect(counts).toMatchObject({ retries: 0, repeats: 0, refused: 0 });
  });

  it('lets a card take the place of an earlier one of the same thing in the same place', async () => {
    let channel!: FakeChannel;
    const card = (place: string, thing: string, text: string) => {
      const { to, reply } = message(place, text);
      return { to, reply: { ...reply, card: thing } };
    };
    const { empties } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
      messages: [
        card('a', 'IMP-1', 'open'),
        message('a', 'between'),
        card('b', 'IMP-1', 'open there'),
        card('a', 'IMP-2', 'another'),
        card('a', 'IMP-1', 'claimed'),
        card('b', 'IMP-1', 'claimed there'),
      ],
    });
    await empties();
    const first = (text: string) => channel.heard.find((one) => one.text === text);
    expect(first('open')?.stands).toBeUndefined();
    expect(first('another')?.stands).toBeUndefined();
    expect(first('claimed')?.stands).toBe(`ref of ${first('open')?.id}`);
    expect(first('claimed there')?.stands).toBe(`ref of ${first('open there')?.id}`);
    expect(channel.heardIn('a')).toEqual(['open', 'between', 'another', 'claimed']);
  });

  it('sends places beside each other, and no more than sixteen at once', async () => {
    let channel!: FakeChannel;
    const many = Array.from({ length: 100 }, (_, at) => `place ${at}`);
    const { empties, timer } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer, takes: 100 });
        return channel;
      },
      messages: messagesTo(many, 2),
    });
    await empties();
    expect(channel.most()).toBe(16);
    expect(timer.now()).toBeLessThan(2000);
  });

  it('serves a hundred places when forty others never answer', async () => {
    let channel!: FakeChannel;
    const named = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind} ${at}`);
    const { outbox, timer, stops } = await sending({
      channel: (timer) => {
        channel = fakeChannel({
          timer,
          takes: 100,
          fault: ({ place }) => (place.startsWith('dead') ? { kind: 'hangs' } : undefined),
        });
        return channel;
      },
      messages: messagesTo([...named('dead', 40), ...named('alive', 100)], 1),
    });
    outbox.send();
    await timer.until(() => channel.heard.length === 100);
    expect(timer.now()).toBeLessThan(8000);
    // No more than what may be slow at the same time, for as long as it may be.
    expect(channel.most()).toBeLessThanOrEqual(5 * 16);
    await stops();
  });

  it('looks up what waits a few times for thousands of messages', async () => {
    let looks = 0;
    const many = Array.from({ length: 300 }, (_, at) => `place ${at}`);
    const { empties } = await sending({
      channel: (timer) => fakeChannel({ timer, takes: 1 }),
      messages: messagesTo(many, 10),
      spoiled: (store) =>
        withOutbox(store, {
          waiting: () => {
            looks += 1;
            return store.outbox.waiting();
          },
        }),
    });
    await empties();
    expect(looks).toBeLessThan(12);
  });

  it('sends at once what is decided while it sends', async () => {
    let channel!: FakeChannel;
    const { outbox, decide, timer, stops } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
      messages: messagesTo(['a'], 3),
    });
    outbox.send();
    for (let round = 1; round <= 20; round += 1) {
      await timer.until(() => channel.heard.length >= round);
      await decide([message('a', `later ${round}`)]);
      outbox.send();
    }
    await timer.until(() => channel.heard.length === 23);
    expect(channel.heardIn('a').slice(3)).toEqual(Array.from({ length: 20 }, (_, at) => `later ${at + 1}`));
    // Nothing waited until the outbox looked by itself.
    expect(timer.now()).toBeLessThan(1000);
    await stops();
  });

  it('finds by itself what another process decided', async () => {
    let channel!: FakeChannel;
    const { outbox, decide, timer, stops } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
    });
    outbox.send();
    await timer.pass(60_000);
    await decide([message('a', 'van een ander')]);
    await timer.until(() => channel.heard.length === 1);
    expect(timer.now()).toBeLessThan(60_000 + 6000);
    await stops();
  });

  it('leaves alone what is for a channel that is not here', async () => {
    const { outbox, store, timer, empties, logged } = await sending({
      channel: (timer) => fakeChannel({ timer }),
      messages: [message('a', 'hier')],
    });
    await store.settle('teams', async () => [message('a', 'elders', 'teams')]);
    outbox.send();
    await timer.pass(60_000);
    expect(outbox.backlog()).toEqual({ waiting: 0, oldest: 0 });
    expect((await store.outbox.waiting()).map(({ id }) => id)).toEqual(['teams/0']);
    expect(logged).toEqual([]);
    await store.outbox.arrived('teams/0');
    await empties();
  });

  it('says how much waits, and for how long the oldest is being tried', async () => {
    let dead = true;
    const { outbox, empties, timer } = await sending({
      channel: (timer) =>
        fakeChannel({
          timer,
          takes: 0,
          fault: ({ place }) => (dead && place === 'a' ? { kind: 'fails', failure: { kind: 'down' } } : undefined),
        }),
      messages: messagesTo(places, 3),
    });
    expect(outbox.backlog()).toEqual({ waiting: 0, oldest: 0 });
    outbox.send();
    await timer.pass(90_000);
    expect(outbox.backlog()).toEqual({ waiting: 3, oldest: 90_000 });
    dead = false;
    await empties();
    expect(outbox.backlog()).toEqual({ waiting: 0, oldest: 0 });
  });

  it('does not say that a message waits that arrived while it looked', async () => {
    let slow: (() => Promise<void>) | undefined;
    const { outbox, timer, stops } = await sending({
      channel: (timer) => {
        slow = () => pause(timer, 100);
        return fakeChannel({ timer });
      },
      messages: messagesTo(['a'], 3),
      spoiled: (store) =>
        withOutbox(store, {
          async waiting() {
            const all = await store.outbox.waiting();
            await slow?.();
            return all;
          },
        }),
    });
    outbox.send();
    await timer.pass(210);
    expect(outbox.backlog().waiting).toBe(3);
    outbox.send();
    await timer.pass(20);
    expect(outbox.backlog().waiting).toBe(2);
    await timer.pass(120);
    expect(outbox.backlog().waiting).toBe(0);
    await stops();
  });
});

describe('two outboxes on one store', () => {
  it('never send the same message, and keep the order in each place', async () => {
    const channels: FakeChannel[] = [];
    const { empties } = await sending({
      channel: (timer) => {
        const channel = fakeChannel({ timer, takes: 10 + channels.length });
        channels.push(channel);
        return channel;
      },
      messages: messagesTo(
        Array.from({ length: 20 }, (_, at) => `place ${at}`),
        MOST_WAITING + 10,
      ),
      outboxes: 2,
    });
    await empties();
    const heard = channels.flatMap((channel) => channel.heard).toSorted((a, b) => a.at - b.at);
    expect(heard).toHaveLength(20 * (MOST_WAITING + 10));
    for (let at = 0; at < 20; at += 1)
      expect(heard.filter(({ place }) => place === `place ${at}`).map(({ text }) => text)).toEqual(
        numbersTo(MOST_WAITING + 10),
      );
    expect(channels.every((channel) => channel.heard.length > 0)).toBe(true);
  });
});

describe('when the store cannot be written', () => {
  it('what has arrived is not sent again, and is written down as soon as that can be', async () => {
    let channel!: FakeChannel;
    let away = true;
    const { outbox, timer, empties, logged } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
      messages: messagesTo(places, 2),
      spoiled: (store) =>
        withOutbox(store, {
          async arrived(id) {
            if (away) throw new StoreError('the disk is full');
            await store.outbox.arrived(id);
          },
        }),
    });
    outbox.send();
    await timer.pass(120_000);
    expect(channel.heard).toHaveLength(5);
    expect(logged).toContain('arrival-not-kept t1/0');
    away = false;
    await empties();
    for (const place of places) expect(channel.heardIn(place)).toEqual(numbersTo(2));
  });

  it('goes on within six seconds when it could not be read', async () => {
    let channel!: FakeChannel;
    let away = true;
    const { outbox, timer, stops } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer });
        return channel;
      },
      messages: messagesTo(places, 1),
      spoiled: (store) =>
        withOutbox(store, {
          async waiting() {
            if (away) throw new StoreError('the database is away');
            return store.outbox.waiting();
          },
        }),
    });
    outbox.send();
    await timer.pass(60_000);
    away = false;
    await timer.until(() => channel.heard.length === 5);
    expect(timer.now()).toBeLessThan(66_000);
    await stops();
  });

  it('goes on when a place could not be had for itself', async () => {
    let tries = 0;
    const { empties, counts } = await sending({
      channel: (timer) => fakeChannel({ timer }),
      messages: messagesTo(places, 1),
      spoiled: (store) => ({
        ...store,
        alone: (name, task) => {
          tries += 1;
          return tries <= 5 ? Promise.reject(new StoreError('the database is away')) : store.alone(name, task);
        },
      }),
    });
    await empties();
    expect(counts.retries).toBe(0);
  });

  it('sends nothing twice when the store lets go of a place too early', async () => {
    let channel!: FakeChannel;
    const { outbox, timer, stops } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer, takes: 1500 });
        return channel;
      },
      messages: messagesTo(['a'], 6),
      spoiled: (store) => ({
        ...store,
        alone: (_name, task) => {
          void task();
          return Promise.reject(new StoreError('the connection is lost'));
        },
      }),
    });
    outbox.send();
    await timer.until(() => channel.heard.length === 6);
    await timer.pass(60_000);
    expect(channel.heardIn('a')).toEqual(numbersTo(6));
    await stops();
  });
});

describe('stopping', () => {
  it('waits for what is on its way, starts nothing new, and leaves the rest for the next start', async () => {
    let channel!: FakeChannel;
    const { outbox, store, timer } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer, takes: 500 });
        return channel;
      },
      messages: messagesTo(places, 3),
    });
    outbox.send();
    await timer.until(() => channel.tries.length === 5);
    let stopped = false;
    const stopping = outbox.stop().then(() => {
      stopped = true;
    });
    outbox.send();
    await timer.until(() => stopped);
    await stopping;
    expect([channel.tries.length, channel.heard.length]).toEqual([5, 5]);
    expect(await store.outbox.waiting()).toHaveLength(10);
    expect(timer.waiting()).toBe(0);
  });

  it('does not try again what failed meanwhile', async () => {
    let channel!: FakeChannel;
    const { outbox, timer, stops, store } = await sending({
      channel: (timer) => {
        channel = fakeChannel({ timer, takes: 500, fault: () => ({ kind: 'fails', failure: { kind: 'down' } }) });
        return channel;
      },
      messages: messagesTo(places, 2),
    });
    outbox.send();
    await timer.until(() => channel.tries.length === 5);
    await stops();
    expect(timer.now()).toBe(500);
    expect(channel.tries).toHaveLength(5);
    expect(await store.outbox.waiting()).toHaveLength(10);
  });

  it('wakes who waits: for a place that is away, for its pace, for the store', async () => {
    const faults = { away: { kind: 'down' }, asks: { kind: 'throttled', wait: 3_000_000 } } as const;
    const { outbox, timer, store, stops } = await sending({
      channel: (timer) =>
        fakeChannel({
          timer,
          pace: 60_000,
          fault: ({ place }) =>
            place in faults ? { kind: 'fails', failure: faults[place as keyof typeof faults] } : undefined,
        }),
      messages: messagesTo(['away', 'asks', 'paced', 'spoiled'], 2),
      spoiled: (store) =>
        withOutbox(store, {
          async arrived(id) {
            if (id === 't1/3') throw new StoreError('the disk is full');
            await store.outbox.arrived(id);
          },
        }),
    });
    outbox.send();
    await timer.pass(30_000);
    await stops();
    expect(timer.now()).toBe(30_000);
    expect(timer.waiting()).toBe(0);
    expect((await store.outbox.waiting()).map(({ id }) => id)).toEqual([
      't1/0',
      't1/1',
      't1/3',
      't1/4',
      't1/5',
      't1/6',
      't1/7',
    ]);
  });

  it('does not wait for a place that another process has in hand, and asks nothing of the store later', async () => {
    let free!: () => void;
    let looks = 0;
    const { outbox, store, timer, stops } = await sending({
      channel: (timer) => fakeChannel({ timer }),
      messages: messagesTo(['a'], 1),
      spoiled: (store) =>
        withOutbox(store, {
          waiting: () => {
            looks += 1;
            return store.outbox.waiting();
          },
        }),
    });
    const other = store.alone(
      'outbox slack a',
      () =>
        new Promise<void>((resolve) => {
          free = resolve;
        }),
    );
    outbox.send();
    await timer.pass(10_000);
    await stops();
    const before = looks;
    outbox.send();
    free();
    await other;
    await timer.until(() => true);
    expect(looks).toBe(before);
    expect(await store.outbox.waiting()).toHaveLength(1);
  });
});
