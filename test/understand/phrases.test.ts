import { describe, expect, it } from 'vitest';
import { stemmed } from '../../src/understand/lexicon.ts';
import { createPhraseTable } from '../../src/understand/phrases.ts';

function tableOf(...phrases: string[]) {
  const table = createPhraseTable((word) => word === 'op');
  for (const phrase of phrases) table.add(phrase, phrase, 'nl');
  return table;
}

const ids = (found: { id: string }[]) => found.map(({ id }) => id).toSorted();

describe('a phrase', () => {
  const table = tableOf('wie maakt', 'wie maakt taart', 'taart', 'wie kan * brengen', 'ramen op hoogte lappen');

  it('is found with all that begin or stand in it', () => {
    expect(ids(table.all(stemmed('weet jij wie taarten maakt, of wie maakt taarten')))).toEqual([
      'taart',
      'taart',
      'wie maakt',
      'wie maakt taart',
    ]);
  });

  it('may have five words in its gap, and no more', () => {
    expect(ids(table.all(stemmed('wie kan ons morgen acht verse broodjes brengen')))).toEqual(['wie kan * brengen']);
    expect(ids(table.all(stemmed('wie kan ons morgen om acht verse broodjes brengen')))).toEqual([]);
  });

  it('says where it stands', () => {
    expect(table.all(stemmed('nu wie kan morgen brengen dan'))).toMatchObject([
      { start: 1, end: 5, words: 4, gapped: true },
    ]);
  });

  it('is found in another order when its words stand near each other, and not far apart', () => {
    expect(ids(table.scattered(stemmed('lappen van ramen in de hoogte')))).toEqual(['ramen op hoogte lappen']);
    expect(ids(table.scattered(stemmed('lappen van alle grote oude ramen in de hoogte')))).toEqual([]);
  });
});
