import { describe, expect, it } from 'vitest';
import type { About } from '../../src/commission/about.ts';
import type { Advice } from '../../src/commission/advice.ts';
import { recognise } from '../../src/commission/columns.ts';
import { scan } from '../../src/commission/scan.ts';
import type { Cell } from '../../src/commission/table.ts';
import { knowledge, library } from '../support/library.ts';

const advise = (about: About): Advice => ({
  about,
  themes: [],
  level: null,
  chance: 'unclear',
  ways: [],
  parts: [],
  suppliers: [],
  questions: [],
});

/** What a calendar with one line says that the line is worth. */
function read(value: Cell, { title = 'Geraamde waarde', term = '' }: { title?: string; term?: Cell } = {}) {
  const rows = [
    ['Omschrijving', title, 'Looptijd'],
    ['Levering kantoormeubilair', value, term],
  ];
  const found = recognise([{ name: 'a', rows }], knowledge.approach);
  if (!found) throw new Error('no calendar');
  const [line] = [...scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon })];
  return { amount: line?.project.amount, vat: line?.project.vat, yearly: line?.yearly };
}

describe('a value that counts more than once', () => {
  it.each([
    ['Geraamde waarde (x 1.000)', 640, 640_000],
    ['Geraamde waarde (x 1.000)', '640', 640_000],
    ['Geraamde waarde x 1000', '640', 640_000],
    ['Geraamde waarde (× € 1.000)', '640', 640_000],
    ['Geraamde waarde ex btw x € 1.000', '640', 640_000],
    ['Geraamde waarde (€ 1.000)', '640', 640_000],
    ["Raming (in duizenden euro's)", '640', 640_000],
    ['Raming in duizend euro', '640', 640_000],
    ['Raming k€', '640', 640_000],
    ['Raming (in k)', '640', 640_000],
    ['Estimated value (thousands)', '640', 640_000],
    ['Raming (mln)', '0,64', 640_000],
    ['Raming (mln)', '1.250', 1_250_000],
    ['Raming in miljoenen', 2, 2_000_000],
    ['Estimated value in millions', '2.4', 2_400_000],
    ['Raming (x 1.000.000)', '2,4', 2_400_000],
    ['Geraamde waarde (x 1.000)', '0,150 mln', 150_000],
    ['Geraamde waarde', '640 (x 1.000)', 640_000],
    ['Geraamde waarde', '640 (mln)', 640_000_000],
    ['Geraamde waarde (x 1.000)', '640 (x 1.000)', 640_000],
    ['Geraamde waarde boven 50.000', '60.000', 60_000],
    ['Geraamde waarde ex btw', '60.000', 60_000],
  ])('below "%s", "%s" is %d', (title, cell, euros) => expect(read(cell, { title }).amount).toBe(euros));

  it.each([
    '640 (x 12)',
    '9.000 (12x)',
    '640k (x 1.000)',
    '640 (perceel 1)',
    '640 (2 delen)',
    '640 (per perceel)',
    '1.250 k',
  ])('%s is not guessed', (cell) => expect(read(cell).amount).toBeUndefined());

  it.each([
    ['0,150 mln', 150_000],
    ['1,250 mln', 1_250_000],
    ['1,250 k', 1250],
    ['75.000 (incl. 21% btw)', 75_000],
  ])('%s is %d', (cell, euros) => expect(read(cell).amount).toBe(euros));
});

describe('a value for a part of a term', () => {
  it.each([
    ['Geraamde waarde per maand', '8.000', '4 jaar', 384_000],
    ['Geraamde waarde per maand', 8000, 4, 384_000],
    ['Waarde per kwartaal', '8.000', '4 jaar', 128_000],
    ['Waarde per week', '1.000', '2 jaar', 104_000],
    ['Waarde per half jaar', '8.000', '2 jaar', 32_000],
    ['Value per month', '8,000', '24 months', 192_000],
    ['Geraamde waarde', '8.000 (per maand)', '4 jaar', 384_000],
    ['Geraamde waarde', '8.000/mnd', '1 jaar', 96_000],
    ['Geraamde waarde', '8.000 per maand', '6 maanden', 48_000],
    ['Waarde per jaar', '8.000 per maand', '1 jaar', 96_000],
    ['Waarde per maand (x 1.000)', '8', '1 jaar', 96_000],
    ['Geraamde waarde', '60.000 (per jaar)', '4 jaar', 240_000],
    ['Geraamde waarde', '60.000 elk jaar', '4 jaar', 240_000],
  ])('below "%s", "%s" for %s is %d', (title, cell, term, euros) =>
    expect(read(cell, { title, term }).amount).toBe(euros),
  );

  it('stays open where nobody knows the term, with what is paid each year', () =>
    expect(read('8.000', { title: 'Geraamde waarde per maand' })).toMatchObject({
      amount: undefined,
      yearly: { value: 96_000 },
    }));

  it.each([
    ['Geraamde waarde', '9.000 (incl. btw, per keer, 12x)'],
    ['Geraamde waarde', '9.000 (per keer)'],
    ['Waarde per stuk', '9.000'],
    ['Waarde per uur', 90],
    ['Geraamde waarde', '8.000 per 4 weken'],
  ])('that nobody can count stays open: below "%s", "%s"', (title, cell) => {
    expect(read(cell, { title, term: '4 jaar' })).toMatchObject({ amount: undefined, yearly: undefined });
  });
});

describe('a term', () => {
  it.each([
    '2 jaar met verlenging',
    '2 jaar met opties',
    '2 jaar met optie',
    '2 jaar (verlenging)',
    '2+1 met verlenging',
  ])('%s may be longer than it says', (term) =>
    expect(read('90.000 per jaar', { term })).toMatchObject({ amount: undefined, yearly: { value: 90_000 } }),
  );

  it.each([
    ['2 jaar incl. verlenging', 180_000],
    ['2 jaar inclusief optie', 180_000],
    ['max 2 jaar', 180_000],
    ['2 jaar + 2x1 jaar verlenging', 360_000],
    ['2 jaar (+ 2x1 verlenging)', 360_000],
    ['2 jaar + 1 jaar (optie)', 270_000],
    ['2+1+1', 360_000],
  ])('%s is known in full', (term, euros) => expect(read('90.000 per jaar', { term }).amount).toBe(euros));
});

describe('btw', () => {
  it.each([
    ['Geraamde waarde (incl btw)', '75.000 excl btw', 'excluded'],
    ['Geraamde waarde (incl btw)', '75.000 (ex btw)', 'excluded'],
    ['Geraamde waarde (incl btw)', '75.000', 'included'],
    ['Geraamde waarde (excl.)', '75.000 incl. 21% btw', 'included'],
    ['Geraamde waarde (excl. btw)', '75.000 (incl. optie)', 'excluded'],
    ['Geraamde waarde incl. verlenging, ex btw', '75.000', 'excluded'],
    ['Geraamde waarde ex btw per jaar', '75.000', 'excluded'],
    ['Geraamde waarde', '75.000', undefined],
  ])('below "%s", "%s" is %s', (title, cell, vat) => expect(read(cell, { title }).vat).toBe(vat));
});
