import { download } from '../../src/download.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Channel, Log } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import type { Address, Turn } from '../../src/turn.ts';
import type { Activity } from './activity.ts';
import { addressOf, placeAt, roomOf } from './address.ts';
import { bounded } from './bounded.ts';
import { createGuard, type Visitor } from './door.ts';
import { isStorage } from './files.ts';
import { createHeld } from './held.ts';
import { createInvoked } from './invoke.ts';
import { createPeople } from './people.ts';
import { createSpeaker } from './post.ts';
import { type Heard, ONE_PRESS, type Press, read } from './read.ts';
import { type Credentials, createSdk, type Factory, type Invoked } from './sdk.ts';
import { localServices, type Services, servicesAt, USUAL_SERVICE } from './services.ts';
import { createVerify, type Issuer } from './token.ts';
import { words } from './words.ts';

export const MESSAGES = '/api/messages';

export type Settings = {
  accept: (turn: Turn) => Promise<void>;
  log: Log;
  /** Absent for development: then nobody has to prove who they are, and the bot speaks to this computer alone. */
  credentials?: Credentials | undefined;
  /** Hosts of the service beside those that Microsoft names. */
  hosts?: readonly string[];
  /** Whether people are known by their e-mail address. */
  byEmail: boolean;
  library: () => Library;
  today: () => string;
  /** What takes the place of Microsoft in tests. */
  instead?: {
    issuer: Issuer;
    services: Services;
    storage?: (url: string) => boolean;
    factory?: Factory;
    longestSend?: number;
    now?: () => number;
  };
};

const KEPT = 10_000;
const A_MINUTE = 60 * 1000;

export function createTeamsChannel(settings: Settings): Channel {
  const { accept, log, credentials, hosts, instead, library, today } = settings;
  const now = instead?.now ?? Date.now;
  const sdk = createSdk(credentials, instead);
  const services = instead?.services ?? (credentials ? servicesAt(hosts) : localServices);
  const storage = instead?.storage ?? isStorage;
  const held = createHeld(now);
  const invoked = createInvoked({
    sdk,
    library,
    today,
    storage,
    held,
    log,
    now,
    hear: (press) => hear(once(press)),
    listen,
  });
  const speaker = createSpeaker(sdk, services, held, now);
  const guard = createGuard({
    services,
    ...(credentials
      ? { tenant: credentials.tenant, verify: createVerify(credentials.appId, instead?.issuer, now) }
      : {}),
  });
  const presses = bounded<{ id: string; time: number }>(KEPT, now, 2 * ONE_PRESS);
  const complained = bounded<true>(100, now, A_MINUTE);
  const personOf = createPeople(settings.byEmail ? emailOf : undefined, log, now);

  async function emailOf({ at, conversation, user }: Heard, milliseconds: number): Promise<string | undefined> {
    // The Playground knows people by their id in the conversation alone.
    const who = credentials ? (user.aad ?? user.id) : user.id;
    return sdk.emailOf(speaker.serviceOf(at), conversation, who, milliseconds);
  }

  async function receive(request: Request): Promise<Response> {
    const visitor = await guard(request);
    if (visitor.kind === 'out') return sentAway(visitor);
    const answer = await sdk.take(visitor, async () => {
      try {
        return await handle(visitor.activity);
      } catch (error) {
        log.error('teams-not-accepted', error);
        return { status: 503 };
      }
    });
    // The door found it genuine and the SDK could not: it may come again.
    if (!answer) return sentAway({ kind: 'out', status: 503, why: 'sdk' });
    return answer.body
      ? Response.json(answer.body, { status: answer.status })
      : new Response(null, { status: answer.status });
  }

  /** A flood of forged messages is one line a minute. */
  function sentAway({ status, why }: Extract<Visitor, { kind: 'out' }>): Response {
    if (!complained.get(why)) log.warn('teams-refused', { status, why });
    complained.set(why, true);
    return new Response(null, { status });
  }

  async function handle(activity: Activity): Promise<Invoked> {
    if (activity.type === 'invoke') return invoked(activity);
    await listen(activity);
    return { status: 200 };
  }

  async function listen(activity: Activity): Promise<void> {
    const said = read(activity);
    if (!said) return;
    if ('unknown' in said) tellOldButton(said.unknown);
    else await hear('press' in said ? once(said) : said);
  }

  async function hear(heard: Heard): Promise<void> {
    const { id, at, input, locale } = heard;
    const { personal, alone } = reachOf(heard);
    speaker.heardFrom(at, personal ? alone : undefined);
    const from = await personOf(heard);
    const room = roomOf(at);
    await accept({
      id,
      from,
      at,
      input,
      ...(personal ? {} : { reach: alone }),
      ...(room ? { room } : {}),
      ...(locale ? { locale } : {}),
    });
  }

  /** Teams may send a press again under another id. */
  function once({ press, ...heard }: Press): Heard {
    const before = presses.get(press.key);
    if (before && Math.abs(press.time - before.time) < ONE_PRESS) return { ...heard, id: before.id };
    presses.set(press.key, { id: heard.id, time: press.time });
    return heard;
  }

  function tellOldButton({ at, locale }: Heard): void {
    const language = locale ?? 'nl';
    const reply: Reply = { language, parts: [{ kind: 'text', text: words[language].oldButton }] };
    speaker
      .post(at, reply, { id: 'old button', repeat: false })
      .catch((error: unknown) => log.error('teams-not-told', error));
  }

  return {
    start: async () => log.info('teams-open', { path: MESSAGES, development: credentials === undefined }),
    stop: async () => undefined,
    post: speaker.post,
    // The address is its own password: no token goes along.
    fetch: (_at, ref) => download(ref, { allowed: storage }),
    working: (at) => {
      speaker.working(at).catch((error: unknown) => log.error('teams-status-not-set', error));
    },
    routes: { [MESSAGES]: receive },
  };
}

/** Where somebody can be spoken to alone; where they cannot be, it is said where they were heard. */
function reachOf({ at, tenant, user, conversation }: Heard): { personal: boolean; alone: Address } {
  const spot = placeAt(at)?.spot;
  const service = spot?.service ?? USUAL_SERVICE;
  return {
    personal: spot?.personal === true,
    alone: addressOf({ tenant, person: user.id }, { service, personal: true, otherwise: conversation }),
  };
}
