import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { DeliveryError } from '../../src/delivery.ts';
import { bounded } from './bounded.ts';
import { type Client, inTime, say } from './client.ts';
import type { FileMessage } from './files.ts';
import { createHttp } from './http.ts';
import type { TeamsMessage } from './render.ts';
import { type Issuer, TEAMS_ISSUER } from './token.ts';

export type Credentials = { appId: string; password: string; tenant: string };
export type Factory = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
/** Three dots, until the next message. */
export type Typing = { type: 'typing' };
/** What an invoke is answered with. */
export type Invoked = { status: number; body?: object };

/** The SDK of Bot Framework; nothing else of ours names it. */
export type Sdk = {
  /** Lets the SDK check an activity and calls `handle` for one that it takes; undefined where it takes none, or not in time. */
  take(
    visitor: { body: Record<string, unknown>; authorization: string },
    handle: () => Promise<Invoked>,
  ): Promise<Invoked | undefined>;
  /** Says what Teams calls the message. Throws what the SDK throws; a password that could not be had is a DeliveryError. */
  send(
    service: string,
    conversation: string,
    message: TeamsMessage | FileMessage | Typing,
  ): Promise<string | undefined>;
  update(service: string, conversation: string, id: string, message: TeamsMessage | FileMessage): Promise<void>;
  /** The chat with one person, made where there is none yet. Refused where they do not have the bot. */
  openChat(service: string, tenant: string, user: string, milliseconds?: number): Promise<string>;
  emailOf(service: string, conversation: string, user: string, milliseconds: number): Promise<string | undefined>;
};

/** Milliseconds for a message to be taken, and for a password: together less than the outbox waits. */
const LONGEST_SEND = 6000;
const LONGEST_TOKEN = 3000;
const CLIENTS_KEPT = 50;
const VISITS_KEPT = 200;
const VISIT_LASTS = 5 * 60 * 1000;

