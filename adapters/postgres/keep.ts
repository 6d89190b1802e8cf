import type { ClientBase, Pool, QueryResult } from 'pg';
import type { Change } from '../../src/changes.ts';
import { StoreError } from '../../src/errors.ts';
import type { Message } from '../../src/ports.ts';
import { allAsked, asked } from './connection.ts';
import { lockOfRecord } from './records.ts';
import { fieldsOf, keyOf } from './text.ts';
import type { Transaction } from './transaction.ts';

/**
 * All of it, when nobody settled this turn yet: who settles it at the same moment waits, and then keeps nothing. What is
 * put is locked before it is written, for another turn may have looked for it.
 */
const KEEP = `
  with settled as (
    insert into turn (key, long_id, day) values ($1, $2, $3)
    on conflict (key) do update set place = null, body = null where turn.body is not null
    returning true
  ), locked as materialized (
    select count(pg_advisory_xact_lock(one)) from settled, unnest($4::bigint[]) as one
  ), put as (
    insert into record (kind, key, long_id, item, fields, day)
    select kind, key, one.long_id, item, fields::jsonb, $3
    from settled, locked, unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
      with ordinality as one (kind, key, long_id, item, fields, place)
    order by place
    on conflict (kind, key) do update set item = excluded.item, fields = excluded.fields, day = excluded.day
  ), said as (
    insert into outbox (key, long_id, place, message)
    select key, long_id, to_whom, message
    from settled, unnest($10::text[], $11::text[], $12::text[], $13::text[])
      with ordinality as one (key, long_id, to_whom, message, place)
    order by place
    on conflict (key) do update set place = excluded.place, message = excluded.message
  )
  select from settled`;

type Outcome = { turnId: string; messages: Message[]; changes: Change[]; day: string };

/** Writes all of it and commits, in one go; false when somebody else has settled this turn. */
export async function keep(pool: Pool, transaction: Transaction, outcome: Outcome): Promise<boolean> {
  const gone = outcome.changes.filter(({ item }) => item === undefined);
  const question = { name: 'keep', text: KEEP, values: valuesOf(outcome, transaction) };
  if (gone.length === 0 && !transaction.isBegun()) return isKept(await asked(pool.query(question)));
  const { client, opening } = await transaction.begun();
  if (gone.length === 0) {
    const [kept, end] = await allAsked([client.query(question), client.query('commit'), ...opening]);
    return isKept(kept, end);
  }
  const [kept] = await allAsked([client.query(question), ...opening]);
  if (!isKept(kept)) return false;
  // In a snapshot of its own: what another turn put while its lock was waited for goes as well.
  const [, end] = await allAsked([remove(client, gone), client.query('commit')]);
  return isKept(kept, end);
}

function isKept({ rowCount }: QueryResult, end?: QueryResult): boolean {
  if (end && end.command !== 'COMMIT') throw new StoreError('the database kept nothing of a turn');
  return rowCount === 1;
}

function remove(client: ClientBase, gone: readonly Change[]): Promise<QueryResult> {
  return client.query(
    'delete from record using unnest($1::text[], $2::text[]) as gone (kind, key) where record.kind = gone.kind and record.key = gone.key',
    [gone.map(({ kind }) => kind), gone.map(({ id }) => keyOf(id).key)],
  );
}

function valuesOf({ turnId, messages, changes, day }: Outcome, { locks }: Transaction): unknown[] {
  const turn = keyOf(turnId);
  const put = changes.flatMap(({ kind, id, item }) => (item ? [{ kind, item, ...keyOf(id) }] : []));
  const out = messages.map((message, at) => ({ ...keyOf(`${turnId}/${at}`), ...outgoing(message) }));
  const unlocked = changes.map(({ kind, id }) => lockOfRecord(kind, id)).filter((lock) => !locks.has(lock));
  for (const lock of unlocked) locks.add(lock);
  return [
    turn.key,
    turn.longId,
    day,
    unlocked.toSorted(),
    put.map(({ kind }) => kind),
    put.map(({ key }) => key),
    put.map(({ longId }) => longId),
    put.map(({ item }) => JSON.stringify(item)),
    put.map(({ item }) => fieldsOf(item)),
    out.map(({ key }) => key),
    out.map(({ longId }) => longId),
    out.map(({ place }) => place),
    out.map(({ message }) => message),
  ];
}

/** A message as the outbox holds it. */
export function outgoing(message: Message): { place: string; message: string } {
  return { place: keyOf(`${message.to.channel} ${message.to.id}`).key, message: JSON.stringify(message) };
}
