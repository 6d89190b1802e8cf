import type { Records } from './ports.ts';

/** The next number of a series, `IMP-2026-0042`: they follow each other through the year, and none is given twice. */
export async function nextNumber(
  series: 'CHK' | 'IMP' | 'VRG' | 'ADV',
  year: string,
  { counters }: Pick<Records, 'counters'>,
): Promise<string> {
  const id = `${series}-${year}`;
  const last = (await counters.get(id))?.last ?? 0;
  await counters.put(id, { last: last + 1 });
  return `${id}-${String(last + 1).padStart(4, '0')}`;
}
