import type { ClientBase, Pool, PoolClient } from 'pg';
import { asked } from './connection.ts';

/** One transaction, on a connection that is taken when it begins: who needs none has none. */
export type Transaction = {
  /** Where to ask: the transaction once it has begun, any connection before that. */
  asking(): Promise<Pick<ClientBase, 'query'>>;
  /** The connection, and what begins the transaction on it the first time: that is sent along with the first question. */
  begun(): Promise<{ client: ClientBase; opening: Promise<unknown>[] }>;
  isBegun(): boolean;
  /** Gives the connection back; what was not committed is undone. */
  end(committed: boolean): Promise<void>;
};

export function createTransaction(pool: Pool, open: (client: ClientBase) => Promise<unknown>[]): Transaction {
  let taken: Promise<PoolClient> | undefined;
  let opening: Promise<unknown>[] | undefined;
  return {
    asking: async () => (taken ? asked(taken) : pool),
    async begun() {
      taken ??= pool.connect();
      const client = await asked(taken);
      if (opening) return { client, opening: [] };
      opening = [client.query('begin'), ...open(client)];
      return { client, opening };
    },
    isBegun: () => taken !== undefined,
    async end(committed) {
      const client = await taken?.catch(() => undefined);
      if (!client) return;
      const usable = committed || (await rolledBack(client));
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
