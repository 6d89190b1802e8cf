import { foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { type Language, stem } from '../understand/stem.ts';
import { binds, isConditional, isSpare, normOf, weighs } from './norms.ts';
import { sentencesOf } from './sentences.ts';

/**
 * What one sentence says, in its order. `lead`: what leads to the list in which it stands. `points`: it begins with
 * what only the sentence before it tells. `conditional`: it is said of a case.
 * `no`: it begins with that. `bonds`: which word each small one belongs to.
 */
export type Saying = {
  marks: readonly string[];
  bonds: readonly string[];
  lead: string;
  points: boolean;
  conditional: boolean;
  no: boolean;
};

/** All that a text says, a question with its answer. */
export function sayingsOf(text: string, language: Language): Saying[] {
  return sentencesOf(text.replaceAll(OF_THE_CITY, '')).map(({ text: whole, lead }) => {
    const sentence = whole.replace(NO, '');
    const words = foldedWords(sentence);
    return {
      marks: marksOf(sentence, language),
      bonds: bondsOf(sentence, language),
      lead: marksOf(lead, language).join(' '),
      points: words.slice(0, REACH).some((word) => POINTING.has(word)),
      conditional: isConditional(sentence, words),
      no: sentence !== whole,
    };
  });
}

/** A text without what only says a word in another way, or where it comes from. */
export function shortened(text: string): string {
  return text.replaceAll(ASIDE, '');
}

const ASIDE = /\s\([^()]*\)|, (?:zegt de|says) (?:(?!niet|not)[^,.])*(?=\.)/gu;
const OF_THE_CITY = / (?:van de gemeente|of the city)(?!\p{L})|(?<= the )city['’]s /gu;
/** Answers a question, and denies nothing of the sentence behind it. */
const NO = /^(?:nee|no)(?:[,.!:;]\s*|$)/i;
/** How far from its beginning a sentence points back. */
const REACH = 3;
const POINTING = new Set(
  'dat dit die deze dan daar daarna daarom daarboven zo samen toen alles beide beiden hem hun that this these those then there it they them together above both all'.split(
    ' ',
  ),
);

function marksOf(text: string, language: Language): string[] {
  return foldedWords(text.replaceAll('€', ' '))
    .filter((word) => !isSpare(word) && (weighs(word) || !functionWords[language].has(word)))
    .map((word) => normOf(word) ?? stem(word, language));
}

function bondsOf(text: string, language: Language): string[] {
  const words = foldedWords(text);
  return words.flatMap((word, at) =>
    binds(word) ? [`${normOf(word) ?? word} ${marksOf(words.slice(at + 1).join(' '), language)[0] ?? ''}`] : [],
  );
}
