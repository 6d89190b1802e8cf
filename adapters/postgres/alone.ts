import { setTimeout as pause } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import { StoreError } from '../../src/errors.ts';
import type { Log, Store } from '../../src/ports.ts';
import { asked, connect } from './connection.ts';
import { createInLine } from './in-line.ts';
import { lockOf } from './text.ts';

export type Alone = { run: Store['alone']; close(): Promise<void> };

/** Milliseconds: between two looks whether another process is done, and until a broken connection is made anew. */
const PAUSE = { first: 25, longest: 1000, anew: 100 };

/**
 * Locks by name, across processes. They hang on one connection: with the process that held them they are gone. When the
 * connection alone breaks, what still runs takes its locks again as soon as there is a new one.
 */
export function createAlone(connection: ClientConfig, log: Pick<Log, 'warn'> | undefined): Alone {
  const inLine = createInLine();
  const held = new Set<string>();
  let current: Promise<Client> | undefined;
  let closed = false;

  function session(): Promise<Client> {
    if (closed) return Promise.reject(new StoreError('the store is closed'));
    if (current) return current;
    const made: Promise<Client> = open(() => lost(made));
    current = made;
    made.catch(() => lost(made));
    return made;
  }

  async function open(whenLost: () => void): Promise<Client> {
    const client = await connect(connection, whenLost);
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'select pg_try_advisory_lock(one) as taken from unnest($1::bigint[]) as one',
        [[...held]],
      );
      const others = rows.filter(({ taken }) => !taken).length;
      if (others > 0) log?.warn('locks-lost', { count: others });
      return client;
    } catch (error) {
      void client.end();
      throw error;
    }
  }

  function lost(made: Promise<Client>): void {
    if (current !== made) return;
    current = undefined;
    void pause(PAUSE.anew, undefined, { ref: false }).then(() => {
      if (held.size > 0 && !closed) session().catch(() => undefined);
    });
  }

  async function take(lock: string): Promise<void> {
    for (let wait = PAUSE.first; ; wait = Math.min(2 * wait, PAUSE.longest)) {
      const made = session();
      const client = await asked(made);
      if (await asked(tryLock(client, lock))) {
        // A lock on a connection that broke in the meantime is no lock.
        if (current !== made) continue;
        held.add(lock);
        return;
      }
      await pause(wait);
    }
  }

  async function giveBack(lock: string): Promise<void> {
    held.delete(lock);
    const client = await current?.catch(() => undefined);
    // With its connection the lock is gone too.
    await client?.query('select pg_advisory_unlock($1)', [lock]).catch(() => client.end());
  }

  async function locked<Value>(name: string, task: () => Promise<Value>): Promise<Value> {
    const lock = lockOf(`alone ${name}`);
    await take(lock);
    try {
      return await task();
    } finally {
      await giveBack(lock).catch(() => undefined);
    }
  }

  return {
    run: (name, task) => inLine(name, () => locked(name, task)),
    async close() {
      closed = true;
      const client = await current?.catch(() => undefined);
      await client?.end();
    },
  };
}

async function tryLock(client: Client, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock]);
  return rows[0]?.taken === true;
}
