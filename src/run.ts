import { createBacklog } from './backlog.ts';
import { type Beat, every } from './beat.ts';
import { type Bot, type BotParts, createBot } from './bot.ts';
import type { Config } from './config.ts';
import { turnsDue } from './due.ts';
import { createOutbox } from './outbox.ts';
import type { Channel, Log, Meter } from './ports.ts';
import { channelsReady, notReady, storeHealthy } from './ready.ts';
import { type Door, openDoor } from './serve.ts';
import type { Address, Turn } from './turn.ts';
import { within } from './within.ts';

export type Channels = Partial<Record<Address['channel'], Channel>>;
/** What can be asked of a bot that runs. */
export type Vitals = {
  inHand(): number;
  waiting(): Promise<number>;
  storeHealthy(): Promise<boolean>;
  channels(): Record<string, boolean>;
};
export type RunParts = Omit<BotParts, 'send' | 'working' | 'log' | 'meter' | 'fetchFile'> & {
  config: Pick<Config, 'port' | 'host'>;
  log: Log;
  meter: Meter;
  /** The channels that are on; each hands its turns to `accept`. */
  connect: (accept: (turn: Turn) => Promise<void>) => Promise<Channels>;
  /** Opens what watches over the bot, where there is such a thing. */
  observe?: (vitals: Vitals) => Promise<{ stop(): Promise<void> } | undefined>;
};
export type Running = {
  bot: Bot;
  /** The address of the door to the outside, when it is open. */
  address?: string;
  /** Lets nothing new in, finishes what is in hand, and closes the doors; the store is the caller's to close. */
  stop(): Promise<void>;
};

/** Milliseconds between two looks for what was left: turns, and messages. */
const SWEEP = 10_000;
const A_MINUTE = 60_000;
/** The door to the outside, when channels need one and no port was set. */
const USUAL_PORT = 3000;
/** Milliseconds in which a channel may close, and in which all that is in hand may end; the rest is taken up at the next start. */
const LONGEST_CLOSE = 4000;
const LONGEST_STOP = 8000;

/** The bot with its doors open, in this order: what was left is taken up, then what is new comes in. */
export async function run({ config, connect, observe, log, meter, ...parts }: RunParts): Promise<Running> {
  const { store } = parts;
  let stopping = false;
  let channels: Channels = {};
  const bot = createBot({
    ...parts,
    log,
    meter,
    async fetchFile(at, ref) {
      const fetched = (await channels[at.channel]?.fetch?.(at, ref)) ?? { kind: 'not-here' };
      if (fetched.kind === 'away') log.warn('file-not-fetched', { channel: at.channel });
      return fetched;
    },
    send: () => outbox.send(),
    working: (at) => channels[at.channel]?.working?.(at),
  });
  channels = await connect(bot.accept);
  const outbox = createOutbox({ store, channels, log, meter });
  const backlog = createBacklog(() => store.outbox.waiting(), Date.now);
  const beats: Beat[] = [];
  const doors: Pick<Door, 'stop'>[] = [];

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    const until = performance.now() + LONGEST_STOP;
    const left = () => Math.max(0, until - performance.now());
    log.info('stopping', { inHand: bot.waiting() });
    for (const beat of beats) beat.stop();
    await within<unknown>(
      LONGEST_CLOSE,
      Promise.allSettled(Object.values(channels).map((one) => one.stop())),
      undefined,
    );
    await within<unknown>(left(), bot.idle().then(outbox.stop), undefined);
    if (bot.waiting() > 0) log.warn('stopped-before-all-was-done', { inHand: bot.waiting() });
    await Promise.allSettled(doors.map((door) => door.stop()));
  }

  async function open(): Promise<string | undefined> {
    await bot.resume();
    outbox.send();
    beats.push(
      every(SWEEP, bot.resume, (error) => log.error('sweep-failed', error)),
      every(
        SWEEP,
        async () => {
          outbox.send();
          await backlog.look();
        },
        (error) => log.error('backlog-unknown', error),
      ),
      every(
        A_MINUTE,
        () => bookDue(bot),
        (error) => log.error('minute-failed', error),
      ),
    );
    const watched = await observe?.({
      inHand: bot.waiting,
      waiting: () => within(SWEEP / 10, backlog.look(), Number.NaN),
      storeHealthy: () => storeHealthy(store),
      channels: () => channelsReady(channels),
    });
    if (watched) doors.push(watched);
    await Promise.all(Object.values(channels).map((channel) => channel.start()));
    const routes = Object.assign({}, ...Object.values(channels).map((channel) => channel.routes ?? {}));
    const port = config.port ?? (Object.keys(routes).length > 0 ? USUAL_PORT : undefined);
    if (port === undefined) return undefined;
    const state = { store, backlog, channels, stopping: () => stopping };
    const door = await openDoor(
      { routes, notReady: () => notReady(state), stopping: state.stopping, log },
      { port, host: config.host },
    );
    doors.push(door);
    return door.address;
  }

  try {
    const address = await open();
    return { bot, stop, ...(address ? { address } : {}) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bookDue(bot: Bot): Promise<void> {
  for (const turn of turnsDue(new Date())) await bot.accept(turn);
}
