import { readAmounts } from './amounts.ts';
import { blank, findDates } from './dates.ts';
import { fold } from './fold.ts';
import { isOnAWeekday } from './frequency.ts';
import { functionWords } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { Numeral } from './numeral.ts';
import type { Stemmed } from './phrases.ts';
import type { Language } from './stem.ts';

/** Amounts, people and the day of a text, and the places of the words that said them. */
export function readNumbers(
  text: string,
  tokens: readonly Stemmed[],
  language: Language,
  today: string,
  lexicon: Lexicon,
) {
  const lower = text.toLowerCase();
  const { date, spans } = findDates(lower, today, language);
  const rest = spans.reduce((left, { start, end }) => blank(left, start, end), lower);
  const amounts = readAmounts(rest, language, (after) => isPeople(after, lexicon));
  const weekly = amounts.slots.occurrences === undefined && isOnAWeekday(lower);
  const covered = tokens.flatMap((token, index) =>
    spans.some(({ start, end }) => token.start < end && token.end > start) ? [index] : [],
  );
  return {
    slots: { ...amounts.slots, ...(weekly ? { occurrences: 52 } : {}), ...(date ? { date } : {}) },
    loose: amounts.loose,
    doubt: amounts.doubt,
    each: amounts.each === true,
    bound: amounts.bound === true,
    before: amounts.before === true,
    months: amounts.months,
    endless: amounts.endless === true || weekly,
    withoutCosts: amounts.withoutCosts,
    covered,
  };
}

/** Endings that only words for people have. */
const PEOPLE_LIKE = /(aars|isten|eurs|ouders|genoten|leden|tanten|denten)$/;

/** People stand behind a number with at most two words between: "25 nieuwe collega's". */
function isPeople(after: string, lexicon: Lexicon): boolean {
  const words =
    after
      .split(/[.;:!?()]/, 1)[0]
      ?.match(/[\p{L}'’-]+/gu)
      ?.slice(0, 3) ?? [];
  if (!/^[\s-]*\p{L}/u.test(after)) return false;
  for (const [index, word] of words.entries()) {
    const folded = fold(word).replace(/-/g, '');
    if (
      lexicon.people.has(folded) ||
      (folded.length > 8 &&
        (PEOPLE_LIKE.test(folded) || lexicon.peopleEndings.some((ending) => folded.endsWith(ending))))
    )
      return true;
    if (
      index < 2 &&
      (functionWords.nl.has(folded) || functionWords.en.has(folded)) &&
      !['van', 'onze', 'of', 'our', 'nieuwe', 'hele'].includes(folded)
    )
      return false;
    if (lexicon.thingWords.knows(folded, 'nl') && index === 0) return false;
  }
  return false;
}

/** "Voor 900 lunch" may be euros or people; "voor 900 flyers" is neither. */
const FOR_BEFORE = /(?<!\p{L})(?:voor|for)\s*$/iu;
const PLURAL = /(?:en|s|stuks?|st|pcs)$/;

/** A number before a thing is a number of pieces: "500 flyers", "200 notebook sleeves". */
export function piecesOf(
  text: string,
  loose: readonly Numeral[],
  tokens: readonly Stemmed[],
  covered: ReadonlySet<number>,
): number | undefined {
  const counts = loose.filter(({ value, start, end, doubtful }) => {
    if (!Number.isInteger(value) || value <= 0 || doubtful) return false;
    const next = tokens.findIndex((token) => token.start >= end);
    if (FOR_BEFORE.test(text.slice(0, start)) && !PLURAL.test(tokens[next]?.folded ?? '')) return false;
    return (
      (next >= 0 && [next, next + 1].some((index) => covered.has(index))) ||
      /^(stuks?|st|stks|pieces?|pcs)$/.test(tokens[next]?.folded ?? '')
    );
  });
  return counts.length === 1 ? counts[0]?.value : undefined;
}
