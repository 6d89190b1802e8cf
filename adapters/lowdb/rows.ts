import type { Outgoing } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';

/** A row is never changed, only replaced. */
export type Row = { on: string; turn?: Turn; message?: Outgoing['message']; item?: object };

const BETWEEN = Buffer.from(',\n');
/** Most rows are as they were at the last write; a row has one id. */
const lines = new WeakMap<Row, Buffer>();
/** Most tables too. */
const written = new WeakMap<ReadonlyMap<string, Row>, Buffer>();

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

function lineOf([id, row]: readonly [string, Row]): Buffer {
  const known = lines.get(row);
  if (known !== undefined) return known;
  const line = Buffer.from(JSON.stringify([id, row]));
  lines.set(row, line);
  return line;
}

function joined(all: readonly Buffer[]): Buffer {
  return Buffer.concat(all.flatMap((one, at) => (at === 0 ? [one] : [BETWEEN, one])));
}

/** The rows of a table as they stand in the file, which is known until `tableIs` says otherwise. */
export function bytesOf(rows: ReadonlyMap<string, Row>): Buffer {
  const known = written.get(rows);
  if (known !== undefined) return known;
  const bytes = joined(Array.from(rows, lineOf));
  written.set(rows, bytes);
  return bytes;
}

/** The same with changes on top. Rows that are new stand below the others, which need no second look. */
export function changedBytes(rows: ReadonlyMap<string, Row>, own: ReadonlyMap<string, Row | undefined>): Buffer {
  if ([...own.keys()].some((id) => rows.has(id))) return joined(Array.from(changedRows(rows, own), lineOf));
  const added = [...own].flatMap(([id, row]) => (row ? [lineOf([id, row])] : []));
  return joined([bytesOf(rows), ...added].filter(({ length }) => length > 0));
}

/** Says what a table that was changed looks like in the file; undefined when nobody has looked. */
export function tableIs(rows: ReadonlyMap<string, Row>, bytes: Buffer | undefined): void {
  if (bytes === undefined) written.delete(rows);
  else written.set(rows, bytes);
}
