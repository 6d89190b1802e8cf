import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../src/understand/period.ts';

const TODAY = '2026-11-21';
const days = (text: string) => {
  const { period } = readPeriod(text, TODAY);
  return period && `${period.from} ${period.to}`;
};

describe('a period', () => {
  it.each([
    ['september', '2026-09-01 2026-09-30'],
    ['december', '2025-12-01 2025-12-31'],
    ['november', '2026-11-01 2026-11-30'],
    ['februari 2028', '2028-02-01 2028-02-29'],
    ['van september tot en met november', '2026-09-01 2026-11-30'],
    ['okt t/m jan', '2025-10-01 2026-01-31'],
    ['oktober 2025 tot januari 2026', '2025-10-01 2026-01-31'],
    ['from March to May 2026', '2026-03-01 2026-05-31'],
    ['q3', '2026-07-01 2026-09-30'],
    ['Q1 2025', '2025-01-01 2025-03-31'],
    ['het derde kwartaal van 2025', '2025-07-01 2025-09-30'],
    ['2e kwartaal', '2026-04-01 2026-06-30'],
    ['2025', '2025-01-01 2025-12-31'],
    ['dit jaar', '2026-01-01 2026-12-31'],
    ['vorig jaar', '2025-01-01 2025-12-31'],
    ['deze maand', '2026-11-01 2026-11-30'],
    ['last month', '2026-10-01 2026-10-31'],
    ['2026-01-05 t/m 2026-02-06', '2026-01-05 2026-02-06'],
  ])('is read from "%s": %s', (text, wanted) => {
    expect(days(text)).toBe(wanted);
  });

  it.each(['gisteren', 'maartje', '2026-02-30 tot 2026-03-01 ', 'morgen', ''])('is not read from "%s"', (text) => {
    expect(days(text)?.startsWith('2026-02-30')).not.toBe(true);
    if (!/\d/.test(text)) expect(days(text)).toBeUndefined();
  });

  it('leaves what else was said', () => {
    expect(readPeriod('over september voor team Jeugd', TODAY).rest.replace(/\s+/g, ' ')).toBe('over voor team jeugd');
  });
});
