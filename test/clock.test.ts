import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { todayInAmsterdam } from '../src/clock.ts';
import { holdsFor, seed } from './support/seed.ts';

describe('the day in Amsterdam', () => {
  it('is another one from midnight there, in winter and in summer', () => {
    const days = ['22:59:59.999Z', '23:00:00.000Z'].map((time) => todayInAmsterdam(new Date(`2026-12-31T${time}`)));
    expect(days).toEqual(['2026-12-31', '2027-01-01']);
    const summer = ['21:59:59.999Z', '22:00:00.000Z'].map((time) => todayInAmsterdam(new Date(`2026-07-31T${time}`)));
    expect(summer).toEqual(['2026-07-31', '2026-08-01']);
  });

  it(`is asked in any order (seed ${seed})`, async () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
    const around = fc.integer({ min: -90_000, max: 90_000 }).map((past) => new Date(Date.UTC(2026, 10, 28, 23) + past));
    await holdsFor(fc.array(around, { minLength: 2, maxLength: 20 }), (moments) => {
      expect(moments.map((moment) => todayInAmsterdam(moment))).toEqual(
        moments.map((moment) => calendar.format(moment)),
      );
    });
  });
});
