import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { knowledge } from '../support/library.ts';
import { inFolderOfItsOwn, jsonOf } from './program.ts';

const { folder, impact } = inFolderOfItsOwn();
const calendar = fileURLToPath(new URL('../knowledge/sets/kalender.csv', import.meta.url));
const { readTable, book } = createDocuments();

const sheetsIn = async (file: string) => {
  const table = await readTable(readFileSync(file));
  if (table.kind === 'not-read') throw new Error(table.why);
  return table.sheets;
};

describe('impact scan', () => {
  it('prints one object a line, with what scripts may rely on', () => {
    const { status, out } = impact(['scan', calendar, '--json']);
    expect(status).toBe(0);
    const lines = jsonOf(out);
    expect(lines.map(({ row }) => row)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    const ids = new Set([...knowledge.subjects.keys(), 'none']);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual([
        'row',
        'subject',
        'themes',
        'level',
        'chance',
        'reason',
        'suppliers',
        'route',
      ]);
      expect(ids).toContain(line.subject);
      expect(['high', 'some', 'none', 'unclear']).toContain(line.chance);
      expect([1, 2, 3, null]).toContain(line.level);
    }
  });

  it('writes a workbook with the columns as they were, ours beside them, and all that is still open', async () => {
    const out = join(folder, 'uit.xlsx');
    const ran = impact(['scan', calendar, '--out', out]);
    expect(ran.status, ran.err).toBe(0);
    expect(ran.out).toContain('60 regels gelezen');
    expect(ran.err).toContain('Omschrijving: omschrijving');
    const [was] = await sheetsIn(calendar);
    const [lines, summary, open, sources] = await sheetsIn(out);
    const width = was?.rows[0]?.length ?? 0;
    const empty = (cell: unknown) => (cell === '' ? null : cell);
    expect(lines?.rows.map((row) => row.slice(0, width))).toEqual(was?.rows.map((row) => row.map(empty)));
    expect(lines?.rows[1]?.slice(width, width + 4)).toEqual([
      'wegen en fietspaden',
      'Klimaat, Circulaire economie, Sociale en gezonde stad',
      3,
      'veel kans',
    ]);
    expect(summary?.rows.flat()).toContain('2027-Q1');
    expect(open?.rows.map(([row]) => row)).toEqual(['Regel', 58, 59, 60]);
    expect(sources?.rows.flat()).toEqual(
      expect.arrayContaining([
        'Maatschappelijk verantwoord opdrachtgeven en inkopen',
        'Beleidsregel drempelbedragen bij aanbesteden',
      ]),
    );
  });

  it('says what changed since an earlier calendar', () => {
    const file = join(folder, 'later.csv');
    const later = readFileSync(calendar, 'utf8').replace('2.400.000;01-03-2027', '2.600.000;01-03-2027');
    writeFileSync(file, `${later}K099;Schoonmaak gymzalen;Ruimte;50.000;01-03-2027;\r\n`);
    const { status, out, err } = impact(['scan', file, '--before', calendar]);
    expect(status, err).toBe(0);
    expect(out).toContain('1 nieuw, 0 weg, 1 anders');
    expect(out).toContain('Schoonmaak gymzalen: nieuw');
    expect(out).toContain('andere waarde, € 2.400.000 → € 2.600.000');
    expect(impact(['scan', file, '--before', join(folder, 'weg.csv')]).status).toBe(2);
  });

  it('draws how many chances each quarter has', () => {
    const picture = join(folder, 'kansen.png');
    const { status, err } = impact(['scan', calendar, '--chart', picture]);
    expect(status, err).toBe(0);
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  });

  it('reads a workbook as it reads lines, with a heading above the titles and empty rows between', async () => {
    const file = join(folder, 'kalender.xlsx');
    const rows = [
      ['Inkoopkalender 2027', null, null],
      ['Omschrijving', 'Geraamde waarde', 'Startdatum'],
      ['Schoonmaak stadskantoor', 900_000, new Date('2027-03-01T00:00:00Z')],
      [null, null, null],
      ['Rioolvervanging', '2,4 mln', 'Q2 2027'],
      [null, 5000, null],
    ];
    writeFileSync(file, await book([{ name: 'Kalender', rows }]));
    const { status, out } = impact(['scan', file, '--json', '--locale', 'en']);
    expect(status).toBe(0);
    expect(jsonOf(out)).toMatchObject([
      { row: 1, subject: 'schoonmaak', chance: 'high', route: knowledge.check.outcomes['european-tender']?.name.en },
      { row: 2, subject: 'riolering-en-waterbeheer', route: knowledge.check.outcomes['national-tender']?.name.en },
      { row: 3, subject: 'none', chance: 'unclear', level: null, suppliers: [] },
    ]);
  });

  it('says what is the matter with a file that it does not read', () => {
    const large = join(folder, 'groot.csv');
    writeFileSync(large, 'Omschrijving\n');
    truncateSync(large, 3 * 1024 ** 3);
    const old = join(folder, 'oud.xls');
    writeFileSync(old, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
    for (const [file, said] of [
      [large, '50 MB'],
      [old, 'oud soort Excel'],
      [join(folder, 'weg.csv'), 'ENOENT'],
    ] as const) {
      const { status, out, err } = impact(['scan', file, '--json']);
      expect(status).toBe(2);
      expect(out).toBe('');
      expect(err).toContain(said);
    }
    expect(impact(['scan']).status).toBe(2);
  });
});
