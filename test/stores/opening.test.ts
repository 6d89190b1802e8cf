import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { openStore } from '../../src/open.ts';
import { TODAY } from '../support/day.ts';
import { type Cluster, createCluster, leftOut } from './cluster.ts';

const refusalOf = (url: string) =>
  openPostgresStore({ url, today: () => TODAY }).then(
    () => undefined,
    (error: unknown) => error,
  );

describe.skipIf(leftOut)(`opening a store in PostgreSQL${leftOut}`, () => {
  let cluster: Cluster;
  let url: string;
  beforeAll(async () => {
    cluster = await createCluster({ fsync: 'off' });
    url = await cluster.database('bot');
  }, 60_000);
  afterAll(() => cluster.remove());

  it('is what DATABASE_URL asks for, also only to read', async () => {
    const config = readConfig({ DATABASE_URL: url });
    const store = await openStore(config);
    await store.settle('t1', async ({ counters }) => {
      await counters.put('a', { last: 7 });
      return [];
    });
    const reader = await openStore(config, { readOnly: true });
    expect(await reader.read(({ counters }) => counters.get('a'))).toEqual({ last: 7 });
    await Promise.all([store.close(), reader.close()]);
  });

  it('says what is wrong with the address, and never the password', async () => {
    const secret = 'geheim%3Awoord';
    const address = new URL(url);
    const addresses = {
      'there is no database "nergens"': url.replace(/\/bot$/, '/nergens').replace('bot@', `bot:${secret}@`),
      'cannot be opened (ECONNREFUSED)': `postgres://bot:${secret}@127.0.0.1:1/bot`,
      'not let "iemand" in': `postgres://iemand:${secret}@${address.host}/bot`,
      'not the address of a database': `postgres://bot:${secret}@127.0.0.1:poort/bot`,
      'cannot be opened': `postgres://bot:geheim%zzwoord@127.0.0.1:1/bot`,
    };
    for (const [said, wrong] of Object.entries(addresses)) {
      const refusal = await refusalOf(wrong);
      expect(refusal).toBeInstanceOf(ConfigError);
      expect(String(refusal)).toContain('DATABASE_URL');
      expect(String(refusal)).toContain(said);
      expect(String(refusal)).not.toContain('geheim');
    }
    const settings = () => readConfig({ DATABASE_URL: `mysql://bot:${secret}@127.0.0.1/bot` });
    expect(settings).toThrow(/DATABASE_URL: is geen adres van PostgreSQL; begin met postgres:/);
    expect(settings).not.toThrow(/geheim/);
  });

  it('is refused on a database that cannot hold every text', async () => {
    const plain = await cluster.database('plain', "encoding 'SQL_ASCII' template template0");
    expect(String(await refusalOf(plain))).toContain('make one with encoding UTF8');
  });
});
