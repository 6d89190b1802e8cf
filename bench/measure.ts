import { readConfig } from '../src/config.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge/load.ts';
import type { Ask, Engine } from './engine.ts';
import { bot } from './engine-bot.ts';
import { miniSearch } from './engine-minisearch.ts';
import { mean, type Spread, spreadOf } from './figures.ts';
import { type Line, readQuestions, recallAt3, seeks } from './questions.ts';
import { suppliersUpTo } from './suppliers.ts';

/** What one engine takes at one size. Times in milliseconds, memory in megabytes. */
export type Measured = {
  engine: EngineName;
  suppliers: number;
  build: number;
  /** The index alone, without the records; after the first pass, for some of it is made when first needed. */
  indexHeap: number;
  heap: number;
  rss: number;
  all: Spread;
  /** Questions that look for a supplier; the others are shorter work. */
  finding: Spread;
  cpu: number;
  recall: number;
};
export type EngineName = keyof typeof engines;

const engines = { bot, miniSearch } satisfies Record<string, Engine>;
const PASSES = 5;
const ENOUGH = 600;

/** Measures in a process of its own: `measure.ts ENGINE COUNT SET…` prints one JSON object. */
const [engine, count, ...sets] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(engine as EngineName, Number(count), sets)));

async function measure(name: EngineName, suppliers: number, files: readonly string[]): Promise<Measured> {
  const lines = readQuestions(files);
  const knowledge = withSuppliers(suppliers);
  const before = heapWith(knowledge);
  const start = performance.now();
  const { open, held } = engines[name].build(knowledge);
  const build = performance.now() - start;
  const recall = await recallOf(lines, await open());
  const heap = heapWith(knowledge, held);
  const { rss } = process.memoryUsage();

  const asked: { line: Line; took: number }[] = [];
  let cpu = 0;
  for (let pass = 0; pass === 0 || (pass < PASSES && asked.length < ENOUGH); pass++) {
    const ask = await open();
    const from = process.cpuUsage();
    for (const line of lines) {
      const begin = performance.now();
      await ask(line);
      asked.push({ line, took: performance.now() - begin });
    }
    const { user, system } = process.cpuUsage(from);
    cpu += (user + system) / 1000;
  }
  return {
    engine: name,
    suppliers,
    build,
    indexHeap: inMegabytes(heap - before),
    heap: inMegabytes(heap),
    rss: inMegabytes(rss),
    all: spreadOf(asked.map(({ took }) => took)),
    finding: spreadOf(asked.filter(({ line }) => seeks(line)).map(({ took }) => took)),
    cpu: cpu / asked.length,
    recall,
  };
}

/** The first pass, in which every line is asked once and the engine grows warm. */
async function recallOf(lines: readonly Line[], ask: Ask): Promise<number> {
  const recalls: number[] = [];
  for (const line of lines) {
    const found = await ask(line);
    if (seeks(line)) recalls.push(recallAt3(found, line.anyOf ?? []));
  }
  return mean(recalls);
}

function withSuppliers(count: number): Knowledge {
  const knowledge = loadKnowledge(readConfig().knowledgeDir);
  return { ...knowledge, suppliers: new Map(suppliersUpTo(count, knowledge).map((one) => [one.id, one])) };
}

/** What is in use when all waste is gone, and these are not. */
function heapWith(..._kept: unknown[]): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function inMegabytes(bytes: number): number {
  return bytes / 2 ** 20;
}
