import { App } from '@slack/bolt';
import { DeliveryError } from '../../src/delivery.ts';
import type { KeptCheck } from '../../src/kept-checks.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { OwnRequest } from '../../src/own-requests.ts';
import type { Channel, Log } from '../../src/ports.ts';
import type { Timer } from '../../src/timer.ts';
import type { Turn } from '../../src/turn.ts';
import { createClient } from './client.ts';
import { createDoor } from './door.ts';
import { isNoPass } from './failure.ts';
import { createFetch } from './fetch.ts';
import { type Hands, listen } from './hear.ts';
import { quietLogger } from './logger.ts';
import { PACE } from './pace.ts';
import { createPeople } from './people.ts';
import { createPost } from './post.ts';
import { createReceiver } from './receiver.ts';
import { createSeal } from './seal.ts';
import { createSharing } from './share.ts';
import { createSockets, type SocketSettings } from './sockets.ts';
import { createSpoken } from './spoken.ts';
import { createThreads } from './threads.ts';
import { createToken } from './token.ts';

export type SlackSettings = {
  token: string;
  /** How things come in: signed over HTTP, or over connections that we open. */
  way: { kind: 'http'; signingSecret: string } | ({ kind: 'sockets'; appToken: string } & SocketTuning);
  accept: (turn: Turn) => Promise<void>;
  /** Channels in which only the asker sees the answer. */
  privateChannels?: readonly string[];
  /** Whether e-mail addresses are needed to know who may do what. */
  needsEmail?: boolean;
  /** The checks that somebody kept, newest first, for the home page. */
  checksOf?: (person: string) => Promise<KeptCheck[]>;
  /** The requests that somebody asked for or picked up and are not over, newest first, for the same page. */
  requestsOf?: (person: string) => Promise<OwnRequest[]>;
  /** The content and the day, for a dialog that opens before anything is booked. */
  library: () => Library;
  today: () => string;
  log: Log;
  /** Where Slack is, when it is not at its usual address; the time; milliseconds between messages in one conversation. */
  apiUrl?: string;
  now?: () => number;
  pace?: number;
  /** The time in which that is counted. */
  timer?: Timer;
};
type SocketTuning = Pick<SocketSettings, 'count' | 'pace' | 'patience'>;

/** The path that the manifest names for events, commands and everything pressed. */
export const SLACK_PATH = '/slack/events';

/** What a message that is delivered may take, and what is waited for before the acknowledgement. */
const TIMEOUT = { posting: 8000, hearing: 2000 };

/** Slack: Bolt's app behind a door of our own, and Slack's client in front of the outbox. */
export function createSlackChannel(settings: SlackSettings): Channel {
  const { token, way, log, apiUrl, needsEmail = false, privateChannels = [], pace = PACE } = settings;
  const { checksOf = async () => [], requestsOf = async () => [] } = settings;
  const posting = createClient({ token, apiUrl, timeout: TIMEOUT.posting });
  const hearing = createClient({ token, apiUrl, timeout: TIMEOUT.hearing });
  const threads = createThreads(hearing);
  const spoken = createSpoken();
  const { carried, share } = createSharing(hearing, createSeal(token), spoken);
  const checked = createToken(hearing, log);
  const { receiver, handle } = createReceiver(log);
  const app = new App({ receiver, authorize: async () => ({}), convoStore: false, logger: quietLogger });
  const hands: Hands = {
    accept: settings.accept,
    client: hearing,
    people: createPeople(hearing, { needed: needsEmail, log }),
    threads,
    spoken,
    share,
    privately: new Set(privateChannels),
    checksOf,
    requestsOf,
    library: settings.library,
    today: settings.today,
    log,
  };
  listen(app, hands);

  const { post: say, stands } = createPost(posting, {
    joined: threads.joined,
    carried,
    pace,
    timer: settings.timer,
  });
  const post: Channel['post'] = (to, reply, how) => {
    spoken.answered(to, reply.language);
    return say(to, reply, how).catch((error: unknown) => {
      if (error instanceof DeliveryError && isNoPass(error.cause)) checked.doubt();
      throw error;
    });
  };
  const common = { post, stands, pace, fetch: createFetch(posting, { token, apiUrl, log }) };
  if (way.kind === 'http') {
    const door = createDoor({ secret: way.signingSecret, handle, log, ...(settings.now ? { now: settings.now } : {}) });
    return {
      ...common,
      start: async () => checked.start(),
      stop: async () => checked.stop(),
      ready: checked.good,
      routes: { [SLACK_PATH]: door },
    };
  }
  const { kind: _way, ...tuning } = way;
  const sockets = createSockets({ ...tuning, apiUrl, handle, log });
  return {
    ...common,
    async start() {
      checked.start();
      sockets.start();
    },
    async stop() {
      checked.stop();
      await sockets.stop();
    },
    ready: () => sockets.open() > 0,
  };
}
