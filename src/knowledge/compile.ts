import type { z } from 'zod';
import { createTeller, type Teller } from '../commission/about.ts';
import { createDecide, type Decide } from '../rules/decide.ts';
import { type Facts, factsSchema } from '../rules/facts.ts';
import { indexSuppliers, type SupplierIndex } from '../suppliers/index-suppliers.ts';
import { commonWords } from '../understand/common-words.ts';
import { fold, foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { createLexicon, type Lexicon } from '../understand/lexicon.ts';
import { stem } from '../understand/stem.ts';
import type { Knowledge } from './load.ts';
import { type ArticleIndex, indexArticles } from './search.ts';

/** The content, and the lists in which it is looked up. Made anew whenever the content changes. */
export type Library = {
  knowledge: Knowledge;
  lexicon: Lexicon;
  suppliers: SupplierIndex;
  articles: ArticleIndex;
  decide: Decide;
  /** What a purchase is about. */
  tellSubject: Teller;
  /** Reads the facts of a case, or names the field that cannot be used. */
  facts: z.ZodType<Facts>;
};

const PLAIN_WORDS = 600;

export function compile(knowledge: Knowledge): Library {
  const common = commonWords();
  const articleTitles = new Set(
    [...knowledge.articles.values()].flatMap(({ also }) => foldedWords([...also.nl, ...also.en].join(' '))),
  );
  let thingWord: (word: string) => boolean = () => false;
  const plain = new Set([...common].slice(0, PLAIN_WORDS));
  const fillers = new Set([...knowledge.words.fillers.nl, ...knowledge.words.fillers.en].map(fold));
  const articles = indexArticles(knowledge.articles.values(), {
    known: (word) =>
      common.has(word) ||
      fillers.has(word) ||
      word.length < 3 ||
      functionWords.nl.has(word) ||
      functionWords.en.has(word) ||
      thingWord(word),
    plain: (word) => plain.has(word) || (fillers.has(word) && !articleTitles.has(word)),
  });
  const named = [...knowledge.suppliers.values()].map(({ id, name, alsoKnownAs }) => ({
    id,
    names: [name.replace(/\s*\(.*?\)/g, ''), ...alsoKnownAs],
  }));
  const lexicon = createLexicon(knowledge.words, named, articles.words);
  thingWord = (word) => lexicon.thingWords.knows(word, 'nl') || lexicon.thingWords.knows(word, 'en');
  const suppliers = indexSuppliers(knowledge.suppliers.values(), lexicon.things, wordsOf, lexicon.areaParents);
  return {
    knowledge,
    lexicon,
    suppliers,
    articles,
    decide: createDecide(knowledge.check, knowledge.amounts),
    tellSubject: createTeller([...knowledge.subjects.values()], knowledge.approach, lexicon),
    facts: factsSchema(knowledge.check, knowledge.amounts),
  };
}

/** The words of a text that say something, by their stems. */
export function wordsOf(text: string, language: 'nl' | 'en'): string[] {
  return foldedWords(text)
    .filter((word) => word.length > 2 && !functionWords[language].has(word))
    .map((word) => stem(word, language));
}
