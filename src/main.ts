import { createLog } from '../adapters/pino/log.ts';
import { openMetricsDoor } from '../adapters/prometheus/door.ts';
import { createMeter } from '../adapters/prometheus/meter.ts';
import { createWebChannel, type WebChannel } from '../adapters/web/channel.ts';
import { todayInAmsterdam } from './clock.ts';
import { readConfig } from './config.ts';
import { tellOf } from './knowledge/told.ts';
import { watchLibrary } from './knowledge/watch.ts';
import { openAssistant, openDocuments, openPeople, openSlack, openStore, openTeams } from './open.ts';
import type { Log, Store } from './ports.ts';
import { type Running, run } from './run.ts';
import { supervise } from './supervise.ts';

const meter = createMeter();
let log: Log = createLog();
/** On its way to being open, or open: either way it holds the data folder. */
let opening: Promise<Store> | undefined;
let running: Running | undefined;

async function start(): Promise<void> {
  const config = readConfig();
  log = createLog({ level: config.logLevel, secrets: config.secrets });
  for (const { name, near } of config.odd) log.warn('setting-unknown', { setting: name, looksLike: near });
  opening = openStore(config, { log });
  const store = await opening;
  const people = await openPeople(config);
  const library = watchLibrary(config.knowledgeDir, log);
  tellOf(library.current().knowledge, todayInAmsterdam(), log);

  let page: WebChannel | undefined;
  running = await run({
    config,
    store,
    people,
    library: library.current,
    documents: openDocuments(),
    ...(await openAssistant(config, { log })),
    receiptKey: config.receiptKey,
    today: todayInAmsterdam,
    log,
    meter,
    async connect(accept) {
      const slack = await openSlack(config, { accept, store, log, library: library.current });
      const teams = await openTeams(config, { accept, log, library: library.current });
      // The local page is for trying out: with Slack or Teams it opens only where it is asked for.
      if (!(slack || teams) || config.webPort !== undefined)
        page = createWebChannel({ accept, port: config.webPort, people: people.all, log });
      return { ...(page ? { web: page } : {}), ...(slack ? { slack } : {}), ...(teams ? { teams } : {}) };
    },
    async observe(vitals) {
      meter.watch(vitals);
      if (config.metricsPort === undefined) return undefined;
      return openMetricsDoor(meter, { port: config.metricsPort, host: config.metricsHost, log });
    },
  });
  if (page) process.stdout.write(`\nInkopen met impact: ${page.address()}\n\n`);
}

await supervise(start, {
  get log() {
    return log;
  },
  meter,
  stop: async () => running?.stop(),
  letGo: async () => (await opening)?.close(),
});
