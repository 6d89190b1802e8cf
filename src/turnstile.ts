import { setImmediate } from 'node:timers';

/** Node takes in one new connection each time it looks, so it looks this often before the next may go through. */
const LOOKS = 10;

/** Lets those who come through one by one, and looks in between at what else comes in: taking in goes before handling. */
export function createTurnstile(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let looked = 0;
  function look(): void {
    looked += 1;
    if (looked >= LOOKS) {
      looked = 0;
      waiting.shift()?.();
    }
    if (waiting.length > 0) setImmediate(look);
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.length === 0) setImmediate(look);
      waiting.push(resolve);
    });
}
