import { describe, expect, it } from 'vitest';
import { fold } from '../../src/understand/fold.ts';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, lexicon } from '../support/library.ts';

const suppliersIn = (text: string) => read(text, lexicon, { today: TODAY }).suppliers;

/** The name without what stands between brackets. */
const named = [...knowledge.suppliers.values()].map(({ id, name }) => ({ id, name: name.replace(/\s*\(.*?\)/g, '') }));

/** Every way to make one slip inside a word: a letter gone, twice, or changed places with the next. */
function slipsIn(word: string): string[] {
  const inside = Array.from({ length: word.length - 1 }, (_, at) => at + 1).filter((at) => /\p{L}/u.test(word[at] ?? ''));
  return inside.flatMap((at) => {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    const turned = /^\p{L}/u.test(after) && after[0] !== letter ? [before + after[0] + letter + after.slice(1)] : [];
    return [before + after, before + letter + letter + after, ...turned];
  });
}

describe('a supplier by name', () => {
  it('is found by its name, as it is written', () => {
    const missed = named.filter(({ id, name }) => !suppliersIn(`Wat doet ${name}?`).includes(id)).map(({ name }) => name);
    expect(missed).toEqual([]);
  });

  it('is found in small letters and without accents', () => {
    const missed = named.filter(({ id, name }) => !suppliersIn(`wat doet ${fold(name)}?`).includes(id)).map(({ name }) => name);
    expect(missed).toEqual([]);
  });

  it('is found by every other name that people type', () => {
    const missed = [...knowledge.suppliers.values()].flatMap(({ id, alsoKnownAs }) => alsoKnownAs.filter((name) => !suppliersIn(`Wat doet ${name}?`).includes(id)));
    expect(missed).toEqual([]);
  });

  it('is found in a longer sentence, in both languages', () => {
    expect(suppliersIn('Mag ik bij The Colour Kitchen een lunch voor 20 man bestellen?')).toEqual(['the-colour-kitchen']);
    expect(suppliersIn('Can I order a lunch from the colour kitchen for 20 people?')).toEqual(['the-colour-kitchen']);
    expect(suppliersIn('Wat is het verschil tussen Queridon en The Colour Kitchen?')).toEqual(['queridon', 'the-colour-kitchen']);
  });
});

describe('a name with one slip', () => {
  /** A name that is made of everyday words alone is not mended: "de arm" with a slip may be any word. */
  const mendable = named.filter(({ name }) => {
    const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join('').length >= 6 && words.some((word) => word.length >= 4 && !/\d/.test(word) && !lexicon.isFiller(word) && !isOrdinary(word));
  });

  it('is found in every place where the slip can stand', () => {
    const missed: string[] = [];
    let tried = 0;
    for (const { id, name } of mendable)
      for (const typed of slipsIn(name)) {
        tried += 1;
        const found = suppliersIn(`ken je ${typed}?`);
        if (!found.includes(id)) missed.push(`${name}: ${typed} → ${found}`);
      }
    expect(tried).toBeGreaterThan(1000);
    expect(missed.slice(0, 40)).toEqual([]);
  });
});

/** A word that stands in a dictionary or that names something to buy. */
function isOrdinary(word: string): boolean {
  const { things } = read(word, lexicon, { today: TODAY });
  return things.some(({ weight }) => weight === 1);
}

describe('a name of everyday words', () => {
  it.each([
    'Wat is uw advies hierover?',
    'Wat is de waarde van de opdracht?',
    'Hoe bereken ik de waarde?',
    'We want to hire locals for the catering',
    'Ik zoek iets voor de arm van de stoel',
    'Kunt u mij uw offerte sturen?',
    'Een uitje voor de buurt',
    'Wij willen lokaal inkopen',
    'food for good people at the party',
    'De instock prijs is hoger',
    'koffie en thee in de wijk en omgeving',
  ])('is no supplier in "%s"', (text) => {
    expect(suppliersIn(text)).toEqual([]);
  });

  it.each([
    ['Mag ik bij UW bestellen?', 'uw'],
    ['Ken je De Waarde?', 'de-waarde'],
    ['Wat doet Kringloop De Waarde?', 'de-waarde'],
    ['Wie is Locals Utrecht?', 'locals-utrecht'],
  ])('is one where a name is called for: "%s"', (text, id) => {
    expect(suppliersIn(text)).toEqual([id]);
  });

  it('is none in the questions of the articles that name nobody', () => {
    const wrong = [...knowledge.articles.values()].flatMap(({ id, question }) =>
      [question.nl, question.en].filter((text) => suppliersIn(text).length > 0 && !named.some(({ name }) => fold(text).includes(fold(name)))).map((text) => `${id}: ${text} → ${suppliersIn(text)}`),
    );
    expect(wrong).toEqual([]);
  });
});
