import type { ClientBase, Pool, PoolClient } from 'pg';
import { asked } from './connection.ts';

/** The transaction of a turn, that begins when it is needed: a turn that only puts needs none. */
export type Transaction = {
  /** Where to ask what needs no lock: the transaction once it has begun, any connection before that. */
  asking(): Promise<Pick<ClientBase, 'query'>>;
  /** Its connection; `opening` is what was sent to begin it, to be awaited along with the first question. */
  begun(): Promise<{ client: ClientBase; opening: Promise<unknown>[] }>;
  isBegun(): boolean;
  /** The locks that it holds; notes those that it will hold, also for whoever begins this turn again. */
  locks: { has(lock: string): boolean; none(): boolean; add(lock: string): void };
  /** Gives the connection back; what was not kept is undone. */
  end(kept: boolean): Promise<void>;
};

/** Takes what is needed at the start, in one order: then nobody who was begun again waits in a ring. */
export function createTransaction(pool: Pool, needed: Set<string>): Transaction {
  const held = new Set<string>();
  let taken: Promise<PoolClient> | undefined;
  let isOpen = false;

  function open(client: ClientBase): Promise<unknown>[] {
    isOpen = true;
    const begin = client.query('begin');
    if (needed.size === 0) return [begin];
    for (const lock of needed) held.add(lock);
    const text = 'select pg_advisory_xact_lock(one) from unnest($1::bigint[]) as one';
    return [begin, client.query({ name: 'locks', text, values: [[...needed].toSorted()] })];
  }

  return {
    asking: async () => (taken ? asked(taken) : pool),
    async begun() {
      taken ??= pool.connect();
      const client = await asked(taken);
      return { client, opening: isOpen ? [] : open(client) };
    },
    isBegun: () => taken !== undefined,
    locks: {
      has: (lock) => held.has(lock),
      none: () => held.size === 0,
      add(lock) {
        held.add(lock);
        needed.add(lock);
      },
    },
    async end(kept) {
      const client = await taken?.catch(() => undefined);
      if (!client) return;
      const usable = kept || (await rolledBack(client));
      client.release(!usable);
    },
  };
}

function rolledBack(client: ClientBase): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
