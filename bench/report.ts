import { basename } from 'node:path';
import type { Cases } from './cases.ts';
import type { Measured } from './measure.ts';
import { figure, storesText, type Target, table } from './report-stores.ts';
import type { StartUp } from './start-up.ts';
import type { Stores } from './stores.ts';

export type Results = {
  node: string;
  processor: string;
  /** How many processes wanted a turn when it began: above zero, something else was running. */
  load: number;
  sets: readonly string[];
  questions: number;
  /** Questions that look for a supplier and say which are right. */
  finding: number;
  bot: readonly Measured[];
  miniSearch: readonly Measured[];
  recall: { bot: number; miniSearch: number; ahead: number };
  startUp: StartUp;
  cases: Cases;
  stores: Stores;
  targets: readonly Target[];
};

const COLUMNS: Record<string, { of: (one: Measured) => number; digits?: number }> = {
  'p50 ms': { of: ({ all }) => all.p50 },
  'p99 ms': { of: ({ all }) => all.p99 },
  'p50 ms find': { of: ({ finding }) => finding.p50 },
  'p99 ms find': { of: ({ finding }) => finding.p99 },
  'CPU ms': { of: ({ cpu }) => cpu },
  'build ms': { of: ({ build }) => build, digits: 0 },
  'index MB': { of: ({ indexHeap }) => indexHeap, digits: 1 },
  'heap MB': { of: ({ heap }) => heap, digits: 0 },
  'rss MB': { of: ({ rss }) => rss, digits: 0 },
};

/** The results as people read them. */
export function reportText({ bot, miniSearch, recall, startUp, cases, stores, targets, ...run }: Results): string {
  const header = ['suppliers', '', ...Object.keys(COLUMNS)];
  const rows = bot.flatMap((ours, at) => {
    const theirs = miniSearch[at] as Measured;
    return [rowOf('bot', ours), rowOf('MiniSearch', theirs), ratios(ours, theirs)];
  });
  return [
    `Node ${run.node}, ${run.processor}, load ${run.load.toFixed(1)} at the start`,
    `${run.questions} questions, of which ${run.finding} look for a supplier and say which are right: ${run.sets.map((set) => basename(set)).join(' ')}`,
    '',
    ...table([header, ...rows]),
    '',
    `recall in the first three, real suppliers: bot ${recall.bot.toFixed(3)}, MiniSearch ${recall.miniSearch.toFixed(3)}, ahead ${recall.ahead.toFixed(3)}`,
    `impact check --batch ${cases.check.toFixed(0)} cases a second, a copy of the same lines ${cases.copy.toFixed(0)}: ${(cases.copy / cases.check).toFixed(1)}x`,
    `impact ask ${startUp.ask.toFixed(0)} ms, an empty process ${startUp.empty.toFixed(0)} ms, above it ${startUp.above.toFixed(0)} ms`,
    '',
    storesText(stores),
    '',
    ...table(targets.map(({ what, limit, came, holds }) => [holds ? 'holds' : 'MISSED', what, limit, came])),
  ].join('\n');
}

function rowOf(name: string, one: Measured): string[] {
  return [String(one.suppliers), name, ...Object.values(COLUMNS).map(({ of, digits }) => figure(of(one), digits))];
}

/** How many times the bot's figure MiniSearch needs. */
function ratios(ours: Measured, theirs: Measured): string[] {
  return ['', 'times the bot', ...Object.values(COLUMNS).map(({ of }) => `${(of(theirs) / of(ours)).toFixed(1)}x`)];
}
