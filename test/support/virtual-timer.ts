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
  const waits = new Set<{ at: number; call: () => void }>();

  function after(milliseconds: number, call: () => void): () => void {
    const one = { at: now + milliseconds, call };
    waits.add(one);
    return () => void waits.delete(one);
  }

  async function until(holds: () => boolean): Promise<void> {
    const last = now + LONGEST;
    for (;;) {
      // All work that needs no time is done by then.
      await new Promise(setImmediate);
      if (holds()) return;
      let next: { at: number; call: () => void } | undefined;
      for (const one of waits) if (!next || one.at < next.at) next = one;
      if (!next || next.at > last) throw new Error('it never comes to this');
      now = Math.max(now, next.at);
      waits.delete(next);
      next.call();
    }
  }

  return {
    now: () => now,
    after,
    until,
    async pass(milliseconds) {
      let passed = false;
      after(milliseconds, () => {
        passed = true;
      });
      await until(() => passed);
    },
    waiting: () => waits.size,
  };
}
