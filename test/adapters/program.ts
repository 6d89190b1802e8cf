import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const program = fileURLToPath(new URL('../../adapters/cli/impact.mjs', import.meta.url));

export type Ran = { status: number | null; out: string; err: string };

/** The program as a person or a script runs it, in a folder that is gone afterwards. */
export function inFolderOfItsOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'impact-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function impact(args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      cwd: folder,
      input: more.input ?? '',
      env: { PATH: process.env.PATH ?? '', ...more.env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, out: stdout, err: stderr };
  }

  /** The same, while this process goes on: what the program calls may be here. It must end well. */
  async function impactBeside(args: readonly string[], more: { env?: Record<string, string> } = {}): Promise<Ran> {
    const env = { PATH: process.env.PATH ?? '', ...more.env };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, env });
    return { status: 0, out: stdout, err: stderr };
  }

  function fileWith(name: string, lines: readonly (object | string)[]): string {
    const path = join(folder, name);
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return path;
  }

  return { folder, impact, impactBeside, fileWith };
}

/** What was printed, one object a line. */
export const jsonOf = (out: string): Record<string, unknown>[] =>
  out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
