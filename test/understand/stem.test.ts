import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/understand/stem.ts';
import { holdsFor, seed } from '../support/seed.ts';

describe('words with one meaning have one stem', () => {
  it.each([
    ['taart', 'taarten', 'taartje', 'taartjes'],
    ['broodje', 'broodjes'],
    ['zaal', 'zalen', 'zaaltje', 'zaaltjes'],
    ['bloem', 'bloemen', 'bloemetje', 'bloemetjes'],
    ['cadeau', 'cadeaus', 'cadeautje', 'cadeautjes'],
    ['pakket', 'pakketten', 'pakketje', 'pakketjes'],
    ['fiets', 'fietsen', 'fietsje'],
    ['huis', 'huizen', 'huisje'],
    ['brief', 'brieven', 'briefje'],
    ['leverancier', 'leveranciers'],
    ['sociaal', 'sociale'],
    ['boom', 'bomen', 'boompje'],
    ['kring', 'kringen'],
    ['vergadering', 'vergaderingen'],
    ['drempel', 'drempels'],
    ['offerte', 'offertes'],
  ])('in Dutch: %s', (first, ...others) => {
    expect(others.map((word) => stem(word, 'nl'))).toEqual(others.map(() => stem(first, 'nl')));
  });

  it.each([
    ['cake', 'cakes'],
    ['party', 'parties'],
    ['lunch', 'lunches'],
    ['box', 'boxes'],
    ['supplier', 'suppliers'],
    ['gift', 'gifts'],
    ['shop', 'shops', 'shopping'],
    ['clean', 'cleaning', 'cleaned'],
  ])('in English: %s', (first, ...others) => {
    expect(others.map((word) => stem(word, 'en'))).toEqual(others.map(() => stem(first, 'en')));
  });
});

describe('words with another meaning keep another stem', () => {
  it.each([
    ['taart', 'tas'],
    ['koek', 'koe'],
    ['brood', 'broeder'],
    ['post', 'poster'],
    ['bus', 'buis'],
    ['boek', 'bok'],
    ['fiets', 'fiat'],
  ])('%s and %s', (one, other) => {
    expect(stem(one, 'nl')).not.toBe(stem(other, 'nl'));
  });
});

it(`a stem is never empty and always the same (seed ${seed})`, async () => {
  await holdsFor(
    fc.tuple(fc.stringMatching(/^[a-z]{1,14}$/), fc.constantFrom('nl' as const, 'en' as const)),
    ([word, language]) => {
      expect(stem(word, language)).not.toBe('');
      expect(stem(word, language)).toBe(stem(word, language));
    },
  );
});
