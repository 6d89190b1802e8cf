import { dictionary } from '@zxcvbn-ts/language-nl-be';
import { fold } from './fold.ts';

let words: ReadonlySet<string> | undefined;

/** The sixteen thousand most used Dutch words. A word in this list is no slip of another. */
export function commonWords(): ReadonlySet<string> {
  words ??= new Set(dictionary.commonWords.map((word) => fold(String(word))));
  return words;
}
