import { foldedWords } from './fold.ts';
import type { Stemmed } from './phrases.ts';
import { createSpellIndex } from './typo.ts';

/** A supplier, by all the names people give it. */
export type Named = { id: string; names: readonly string[] };
export type NameFound = { id: string; start: number; end: number };
export type NameIndex = { find(text: readonly Stemmed[]): NameFound[] };

/** A word of the text: whether everybody uses it, and whether it is a name by itself. */
type Heard = { folded: string; usual: boolean; named: boolean };

const ARTICLES = new Set(['de', 'het', 'the', 'een', 'stichting', 'bv']);
const CUES = new Set([
  'bij',
  'via',
  'door',
  'at',
  'from',
  'by',
  'doet',
  'levert',
  'leveren',
  'ken',
  'kent',
  'kennen',
  'bestaat',
  'onderneming',
  'bedrijf',
  'leverancier',
  'does',
  'heet',
  'heten',
  'genaamd',
  'called',
  'maakt',
  'maken',
  'verkoopt',
  'verkopen',
  'makes',
  'sells',
  'stichting',
  'restaurant',
]);
const LONGEST = 7;
/** A slip is a slip only in a name long enough to be sure of. */
const SHORTEST = 5;
const SURELY_LONG = 10;

/** Finds suppliers by name, misspelt or not. A name of everyday words counts only with a word before it that calls for a name, or in capitals. */
export function createNameIndex(
  named: readonly Named[],
  everyday: (word: string) => boolean,
  compound: (word: string) => boolean,
  empty: (word: string) => boolean,
): NameIndex {
  const exact = new Map<string, string>();
  const spelling = createSpellIndex();
  for (const { id, names } of named)
    for (const name of names) {
      const words = foldedWords(name);
      const kept = words.filter((word) => !ARTICLES.has(word));
      for (const form of [words, kept]) {
        const joined = form.join('');
        if (joined.length < 2 || exact.has(joined)) continue;
        exact.set(joined, id);
        if (joined.length >= SURELY_LONG || !form.every((word) => word.length < 3 || everyday(word)))
          spelling.add(joined);
      }
    }
  const usual = (word: string) => everyday(word) || ARTICLES.has(word);

  return {
    find(text) {
      const heard = text.map(({ folded }) => heardOf(folded));
      const found: NameFound[] = [];
      for (let start = 0; start < text.length; start++) {
        const hit = longestAt(text, heard, start);
        if (!hit) continue;
        found.push(hit);
        start = hit.end - 1;
      }
      return found;
    },
  };

  function heardOf(folded: string): Heard {
    const isUsual = usual(folded);
    return { folded, usual: isUsual, named: !isUsual && exact.has(folded) };
  }

  /** The name that begins here: letter for letter before misspelt, longer before shorter. */
  function longestAt(text: readonly Stemmed[], heard: readonly Heard[], start: number): NameFound | undefined {
    const joined: string[] = [];
    for (let end = start; end < Math.min(text.length, start + LONGEST); end++)
      joined.push((joined.at(-1) ?? '') + heard[end]?.folded);
    for (let length = joined.length; length > 0; length--) {
      const id = spelt(text, joined[length - 1] as string, start, start + length);
      if (id !== undefined) return { id, start, end: start + length };
    }
    for (let length = joined.length; length > 0; length--) {
      const id = misspelt(heard, joined[length - 1] as string, start, start + length);
      if (id !== undefined) return { id, start, end: start + length };
    }
    return undefined;
  }

  function spelt(text: readonly Stemmed[], joined: string, start: number, end: number): string | undefined {
    const known = exact.get(joined);
    if (known === undefined) return undefined;
    return !isEveryday(text.slice(start, end), joined) || calledFor(text, start, end) ? known : undefined;
  }

  function misspelt(heard: readonly Heard[], joined: string, start: number, end: number): string | undefined {
    if (joined.length < SHORTEST || exact.has(joined)) return undefined;
    const words = end - start;
    let everyday = true;
    let named = false;
    for (let at = start; at < end; at++) {
      everyday &&= heard[at]?.usual === true;
      named ||= heard[at]?.named === true;
    }
    if (everyday) return undefined;
    if (words > 2 && heard[start]?.usual && heard[end - 1]?.usual) return undefined;
    if (words === 1 && compound(joined)) return undefined;
    // "seepje a" is Seepje with a word behind it, no slip.
    if (words > 1 && named) return undefined;
    const meant = spelling.nearest(joined);
    return meant === undefined ? undefined : exact.get(meant);
  }

  function isEveryday(words: readonly Stemmed[], joined: string): boolean {
    const telling = words.filter(({ folded }) => !ARTICLES.has(folded));
    if (telling.length > 1 && joined.length >= SURELY_LONG && !words.every(({ folded }) => empty(folded))) return false;
    return words.every(({ folded }) => folded.length < 3 || usual(folded));
  }

  function calledFor(text: readonly Stemmed[], start: number, end: number): boolean {
    const words = text.slice(start, end);
    const article = ARTICLES.has(words[0]?.folded ?? '') ? 1 : 0;
    const before = text[start - 1]?.folded ?? '';
    const earlier = text[start - 2]?.folded ?? '';
    const capitals =
      words.slice(article).every(({ raw }) => /^\p{Lu}/u.test(raw)) && (start > 0 || words.length - article > 1);
    const shouted = words.slice(article).every(({ raw }) => /^\p{Lu}{2,}$/u.test(raw));
    const cue =
      CUES.has(before) ||
      (words.length > 1 && ['die', 'dat', 'deze', 'zit', 'that'].includes(before)) ||
      (ARTICLES.has(before) && CUES.has(earlier));
    const follows = text[end];
    // A comma or a full stop ends a name as well.
    const paused = follows !== undefined && follows.start - (words.at(-1)?.end ?? 0) > 1;
    const ends = follows === undefined || paused || words.length > 1 || usualAfter(follows.folded);
    const asked = before === 'is' && ASKED.has(follows?.folded ?? '');
    const long = words.length - article > 2 || (words.length - article === 2 && start === 0);
    if (asked || (before === 'van' && words.length - article > 1)) return true;
    return long || shouted || (capitals && start > 0) || (cue && ends);
  }
}

const ASKED = new Set([
  'nog',
  'een',
  'wel',
  'echt',
  'ook',
  'failliet',
  'gestopt',
  'still',
  'a',
  'really',
  'bereikbaar',
  'open',
  'dicht',
]);
const AFTER = new Set([
  'voor',
  'vor',
  'vr',
  'tegen',
  'om',
  'mag',
  'kan',
  'is',
  'met',
  'die',
  'dat',
  'of',
  'en',
  'for',
  'and',
  'is',
  'nog',
  'ook',
  'doen',
  'kopen',
  'bestellen',
  'inkopen',
  'laten',
  'to',
  'with',
  'zonder',
  'ex',
  'excl',
  'incl',
  'dan',
  'in',
  'ongeveer',
  'wat',
]);
const usualAfter = (word: string) => AFTER.has(word);
