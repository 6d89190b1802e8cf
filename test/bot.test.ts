import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { type Bot, createBot, MOST_IN_HAND } from '../src/bot.ts';
import { turnsDue } from '../src/due.ts';
import { StoreError } from '../src/errors.ts';
import { type Counted, type Log, type Meter, noMeter, type Outgoing, type Store } from '../src/ports.ts';
import type { Turn } from '../src/turn.ts';
import { TODAY } from './support/day.ts';
import { library } from './support/library.ts';
import { generated, seed } from './support/seed.ts';

const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  folders.push(folder);
  return join(folder, 'store.json');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const openFile = (file: string) => openLowdbStore({ file, today: () => TODAY });
const openMemory = () => openLowdbStore({ today: () => TODAY });

const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};
type Parts = { log?: Log; meter?: Meter };
const botOn = (store: Store, { log = strict, meter = noMeter }: Parts = {}): Bot =>
  createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log,
    meter,
    today: () => TODAY,
    send: () => undefined,
  });

const turn = (id: string, more: { who?: string; text?: string } = {}): Turn => ({
  id,
  from: { id: `web:${more.who ?? 'ann'}`, name: '' },
  at: { channel: 'web', id: more.who ?? 'a' },
  input: { kind: 'text', text: more.text ?? 'dank je' },
});

/** Everything that was decided, however much waits for one place. */
async function decided(store: Store): Promise<Outgoing[]> {
  const all: Outgoing[] = [];
  for await (const one of store.everything())
    if (one.kept === 'outgoing') all.push({ id: one.id, message: one.message });
  return all;
}
const textOf = ({ message }: Outgoing) =>
  message.reply.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join(' ');

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  generated(fc.shuffledSubarray([...items], { minLength: items.length }), 1)[0] ?? [];

describe('a turn that is delivered again and again', () => {
  const count = 400;
  const deliveries = () =>
    shuffled(Array.from({ length: count * 5 }, (_, at) => turn(`e${at % count}`, { who: `p${at % 40}` })));

  it(`has one effect, on two bots and over a restart (seed ${seed})`, async () => {
    const file = newFile();
    const all = deliveries();
    const half = all.length / 2;
    let store = await openFile(file);
    let bots = [botOn(store), botOn(store)] as const;
    await Promise.all(all.slice(0, half).map((one, at) => bots[at % 2]?.accept(one)));
    await Promise.all(bots.map((bot) => bot.idle()));
    await store.close();

    store = await openFile(file);
    bots = [botOn(store), botOn(store)];
    await Promise.all(bots.map((bot) => bot.resume()));
    await Promise.all(all.slice(half).map((one, at) => bots[at % 2]?.accept(one)));
    await Promise.all(bots.map((bot) => bot.idle()));
    const sent = (await decided(store)).map(({ id }) => id);
    expect(sent).toHaveLength(count);
    expect(new Set(sent).size).toBe(count);
    expect(await store.unsettled()).toEqual([]);
    await store.close();
  });

  it('has many where nothing is booked: the count above can fail', async () => {
    const store = await openMemory();
    let again = 0;
    const forgetful: Store = {
      ...store,
      book: async (one) => {
        again += 1;
        return store.book({ ...one, id: `${one.id} ${again}` });
      },
    };
    const bot = botOn(forgetful);
    await Promise.all(deliveries().map((one) => bot.accept(one)));
    await bot.idle();
    expect((await decided(store)).length).toBeGreaterThan(count);
  });

  it('is counted, and so is the time until it could be acknowledged', async () => {
    const heard: (Counted | string)[] = [];
    const meter: Meter = { count: (what) => heard.push(what), acknowledged: (channel) => heard.push(channel) };
    const bot = botOn(await openMemory(), { meter });
    await bot.accept(turn('t1'));
    await bot.accept(turn('t1'));
    await bot.idle();
    expect(heard).toEqual(['web', 'web', 'duplicates']);
  });
});

describe('the turns of one person in one place', () => {
  it('are handled in the order in which they were booked, whichever bot they came to', async () => {
    const store = await openMemory();
    const bots = [botOn(store), botOn(store)] as const;
    for (let at = 0; at < MOST_IN_HAND.ofOnePlace; at++) await bots[at % 2]?.accept(turn(`t${at}`));
    await Promise.all(bots.map((bot) => bot.idle()));
    const sent = (await decided(store)).map(({ id }) => id);
    expect(sent).toEqual(Array.from({ length: MOST_IN_HAND.ofOnePlace }, (_, at) => `t${at}/0`));
  });

  it('that were left over by a stop are taken up in that order too', async () => {
    const file = newFile();
    const before = await openFile(file);
    for (const id of ['t1', 't2', 't3']) await before.book(turn(id));
    await before.close();
    const store = await openFile(file);
    const bot = botOn(store);
    await bot.resume();
    await bot.accept(turn('t4'));
    await bot.idle();
    expect((await decided(store)).map(({ id }) => id)).toEqual(['t1/0', 't2/0', 't3/0', 't4/0']);
    await store.close();
  });
});

