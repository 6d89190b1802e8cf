import { any, MONTHS } from './dates.ts';

/** The days of a period, the last one included, as ISO dates. */
export type SaidPeriod = { from: string; to: string };
/** A period, and what else was said. */
export type PeriodRead = { period?: SaidPeriod; rest: string };

const MONTH = any(MONTHS);
const YEAR = '(20\\d\\d)';
const UNTIL = '(?:tot en met|t\\/m|tot|until|through|to|-)';
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const ORDINALS: Record<string, number> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};

type Rule = {
  pattern: RegExp;
  read: (found: readonly (string | undefined)[], today: string) => SaidPeriod | undefined;
};
const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u'),
  read,
});

/** In the order in which they are tried: the longer before the shorter. */
const RULES: readonly Rule[] = [
  rule(`(${DAY})\\s*${UNTIL}\\s*(${DAY})`, ([from = '', to = '']) =>
    isDay(from) && isDay(to) && from <= to ? { from, to } : undefined,
  ),
  rule(
    `(${MONTH})(?: ${YEAR})?\\s*${UNTIL}\\s*(${MONTH})(?: ${YEAR})?`,
    ([one = '', itsYear, other = '', year], today) => {
      const end = monthOf(MONTHS[other] ?? 1, year, today);
      const [first, last] = [MONTHS[one] ?? 1, MONTHS[other] ?? 1];
      const start = Number(itsYear ?? Number(end.slice(0, 4)) - (first > last ? 1 : 0));
      const from = `${start}-${twoDigits(first)}`;
      return from <= end ? months(from, end) : undefined;
    },
  ),
  rule(`(?:q|kwartaal |quarter )([1-4])(?: (?:van |of )?${YEAR})?`, ([quarter, year], today) =>
    quarterOf(Number(quarter), year, today),
  ),
  rule(
    `(?:het |the )?(?:([1-4])e|(${any(ORDINALS)})) (?:kwartaal|quarter)(?: (?:van |of )?${YEAR})?`,
    ([figure, word, year], today) => quarterOf(Number(figure ?? ORDINALS[word ?? '']), year, today),
  ),
  rule(`(${MONTH})(?: (?:van |of )?${YEAR})?`, ([month = '', year], today) =>
    oneMonth(monthOf(MONTHS[month] ?? 1, year, today)),
  ),
  rule('(?:deze|this) (?:maand|month)', (_found, today) => oneMonth(today.slice(0, 7))),
  rule('(?:vorige|afgelopen|last|previous) (?:maand|month)', (_found, today) =>
    oneMonth(monthBefore(today.slice(0, 7))),
  ),
  rule('(?:dit|this) (?:jaar|year)', (_found, today) => wholeYear(Number(today.slice(0, 4)))),
  rule('(?:vorig|afgelopen|last|previous) (?:jaar|year)', (_found, today) => wholeYear(Number(today.slice(0, 4)) - 1)),
  rule(YEAR, ([year]) => wholeYear(Number(year))),
];

/** The period that a text names. A month or quarter without a year is the last one that has begun. */
export function readPeriod(text: string, today: string): PeriodRead {
  const lower = text.toLowerCase();
  for (const { pattern, read } of RULES) {
    const found = pattern.exec(lower);
    const period = found ? read(found.slice(1), today) : undefined;
    if (found && period)
      return { period, rest: `${lower.slice(0, found.index)} ${lower.slice(found.index + found[0].length)}` };
  }
  return { rest: lower };
}

/** The month before a month, both as 2026-11. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${twoDigits(number - 1)}`;
}

/** The days of a month, as 2026-11. */
export function oneMonth(month: string): SaidPeriod {
  return months(month, month);
}

function months(from: string, to: string): SaidPeriod {
  const [year = 0, month = 1] = to.split('-').map(Number);
  return { from: `${from}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

function monthOf(month: number, year: string | undefined, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  const begun = month <= Number(today.slice(5, 7)) ? thisYear : thisYear - 1;
  return `${year ?? begun}-${twoDigits(month)}`;
}

function quarterOf(quarter: number, year: string | undefined, today: string): SaidPeriod {
  const first = monthOf(quarter * 3 - 2, year, today);
  return months(first, `${first.slice(0, 4)}-${twoDigits(quarter * 3)}`);
}

function wholeYear(year: number): SaidPeriod {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
