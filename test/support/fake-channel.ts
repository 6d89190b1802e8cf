import { DeliveryError, type Failure } from '../../src/delivery.ts';
import type { Channel } from '../../src/ports.ts';
import { asRepeat, plainText } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { pause, type Timer } from '../../src/timer.ts';

/** One try to deliver a message. `before`: how often this message was tried before. */
export type Try = { place: string; id: string; repeat: boolean; before: number; at: number };
/** What becomes of it: nothing is that it arrives. `effect`: it arrives, whatever is answered. */
export type Fault =
  | { kind: 'fails'; failure: Failure; effect?: boolean }
  | { kind: 'breaks'; error: Error }
  | { kind: 'hangs'; effect?: boolean /** Milliseconds until it is answered after all. */; until?: number };

export type Heard = { place: string; id: string; text: string; at: number; repeat: boolean; stands?: string };

export type FakeChannel = Channel & {
  tries: Try[];
  /** What arrived, in order. */
  heard: Heard[];
  heardIn(place: string): string[];
  /** How many tries were under way at the same time, at most. */
  most(): number;
};

type Script = {
  timer: Timer;
  /** Milliseconds that each try takes. */
  takes?: number;
  pace?: number;
  fault?: (one: Try) => Fault | undefined;
  /** The place can tell what stands there. */
  tells?: boolean;
  /** Where what arrives is written down, when it is shared with another channel. */
  heard?: Heard[];
};

/** A channel in memory of which a test decides what goes wrong. */
export function fakeChannel({ timer, takes = 20, pace, fault, tells, heard = [] }: Script): FakeChannel {
  const tries: Try[] = [];
  const tried = new Map<string, number>();
  let running = 0;
  let most = 0;

  const channel: FakeChannel = {
    tries,
    heard,
    heardIn: (place) => heard.filter((one) => one.place === place).map(({ text }) => text),
    most: () => most,
    start: async () => undefined,
    stop: async () => undefined,
    ...(pace ? { pace } : {}),
    async post({ id: place }, reply, { id, repeat, stands }) {
      const one = { place, id, repeat, before: tried.get(id) ?? 0, at: timer.now() };
      tried.set(id, one.before + 1);
      tries.push(one);
      running += 1;
      most = Math.max(most, running);
      const happens = fault?.(one);
      await pause(timer, takes);
      running -= 1;
      if (!happens || ('effect' in happens && happens.effect)) {
        const text = plainText(repeat ? asRepeat(reply, texts.nl) : reply, texts.nl);
        heard.push({ place, id, text, at: timer.now(), repeat, ...(stands ? { stands } : {}) });
      }
      await end(happens, timer);
      return stands ?? `ref of ${id}`;
    },
  };
  if (tells) channel.stands = async (_to, id) => heard.some((one) => one.id === id);
  return channel;
}

async function end(happens: Fault | undefined, timer: Timer): Promise<void> {
  if (happens?.kind === 'fails') throw new DeliveryError(happens.failure);
  if (happens?.kind === 'breaks') throw happens.error;
  if (happens?.kind !== 'hangs') return;
  if (happens.until === undefined) return new Promise(() => undefined);
  await pause(timer, happens.until);
}
