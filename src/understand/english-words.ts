import { dictionary } from '@zxcvbn-ts/language-en';
import { fold } from './fold.ts';

let words: ReadonlySet<string> | undefined;

/** The twenty-seven thousand most used English words. */
export function englishWords(): ReadonlySet<string> {
  words ??= new Set(dictionary.commonWords.map((word) => fold(String(word))));
  return words;
}
