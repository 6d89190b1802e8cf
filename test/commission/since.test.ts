import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departmentIn } from '../../src/commission/department.ts';
import type { KeptLine } from '../../src/commission/memory.ts';
import { since } from '../../src/commission/since.ts';
import { holdsFor, seed } from '../support/seed.ts';

const line = (what: string, more: Partial<KeptLine> = {}): KeptLine => ({
  what,
  sign: 'a1',
  subject: 'asfalt',
  chance: 'high',
  ...more,
});

const lines = fc.array(
  fc.record({
    what: fc.constantFrom('asfalt', 'brug', 'catering'),
    sign: fc.constantFrom('a1', 'b2'),
    subject: fc.constant('x'),
    chance: fc.constantFrom('high' as const, 'some' as const, 'none' as const, 'unclear' as const),
    value: fc.constantFrom(1, 2),
  }),
  { maxLength: 12 },
);

describe('what changed between two calendars', () => {
  it(`loses no line and counts none twice (seed ${seed})`, async () => {
    await holdsFor(fc.tuple(lines, lines), ([before, now]) => {
      const { fresh, gone, changed } = since(before, now);
      expect(fresh.length - gone.length).toBe(now.length - before.length);
      expect(new Set([...fresh, ...changed.map(({ is }) => is)]).size).toBe(fresh.length + changed.length);
      expect(since(now, now)).toEqual({ fresh: [], gone: [], changed: [] });
    });
  });

  it('follows a line that another owner took over, and tells two with the same words apart by their owner', () => {
    expect(since([line('Asfalt')], [line('asfalt', { sign: 'b2' })])).toEqual({ fresh: [], gone: [], changed: [] });
    const two = [line('Asfalt', { value: 1 }), line('Asfalt', { sign: 'b2', value: 2 })];
    expect(since(two, two.toReversed())).toEqual({ fresh: [], gone: [], changed: [] });
  });

  it('tells what became otherwise: value, quarter, and whether the chance grew', () => {
    const [changed] = since(
      [line('Asfalt', { chance: 'none', value: 1 })],
      [line('Asfalt', { value: 2, quarter: '2027-Q1' })],
    ).changed;
    expect(changed?.how).toEqual(['value', 'quarter', 'gained']);
  });
});

describe('the department in the name of a file', () => {
  it.each([
    ['Inkoopkalender Ruimte 2027.xlsx', 'Ruimte'],
    ['inkoopkalender_MO_Sport_Q3_2027_def.xlsx', 'MO Sport'],
    ['Kalender afdeling Stads-bedrijven v2.csv', 'Stads bedrijven'],
    ['Procurement calendar Vastgoed March 2027.xlsx', 'Vastgoed'],
  ])('%s is of %s', (file, department) => expect(departmentIn(file)).toBe(department));

  it.each(['kalender.csv', 'Inkoopkalender 2027-Q1 (definitief).xlsx', 'een lange naam met veel te veel woorden.csv'])(
    '%s tells none',
    (file) => expect(departmentIn(file)).toBeUndefined(),
  );
});
