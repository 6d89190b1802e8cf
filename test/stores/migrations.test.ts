import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, STEPS } from '../../adapters/postgres/schema.ts';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import { TODAY } from '../support/day.ts';
import { asking } from './cluster.ts';
import { openServer, type Server, withoutServer } from './server.ts';
import { turn } from './things.ts';

const today = () => TODAY;
const LATER = [...STEPS, 'alter table turn add column later int; create table only_once (id int)'];

describe.skipIf(withoutServer)(`the tables in PostgreSQL${withoutServer}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await openServer();
  }, 60_000);
  afterAll(() => server.remove());

  const versionsIn = async (url: string) =>
    (await asking(url, 'select version from schema_version order by version')).map(({ version }) => version);

  async function migrated(url: string, steps: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await migrate(client, steps).finally(() => client.end());
  }

  it('are made once when two processes start together, fifty times over', async () => {
    for (let round = 0; round < 50; round++) {
      const url = await server.empty();
      const stores = await Promise.all([1, 2].map(() => openPostgresStore({ url, today })));
      const booked = await Promise.all(stores.map((store) => store.book(turn('t1'))));
      expect(booked.toSorted()).toEqual([false, true]);
      expect(await versionsIn(url)).toEqual(STEPS.map((_, at) => at + 1));
      await Promise.all(stores.map((store) => store.close()));
    }
  }, 120_000);

  it('of every earlier version become those of this one', async () => {
    for (const version of [0, ...STEPS.keys()]) {
      const url = await server.empty();
      await migrated(url, STEPS.slice(0, version));
      const store = await openPostgresStore({ url, today });
      expect(await store.book(turn('t1'))).toBe(true);
      await store.close();
      expect(await versionsIn(url)).toEqual(STEPS.map((_, at) => at + 1));
    }
  });

  it('get what a later version adds once, and keep what they held', async () => {
    const url = await server.empty();
    const store = await openPostgresStore({ url, today });
    await store.book(turn('t1'));
    await Promise.all(Array.from({ length: 10 }, () => migrated(url, LATER)));
    expect(await versionsIn(url)).toEqual(LATER.map((_, at) => at + 1));
    expect(await store.unsettled()).toEqual([turn('t1')]);
    await store.close();
  });

  it('of a later version are left alone, and that is said', async () => {
    const url = await server.empty();
    await migrated(url, LATER);
    await expect(openPostgresStore({ url, today })).rejects.toThrow(/DATABASE_URL: a newer version of the bot/);
  });

  it('stay as they were when a step fails', async () => {
    const url = await server.empty();
    await migrated(url, STEPS);
    await expect(migrated(url, [...LATER, 'select nothing from nowhere'])).rejects.toThrow('nowhere');
    expect(await versionsIn(url)).toEqual(STEPS.map((_, at) => at + 1));
    await migrated(url, LATER);
  });
});
