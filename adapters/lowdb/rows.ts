import type { Outgoing } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';

/** A row is never changed, only replaced. */
export type Row = { on: string; turn?: Turn; message?: Outgoing['message']; item?: object };

const BETWEEN = ',\n';
/** Most rows are as they were at the last write; a row has one id. */
const lines = new WeakMap<Row, string>();
/** Most tables too. */
const texts = new WeakMap<ReadonlyMap<string, Row>, string>();

/** The rows of a table with changes on top of them. */
export function* changedRows(
  rows: ReadonlyMap<string, Row>,
  own: ReadonlyMap<string, Row | undefined>,
): Generator<[id: string, row: Row]> {
  for (const [id, row] of rows) {
    const now = own.has(id) ? own.get(id) : row;
    if (now) yield [id, now];
  }
  for (const [id, row] of own) if (row && !rows.has(id)) yield [id, row];
}

function lineOf([id, row]: readonly [string, Row]): string {
  const known = lines.get(row);
  if (known !== undefined) return known;
  const line = JSON.stringify([id, row]);
  lines.set(row, line);
  return line;
}

/** The rows of a table as they stand in the file, which is known until `tableIs` says otherwise. */
export function textOf(rows: ReadonlyMap<string, Row>): string {
  const known = texts.get(rows);
  if (known !== undefined) return known;
  const text = Array.from(rows, lineOf).join(BETWEEN);
  texts.set(rows, text);
  return text;
}

/** The same with changes on top. Rows that are new stand below the others, which need no second look. */
export function changedText(rows: ReadonlyMap<string, Row>, own: ReadonlyMap<string, Row | undefined>): string {
  if ([...own.keys()].some((id) => rows.has(id))) return Array.from(changedRows(rows, own), lineOf).join(BETWEEN);
  const added = [...own].flatMap(([id, row]) => (row ? [[id, row] as const] : []));
  return [textOf(rows), ...added.map(lineOf)].filter((text) => text !== '').join(BETWEEN);
}

/** Says what a table that was changed looks like in the file; undefined when nobody has looked. */
export function tableIs(rows: ReadonlyMap<string, Row>, text: string | undefined): void {
  if (text === undefined) texts.delete(rows);
  else texts.set(rows, text);
}
