import { foldedWords, type Token } from './fold.ts';
import { type Language, stem } from './stem.ts';

/** A token with the stems by which both languages know it. */
export type Stemmed = Token & { nl: string; en: string };
export type Found = { id: string; start: number; end: number; words: number; gapped: boolean };
type Phrase = { id: string; parts: string[]; kept: string[] };

/** Phrases of one or more words, found in a text wherever their stems stand in a row. `*` is a gap of at most five words. */
export type PhraseTable = {
  add(id: string, phrase: string, language: Language): void;
  /** Every phrase that stands in the text. */
  all(text: readonly Stemmed[]): Found[];
  /** Phrases whose weighty words all stand near each other, in any order: "ramen op de derde verdieping lappen". */
  scattered(text: readonly Stemmed[]): Found[];
  knows(word: string, language: Language): boolean;
  /** True for a word that is a phrase by itself, in this very form. */
  has(word: string): boolean;
};

const GAP = 5;
const NEAR = 7;

/** How close a word must be: by its stem, by its stem when it is long enough to be sure, or letter for letter. */
export type Likeness = 'stem' | 'long-stem' | 'exact';
const LONG = 6;

export function createPhraseTable(
  light: (folded: string, language: Language) => boolean,
  likeness: Likeness = 'stem',
): PhraseTable {
  const formOf = (word: { folded: string; nl: string; en: string } | undefined, language: Language) => {
    if (!word) return undefined;
    if (likeness === 'stem') return word[language];
    return likeness === 'long-stem' && word.folded.length >= LONG ? `~${word[language]}` : word.folded;
  };
  const made = (word: string, language: Language): string => {
    if (likeness === 'stem') return stem(word, language);
    return likeness === 'long-stem' && word.length >= LONG ? `~${stem(word, language)}` : word;
  };
  const byFirst = { nl: new Map<string, Phrase[]>(), en: new Map<string, Phrase[]>() };
  const byWeighty = { nl: new Map<string, Phrase[]>(), en: new Map<string, Phrase[]>() };
  const alone = new Set<string>();
  const known = { nl: new Set<string>(), en: new Set<string>() };

  function add(id: string, text: string, language: Language): void {
    const words = text.includes('*')
      ? text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : foldedWords(word)))
      : foldedWords(text);
    const parts = words.map((word) => (word === '*' ? word : made(word, language)));
    const weighty = words.filter((word) => word !== '*' && !light(word, language)).map((word) => made(word, language));
    const phrase = { id, parts, kept: weighty };
    for (const word of words) known[language].add(word);
    if (words.length === 1 && words[0]) alone.add(words[0]);
    put(byFirst[language], parts[0], phrase);
    if (parts.length > 1 && weighty.length > 1) put(byWeighty[language], weighty[0], phrase);
  }

  function all(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (let start = 0; start < text.length; start++)
      for (const language of ['nl', 'en'] as const)
        for (const { id, parts } of byFirst[language].get(formOf(text[start], language) ?? '') ?? []) {
          const end = matchFrom(text.length, (at) => formOf(text[at], language), start, parts);
          if (end !== undefined) found.push({ id, start, end, words: parts.length, gapped: parts.includes('*') });
        }
    return found;
  }

  function scattered(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < text.length; at++)
      for (const language of ['nl', 'en'] as const)
        for (const { id, kept } of byWeighty[language].get(formOf(text[at], language) ?? '') ?? []) {
          const places = kept.map((part) => nearest((place) => formOf(text[place], language), at, part));
          if (places.some((place) => place < 0)) continue;
          const start = Math.min(...places);
          const end = Math.max(...places) + 1;
          if (end - start <= NEAR && new Set(places).size === kept.length)
            found.push({ id, start, end, words: kept.length, gapped: true });
        }
    return found;
  }

  return { add, all, scattered, knows: (word, language) => known[language].has(word), has: (word) => alone.has(word) };
}

function matchFrom(
  length: number,
  formAt: (at: number) => string | undefined,
  start: number,
  parts: readonly string[],
): number | undefined {
  let at = start;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string;
    if (part === '*') {
      const wanted = parts[index + 1];
      const limit = Math.min(length, at + GAP + 1);
      let next = at;
      while (next < limit && formAt(next) !== wanted) next++;
      if (next >= limit) return undefined;
      at = next;
    } else if (formAt(at) === part) at++;
    else return undefined;
  }
  return at;
}

function nearest(formAt: (at: number) => string | undefined, at: number, part: string): number {
  for (let step = 0; step < NEAR; step++)
    for (const place of [at + step, at - step]) if (place >= 0 && formAt(place) === part) return place;
  return -1;
}

function put(map: Map<string, Phrase[]>, key: string | undefined, phrase: Phrase): void {
  if (key === undefined) return;
  const there = map.get(key);
  if (there) there.push(phrase);
  else map.set(key, [phrase]);
}
