import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as dutch } from '@zxcvbn-ts/language-nl-be';
import { foldedWords } from './fold.ts';

export type PersonNames = { first: ReadonlySet<string>; last: ReadonlySet<string> };

let names: PersonNames | undefined;

/** First and last names that many people have, as they are compared. Some are everyday words as well. */
export function personNames(): PersonNames {
  const { boysFirstnames, girlsFirstnames, lastnames } = dutch;
  names ??= {
    first: new Set(
      [...boysFirstnames, ...girlsFirstnames, ...english.firstnames].flatMap((name) => foldedWords(String(name))),
    ),
    last: new Set(lastnames.flatMap((name) => foldedWords(String(name)))),
  };
  return names;
}
