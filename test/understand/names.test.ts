import { describe, expect, it } from 'vitest';
import { commonWords } from '../../src/understand/common-words.ts';
import { fold } from '../../src/understand/fold.ts';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, lexicon } from '../support/library.ts';

const suppliersIn = (text: string) => read(text, lexicon, { today: TODAY }).suppliers;

/** The name without what stands between brackets. */
const named = [...knowledge.suppliers.values()].map(({ id, name, alsoKnownAs }) => ({
  id,
  name: name.replace(/\s*\(.*?\)/g, ''),
  others: alsoKnownAs,
}));

/** Every way to make one slip inside a word: a letter gone, twice, or changed places with the next. */
function slipsIn(word: string): string[] {
  const inside = Array.from({ length: word.length - 1 }, (_, at) => at + 1).filter((at) =>
    /\p{L}/u.test(word[at] ?? ''),
  );
  return inside.flatMap((at) => {
    const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    const turned = /^\p{L}/u.test(after) && after[0] !== letter ? [before + after[0] + letter + after.slice(1)] : [];
    return [before + after, before + letter + letter + after, ...turned];
  });
}

describe('a supplier by name', () => {
  it('is found by its name, as it is written', () => {
    const missed = named
      .filter(({ id, name }) => !suppliersIn(`Wat doet ${name}?`).includes(id))
      .map(({ name }) => name);
    expect(missed).toEqual([]);
  });

  it('is found in small letters and without accents', () => {
    const missed = named
      .filter(({ id, name }) => !suppliersIn(`wat doet ${fold(name)}?`).includes(id))
      .map(({ name }) => name);
    expect(missed).toEqual([]);
  });

  it('is found by every other name that people type', () => {
    const missed = named.flatMap(({ id, others }) =>
      others.filter((name) => !suppliersIn(`Wat doet ${name}?`).includes(id)),
    );
    expect(missed).toEqual([]);
  });

  it('is found in a longer sentence, in both languages', () => {
    expect(suppliersIn('Mag ik bij The Colour Kitchen een lunch voor 20 man bestellen?')).toEqual([
      'the-colour-kitchen',
    ]);
    expect(suppliersIn('Can I order a lunch from the colour kitchen for 20 people?')).toEqual(['the-colour-kitchen']);
    expect(suppliersIn('Wat is het verschil tussen Queridon en The Colour Kitchen?')).toEqual([
      'queridon',
      'the-colour-kitchen',
    ]);
  });
});

describe('a name with one slip', () => {
  const slips = named
    .filter(({ name }) => lettersOf(name).join('').length >= 6)
    .map(({ id, name }) => ({ id, name, everyday: lettersOf(name).every(isEveryday), typed: slipsIn(name) }));
  const missedOf = ({ id, typed }: { id: string; typed: string[] }) =>
    typed.filter((text) => !suppliersIn(`ken je ${text}?`).includes(id));
  /** A slip can make another word of it ("Big Groep"): then nobody can know. */
  const most = (typed: readonly string[]) => Math.max(2, typed.length * 0.05);

  it('is found wherever the slip stands', () => {
    const distinct = slips.filter(({ everyday }) => !everyday);
    expect(distinct.length).toBeGreaterThan(30);
    const poor = distinct.flatMap((one) => {
      const missed = missedOf(one);
      return missed.length > most(one.typed)
        ? [`${one.name}: ${missed.length} of ${one.typed.length}, such as ${missed.slice(0, 3).join(', ')}`]
        : [];
    });
    expect(poor).toEqual([]);
  });

  it('is found now and then when it is made of everyday words and the slip makes a word that does not exist', () => {
    const ordinary = slips.filter(
      ({ name, everyday }) => everyday && lettersOf(name).length > 1 && lettersOf(name).join('').length >= 10,
    );
    expect(ordinary.length).toBeGreaterThan(5);
    const poor = ordinary.flatMap(({ id, name, typed }) => {
      const strange = typed.filter((text) => lettersOf(text).some((word) => !lexicon.exists(word)));
      const missed = missedOf({ id, typed: strange });
      return missed.length > strange.length * 0.6
        ? [`${name}: ${missed.length} of ${strange.length}, such as ${missed.slice(0, 3).join(', ')}`]
        : [];
    });
    expect(poor).toEqual([]);
  });

  it('is never taken for another supplier', () => {
    const wrong = slips.flatMap(({ id, typed }) =>
      typed.flatMap((text) =>
        suppliersIn(`ken je ${text}?`)
          .filter((found) => found !== id && !sameName(found, id))
          .map((found) => `${text} → ${found}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

function lettersOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word that people use without meaning a supplier. */
function isEveryday(word: string): boolean {
  return (
    word.length < 3 ||
    commonWords().has(word) ||
    lexicon.isFiller(word) ||
    lexicon.thingWords.knows(word, 'nl') ||
    lexicon.thingWords.knows(word, 'en')
  );
}

/** Two suppliers whose names begin alike: the longer with a slip may be heard as the shorter. */
function sameName(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
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
    'koffie en thee in de wijk en omgeving',
  ])('is no supplier in "%s"', (text) => {
    expect(suppliersIn(text)).toEqual([]);
  });

  it.each([
    ['Mag ik bij UW bestellen?', 'uw'],
    ['Wat doet Kringloop De Waarde?', 'de-waarde'],
    ['Wie is Locals Utrecht?', 'locals-utrecht'],
  ])('is one where a name is called for: "%s"', (text, id) => {
    expect(suppliersIn(text)).toEqual([id]);
  });

  it('is none in the questions of the articles that name nobody', () => {
    const wrong = [...knowledge.articles.values()].flatMap(({ id, question }) =>
      [question.nl, question.en]
        .filter(
          (text) =>
            suppliersIn(text).length > 0 &&
            !named.some(({ name, others }) => [name, ...others].some((one) => fold(text).includes(fold(one)))),
        )
        .map((text) => `${id}: ${text} → ${suppliersIn(text)}`),
    );
    expect(wrong).toEqual([]);
  });
});
