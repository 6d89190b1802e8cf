import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/commission/columns.ts';
import { eurosIn } from '../../src/commission/money.ts';
import type { Cell } from '../../src/commission/table.ts';
import { firstDayOf, momentOf, quarterOf, whenIn } from '../../src/commission/when.ts';
import { knowledge } from '../support/library.ts';

const columnsOf = (...rows: Cell[][]) => {
  const found = recognise([{ name: 'a', rows }], knowledge.approach);
  return found && { ...found, sheet: undefined };
};

describe('an amount in a calendar', () => {
  it.each([
    [2_400_000, 2_400_000],
    ['2.400.000', 2_400_000],
    ['€ 2.400.000,-', 2_400_000],
    ['2,400,000.50', 2_400_000.5],
    ['2.400.000,50', 2_400_000.5],
    ['2,4 mln', 2_400_000],
    ['EUR 2.4 million', 2_400_000],
    ['50k', 50_000],
    ['3 ton', 300_000],
    ['ca. 6.500 (ex btw)', 6500],
    ['350', 350],
    ['12,5', 12.5],
  ])('%s is read', (cell, euros) => expect(eurosIn(cell)).toBe(euros));

  it.each(['', 'onbekend', '50.000 - 70.000', '2 x 500', '-100', '1.2.3,4,5', 0, null, true])(
    '%s is not guessed',
    (cell) => expect(eurosIn(cell)).toBeUndefined(),
  );
});

describe('when something begins', () => {
  it.each([
    ['2027-03-01', '2027-03-01'],
    ['1-3-2027', '2027-03-01'],
    ['01/03/2027', '2027-03-01'],
    ['1 maart 2027', '2027-03-01'],
    ['maart 2027', '2027-03'],
    ['March 2027', '2027-03'],
    ['Q2 2027', '2027-04'],
    ['2027-Q3', '2027-07'],
    ['3e kwartaal 2027', '2027-07'],
    ['start 2027', '2027'],
    ['voorjaar 2028', '2028-04'],
  ])('%s is %s', (text, moment) => {
    const when = whenIn(text);
    expect(when && momentOf(when)).toBe(moment);
    expect(when && firstDayOf(moment)).toBe(when?.day);
  });

  it.each(['', 'binnenkort', '31-02-2027', '12 stuks', 'perceel 2'])('%s tells no time', (text) =>
    expect(whenIn(text)).toBeUndefined(),
  );

  it('has a quarter', () => expect(quarterOf('2027-05-31')).toBe('2027-Q2'));
});

describe('the columns of a calendar', () => {
  it('are known by their names in Dutch and English, whatever their order', () => {
    expect(
      columnsOf(['Startdatum', 'Opdrachtgever', 'Omschrijving opdracht', 'Geraamde waarde (excl. btw)', 'Wijk']),
    ).toMatchObject({
      columns: { start: 0, owner: 1, description: 2, value: 3, area: 4 },
      vat: 'excluded',
      guessed: false,
    });
    expect(columnsOf(['Owner', 'Description', 'Estimated value incl. VAT', 'Start date'])).toMatchObject({
      columns: { owner: 0, description: 1, value: 2, start: 3 },
      vat: 'included',
    });
  });

  it('are found below a heading and empty rows', () => {
    expect(columnsOf(['Inkoopkalender 2027'], [], ['Nr', 'Omschrijving', 'Waarde'], ['1', 'Asfalt', 5])).toMatchObject({
      titles: 2,
      columns: { description: 1, value: 2 },
    });
  });

  it('that have no name we know: the one with most words tells what is bought, and that is said', () => {
    expect(columnsOf(['A', 'B'], ['1', 'Onderhoud wegen'], ['2', 'Groot onderhoud bruggen'])).toMatchObject({
      columns: { description: 1 },
      guessed: true,
    });
  });

  it('with a value for each year say nothing of the whole', () => {
    expect(columnsOf(['Omschrijving', 'Waarde per jaar'], ['Asfalt', 5])?.yearly).toBe(true);
  });

  it('are looked for in the sheet that has them', () => {
    const found = recognise(
      [
        { name: 'Toelichting', rows: [['Dit bestand is van Inkoop']] },
        {
          name: 'Kalender',
          rows: [
            ['Omschrijving', 'Waarde'],
            ['Asfalt', 5],
          ],
        },
      ],
      knowledge.approach,
    );
    expect(found?.sheet.name).toBe('Kalender');
    expect(recognise([{ name: 'leeg', rows: [[], [null, '']] }], knowledge.approach)).toBeUndefined();
  });

  describe('with a scale beside them', () => {
    const TITLES: Cell[] = ['Omschrijving', 'Waarde'];
    const SMALL: Cell[] = ['Asfalt', 900];

    it.each([
      ['above the titles', [['Bedragen x € 1.000'], TITLES, SMALL]],
      ['above the titles, in another cell', [['Kalender', null, "in duizenden euro's"], TITLES, SMALL]],
      ['in another title', [[...TITLES, 'Opmerking (bedragen x 1.000 euro)'], SMALL]],
      ['on a line below', [TITLES, SMALL, ["Alle bedragen in duizenden euro's"]]],
    ])('count by it: %s', (_where, rows) => {
      expect(columnsOf(...(rows as Cell[][]))).toMatchObject({ scale: 1000, unsure: false });
    });

    it('count by the scale of their own title first', () => {
      const found = columnsOf(['Bedragen x € 1.000'], ['Omschrijving', 'Waarde (in mln)'], ['Asfalt', 2]);
      expect(found).toMatchObject({ scale: 1_000_000, unsure: false });
    });

    it('are not sure when they look like whole euros', () => {
      const found = columnsOf(['Bedragen x € 1.000'], TITLES, ['Asfalt', 900_000], ['Riool', '1.200.000']);
      expect(found).toMatchObject({ scale: 1, unsure: true });
    });

    it.each([
      'Inkoopkalender 2027',
      'Projecten boven 2 miljoen euro',
      'Milieu en Mobiliteit (M)',
      'Budget: € 1.000.000',
    ])('are whole euros below a heading that tells no scale: %s', (heading) =>
      expect(columnsOf([heading], TITLES, SMALL)).toMatchObject({ scale: 1, unsure: false }),
    );

    it('are not counted by what a line is about', () => {
      const found = columnsOf(TITLES, SMALL, ['Advies waarde in duizenden', 20]);
      expect(found).toMatchObject({ scale: 1, unsure: false });
    });
  });
});
