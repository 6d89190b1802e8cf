import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { recordsOver } from '../../src/changes.ts';
import { ConfigError } from '../../src/errors.ts';
import type { Log, Store } from '../../src/ports.ts';
import { KINDS, oldestKept, TERMS, TURNS_KEPT } from '../../src/terms.ts';
import { placeOf, type Turn } from '../../src/turn.ts';
import { createAlone } from './alone.ts';
import { asked, connect, connectionTo, openingProblem, openPool } from './connection.ts';
import { outboxIn } from './outbox.ts';
import { recordsIn } from './records.ts';
import { migrate } from './schema.ts';
import { createSettle } from './settle.ts';
import { keyOf } from './text.ts';
import { everythingIn, fillWith } from './transfer.ts';

/** Milliseconds. */
const LONGEST_LOOK = 1800;
const LONGEST_CLOSE = 3000;
const CONNECTIONS = { quick: 5, settling: 10 };
/** Rows that are forgotten in one go, so that nobody waits for it. */
const AT_ONCE = 5000;

/** Remembers in a PostgreSQL database, for any number of processes. Makes its tables by itself. */
export async function openPostgresStore(options: {
  url: string;
  today: () => string;
  log?: Pick<Log, 'warn'> | undefined;
}): Promise<Store> {
  const { url, today, log } = options;
  const connection = connectionTo(url);
  await prepare(connection, url, log);
  const pool = openPool(connection, CONNECTIONS.quick, log);
  // Turns that wait for each other hold up no booking.
  const settling = openPool(connection, CONNECTIONS.settling, log);
  const alone = createAlone(connection, log);
  let looking: Promise<boolean> | undefined;

  return {
    async book(turn) {
      const { key, longId } = keyOf(turn.id);
      const { rowCount } = await asked(
        pool.query({
          name: 'book',
          text: 'insert into turn (key, long_id, place, body, day) values ($1, $2, $3, $4, $5) on conflict (key) do nothing',
          values: [key, longId, keyOf(placeOf(turn)).key, JSON.stringify(turn), today()],
        }),
      );
      return rowCount === 1;
    },
    read: (look) => look(recordsOver(recordsIn(pool)).records),
    async unsettled(place) {
      const { rows } = await asked(
        place === undefined
          ? pool.query<{ body: string }>('select body from turn where body is not null order by seq')
          : pool.query<{ body: string }>({
              name: 'unsettled',
              text: 'select body from turn where body is not null and place = $1 order by seq',
              values: [keyOf(place).key],
            }),
      );
      return rows.map(({ body }): Turn => JSON.parse(body));
    },
    settle: createSettle(settling, today),
    outbox: outboxIn(pool, today),
    alone: alone.run,
    async healthy() {
      looking ??= canKeep(pool).finally(() => {
        looking = undefined;
      });
      return Promise.race([looking, pause(LONGEST_LOOK, false, { ref: false })]);
    },
    tidy: (day) => tidy(pool, day),
    everything: () => everythingIn(settling),
    fill: (all) => fillWith(settling, all),
    async close() {
      await Promise.race([
        Promise.all([alone.close(), pool.end(), settling.end()]),
        pause(LONGEST_CLOSE, undefined, { ref: false }),
      ]);
    },
  };
}

async function prepare(connection: ReturnType<typeof connectionTo>, url: string, log?: Pick<Log, 'warn'>) {
  try {
    const client = await connect(connection, () => undefined);
    try {
      const { rows } = await client.query<{ encoding: string; fsync: string }>(
        "select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync",
      );
      const [found] = rows;
      if (found?.encoding !== 'UTF8')
        throw new ConfigError([`DATABASE_URL: the database holds ${found?.encoding}: make one with encoding UTF8`]);
      if (found.fsync !== 'on') log?.warn('database-may-lose-what-is-kept', { setting: 'fsync is off' });
      await migrate(client);
    } finally {
      await client.end();
    }
  } catch (error) {
    throw error instanceof ConfigError ? error : openingProblem(error, url);
  }
}

/** Something is really kept: a database that can only be read, or waits for a second one, is not well. */
async function canKeep(pool: Pool): Promise<boolean> {
  try {
    await pool.query({ name: 'health', text: 'update health set at = now()' });
    return true;
  } catch {
    return false;
  }
}

async function tidy(pool: Pool, today: string): Promise<void> {
  await forget(pool, 'turn', 'day < $1', [oldestKept(today, TURNS_KEPT)]);
  for (const kind of KINDS) {
    const term = TERMS[kind];
    if (term !== null) await forget(pool, 'record', 'day < $1 and kind = $2', [oldestKept(today, term), kind]);
  }
}

async function forget(pool: Pool, table: 'turn' | 'record', which: string, values: string[]): Promise<void> {
  const text = `delete from ${table} where ctid = any (array(select ctid from ${table} where ${which} limit ${AT_ONCE})) and ${which}`;
  for (;;) {
    const { rowCount } = await asked(pool.query(text, values));
    if ((rowCount ?? 0) < AT_ONCE) return;
  }
}
