/** Keeps from asking a service that fails again and again, so that nobody waits for it. Who may ask says how it went. */
export type Breaker = {
  /** Whether it may be asked now. After a rest one may, to see whether it is back; the others wait for the next. */
  mayAsk(): boolean;
  /** `rests`: this was the failure too many. `back`: it was away, and answers again. */
  went(well: boolean): 'rests' | 'back' | undefined;
};

type Settings = {
  /** Failures in a row after which it rests, and for how many milliseconds. */
  failures: number;
  rest: number;
  /** Milliseconds since some moment; it never goes back. */
  now: () => number;
};

export function createBreaker({ failures, rest, now }: Settings): Breaker {
  let inARow = 0;
  let until = 0;
  return {
    mayAsk() {
      if (inARow < failures) return true;
      if (now() < until) return false;
      until = now() + rest;
      return true;
    },
    went(well) {
      const rested = inARow >= failures;
      inARow = well ? 0 : inARow + 1;
      if (well) return rested ? 'back' : undefined;
      if (inARow < failures) return undefined;
      until = now() + rest;
      return rested ? undefined : 'rests';
    },
  };
}
