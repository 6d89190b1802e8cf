import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../src/on-screen.ts';
import { holdsFor, seed } from './support/seed.ts';

describe('a text on a screen', () => {
  it('has one kind of line ends, no sign that steers the screen, and no half characters', () => {
    expect(clean('een\r\ntwee\rdrie\u0007 \u202evier\u202c \ud83d')).toBe('een\ntwee\ndrie vier \ufffd');
    expect(clean('een\r')).toBe('een\n');
    expect(clean('taart \ud83d')).toBe('taart \ufffd');
    expect(clean('\u0085\u2028lunch')).toBe('lunch');
  });

  it(`is the same when it is cleaned twice (seed ${seed})`, async () => {
    await holdsFor(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(clean(clean(text))).toBe(clean(text));
      expect(clean(`${text}\u0007`)).toBe(clean(text));
    });
  });
});
