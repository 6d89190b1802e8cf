import { foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { type Language, stem } from '../understand/stem.ts';
import { figuresIn } from './figures.ts';
import { answersNo, isNorm, normsIn } from './norms.ts';
import { clausesOf, type Sentence, sentencesOf } from './sentences.ts';

/** What one sentence says. `lead`: the words of the line that leads to it. `halves`: what each half of it says. */
export type Saying = {
  words: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  norms: ReadonlySet<string>;
  figures: ReadonlySet<string>;
  no: boolean;
  halves: readonly Saying[];
};

/** What a passage says. Its first line is its question, and says nothing. */
export function sayingsOf(passage: string, language: Language): Saying[] {
  const [, ...body] = passage.split('\n');
  return sentencesOf(body.join('\n'))
    .filter(({ text }) => !text.endsWith('?'))
    .map((sentence) => sayingOf(sentence, language));
}

/** What a passage is about: its question, and the sentence that answers it first. */
export function subjectOf(passage: string, language: Language): Set<string> {
  const [question = '', ...body] = passage.split('\n');
  return wordsIn(`${question} ${sentencesOf(body.join('\n'))[0]?.text ?? ''}`, language);
}

export function sayingOf({ text, lead }: Sentence, language: Language): Saying {
  const whole = `${lead} ${text}`.trim();
  const halves = clausesOf(text);
  return {
    words: wordsIn(text, language),
    lead: wordsIn(lead, language),
    norms: normsIn(whole),
    figures: figuresIn(whole, language),
    no: answersNo(whole),
    halves: halves.length > 1 ? halves.map((half) => sayingOf({ text: half, lead }, language)) : [],
  };
}

function wordsIn(text: string, language: Language): Set<string> {
  return new Set(
    foldedWords(text)
      .filter((word) => word.length > 1 && !functionWords[language].has(word) && !isNorm(word) && !/^\d/.test(word))
      .map((word) => stem(word, language)),
  );
}
