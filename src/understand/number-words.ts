import { MOST, type Numeral, round } from './numeral.ts';
import type { Language } from './stem.ts';

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

/** Longer than any number that people write out. */
const LONGEST_WORD = 100;

/** The value of one Dutch number word, of any length: vijfentwintighonderd, tienduizend. */
export function dutchNumber(word: string): number | undefined {
  if (word.length > LONGEST_WORD) return undefined;
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

/** The value of one number word in either language. */
export function wordValue(word: string): number | undefined {
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return dutchNumber(plain) ?? own(EN, plain);
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
export function inWords(lower: string, language: Language): Numeral[] {
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
      own(SMALL, text) ??
      (language === 'nl' ? dutchNumber(text) : own(EN, text)) ??
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
const EN_ONLY = (word: string) => (word.length > 4 || ['five', 'nine'].includes(word) ? own(EN, word) : undefined);
const dutchOnly = (word: string) => (word.length > 4 ? dutchNumber(word) : undefined);

/** "constructor" is no number word, although every table knows it. */
function own(table: Record<string, number>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
