import type { Outgoing } from '../../src/ports.ts';
import { KINDS } from '../../src/terms.ts';
import type { Row } from './rows.ts';
import { emptyTables, keepTurn, type Layer, layerOver, NAMES, type Table, type Tables } from './tables.ts';

const SCHEMA = 2;
const END = Buffer.from('}\n');
const HEAD = /^\{"schema":(\d+),"crc32":"([0-9a-f]{8})","data":/;

/** The bytes of the file: one row a line, behind a sum by which a changed byte is found. */
export function fileBytes(layer: Layer, sum: (bytes: Uint8Array) => number): Buffer {
  const room = Buffer.from(headOf(0));
  const data = NAMES.flatMap((name, at) => [
    Buffer.from(`${at === 0 ? '{' : ','}\n${JSON.stringify(name)}:[\n`),
    layer.bytes(name),
    Buffer.from(`\n]${at === NAMES.length - 1 ? '\n}' : ''}`),
  ]);
  const bytes = Buffer.concat([room, ...data, END]);
  bytes.write(headOf(sum(bytes.subarray(room.length, -END.length))));
  return bytes;
}

/** As long for one sum as for another. */
const headOf = (sum: number) => `{"schema":${SCHEMA},"crc32":"${sumText(sum)}","data":`;

const sumText = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0');

/** The tables of a file of this version or an earlier one. Undefined when it is damaged. */
export function tablesOf(text: string, sum: (text: string) => number): Tables | undefined {
  const head = HEAD.exec(text);
  if (!head) return firstSchema(text);
  const [start, schema, expected] = head;
  const data = text.slice(start.length, -2);
  if (Number(schema) !== SCHEMA || !text.endsWith('}\n') || sumText(sum(data)) !== expected) return undefined;
  const rows = JSON.parse(data) as Record<Table, [string, Row][]>;
  // A kind that an earlier version did not know is not there yet.
  return new Map(NAMES.map((name) => [name, new Map(rows[name] ?? [])]));
}

/** The first version had no sum, kept the outbox as a list, and began each id with a colon. */
function firstSchema(text: string): Tables | undefined {
  const data = parsed(text);
  if (!data || !Array.isArray(data.outbox) || !isObject(data.turns) || !isObject(data.progress)) return undefined;
  if (!isObject(data.notes)) return undefined;
  const tables = emptyTables();
  const layer = layerOver(tables);
  const entriesOf = (table: unknown) =>
    Object.entries(isObject(table) ? table : {}).map(([id, row]) => [id.slice(1), row as Row] as const);
  for (const [id, { on, turn }] of entriesOf(data.turns)) keepTurn(layer, { id, on, turn });
  for (const { id, message } of data.outbox as Outgoing[]) layer.set('outbox', id, { on: '', message });
  for (const kind of KINDS)
    for (const [id, { on, item }] of entriesOf(data[kind])) layer.set(kind, id, { on, ...(item ? { item } : {}) });
  layer.merge();
  return tables;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const made: unknown = JSON.parse(text);
    return isObject(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
