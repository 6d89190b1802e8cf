/** Time as the outbox sees it; a test gives one of its own. */
export type Timer = {
  /** Milliseconds since some moment; it never goes back. */
  now(): number;
  /** Calls once, after so many milliseconds; what is given back calls that off. */
  after(milliseconds: number, call: () => void): () => void;
};

export const realTimer: Timer = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timeout = setTimeout(call, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** Ends after so many milliseconds, or as soon as the signal is given; it never throws. */
export function pause(timer: Timer, milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      callOff();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const callOff = timer.after(milliseconds, done);
    signal?.addEventListener('abort', done);
  });
}

export const LATE = Symbol('late');
/** A reason that is there already: without one, an error is made each time. */
export const ENOUGH = Symbol('enough');

/** The answer, or LATE when it takes longer; an answer that comes later still is nobody's problem. */
export async function within<Value>(
  answer: Promise<Value>,
  milliseconds: number,
  timer: Timer,
): Promise<Value | typeof LATE> {
  const late = Promise.withResolvers<typeof LATE>();
  const callOff = timer.after(milliseconds, () => late.resolve(LATE));
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    callOff();
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
      await pause(timer, milliseconds, wake.signal);
      resting.delete(wake);
    },
    end() {
      ended = true;
      for (const wake of resting) wake.abort();
    },
  };
}
