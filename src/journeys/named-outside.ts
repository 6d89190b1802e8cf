import { cleanName } from '../confirmation.ts';
import type { Library } from '../knowledge/compile.ts';
import { foldedWords } from '../understand/fold.ts';
import type { Reading } from '../understand/read.ts';

/** A capital after a word that calls for a supplier: "bij Bakkerij Jansen", "from Studio North". */
const NAMED =
  /(?<!\p{L})(?:bij|via|van|from|at|by)\s+((?:(?:de|het|the|stichting)\s+)?\p{Lu}[\p{L}\p{N}&'’.-]*(?:\s+(?:(?:van|de|der|den|het|en|and|of|the|om|in|&)\s+)*\p{Lu}[\p{L}\p{N}&'’.-]*){0,4})/gu;

/** A supplier that somebody names and that the knowledge base does not have. A place, a month or a word of the rules is no supplier. */
export function namedOutside({ text, slots }: Reading, { lexicon }: Library): string | undefined {
  if (slots.supplier !== undefined) return undefined;
  for (const [, name = ''] of text.matchAll(NAMED)) {
    const words = foldedWords(name);
    const own = words.filter(
      (word) =>
        word.length > 2 &&
        !lexicon.inArticles(word) &&
        !lexicon.isFiller(word) &&
        !lexicon.areas.knows(word, 'nl') &&
        !lexicon.diets.knows(word, 'nl') &&
        !MONTHS.has(word),
    );
    const clean = own.length > 0 ? cleanName(name.replace(/[.'’-]+$/, '')) : undefined;
    if (clean) return clean;
  }
  return undefined;
}

const MONTHS = new Set(
  'januari februari maart april mei juni juli augustus september oktober november december january february march may june july august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
