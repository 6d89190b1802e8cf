import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Issuer } from '../../../adapters/teams/token.ts';
import { APP, TENANT } from './activities.ts';

/** What reached the service: the bytes, as they came over the wire. */
export type Received = {
  method: string;
  conversation: string;
  id?: string;
  body: Record<string, unknown>;
  authorization: string;
};
/** How the service answers once; `silent` answers nothing, `cut` breaks the connection after it took the message. */
export type Fault = { status: number; headers?: Record<string, string> } | 'silent' | 'cut';

export type FakeConnector = {
  issuer: Issuer;
  service: string;
  received: Received[];
  /** E-mail addresses by the id of a member, and their organisation where that is not ours. */
  members: Map<string, string>;
  tenants: Map<string, string>;
  /** Chats with one person that were asked for, and who do not have the bot. */
  chats: { members: string[]; tenant: string; bot: string }[];
  without: Set<string>;
  /** The next answers, in order. */
  faults: Fault[];
  /** What each conversation answers, until it is taken away. */
  faultsAt: Map<string, Fault>;
  asked: () => number;
  /** Decides for each time that the keys are asked for, counted from one, whether they are given. */
  givesKeys: (decide: (time: number) => boolean) => void;
  token: (claims?: Record<string, unknown>, how?: TokenHow) => Promise<string>;
  /** What was put among somebody's files, and where it may be put. */
  uploads: string[];
  /** The same, byte for byte. */
  uploaded: Buffer[];
  storage: string;
  /** What somebody handed over, by its path there, and what was asked for with which password. */
  handed: Map<string, Uint8Array>;
  downloads: { path: string; authorization: string | undefined }[];
  /** Waits until so many messages were received. */
  heard: (count: number) => Promise<Received[]>;
  stop: () => Promise<void>;
};
export type TokenHow = {
  kid?: string;
  alg?: string;
  key?: CryptoKey | Uint8Array;
  expires?: number;
  notBefore?: number;
};

const NAME = 'https://api.botframework.com';
export const KEY = 'sleutel-1';
export const OTHER_KEY = 'sleutel-van-een-ander-kanaal';

/** The service of Teams as far as the bot meets it: its keys, its signature, and its REST interface. */
export async function startConnector(): Promise<FakeConnector> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256', { extractable: true });
  const keys = [
    { ...(await exportJWK(pair.publicKey)), kid: KEY, endorsements: ['msteams'] },
    { ...(await exportJWK(other.publicKey)), kid: OTHER_KEY, endorsements: ['webchat'] },
  ];
  const received: Received[] = [];
  const faults: Fault[] = [];
  const faultsAt = new Map<string, Fault>();
  const members = new Map<string, string>();
  const tenants = new Map<string, string>();
  const chats: FakeConnector['chats'] = [];
  const without = new Set<string>();
  const uploads: string[] = [];
  const uploaded: Buffer[] = [];
  const handed: FakeConnector['handed'] = new Map();
  const downloads: FakeConnector['downloads'] = [];
  const waiting = new Set<() => void>();
  // The SDK remembers keys by their address, and a port may be given out again.
  const own = randomUUID();
  let asked = 0;
  let lookedUp = 0;
  let gives = (_time: number) => true;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://here').pathname;
    if (path === `/openid/${own}`)
      return json(response, 200, {
        jwks_uri: `${address()}/keys/${own}`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (path === `/keys/${own}`) {
      lookedUp += 1;
      return gives(lookedUp) ? json(response, 200, { keys }) : undefined;
    }
    if (path.startsWith('/handed/')) return give(path, request, response);
    asked += 1;
    const bytes = await bytesOf(request);
    if (path === '/upload') return put(bytes, request, response);
    const text = bytes.toString();
    if (path === '/service/v3/conversations') return open(JSON.parse(text), response);
    const [, conversation = '', what = '', id] =
      /^\/service\/v3\/conversations\/([^/]+)\/(activities|members)(?:\/([^/]+))?$/.exec(path) ?? [];
    const name = decodeURIComponent(conversation);
    const fault = faultsAt.get(name) ?? faults.shift();
    if (fault === 'silent') return;
    if (fault && fault !== 'cut')
      return json(response, fault.status, { error: { code: 'X', message: 'no' } }, fault.headers);
    if (what === 'members') {
      const who = decodeURIComponent(id ?? '');
      const email = members.get(who);
      const tenantId = tenants.get(who) ?? TENANT;
      return email ? json(response, 200, { id, email, name: 'Ann', tenantId }) : json(response, 404, {});
    }
    received.push({
      method: request.method ?? '',
      conversation: name,
      ...(id ? { id: decodeURIComponent(id) } : {}),
      body: JSON.parse(text),
      authorization: request.headers.authorization ?? '',
    });
    for (const wake of waiting) wake();
    waiting.clear();
    if (fault === 'cut') return void request.socket.destroy();
    json(response, 201, { id: `bericht-${received.length}` });
  }

  function open(chat: { members: { id: string }[]; tenantId: string; bot: { id: string } }, response: ServerResponse) {
    const asked = chat.members.map(({ id }) => id);
    chats.push({ members: asked, tenant: chat.tenantId, bot: chat.bot.id });
    const fault = faults.shift();
    if (typeof fault === 'object') return json(response, fault.status, {});
    if (asked.some((id) => without.has(id)))
      return json(response, 403, { error: { code: 'Forbidden', message: 'no' } });
    json(response, 201, { id: `a:alleen met ${asked.join()}` });
  }

  function give(path: string, request: IncomingMessage, response: ServerResponse): void {
    downloads.push({ path, authorization: request.headers.authorization });
    const bytes = handed.get(path);
    if (bytes) response.writeHead(200).end(bytes);
    else json(response, 404, {});
  }

  function put(bytes: Buffer, request: IncomingMessage, response: ServerResponse): void {
    const fault = faults.shift();
    const { length } = bytes;
    const whole = request.headers['content-range'] === `bytes 0-${length - 1}/${length}`;
    const status = typeof fault === 'object' ? fault.status : whole ? 201 : 416;
    if (status === 201) {
      uploads.push(bytes.toString());
      uploaded.push(bytes);
    }
    json(response, status, {});
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch(() => json(response, 500, {})),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service = `${address()}/service/`;

  return {
    issuer: { openId: `${address()}/openid/${own}`, name: NAME },
    service,
    received,
    members,
    tenants,
    chats,
    without,
    uploads,
    uploaded,
    handed,
    downloads,
    storage: `${address()}/upload`,
    faults,
    faultsAt,
    asked: () => asked,
    givesKeys(decide) {
      gives = decide;
    },
    async token(claims = {}, { kid = KEY, alg = 'RS256', key, expires = 3600, notBefore = -10 } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = { iss: NAME, aud: APP, serviceurl: service, nbf: now + notBefore, exp: now + expires, ...claims };
      const signing = key ?? (kid === OTHER_KEY ? other.privateKey : pair.privateKey);
      return new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(signing);
    },
    async heard(count) {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
      return received;
    },
    stop: () => stopped(server),
  };
}

/** Signs what the bot sends, in the place of Microsoft's passwords. */
export function fakeFactory(options: { fails?: () => boolean } = {}) {
  const credentials = {
    getToken: async () => {
      if (options.fails?.()) throw new Error('no password to be had');
      return 'geheim';
    },
    signRequest: async (resource: { headers: { set(name: string, value: string): void } }) => {
      resource.headers.set('authorization', 'Bearer geheim');
      return resource;
    },
  };
  return {
    isValidAppId: async (id: string) => id === APP,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  } as never;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function stopped(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  if (server.listening) await once(server, 'close');
}
