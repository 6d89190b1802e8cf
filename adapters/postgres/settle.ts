import type { Pool } from 'pg';
import { type Base, recordsOver } from '../../src/changes.ts';
import { StoreError } from '../../src/errors.ts';
import type { Message, Records, Store } from '../../src/ports.ts';
import { asked, codeOf } from './connection.ts';
import { createInLine } from './in-line.ts';
import { keep } from './keep.ts';
import { LOCK_NOT_AVAILABLE, lockedRecordsIn } from './records.ts';
import { keyOf } from './text.ts';
import { together } from './together.ts';
import { createTransaction } from './transaction.ts';

type Act = (records: Records) => Promise<Message[]>;

/** Two turns that need the same things: one of them is begun again. */
const TO_BE_TRIED_AGAIN = new Set(['40P01', '40001', LOCK_NOT_AVAILABLE]);
const TRIES = 10;

/** Settles a turn once, in one transaction. What the act throws passes through; what the database says is a StoreError. */
export function createSettle(pool: Pool, today: () => string): Store['settle'] {
  // Who settles what is being settled here waits for that, and does nothing.
  const inLine = createInLine();
  const isSettled = settledIn(pool);
  return (turnId, act) => inLine(turnId, () => settle({ pool, isSettled, turnId, act, day: today() }));
}

type Task = {
  pool: Pool;
  isSettled: (turnId: string) => Promise<boolean>;
  turnId: string;
  act: Act;
  day: string;
};

async function settle(task: Task): Promise<Message[]> {
  // Whoever begins again takes at the start, in one order, what it was found to need: then nobody waits in a ring.
  const needed = new Set<string>();
  for (let tried = 1; ; tried++) {
    try {
      return await settleNow(task, needed);
    } catch (error) {
      const again = error instanceof StoreError && TO_BE_TRIED_AGAIN.has(codeOf(error.cause));
      if (!again || tried === TRIES) throw error;
    }
  }
}

async function settleNow({ pool, isSettled, turnId, act, day }: Task, needed: Set<string>): Promise<Message[]> {
  if (await isSettled(turnId)) return [];
  const transaction = createTransaction(pool, needed);
  let kept = false;
  try {
    const { base, failure } = remembering(lockedRecordsIn(transaction));
    const { records, changes } = recordsOver(base);
    const messages = await act(records).catch((error: unknown) => {
      throw failure() ?? error;
    });
    if (failure()) throw failure();
    kept = await keep(pool, transaction, { turnId, messages, changes: changes(), day });
    return kept ? messages : [];
  } finally {
    await transaction.end(kept);
  }
}

function settledIn(pool: Pool): (turnId: string) => Promise<boolean> {
  const settledOf = together(async (ids) => {
    const { rows } = await asked(
      pool.query<{ key: string }>({
        name: 'settled',
        text: 'select key from turn where key = any($1) and body is null',
        values: [ids.map((id) => keyOf(id).key)],
      }),
    );
    return new Set(rows.map(({ key }) => key));
  });
  return async (turnId) => (await settledOf(turnId)).has(keyOf(turnId).key);
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
