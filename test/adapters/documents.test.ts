import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { isDrawn } from '../../adapters/teams/picture.ts';
import type { Cell, Table } from '../../src/paper.ts';
import { holdsFor, seed } from '../support/seed.ts';

const documents = createDocuments();
const table = (rows: Cell[][]): Table => ({
  name: 'Aanvragen',
  columns: [
    { title: 'Wat', kind: 'text' },
    { title: 'Op', kind: 'day' },
    { title: 'Bedrag', kind: 'euro' },
    { title: 'Stuks', kind: 'number' },
  ],
  rows,
});
const read = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });
const FORMULAS = ['=1+1', '+31 30 286', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x";"y")'];

describe('a table as CSV', () => {
  it('opens in a Dutch spreadsheet: a byte order mark, semicolons, days and decimals as they are written here', async () => {
    const csv = await documents.csv(table([['40 tassen', '2026-12-05', 1234.5, 40]]));
    expect(csv).toBe('\uFEFF"Wat";"Op";"Bedrag";"Stuks"\r\n"40 tassen";"05-12-2026";"1234,50";"40"\r\n');
  });

  it.each(FORMULAS)('makes %j harmless', async (text) => {
    const [, [cell] = []] = read(await documents.csv(table([[text, null, null, null]])));
    expect(cell).toBe(`'${text}`);
  });

  it('leaves out what controls a machine, and halves of letters', async () => {
    const [, row] = read(await documents.csv(table([['a\u0000b\u001f\ud800c 🎁', null, null, null]])));
    expect(row?.[0]).toBe('ab\ufffdc 🎁');
  });

  it(`gives every other text back as it was (seed ${seed})`, async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !/^[=+\-@\t\r＝＋－＠]/.test(one));
    await holdsFor(text, async (one) => {
      const [, row] = read(await documents.csv(table([[one, null, null, null]])));
      expect(row).toEqual([one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''), '', '', '']);
    });
  });
});

describe('tables as a workbook', () => {
  const sheets = async (tables: Table[]) =>
    readExcelFile(Buffer.from(await documents.workbook(tables)), { trim: false });

  it('are sheets with real days and numbers', async () => {
    const [first, second] = await sheets([
      table([['40 tassen', '2026-12-05', 1234.5, 40]]),
      { ...table([]), name: 'B' },
    ]);
    expect(first?.sheet).toBe('Aanvragen');
    expect(first?.data[1]).toEqual(['40 tassen', new Date('2026-12-05T00:00:00Z'), 1234.5, 40]);
    expect(second?.data).toEqual([['Wat', 'Op', 'Bedrag', 'Stuks']]);
  });

  it.each(FORMULAS.filter((one) => !one.startsWith('\r')))('hold %j as a text', async (text) => {
    const [first] = await sheets([table([[text, null, null, null]])]);
    expect(first?.data[1]?.[0]).toBe(text);
  });

  it('can hold what no sheet can: it is left out', async () => {
    const [first] = await sheets([table([['a\u0000b\u001f\ud800c 🎁 é', null, null, 1]])]);
    expect(first?.data[1]).toEqual(['abc 🎁 é', null, null, 1]);
  });
});

describe('a chart', () => {
  it('is a picture that is the same every time', async () => {
    const chart = { title: 'Per maand', labels: ['oktober 2026'], series: [{ name: 'Geplaatst', values: [3] }] };
    const [one, other] = [await documents.chart(chart), await documents.chart(chart)];
    expect([...one.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(Buffer.from(one).equals(other)).toBe(true);
    const more = await documents.chart({ ...chart, title: 'Per jaar' });
    expect(Buffer.from(one).equals(more)).toBe(false);
  });
});

describe('a chart in a message', () => {
  it('is a picture that Teams draws too, however much stands in it', async () => {
    const labels = Array.from({ length: 12 }, (_, at) => `20${27 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
    const values = labels.map((_, at) => (at * 7) % 31);
    const series = ['veel kans', 'enige kans'].map((name) => ({ name, values }));
    const file = await documents.picture('kansen.png', { title: 'Kansen per kwartaal', labels, series });
    expect(file).toMatchObject({ name: 'kansen.png', type: 'image/png' });
    expect(isDrawn(file)).toBe(true);
  });
});

describe('a page', () => {
  it('holds what people typed as words alone', () => {
    const { content } = documents.page({
      name: 'x.html',
      language: 'nl',
      title: '<script>1</script>',
      sections: [
        {
          title: '"><b>',
          pieces: [
            { kind: 'text', text: '<i>' },
            { kind: 'list', lines: ['<u>'] },
            { kind: 'facts', facts: [{ label: '<s>', value: '<p>&' }] },
            { kind: 'table', table: table([['<em>', null, 1234.5, 2]]) },
            { kind: 'picture', png: new Uint8Array([1]), alt: '"><a>' },
          ],
        },
      ],
    });
    expect(content).not.toMatch(/<(?:script|b|i|u|s|em|a)>/);
    expect(content).toContain('1.234,50');
  });
});
