import { DeliveryError } from '../../src/delivery.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Channel, Log } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import type { Turn } from '../../src/turn.ts';
import type { Activity } from './activity.ts';
import { placeAt } from './address.ts';
import { bounded } from './bounded.ts';
import { createGuard, type Visitor } from './door.ts';
import { deliveryError, statusOf } from './failure.ts';
import { createPeople } from './people.ts';
import { type Heard, ONE_PRESS, type Press, read } from './read.ts';
import { render, renderPlain } from './render.ts';
import { type Credentials, createSdk, type Factory, type Invoked, type Sdk } from './sdk.ts';
import { found, resultsOf, typedIn } from './search.ts';
import { localServices, type Services, servicesAt, USUAL_SERVICE } from './services.ts';
import { createVerify, type Issuer } from './token.ts';
import { languageOf, words } from './words.ts';

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
  instead?: { issuer: Issuer; services: Services; factory?: Factory; longestSend?: number; now?: () => number };
};

const KEPT = 10_000;
/** A place that does not want us is not tried again before somebody speaks there, or a day has passed. */
const A_DAY = 24 * 60 * 60 * 1000;
const A_MINUTE = 60 * 1000;

export function createTeamsChannel(settings: Settings): Channel {
  const { accept, log, credentials, hosts, instead, library, today } = settings;
  const now = instead?.now ?? Date.now;
  const sdk = createSdk(credentials, instead);
  const services = instead?.services ?? (credentials ? servicesAt(hosts) : localServices);
  const guard = createGuard({
    services,
    ...(credentials ? { tenant: credentials.tenant, verify: createVerify(credentials.appId, instead?.issuer) } : {}),
  });
  const presses = bounded<{ id: string; time: number }>(KEPT, now, 2 * ONE_PRESS);
  const heardAt = bounded<string>(KEPT, now);
  const unreachable = bounded<true>(KEPT, now, A_DAY);
  const complained = bounded<true>(100, now, A_MINUTE);
  const personOf = createPeople(settings.byEmail ? emailOf : undefined, log, now);

  async function emailOf({ at, conversation, user }: Heard, milliseconds: number): Promise<string | undefined> {
    return sdk.emailOf(serviceOf(at.id, placeAt(at)?.spot?.service), conversation, user.aad ?? user.id, milliseconds);
  }

  /** Where a place was last heard from goes before where it was when a message was decided. */
  function serviceOf(place: string, service: string | undefined): string {
    const known = [heardAt.get(place), service, USUAL_SERVICE].find((one) => one !== undefined && services(one));
    if (known === undefined) throw new DeliveryError({ kind: 'refused' });
    return known;
  }

  async function receive(request: Request): Promise<Response> {
    const visitor = await guard(request);
    if (visitor.kind === 'out') return sentAway(visitor);
    let failed = false;
    const answer = await sdk.take(visitor, async () => {
      try {
        return await handle(visitor.activity);
      } catch (error) {
        failed = true;
        log.error('teams-not-accepted', error);
        return { status: 503 };
      }
    });
    if (!answer) return new Response(null, { status: 401 });
    if (failed) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } });
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
    const said = read(activity);
    if (!said) return { status: 200 };
    if ('unknown' in said) tellOldButton(said.unknown);
    else await hear('press' in said ? once(said) : said);
    return { status: 200 };
  }

  async function hear({ id, at, input, locale, ...heard }: Heard): Promise<void> {
    unreachable.delete(at.id);
    heardAt.set(at.id, placeAt(at)?.spot?.service ?? USUAL_SERVICE);
    const from = await personOf({ id, at, input, ...heard });
    await accept({ id, from, at, input, ...(locale ? { locale } : {}) });
  }

  /** Teams may send a press again under another id. */
  function once({ press, ...heard }: Press): Heard {
    const before = presses.get(press.key);
    if (before && Math.abs(press.time - before.time) < ONE_PRESS) return { ...heard, id: before.id };
    presses.set(press.key, { id: heard.id, time: press.time });
    return heard;
  }

  function invoked({ name, value, locale }: Activity): Invoked {
    const language = languageOf(locale ?? undefined) ?? 'nl';
    const typed = name === 'composeExtension/query' ? typedIn(value) : undefined;
    if (typed !== undefined) {
      const suppliers = found(typed, library(), today(), languageOf(locale ?? undefined));
      return { status: 200, body: resultsOf(suppliers, language, today()) };
    }
    return name === 'message/submitAction' ? { status: 200, body: {} } : { status: 501 };
  }

  function tellOldButton({ at, locale }: Heard): void {
    const language = locale ?? 'nl';
    const reply: Reply = { language, parts: [{ kind: 'text', text: words[language].oldButton }] };
    post(at, reply, { id: 'old button', repeat: false }).catch((error: unknown) => log.error('teams-not-told', error));
  }

  const post: Channel['post'] = async (to, reply, how) => {
    const at = placeAt(to);
    if (!at || unreachable.get(to.id)) throw new DeliveryError({ kind: 'refused' });
    const { conversation } = at.place;
    const service = serviceOf(to.id, at.spot?.service);
    const pressed = reply.replaces ? at.spot?.pressed : undefined;
    try {
      await deliver(sdk, { service, conversation, pressed }, reply, how);
    } catch (error) {
      if (error instanceof DeliveryError) throw error;
      const status = statusOf(error);
      if (status === 403 || status === 404) unreachable.set(to.id, true);
      throw deliveryError(error, now());
    }
  };

  return {
    start: async () => log.info('teams-open', { path: MESSAGES, development: credentials === undefined }),
    stop: async () => undefined,
    post,
    routes: { [MESSAGES]: receive },
  };
}

type Where = { service: string; conversation: string; pressed: string | undefined };

/** In the place of what was pressed, when that still stands there; without a card, when the card is not taken. */
async function deliver(
  sdk: Sdk,
  { service, conversation, pressed }: Where,
  reply: Reply,
  how: { id: string; repeat: boolean },
): Promise<void> {
  if (pressed !== undefined) {
    try {
      // Put there twice, it still stands there once.
      return await sdk.update(service, conversation, pressed, render(reply, { ...how, repeat: false }));
    } catch (error) {
      if (![400, 403, 404, 405].includes(statusOf(error) ?? 0)) throw error;
    }
  }
  try {
    await sdk.send(service, conversation, render(reply, how));
  } catch (error) {
    if (![400, 413].includes(statusOf(error) ?? 0)) throw error;
    await sdk.send(service, conversation, renderPlain(reply, how));
  }
}
