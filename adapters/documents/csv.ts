import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Table } from '../../src/paper.ts';
import { dutchDay, dutchNumber } from './cells.ts';

/**
 * With the marks by which a Dutch spreadsheet knows its own: a byte order mark, semicolons, commas before decimals. Each
 * text is quoted, and one that begins as a formula gets a quote in front, which a spreadsheet does not carry out.
 */
export function csvOf({ columns, rows }: Table): string {
  const titles = columns.map(({ title }) => title);
  const lines = rows.map((row) => columns.map((column, at) => written(row[at] ?? null, column)));
  return stringify([titles, ...lines], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
  });
}

function written(cell: Cell, { kind }: Column): string {
  if (cell === null) return '';
  if (kind === 'day') return dutchDay(String(cell));
  return typeof cell === 'number' ? dutchNumber(cell, kind === 'euro' ? 'euro' : 'number') : cellText(cell);
}

/** A text without what a spreadsheet does not read: marks that control a machine, and halves of letters. */
function cellText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
