import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBot } from '../src/bot.ts';
import { todayInAmsterdam } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { openDocuments, openLibrary, openMemory } from '../src/open.ts';
import type { Turn } from '../src/turn.ts';

/** What a bot takes for a calendar that is handed over: `scan-chat.ts FILE` prints one JSON object. Milliseconds and megabytes. */
export type ScanChat = { took: number; longest: number; idle: number; peak: number };

const [file = ''] = process.argv.slice(2);
const library = await openLibrary(readConfig());
const store = await openMemory();
const bytes = readFileSync(file);
const bot = createBot({
  store,
  library: () => library,
  documents: openDocuments(),
  log: { info: () => undefined, warn: () => undefined, error: (_event, error) => console.error(error) },
  today: todayInAmsterdam,
  fetchFile: async () => ({ kind: 'bytes', bytes }),
  send: () => undefined,
});
const turn = (id: string, input: Turn['input']): Turn => ({
  id,
  from: { id: 'web:ann', name: 'Ann' },
  at: { channel: 'web', id: 'a' },
  input,
});
// An answer and a chart first: what is loaded and made once is no part of it.
for (const one of [turn('warm', { kind: 'text', text: 'lunch voor 20 man' })]) {
  await store.book(one);
  await bot.handle(one);
}
const { chart } = openDocuments();
await chart({ title: 'a', labels: ['b'], series: [{ name: 'c', values: [1] }] });
globalThis.gc?.();
const idle = process.memoryUsage.rss();
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
const handed = turn('scan', { kind: 'file', name: 'Inkoopkalender Ruimte.xlsx', ref: 'r' });
await store.book(handed);
const { made } = await bot.handle(handed);
const took = performance.now() - start;
delay.disable();
if (made?.status !== 'answered') throw new Error('the calendar was not scanned');
const figures: ScanChat = {
  took,
  longest: delay.max / 1e6,
  idle: idle / 2 ** 20,
  peak: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(figures));
process.exit(0);
