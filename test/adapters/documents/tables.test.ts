import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../../adapters/documents/documents.ts';
import { type Cell, LARGEST_TABLE } from '../../../src/commission/table.ts';
import { holdsFor, seed } from '../../support/seed.ts';
import { workbook, zipped } from './zipped.ts';

const { readTable, book } = createDocuments();
const text = 'Omschrijving;Waarde\r\nCafé "De Zon"; € 5\r\n';
const rowsOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes);
  return table.kind === 'read' ? table.sheets[0]?.rows : table.why;
};
const utf16be = (said: string) => Buffer.from(said, 'utf16le').swap16();

describe('a calendar of lines', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', utf16be(`\ufeff${text}`)],
    ['Windows-1252', Buffer.from(text.replace('€', '\u0080'), 'latin1')],
  ])('is read in %s', async (_name, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['Omschrijving', 'Waarde'],
      ['Café "De Zon"', ' € 5'],
    ]);
  });

  it.each([';', ',', '\t', '|'])('is parted at "%s", also with the sign in quotes', async (sign) => {
    const line = ['1', `"a${sign}b"`, 'c'].join(sign);
    expect(await rowsOf(Buffer.from(`x${sign}y${sign}z\n${line}\n`))).toEqual([
      ['x', 'y', 'z'],
      ['1', `a${sign}b`, 'c'],
    ]);
  });

  it('keeps its empty rows, its breaks within a cell and its ragged ends', async () => {
    expect(await rowsOf(Buffer.from('a;b\n;\n"1\n2";x;y\n'))).toEqual([
      ['a', 'b'],
      ['', ''],
      ['1\n2', 'x', 'y'],
    ]);
  });
});

describe('a file that is no calendar', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['spaces', Buffer.from(' \r\n '), 'empty'],
    ['a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'password'],
    ['an old workbook', ole, 'old-workbook'],
    ['half a workbook', workbook('<sheetData/>').subarray(0, 200), 'damaged'],
    ['a broken sheet', workbook('<sheetData><row><c'), 'damaged'],
    ['a packed letter', zipped({ 'word/document.xml': '<a/>' }), 'not-a-table'],
    ['a page', Buffer.from('%PDF-1.7 …'), 'not-a-table'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3]), 'not-a-table'],
    ['more than 50 MB', Buffer.alloc(LARGEST_TABLE + 1, 'a'), 'too-large'],
  ])('says what is the matter: %s', async (_name, bytes, why) => {
    expect(await rowsOf(bytes)).toBe(why);
  });

  it('is not unpacked when it would fill the memory', async () => {
    const packed = workbook('<sheetData/>');
    const at = packed.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    packed.writeUInt32LE(500 * 1024 * 1024, at + 24);
    expect(await rowsOf(packed)).toBe('too-large');
  });

  it(`never throws, whatever is in it (seed ${seed})`, async () => {
    const files = fc.tuple(fc.constantFrom('', 'PK\u0003\u0004', 'a;b\n'), fc.uint8Array({ maxLength: 400 }));
    await holdsFor(files, async ([start, bytes]) => {
      expect(await readTable(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))).toBeDefined();
    });
  });
});

describe('a workbook', () => {
  it('gives of a formula what was last worked out, and leaves merged cells and empty rows where they are', async () => {
    const rows = await rowsOf(
      workbook(
        `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Omschrijving</t></is></c><c r="B1" t="inlineStr"><is><t>Waarde</t></is></c></row>
<row r="3"><c r="A3" t="inlineStr"><is><t>Asfalt</t></is></c><c r="B3"><f>2*3</f><v>6</v></c></row>
<row r="4"><c r="B4"><v>7</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>`,
      ),
    );
    expect(rows).toEqual([
      ['Omschrijving', 'Waarde'],
      [null, null],
      ['Asfalt', 6],
      [null, 7],
    ]);
  });

  it('with macros is read without them, and that is said', async () => {
    const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    expect(await readTable(workbook(sheet, { 'xl/vbaProject.bin': 'Sub x()' }))).toMatchObject({
      kind: 'read',
      notes: ['macros'],
    });
    expect(await readTable(workbook(sheet))).toMatchObject({ notes: [] });
  });

  it(`comes back with every cell the value it was (seed ${seed})`, async () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => new Date(Math.round(date.getTime() / 1000) * 1000));
    const said = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      fc.constantFrom('=1+1', '+31', '-', '@a', ' rand ', 'a\nb', '007', '<b>&amp;', '12-03', 'TRUE', '€ 5,00'),
    );
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      said.filter((one) => one.trim() !== '' && !/[\u0000-\u001f\u007f\ufffe\uffff]/.test(one.replaceAll('\n', ''))),
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
        .map((one) => Number(one.toPrecision(15)) || 0),
      fc.boolean(),
      day,
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await holdsFor(
      rows,
      async (made) => {
        expect(await rowsOf(await book([{ name: 'Kalender', rows: made }]))).toEqual(made);
      },
      60,
    );
  });
});
