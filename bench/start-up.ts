import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './figures.ts';

/** From the start of a process to its end, in milliseconds. */
export type StartUp = { empty: number; ask: number; above: number };

const RUNS = 15;
const QUESTION = 'Wie kan voor 25 mensen een lunch bezorgen?';

/** One question on the command line beside a process that does nothing, by turns. The first run of each does not count. */
export function measureStartUp(root: string): StartUp {
  const command = join(root, 'adapters', 'cli', 'impact.mjs');
  const took: { empty: number[]; ask: number[] } = { empty: [], ask: [] };
  for (let run = 0; run <= RUNS; run++) {
    const empty = timed(['-e', '0']);
    const ask = timed([command, 'ask', QUESTION]);
    if (run === 0) continue;
    took.empty.push(empty);
    took.ask.push(ask);
  }
  const [empty, ask] = [median(took.empty), median(took.ask)];
  return { empty, ask, above: ask - empty };
}

function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`"${args.join(' ')}" ended with ${status}`);
  return performance.now() - start;
}
