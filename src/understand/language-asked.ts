import { foldedWords } from './fold.ts';
import type { Language } from './stem.ts';

const NAMED: ReadonlyMap<string, Language> = new Map([
  ['engels', 'en'],
  ['english', 'en'],
  ['nederlands', 'nl'],
  ['dutch', 'nl'],
]);
const BESIDE = new Set(
  'in het the to naar kan kun je dat mag dit it please pls plz graag aub svp antwoord antwoorden praat praten spreek speak talk answer reply respond continue switch verder ga go on door can could we you u i maar now nu liever rather thanks thx bedankt ok oke sorry back terug weer again from vanaf here hier do voortaan'.split(
    ' ',
  ),
);
const MOST_WORDS = 8;

/** "In english pls", "kan het in het Nederlands?": the language somebody asks for, and nothing else. */
export function languageAsked(text: string): Language | undefined {
  if (text.length > 100) return undefined;
  const words = foldedWords(text);
  const [named, another] = words.flatMap((word) => NAMED.get(word) ?? []);
  if (!named || another || words.length > MOST_WORDS) return undefined;
  return words.every((word) => NAMED.has(word) || BESIDE.has(word)) ? named : undefined;
}
