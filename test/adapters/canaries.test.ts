import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createMeter } from '../../adapters/prometheus/meter.ts';
import { createBot } from '../../src/bot.ts';
import { readConfig } from '../../src/config.ts';
import { StoreError } from '../../src/errors.ts';
import { createOutbox } from '../../src/outbox.ts';
import type { Channel, Log, Message, Store } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { writtenLog } from '../support/lines.ts';

const TALKS = 170;
const ERRORS = 100;
const LEVELS = ['info', 'warn', 'error'] as const;
/** What a word of somebody, or a secret, is recognised by. */
const words = Array.from({ length: 30 }, (_, at) => `kanarie${at}`);
const addresses = Array.from({ length: 10 }, (_, at) => `zanger${at}@utrecht.example`);
const secrets = {
  RECEIPT_KEY: 'sleutel-van-de-vogel-1',
  SLACK_BOT_TOKEN: 'xoxb-vogel-2-abcdefgh',
  SLACK_SIGNING_SECRET: 'kooi-van-de-vogel-3',
  TEAMS_APP_ID: 'app',
  TEAMS_APP_PASSWORD: 'zang-van-de-vogel-5',
  TEAMS_TENANT_ID: 'tenant',
  DATABASE_URL: 'postgres://vogel:vogel-6@db.example/impact',
};
const strange = [
  'xapp-1-vogel-4-abcdefgh',
  'xoxp-vreemd-1-abcdefgh',
  'Bearer vreemd-2.abc',
  'sk-proj-vreemd-3-abcdefgh',
  'Basic dnJlZW1kLTQ=',
];
const canaries = [
  ...words,
  ...addresses.map((address) => address.split('@')[0] as string),
  ...[1, 2, 3, 4, 5, 6].map((at) => `vogel-${at}`),
  ...['vreemd-1', 'vreemd-2', 'vreemd-3', 'dnJlZW1kLTQ'],
];
const pick = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item;

/** A turn full of canaries: what was said, by whom, and where. */
function turnOf(at: number): Turn {
  const email = pick(addresses, at);
  const said = ['wie kan lunch brengen voor', 'mag ik rechtstreeks kopen bij', 'bel mij, ik ben', 'tip: neem'];
  return {
    id: `t${at}`,
    from: { id: email, name: pick(words, at), email },
    at: { channel: 'web', id: `place ${at % 40}` },
    input: { kind: 'text', text: `${pick(said, at)} ${pick(words, at)} ${email} ${pick(strange, at)}` },
  };
}

/** The store, of which now and then something fails, with a canary in what it says. */
function failing(store: Store): Store {
  let asked = 0;
  const now = <Value>(go: () => Promise<Value>, kind: 'reading' | 'writing'): Promise<Value> => {
    asked += 1;
    if (asked % 7 !== 0) return go();
    const message = `${pick(words, asked)} ${pick(addresses, asked)} ${secrets.RECEIPT_KEY}`;
    return Promise.reject(
      kind === 'writing' ? new StoreError(message, { cause: new TypeError(message) }) : new Error(message),
    );
  };
  return {
    ...store,
    read: (look) => now(() => store.read(look), 'reading'),
    settle: (id, act) => now(() => store.settle(id, act), 'writing'),
  };
}

/** A place that hears everything, the second time it is told. */
function hardOfHearing(heard: Message[]): Channel {
  const tried = new Set<string>();
  return {
    start: async () => undefined,
    stop: async () => undefined,
    async post(to, reply, { id }) {
      if (!tried.has(id) && heard.length % 50 === 0) {
        tried.add(id);
        throw new Error(`${pick(words, heard.length)} ${secrets.SLACK_BOT_TOKEN}`);
      }
      heard.push({ to, reply });
    },
  };
}

function throwEverywhere(log: Log): void {
  for (let at = 0; at < ERRORS; at++) {
    const message = `${pick(words, at)} ${pick(addresses, at)} ${pick(Object.values(secrets), at)} ${pick(strange, at)}`;
    const error = at % 2 === 0 ? new Error(`${message}\n    at ${message} (file:///${pick(words, at)}:1:1)`) : message;
    const detail = `${pick(addresses, at)} ${secrets.RECEIPT_KEY} ${secrets.DATABASE_URL} ${secrets.TEAMS_APP_PASSWORD} ${pick(strange, at)}`;
    log.error('thrown', error, { detail });
    log.warn('thrown', { detail });
    log.info(`thrown ${detail}`, { detail });
  }
}

describe('logs and metrics', () => {
  it.each(LEVELS)(
    `hold no word of a person and no secret, from level %s on, after ${TALKS} turns and ${ERRORS} errors`,
    async (level) => {
      const { log, text } = writtenLog({ level, secrets: readConfig(secrets).secrets });
      const meter = createMeter();
      const store = failing(await openLowdbStore({ today: () => TODAY }));
      const heard: Message[] = [];
      const outbox = createOutbox({ store, channels: { web: hardOfHearing(heard) }, log, meter });
      const bot = createBot({
        store,
        library: () => library,
        documents: createDocuments(),
        log,
        meter,
        today: () => TODAY,
        send: outbox.send,
      });
      meter.watch({
        inHand: bot.waiting,
        waiting: async () => 0,
        storeHealthy: store.healthy,
        channels: () => ({ web: true }),
      });
      for (let at = 0; at < TALKS; at++) {
        await bot.accept(turnOf(at));
        if (at % 20 === 0) await bot.idle();
      }
      for (let left = 1; left > 0; left = (await store.unsettled()).length) {
        await bot.resume();
        await bot.idle();
      }
      await expect.poll(() => heard.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(TALKS);
      await outbox.stop();
      throwEverywhere(log);

      expect(JSON.stringify(heard)).toContain('kanarie');
      expect(text().split('\n').length).toBeGreaterThan(ERRORS);
      const metrics = (await meter.text()).body;
      expect(canaries.filter((canary) => text().includes(canary))).toEqual([]);
      expect(canaries.filter((canary) => metrics.includes(canary))).toEqual([]);
      expect(metrics.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length).toBeLessThan(500);
      expect(metrics).toContain(`inkopen_acknowledged_seconds_count{channel="web"} ${TALKS}`);
    },
  );
});
