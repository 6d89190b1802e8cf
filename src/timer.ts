/** Time as the outbox sees it; a test gives one of its own. */
export type Timer = {
  /** Milliseconds since some moment; it never goes back. */
  now(): number;
  /** Ends after so many milliseconds, or as soon as the signal is given; it never throws. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
};

export const realTimer: Timer = {
  now: () => performance.now(),
  pause: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timeout);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timeout = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) done();
    }),
};

export const LATE = Symbol('late');
/** A reason that is there already: without one, an error is made each time. */
export const ENOUGH = Symbol('enough');

/** The answer, or LATE when it takes longer; an answer that comes later still is nobody's problem. */
export async function within<Value>(
  answer: Promise<Value>,
  milliseconds: number,
  timer: Timer,
): Promise<Value | typeof LATE> {
  const enough = new AbortController();
  try {
    return await Promise.race([answer, timer.pause(milliseconds, enough.signal).then((): typeof LATE => LATE)]);
  } finally {
    enough.abort(ENOUGH);
  }
}

/** Waits that can be cut short: each by a signal of its own, and all of them for good. */
export type Rests = { rest(milliseconds: number, wake?: AbortController): Promise<void>; end(): void };

export function createRests(timer: Timer): Rests {
  const resting = new Set<AbortController>();
  let ended = false;
  return {
    async rest(milliseconds, wake = new AbortController()) {
      if (ended) return;
      resting.add(wake);
      await timer.pause(milliseconds, wake.signal);
      resting.delete(wake);
    },
    end() {
      ended = true;
      for (const wake of resting) wake.abort();
    },
  };
}
