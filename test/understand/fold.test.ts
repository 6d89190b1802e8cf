import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords, readable, tokens } from '../../src/understand/fold.ts';
import { holdsFor, seed } from '../support/seed.ts';

describe('what can be read of a text', () => {
  it.each([
    ['zero-width signs', 'lun\u200bch voor 20\u200d man\ufeff', 'lunch voor 20 man'],
    ['signs that turn the direction round', '\u202elunch\u202c voor \u206620\u2069 man', 'lunch voor 20 man'],
    ['control signs', 'lunch\u0000 voor\u0007 20 man\u001b', 'lunch voor 20 man'],
    ['lines and tabs', '  lunch\r\n\tvoor\u2028 20 man ', 'lunch voor 20 man'],
    ['soft hyphens', 'ver\u00adgader\u00adzaal', 'vergaderzaal'],
    ['nothing', ' \u200b\n ', ''],
  ])('is free of %s', (_what, typed, read) => {
    expect(readable(typed)).toBe(read);
  });

  it('is no longer than what fits', () => {
    expect(readable('a'.repeat(100_000))).toHaveLength(4000);
    expect(readable(`${' '.repeat(3000)}lunch`, 10)).toBe('');
    expect(readable('lunch', 3)).toBe('lun');
  });

  it(`is the same when it is read twice (seed ${seed})`, async () => {
    await holdsFor(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(readable(readable(text))).toBe(readable(text));
    });
  });
});

describe('what a plain keyboard types', () => {
  it(`is read and compared like all else (seed ${seed})`, async () => {
    await holdsFor(
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
      (text) => {
        expect(readable(text)).toBe(readable(`${text}\u200b`));
        expect([...foldedWords(text), 'e']).toEqual(foldedWords(`${text} é`));
        expect(`${fold(text)} e`).toBe(fold(`${text} é`));
      },
      1000,
    );
  });
});

describe('words are compared', () => {
  it.each([
    ['Buurtcafé', 'buurtcafe'],
    ['TWEEËN', 'tweeen'],
    ['collega’s', 'collegas'],
    ["auto's", 'autos'],
    ['ÀÉÎÕÜç', 'aeiouc'],
  ])('without capitals, accents and apostrophes: %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it('where they stand in the text', () => {
    const text = 'Wie levert taart, voor collega’s?';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Wie',
      'levert',
      'taart',
      'voor',
      'collega’s',
    ]);
  });

  it('and there are none in signs alone', () => {
    expect(tokens('🎂🎂 ?! --- … €')).toEqual([]);
  });
});
