const ZEROS = "1(0{0,2}(?:[.,' ]?000)+)(?![.,]?\\d)";
const EURO = '(?:€|eur|euro)?';
/** "x € 1.000", "in 1000 euro", "(€ 1.000)". */
const FACTOR = new RegExp(
  `(?:(?<![a-z])x|[×*]|\\bin\\b)\\s*${EURO}\\s*${ZEROS}|\\(\\s*${EURO}\\s*${ZEROS}\\s*${EURO}\\s*\\)`,
  'i',
);
const ONE = '(?:(?<![a-z])x\\s*|[×*]\\s*)(?:€\\s*)?1\\s*';
/** A number before such a word makes it an amount and no scale. */
const ALONE = '(?<!\\d\\s*)\\b';
const WORDS: readonly [RegExp, number][] = [
  [
    new RegExp(
      `(?:${ONE}|${ALONE})(?:duizend(?:en|tallen)?|thousands?)\\b|\\bk\\s?(?:€|eur|euro)|€\\s?k\\b|\\b(?:in|x)\\s+k\\b|\\(k\\)|(?:€|\\beur)\\s*['’]?000\\b|['’]000\\b`,
      'i',
    ),
    1e3,
  ],
  [/\bin\s+ton(?:nen)?\b/i, 1e5],
  [
    new RegExp(
      `(?:${ONE}|${ALONE})(?:mln|mio|miljoen(?:en)?|millions?)\\b|\\bm\\s?(?:€|eur\\b|euro\\b)|€\\s?m\\b|\\bin\\s+m\\b|\\(m\\)`,
      'i',
    ),
    1e6,
  ],
];

/** By how much the numbers beside a text count: "Waarde (x € 1.000)", "in duizenden euro's", "mln". Undefined when it names none. */
export function scaleIn(text: string): number | undefined {
  const [, beside, alone] = FACTOR.exec(text) ?? [];
  const zeros = beside ?? alone;
  if (zeros !== undefined) return Number(`1${zeros.replace(/\D/g, '')}`);
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

export function withoutScale(text: string): string {
  return [FACTOR, ...WORDS.map(([pattern]) => pattern)].reduce((left, pattern) => left.replace(pattern, ' '), text);
}
