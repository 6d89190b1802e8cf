import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { createMeter } from '../adapters/prometheus/meter.ts';
import type { Figures } from '../bench/load.ts';
import { MOST_IN_HAND } from '../src/bot.ts';
import { run } from '../src/run.ts';
import { texts } from '../src/texts/texts.ts';
import type { Turn } from '../src/turn.ts';
import { newFolder } from './support/bot-process.ts';
import { TODAY } from './support/day.ts';
import { library } from './support/library.ts';
import { writtenLog } from './support/lines.ts';
import { recorder, textOf } from './support/recorder.ts';

/** In ten seconds; PRESSURE=5000 for the long form. */
const TURNS = Number(process.env.PRESSURE ?? 1000);
/** Seconds; the long form is minutes of npm run soak. */
const SOAK = 60;
const soak = fileURLToPath(new URL('../bench/soak.ts', import.meta.url));
const today = () => TODAY;

const turn = (id: string, person: string): Turn => ({
  id,
  from: { id: person, name: person },
  at: { channel: 'slack', id: person },
  input: { kind: 'text', text: 'wie kan lunch brengen voor 25 man' },
});

/** Lets all of these come in at the same moment, and waits until each was answered. */
async function rush(turns: readonly Turn[]) {
  const channel = recorder();
  const meter = createMeter();
  const store = await openLowdbStore({ file: join(newFolder(), 'store.json'), today });
  onTestFinished(() => store.close());
  const { bot, stop } = await run({
    config: { host: '127.0.0.1' },
    store,
    library: () => library,
    documents: createDocuments(),
    log: writtenLog().log,
    meter,
    today,
    connect: async () => ({ slack: channel }),
  });
  let most = 0;
  await Promise.all(
    turns.map(async (one) => {
      await bot.accept(one);
      most = Math.max(most, bot.waiting());
    }),
  );
  await bot.idle();
  await expect.poll(() => channel.heard.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(turns.length);
  await stop();
  const declined = Number(/^inkopen_declined_total (\d+)$/m.exec((await meter.text()).body)?.[1]);
  const told = channel.heard.filter(({ reply }) => textOf(reply) === texts.nl.busy).length;
  return { most, declined, told, heard: channel.heard, left: await store.unsettled() };
}

describe('more turns than can be taken in hand', () => {
  it('at one moment, from many people: each is answered, the overflow with one polite sentence', async () => {
    const people = Array.from({ length: MOST_IN_HAND.inAll + 200 }, (_, at) => `p${at}`);
    const { most, declined, told, heard, left } = await rush(people.map((person) => turn(`t ${person}`, person)));
    expect(most).toBeLessThanOrEqual(MOST_IN_HAND.inAll);
    expect(declined).toBeGreaterThan(0);
    expect(told).toBe(declined);
    expect(new Set(heard.map(({ to }) => to.id))).toEqual(new Set(people));
    expect(left).toEqual([]);
  });

  it('from one person: they wait for each other, and who goes on is asked to come back', async () => {
    const { most, declined, told, heard, left } = await rush(
      Array.from({ length: 60 }, (_, at) => turn(`t${at}`, 'ann')),
    );
    expect(most).toBeLessThanOrEqual(MOST_IN_HAND.ofOnePlace);
    expect(declined).toBeGreaterThan(0);
    expect(told).toBe(declined);
    expect(heard.length).toBe(60);
    expect(left).toEqual([]);
  });
});

describe('many turns for a while', () => {
  it(`${TURNS} in ten seconds are each acknowledged within three seconds and answered, and the memory stays bounded`, {
    timeout: 120_000,
  }, async () => {
    const figures = await underLoad('--rate', String(TURNS / 10), '--seconds', '10', '--people', '400', '--no-faults');
    const { turns, unanswered, declined, told, apologies, strays, mostInHand, acknowledged, memory } = figures;
    const seen = JSON.stringify(figures);
    expect({ turns, unanswered, apologies, strays }).toEqual({ turns: TURNS, unanswered: 0, apologies: 0, strays: 0 });
    expect(told).toBe(declined);
    expect(mostInHand).toBeLessThanOrEqual(MOST_IN_HAND.inAll);
    expect(acknowledged.slowest).toBeLessThan(3000);
    expect(memory.most.rss, seen).toBeLessThan(450);
    expect(memory.after.heap, seen).toBeLessThan(memory.before.heap * 1.2);
  });

  it(`5 a second for ${SOAK} seconds, while the store fails now and then and places want us to wait, leave nothing behind`, {
    timeout: 90_000 + SOAK * 1500,
  }, async () => {
    const figures = await underLoad('--seconds', String(SOAK));
    const { unanswered, apologies, strays, acknowledged, memory } = figures;
    const seen = JSON.stringify(figures);
    expect({ unanswered, apologies, strays }, seen).toEqual({ unanswered: 0, apologies: 0, strays: 0 });
    expect(acknowledged.last, seen).toBeLessThan(Math.max(1000, 2 * acknowledged.first));
    expect(memory.growth.heap, seen).toBeLessThan(1);
  });
});

/** The figures of the bot under an even load, in a process of its own. */
async function underLoad(...args: string[]): Promise<Figures & { strays: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', soak, ...args]);
  return JSON.parse(stdout);
}
