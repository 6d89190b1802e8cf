import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { measureCases } from './cases.ts';
import { measureExport } from './export.ts';
import type { EngineName, Measured } from './measure.ts';
import { ownSets, readQuestions, seeks } from './questions.ts';
import { type Results, reportText } from './report.ts';
import { storesText, storeTargets, type Target } from './report-stores.ts';
import { measureStartUp } from './start-up.ts';
import { measureStores } from './stores.ts';

const USAGE =
  'node --expose-gc bench/bench.ts [--json] [--stores] [--slack] [--export] [--scan] [--teams] [SET.jsonl …]';
const MADE_UP = [10_000, 100_000];
const root = fileURLToPath(new URL('..', import.meta.url));

/** Speed, memory, quality and start of the bot and its stores, beside a search library, and whether what we promise holds. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    stores: { type: 'boolean' },
    slack: { type: 'boolean' },
    teams: { type: 'boolean' },
    export: { type: 'boolean' },
    scan: { type: 'boolean' },
  },
});
if (values.export) {
  console.log(await measureExport(root));
  process.exit(0);
}
if (values.scan) {
  const { measureScan } = await import('./scan.ts');
  console.log(await measureScan(root));
  process.exit(0);
}
if (values.teams) {
  const { measureTeams, teamsText } = await import('./teams.ts');
  const figures = await measureTeams();
  console.log(values.json ? JSON.stringify(figures) : teamsText(figures));
  process.exit(figures.targets.every(({ holds }) => holds) ? 0 : 1);
}
if (values.stores) {
  const stores = await measureStores();
  console.log(values.json ? JSON.stringify(stores) : storesText(stores));
  process.exit(0);
}
if (values.slack) {
  const { measureSlack, slackText } = await import('./slack.ts');
  const figures = await measureSlack();
  console.log(values.json ? JSON.stringify(figures) : slackText(figures));
  process.exit(figures.targets.every(({ holds }) => holds) ? 0 : 1);
}
const sets = positionals.length > 0 ? positionals : ownSets(root);
if (sets.length === 0) {
  console.error(`no question set found; name one:\n${USAGE}`);
  process.exit(2);
}
const results = await run(sets);
console.log(values.json ? JSON.stringify(results) : reportText(results));

async function run(files: readonly string[]): Promise<Results> {
  const load = loadavg()[0] ?? Number.NaN;
  const lines = readQuestions(files);
  const sizes = [loadKnowledge(readConfig().knowledgeDir).suppliers.size, ...MADE_UP];
  const startUp = measureStartUp(root);
  const cases = measureCases(root);
  const bot = sizes.map((size) => measured('bot', size, files));
  const miniSearch = sizes.map((size) => measured('miniSearch', size, files));
  const [ours, theirs] = [bot[0]?.recall ?? Number.NaN, miniSearch[0]?.recall ?? Number.NaN];
  const stores = await measureStores();
  const recall = { bot: ours, miniSearch: theirs, ahead: ours - theirs };
  return {
    node: process.version,
    processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    load,
    sets: files,
    questions: lines.length,
    finding: lines.filter(seeks).length,
    bot,
    miniSearch,
    recall,
    startUp,
    cases,
    stores,
    targets: [...targetsOf({ bot, recall, startUp, cases }), ...storeTargets(stores)],
  };
}

function targetsOf({ bot, recall, startUp, cases }: Pick<Results, 'bot' | 'recall' | 'startUp' | 'cases'>): Target[] {
  const [least, most] = [bot[0], bot.at(-1)] as [Measured, Measured];
  const atMost = (what: string, came: number, limit: number): Target => ({
    what,
    limit: `at most ${limit} ms`,
    came: `${came.toPrecision(3)} ms`,
    holds: came <= limit,
  });
  return [
    atMost(`p50 of a question at ${least.suppliers} suppliers`, least.all.p50, 1),
    atMost(`p50 of a question at ${most.suppliers} suppliers`, most.all.p50, 5),
    {
      what: 'recall in the first three above MiniSearch',
      limit: 'at least 0.15',
      came: recall.ahead.toFixed(3),
      holds: recall.ahead >= 0.15,
    },
    atMost('impact ask above an empty process', startUp.above, 400),
    {
      what: 'cases a second by impact check --batch',
      limit: 'at least 20000',
      came: cases.check.toFixed(0),
      holds: cases.check >= 20_000,
    },
  ];
}

/** One engine at one size, in a process of its own so that none disturbs another. */
function measured(engine: EngineName, suppliers: number, files: readonly string[]): Measured {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const child = spawnSync(process.execPath, ['--expose-gc', script, engine, String(suppliers), ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0)
    throw new Error(`${engine} at ${suppliers} suppliers ended with ${child.status ?? child.signal}`);
  return JSON.parse(child.stdout);
}
