import { z } from 'zod';

const Day = z.iso.date();

/** What is wrong with the days of a period, in one line; undefined when it can be used. */
export function wrongPeriod({ from, to }: { from?: string | undefined; to?: string | undefined }): string | undefined {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day !== undefined && !Day.safeParse(day).success)
      return `--${name}: "${day}" is no day; write it as 2026-11-30`;
  return from !== undefined && to !== undefined && to < from ? `--to: ${to} lies before --from ${from}` : undefined;
}
