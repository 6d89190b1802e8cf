import type { ClientBase, Pool } from 'pg';
import { type Base, matches } from '../../src/changes.ts';
import { StoreError } from '../../src/errors.ts';
import type { Kind } from '../../src/ports.ts';
import { allAsked, asked } from './connection.ts';
import { fieldsOf, idOf, keyOf, lockOf } from './text.ts';
import type { Transaction } from './transaction.ts';

type Asking = Pick<Pool | ClientBase, 'query'>;
type Row = { key: string; long_id: string | null; item: string };

export const lockOfRecord = (kind: Kind, id: string) => lockOf(`record ${kind} ${id}`);

/** The records as they are at the moment of asking. */
export function recordsIn(asking: Asking): Base {
  return {
    async get(kind, id) {
      const { rows } = await asked(
        asking.query<Row>({
          name: 'get',
          text: 'select item from record where kind = $1 and key = $2',
          values: [kind, keyOf(id).key],
        }),
      );
      return rows[0] && JSON.parse(rows[0].item);
    },
    list: (kind, where) => list(asking, kind, where),
  };
}

/**
 * The same for a turn: what `get` gave, or did not find, is nobody else's until the transaction ends. Only the first lock
 * is waited for: who holds one and waits for another may wait for ever, so that turn is to be begun again, with all that
 * it needs.
 */
export function lockedRecordsIn(transaction: Transaction): Base {
  const { locks } = transaction;
  return {
    async get(kind, id) {
      const lock = lockOfRecord(kind, id);
      const { client, opening } = await transaction.begun();
      const lockIt = locks.none() || locks.has(lock) ? WAIT : TRY;
      locks.add(lock);
      // The lock comes first, for a row that is not there cannot be locked; the look comes after it, in a snapshot of its own.
      const [locked, { rows }] = await allAsked([
        client.query<{ free: boolean | null }>({ ...lockIt, values: [lock] }),
        client.query<Row>({
          name: 'get-locked',
          text: 'select item from record where kind = $1 and key = $2 for update',
          values: [kind, keyOf(id).key],
        }),
        ...opening,
      ]);
      if (locked.rows[0]?.free === false)
        throw new StoreError('another turn holds what this one needs', { cause: { code: LOCK_NOT_AVAILABLE } });
      return rows[0] && JSON.parse(rows[0].item);
    },
    list: async (kind, where) => list(await transaction.asking(), kind, where),
  };
}

/** As the database calls it. */
export const LOCK_NOT_AVAILABLE = '55P03';
const WAIT = { name: 'lock', text: 'select pg_advisory_xact_lock($1)' };
const TRY = { name: 'try-lock', text: 'select pg_try_advisory_xact_lock($1) as free' };

/** The index finds candidates by their short plain values; what is the same is decided here, as everywhere. */
async function list(asking: Asking, kind: Kind, where: object): Promise<[id: string, item: object][]> {
  const fields = fieldsOf(where);
  const { rows } = await asked(
    fields === '{}'
      ? asking.query<Row>({
          name: 'list',
          text: 'select key, long_id, item from record where kind = $1 order by seq',
          values: [kind],
        })
      : asking.query<Row>({
          name: 'list-where',
          text: 'select key, long_id, item from record where kind = $1 and fields @> $2 order by seq',
          values: [kind, fields],
        }),
  );
  return rows
    .map((row): [string, object] => [idOf(row), JSON.parse(row.item)])
    .filter(([, item]) => matches(item, where));
}
