import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** A PostgreSQL server of our own, in a folder of its own, that may be killed. */
export type Cluster = {
  /** The address of a new, empty database. */
  database(name?: string, how?: string): Promise<string>;
  /** Every process of the server is killed at once, as when the power fails. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** It neither answers nor breaks a connection, until it thaws. */
  freeze(): void;
  thaw(): void;
  /** Ends it, and leaves nothing behind. */
  remove(): Promise<void>;
};

/** Where the programs of the server are; undefined when it is not installed here. */
export function serverPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (!found && process.env.CI_REQUIRE_POSTGRES)
    throw new Error('PostgreSQL is not installed, and CI_REQUIRE_POSTGRES says that nothing may be left out');
  return found;
}

/** What stands in the name of a suite that is left out where there is no server. */
export const leftOut = serverPrograms() ? '' : ' (LEFT OUT: PostgreSQL is not installed)';

const LONGEST_START = 60_000;
const SETTINGS = { listen_addresses: '127.0.0.1', max_connections: '200' };

/** The server refuses to be run by root, so that root runs it as somebody else. */
const asRoot = process.getuid?.() === 0;

/** Makes and starts a server with these settings in its configuration. */
export async function createCluster(settings: Record<string, string> = {}): Promise<Cluster> {
  const programs = serverPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  const owner = asRoot ? userOf() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const port = await freePort();
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'bot', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], {
    stdio: 'ignore',
    cwd: folder,
    ...owner,
  });
  let server: ChildProcess | undefined;
  let databases = 0;
  const address = (name: string) => `postgres://bot@127.0.0.1:${port}/${name}`;

  async function start(): Promise<void> {
    const given = { ...SETTINGS, port: String(port), unix_socket_directories: folder, ...settings };
    const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const end = Date.now() + LONGEST_START;
    // It refuses to start as long as something of the one that was killed is still there.
    do {
      server = spawn(join(programs as string, 'postgres'), ['-D', data, ...options], {
        stdio: 'ignore',
        cwd: folder,
        ...owner,
      });
    } while (!(await answers(address('postgres'), server, end)));
  }

  async function kill(): Promise<void> {
    const killed = server;
    if (!killed?.pid || killed.exitCode !== null || killed.signalCode !== null) return;
    const ended = once(killed, 'exit');
    signalAll('SIGKILL');
    await ended;
  }

  function signalAll(signal: NodeJS.Signals): void {
    const pid = server?.pid;
    for (const one of pid ? [pid, ...childrenOf(pid)] : []) send(one, signal);
  }

  await start();
  return {
    start,
    kill,
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async database(name = `test_${++databases}`, how = '') {
      await asking(address('postgres'), `create database ${name} ${how}`);
      return address(name);
    },
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number).filter(Boolean);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function answers(url: string, server: ChildProcess, end: number): Promise<boolean> {
  while (server.exitCode === null) {
    const failure = await asking(url, 'select 1').then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) return true;
    if (Date.now() > end) throw failure;
    await pause(20);
  }
  return false;
}

/** Asks one thing over a connection of its own. */
export async function asking(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function userOf(): { uid: number; gid: number } {
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
