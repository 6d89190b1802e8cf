import type { Language } from './stem.ts';

/** A number in a text: where it stands, what it is, and whether it could be another number too. */
export type Numeral = {
  start: number;
  end: number;
  typed: string;
  value: number;
  /** The same signs mean something else in another country, so nobody may choose for the writer. */
  doubtful: boolean;
  /** Said with k, duizend or miljoen: then it is money rather than a head count. */
  multiplied: boolean;
  inWords: boolean;
};

/** Beyond this a number is a code or a joke. */
const MOST = 1e11;
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

function inDigits(lower: string, language: Language): Numeral[] {
  return [...lower.matchAll(DIGITS)].flatMap((match) => {
    const before = lower.slice(0, match.index).at(-1) ?? ' ';
    if (/[\p{L}_#]/u.test(before)) return [];
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
        doubtful: plain.doubtful || (times === 1 && decimals === 1),
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

const NL: Record<string, number> = {
  nul: 0,
  een: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
};
const EN: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** The value of one Dutch number word, of any length: vijfentwintighonderd, tienduizend. */
export function dutchNumber(word: string): number | undefined {
  if (Object.hasOwn(NL, word)) return NL[word];
  for (const [name, times] of [
    ['duizend', 1000],
    ['honderd', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const left = at === 0 ? 1 : dutchNumber(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^en(?=.)/, '');
    const right = rest === '' ? 0 : dutchNumber(rest);
    return left === undefined || right === undefined ? undefined : left * times + right;
  }
  const both =
    /^(een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)$/.exec(
      word,
    );
  return both ? (NL[both[1] as string] as number) + (NL[both[2] as string] as number) : undefined;
}

const SMALL: Record<string, number> = { half: 0.5, anderhalf: 1.5, anderhalve: 1.5 };
const LARGE: Record<string, number> = {
  honderd: 100,
  duizend: 1000,
  mille: 1000,
  miljoen: 1_000_000,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
};
const JOINERS = new Set(['and']);

/** Numbers written as words; a run of words is one number ("two thousand five hundred", "anderhalf miljoen"). */
function inWords(lower: string, language: Language): Numeral[] {
  const words = [...lower.matchAll(/[\p{L}]+(?:-(?=\p{L}))?/gu)].map((match) => ({
    text: match[0]
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/-$/, ''),
    start: match.index,
    end: match.index + match[0].replace(/-$/, '').length,
  }));
  const found: Numeral[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = takeRun(words, at, language, lower);
    if (!run) continue;
    found.push(run.numeral);
    at = run.last;
  }
  return found;
}

function takeRun(
  words: { text: string; start: number; end: number }[],
  from: number,
  language: Language,
  lower: string,
) {
  let total = 0;
  let current = 0;
  let last = -1;
  let multiplied = false;
  for (let at = from; at < words.length; at++) {
    const { text, start } = words[at] as (typeof words)[number];
    if (last >= 0 && !/^[\s-]*$/.test(lower.slice((words[at - 1] as { end: number }).end, start))) break;
    const small =
      SMALL[text] ??
      (language === 'nl' ? dutchNumber(text) : EN[text]) ??
      (language === 'nl' ? EN_ONLY(text) : dutchOnly(text));
    const large = Object.hasOwn(LARGE, text) ? LARGE[text] : undefined;
    if (large !== undefined) {
      if (last < 0 && !['duizend', 'honderd'].includes(text)) break;
      if (large > 100 && (current >= 1000 || total > 0)) break;
      multiplied = true;
      if (large > 100) {
        total += (current || 1) * large;
        current = 0;
      } else if (current >= 100 || total % 1000 !== 0) {
        if (current % 1000 !== 0) break;
        total += current;
        current = large;
      } else current = (current || 1) * large;
    } else if (small !== undefined) {
      if (small >= 100) multiplied = true;
      if (last >= 0 && current !== 0 && small >= 1 && !(current >= 20 && small < 10) && current < 100) break;
      current += small;
    } else if (JOINERS.has(text) && last >= 0 && multiplied) continue;
    else break;
    last = at;
  }
  const value = total + current;
  if (value > MOST) return undefined;
  const only = words[from]?.text ?? '';
  if (
    last < 0 ||
    value <= 0 ||
    (last === from && ['een', 'one', 'half', 'anderhalf', 'anderhalve', 'nul'].includes(only))
  )
    return undefined;
  const start = (words[from] as { start: number }).start;
  const end = (words[last] as { end: number }).end;
  return {
    last,
    numeral: {
      start,
      end,
      typed: lower.slice(start, end),
      value: round(value),
      doubtful: false,
      multiplied,
      inWords: true,
    },
  };
}

/** Words that are a number in the other language and nothing else in this one. */
const EN_ONLY = (word: string) => (word.length > 4 || ['five', 'nine'].includes(word) ? EN[word] : undefined);
const dutchOnly = (word: string) => (word.length > 4 ? dutchNumber(word) : undefined);

/** Euros to the cent: what multiplying made of it beyond that is no number a person meant. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
