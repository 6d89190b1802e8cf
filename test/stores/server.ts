import { randomBytes } from 'node:crypto';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import type { Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { asking, createCluster, serverPrograms } from './cluster.ts';

/** A server to test on: the one that TEST_DATABASE_URL names, else one of our own. */
export type Server = {
  /** The address of a new place without tables: a schema, for that is made faster than a database. */
  empty(): Promise<string>;
  /** A store on it that remembers nothing yet. */
  store(): Promise<Store>;
  remove(): Promise<void>;
};

const given = process.env.TEST_DATABASE_URL;

/** What stands in the name of a suite when there is no server to test on; empty when there is one. */
export const withoutServer =
  given || serverPrograms() ? '' : ' (LEFT OUT: set TEST_DATABASE_URL, or install PostgreSQL)';

/** `settings` are for one of our own: without them it is quick, and would lose what it holds when the power fails. */
export async function openServer(settings: Record<string, string> = { fsync: 'off' }): Promise<Server> {
  const own = given ? undefined : await createCluster(settings);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = given ? await databaseOn(given, name) : await (own as NonNullable<typeof own>).database(name);
  let schemas = 0;

  async function empty(): Promise<string> {
    const schema = `s${++schemas}`;
    await asking(url, `create schema ${schema}`);
    const address = new URL(url);
    address.searchParams.set('options', `-c search_path=${schema}`);
    return address.href;
  }

  return {
    empty,
    store: async () => openPostgresStore({ url: await empty(), today: () => TODAY }),
    async remove() {
      if (own) await own.remove();
      else await asking(given as string, `drop database ${name} with (force)`);
    },
  };
}

async function databaseOn(server: string, name: string): Promise<string> {
  await asking(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
