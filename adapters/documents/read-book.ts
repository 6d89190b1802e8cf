import readExcelFile from 'read-excel-file/node';
import type { Cell, TableRead } from '../../src/commission/table.ts';
import { entriesOf } from './zip.ts';

/** Unpacked, a calendar is never so large: it is made to fill the memory. */
const LARGEST_UNPACKED = 400 * 1024 * 1024;

/** Every sheet of a workbook. Of a formula it reads what was last worked out; macros stay where they are. */
export async function readBook(bytes: Uint8Array): Promise<TableRead> {
  const entries = entriesOf(bytes);
  if (!entries) return { kind: 'not-read', why: 'damaged' };
  if (entries.reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED)
    return { kind: 'not-read', why: 'too-large' };
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('xl/workbook.xml'))
    return { kind: 'not-read', why: names.has('xl/workbook.bin') ? 'old-workbook' : 'not-a-table' };
  try {
    const sheets = await readExcelFile(Buffer.from(bytes), { trim: false });
    return {
      kind: 'read',
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })),
      notes: names.has('xl/vbaProject.bin') ? ['macros'] : [],
    };
  } catch {
    // Whatever the library stumbles over, the person can only save it anew.
    return { kind: 'not-read', why: 'damaged' };
  }
}

/** A moment is kept as a part of a day, so a thousandth of a second may have gone on the way. */
const FINEST = 10;

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return new Date(Math.round(cell.getTime() / FINEST) * FINEST);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
