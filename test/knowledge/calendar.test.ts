import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { recognise } from '../../src/commission/columns.ts';
import { lineOf, type ScanLine } from '../../src/commission/said.ts';
import { scan } from '../../src/commission/scan.ts';
import { adviserOf } from '../../src/journeys/commission-advice.ts';
import { texts } from '../../src/texts/texts.ts';
import { decide } from '../support/cases.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const folder = new URL('./sets/', import.meta.url);
const labels = readFileSync(new URL('kalender-labels.csv', folder), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';'));

async function scanned(): Promise<ScanLine[]> {
  const table = await createDocuments().readTable(readFileSync(new URL('kalender.csv', folder)));
  if (table.kind === 'not-read') throw new Error(table.why);
  const found = recognise(table.sheets, knowledge.approach);
  if (!found) throw new Error('no calendar');
  const advise = adviserOf({ library, today: TODAY, decide });
  const lines = scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon });
  return [...lines].map((line) => lineOf(line, { knowledge, texts: texts.nl, language: 'nl' }));
}

it('a calendar that was labelled by hand is read as its reader did: 90 % of subjects, 85 % of chances, no line lost', async () => {
  const lines = await scanned();
  expect(lines.map(({ row }) => row)).toEqual(labels.map(([row]) => Number(row)));
  const wrong = (key: 'subject' | 'chance', at: number) =>
    lines.filter((line, place) => line[key] !== labels[place]?.[at]).map((line) => `${line.row}: ${line[key]}`);
  expect(wrong('subject', 1).length, wrong('subject', 1).join(', ')).toBeLessThanOrEqual(lines.length * 0.1);
  expect(wrong('chance', 2).length, wrong('chance', 2).join(', ')).toBeLessThanOrEqual(lines.length * 0.15);
});

it('a line with a chance comes with themes, a reason and a procedure; a line without says why', async () => {
  for (const line of await scanned()) {
    expect(line.reason).not.toBe('');
    expect(line.route).not.toBe('');
    if (line.chance === 'high' || line.chance === 'some') expect(line.themes).not.toEqual([]);
    else expect(line.suppliers).toEqual([]);
  }
});

it('a line is read whatever stands in it: a day long past, an amount that is none, a page of text', async () => {
  const rows = [
    ['Omschrijving', 'Waarde', 'Startdatum'],
    ['Asfalt', 1e15, '01-01-1990'],
    ['Asfalt', -5, new Date('2019-01-01')],
    ['Asfalt', 'veel', 'ooit'],
    [`Asfalt ${'x'.repeat(30_000)} ${'brug '.repeat(6000)}`, 5000, '2027'],
    [false, null, null],
  ];
  const found = recognise([{ name: 'a', rows }], knowledge.approach);
  if (!found) throw new Error('no calendar');
  const advise = adviserOf({ library, today: TODAY, decide });
  const lines = [...scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon })];
  expect(lines.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  expect(lines.slice(0, 3).map(({ advice }) => advice.decision?.outcome)).toEqual(Array(3).fill('incomplete'));
});

it('a value per year counts for its whole term, and is left open where nobody says how long that is', () => {
  const rows = [
    ['Omschrijving', 'Waarde per jaar (ex btw)', 'Looptijd (maanden)', 'Start'],
    ['Schoonmaak kantoren', '60.000', 48, '2027'],
    ['Schoonmaak scholen', 60_000, '2 jaar + 2x1 jaar', '2027'],
    ['Schoonmaak gymzalen', 60_000, null, '2027'],
    ['Schoonmaak sporthal', 60_000, '2027-2030', '2027'],
  ];
  const found = recognise([{ name: 'a', rows }], knowledge.approach);
  if (!found) throw new Error('no calendar');
  const advise = adviserOf({ library, today: TODAY, decide });
  const lines = [...scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon })];
  expect(lines.map(({ project }) => project.amount)).toEqual([240_000, 240_000, undefined, undefined]);
  const told = lines.map((line) => lineOf(line, { knowledge, texts: texts.nl, language: 'nl' }));
  expect(told[0]?.route).toBe(knowledge.check.outcomes['european-tender']?.name.nl);
  expect(told[0]?.reason).toContain('4 jaar × € 60.000 is € 240.000. Dat telt voor de procedure (aanname)');
  expect(told[2]?.route).toContain('looptijd onbekend');
});

it.each([
  ['€ 60.000 per jaar', '2+1+1', 240_000],
  ['60.000 / jaar', '4', 240_000],
  ['€ 60k p/j', '36', 180_000],
  ['60.000', '4 jaar', 60_000],
  ['60.000 per jaar', '18', undefined],
])('a value of "%s" with a term of "%s" comes to %s', (value, term, amount) => {
  const rows = [
    ['Omschrijving', 'Waarde', 'Looptijd'],
    ['Schoonmaak kantoren', value, term],
  ];
  const found = recognise([{ name: 'a', rows }], knowledge.approach);
  if (!found) throw new Error('no calendar');
  const advise = adviserOf({ library, today: TODAY, decide });
  const [line] = scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon });
  expect(line?.project.amount).toBe(amount);
});

it('the calendar does not give one answer for all', async () => {
  const lines = await scanned();
  expect(new Set(lines.map(({ reason }) => reason)).size).toBeGreaterThan(20);
  expect(new Set(lines.map(({ suppliers }) => suppliers.join())).size).toBeGreaterThan(15);
  expect(new Set(lines.map(({ route }) => route)).size).toBeGreaterThanOrEqual(6);
});
