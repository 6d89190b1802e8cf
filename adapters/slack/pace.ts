import { DeliveryError } from '../../src/delivery.ts';
import { pause, realTimer, type Timer } from '../../src/timer.ts';
import { bounded } from './bounded.ts';

/** Slack takes one message a second in one conversation, and a little is kept for how long each is on its way. */
export const PACE = 1100;
/** Who must wait longer comes back later, so that what is for other conversations goes on meanwhile. */
const LONGEST_WAIT = 1500;

export type Pace = {
  /** Waits until this message may go, or throws a DeliveryError that says when; its turn is kept for it. */
  turn(conversation: string, message: string): Promise<void>;
  /** Slack asks for a rest in this conversation. */
  rest(conversation: string, milliseconds: number): void;
};

export function createPace(milliseconds: number, timer: Timer = realTimer): Pace {
  const next = bounded<number>(5000);
  const turns = bounded<number>(5000);
  return {
    async turn(conversation, message) {
      const now = timer.now();
      const at = turns.get(message) ?? Math.max(now, next.get(conversation) ?? 0);
      if (turns.get(message) === undefined) next.set(conversation, at + milliseconds);
      turns.set(message, at);
      if (at - now > LONGEST_WAIT) throw new DeliveryError({ kind: 'throttled', wait: at - now });
      if (at > now) await pause(timer, at - now);
    },
    rest(conversation, asked) {
      next.set(conversation, Math.max(next.get(conversation) ?? 0, timer.now() + asked));
    },
  };
}
