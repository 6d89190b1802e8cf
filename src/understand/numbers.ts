import { inWords } from './number-words.ts';
import { MOST, type Numeral, round } from './numeral.ts';
import type { Language } from './stem.ts';

const DIGITS = /\d+(?:[.,\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+/g;
const MULTIPLIER = /^\s?(k|mille|duizend|thousand|honderd|hundred|miljoen|mln|million|mio)\b/i;
const TIMES: Record<string, number> = {
  k: 1000,
  mille: 1000,
  duizend: 1000,
  thousand: 1000,
  honderd: 100,
  hundred: 100,
  miljoen: 1_000_000,
  mln: 1_000_000,
  million: 1_000_000,
  mio: 1_000_000,
};

/** Every number of a lower-case text, from left to right. */
export function numerals(lower: string, language: Language): Numeral[] {
  const found = [...inDigits(lower, language), ...inWords(lower, language)];
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (item, index, all) => all.findIndex((other) => other.start <= item.start && other.end > item.start) === index,
    );
}

/** A number written in pieces that no rule of ours puts together: 12'500, 12 . 500, 12½. */
const BROKEN_BEFORE = /\d\s?[.'’·]\s$|\d\s[.'’·]\s?$/u;
const BROKEN_AFTER = /^(?:['’·]\d|\s?\.\s\d{3}|\s\.\s?\d{3}|[½¼¾])/u;

function inDigits(lower: string, language: Language): Numeral[] {
  return [...lower.matchAll(DIGITS)].flatMap((match) => {
    const before = lower.slice(0, match.index).at(-1) ?? ' ';
    if (/[\p{L}\p{N}_#'’·½¼¾]/u.test(before) || BROKEN_BEFORE.test(lower.slice(0, match.index))) return [];
    const plain = readDigits(match[0], language);
    if (!plain || plain.value > MOST) return [];
    const after = lower.slice(match.index + match[0].length);
    const multiplier = MULTIPLIER.exec(after);
    const times = TIMES[multiplier?.[1]?.toLowerCase() ?? ''] ?? 1;
    if (!multiplier && /^\p{L}/u.test(after) && !/^(x|pp|p|euro|eur|man|pers)(?!\p{L})/u.test(after)) return [];
    const decimals = /[.,](\d{1,2})$/.exec(match[0])?.[1]?.length ?? 0;
    return [
      {
        start: match.index,
        end: match.index + match[0].length + (multiplier?.[0].length ?? 0),
        typed: match[0] + (multiplier?.[0] ?? ''),
        value: round(plain.value * times),
        doubtful: plain.doubtful || (times === 1 && decimals === 1) || BROKEN_AFTER.test(after),
        multiplied: times > 1,
        inWords: false,
      },
    ];
  });
}

/** `10.000` is ten thousand in Dutch and ten in English, so a sign that does not go with the language is doubtful. */
function readDigits(typed: string, language: Language): { value: number; doubtful: boolean } | undefined {
  const compact = typed.replace(/[\u00a0 ](?=\d{3})/g, '');
  const signs = [...compact.matchAll(/[.,]/g)].map(([sign]) => sign);
  if (signs.length === 0) return { value: Number(compact), doubtful: false };
  const last = signs.at(-1) as string;
  const tail = compact.slice(compact.lastIndexOf(last) + 1);
  const mixed = new Set(signs).size === 2;
  if (mixed)
    return tail.length === 3
      ? undefined
      : { value: Number(compact.replace(/[.,](?=.*[.,])/g, '').replace(',', '.')), doubtful: false };
  if (tail.length === 3) {
    const thousands = language === 'nl' ? '.' : ',';
    const groups = signs.length > 1;
    return { value: Number(compact.replace(/[.,]/g, '')), doubtful: !groups && last !== thousands };
  }
  return signs.length === 1 ? { value: Number(compact.replace(',', '.')), doubtful: false } : undefined;
}
