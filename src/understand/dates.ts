import type { Language } from './stem.ts';

export type FoundDate = { date?: string; start: number; end: number };

const WEEKDAYS: Record<string, number> = {
  zondag: 0,
  maandag: 1,
  dinsdag: 2,
  woensdag: 3,
  donderdag: 4,
  vrijdag: 5,
  zaterdag: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
};
/** Short Dutch days are other words as well, so only what stands beside one makes it a day: "do 25 man", "vr om 12 uur". */
const SHORT_DAYS: Record<string, number> = { ma: 1, di: 2, wo: 3, do: 4, vr: 5, za: 6, zo: 0 };
export const MONTHS: Record<string, number> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  february: 2,
  maart: 3,
  mrt: 3,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  augustus: 8,
  aug: 8,
  august: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  okt: 10,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};
/** Days that fall on the same date each year. */
const FEASTS: Record<string, [number, number]> = {
  'eerste kerstdag': [12, 25],
  'tweede kerstdag': [12, 26],
  '1e kerstdag': [12, 25],
  '2e kerstdag': [12, 26],
  kerstavond: [12, 24],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  'boxing day': [12, 26],
  oudejaarsdag: [12, 31],
  oudjaarsdag: [12, 31],
  oudejaarsavond: [12, 31],
  nieuwjaarsdag: [1, 1],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  koningsdag: [4, 27],
  "king's day": [4, 27],
  bevrijdingsdag: [5, 5],
  dodenherdenking: [5, 4],
  pakjesavond: [12, 5],
  sinterklaasavond: [12, 5],
  dierendag: [10, 4],
  valentijnsdag: [2, 14],
  driekoningen: [1, 6],
};
const COUNTS: Record<string, number> = {
  een: 1,
  één: 1,
  a: 1,
  one: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  five: 5,
  zes: 6,
  six: 6,
};
export const any = (table: Record<string, unknown>) =>
  Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const DAY = any(WEEKDAYS);
const MONTH = any(MONTHS);
const PART = '(?:ochtend|morgen|middag|avond|nacht)?';

type Rule = {
  pattern: RegExp;
  read: (match: RegExpExecArray, today: string, language: Language) => string | undefined;
};
const rule = (source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'u'),
  read,
});

