import { Client, type ClientConfig, Pool } from 'pg';
import { ConfigError, StoreError } from '../../src/errors.ts';
import type { Log } from '../../src/ports.ts';

/** Milliseconds. */
const LONGEST = { connecting: 10_000, statement: 8000, answer: 10_000, idleInTurn: 10_000, idle: 60_000 };

/** Whatever the server has for a default: what is acknowledged is on its disk, and who is gone holds up nobody for long. */
const SESSION = {
  synchronous_commit: 'on',
  default_transaction_isolation: 'read\\ committed',
  statement_timeout: LONGEST.statement,
  idle_in_transaction_session_timeout: LONGEST.idleInTurn,
  tcp_keepalives_idle: 20,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 4,
};

/** How to connect; settings that the address has of itself come before ours where they do not weaken a promise. */
export function connectionTo(url: string): ClientConfig {
  const address = parsed(url);
  const own = address.searchParams.get('options') ?? '';
  address.searchParams.delete('options');
  const ours = Object.entries(SESSION).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: address.href,
    options: [own, ...ours].join(' ').trim(),
    fallback_application_name: 'inkopen-met-impact',
    connectionTimeoutMillis: LONGEST.connecting,
    query_timeout: LONGEST.answer,
    keepAlive: true,
    keepAliveInitialDelayMillis: 20_000,
    // What is asked in one go is sent in one go.
    pipeline: true,
  };
}

export function openPool(connection: ClientConfig, max: number, log: Pick<Log, 'warn'> | undefined): Pool {
  const pool = new Pool({ ...connection, max, idleTimeoutMillis: LONGEST.idle });
  // A connection that breaks while nobody asks anything is replaced at the next question.
  pool.on('error', () => log?.warn('database-connection-lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection of its own, outside the pool. `lost` is told once, when it is no more. */
export async function connect(connection: ClientConfig, lost: () => void): Promise<Client> {
  const client = new Client(connection);
  client.on('error', () => void client.end().catch(() => undefined));
  client.once('end', lost);
  await client.connect();
  return client;
}

/** Turns a failure of the database into the error that the bot acts on. */
export async function asked<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreError('the database did not do what was asked', { cause });
  }
}

/** The same for questions that are sent in one go: the first that failed tells why, the others failed because of it. */
export async function allAsked<const Values extends readonly unknown[]>(
  answers: Values,
): Promise<{ -readonly [At in keyof Values]: Awaited<Values[At]> }> {
  const failed = (await Promise.allSettled(answers)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected')
    throw new StoreError('the database did not do what was asked', { cause: failed.reason });
  return (await Promise.all(answers)) as { -readonly [At in keyof Values]: Awaited<Values[At]> };
}

/** What is wrong with the settings, when the database cannot be opened. It never holds the password. */
export function openingProblem(error: unknown, url: string): ConfigError {
  const { hostname, port, pathname, username } = parsed(url);
  const at = `${hostname || 'localhost'}:${port || 5432}`;
  const code = codeOf(error);
  const said: Record<string, string> = {
    '28P01': `the database at ${at} refuses the password of "${username}"`,
    '28000': `the database at ${at} does not let "${username}" in`,
    '3D000': `there is no database "${pathname.slice(1)}" at ${at}: make it first`,
    '42501': `"${username}" may not make tables in this database`,
    '53300': `the database at ${at} has no connection left`,
    '57P03': `the database at ${at} is still starting`,
  };
  return new ConfigError([`DATABASE_URL: ${said[code] ?? `the database at ${at} cannot be opened (${code})`}`]);
}

export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
  return error instanceof Error ? error.name : 'unknown';
}

function parsed(url: string): URL {
  if (!URL.canParse(url)) throw new ConfigError(['DATABASE_URL: this is not the address of a database']);
  return new URL(url);
}
