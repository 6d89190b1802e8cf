import type { Activity } from '../../../adapters/teams/activity.ts';
import { createTeamsChannel, MESSAGES, type Settings } from '../../../adapters/teams/channel.ts';
import { StoreError } from '../../../src/errors.ts';
import type { Channel, Log } from '../../../src/ports.ts';
import type { Turn } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { APP, activity, TENANT } from './activities.ts';
import { type FakeConnector, fakeFactory, startConnector } from './fake-connector.ts';

export const CREDENTIALS = { appId: APP, password: 'een geheim van wel twintig tekens', tenant: TENANT };

/** What was logged: the event, and its details as text. */
export type Logged = { level: string; event: string; text: string };
export function keepingLog(): Log & { lines: Logged[] } {
  const lines: Logged[] = [];
  const keep =
    (level: string) =>
    (event: string, ...rest: unknown[]) =>
      void lines.push({
        level,
        event,
        text: JSON.stringify(rest.map((one) => (one instanceof Error ? one.name : one))),
      });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** A store that is away until `back` is called; `booked` is what it took after that. */
export function storeAway(): { accept: (turn: Turn) => Promise<void>; booked: Turn[]; back: () => void } {
  let away = true;
  const booked: Turn[] = [];
  return {
    booked,
    accept: async (turn) => {
      if (away) throw new StoreError('a secret of ours: kanarie');
      booked.push(turn);
    },
    back: () => {
      away = false;
    },
  };
}

export type Desk = {
  connector: FakeConnector;
  channel: Channel;
  turns: Turn[];
  log: ReturnType<typeof keepingLog>;
  /** Posts a body with a token, and gives what came back. */
  post: (body: unknown, headers?: Record<string, string>) => Promise<{ status: number; text: string }>;
  /** Says what Teams would say, genuinely signed. */
  says: (other?: Parameters<typeof activity>[0]) => Promise<{ status: number; text: string }>;
  stop: () => Promise<void>;
};

type Other = Partial<Omit<Settings, 'instead'>> & { instead?: Partial<NonNullable<Settings['instead']>> };

/** The Teams channel with the real SDK, before a service of our own: a new one, unless this is a restart before the same. */
export async function openDesk(other: Other = {}, before?: FakeConnector): Promise<Desk> {
  const connector = before ?? (await startConnector());
  const turns: Turn[] = [];
  const log = keepingLog();
  const channel = createTeamsChannel({
    accept: async (turn) => void turns.push(turn),
    log,
    credentials: CREDENTIALS,
    byEmail: false,
    library: () => library,
    today: () => TODAY,
    ...other,
    instead: {
      issuer: connector.issuer,
      services: (url) => url === connector.service,
      storage: (url) => url === connector.storage,
      ...('credentials' in other ? {} : { factory: fakeFactory() }),
      ...other.instead,
    },
  });
  await channel.start();
  const token = await connector.token();
  const post: Desk['post'] = async (body, headers = { authorization: `Bearer ${token}` }) => {
    const route = channel.routes?.[MESSAGES];
    if (!route) throw new Error('no route');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await route(
      new Request('http://bot.test/api/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: text,
      }),
    );
    return { status: response.status, text: await response.text() };
  };
  return {
    connector,
    channel,
    turns,
    log,
    post,
    says: (more = {}) => post(activity({ serviceUrl: connector.service, ...more })),
    stop: connector.stop,
  };
}

export function sentTo(desk: Desk, more: Partial<Record<keyof Activity, unknown>> = {}): Activity {
  return activity({ serviceUrl: desk.connector.service, ...more });
}
