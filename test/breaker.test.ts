import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBreaker } from '../src/breaker.ts';
import { holdsFor, seed } from './support/seed.ts';

const REST = 60_000;

function opened() {
  const clock = { now: 0 };
  return { clock, breaker: createBreaker({ failures: 5, rest: REST, now: () => clock.now }) };
}
const failTimes = (breaker: ReturnType<typeof opened>['breaker'], times: number) =>
  Array.from({ length: times }, () => breaker.went(false));

describe('a service that fails again and again', () => {
  it('is left alone after five failures in a row, and not after four', () => {
    const { breaker } = opened();
    expect(failTimes(breaker, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(breaker.mayAsk()).toBe(true);
    expect(failTimes(breaker, 1)).toEqual(['rests']);
    expect(breaker.mayAsk()).toBe(false);
  });

  it('is not counted against for failures with a success between them', () => {
    const { breaker } = opened();
    failTimes(breaker, 4);
    breaker.went(true);
    failTimes(breaker, 4);
    expect(breaker.mayAsk()).toBe(true);
  });

  it('is tried once after a minute, and once more after each minute in which it fails', () => {
    const { clock, breaker } = opened();
    failTimes(breaker, 5);
    clock.now = REST - 1;
    expect(breaker.mayAsk()).toBe(false);
    clock.now = REST;
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false]);
    expect(breaker.went(false)).toBeUndefined();
    clock.now += REST - 1;
    expect(breaker.mayAsk()).toBe(false);
    clock.now += 1;
    expect(breaker.mayAsk()).toBe(true);
  });

  it('is asked as before once it answers', () => {
    const { clock, breaker } = opened();
    failTimes(breaker, 5);
    clock.now = REST;
    breaker.mayAsk();
    expect(breaker.went(true)).toBe('back');
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, true]);
    expect(breaker.went(true)).toBeUndefined();
  });

  it(`is tried no more than once a minute, however its questions come (seed ${seed})`, () =>
    holdsFor(fc.array(fc.nat(REST / 3), { minLength: 20, maxLength: 100 }), (pauses) => {
      const { clock, breaker } = opened();
      failTimes(breaker, 5);
      const tries = pauses.flatMap((pause) => {
        clock.now += pause;
        if (!breaker.mayAsk()) return [];
        breaker.went(false);
        return [clock.now];
      });
      const between = tries.map((at, nth) => at - (tries[nth - 1] ?? 0));
      expect(between.filter((pause) => pause < REST)).toEqual([]);
      expect(tries.length).toBeGreaterThanOrEqual(Math.floor(clock.now / (REST + REST / 3)));
    }));
});
