import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import type { Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { asking } from './cluster.ts';
import { openServer, type Server, withoutServer } from './server.ts';

const HOLDER = fileURLToPath(new URL('holder.ts', import.meta.url));
const LOCKS =
  "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

describe.skipIf(withoutServer)(`alone among processes${withoutServer}`, () => {
  let server: Server;
  let url: string;
  const stores: Store[] = [];
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    server = await openServer();
  }, 60_000);
  beforeEach(async () => {
    url = await server.empty();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(() => server.remove());

  async function opened(): Promise<Store> {
    const store = await openPostgresStore({ url, today: () => TODAY });
    stores.push(store);
    return store;
  }

  async function holding(name: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [HOLDER, url, name], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  const locks = async () => (await asking(url, LOCKS)).map(({ pid }) => Number(pid));

  it('a task waits for another process, and a process that is killed holds nothing any more', async () => {
    const child = await holding('a');
    const store = await opened();
    let began = false;
    const waits = store.alone('a', async () => {
      began = true;
      return 'mijn beurt';
    });
    expect(await store.alone('b', async () => 'niemand wacht hier op')).toBe('niemand wacht hier op');
    for (let look = 0; look < 20; look++) await locks();
    expect(began).toBe(false);
    child.kill('SIGKILL');
    expect(await waits).toBe('mijn beurt');
  });

  it('tasks of two processes take turns, and none is forgotten', async () => {
    const [one, other] = [await opened(), await opened()];
    let running = 0;
    const done: string[] = [];
    const task = (name: string) => async () => {
      running += 1;
      expect(running).toBe(1);
      await one.book({
        id: name,
        from: { id: 'x', name: 'x' },
        at: { channel: 'web', id: 'x' },
        input: { kind: 'opened' },
      });
      running -= 1;
      done.push(name);
    };
    const names = Array.from({ length: 20 }, (_, at) => `t${at}`);
    await Promise.all(names.map((name, at) => (at % 2 === 0 ? one : other).alone('a', task(name))));
    expect(done.toSorted()).toEqual(names.toSorted());
  });

  it('a task goes on being alone when only its connection was broken', async () => {
    const [one, other] = [await opened(), await opened()];
    const { promise: told, resolve: end } = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const first = one.alone('a', async () => {
      begun.resolve();
      await told;
    });
    await begun.promise;
    const [before] = await locks();
    await asking(url, `select pg_terminate_backend(${before})`);
    await until(async () => {
      const [now] = await locks();
      return now !== undefined && now !== before;
    });
    let began = false;
    const second = other.alone('a', async () => {
      began = true;
    });
    for (let look = 0; look < 20; look++) await locks();
    expect(began).toBe(false);
    end();
    await Promise.all([first, second]);
    expect(await locks()).toEqual([]);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}
