/** A cell as it stands in the file. */
export type Cell = string | number | boolean | Date | null;

/** A sheet as it was read: every row, the empty ones and what stands above the titles too. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] };

/** Why a file is not read. */
export type NotRead = 'empty' | 'too-large' | 'password' | 'old-workbook' | 'damaged' | 'not-a-table' | 'encoding';

export type TableRead =
  /** `notes`: what was passed over. */
  { kind: 'read'; sheets: readonly Sheet[]; notes: readonly 'macros'[] } | { kind: 'not-read'; why: NotRead };

/** A larger file is no calendar. */
export const LARGEST_TABLE = 50 * 1024 * 1024;

export function isEmptyRow(row: readonly Cell[]): boolean {
  return row.every((cell) => textOf(cell) === '');
}

export function textOf(cell: Cell | undefined): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim();
}