/** In the order in which they are tried: the longer before the shorter. A date that names no one day is taken out without a value. */
const RULES: Rule[] = [
  rule(`(\\d{4})-(\\d{1,2})-(\\d{1,2})`, ([, y, m, d]) => valid(Number(y), Number(m), Number(d))),
  rule(`\\d{1,2}(?:e|ste)? ?(?:of|en|tot|t/m|-|or|and|to) ?\\d{1,2}(?:e|ste)? (?:${MONTH})`, () => undefined),
  rule(
    `(?:(?:${DAY})${PART},? )?(?:de |the )?(\\d{1,2})(?:e|ste|de|st|nd|rd|th)? (?:of )?(${MONTH})\\.?,?(?: ((?:19|20|21)\\d{2})(?! ?(?:euro|eur\\b|man|mens|pers|people|stuks)))?`,
    ([, d, m, y], today) => onDay(Number(d), MONTHS[m as string], y, today),
  ),
  rule(
    `(?:(?:${DAY}),? )?(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,?(?: ((?:19|20|21)\\d{2})(?! ?(?:euro|eur\\b|man|mens|pers|people|stuks)))?(?! ?(?:man|mens|pers|euro|k|people|uur))`,
    ([, m, d, y], today) => onDay(Number(d), MONTHS[m as string], y, today),
  ),
  rule(`(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d{2})`, ([, d, m, y], _today, language) =>
    slashed(Number(d), Number(m), language, (day, month) =>
      valid(Number(y) + ((y as string).length === 2 ? 2000 : 0), month, day),
    ),
  ),
  rule(`(\\d{1,2})/(\\d{1,2})`, ([, d, m], today, language) =>
    slashed(Number(d), Number(m), language, (day, month) => onDay(day, month, undefined, today)),
  ),
  rule(`(${any(FEASTS)})(?: (\\d{4}))?`, ([, name, y], today) =>
    onDay((FEASTS[name as string] as number[])[1] as number, (FEASTS[name as string] as number[])[0], y, today),
  ),
  rule(
    `(?:begin|eind|einde|half|medio|halverwege|early|late|mid|end of|beginning of) (?:${MONTH}|volgend jaar|volgende week|volgende maand|deze maand|next month|next week)(?: \\d{4})?`,
    () => undefined,
  ),
  rule(
    `(?:volgende week|next week) (?:op |on )?(${DAY})${PART}|(${DAY})${PART} (?:volgende week|next week)`,
    ([, a, b], today) => inWeek(1, WEEKDAYS[(a ?? b) as string] as number, today),
  ),
  rule(
    `(?:deze week|this week) (?:op |on )?(${DAY})${PART}|(${DAY})${PART} (?:deze week|this week)`,
    ([, a, b], today) => inWeek(0, WEEKDAYS[(a ?? b) as string] as number, today),
  ),
  rule(`(${DAY})${PART} over (een|één|twee|drie|\\d) we(?:ek|ken)`, ([, day, n], today) =>
    plus(nextWeekday(WEEKDAYS[day as string] as number, today), 7 * count(n)),
  ),
  rule(`(?:a week on|a week from) (${DAY})|(${DAY}) week`, ([, a, b], today) =>
    plus(nextWeekday(WEEKDAYS[(a ?? b) as string] as number, today), 7),
  ),
  rule(`over (een|één|twee|drie|vier|vijf|zes|\\d{1,2}) (dag|dagen|week|weken)`, ([, n, unit], today) =>
    plus(today, count(n) * (unit?.startsWith('w') ? 7 : 1)),
  ),
  rule(`in (a|one|two|three|four|five|six|\\d{1,2}) (day|days|week|weeks)(?: time)?`, ([, n, unit], today) =>
    plus(today, count(n) * (unit?.startsWith('w') ? 7 : 1)),
  ),
  rule(`(?:volgende|next) (?:${DAY})${PART}`, () => undefined),
  rule(`(?:elke|iedere|every|each) (?:${DAY})`, () => undefined),
  rule(
    `(?:(?:aanstaande|aanst|komende|deze|a\\.s\\.|as|op|coming|this|on) )?(${DAY})${PART}(?: a\\.?s\\.?)?(?:${'ochtend|middag|avond'})?`,
    ([, day], today) => nextWeekday(WEEKDAYS[day as string] as number, today),
  ),
  rule(
    `(?:aanstaande|komende|a\\.s\\.|op) (${any(SHORT_DAYS)})\\.?|(ma|di|wo|do|vr|za)\\.?(?= (?:a\\.s\\.|om \\d|voor \\d|\\d{1,3} ?(?:man|pers|mens|pax|p(?![\\p{L}])|ppl|uur|collega|gast|deeln|stuks)))|(ma|di|wo|do|vr|za)\\.?$`,
    ([, a, b, c], today, language) =>
      language === 'nl' ? nextWeekday(SHORT_DAYS[(a ?? b ?? c) as string] as number, today) : undefined,
  ),
  rule(`overmorgen|the day after tomorrow|day after tomorrow`, (_match, today) => plus(today, 2)),
  rule(`morgen(?:ochtend|middag|avond)|tomorrow`, (_match, today) => plus(today, 1)),
  rule(`(?<!goede )(?<!goeie )morgen(?! (?:is een|allemaal))`, (_match, today) => plus(today, 1)),
  rule(`vandaag|vanmiddag|vanavond|vanochtend|today|tonight|this afternoon`, (_match, today) => today),
  rule(`(?:volgende|komende|deze|next|this) (?:week|maand|month|jaar|year)`, () => undefined),
];

/** The one day that a text names, and the places that no amount may be read from. Two days named: none is the day. */
export function findDates(lower: string, today: string, language: Language): { date?: string; spans: FoundDate[] } {
  const spans: FoundDate[] = [];
  let rest = lower;
  for (const { pattern, read } of RULES) {
    for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
      const date = read(match, today, language);
      spans.push({ start: match.index, end: match.index + match[0].length, ...(date ? { date } : {}) });
      rest = blank(rest, match.index, match.index + match[0].length);
    }
  }
  const days = new Set(spans.flatMap(({ date }) => date ?? []));
  const [date] = days;
  return { spans, ...(days.size === 1 && date ? { date } : {}) };
}

/** Puts signs that nothing reads in the place of what was read. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + '\u0001'.repeat(end - start) + text.slice(end);
}

function count(typed: string | undefined): number {
  return COUNTS[typed ?? ''] ?? Number(typed);
}

/** Day before month in Dutch; in English the two can be turned round, so only a day above twelve is sure. */
function slashed(a: number, b: number, language: Language, make: (day: number, month: number) => string | undefined) {
  if (language === 'nl' || a === b) return make(a, b);
  if (a > 12 && b <= 12) return make(a, b);
  if (b > 12 && a <= 12) return make(b, a);
  return undefined;
}

/** The next such day, when no year is named. */
function onDay(day: number, month: number | undefined, year: string | undefined, today: string): string | undefined {
  if (!month) return undefined;
  if (year) return valid(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = valid(thisYear, month, day);
  return date !== undefined && date >= today ? date : valid(thisYear + 1, month, day);
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

function plus(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A bare weekday is the next one after today, never today itself. */
function nextWeekday(weekday: number, today: string): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return plus(today, ((weekday - now + 6) % 7) + 1);
}

/** That weekday of this calendar week or a later one; a week begins on Monday. */
function inWeek(weeks: number, weekday: number, today: string): string {
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plus(today, weeks * 7 - now + ((weekday + 6) % 7));
}
