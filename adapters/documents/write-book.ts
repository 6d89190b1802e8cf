import writeExcelFile from 'write-excel-file/node';
import type { Cell, Sheet } from '../../src/commission/table.ts';

const WIDTHS = { least: 10, most: 60, lookedAt: 200 };
const DAY = 'dd-mm-yyyy';
const MOMENT = 'dd-mm-yyyy hh:mm:ss';
const A_DAY = 24 * 60 * 60 * 1000;

/** Sheets with every cell as the value it was: texts as texts, so that none becomes a formula. */
export async function bookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map(written)),
    columns: widthsOf(rows),
  }));
  return writeExcelFile(made).toBuffer();
}

function written(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: cell.getTime() % A_DAY === 0 ? DAY : MOMENT };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: cell, type: String };
}

function widthsOf(rows: Sheet['rows']): { width: number }[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, WIDTHS.lookedAt))
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? WIDTHS.least, Math.min(WIDTHS.most, String(cell ?? '').length + 2));
    });
  return Array.from(widths, (width) => ({ width: width ?? WIDTHS.least }));
}