describe('when more comes in than can be handled', () => {
  it('who comes too many are told to come back, and each turn has its one answer', async () => {
    const store = await openMemory();
    const counts: Counted[] = [];
    const bot = botOn(store, { meter: { ...noMeter, count: (what) => counts.push(what) } });
    const all = Array.from({ length: 1500 }, (_, at) => turn(`t${at}`, { who: `p${at}` }));
    let most = 0;
    await Promise.all(
      all.map(async (one) => {
        await bot.accept(one);
        most = Math.max(most, bot.waiting());
      }),
    );
    await bot.idle();
    const sent = await decided(store);
    const declined = sent.filter((one) => textOf(one).includes('erg druk'));
    expect(most).toBeLessThanOrEqual(MOST_IN_HAND.inAll);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(all.length);
    expect(declined.length).toBeGreaterThanOrEqual(1);
    expect(counts.filter((what) => what === 'declined')).toHaveLength(declined.length);
    expect(await store.unsettled()).toEqual([]);
  });

  it('one person who sends without end does not take the place of others', async () => {
    const store = await openMemory();
    const bot = botOn(store);
    await Promise.all(Array.from({ length: 200 }, (_, at) => bot.accept(turn(`t${at}`))));
    await bot.accept(turn('other', { who: 'bo' }));
    await bot.idle();
    const sent = await decided(store);
    expect(sent).toHaveLength(201);
    expect(textOf(sent.find(({ id }) => id === 'other/0') as Outgoing)).not.toContain('erg druk');
  });
});

describe('when the store is away', () => {
  /** A store that keeps nothing while it is away. */
  function comesAndGoes(store: Store): { away: boolean; store: Store } {
    const state = {
      away: false,
      store: {
        ...store,
        settle: (id: string, act: Parameters<Store['settle']>[1]) =>
          state.away ? Promise.reject(new StoreError('away')) : store.settle(id, act),
      },
    };
    return state;
  }

  it('a turn waits, and is answered once when it is back, without an apology', async () => {
    const kept = await openMemory();
    const state = comesAndGoes(kept);
    const events: string[] = [];
    const bot = botOn(state.store, { log: { ...strict, error: (event) => void events.push(event) } });
    state.away = true;
    await bot.accept(turn('t1', { text: 'wie levert bloemen' }));
    await bot.idle();
    expect(await decided(kept)).toEqual([]);
    expect((await kept.unsettled()).map(({ id }) => id)).toEqual(['t1']);
    expect(events).toEqual(['turn-failed']);
    state.away = false;
    await bot.resume();
    await bot.resume();
    await bot.idle();
    const sent = await decided(kept);
    expect(sent.map(({ id }) => id)).toEqual(['t1/0']);
    expect(textOf(sent[0] as Outgoing)).not.toMatch(/ging iets mis/);
  });

  it('a turn that cannot be booked is not taken in: it is for the channel to try again', async () => {
    const store = await openMemory();
    const bot = botOn({ ...store, book: () => Promise.reject(new StoreError('away')) });
    await expect(bot.accept(turn('t1'))).rejects.toThrow(StoreError);
    expect(bot.waiting()).toBe(0);
  });
});

describe('what time makes happen', () => {
  const idAt = (moment: string) => turnsDue(new Date(moment)).map(({ id }) => id);

  it('has the same id all day, from three in the night on', () => {
    expect(idAt('2026-11-28T01:59:00Z')).toEqual(['due tidy 2026-11-27']);
    expect(idAt('2026-11-28T02:01:00Z')).toEqual(['due tidy 2026-11-28']);
    expect(idAt('2026-11-29T01:30:00Z')).toEqual(['due tidy 2026-11-28']);
  });

  it('happens once on however many bots, and once after days in which nothing ran', async () => {
    const store = await openMemory();
    const days: string[] = [];
    const watched: Store = {
      ...store,
      tidy: async (day) => {
        days.push(day);
      },
    };
    const bots = Array.from({ length: 10 }, () => botOn(watched));
    const minutes = ['2026-11-20T10:00:00Z', '2026-11-28T10:00:00Z', '2026-11-28T10:01:00Z'];
    for (const minute of minutes)
      await Promise.all(bots.flatMap((bot) => turnsDue(new Date(minute)).map((due) => bot.accept(due))));
    await Promise.all(bots.map((bot) => bot.idle()));
    expect(days).toHaveLength(2);
    expect(await decided(store)).toEqual([]);
  });

  it('comes again when it failed', async () => {
    const store = await openMemory();
    const days: string[] = [];
    let broken = true;
    const watched: Store = {
      ...store,
      tidy: async (day) => {
        if (broken) throw new StoreError('away');
        days.push(day);
      },
    };
    const bot = botOn(watched, { log: { ...strict, error: () => undefined } });
    for (const due of turnsDue(new Date('2026-11-28T10:00:00Z'))) await bot.accept(due);
    await bot.idle();
    broken = false;
    await bot.resume();
    await bot.idle();
    expect(days).toEqual([TODAY]);
  });
});
