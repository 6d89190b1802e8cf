import type { ClientBase, Pool } from 'pg';
import { StoreError } from '../../src/errors.ts';
import type { Kept } from '../../src/ports.ts';
import { KINDS } from '../../src/terms.ts';
import { placeOf } from '../../src/turn.ts';
import { asked } from './connection.ts';
import { outgoing } from './keep.ts';
import { fieldsOf, idOf, keyOf } from './text.ts';

/** Rows that travel together. */
const AT_ONCE = 500;

type Row = { key: string; long_id: string | null; day: string; body: string };

const PARTS: readonly { rows: string; values: unknown[]; kept: (row: Row) => Kept }[] = [
  {
    rows: 'select key, long_id, day, body from turn where body is not null order by seq',
    values: [],
    kept: (row) => ({ kept: 'turn', id: idOf(row), on: row.day, turn: JSON.parse(row.body) }),
  },
  {
    rows: 'select key, long_id, day from turn where body is null order by seq',
    values: [],
    kept: (row) => ({ kept: 'turn', id: idOf(row), on: row.day }),
  },
  {
    rows: 'select key, long_id, message as body from outbox order by seq',
    values: [],
    kept: (row) => ({ kept: 'outgoing', id: idOf(row), message: JSON.parse(row.body) }),
  },
  ...KINDS.map((kind) => ({
    rows: 'select key, long_id, day, item as body from record where kind = $1 order by seq',
    values: [kind],
    kept: (row: Row): Kept => ({ kept: 'record', kind, id: idOf(row), on: row.day, item: JSON.parse(row.body) }),
  })),
];

/** All of it as it was at one moment, read piece by piece. */
export async function* everythingIn(pool: Pool): AsyncGenerator<Kept> {
  const client = await asked(pool.connect());
  let unusable = true;
  try {
    await asked(client.query('begin isolation level repeatable read read only'));
    await asked(client.query("set local idle_in_transaction_session_timeout = '10min'"));
    for (const { rows: text, values, kept } of PARTS) {
      await asked(client.query(`declare part no scroll cursor for ${text}`, values));
      for (;;) {
        const { rows } = await asked(client.query<Row>(`fetch ${AT_ONCE} from part`));
        if (rows.length === 0) break;
        for (const row of rows) yield kept(row);
      }
      await asked(client.query('close part'));
    }
    await asked(client.query('commit'));
    unusable = false;
  } finally {
    client.release(unusable);
  }
}

/** Puts all of it in, or nothing. */
export async function fillWith(pool: Pool, all: AsyncIterable<Kept> | Iterable<Kept>): Promise<void> {
  const client = await asked(pool.connect());
  let unusable = true;
  try {
    await asked(client.query('begin'));
    await asked(client.query("set local idle_in_transaction_session_timeout = '10min'"));
    await asked(client.query('lock table turn, outbox, record in exclusive mode'));
    const { rows } = await asked(
      client.query<{ held: boolean }>(
        'select exists (select from turn) or exists (select from outbox) or exists (select from record) as held',
      ),
    );
    if (rows[0]?.held !== false) throw new StoreError('the store is not empty: nothing was put into it');
    let some: Kept[] = [];
    for await (const one of all) {
      if (some.push(one) < AT_ONCE) continue;
      await asked(put(client, some));
      some = [];
    }
    await asked(put(client, some));
    await asked(client.query('commit'));
    unusable = false;
  } finally {
    client.release(unusable);
  }
}

async function put(client: ClientBase, some: readonly Kept[]): Promise<void> {
  const turns = some.filter((one) => one.kept === 'turn').map((one) => ({ ...one, ...keyOf(one.id) }));
  const messages = some
    .filter((one) => one.kept === 'outgoing')
    .map((one) => ({ ...keyOf(one.id), ...outgoing(one.message) }));
  const records = some.filter((one) => one.kept === 'record').map((one) => ({ ...one, ...keyOf(one.id) }));
  await client.query(
    `insert into turn (key, long_id, place, body, day)
     select key, long_id, at, body, day
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
       with ordinality as one (key, long_id, at, body, day, place) order by place`,
    [
      turns.map(({ key }) => key),
      turns.map(({ longId }) => longId),
      turns.map(({ turn }) => turn && keyOf(placeOf(turn)).key),
      turns.map(({ turn }) => turn && JSON.stringify(turn)),
      turns.map(({ on }) => on),
    ],
  );
  await client.query(
    `insert into outbox (key, long_id, place, message)
     select key, long_id, at, message from unnest($1::text[], $2::text[], $3::text[], $4::text[])
       with ordinality as one (key, long_id, at, message, place) order by place`,
    [
      messages.map(({ key }) => key),
      messages.map(({ longId }) => longId),
      messages.map(({ place }) => place),
      messages.map(({ message }) => message),
    ],
  );
  await client.query(
    `insert into record (kind, key, long_id, item, fields, day)
     select kind, key, long_id, item, fields::jsonb, day
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       with ordinality as one (kind, key, long_id, item, fields, day, place) order by place`,
    [
      records.map(({ kind }) => kind),
      records.map(({ key }) => key),
      records.map(({ longId }) => longId),
      records.map(({ item }) => JSON.stringify(item)),
      records.map(({ item }) => fieldsOf(item)),
      records.map(({ on }) => on),
    ],
  );
}
