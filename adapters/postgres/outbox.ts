import type { Pool } from 'pg';
import type { Standing } from '../../src/places.ts';
import { MOST_WAITING, type Outgoing, type Store } from '../../src/ports.ts';
import { asked } from './connection.ts';
import { fieldsOf, idOf, keyOf } from './text.ts';
import { together } from './together.ts';

export function outboxIn(pool: Pool, today: () => string): Store['outbox'] {
  const forget = together((ids) =>
    asked(
      pool.query({
        name: 'arrived',
        text: 'delete from outbox where key = any($1)',
        values: [ids.map((id) => keyOf(id).key)],
      }),
    ),
  );
  return {
    waiting: () => waiting(pool),
    async arrived(id, card) {
      if (!card) await forget(id);
      else
        await asked(
          pool.query({
            name: 'arrived-card',
            text: ARRIVED_CARD,
            values: [keyOf(id).key, ...standingRow(card), today()],
          }),
        );
    },
  };
}

async function waiting(pool: Pool): Promise<Outgoing[]> {
  const { rows } = await asked(
    pool.query<{ key: string; long_id: string | null; message: string }>({
      name: 'waiting',
      text: `select key, long_id, message from outbox
             join (select seq, row_number() over (partition by place order by seq) as number from outbox) as first using (seq)
             where number <= $1 order by seq`,
      values: [MOST_WAITING],
    }),
  );
  return rows.map((row) => ({ id: idOf(row), message: JSON.parse(row.message) }));
}

/** A message has arrived, and its place is where the card of a thing stands. */
const ARRIVED_CARD = `
  with gone as (delete from outbox where key = $1)
  insert into record (kind, key, long_id, item, fields, day) values ('cards', $2, $3, $4, $5::jsonb, $6)
  on conflict (kind, key) do update set item = excluded.item, fields = excluded.fields, day = excluded.day`;

function standingRow(card: Standing): [key: string, longId: string | null, item: string, fields: string] {
  const { key, longId } = keyOf(card.id);
  return [key, longId, JSON.stringify(card), fieldsOf(card)];
}
