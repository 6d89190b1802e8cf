import type { Outgoing } from './ports.ts';

/** Longer than this no message may wait while none arrives (milliseconds). */
const LONGEST_STILL = 5 * 60 * 1000;

export type Backlog = {
  /** Looks at what waits now, and says how much that is. */
  look(): Promise<number>;
  /** Messages wait, and for minutes none has arrived. */
  stuck(): boolean;
};

/** Whether messages still get away, whatever sends them. `now` is the time in milliseconds. */
export function createBacklog(waiting: () => Promise<Outgoing[]>, now: () => number): Backlog {
  let before: ReadonlySet<string> = new Set();
  let moved = now();
  return {
    async look() {
      const ids = new Set((await waiting()).map(({ id }) => id));
      if (before.size === 0 || [...before].some((id) => !ids.has(id))) moved = now();
      before = ids;
      return ids.size;
    },
    stuck: () => before.size > 0 && now() - moved > LONGEST_STILL,
  };
}
