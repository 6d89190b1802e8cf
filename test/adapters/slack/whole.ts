import { createDocuments } from '../../../adapters/documents/documents.ts';
import { createSlackChannel, SLACK_PATH } from '../../../adapters/slack/channel.ts';
import { createBot } from '../../../src/bot.ts';
import { createOutbox } from '../../../src/outbox.ts';
import type { Log, Store } from '../../../src/ports.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { SECRET } from './events.ts';
import type { FakeSlack } from './fake.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A whole bot in Slack, in a process of its own as far as the others can tell. It closes the store it was given. */
export type Instance = { send(request: Request): Promise<Response>; idle(): Promise<void>; stop(): Promise<void> };

/** `through`: the store as the bot sees it, which may count, wait, or take each delivery for a new one. */
export function startWhole(
  store: Store,
  slack: FakeSlack,
  through: (store: Store) => Store = (same) => same,
): Instance {
  const channel = createSlackChannel({
    token: 'xoxb-fake',
    way: { kind: 'http', signingSecret: SECRET },
    accept: (turn) => bot.accept(turn),
    library: () => library,
    today: () => TODAY,
    log,
    apiUrl: slack.apiUrl,
    pace: 0,
  });
  const outbox = createOutbox({ store, channels: { slack: channel }, log });
  const bot = createBot({
    store: through(store),
    library: () => library,
    documents: createDocuments(),
    log,
    today: () => TODAY,
    send: outbox.send,
  });
  return {
    async send(request) {
      const door = channel.routes?.[SLACK_PATH];
      if (!door) throw new Error('no door');
      return door(request);
    },
    idle: bot.idle,
    async stop() {
      await channel.stop();
      await bot.idle();
      await outbox.stop();
      await store.close();
    },
  };
}
