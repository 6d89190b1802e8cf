import { foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { createPhraseTable, type PhraseTable, type Stemmed } from '../understand/phrases.ts';
import { type Language, stem } from '../understand/stem.ts';
import type { Article } from './schema.ts';

/** An article that may answer, how well it fits, and how much of the question it covers (0 to 1). */
export type Passage = {
  article: Article;
  score: number;
  coverage: number;
  /** 0 when the text does not name this article, 1 when it gives a name of its own. */
  named: number;
};
export type ArticleIndex = {
  search(tokens: readonly Stemmed[], language: Language, most?: number): Passage[];
  /** Every word that the articles use in a language. */
  words(language: Language): ReadonlySet<string>;
};

const LANGUAGES = ['nl', 'en'] as const;
const FIELDS = { question: 2.6, also: 2.6, body: 0.8 } as const;
/** A word of a question or a name covers more than one that only stands in the text. */
const IN_TITLE = 2.2;
const ONLY_IN_BODY = 0.55;
const K1 = 1.2;
const B = 0.6;
const NAMED = 4;
/** What a very usual word counts beside one that says something. */
const PLAIN = 0.35;

/** Words that name nothing by themselves (`known`), and those that hardly say anything (`plain`). */
export type Everyday = { known: (word: string) => boolean; plain: (word: string) => boolean };

type Side = { postings: Map<string, Map<number, number>>; lengths: Float64Array; mean: number };

/** Articles by their words (BM25 over fields), and by the names under which people know them. */
export function indexArticles(articles: Iterable<Article>, everyday: Everyday): ArticleIndex {
  const all = [...articles];
  let names: PhraseTable | undefined;
  const sides: Partial<Record<Language, Side>> = {};
  const words: Partial<Record<Language, ReadonlySet<string>>> = {};
  return {
    words(language) {
      words[language] ??= wordsOf(all, language);
      return words[language];
    },
    search(tokens, language, most = 5) {
      sides[language] ??= sideOf(all, language);
      names ??= namesOf(all);
      return searchIn(all, sides[language], names, tokens, language, everyday).slice(0, most);
    },
  };
}

function namesOf(articles: readonly Article[]): PhraseTable {
  const names = createPhraseTable(() => false);
  for (const { id, also, question } of articles)
    for (const language of LANGUAGES)
      for (const phrase of [question[language], ...also[language]]) names.add(id, phrase, language);
  return names;
}

function wordsOf(articles: readonly Article[], language: Language): ReadonlySet<string> {
  const texts = articles.map(
    ({ question, also, body }) => `${question[language]} ${also[language].join(' ')} ${body[language]}`,
  );
  return new Set(foldedWords(texts.join(' ')));
}

function sideOf(articles: readonly Article[], language: Language): Side {
  const postings: Side['postings'] = new Map();
  const lengths = new Float64Array(articles.length);
  articles.forEach(({ question, also, body }, place) => {
    const texts = { question: question[language], also: also[language].join(' . '), body: body[language] };
    for (const [field, weight] of Object.entries(FIELDS))
      for (const word of foldedWords(texts[field as keyof typeof FIELDS])) {
        if (functionWords[language].has(word)) continue;
        const term = stem(word, language);
        const list = postings.get(term) ?? new Map<number, number>();
        list.set(place, (list.get(place) ?? 0) + weight);
        postings.set(term, list);
        lengths[place] = (lengths[place] as number) + weight;
      }
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, articles.length);
  return { postings, lengths, mean };
}

function searchIn(
  articles: readonly Article[],
  side: Side,
  names: PhraseTable,
  tokens: readonly Stemmed[],
  language: Language,
  everyday: Everyday,
): Passage[] {
  const telling = tokens.filter(({ folded }) => folded !== '' && !functionWords[language].has(folded));
  const terms = [...new Set(telling.map((token) => token[language]))];
  const empty = new Set(telling.filter(({ folded }) => everyday.plain(folded)).map((token) => token[language]));
  const count = articles.length;
  const places = terms.map((term) => side.postings.get(term) ?? alike(term, side));
  const weights = terms.map((term, at) => {
    const found = places[at]?.size ?? 0;
    return Math.log(1 + (count - found + 0.5) / (found + 0.5)) * (empty.has(term) ? PLAIN : 1);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const scores = new Float64Array(count);
  const covers = new Float64Array(count);
  terms.forEach((_term, at) => {
    const weight = weights[at] as number;
    for (const [place, frequency] of places[at] ?? []) {
      const length = 1 - B + (B * (side.lengths[place] as number)) / side.mean;
      scores[place] = (scores[place] as number) + (weight * frequency * (K1 + 1)) / (frequency + K1 * length);
      covers[place] = (covers[place] as number) + ((frequency >= IN_TITLE ? 1 : ONLY_IN_BODY) * weight) / all;
    }
  });
  const named = namedBy(names, tokens, everyday.known);
  const found: Passage[] = [];
  for (const [place, article] of articles.entries()) {
    const own = named.get(article.id) ?? 0;
    const score = (scores[place] as number) + own * NAMED;
    if (score > 0) found.push({ article, score, coverage: covers[place] as number, named: Math.min(1, own) });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** A compound that no article has is looked up by its longest first or last part: drempel-bedragen, inkoop-beleid. */
function alike(term: string, { postings }: Side): Map<number, number> | undefined {
  if (term.length < 7) return undefined;
  for (let length = term.length - 1; length >= 5; length--) {
    const found = postings.get(term.slice(-length)) ?? postings.get(term.slice(0, length));
    if (found) return new Map([...found].map(([place, frequency]) => [place, frequency * 0.6]));
  }
  return undefined;
}

/** How strongly the text names each article: a name of its own is sure, one everyday word is not. */
function namedBy(
  names: PhraseTable,
  tokens: readonly Stemmed[],
  usual: (word: string) => boolean,
): Map<string, number> {
  const found = new Map<string, Map<string, number>>();
  const brief = tokens.filter(({ folded }) => !usual(folded)).length <= 2;
  for (const { id, words, start, end } of names.all(tokens)) {
    const said = tokens.slice(start, end);
    const everyday = said.every(({ folded }) => usual(folded));
    const strength = everyday
      ? words === 1
        ? 0.35
        : Math.min(1, 0.3 + 0.2 * words)
      : words > 1 || brief
        ? Math.min(1.5, 0.9 + 0.2 * words)
        : 0.65;
    const heard = said.map(({ folded }) => folded).join(' ');
    const own = found.get(id) ?? new Map<string, number>();
    if (![...own.keys()].some((other) => other.includes(heard))) own.set(heard, strength);
    found.set(id, own);
  }
  return new Map(
    [...found].map(([id, own]) => [
      id,
      Math.min(
        2,
        [...own.values()].reduce((sum, strength) => sum + strength, 0),
      ),
    ]),
  );
}
