import type { ClientBase, Pool } from 'pg';
import { type Base, type Change, recordsOver } from '../../src/changes.ts';
import { StoreError } from '../../src/errors.ts';
import type { Message, Records } from '../../src/ports.ts';
import { allAsked, asked, codeOf } from './connection.ts';
import { LOCK_NOT_AVAILABLE, lockedRecordsIn, lockOfRecord } from './records.ts';
import { fieldsOf, keyOf, lockOf } from './text.ts';

type Act = (records: Records) => Promise<Message[]>;

/** Two turns that need the same things: one of them is begun again. */
const TO_BE_TRIED_AGAIN = new Set(['40P01', '40001', LOCK_NOT_AVAILABLE]);
const TRIES = 10;

/** Settles a turn once, in one transaction. What the act throws passes through; what the database says is a StoreError. */
export async function settle(pool: Pool, turnId: string, act: Act, day: string): Promise<Message[]> {
  // Whoever begins again takes at the start, in one order, what it was found to need: then nobody waits in a ring.
  const locks = new Set<string>();
  for (let tried = 1; ; tried++) {
    try {
      return await settleNow(pool, { turnId, act, day, locks });
    } catch (error) {
      const again = error instanceof StoreError && TO_BE_TRIED_AGAIN.has(codeOf(error.cause));
      if (!again || tried === TRIES) throw error;
    }
  }
}

type Task = { turnId: string; act: Act; day: string; locks: Set<string> };

async function settleNow(pool: Pool, { turnId, act, day, locks }: Task): Promise<Message[]> {
  const client = await asked(pool.connect());
  let done = false;
  try {
    if (await isSettled(client, turnId, locks)) return [];
    const { base, failure } = remembering(lockedRecordsIn(client, locks));
    const { records, changes } = recordsOver(base);
    const messages = await act(records).catch((error: unknown) => {
      throw failure() ?? error;
    });
    if (failure()) throw failure();
    await keep(client, { turnId, messages, changes: changes(), locks, day });
    done = true;
    return messages;
  } finally {
    const usable = done || (await rolledBack(client));
    client.release(!usable);
  }
}

function rolledBack(client: ClientBase): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

/** Begins, and looks whether somebody settled it; who comes now waits until this one has ended. */
async function isSettled(client: ClientBase, turnId: string, locks: ReadonlySet<string>): Promise<boolean> {
  const [, , , { rows }] = await allAsked([
    client.query('begin'),
    client.query({ name: 'lock', text: 'select pg_advisory_xact_lock($1)', values: [lockOf(`turn ${turnId}`)] }),
    lockAll(client, locks),
    client.query<{ settled: boolean }>({
      name: 'settled',
      text: 'select body is null as settled from turn where key = $1',
      values: [keyOf(turnId).key],
    }),
  ]);
  return rows[0]?.settled === true;
}

async function lockAll(client: ClientBase, locks: Iterable<string>): Promise<void> {
  const values = [[...locks].toSorted()];
  if (values[0]?.length === 0) return;
  await client.query({
    name: 'locks',
    text: 'select pg_advisory_xact_lock(one) from unnest($1::bigint[]) as one',
    values,
  });
}

/** After a failure inside an act nothing of it may be kept, whatever the act made of that failure. */
function remembering(base: Base): { base: Base; failure: () => unknown } {
  let failed: unknown;
  const noting = async <Value>(answer: Promise<Value>): Promise<Value> => {
    try {
      return await answer;
    } catch (error) {
      failed ??= error;
      throw error;
    }
  };
  return {
    base: { get: (kind, id) => noting(base.get(kind, id)), list: (kind, where) => noting(base.list(kind, where)) },
    failure: () => failed,
  };
}

const KEEP = `
  with settled as (
    insert into turn (key, long_id, day) values ($1, $2, $3)
    on conflict (key) do update set place = null, body = null
  ), removed as (
    delete from record using unnest($4::text[], $5::text[]) as gone (kind, key)
    where record.kind = gone.kind and record.key = gone.key
  ), put as (
    insert into record (kind, key, long_id, item, fields, day)
    select kind, key, long_id, item, fields::jsonb, $3
    from unnest($6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
      with ordinality as one (kind, key, long_id, item, fields, place)
    order by place
    on conflict (kind, key) do update set item = excluded.item, fields = excluded.fields, day = excluded.day
  )
  insert into outbox (key, long_id, place, message)
  select key, long_id, to_whom, message
  from unnest($11::text[], $12::text[], $13::text[], $14::text[])
    with ordinality as one (key, long_id, to_whom, message, place)
  order by place
  on conflict (key) do update set place = excluded.place, message = excluded.message`;

type Outcome = { turnId: string; messages: Message[]; changes: Change[]; locks: Set<string>; day: string };

/** Writes all of it and commits, in one go. */
async function keep(client: ClientBase, { turnId, messages, changes, locks, day }: Outcome): Promise<void> {
  const turn = keyOf(turnId);
  const gone = changes.filter(({ item }) => item === undefined);
  const put = changes.flatMap(({ kind, id, item }) => (item ? [{ kind, item, ...keyOf(id) }] : []));
  const out = messages.map((message, at) => ({ ...keyOf(`${turnId}/${at}`), ...outgoing(message) }));
  // What another turn looked for, found or not, is that turn's: it is waited for.
  const unlocked = changes.map(({ kind, id }) => lockOfRecord(kind, id)).filter((lock) => !locks.has(lock));
  for (const lock of unlocked) locks.add(lock);
  const values = [
    turn.key,
    turn.longId,
    day,
    gone.map(({ kind }) => kind),
    gone.map(({ id }) => keyOf(id).key),
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
  const [, , { command }] = await allAsked([
    lockAll(client, unlocked),
    client.query({ name: 'keep', text: KEEP, values }),
    client.query('commit'),
  ]);
  if (command !== 'COMMIT') throw new StoreError('the database kept nothing of a turn');
}

/** A message as the outbox holds it. */
export function outgoing(message: Message): { place: string; message: string } {
  return { place: keyOf(`${message.to.channel} ${message.to.id}`).key, message: JSON.stringify(message) };
}
