import { foldedWords } from '../understand/fold.ts';
import type { Stemmed } from '../understand/phrases.ts';
import { stem } from '../understand/stem.ts';

/** Words that point at something. `asfalt*` stands for every word that begins so. */
export type Pointer<Id> = { id: Id; weight: number; nl: readonly string[]; en: readonly string[] };
export type Hit<Id> = { id: Id; weight: number; start: number; end: number };

type Word = { nl: string; en: string; begins: boolean };
type Phrase<Id> = { id: Id; weight: number; language: 'nl' | 'en'; words: Word[] };

const PER_WORD = 0.8;
/** The last part of a compound tells a little less than the word by itself. */
const AS_TAIL = 0.85;
const SHORTEST_TAIL = 5;
/** No word of ours is longer. */
const LONGEST_WORD = 40;

/** Finds every phrase in a text; a word that no phrase has is looked at once more by its last part. */
export function createFinder<Id>(pointers: readonly Pointer<Id>[]): (text: readonly Stemmed[]) => Hit<Id>[] {
  const whole = new Map<string, Phrase<Id>[]>();
  const beginnings = new Map<string, Phrase<Id>[]>();
  const tails = new Map<string, Phrase<Id>[]>();
  for (const { id, weight, ...lists } of pointers)
    for (const language of ['nl', 'en'] as const)
      for (const typed of lists[language]) {
        const words = wordsOf(typed);
        const [first] = words;
        if (!first) continue;
        const phrase = { id, weight: weight + PER_WORD * (words.length - 1), language, words };
        if (first.begins) append(beginnings, first.nl, phrase);
        else append(whole, `${language} ${first[language]}`, phrase);
        const tail = first.nl;
        if (words.length === 1 && language === 'nl' && tail.length >= SHORTEST_TAIL) append(tails, tail, phrase);
      }

  return (text) => {
    const hits: Hit<Id>[] = [];
    text.forEach((token, start) => {
      const first = [...(whole.get(`nl ${token.nl}`) ?? []), ...(whole.get(`en ${token.en}`) ?? [])];
      for (let length = 2; length <= Math.min(token.folded.length, LONGEST_WORD); length++)
        first.push(...(beginnings.get(token.folded.slice(0, length)) ?? []));
      for (const { id, weight, words, language } of first)
        if (words.every((word, at) => fits(word, text[start + at], language)))
          hits.push({ id, weight, start, end: start + words.length });
      if (first.length > 0 || token.folded.length > LONGEST_WORD) return;
      for (let at = 3; at <= token.folded.length - SHORTEST_TAIL; at++)
        for (const { id, weight } of tails.get(token.folded.slice(at)) ?? tails.get(token.nl.slice(at)) ?? [])
          hits.push({ id, weight: weight * AS_TAIL, start, end: start + 1 });
    });
    return hits;
  };
}

function wordsOf(typed: string): Word[] {
  return typed.split(/\s+/).flatMap((part) => {
    const begins = part.endsWith('*');
    return foldedWords(begins ? part.slice(0, -1) : part).map((word) =>
      begins ? { nl: word, en: word, begins } : { nl: stem(word, 'nl'), en: stem(word, 'en'), begins },
    );
  });
}

function fits(word: Word, token: Stemmed | undefined, language: 'nl' | 'en'): boolean {
  if (!token) return false;
  return word.begins ? token.folded.startsWith(word[language]) : token[language] === word[language];
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
