import type { Failure } from './delivery.ts';

/** Seconds to wait after each failure in a row; the last goes on for as long as it takes. */
const PATIENCE = [1, 2, 5, 10, 20, 30];
/** A place that says "at once" again and again must not keep us busy; one that says "next year" is asked sooner. */
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 60 * 60 * 1000;

/** Milliseconds until the next try: what the place asked, or ever longer and never at the same moment as others. */
export function waitAfter(failure: Failure, failures: number, random: () => number): number {
  if (failure.kind === 'throttled' && failure.wait !== undefined)
    return Math.min(Math.max(failure.wait, SHORTEST_WAIT), LONGEST_WAIT);
  const seconds = PATIENCE[Math.min(failures, PATIENCE.length) - 1] ?? 1;
  return seconds * 1000 * (1 + random() / 2);
}
