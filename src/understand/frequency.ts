import { wordValue } from './number-words.ts';

/** How often something returns in twelve months, and where in the text that is said. */
export type Frequency = { times: number; start: number; end: number };

/** How often each period returns in twelve months. A day counts as every day: too many is the safe side. */
const PERIODS: readonly [string, number][] = [
  ['werkdag|weekdag|working day|weekday', 260],
  ['dag|day', 365],
  ['week', 52],
  ['maand|month', 12],
  ['kwartaal|quarter', 4],
  ['halfjaar|half year', 2],
  ['jaar|year', 1],
];
const EVERY = '(?:elke|elk|iedere|ieder|per|every|each|a|an|in de|in een|in het)';
const TIMES = '(\\d{1,3}|\\p{L}+)\\s*(?:x|keer|maal|times)';
const NAMED: readonly [RegExp, number][] = [
  [
    /om de week|tweewekelijks|om de twee weken|elke twee weken|every other week|every two weeks|biweekly|fortnightly/u,
    26,
  ],
  [/om de maand|tweemaandelijks|elke twee maanden|every other month|every two months|bimonthly/u, 6],
  [/halfjaarlijks|elk half jaar|twice yearly|half-yearly/u, 2],
  [/dagelijks|(?<!\p{L})daily(?!\p{L})/u, 365],
  [/wekelijks|(?<!\p{L})weekly(?!\p{L})/u, 52],
  [/maandelijks|(?<!\p{L})monthly(?!\p{L})/u, 12],
  [/(?<!\p{L})quarterly(?!\p{L})/u, 4],
  [/(?<!\p{L})p\/m(?:nd)?(?!\p{L})/u, 12],
  // Behind a smaller number "pm" is an hour of the day.
  [/(?<=\d{3}(?:[.,]\d{1,2})?\s?(?:euro\s|eur\s|€\s?)?)p\.?m\.?(?!\p{L})/u, 12],
];

const COUNTED = PERIODS.map(
  ([period, each]) => [new RegExp(`(?<!\\p{L})${TIMES}\\s+${EVERY}\\s+(?:${period})(?!\\p{L})`, 'u'), each] as const,
);
const ONCE_OR_TWICE = PERIODS.map(
  ([period, each]) =>
    [new RegExp(`(?<!\\p{L})(once|twice|eens|tweemaal)\\s+${EVERY}\\s+(?:${period})(?!\\p{L})`, 'u'), each] as const,
);
/** "Elke 6 maanden", "om de drie weken": nothing is said of the rest, so it is rounded up. */
const EVERY_SO_MANY =
  /(?<!\p{L})(?:elke|iedere|om de|per|every|each)\s+(\d{1,2}|\p{L}+)\s+(?:(dagen|days)|(weken|weeks)|(?:maanden|months))(?!\p{L})/u;
/** "Per dag" and "per jaar" are prices of a day or a year, and say nothing of how often. */
const ONLY_EVERY = new Set([365, 260]);
const EACH = PERIODS.filter(([, each]) => each > 1).map(([period, each]) => {
  const words = ONLY_EVERY.has(each) ? 'elke|elk|iedere|ieder|every|each' : 'elke|elk|iedere|ieder|per|every|each|a';
  return [new RegExp(`(?<!\\p{L})(?:${words})\\s+(?:${period})(?!\\p{L})`, 'u'), each] as const;
});
/** Without one of these words nothing returns. */
const ANY = new RegExp(
  `${PERIODS.map(([period]) => period).join('|')}|weken|p\\/m|\\dp?\\.?m|p\\.?m|maandelijks|wekelijks|dagelijks|daily|ly(?!\\p{L})`,
  'u',
);

/** Reads "elke maand", "3 keer per week", "twice a month", "om de week"; undefined when nothing says how often. */
export function frequencyIn(lower: string): Frequency | undefined {
  if (!ANY.test(lower)) return undefined;
  for (const [pattern, each] of COUNTED) {
    const found = pattern.exec(lower);
    const count = found && (wordValue(found[1] as string) ?? Number(found[1]));
    if (found && count) return { times: count * each, start: found.index, end: found.index + found[0].length };
  }
  for (const [pattern, each] of ONCE_OR_TWICE) {
    const found = pattern.exec(lower);
    if (!found) continue;
    const twice = found[1] === 'twice' || found[1] === 'tweemaal';
    return { times: (twice ? 2 : 1) * each, start: found.index, end: found.index + found[0].length };
  }
  const every = EVERY_SO_MANY.exec(lower);
  const apart = every && (wordValue(every[1] as string) ?? Number(every[1]));
  if (every && apart) {
    const inAYear = every[2] ? 365 : every[3] ? 52 : 12;
    return { times: Math.ceil(inAYear / apart), start: every.index, end: every.index + every[0].length };
  }
  for (const [pattern, times] of [...NAMED, ...EACH]) {
    const found = pattern.exec(lower);
    if (found) return { times, start: found.index, end: found.index };
  }
  return undefined;
}

const WEEKDAY =
  /(?<!\p{L})(?:elke|iedere|every|each)\s+(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\p{L})/u;

/** "Elke vrijdag": what looks like a day wanted returns each week. */
export function isOnAWeekday(lower: string): boolean {
  return WEEKDAY.test(lower);
}

const YEARLY =
  /(?<!\p{L})(?:(?:per|elk|ieder|each|every|(?<!for )an?)\s+(?:jaar|year)|jaarlijkse?|yearly|annual(?:ly)?)(?!\p{L})/u;

/** "6000 euro per jaar", which says how often only where the number of years is said as well. */
export function yearlyIn(lower: string): Frequency | undefined {
  const found = YEARLY.exec(lower);
  return found ? { times: 1, start: found.index, end: found.index + found[0].length } : undefined;
}
