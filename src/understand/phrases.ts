import { foldedWords, type Token } from './fold.ts';
import { type Language, stem } from './stem.ts';

/** A token with the stems by which both languages know it. */
export type Stemmed = Token & { nl: string; en: string };
export type Found = { id: string; start: number; end: number; words: number; gapped: boolean };
type Scattered = { id: string; kept: string[] };
type Ending = { id: string; words: number; gapped: boolean };
/** A tree of words: the phrases that end here, and the words that may come next. */
type Branch = { endings?: Ending[]; next?: Map<string, Branch> };

/** Phrases of one or more words, found in a text wherever their stems stand in a row. `*` is a gap of at most five words. */
export type PhraseTable = {
  /** Returns the words of the phrase, folded. */
  add(id: string, phrase: string, language: Language): readonly string[];
  /** Every phrase that stands in the text. */
  all(text: readonly Stemmed[]): Found[];
  /** Phrases whose weighty words all stand near each other, in any order: "ramen op de derde verdieping lappen". */
  scattered(text: readonly Stemmed[]): Found[];
  knows(word: string, language: Language): boolean;
  /** True for a word that is a phrase by itself, in this very form. */
  has(word: string): boolean;
};

const LANGUAGES = ['nl', 'en'] as const;
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
  const formsOf = (text: readonly Stemmed[], language: Language) =>
    text.map((word) => formOf(word, language)) as readonly string[];
  const tree: Record<Language, Branch> = { nl: {}, en: {} };
  const byWeighty = { nl: new Map<string, Scattered[]>(), en: new Map<string, Scattered[]>() };
  const alone = new Set<string>();
  const known = { nl: new Set<string>(), en: new Set<string>() };

  function add(id: string, text: string, language: Language): readonly string[] {
    const gapped = text.includes('*');
    const words = gapped
      ? text.split(/\s+/).flatMap((word) => (word === '*' ? ['*'] : foldedWords(word)))
      : foldedWords(text);
    const parts: string[] = [];
    const weighty: string[] = [];
    for (const word of words) {
      const part = word === '*' ? word : made(word, language);
      parts.push(part);
      if (word !== '*' && !light(word, language)) weighty.push(part);
      known[language].add(word);
    }
    if (words.length === 1 && words[0]) alone.add(words[0]);
    const last = grow(tree[language], parts);
    last.endings ??= [];
    last.endings.push({ id, words: parts.length, gapped });
    if (parts.length > 1 && weighty.length > 1 && weighty[0] !== undefined) {
      const there = byWeighty[language].get(weighty[0]);
      if (there) there.push({ id, kept: weighty });
      else byWeighty[language].set(weighty[0], [{ id, kept: weighty }]);
    }
    return gapped ? words.filter((word) => word !== '*') : words;
  }

  function all(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (const language of LANGUAGES) {
      const { next } = tree[language];
      if (!next) continue;
      let forms: readonly string[] | undefined;
      // Most words begin no phrase.
      for (let start = 0; start < text.length; start++) {
        if (!next.has(formOf(text[start], language) as string)) continue;
        forms ??= formsOf(text, language);
        walk(tree[language], forms, start, (ending, end) => found.push({ ...ending, start, end }));
      }
    }
    return found;
  }

  function scattered(text: readonly Stemmed[]): Found[] {
    const found: Found[] = [];
    for (const language of LANGUAGES) {
      if (byWeighty[language].size === 0) continue;
      const forms = formsOf(text, language);
      const present = new Set(forms);
      for (let at = 0; at < forms.length; at++)
        for (const { id, kept } of byWeighty[language].get(forms[at] as string) ?? []) {
          if (!kept.every((part) => present.has(part))) continue;
          const places = kept.map((part) => nearest(forms, at, part));
          if (places.some((place) => place < 0)) continue;
          const start = Math.min(...places);
          const end = Math.max(...places) + 1;
          if (end - start <= NEAR && new Set(places).size === kept.length)
            found.push({ id, start, end, words: kept.length, gapped: true });
        }
    }
    return found;
  }

  return { add, all, scattered, knows: (word, language) => known[language].has(word), has: (word) => alone.has(word) };
}

function grow(root: Branch, parts: readonly string[]): Branch {
  let here = root;
  for (const part of parts) {
    here.next ??= new Map();
    const next: Branch = here.next.get(part) ?? {};
    here.next.set(part, next);
    here = next;
  }
  return here;
}

/** Follows the text down the tree from one word on; over a gap it goes on at the first place where the next word stands. */
function walk(from: Branch, forms: readonly string[], at: number, ends: (ending: Ending, end: number) => void): void {
  for (const ending of from.endings ?? []) ends(ending, at);
  const next = at < forms.length ? from.next?.get(forms[at] as string) : undefined;
  if (next) walk(next, forms, at + 1, ends);
  const gap = from.next?.get('*');
  if (!gap?.next) return;
  const met = new Set<string>();
  for (let place = at; place < Math.min(forms.length, at + GAP + 1); place++) {
    const form = forms[place] as string;
    const after = met.has(form) ? undefined : gap.next.get(form);
    met.add(form);
    if (after) walk(after, forms, place + 1, ends);
  }
}

function nearest(forms: readonly string[], at: number, part: string): number {
  for (let step = 0; step < NEAR; step++)
    for (const place of [at + step, at - step]) if (place >= 0 && forms[place] === part) return place;
  return -1;
}
