import writeExcelFile from 'write-excel-file/node';
import type { Cell, Column, Table } from '../../src/paper.ts';

const WIDEST = 60;
const FORMAT = { euro: '#,##0.00', day: 'dd-mm-yyyy' } as const;

/** Each table a sheet: texts as texts, so that none is a formula; the row of titles stays in sight. What a sheet cannot hold is left out. */
export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [
      columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? null, column))),
    ],
    columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(sheets).toBuffer();
}

function cellOf(cell: Cell, { kind }: Column) {
  if (cell === null) return null;
  if (kind === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: FORMAT.day };
  return kind === 'euro' ? { value: Number(cell), type: Number, format: FORMAT.euro } : cell;
}

/** Wide enough for most of what stands in it, and never wider than reads well. */
function widthOf({ title, kind }: Column, rows: Table['rows'], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
  const least = kind === 'text' ? longest : Math.max(longest, 12);
  return Math.min(WIDEST, Math.max(title.length, least) + 2);
}
