import type { Recognised } from './columns.ts';
import type { Approach } from './subject.ts';
import { textOf } from './table.ts';

/** A column of a calendar, with what it was taken for; absent: it stays as it is. */
export type Seen = { title: string; as?: string };

/** Which column was taken for what, before anything is made of it. */
export function columnsSeen(
  { sheet, titles, columns }: Pick<Recognised, 'sheet' | 'titles' | 'columns'>,
  approach: Approach,
  language: 'nl' | 'en',
): Seen[] {
  const known = new Map(Object.entries(columns).map(([id, at]) => [at, id]));
  const nameOf = (id: string) => approach.columns.find((one) => one.id === id)?.[language][0] ?? id;
  return (sheet.rows[titles] ?? []).map((cell, at) => {
    const id = known.get(at);
    return { title: textOf(cell) || `#${at + 1}`, ...(id ? { as: nameOf(id) } : {}) };
  });
}
