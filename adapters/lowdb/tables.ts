import { frozen } from '../../src/copy.ts';
import { type Kept, type Kind, MOST_WAITING, type Outgoing } from '../../src/ports.ts';
import { KINDS } from '../../src/terms.ts';
import { placeOf, type Turn } from '../../src/turn.ts';
import { bytesOf, changedBytes, changedRows, type Row, tableIs } from './rows.ts';

/** `booked`: turns that are not settled yet; `turns`: the ids of those that are. */
export type Table = 'booked' | 'turns' | 'outbox' | Kind;

/** All that is kept: a row by its table and its id, in the order in which they came. */
export type Tables = ReadonlyMap<Table, ReadonlyMap<string, Row>>;

/** Changes on top of tables, seen by who reads here, and by nobody else until they are merged. */
export type Layer = {
  get(table: Table, id: string): Row | undefined;
  rows(table: Table): Iterable<[id: string, row: Row]>;
  /** Undefined takes the row away. */
  set(table: Table, id: string, row: Row | undefined): void;
  /** The rows of a table as they stand in the file. */
  bytes(table: Table): Buffer;
  touched(): boolean;
  /** Puts the changes into the tables themselves. */
  merge(): void;
};

export const NAMES: readonly Table[] = ['booked', 'turns', 'outbox', ...KINDS];

export function emptyTables(): Tables {
  return new Map(NAMES.map((name) => [name, new Map()]));
}

export function layerOver(tables: Tables): Layer {
  const changed = new Map<Table, Map<string, Row | undefined>>();
  const made = new Map<Table, Buffer>();
  const rowsOf = (table: Table) => tables.get(table) as Map<string, Row>;

  return {
    get(table, id) {
      const own = changed.get(table);
      return own?.has(id) ? own.get(id) : rowsOf(table).get(id);
    },
    rows(table) {
      const own = changed.get(table);
      return own ? changedRows(rowsOf(table), own) : rowsOf(table);
    },
    set(table, id, row) {
      const own = changed.get(table) ?? new Map<string, Row | undefined>();
      changed.set(table, own.set(id, row));
      made.delete(table);
    },
    bytes(table) {
      const own = changed.get(table);
      const bytes = made.get(table) ?? (own ? changedBytes(rowsOf(table), own) : bytesOf(rowsOf(table)));
      if (own) made.set(table, bytes);
      return bytes;
    },
    touched: () => changed.size > 0,
    merge() {
      for (const [table, own] of changed) {
        const rows = rowsOf(table);
        for (const [id, row] of own) {
          if (row) rows.set(id, row);
          else rows.delete(id);
        }
        tableIs(rows, made.get(table));
      }
      changed.clear();
      made.clear();
    },
  };
}

/** What is not settled, as it is kept: frozen instead of copied. */
export function unsettledIn(layer: Layer, place?: string): Turn[] {
  const turns: Turn[] = [];
  for (const [, { turn }] of layer.rows('booked'))
    if (turn && (place === undefined || placeOf(turn) === place)) turns.push(frozen(turn));
  return turns;
}

/** What waits, as it is kept: frozen instead of copied. */
export function waitingIn(layer: Layer): Outgoing[] {
  const seen = new Map<string, number>();
  return [...layer.rows('outbox')].flatMap(([id, { message }]) => {
    if (!message) return [];
    const place = `${message.to.channel} ${message.to.id}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count > MOST_WAITING ? [] : [{ id, message: frozen(message) }];
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

export function keepTurn(layer: Layer, { id, on, turn }: { id: string; on: string; turn?: Turn | undefined }): void {
  if (turn) layer.set('booked', id, { on, turn });
  else layer.set('turns', id, { on });
}
