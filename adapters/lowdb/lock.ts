import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../../src/errors.ts';

/** Takes the file for this process alone, or throws a ConfigError; a lock of a process that is gone is taken over. */
export function lock(file: string): () => void {
  const path = `${file}.lock`;
  const own = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(own, `${process.pid} ${startOf(process.pid)}`, { mode: 0o600 });
    for (let tried = 0; !taken(own, path); tried++) {
      const holder = holderOf(path);
      if (tried > 10 || (holder && holder.pid !== process.pid && isAlive(holder)))
        throw new ConfigError([
          `DATA_DIR: ${dirname(file)} is in use by another process (${holder?.pid ?? 'unknown'}): stop that one first, or set DATABASE_URL to run several on PostgreSQL`,
        ]);
      // Only one of two that find it left behind can move it away.
      rename(path, `${own}.stale`);
    }
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`DATA_DIR: ${dirname(file)} cannot be written (${codeOf(error)})`]);
  } finally {
    rmSync(own, { force: true });
    rmSync(`${own}.stale`, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** A link is made whole or not at all, and never over one that is there. */
function taken(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

type Holder = { pid: number; start: string | undefined };

function holderOf(path: string): Holder | undefined {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ');
    return Number(pid) > 0 ? { pid: Number(pid), start } : undefined;
  } catch {
    return undefined;
  }
}

/** A number is given again once its process is gone, after a restart of the machine above all: then it started at another moment. */
function isAlive({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return start === undefined || startOf(pid) === '' || startOf(pid) === start;
}

/** When a process started, as Linux tells it; empty elsewhere. */
function startOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
