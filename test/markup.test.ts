import { describe, expect, it } from 'vitest';
import { marksOf, paragraphsOf, plainAddress, runsOf } from '../src/markup.ts';

describe('the markup of a text', () => {
  it('has paragraphs between empty lines, and lists with dots and numbers in them', () => {
    const [first, second, ...more] = paragraphsOf('Kies er een:\n- lunch\n- borrel\n3. taart\n\n\nOf bel.\n \n');
    expect(more).toEqual([]);
    expect(second).toEqual([{ kind: 'plain', text: 'Of bel.' }]);
    expect(runsOf(first ?? []).map((run) => run.map(({ text }) => text))).toEqual([
      ['Kies er een:'],
      ['lunch', 'borrel'],
      ['taart'],
    ]);
    expect(first?.at(-1)).toEqual({ kind: 'numbered', text: 'taart', number: 3 });
  });

  it('has bold and links, and leaves all else as it stands', () => {
    expect(marksOf('Zie **dit** en [de regels](https://www.utrecht.nl/a?b=c), *niet* <dat>')).toEqual([
      { kind: 'plain', text: 'Zie ' },
      { kind: 'bold', text: 'dit' },
      { kind: 'plain', text: ' en ' },
      { kind: 'link', label: 'de regels', address: 'https://www.utrecht.nl/a?b=c' },
      { kind: 'plain', text: ', *niet* <dat>' },
    ]);
    expect(marksOf('')).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hoi',
    'https://utrecht.nl@evil.example',
    'mailto:a@b.nl',
    '/pad',
    `https://utrecht.nl/${'é'.repeat(700)}`,
  ])('makes no link to what is no plain address: %s', (address) => {
    const text = `[hier](${address}) klikken`;
    expect(marksOf(text)).toEqual([{ kind: 'plain', text }]);
    expect(plainAddress(address)).toBeUndefined();
  });

  it('takes a hostile text in a moment', () => {
    const text = `${'**a'.repeat(2000)}${'[x]('.repeat(2000)}${'- \n'.repeat(2000)}`;
    const read = paragraphsOf(text).flatMap((lines) => lines.flatMap((line) => marksOf(line.text)));
    expect(read.length).toBeGreaterThan(0);
  });
});
