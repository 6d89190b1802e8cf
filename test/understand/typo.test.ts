import { describe, expect, it } from 'vitest';
import { createSpellIndex } from '../../src/understand/typo.ts';

describe('a slip', () => {
  const spelling = createSpellIndex();
  for (const word of ['lunch', 'taart', 'vaas', 'vergaderzaal']) spelling.add(word);

  it.each([
    ['lunc', 'lunch'],
    ['lnch', 'lunch'],
    ['lumch', 'lunch'],
    ['vergadrzal', 'vergaderzaal'],
  ])('%s is mended', (typed, meant) => {
    expect(spelling.nearest(typed)).toBe(meant);
  });

  it.each(['vaak', 'lun', 'tafel'])('%s is another word', (typed) => {
    expect(spelling.nearest(typed)).toBeUndefined();
  });
});
