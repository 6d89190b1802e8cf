import { expect } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createOutbox, type Outbox } from '../../src/outbox.ts';
import type { Standing } from '../../src/places.ts';
import { type Channel, type Counted, counted, type Message, type Store } from '../../src/ports.ts';
import { TODAY } from './day.ts';
import { type VirtualTimer, virtualTimer } from './virtual-timer.ts';

export const message = (place: string, text: string, channel: Message['to']['channel'] = 'slack'): Message => ({
  to: { channel, id: place },
  reply: { language: 'nl', parts: [{ kind: 'text', text }] },
});

/** So many messages to each place, one place after the other, each with its number. */
export const messagesTo = (places: readonly string[], count: number): Message[] =>
  Array.from({ length: count }, (_, at) => places.map((place) => message(place, String(at)))).flat();

export const numbersTo = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));

export type Sending = {
  store: Store;
  outbox: Outbox;
  timer: VirtualTimer;
  /** How often each thing was counted. */
  counts: Record<Counted, number>;
  /** Events that were logged, each as its name with the ids in it. */
  logged: string[];
  /** Decides these messages, all at once. */
  decide(messages: Message[]): Promise<void>;
  /** Sends until nothing waits any more, and stops; nothing is left behind then. */
  empties(): Promise<void>;
  /** Stops; nothing is left behind then. */
  stops(): Promise<void>;
};

type Setting = {
  channel: (timer: VirtualTimer) => Channel;
  messages?: Message[];
  /** What goes wrong with the store. */
  spoiled?: (store: Store) => Store;
  /** Outboxes on the one store, each with a channel of its own. */
  outboxes?: number;
};

/** An outbox on a store in memory, with time that passes by itself. */
export async function sending({ channel, messages = [], spoiled, outboxes = 1 }: Setting): Promise<Sending> {
  const timer = virtualTimer();
  const opened = await openLowdbStore({ today: () => TODAY });
  const left = new Set<string>();
  const kept = {
    ...opened,
    outbox: {
      ...opened.outbox,
      async arrived(id: string, card?: Standing) {
        await opened.outbox.arrived(id, card);
        left.delete(id);
      },
    },
  };
  const store = spoiled?.(kept) ?? kept;
  const counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<Counted, number>;
  const logged: string[] = [];
  const note = (event: string, details?: object) =>
    void logged.push([event, ...Object.values(details ?? {})].join(' '));
  const all = Array.from({ length: outboxes }, () =>
    createOutbox({
      store,
      channels: { slack: channel(timer) },
      log: { info: note, warn: note, error: (event, _error, details) => note(event, details) },
      meter: {
        count: (what) => {
          counts[what] += 1;
        },
        acknowledged: () => undefined,
      },
      timer,
      random: () => 0.5,
    }),
  );
  let turns = 0;
  const decide = async (decided: Message[]) => {
    turns += 1;
    await opened.settle(`t${turns}`, async () => decided);
    for (const at of decided.keys()) left.add(`t${turns}/${at}`);
  };
  if (messages.length > 0) await decide(messages);

  async function stops(): Promise<void> {
    let stopped = false;
    const stopping = Promise.all(all.map((outbox) => outbox.stop())).then(() => {
      stopped = true;
    });
    await timer.until(() => stopped);
    await stopping;
    expect(timer.waiting(), 'timers that are left behind').toBe(0);
  }

  return {
    store,
    outbox: all[0] as Outbox,
    timer,
    counts,
    logged,
    decide,
    stops,
    async empties() {
      for (const outbox of all) outbox.send();
      await timer.until(() => left.size === 0);
      await stops();
      expect(await store.outbox.waiting()).toEqual([]);
    },
  };
}
