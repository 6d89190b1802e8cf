import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type BotProcess = {
  child: ChildProcess;
  /** All that it has written so far. */
  out(): string;
  err(): string;
  lines(): Record<string, unknown>[];
  /** Resolves once this was written. */
  says(wanted: string): Promise<void>;
  /** Its status, and how long it took since this was asked, in milliseconds. */
  ended(): Promise<{ status: number | null; took: number }>;
};

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** The bot as a supervisor starts it, with these settings and no others. `before` runs in the process ahead of it. */
export function startBot(settings: Record<string, string>, before?: string): BotProcess {
  const ahead = before ? ['--import', `data:text/javascript,${encodeURIComponent(before)}`] : [];
  const child = spawn(process.execPath, [...ahead, main], {
    env: { PATH: process.env.PATH ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { out: '', err: '' };
  const waiting = new Set<() => void>();
  const keep = (where: 'out' | 'err') => (piece: Buffer) => {
    written[where] += piece;
    for (const look of waiting) look();
  };
  child.stdout.on('data', keep('out'));
  child.stderr.on('data', keep('err'));
  const gone = once(child, 'close') as Promise<[number | null, string | null]>;

  return {
    child,
    out: () => written.out,
    err: () => written.err,
    lines: () => written.out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : [])),
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!written.out.includes(wanted)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void gone.then(() => reject(new Error(`it ended and never said ${wanted}: ${written.out}${written.err}`)));
      }),
    async ended() {
      const start = performance.now();
      const [status] = await gone;
      return { status, took: performance.now() - start };
    },
  };
}

/** The ids of turns in the file of a data folder: those that wait, and those that were settled. */
export function turnsIn(folder: string): { booked: Set<string>; settled: Set<string> } {
  const { data } = JSON.parse(readFileSync(join(folder, 'inkopen.json'), 'utf8'));
  const ids = (rows: [string, unknown][]) => new Set(rows.map(([id]) => id));
  return { booked: ids(data.booked), settled: ids(data.turns) };
}
