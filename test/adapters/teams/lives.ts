import { createDocuments } from '../../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import type { Activity } from '../../../adapters/teams/activity.ts';
import { createBot } from '../../../src/bot.ts';
import { StoreError } from '../../../src/errors.ts';
import { createOutbox } from '../../../src/outbox.ts';
import type { Channel, Log, Message, Store } from '../../../src/ports.ts';
import { realTimer, type Timer } from '../../../src/timer.ts';
import type { Turn } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { peopleOf } from '../../support/office.ts';
import type { FakeConnector } from './fake-connector.ts';
import { openDesk } from './setting.ts';

/** A bot in Teams that is killed and started again before one service, and what it remembers in between. */
export type Lives = {
  /** Delivers what Teams brings, and again until it is taken, as Teams and people do. */
  brings(activity: Activity): Promise<void>;
  /** The next turn cannot be booked. */
  losesStore(): void;
  /** Ends it at once, whatever it is doing, and starts another. */
  kill(): Promise<void>;
  /** Waits until all is thought about and sent. */
  quiet(): Promise<void>;
  /** What came of each turn that was booked, by its id. */
  decided: Map<string, { turn: Turn; messages: Message[] }>;
  /** How often each message arrived, and how often it may have: it was on its way when the bot was killed. */
  arrived: Map<string, number>;
  allowed: Map<string, number>;
  /** What went wrong that should not. */
  wrong: string[];
  store: Store;
  stop(): Promise<void>;
};

/** `posts`: whether an activity was taken. */
type Life = { dead: boolean; ends: () => Promise<void>; posts: (activity: Activity) => Promise<boolean> };

const people = peopleOf(
  { name: 'een', roles: ['team-lead', 'buyer'], team: 'Jeugd' },
  { name: 'twee', roles: ['buyer'] },
);
/** Known by what Teams calls them in the directory: a look-up would be one more thing that may fail. */
const known: typeof people = { ...people, find: ({ id }) => people.all.find(({ name }) => id.endsWith(`:${name}`)) };

/** A first wait after a failure is short; the others are those of the outbox. */
const hasty: Timer = {
  ...realTimer,
  after: (milliseconds, call) => realTimer.after(milliseconds < 2000 ? 5 : milliseconds, call),
};
const LONGEST_SEND = 150;

export async function startLives(connector: FakeConnector): Promise<Lives> {
  const store = await openLowdbStore({ today: () => TODAY });
  const decided: Lives['decided'] = new Map();
  const arrived: Lives['arrived'] = new Map();
  const allowed: Lives['allowed'] = new Map();
  const onItsWay = new Set<string>();
  const wrong: string[] = [];
  let away = 0;

  /** The store as one process sees it: nothing of it after its end, and what is decided is noted. */
  function seenBy(life: Life): Store {
    const living =
      <In extends unknown[], Out>(call: (...given: In) => Promise<Out>) =>
      async (...given: In): Promise<Out> => {
        if (life.dead) throw new StoreError('the process is gone');
        return call(...given);
      };
    return {
      ...store,
      book: living(async (turn) => {
        if (away > 0) {
          away -= 1;
          throw new StoreError('the store is away');
        }
        const isNew = await store.book(turn);
        if (isNew) decided.set(turn.id, { turn, messages: [] });
        return isNew;
      }),
      settle: living(async (id, act) => {
        const messages = await store.settle(id, act);
        const one = decided.get(id);
        if (one && messages.length > 0) {
          if (one.messages.length > 0) wrong.push(`${id} was settled twice`);
          one.messages = messages;
        }
        return messages;
      }),
      read: living((look) => store.read(look)) as Store['read'],
      unsettled: living(store.unsettled),
      alone: living((name, task) => store.alone(name, task)) as Store['alone'],
      outbox: {
        waiting: living(store.outbox.waiting),
        arrived: living(async (id, card) => {
          await store.outbox.arrived(id, card);
          onItsWay.delete(id);
        }),
      },
    };
  }

  async function begin(): Promise<Life & { resume: () => Promise<void>; idle: () => Promise<void> }> {
    const log: Log = {
      info: () => undefined,
      warn: () => undefined,
      error: (event, error) => {
        const isExpected = error instanceof StoreError && event === 'teams-not-accepted';
        if (!life.dead && !isExpected) wrong.push(`${event}: ${String(error)}`);
      },
    };
    const life: Life = { dead: false, ends: async () => undefined, posts: async () => false };
    const mine = seenBy(life);
    const desk = await openDesk(
      { accept: (turn) => bot.accept(turn), log, instead: { longestSend: LONGEST_SEND } },
      connector,
    );
    const post: Channel['post'] = async (to, reply, how) => {
      onItsWay.add(how.id);
      const ref = await desk.channel.post(to, reply, how);
      arrived.set(how.id, (arrived.get(how.id) ?? 0) + 1);
      return ref;
    };
    const channels = { teams: { ...desk.channel, post } };
    const outbox = createOutbox({ store: mine, channels, log, timer: hasty, random: () => 0 });
    const bot = createBot({
      store: mine,
      library: () => library,
      documents: createDocuments(),
      people: known,
      log,
      today: () => TODAY,
      send: outbox.send,
    });
    life.ends = async () => {
      life.dead = true;
      await Promise.all([bot.idle(), outbox.stop()]);
    };
    life.posts = async (activity) => {
      const { status, text } = await desk.post(activity);
      return status === 200 && !text.includes('"statusCode":500');
    };
    outbox.send();
    return Object.assign(life, { resume: bot.resume, idle: bot.idle });
  }

  /** The next life, from the moment that the last one ended. */
  let now = begin();
  await now;

  return {
    decided,
    arrived,
    allowed,
    wrong,
    store,
    async brings(activity) {
      for (let tries = 0; tries < 5; tries += 1) if (await (await now).posts(activity)) return;
      wrong.push(`${activity.type} was never taken`);
    },
    losesStore() {
      away = 1;
    },
    async kill() {
      const before = await now;
      before.dead = true;
      for (const id of onItsWay) allowed.set(id, (allowed.get(id) ?? 1) + 1);
      now = begin();
      await (await now).resume();
      await before.ends();
    },
    async quiet() {
      for (;;) {
        await (await now).idle();
        const waiting = await store.outbox.waiting();
        if (waiting.length === 0) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async stop() {
      await (await now).ends();
      await store.close();
    },
  };
}
