import type { ClientBase, Pool } from 'pg';
import { type Base, recordsOver } from '../../src/changes.ts';
import { StoreError } from '../../src/errors.ts';
import type { Message, Records, Store } from '../../src/ports.ts';
import { asked, codeOf } from './connection.ts';
import { createInLine } from './in-line.ts';
import { keep } from './keep.ts';
import { LOCK_NOT_AVAILABLE, lockedRecordsIn } from './records.ts';
import { keyOf } from './text.ts';
import { createTransaction } from './transaction.ts';

type Act = (records: Records) => Promise<Message[]>;

/** Two turns that need the same things: one of them is begun again. */
const TO_BE_TRIED_AGAIN = new Set(['40P01', '40001', LOCK_NOT_AVAILABLE]);
const TRIES = 10;

/** Settles a turn once, in one transaction. What the act throws passes through; what the database says is a StoreError. */
export function createSettle(pool: Pool, today: () => string): Store['settle'] {
  // Who settles what is being settled here waits for that, and does nothing.
  const inLine = createInLine();
  return (turnId, act) => inLine(turnId, () => settle(pool, turnId, act, today()));
}

async function settle(pool: Pool, turnId: string, act: Act, day: string): Promise<Message[]> {
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
  if (await isSettled(pool, turnId)) return [];
  const transaction = createTransaction(pool, (client) => (locks.size > 0 ? [lockAll(client, locks)] : []));
  let done = false;
  try {
    const { base, failure } = remembering(lockedRecordsIn(transaction, locks));
    const { records, changes } = recordsOver(base);
    const messages = await act(records).catch((error: unknown) => {
      throw failure() ?? error;
    });
    if (failure()) throw failure();
    const kept = await keep(pool, transaction, { turnId, messages, changes: changes(), locks, day });
    done = true;
    return kept ? messages : [];
  } finally {
    await transaction.end(done);
  }
}

async function isSettled(pool: Pool, turnId: string): Promise<boolean> {
  const { rows } = await asked(
    pool.query<{ settled: boolean }>({
      name: 'settled',
      text: 'select body is null as settled from turn where key = $1',
      values: [keyOf(turnId).key],
    }),
  );
  return rows[0]?.settled === true;
}

function lockAll(client: ClientBase, locks: Iterable<string>): Promise<unknown> {
  return client.query({
    name: 'locks',
    text: 'select pg_advisory_xact_lock(one) from unnest($1::bigint[]) as one',
    values: [[...locks].toSorted()],
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