/** `factory` takes the place of the passwords of Microsoft in tests. Without credentials nothing is signed: development. */
export function createSdk(
  credentials: Credentials | undefined,
  {
    factory,
    issuer = TEAMS_ISSUER,
    longestSend = LONGEST_SEND,
  }: { factory?: Factory; issuer?: Issuer; longestSend?: number } = {},
): Sdk {
  const names = credentials
    ? {
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppId: credentials.appId,
        MicrosoftAppPassword: credentials.password,
        MicrosoftAppTenantId: credentials.tenant,
      }
    : {};
  const own = issuer === TEAMS_ISSUER ? {} : ownIssuer(issuer);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    own,
    factory ?? new ConfigurationServiceClientCredentialFactory(names),
    undefined,
    undefined,
    { noRetryPolicy: true, httpClient: createHttp() },
  );
  withOneUserClient(authentication);
  const adapter = new CloudAdapter(authentication);
  const clients = bounded<Promise<Client>>(CLIENTS_KEPT, Date.now);
  const visits = bounded<{ from: string; visit: Visit }>(VISITS_KEPT, Date.now, VISIT_LASTS);

  /** What the SDK made of a token: Teams sends the same one for a while. Whether it still holds, the door says each time. */
  async function visitOf(activity: Visited, authorization: string): Promise<Visit | undefined> {
    const from = `${activity.channelId} ${activity.serviceUrl}`;
    const kept = visits.get(authorization);
    if (kept?.from === from) return kept.visit;
    try {
      const visit = await within(LONGEST_TOKEN, authentication.authenticateRequest(activity, authorization));
      if (!visit) return undefined;
      const client = await visit.connectorFactory?.create(activity.serviceUrl, visit.audience);
      const once = client ? { ...visit, connectorFactory: { create: async () => client } } : visit;
      visits.set(authorization, { from, visit: once });
      return once;
    } catch {
      return undefined;
    }
  }

  /** Making a client takes longer than sending with it. */
  function clientOf(service: string): Promise<Client> {
    const kept = clients.get(service);
    if (kept) return kept;
    const made = clientFor(adapter, credentials?.appId ?? '', service);
    clients.set(service, made);
    made.catch(() => clients.delete(service));
    return made;
  }

  /** The password first: without it nothing has gone out. */
  async function ready(service: string): Promise<Client> {
    const client = await clientOf(service);
    if (!credentials) return client;
    try {
      await within(LONGEST_TOKEN, client.credentials.getToken?.());
    } catch (error) {
      throw new DeliveryError({ kind: 'down' }, { cause: error });
    }
    return client;
  }

  return {
    async take({ body, authorization }, handle) {
      const activity = body as unknown as Visited;
      const visit = await visitOf(activity, authorization);
      if (!visit) return undefined;
      let answer: Invoked | undefined;
      await adapter.processActivityDirect(visit, activity, async () => {
        answer = await handle();
      });
      return answer;
    },
    async send(service, conversation, message) {
      const client = await ready(service);
      return inTime(longestSend, (limit) => say(client, { service, conversation }, message, limit));
    },
    async update(service, conversation, id, message) {
      const client = await ready(service);
      await inTime(longestSend, (limit) => say(client, { service, conversation, id }, message, limit));
    },
    async openChat(service, tenant, user, milliseconds = longestSend) {
      const client = await ready(service);
      const chat = {
        isGroup: false,
        bot: { id: `28:${credentials?.appId ?? ''}`, name: '' },
        members: [{ id: user, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      };
      const { id } = await inTime(milliseconds, (limit) => client.conversations.createConversation(chat, limit));
      if (!id) throw new DeliveryError({ kind: 'refused' });
      return id;
    },
    async emailOf(service, conversation, user, milliseconds) {
      const client = await ready(service);
      const member = await inTime(milliseconds, (limit) =>
        client.conversations.getConversationMember(conversation, user, limit),
      );
      const { email, userPrincipalName, tenantId } = member as Record<string, unknown>;
      // In a channel that is shared with another organisation, that organisation says which address its people have.
      if (credentials && typeof tenantId === 'string' && tenantId.toLowerCase() !== credentials.tenant.toLowerCase())
        return undefined;
      const found = [email, userPrincipalName].find((one) => typeof one === 'string' && one.includes('@'));
      return typeof found === 'string' ? found.toLowerCase() : undefined;
    },
  };
}

/** A client to sign people in elsewhere goes with every turn of the SDK. Nobody is signed in, so one is enough for all. */
function withOneUserClient(authentication: ConfigurationBotFrameworkAuthentication): void {
  const make = authentication.createUserTokenClient.bind(authentication);
  let made: ReturnType<typeof make> | undefined;
  authentication.createUserTokenClient = (identity) => {
    made ??= make(identity).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

type Visited = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];
type Visit = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
/** The SDK gives its client in a turn only, so it is asked for in a turn that says nothing. */
async function clientFor(adapter: CloudAdapter, appId: string, serviceUrl: string): Promise<Client> {
  let client: Client | undefined;
  const nowhere = { serviceUrl, channelId: 'msteams', conversation: { id: 'none' } };
  await adapter.continueConversationAsync(appId, nowhere as Reference, async (context) => {
    client = context.turnState.get<Client>(adapter.ConnectorClientKey);
  });
  if (!client) throw new Error('the SDK gave no client');
  return client;
}
type Reference = Parameters<CloudAdapter['continueConversationAsync']>[1];

function ownIssuer({ openId, name }: Issuer): Record<string, string> {
  return {
    ToBotFromChannelOpenIdMetadataUrl: openId,
    ToBotFromChannelTokenIssuer: name,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://token.botframework.com/',
    CallerId: 'urn:botframework:azure',
  };
}

/** The SDK waits for as long as it takes; we do not. */
function within<Value>(milliseconds: number, promise: Promise<Value> | undefined): Promise<Value | undefined> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), milliseconds);
  return Promise.race([Promise.resolve(promise), late.promise]).finally(() => clearTimeout(timer));
}
