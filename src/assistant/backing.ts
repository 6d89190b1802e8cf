import type { Language } from '../understand/stem.ts';
import { type Saying, sayingOf, sayingsOf, subjectOf } from './sayings.ts';
import { type Sentence, sentencesOf, withoutQuestion } from './sentences.ts';

/** Of the words of a sentence, how many must stand in the one it rests on or in what that is about; how many in itself. */
const LEAST_TOLD = 0.6;
const LEAST_SHARED = 0.4;
/** With the same numbers in it, fewer words tell that it is the same. */
const LEAST_SHARED_WITH_NUMBERS = 0.2;
/** Of the words of a sentence with norm words or numbers, how many must be left. */
const LEAST_KEPT = 0.34;

/** What drafts about a passage may rest on. `free`: numbers of its question, that need not be said again. */
export type Ground = { sayings: readonly Saying[]; subject: ReadonlySet<string>; free: ReadonlySet<string> };

export function groundOf(passage: string, language: Language): Ground {
  return {
    sayings: sayingsOf(passage, language),
    subject: subjectOf(passage, language),
    free: new Set(passage.split('\n', 1)[0]?.match(/\d+/g) ?? []),
  };
}

/**
 * Whether all that a draft says rests on the passages: each sentence, or each half of it, on the sentence of a passage that
 * it is most like. That sentence must hold the same norm words and the same numbers; only years may be left out.
 */
export function isBacked(draft: string, grounds: readonly Ground[], language: Language): boolean {
  const ground: Ground = {
    sayings: grounds.flatMap(({ sayings }) => sayings),
    subject: new Set(grounds.flatMap(({ subject }) => [...subject])),
    free: new Set(grounds.flatMap(({ free }) => [...free])),
  };
  const rests = (sentence: Sentence) => {
    const saying = sayingOf(sentence, language);
    return restsOn(saying, ground) || (canBeHalved(saying) && saying.halves.every((half) => restsOn(half, ground)));
  };
  return sentencesOf(draft)
    .filter(({ text }) => !text.endsWith('?'))
    .every((sentence) => {
      const shorter = withoutQuestion(sentence);
      return rests(sentence) || (shorter !== undefined && rests(shorter));
    });
}

/** Each half says something by itself. */
function canBeHalved({ halves }: Saying): boolean {
  return halves.length > 1 && halves.every(({ words, figures }) => words.size + figures.size > 1);
}

function restsOn(saying: Saying, { sayings, subject, free }: Ground): boolean {
  const own = [...saying.words];
  if (own.length === 0) return isEmpty(saying) || answers(saying, sayings[0]);
  const agrees = (one: Saying) =>
    same(saying.norms, one.norms) && sameFigures(saying.figures, one.figures, free) && mayDeny(saying, one);
  const numbers = [...saying.figures].some((figure) => !free.has(figure));
  const shares = (one: Saying) => own.filter((word) => one.words.has(word)).length;
  const likeness = (one: Saying) => (2 * shares(one)) / (own.length + one.words.size);
  const among = sayings
    .filter((one) => !numbers || [one, ...one.halves].some(({ figures }) => sameFigures(saying.figures, figures, free)))
    .map((whole) => ({ whole, likest: mostLike([whole, ...whole.halves], likeness) }));
  const best = Math.max(0, ...among.map(({ likest }) => likeness(likest)));
  return among
    .filter(({ likest }) => likeness(likest) > 0 && likeness(likest) >= best)
    .some(({ whole, likest }) => fits(likest) && (holdsAll(likest, whole) || shares(likest) === own.length));

  function fits(one: Saying): boolean {
    const told = own.filter((word) => one.words.has(word) || one.lead.has(word) || subject.has(word)).length;
    const weighs = one.norms.size > 0 || one.figures.size > 0;
    return (
      agrees(one) &&
      told / own.length >= LEAST_TOLD &&
      shares(one) / own.length >= (numbers ? LEAST_SHARED_WITH_NUMBERS : LEAST_SHARED) &&
      (!weighs || shares(one) / one.words.size >= LEAST_KEPT)
    );
  }
}

function mostLike(sayings: readonly Saying[], likeness: (one: Saying) => number): Saying {
  return sayings.reduce((likest, one) => (likeness(one) > likeness(likest) ? one : likest));
}

/** Half of a sentence without the norm words of the whole must be there word for word: they may be about it as well. */
function holdsAll(half: Saying, whole: Saying): boolean {
  return [...whole.norms].every((norm) => half.norms.has(norm));
}

function isEmpty({ norms, figures, no }: Saying): boolean {
  return norms.size === 0 && figures.size === 0 && !no;
}

/** "Nee", or "dat mag niet", says something of the question itself; the first sentence of a passage answers that. */
function answers(saying: Saying, first: Saying | undefined): boolean {
  if (first === undefined || saying.figures.size > 0) return false;
  if (saying.norms.size === 0) return mayDeny(saying, first);
  return same(saying.norms, first.norms) && mayDeny(saying, first);
}

function mayDeny(saying: Saying, one: Saying): boolean {
  return !saying.no || one.no || one.norms.has('not');
}

/** The number that the question itself is about need not be said again, and neither need a year. */
function sameFigures(told: ReadonlySet<string>, held: ReadonlySet<string>, free: ReadonlySet<string>): boolean {
  return (
    [...told].every((figure) => held.has(figure) || free.has(figure)) &&
    [...held].every((figure) => told.has(figure) || free.has(figure) || /^(?:19|20)\d\d$/.test(figure))
  );
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
