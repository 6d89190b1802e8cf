import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createWebChannel } from '../adapters/web/channel.ts';
import { createBot } from './bot.ts';
import { todayInAmsterdam } from './clock.ts';
import { readConfig } from './config.ts';
import { turnsDue } from './due.ts';
import { ConfigError, KnowledgeError } from './errors.ts';
import { warningsOf } from './knowledge/warnings.ts';
import { watchLibrary } from './knowledge/watch.ts';
import { openDocuments, openPeople, openStore } from './open.ts';
import { createOutbox } from './outbox.ts';
import type { Log } from './ports.ts';

/** What is not finished by then is taken up at the next start. */
const LONGEST_STOP = 5000;
const A_MINUTE = 60 * 1000;

const log = createLog();

/** A name that errors carry, never their message: that may hold what somebody wrote. */
function createLog(): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, details) => logger.info(details ?? {}, event),
    warn: (event, details) => logger.warn(details ?? {}, event),
    error: (event, error, details) =>
      logger.error(
        { ...details, error: error instanceof Error ? error.name : typeof error, stack: stackOf(error) },
        event,
      ),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8)
        .join(' ')
        .trim()
    : '';
}

async function start(): Promise<void> {
  const config = readConfig();
  const people = await openPeople(config);
  const library = watchLibrary(config.knowledgeDir, log);
  const { knowledge } = library.current();
  const warnings = warningsOf(knowledge, todayInAmsterdam());
  log.info('knowledge-read', {
    articles: knowledge.articles.size,
    suppliers: knowledge.suppliers.size,
    sources: knowledge.sources.size,
  });
  const reach = warnings.filter(({ kind }) => kind === 'no-contact').map(({ about }) => about);
  if (reach.length > 0) log.warn('contacts-to-fill-in', { file: 'contacten.yaml', contacts: reach.join(', ') });
  if (warnings.some(({ kind }) => kind === 'no-contracts'))
    log.warn('contracts-to-fill-in', { file: 'contracten.yaml' });
  const late = warnings.filter(({ kind }) => kind === 'past-review').length;
  if (late > 0) log.warn('content-past-its-review-day', { count: late });

  const store = await openStore(config);
  const web = createWebChannel({ accept: (turn) => bot.accept(turn), port: config.webPort, people: people.all, log });
  const outbox = createOutbox({ store, channels: { web }, log });
  const bot = createBot({
    store,
    library: library.current,
    documents: openDocuments(),
    people,
    receiptKey: config.receiptKey,
    log,
    today: todayInAmsterdam,
    send: outbox.send,
  });
  await bot.resume();
  await web.start();
  outbox.send();
  process.stdout.write(`\nInkopen met impact: ${web.address()}\n\n`);

  const minute = setInterval(
    () => void everyMinute().catch((error: unknown) => log.error('minute-failed', error)),
    A_MINUTE,
  );
  async function everyMinute(): Promise<void> {
    await bot.resume();
    for (const turn of turnsDue(new Date())) await bot.accept(turn);
  }
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    clearInterval(minute);
    library.close();
    await web.stop();
    await Promise.race([bot.idle().then(outbox.stop), pause(LONGEST_STOP)]);
    await store.close();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

try {
  await start();
} catch (error) {
  if (error instanceof ConfigError || error instanceof KnowledgeError) process.stderr.write(`${error.message}\n`);
  else log.error('not-started', error);
  process.exit(1);
}
