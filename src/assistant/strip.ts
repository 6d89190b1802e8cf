import type { Library } from '../knowledge/compile.ts';
import type { People } from '../people.ts';
import { commonWords } from '../understand/common-words.ts';
import { foldedWords, LONGEST_TEXT, readable } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { personNames } from '../understand/person-names.ts';
import { withoutNumbers } from './numbered.ts';
import { type WordLore, withoutNames } from './people-named.ts';

/** A text without what identifies people, short enough to be sent. */
export type Strip = (text: string) => string;

/** Makes a filter that knows the people of the directory and the words of the library. */
export function createStrip(people: Pick<People, 'all'>, library: Library): Strip {
  const lore = loreOf(library);
  return (text) => withoutNames(withoutNumbers(readable(text)), people, lore).slice(0, LONGEST_TEXT);
}

function loreOf({ lexicon, knowledge }: Library): WordLore {
  const { first, last } = personNames();
  const common = commonWords();
  const names = new Set(
    [...knowledge.suppliers.values()]
      .flatMap(({ name, alsoKnownAs }) => [name, ...alsoKnownAs])
      .concat(knowledge.words.areas.flatMap((area) => area.names))
      .flatMap(foldedWords),
  );
  const needed = (word: string) =>
    functionWords.nl.has(word) ||
    functionWords.en.has(word) ||
    lexicon.isFiller(word) ||
    lexicon.people.has(word) ||
    lexicon.thingWords.has(word);
  return {
    needed,
    ours: (word) =>
      needed(word) ||
      lexicon.thingWords.knows(word, 'nl') ||
      lexicon.thingWords.knows(word, 'en') ||
      lexicon.inArticles(word),
    named: (word) => names.has(word) && !first.has(word),
    everyday: (word) => common.has(word),
    exists: (word) => lexicon.exists(word) || lexicon.tail(word) !== undefined,
    first: (word) => first.has(word),
    last: (word) => last.has(word),
  };
}
