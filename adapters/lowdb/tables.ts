import { type Kept, type Kind, MOST_WAITING, type Outgoing } from '../../src/ports.ts';
import { KINDS } from '../../src/terms.ts';
import { placeOf, type Turn } from '../../src/turn.ts';

/** A row is never changed, only replaced. */
export type Row = { on: string; turn?: Turn; message?: Outgoing['message']; item?: object };
/** `booked`: turns that are not settled yet; `turns`: the ids of those that are. */
type Table = 'booked' | 'turns' | 'outbox' | Kind;

/** All that is kept: a row by its table and its id, in the order in which they came. */
export type Tables = ReadonlyMap<Table, ReadonlyMap<string, Row>>;

/** Changes on top of tables, seen by who reads here, and by nobody else until they are merged. */
export type Layer = {
  get(table: Table, id: string): Row | undefined;
  rows(table: Table): Iterable<[id: string, row: Row]>;
  /** Undefined takes the row away. */
  set(table: Table, id: string, row: Row | undefined): void;
  touched(): boolean;
  /** Puts the changes into the tables themselves. */
  merge(): void;
};

const NAMES: readonly Table[] = ['booked', 'turns', 'outbox', ...KINDS];

export function emptyTables(): Tables {
  return new Map(NAMES.map((name) => [name, new Map()]));
}

export function layerOver(tables: Tables): Layer {
  const changed = new Map<Table, Map<string, Row | undefined>>();
  const rowsOf = (table: Table) => tables.get(table) as Map<string, Row>;

  return {
    get(table, id) {
      const own = changed.get(table);
      return own?.has(id) ? own.get(id) : rowsOf(table).get(id);
    },
    *rows(table) {
      const own = changed.get(table);
      for (const [id, row] of rowsOf(table)) {
        const now = own?.has(id) ? own.get(id) : row;
        if (now) yield [id, now];
      }
      for (const [id, row] of own ?? []) if (row && !rowsOf(table).has(id)) yield [id, row];
    },
    set(table, id, row) {
      const own = changed.get(table) ?? new Map<string, Row | undefined>();
      changed.set(table, own.set(id, row));
    },
    touched: () => changed.size > 0,
    merge() {
      for (const [table, own] of changed) {
        const rows = rowsOf(table);
        for (const [id, row] of own) {
          if (row) rows.set(id, row);
          else rows.delete(id);
        }
      }
      changed.clear();
    },
  };
}

export function unsettledIn(layer: Layer, place?: string): Turn[] {
  const turns = [...layer.rows('booked')].flatMap(([, { turn }]) => turn ?? []);
  return place === undefined ? turns : turns.filter((turn) => placeOf(turn) === place);
}

export function waitingIn(layer: Layer): Outgoing[] {
  const seen = new Map<string, number>();
  return [...layer.rows('outbox')].flatMap(([id, { message }]) => {
    if (!message) return [];
    const place = `${message.to.channel} ${message.to.id}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count > MOST_WAITING ? [] : [{ id, message }];
  });
}

/** Everything as it is kept elsewhere. */
export function* keptIn(layer: Layer): Generator<Kept> {
  for (const [id, { on, turn }] of layer.rows('booked')) yield { kept: 'turn', id, on, ...(turn ? { turn } : {}) };
  for (const [id, { on }] of layer.rows('turns')) yield { kept: 'turn', id, on };
  for (const [id, { message }] of layer.rows('outbox')) if (message) yield { kept: 'outgoing', id, message };
  for (const kind of KINDS)
    for (const [id, { on, item }] of layer.rows(kind)) if (item) yield { kept: 'record', kind, id, on, item };
}

export function keepIn(layer: Layer, one: Kept, today: string): void {
  if (one.kept === 'turn') keepTurn(layer, one);
  else if (one.kept === 'outgoing') layer.set('outbox', one.id, { on: today, message: one.message });
  else layer.set(one.kind, one.id, { on: one.on, item: one.item });
}

function keepTurn(layer: Layer, { id, on, turn }: { id: string; on: string; turn?: Turn | undefined }): void {
  if (turn) layer.set('booked', id, { on, turn });
  else layer.set('turns', id, { on });
}

const SCHEMA = 2;
const HEAD = /^\{"schema":(\d+),"crc32":"([0-9a-f]{8})","data":/;

/** Most rows are as they were at the last write. */
const written = new WeakMap<Row, string>();
function textOf(row: Row): string {
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = JSON.stringify(row);
  written.set(row, text);
  return text;
}

/** The file: one row a line, behind a sum by which a changed byte is found. */
export function fileText(layer: Layer, sum: (text: string) => number): string {
  const tables = NAMES.map((name) => {
    const rows: string[] = [];
    for (const [id, row] of layer.rows(name)) rows.push(`[${JSON.stringify(id)},${textOf(row)}]`);
    return `${JSON.stringify(name)}:[\n${rows.join(',\n')}\n]`;
  });
  const data = `{\n${tables.join(',\n')}\n}`;
  return `{"schema":${SCHEMA},"crc32":"${sumText(sum(data))}","data":${data}}\n`;
}

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
