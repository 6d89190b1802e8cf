import { type Token, tokens } from './fold.ts';
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
};

const GAP = 5;
const NEAR = 7;

export function createPhraseTable(light: (folded: string, language: Language) => boolean): PhraseTable {
  const byFirst = { nl: new Map<string, Phrase[]>(), en: new Map<string, Phrase[]>() };
  const byWeighty = { nl: new Map<string, Phrase[]>(), en: new Map<string, Phrase[]>() };
  const known = { nl: new Set<string>(), en: new Set<string>() };

  function add(id: string, text: string, language: Language): void {
    const words = text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : tokens(word).map(({ folded }) => folded)));
    const parts = words.map((word) => (word === '*' ? word : stem(word, language)));
    const weighty = words.filter((word) => word !== '*' && !light(word, language)).map((word) => stem(word, language));
    const phrase = { id, parts, kept: weighty };
    for (const word of words) known[language].add(word);
    put(byFirst[language], parts[0], phrase);
    if (parts.length > 1 && weighty.length > 1) put(byWeighty[language], weighty[0], phrase);
  }

  function all(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (let start = 0; start < text.length; start++)
      for (const language of ['nl', 'en'] as const)
        for (const { id, parts } of byFirst[language].get((text[start] as Stemmed)[language]) ?? []) {
          const end = matchFrom(text, start, parts, language);
          if (end !== undefined) found.push({ id, start, end, words: parts.length, gapped: parts.includes('*') });
        }
    return found;
  }

  function scattered(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < text.length; at++)
      for (const language of ['nl', 'en'] as const)
        for (const { id, kept } of byWeighty[language].get((text[at] as Stemmed)[language]) ?? []) {
          const places = kept.map((part) => nearest(text, at, part, language));
          if (places.some((place) => place < 0)) continue;
          const start = Math.min(...places);
          const end = Math.max(...places) + 1;
          if (end - start <= NEAR && new Set(places).size === kept.length)
            found.push({ id, start, end, words: kept.length, gapped: true });
        }
    return found;
  }

  return { add, all, scattered, knows: (word, language) => known[language].has(word) };
}

function matchFrom(text: readonly Stemmed[], start: number, parts: readonly string[], language: Language): number | undefined {
  let at = start;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string;
    if (part === '*') {
      const wanted = parts[index + 1];
      const limit = Math.min(text.length, at + GAP + 1);
      let next = at;
      while (next < limit && text[next]?.[language] !== wanted) next++;
      if (next >= limit) return undefined;
      at = next;
    } else if (text[at]?.[language] === part) at++;
    else return undefined;
  }
  return at;
}

function nearest(text: readonly Stemmed[], at: number, part: string, language: Language): number {
  for (let step = 0; step < NEAR; step++)
    for (const place of [at + step, at - step]) if (text[place]?.[language] === part) return place;
  return -1;
}

function put(map: Map<string, Phrase[]>, key: string | undefined, phrase: Phrase): void {
  if (key === undefined) return;
  const there = map.get(key);
  if (there) there.push(phrase);
  else map.set(key, [phrase]);
}
