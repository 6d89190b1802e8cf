import { createDeliver, type Fate } from './deliver.ts';
import { type Standing, standingId } from './places.ts';
import { type Channel, type Log, type Meter, MOST_WAITING, noMeter, type Outgoing, type Store } from './ports.ts';
import { shared } from './shared.ts';
import { createRests, realTimer, type Timer } from './timer.ts';
import type { Address } from './turn.ts';

export type Outbox = {
  /** Sends what waits; returns at once. From then on it also looks by itself now and then. */
  send(): void;
  /** Waits for what is on its way, and starts nothing new. */
  stop(): Promise<void>;
  /** What is known to wait, of each place no more than MOST_WAITING; and for how many milliseconds the oldest is being tried. */
  backlog(): { waiting: number; oldest: number };
};

type OutboxParts = {
  store: Pick<Store, 'outbox' | 'alone' | 'read'>;
  channels: Partial<Record<Address['channel'], Channel>>;
  log: Log;
  meter?: Meter;
  timer?: Timer;
  random?: () => number;
};

/** What waits, by place; `told`: how often there had been something new when this was looked up. */
type Seen = { places: Map<string, Outgoing[]>; told: number };

/** Milliseconds after which we look by ourselves: another process may have decided a message, or a look failed. */
const LOOK_AGAIN = 5000;
/** Milliseconds between tries to write down that a message has arrived. */
const WRITE_AGAIN = 2000;

/** Sends what was decided, in order per place, until it has arrived. A slow place holds up no other. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, channels, log, meter = noMeter, timer = realTimer, random = Math.random } = parts;
  const { rest, end } = createRests(timer);
  const deliver = createDeliver({ log, meter, timer, random, rest, stopped: () => stopped });

  /** Places that are looked after, and what is done in those that are ours alone at this moment. */
  const busy = new Set<string>();
  const emptying = new Set<Promise<unknown>>();
  /** Since when the message is being tried that a place waits for. */
  const trying = new Map<string, number>();
  /** The ids of all that is known to wait. */
  let waiting = new Set<string>();
  /** What has arrived since the last look began. */
  let gone = new Set<string>();
  let told = 0;
  let stopped = false;
  let looking: Promise<void> | undefined;

  /** A whole query: all who want to know at the same time share one. */
  const look = shared(async (): Promise<Seen | undefined> => {
    gone = new Set();
    const seen = { told, places: new Map<string, Outgoing[]>() };
    try {
      const ours = (await store.outbox.waiting()).filter(({ message }) => channels[message.to.channel]);
      waiting = new Set(ours.map(({ id }) => id).filter((id) => !gone.has(id)));
      seen.places = Map.groupBy(ours, ({ message }) => `${message.to.channel} ${message.to.id}`);
    } catch (error) {
      log.error('outbox-failed', error);
      return undefined;
    }
    for (const [place, [first]] of seen.places) {
      const channel = first && channels[first.message.to.channel];
      if (channel && !busy.has(place) && !stopped) void lookAfter(place, channel);
    }
    return seen;
  });

  /** One process at a time sends to a place. */
  async function lookAfter(place: string, channel: Channel): Promise<void> {
    busy.add(place);
    let ours: Promise<Seen | undefined> | undefined;
    try {
      await store.alone(`outbox ${place}`, async () => {
        if (stopped) return;
        ours = empty(place, channel);
        emptying.add(ours);
        await ours;
      });
    } catch (error) {
      log.error('outbox-failed', error);
    }
    // The store may have let go of the place while a message was still on its way.
    const seen = await ours?.catch(() => undefined);
    if (ours) emptying.delete(ours);
    trying.delete(place);
    busy.delete(place);
    const isAll = (seen?.places.get(place)?.length ?? 0) < MOST_WAITING && seen?.told === told;
    if (seen && !isAll && !stopped) void look();
  }

  /** Sends what waits for a place by now: another process may have sent the rest. */
  async function empty(place: string, channel: Channel): Promise<Seen | undefined> {
    const seen = await look();
    for (const outgoing of seen?.places.get(place) ?? []) {
      trying.set(place, timer.now());
      const { to, reply } = outgoing.message;
      const standing = reply.card === undefined ? undefined : standingId(to, reply.card);
      const before = standing === undefined ? undefined : await store.read(({ cards }) => cards.get(standing));
      const fate = await orElsewhere(outgoing, await deliver(outgoing, channel, before?.ref));
      if (fate.kind === 'stopped') break;
      const ref = fate.kind === 'arrived' ? fate.ref : undefined;
      const card = standing && ref ? { id: standing, ref } : undefined;
      await Promise.all([writeDown(outgoing.id, card), channel.pace && rest(channel.pace)]);
    }
    return seen;
  }

  /** What the place itself does not want goes where else it may. */
  async function orElsewhere(outgoing: Outgoing, fate: Fate): Promise<Fate> {
    const { orElse, reply } = outgoing.message;
    const channel = orElse && channels[orElse.channel];
    if (fate.kind !== 'refused' || !orElse || !channel) return fate;
    return deliver({ ...outgoing, message: { to: orElse, reply } }, channel, undefined);
  }

  /** Goes on for as long as it takes: what has arrived is not sent again because that could not be kept. */
  async function writeDown(id: string, card: Standing | undefined): Promise<void> {
    for (let last = false; ; last = stopped) {
      try {
        await store.outbox.arrived(id, card);
        waiting.delete(id);
        gone.add(id);
        return;
      } catch (error) {
        log.error('arrival-not-kept', error, { message: id });
        if (last) return;
        await rest(WRITE_AGAIN);
      }
    }
  }

  async function keepLooking(): Promise<void> {
    while (!stopped) {
      await rest(LOOK_AGAIN);
      if (!stopped) await look();
    }
  }

  return {
    send() {
      if (stopped) return;
      told += 1;
      void look();
      looking ??= keepLooking();
    },
    async stop() {
      stopped = true;
      end();
      await looking;
      await Promise.allSettled([...emptying]);
    },
    backlog: () => ({
      waiting: waiting.size,
      oldest: trying.size === 0 ? 0 : timer.now() - Math.min(...trying.values()),
    }),
  };
}
