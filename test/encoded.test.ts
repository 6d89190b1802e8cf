import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoded } from '../src/encoded.ts';
import { holdsFor, seed } from './support/seed.ts';

describe('the bytes of a text', () => {
  it(`are those of that text, also when many others were asked for since (seed ${seed})`, async () => {
    const length = fc.oneof(fc.nat(200), fc.nat(40_000));
    const text = fc.tuple(fc.constantFrom('a', 'é', '…', '🎂'), length).map(([sign, times]) => sign.repeat(times));
    await holdsFor(fc.array(text, { minLength: 5, maxLength: 30 }), (texts) => {
      const all = texts.map((one) => encoded(one));
      expect(all.map((bytes) => Buffer.from(bytes).toString())).toEqual(texts);
    });
  });
});
