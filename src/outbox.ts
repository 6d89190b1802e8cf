import type { Channel, Log, Outgoing, Store } from './ports.ts';
import type { Address } from './turn.ts';

export type Outbox = {
  /** Sends what waits; returns at once. */
  send(): void;
  /** Waits for what is on its way, and starts nothing new. */
  stop(): Promise<void>;
};

/** Seconds to wait after each failure; the last goes on for as long as it takes. */
const PATIENCE = [1, 5, 30, 120];

/** Sends what was decided, in order per place, until it has arrived. A slow place holds up no other. */
export function createOutbox(store: Store, channels: Partial<Record<Address['channel'], Channel>>, log: Log): Outbox {
  const busy = new Map<string, Promise<void>>();
  /** Arrived, while that could not be written down yet: it is not sent again for that. */
  const arrived = new Set<string>();
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    do {
      again = false;
      const waiting = await store.outbox.waiting();
      for (const [place, queue] of Map.groupBy(waiting, ({ message }) => `${message.to.channel} ${message.to.id}`)) {
        if (busy.has(place) || stopped) continue;
        const sending = empty(queue).finally(() => {
          busy.delete(place);
          if (!stopped) send();
        });
        busy.set(place, sending);
      }
    } while (again && !stopped);
  }

  async function empty(queue: readonly Outgoing[]): Promise<void> {
    for (const outgoing of queue) {
      if (stopped || !(await deliver(outgoing))) return;
    }
  }

  async function deliver({ id, message }: Outgoing): Promise<boolean> {
    const channel = channels[message.to.channel];
    for (let tried = 0; channel && !stopped; tried++) {
      try {
        if (!arrived.has(id)) await channel.post(message.to, message.reply, { id, repeat: false });
        arrived.add(id);
        await store.outbox.arrived(id);
        arrived.delete(id);
        return true;
      } catch (error) {
        log.error('message-not-delivered', error, { message: id, tried: tried + 1 });
        await pause((PATIENCE[tried] ?? (PATIENCE.at(-1) as number)) * 1000);
      }
    }
    return false;
  }

  let looking: Promise<void> | undefined;
  function send(): void {
    if (looking) {
      again = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => log.error('outbox-failed', error))
      .finally(() => {
        looking = undefined;
      });
  }

  const wake = new Set<() => void>();
  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wake.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      wake.add(done);
    });
  }

  return {
    send,
    async stop() {
      stopped = true;
      for (const done of [...wake]) done();
      await looking;
      await Promise.allSettled(busy.values());
    },
  };
}
