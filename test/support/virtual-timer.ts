import type { Timer } from '../../src/timer.ts';

export type VirtualTimer = Timer & {
  /** Lets time pass, from each moment that something waits for to the next, until this holds. */
  until(holds: () => boolean): Promise<void>;
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
  /** How many wait for their moment. */
  waiting(): number;
};

/** Longer than any test has to let pass. */
const LONGEST = 7 * 24 * 60 * 60 * 1000;

/** Time that passes as fast as the work allows. */
export function virtualTimer(): VirtualTimer {
  let now = 0;
  const pauses = new Set<{ at: number; end: () => void }>();

  function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const one = { at: now + milliseconds, end };
      function end(): void {
        pauses.delete(one);
        signal?.removeEventListener('abort', end);
        resolve();
      }
      pauses.add(one);
      signal?.addEventListener('abort', end);
    });
  }

  async function until(holds: () => boolean): Promise<void> {
    const last = now + LONGEST;
    for (;;) {
      // All work that needs no time is done by then.
      await new Promise(setImmediate);
      if (holds()) return;
      let next: { at: number; end: () => void } | undefined;
      for (const one of pauses) if (!next || one.at < next.at) next = one;
      if (!next || next.at > last) throw new Error('it never comes to this');
      now = Math.max(now, next.at);
      next.end();
    }
  }

  return {
    now: () => now,
    pause,
    until,
    async pass(milliseconds) {
      let passed = false;
      void pause(milliseconds).then(() => {
        passed = true;
      });
      await until(() => passed);
    },
    waiting: () => pauses.size,
  };
}
