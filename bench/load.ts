import { setTimeout as pause, setInterval as ticks } from 'node:timers/promises';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { createMeter } from '../adapters/prometheus/meter.ts';
import { DeliveryError } from '../src/delivery.ts';
import { StoreError } from '../src/errors.ts';
import type { Library } from '../src/knowledge/compile.ts';
import type { Channel, Log, Store } from '../src/ports.ts';
import { run } from '../src/run.ts';
import { texts } from '../src/texts/texts.ts';
import type { Turn } from '../src/turn.ts';
import { mean, quantile } from './figures.ts';

export type Load = {
  /** Turns a second, for so many seconds, by so many people. */
  rate: number;
  seconds: number;
  people: number;
  /** Now and then the store keeps nothing and a place wants us to wait. */
  faults: boolean;
  file: string;
  library: Library;
  log: Log;
};

export type Figures = {
  turns: number;
  unanswered: number;
  /** Declined by the bot, and how many of those heard the polite sentence. */
  declined: number;
  told: number;
  apologies: number;
  mostInHand: number;
  /** Milliseconds until a turn was booked: the slowest hundredth of the first and of the last half, and the slowest of all. */
  acknowledged: { first: number; last: number; slowest: number };
  /** Megabytes after the start, at most, and at the end; and by how much they grow in a minute, after the first third. */
  memory: { before: Size; most: Size; after: Size; growth: Size };
};
type Size = { rss: number; heap: number };
type Sample = Size & { minute: number };

const QUESTIONS = [
  'wie kan lunch brengen voor 25 man',
  'mag ik voor 900 euro ex btw lunch bestellen bij The Colour Kitchen',
  'nee',
  'wanneer zijn 3 offertes nodig?',
  'leuk cadeau voor 40 vrijwilligers, max 15 euro pp',
  'what is a social enterprise?',
  'qsdf jklm',
  'opnieuw',
];
const A_TICK = 20;
const MB = 1e6;
/** A platform sends again what was not acknowledged. */
const SENT_AGAIN = 500;
const LONGEST_END = 60_000;

/** Lets turns come in at an even pace, and measures what becomes of them. Wants --expose-gc. */
export async function load({ rate, seconds, people, faults, file, library, log }: Load): Promise<Figures> {
  const meter = createMeter();
  const kept = await openLowdbStore({ file, today: () => '2026-11-21' });
  const store = faults ? failingNowAndThen(kept) : kept;
  const pending = new Set<string>();
  let told = 0;
  const channel = place(faults, (turn, busy) => {
    pending.delete(turn);
    told += Number(busy);
  });
  const { bot, stop } = await run({
    config: { host: '127.0.0.1' },
    store,
    library: () => library,
    documents: createDocuments(),
    log,
    meter,
    today: () => '2026-11-21',
    connect: async () => ({ slack: channel }),
  });

  const took: number[] = [];
  let mostInHand = 0;
  async function comesIn(turn: Turn): Promise<void> {
    pending.add(turn.id);
    const start = performance.now();
    while (
      !(await bot.accept(turn).then(
        () => true,
        () => pause(SENT_AGAIN, false),
      ))
    );
    took.push(performance.now() - start);
    mostInHand = Math.max(mostInHand, bot.waiting());
  }

  for (let at = 0; at < 200; at++) await comesIn(turnOf(-at - 1, people));
  await bot.idle();
  took.splice(0);
  const samples: Sample[] = [];
  const coming: Promise<void>[] = [];
  const begin = performance.now();
  const before = memory(0);
  for await (const _ of ticks(A_TICK)) {
    const passed = (performance.now() - begin) / 1000;
    while (coming.length < Math.min(passed, seconds) * rate) coming.push(comesIn(turnOf(coming.length, people)));
    if (samples.length < Math.floor(passed)) samples.push(memory(passed / 60));
    if (passed >= seconds) break;
  }
  await Promise.all(coming);
  for (const until = performance.now() + LONGEST_END; pending.size > 0 && performance.now() < until; )
    await pause(A_TICK);
  const after = memory(0);
  await stop();
  await kept.close();

  const { body } = await meter.text();
  const count = (what: string) => Number(new RegExp(`^inkopen_${what}_total (\\d+)$`, 'm').exec(body)?.[1]);
  const halfway = Math.floor(took.length / 2);
  const settled = samples.slice(Math.floor(samples.length / 3));
  return {
    turns: coming.length,
    unanswered: pending.size,
    declined: count('declined'),
    told,
    apologies: count('failed'),
    mostInHand,
    acknowledged: {
      first: quantile(took.slice(0, halfway), 0.99),
      last: quantile(took.slice(halfway), 0.99),
      slowest: Math.max(...took),
    },
    memory: {
      before: sizeOf(before),
      most: {
        rss: Math.max(...[...samples, after].map(({ rss }) => rss)),
        heap: Math.max(...[...samples, after].map(({ heap }) => heap)),
      },
      after: sizeOf(after),
      growth: { rss: slope(settled, 'rss'), heap: slope(settled, 'heap') },
    },
  };
}

function turnOf(at: number, people: number): Turn {
  const person = `p${Math.abs(at) % people}`;
  const text = QUESTIONS[Math.abs(Math.floor(at / people) + at) % QUESTIONS.length] as string;
  return {
    id: `t${at}`,
    from: { id: person, name: '' },
    at: { channel: 'slack', id: person },
    input: { kind: 'text', text },
  };
}

function place(faults: boolean, arrived: (turn: string, busy: boolean) => void): Channel {
  let asked = 0;
  return {
    start: async () => undefined,
    stop: async () => undefined,
    async post(_to, { parts, language }, { id }) {
      asked += 1;
      if (faults && asked % 15 === 0) throw new DeliveryError({ kind: 'throttled', wait: 200 });
      const [first] = parts;
      arrived(id.slice(0, id.lastIndexOf('/')), first?.kind === 'text' && first.text === texts[language].busy);
    },
  };
}

function failingNowAndThen(store: Store): Store {
  let asked = 0;
  const fails = (often: number) => {
    asked += 1;
    return asked % often === 0 ? Promise.reject(new StoreError('the disk is away')) : undefined;
  };
  return {
    ...store,
    book: (turn) => fails(50) ?? store.book(turn),
    settle: (id, act) => fails(20) ?? store.settle(id, act),
  };
}

function memory(minute: number): Sample {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { minute, rss: rss / MB, heap: heapUsed / MB };
}

const sizeOf = ({ rss, heap }: Size): Size => ({ rss, heap });

/** The line through the samples, in megabytes a minute. */
function slope(samples: readonly Sample[], of: 'rss' | 'heap'): number {
  const [x, y] = [mean(samples.map(({ minute }) => minute)), mean(samples.map((sample) => sample[of]))];
  const up = samples.reduce((sum, sample) => sum + (sample.minute - x) * (sample[of] - y), 0);
  return up / samples.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
}
