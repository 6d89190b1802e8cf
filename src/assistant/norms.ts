import { foldedWords } from '../understand/fold.ts';

/** Words that turn a sentence around when they are left out, added or swapped. One kind, in both languages. */
const NORMS: Record<string, string> = {
  not: 'niet geen nooit niets niks niemand nergens noch zonder evenmin nee not no never nothing nobody none neither nor without cannot dont doesnt didnt isnt arent wasnt wont cant couldnt shouldnt mustnt neednt havent hasnt',
  may: 'mag mogen mocht toegestaan toestemming may allowed permitted permission permits allows',
  ban: 'verboden verbod verbiedt forbidden prohibited prohibits ban banned',
  must: 'moet moeten moest verplicht verplichte verplichting plicht must obliged obligatory mandatory required compulsory duty',
  need: 'hoef hoeft hoeven need needs needed',
  upTo: 'onder beneden hoogstens maximaal maximum minder lager lagere below under less lower most',
  from: 'boven daarboven minstens minimaal minimum hoger hogere above over higher least exceeds exceed',
  only: 'alleen slechts uitsluitend enkel mits tenzij behalve only solely unless except provided',
  always: 'altijd automatisch always automatically',
  maybe:
    'misschien waarschijnlijk mogelijk soms meestal vaak vermoedelijk ongeveer maybe perhaps probably sometimes usually often possibly likely roughly',
  yes: 'ja yes',
};

const KIND = new Map(Object.entries(NORMS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])));
/** Of more than one word, or only before a number. */
const PHRASES: readonly [RegExp, string][] = [
  [/\bup to\b|\btot(?: en met| maximaal)?(?= (?:een bedrag|dat bedrag|de lijn|die lijn|de grens|\d))/, 'upTo'],
  [/\b(?:meer|more) (?:dan|than)\b|\bvanaf(?= (?:een bedrag|dat bedrag|\d))|\bfrom(?= \d)/, 'from'],
  [/\b(?:has|have|had) to\b/, 'must'],
];

/** The kinds of norm words that a sentence holds. Each denial counts: twice no is yes. */
export function normsIn(text: string): Set<string> {
  const words = foldedWords(text.replaceAll('€', ' '));
  const line = words.join(' ');
  const found = words.flatMap((word) => KIND.get(word) ?? []);
  const kinds = new Set(found);
  for (const [phrase, kind] of PHRASES) if (phrase.test(line)) kinds.add(kind);
  // Who needs to ask must ask; who need not ask is free to.
  if (kinds.has('need') && !kinds.has('not')) {
    kinds.delete('need');
    kinds.add('must');
  }
  const denials = found.filter((kind) => kind === 'not').length - (answersNo(text) ? 1 : 0);
  if (denials === 0) kinds.delete('not');
  if (denials > 1) kinds.add(`not ${denials}`);
  return kinds;
}

export function isNorm(word: string): boolean {
  return KIND.has(word);
}

/** "Nee, …" answers a question, and denies nothing of the sentence behind it. */
export function answersNo(text: string): boolean {
  return /^\W*(?:nee|no)\s*[,.!:;]/i.test(text);
}
