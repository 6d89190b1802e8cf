import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Table } from '../../src/paper.ts';
import { dutchDay, dutchNumber } from './cells.ts';

/**
 * With the marks by which a Dutch spreadsheet knows its own: a byte order mark, semicolons, commas before decimals. Each
 * text is quoted, and one that begins as a formula gets a quote in front, which a spreadsheet does not carry out.
 */
export function csvOf({ columns, rows }: Table): string {
  const pieces = [stringify([columns.map(({ title }) => title)], { ...WAY, bom: true })];
  for (let at = 0; at < rows.length; at += AT_ONCE)
    pieces.push(
      stringify(
        rows.slice(at, at + AT_ONCE).map((row) => columns.map((column, place) => written(row[place] ?? null, column))),
        WAY,
      ),
    );
  return pieces.join('');
}

/** So many rows are taken in hand together: all at once would need memory for all. */
const AT_ONCE = 500;
const WAY = { delimiter: ';', record_delimiter: 'windows', quoted_string: true, escape_formulas: true } as const;

function written(cell: Cell, { kind }: Column): string {
  if (cell === null) return '';
  if (kind === 'day') return dutchDay(String(cell));
  return typeof cell === 'number' ? dutchNumber(cell, kind === 'euro' ? 'euro' : 'number') : cellText(cell);
}

/** A text without what a spreadsheet does not read: marks that control a machine, and halves of letters. */
function cellText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
