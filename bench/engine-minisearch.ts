import MiniSearch from 'minisearch';
import snowball from 'snowball-stemmers';
import type { Supplier } from '../src/suppliers/supplier.ts';
import { mayBeOffered } from '../src/suppliers/supplier.ts';
import { functionWords } from '../src/understand/language.ts';
import type { Engine } from './engine.ts';

type Entry = { id: string; name: string; categories: string; offers: string; impact: string };

/** What one would build in an afternoon: a search library with Dutch stemming, set as its own pages suggest. */
export const miniSearch: Engine = {
  build({ suppliers, words }) {
    const labelled = words.categories.flatMap((category) => [category, ...category.things]);
    const labels = new Map(labelled.map(({ id, label }) => [id, `${label.nl} ${label.en}`]));
    const index = new MiniSearch<Entry>({
      fields: ['name', 'categories', 'offers', 'impact'],
      processTerm: createStemmer(),
      searchOptions: { prefix: true, fuzzy: 0.2 },
    });
    index.addAll([...suppliers.values()].filter(mayBeOffered).map((supplier) => entryOf(supplier, labels)));
    return {
      held: index,
      open: async () => async (line) => index.search(line.question).map(({ id }) => id as string),
    };
  },
};

function entryOf(
  { id, name, alsoKnownAs, categories, offers, impact }: Supplier,
  labels: ReadonlyMap<string, string>,
): Entry {
  const labelsOf = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id).join(' ');
  return {
    id,
    name: [name, ...alsoKnownAs].join(' '),
    categories: labelsOf(categories),
    offers: offers.map(({ text, things }) => `${text.nl} ${text.en} ${labelsOf(things)}`).join(' '),
    impact: impact ? `${impact.nl} ${impact.en}` : '',
  };
}

/** The stemmer is slow, so each word is stemmed once. */
function createStemmer(): (term: string) => string | null {
  const dutch = snowball.newStemmer('dutch');
  const known = new Map<string, string | null>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const word = term.toLowerCase();
    const made = functionWords.nl.has(word) || functionWords.en.has(word) ? null : dutch.stem(word);
    known.set(term, made);
    return made;
  };
}
