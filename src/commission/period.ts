/** How many times a year an amount is paid; `unknown`: it is for a part of which nobody knows how often it comes. */
export type TimesAYear = number | 'unknown';

const EACH = '(?:\\b(?:per|elke?|iedere?|each|every|(?<!\\b(?:in|for|within|after) )a)\\s+|(?:\\bp)?\\/\\s*)';
const PERIODS: readonly [string, TimesAYear][] = [
  [
    `${EACH}(?:jaar|jr|year|annum)\\b|\\b(?:jaarlijkse?|jaarwaarde|jaarbedrag|annual|annually|yearly|p\\/?j)\\b|\\bp\\.j\\b\\.?`,
    1,
  ],
  [`${EACH}half\\s?(?:jaar|year)\\b|\\b(?:halfjaarlijkse?|half-yearly)\\b`, 2],
  [`${EACH}(?:kwartaal|kw|quarter)\\b|\\b(?:kwartaalbedrag|quarterly)\\b`, 4],
  [`${EACH}(?:maand|mnd|month)\\b|\\b(?:maandelijkse?|maandbedrag|monthly|p\\/m)\\b`, 12],
  [`${EACH}(?:week|wk)\\b|\\b(?:wekelijkse?|weekly)\\b`, 52],
  [
    `${EACH}(?:\\d{1,2}|twee|drie|vier|zes|two|three|four|six)\\s+(?:dagen|weken|maanden|kwartalen|jaar|jaren|days|weeks|months|quarters|years)\\b`,
    'unknown',
  ],
];
const PARTS = `(?:\\b(?:per|each)\\s+|(?:\\bp)?\\/\\s*)(?:keer|stuk|st|uur|dag|dagdeel|beurt|bestelling|levering|eenheid|persoon|perceel|m2|time|piece|unit|hour|day|order|delivery|person|lot)\\b`;

const every = (pattern: string, times: TimesAYear) => ({ pattern: new RegExp(pattern, 'gi'), times });
const RETURNS = PERIODS.map(([pattern, times]) => every(pattern, times));
const ALL = [...RETURNS, every(PARTS, 'unknown')];

/** "€ 50.000 per jaar" is paid once a year, "per maand" twelve times; undefined where no part of a term is named. */
export function timesAYear(text: string): TimesAYear | undefined {
  const found = new Set(ALL.flatMap(({ pattern, times }) => (text.search(pattern) < 0 ? [] : [times])));
  const [only] = found;
  return found.size > 1 ? 'unknown' : only;
}

export function withoutPeriod(text: string): string {
  return ALL.reduce((left, { pattern }) => left.replace(pattern, ' '), text).trim();
}

/** What stands on both sides of the first period that a text names. */
export function besidePeriod(text: string): { before: string; after: string } | undefined {
  for (const { pattern } of ALL) {
    const at = text.search(pattern);
    if (at >= 0) return { before: text.slice(0, at), after: text.slice(at).replace(pattern, '') };
  }
  return undefined;
}
