import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLog } from '../adapters/pino/log.ts';
import { readConfig } from '../src/config.ts';
import { compile } from '../src/knowledge/compile.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { load } from './load.ts';

const USAGE = 'node --expose-gc bench/soak.ts [MINUTES] [--seconds N] [--rate N] [--people N] [--no-faults]';

/** The bot under an even load for a long time, with faults: what becomes of the turns, and of the memory. Prints one JSON object. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    seconds: { type: 'string' },
    rate: { type: 'string', default: '5' },
    people: { type: 'string', default: '40' },
    faults: { type: 'boolean', default: true },
  },
});
const seconds = Number(values.seconds ?? Number(positionals[0] ?? 5) * 60);
if (!globalThis.gc || !(seconds > 0) || !(Number(values.rate) > 0)) {
  console.error(USAGE);
  process.exit(2);
}
let strays = 0;
for (const stray of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(stray, (error: unknown) => {
    strays += 1;
    console.error(error);
  });

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
try {
  const figures = await load({
    rate: Number(values.rate),
    people: Number(values.people),
    seconds,
    faults: values.faults,
    file: join(folder, 'inkopen.json'),
    library: compile(loadKnowledge(readConfig().knowledgeDir)),
    log: createLog({ level: 'error', stream: { write: () => undefined } }),
  });
  console.log(JSON.stringify({ ...figures, strays }));
  process.exitCode = figures.unanswered + figures.apologies + strays === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
