import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { every } from '../src/beat.ts';
import { StoreError } from '../src/errors.ts';
import { noMeter, type Store } from '../src/ports.ts';
import { plainText } from '../src/reply.ts';
import { type Running, type RunParts, run } from '../src/run.ts';
import { texts } from '../src/texts/texts.ts';
import type { Turn } from '../src/turn.ts';
import { send } from './adapters/web/http.ts';
import { freePort } from './support/bot-process.ts';
import { TODAY } from './support/day.ts';
import { library } from './support/library.ts';
import { writtenLog } from './support/lines.ts';
import { recorder } from './support/recorder.ts';

const today = () => TODAY;
const turn = (id: string): Turn => ({
  id,
  from: { id: 'web:ann', name: 'Ann' },
  at: { channel: 'slack', id: 'a' },
  input: { kind: 'text', text: 'wie kan lunch brengen voor 25 man' },
});

async function runs(more: Partial<RunParts> = {}) {
  const channel = recorder();
  const written = writtenLog();
  const store = more.store ?? (await openLowdbStore({ today }));
  const running: Running = await run({
    config: { host: '127.0.0.1', port: await freePort() },
    store,
    library: () => library,
    documents: createDocuments(),
    log: written.log,
    meter: noMeter,
    today,
    connect: async () => ({ slack: channel }),
    ...more,
  });
  onTestFinished(() => running.stop());
  return { ...running, channel, store, written };
}

const get = async (address: string | undefined, path: string) => {
  const start = performance.now();
  const { status, body } = await send(String(address), { path });
  return { status, body, took: performance.now() - start };
};

/** What draws and writes files is loaded with the first of them, which takes long on a busy machine. */
const PATIENT = { timeout: 60_000 };

describe('a file that was handed over', () => {
  const file = (ref: string): Turn => ({ ...turn(ref), input: { kind: 'file', name: 'kalender.csv', ref } });

  it(
    'is fetched from the channel that it came by, also when it was handed over before the start',
    PATIENT,
    async () => {
      const store = await openLowdbStore({ today });
      await store.book(file('left'));
      const slack = recorder({
        fetch: async (_at, ref) =>
          ref === 'away' ? { kind: 'away' } : { kind: 'bytes', bytes: Buffer.from('a;b\n1;2') },
      });
      const { bot, written } = await runs({ store, connect: async () => ({ slack }) });
      await expect
        .poll(() => slack.heard.map(({ reply }) => plainText(reply, texts.nl)), PATIENT)
        .toEqual([expect.stringContaining('kalender.csv: 1 regel gelezen')]);
      await bot.accept(file('away'));
      await expect.poll(() => slack.heard.length).toBe(2);
      expect(written.text()).toContain('file-not-fetched');
    },
  );

  it('in a channel that gives none is said', async () => {
    const { bot, channel } = await runs();
    await bot.accept(file('x'));
    await expect
      .poll(() => channel.heard.map(({ reply }) => plainText(reply, texts.nl)))
      .toEqual([expect.stringContaining('in een gesprek met mij alleen')]);
  });
});

describe('a bot that starts', () => {
  it('first takes up what was left: a turn that was booked, and a message that had not arrived', async () => {
    const store = await openLowdbStore({ today });
    await store.book(turn('left'));
    await store.book(turn('decided'));
    await store.settle('decided', async () => [
      { to: { channel: 'slack', id: 'b' }, reply: { language: 'nl', parts: [{ kind: 'text', text: 'nog onderweg' }] } },
    ]);
    const { channel } = await runs({ store });
    await expect.poll(() => channel.heard.map(({ to }) => to.id).sort()).toEqual(['a', 'b']);
  });

  it('opens the door to the outside where a port was set, or a channel listens there', async () => {
    expect((await runs({ config: { host: '127.0.0.1' } })).address).toBeUndefined();
    expect((await runs()).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const listens = recorder({ routes: { '/slack/events': async () => new Response('', { status: 401 }) } });
    const usual = await runs({ config: { host: '127.0.0.1' }, connect: async () => ({ slack: listens }) }).then(
      ({ address }) => String(address),
      (error: unknown) => String(error),
    );
    expect(usual).toMatch(/:3000$|poort 3000 is al in gebruik/);
  });

  it('closes again what was open when a door cannot be opened', async () => {
    const { address } = await runs();
    const channel = recorder();
    const port = Number(new URL(String(address)).port);
    await expect(
      runs({ config: { host: '127.0.0.1', port }, connect: async () => ({ slack: channel }) }),
    ).rejects.toThrow(`PORT: poort ${port}`);
    expect([channel.started, channel.stopped]).toEqual([true, true]);
  });
});

describe('the health of a bot that runs', () => {
  it('is good when all is well', async () => {
    const { address } = await runs();
    expect(await get(address, '/healthz')).toMatchObject({ status: 200 });
    expect(await get(address, '/readyz')).toMatchObject({ status: 200, body: '{"ready":true}' });
  });

  it.each<[string, (store: Store) => Partial<RunParts>, string]>([
    ['store fails', (store) => ({ store: { ...store, healthy: async () => false } }), 'store'],
    ['store hangs', (store) => ({ store: { ...store, healthy: () => new Promise(() => undefined) } }), 'store'],
    [
      'channel is not connected',
      () => ({ connect: async () => ({ slack: recorder({ ready: () => false }) }) }),
      'slack',
    ],
  ])('is named when the %s: it lives, is not ready, and says so within two seconds', async (_what, broken, name) => {
    const { address } = await runs(broken(await openLowdbStore({ today })));
    const [lives, ready] = await Promise.all([get(address, '/healthz'), get(address, '/readyz')]);
    expect(lives.status).toBe(200);
    expect([ready.status, JSON.parse(ready.body)]).toEqual([503, { ready: false, not: [name] }]);
    expect(Math.max(lives.took, ready.took)).toBeLessThan(2000);
  });

  it('is named when no message gets away for minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const deaf = recorder({ post: () => new Promise(() => undefined) });
    const { address, bot } = await runs({ connect: async () => ({ slack: deaf }) });
    await bot.accept(turn('t'));
    await bot.idle();
    expect((await get(address, '/readyz')).status).toBe(200);
    for (let minute = 0; minute < 7; minute += 1) await vi.advanceTimersByTimeAsync(60_000);
    expect(JSON.parse((await get(address, '/readyz')).body)).toEqual({ ready: false, not: ['outbox'] });
  });
});

