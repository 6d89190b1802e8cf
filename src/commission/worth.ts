import { eurosIn } from './money.ts';
import { type TimesAYear, timesAYear, withoutPeriod } from './period.ts';
import type { Cell } from './table.ts';

/** What a calendar says that a line is worth. `yearly`: what is paid each year, and for how many where that is known. */
export type Worth = { amount: number | undefined; yearly?: { value: number; years?: number } };

/** How the title says that the values below it count. */
export type Counted = { scale: number; times: TimesAYear | undefined };

/** What is paid in all. A value for a year or a part of it counts for the whole term; nobody guesses how long that is. */
export function worthOf(cell: Cell | undefined, title: Counted, years: number | undefined): Worth {
  const text = typeof cell === 'string' ? cell : undefined;
  const times = (text === undefined ? undefined : timesAYear(text)) ?? title.times;
  if (times === 'unknown') return { amount: undefined };
  const paid = eurosIn(text === undefined ? cell : withoutPeriod(text), title.scale);
  if (times === undefined || paid === undefined) return { amount: paid };
  const value = Math.round(paid * times * 100) / 100;
  return years === undefined
    ? { amount: undefined, yearly: { value } }
    : { amount: Math.round(value * years * 100) / 100, yearly: { value, years } };
}
