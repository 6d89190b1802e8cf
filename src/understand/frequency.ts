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
];

/** Reads "elke maand", "3 keer per week", "twice a month", "om de week"; undefined when nothing says how often. */
export function frequencyIn(lower: string): Frequency | undefined {
  for (const [period, each] of PERIODS) {
    const often = new RegExp(`(?<!\\p{L})${TIMES}\\s+${EVERY}\\s+(?:${period})(?!\\p{L})`, 'u').exec(lower);
    const count = often && (wordValue(often[1] as string) ?? Number(often[1]));
    if (often && count) return { times: count * each, start: often.index, end: often.index + often[0].length };
    const named = new RegExp(`(?<!\\p{L})(once|twice|eens|tweemaal)\\s+${EVERY}\\s+(?:${period})(?!\\p{L})`, 'u').exec(
      lower,
    );
    if (named) {
      const twice = named[1] === 'twice' || named[1] === 'tweemaal';
      return { times: (twice ? 2 : 1) * each, start: named.index, end: named.index + named[0].length };
    }
  }
  for (const [pattern, times] of NAMED) {
    const found = pattern.exec(lower);
    if (found) return { times, start: found.index, end: found.index };
  }
  for (const [period, each] of PERIODS) {
    // "per dag" and "per jaar" are prices of a day or a year, and say nothing of how often.
    const words =
      each === 365 || each === 260 || each === 1
        ? '(?:elke|elk|iedere|ieder|every|each)'
        : '(?:elke|elk|iedere|ieder|per|every|each|a)';
    const found = new RegExp(`(?<!\\p{L})${words}\\s+(?:${period})(?!\\p{L})`, 'u').exec(lower);
    if (found && each > 1) return { times: each, start: found.index, end: found.index };
  }
  return undefined;
}