describe('while it runs', () => {
  it('what time makes happen is booked, and what was left waiting is taken up again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const tidied = Promise.withResolvers<string>();
    const memory = await openLowdbStore({ today });
    let away = true;
    const store: Store = {
      ...memory,
      tidy: async (day) => tidied.resolve(day),
      settle: (id, act) => (away ? Promise.reject(new StoreError('away')) : memory.settle(id, act)),
    };
    const { bot, channel } = await runs({ store });
    await bot.accept(turn('t'));
    await bot.idle();
    expect(channel.heard).toEqual([]);
    away = false;
    await vi.advanceTimersByTimeAsync(10_000);
    await expect.poll(() => channel.heard.length).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await tidied.promise).toBe(TODAY);
  });
});

describe('a bot that stops', () => {
  it('finishes what is in hand, sends nothing to who is gone, and says first that it is not ready', async () => {
    const settling = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const memory = await openLowdbStore({ today });
    const store: Store = {
      ...memory,
      async settle(id, act) {
        settling.resolve();
        await go.promise;
        return memory.settle(id, act);
      },
    };
    const { bot, stop, address, channel } = await runs({ store });
    await bot.accept(turn('t'));
    await settling.promise;
    const stopped = stop();
    expect(JSON.parse((await get(address, '/readyz')).body)).toEqual({ ready: false, not: ['stopping'] });
    expect(channel.stopped).toBe(true);
    go.resolve();
    await stopped;
    expect(await memory.unsettled()).toEqual([]);
    expect([...(await memory.outbox.waiting()), ...channel.heard]).toHaveLength(1);
    await expect(get(address, '/healthz')).rejects.toThrow();
  });

  it('waits eight seconds at most, for a channel as for what is in hand, and leaves the rest for the next start', async () => {
    const memory = await openLowdbStore({ today });
    const store: Store = { ...memory, settle: () => new Promise(() => undefined) };
    const never = recorder({ stop: () => new Promise(() => undefined) });
    const { bot, stop, written } = await runs({ store, connect: async () => ({ slack: never }) });
    await bot.accept(turn('t'));
    const start = performance.now();
    await stop();
    expect(performance.now() - start).toBeLessThan(9500);
    expect(written.lines().at(-1)).toMatchObject({ msg: 'stopped-before-all-was-done', inHand: 1 });
    expect((await memory.unsettled()).map(({ id }) => id)).toEqual(['t']);
  });
});

describe('something that is done again and again', () => {
  afterEach(() => void vi.useRealTimers());

  it('goes on after it failed, never runs twice at a time, and ends when that is asked', async () => {
    vi.useFakeTimers();
    const failures: unknown[] = [];
    let runs = 0;
    let end: () => void = () => undefined;
    const beat = every(
      1000,
      () => {
        runs += 1;
        if (runs === 1) throw new Error('at once');
        if (runs === 2) return Promise.reject(new Error('later'));
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      },
      (error) => failures.push(error),
    );
    await vi.advanceTimersByTimeAsync(2000);
    expect([runs, failures.map(String)]).toEqual([2, ['Error: at once', 'Error: later']]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(runs).toBe(3);
    end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toBe(4);
    end();
    beat.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(runs).toBe(4);
  });
});
