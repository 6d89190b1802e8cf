import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './figures.ts';

/** Cases a second through the command line, and through a program that only reads and writes the same lines. */
export type Cases = { lines: number; check: number; copy: number };

const LINES = 100_000;
const RUNS = 3;
/** Reads and writes each line, and decides nothing. */
const COPY = `for (const line of require('fs').readFileSync(process.argv[1], 'utf8').split('\\n'))
  if (line) process.stdout.write(JSON.stringify(JSON.parse(line)) + '\\n');`;

/** The batch of the check beside a plain copy, by turns, each less what it takes for a single line. */
export function measureCases(root: string): Cases {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'));
  const [many, one] = [join(folder, 'many.jsonl'), join(folder, 'one.jsonl')];
  const lines = Array.from({ length: LINES }, (_, at) => JSON.stringify(caseOf(at)));
  writeFileSync(many, lines.join('\n'));
  writeFileSync(one, lines[0] ?? '');
  const command = join(root, 'adapters', 'cli', 'impact.mjs');
  const took: { check: number[]; copy: number[] } = { check: [], copy: [] };
  for (let run = 0; run < RUNS; run++) {
    took.check.push(timed([command, 'check', '--batch', many]) - timed([command, 'check', '--batch', one]));
    took.copy.push(timed(['-e', COPY, many]) - timed(['-e', COPY, one]));
  }
  rmSync(folder, { recursive: true });
  const perSecond = (milliseconds: number) => (1000 * LINES) / milliseconds;
  return { lines: LINES, check: perSecond(median(took.check)), copy: perSecond(median(took.copy)) };
}

/** Every kind of purchase, round all lines, with and without btw, with facts left out. */
function caseOf(at: number): object {
  return {
    id: `c${at}`,
    kind: ['goods', 'service', 'works', 'social-service'][at % 4],
    ...(at % 11 === 0 ? {} : { contract: 'no' }),
    amount: (((at * 7919) % 30_000_000) + 1) / 100,
    vat: at % 3 === 0 ? 'included' : 'excluded',
    ...(at % 5 === 0 ? {} : { vatRate: at % 2 === 0 ? 21 : 9 }),
    ...(at % 7 === 0 ? { occurrences: 12 } : {}),
    supplier: at % 2 === 0 ? 'uw' : 'the-colour-kitchen',
    ...(at % 13 === 0 ? {} : { conflictOfInterest: 'no' }),
  };
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`"${args.join(' ')}" ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
