import type { ClientBase } from 'pg';
import { ConfigError } from '../../src/errors.ts';
import { lockOf } from './text.ts';

/**
 * What makes a database of each version one of the next. A step that was ever released is never changed again.
 * A turn that is settled has no place and no body, so that nothing of a person stays. `seq` is the order of coming.
 */
export const STEPS: readonly string[] = [
  `
  create table turn (
    key text collate "C" primary key,
    long_id text,
    seq bigint generated always as identity,
    place text collate "C",
    body text,
    day text collate "C" not null
  );
  create index turn_unsettled on turn (place, seq) where body is not null;

  create table outbox (
    key text collate "C" primary key,
    long_id text,
    seq bigint generated always as identity,
    place text collate "C" not null,
    message text not null
  );
  create index outbox_of_place on outbox (place, seq);

  create table record (
    kind text collate "C" not null,
    key text collate "C" not null,
    long_id text,
    seq bigint generated always as identity,
    item text not null,
    fields jsonb not null,
    day text collate "C" not null,
    primary key (kind, key)
  );
  create index record_in_order on record (kind, seq);
  create index record_by_fields on record using gin (fields jsonb_path_ops);

  create table health (one boolean primary key check (one), at timestamptz not null);
  insert into health values (true, now());
  `,
];

/** Brings the database to this version, in one piece; of many that start together one does it and the others wait. */
export async function migrate(client: ClientBase, steps: readonly string[] = STEPS): Promise<void> {
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query(`select pg_advisory_xact_lock(${lockOf('migrations')})`);
    await client.query(
      'create table if not exists schema_version (version int primary key, since timestamptz not null default now())',
    );
    const { rows } = await client.query('select coalesce(max(version), 0) as version from schema_version');
    const { version } = rows[0] as { version: number };
    if (version > steps.length)
      throw new ConfigError([
        `DATABASE_URL: a newer version of the bot made this database (${version}): start that one`,
      ]);
    for (const [at, step] of steps.entries()) {
      if (at < version) continue;
      await client.query(step);
      await client.query('insert into schema_version (version) values ($1)', [at + 1]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
