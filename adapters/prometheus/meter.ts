import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Counted, counted, type Meter } from '../../src/ports.ts';

/** What is asked at the moment of looking. */
export type Now = {
  /** Turns that wait or are being handled. */
  inHand: () => number;
  /** Messages that have not arrived yet. */
  waiting: () => Promise<number>;
  storeHealthy: () => Promise<boolean>;
  /** Each channel that is on, and whether it can speak and be spoken to. */
  channels: () => Record<string, boolean>;
};

export type PrometheusMeter = Meter & {
  /** Lets what is going on at the moment of looking be seen too. */
  watch(now: Now): void;
  /** Everything, in the text form of Prometheus. */
  text(): Promise<{ type: string; body: string }>;
};

const HELP: Record<Counted, string> = {
  duplicates: 'Turns that were booked before.',
  declined: 'Turns that were declined because too many waited.',
  failed: 'Turns that ended in an apology.',
  fallbacks: 'Answers in our own words where a model gave none that counts.',
  retries: 'Messages that were tried again.',
  throttled: 'Messages for which a place wanted us to wait.',
  repeats: 'Messages that may stand there twice.',
  refused: 'Messages that no place wants.',
  strays: 'Errors that nobody caught.',
};

/** Seconds: an acknowledgement takes milliseconds, and after three seconds the platform sends again. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 3, 5, 10];

/** Counts for Prometheus; never by person or by place, so that nobody can be followed. */
export function createMeter(): PrometheusMeter {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });

  const counters = Object.fromEntries(
    counted.map((what) => [what, new Counter({ name: `inkopen_${what}_total`, help: HELP[what], registers })]),
  ) as Record<Counted, Counter>;
  const acknowledged = new Histogram({
    name: 'inkopen_acknowledged_seconds',
    help: 'How long it took until a turn was booked and could be acknowledged.',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  });

  return {
    count: (what) => counters[what].inc(),
    acknowledged: (channel, milliseconds) => acknowledged.observe({ channel }, milliseconds / 1000),
    watch: (now) => watch(now, registers),
    text: async () => ({ type: register.contentType, body: await register.metrics() }),
  };
}

function watch({ inHand, waiting, storeHealthy, channels }: Now, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  gauge('inkopen_turns_in_hand', 'Turns that wait or are being handled.', inHand);
  gauge('inkopen_messages_waiting', 'Messages that have not arrived yet.', waiting);
  gauge('inkopen_store_healthy', '1 when things can be kept.', async () => Number(await storeHealthy()));
  new Gauge({
    name: 'inkopen_channel_ready',
    help: '1 when the channel can speak and be spoken to.',
    labelNames: ['channel'],
    registers,
    collect() {
      for (const [channel, ready] of Object.entries(channels())) this.set({ channel }, Number(ready));
    },
  });
}
