import { describe, expect, it } from 'vitest';
import { partOfMonth } from '../../src/understand/part-of-month.ts';
import { TODAY } from '../support/day.ts';

describe('a part of a month', () => {
  it.each([
    ['begin april', '2027-04-01'],
    ['Half mei', '2027-05-15'],
    ['voor het eind van maart', '2027-03-31'],
    ['eind februari 2028', '2028-02-29'],
    ['medio december', '2026-12-15'],
    ['begin november', '2027-11-01'],
    ['eind november', '2026-11-30'],
    ['eind deze maand', '2026-11-30'],
    ['begin volgende maand', '2026-12-01'],
    ['late March', '2027-03-31'],
    ['mid-June', '2027-06-15'],
    ['the beginning of May', '2027-05-01'],
    ['the end of next month', '2026-12-31'],
  ])('is taken for its first, fifteenth or last day, the next such one: %s', (text, day) => {
    expect(partOfMonth(text, TODAY)?.day).toBe(day);
  });

  it.each(['maart', 'tussen begin maart en half april', 'het einde', 'half twee', 'achterbegin maart'])(
    'is not read in "%s"',
    (text) => expect(partOfMonth(text, TODAY)).toBeUndefined(),
  );
});
