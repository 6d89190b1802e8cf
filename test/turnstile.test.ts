import { setImmediate as look } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurnstile } from '../src/turnstile.ts';

it('lets all through in the order in which they came, and what comes in meanwhile goes before them', async () => {
  const pass = createTurnstile();
  const passed: number[] = [];
  const all = Promise.all(Array.from({ length: 5 }, (_, at) => pass().then(() => passed.push(at))));
  let looks = 0;
  for (; passed.length < 5; looks += 1) await look();
  expect(passed).toEqual([0, 1, 2, 3, 4]);
  expect(looks).toBeGreaterThan(4 * passed.length);
  await all;
  await pass();
});
