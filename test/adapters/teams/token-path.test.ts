import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf } from '../../../adapters/teams/address.ts';
import { createTeamsChannel } from '../../../adapters/teams/channel.ts';
import { DeliveryError } from '../../../src/delivery.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { APP, TENANT } from './activities.ts';
import { type FakeConnector, startConnector } from './fake-connector.ts';
import { CREDENTIALS, keepingLog } from './setting.ts';

type Locked = { packages: Record<string, { version?: string }> };
const locked = (JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as Locked)
  .packages;
const versionsOf = (name: string) =>
  Object.entries(locked).flatMap(([path, { version }]) =>
    path.endsWith(`node_modules/${name}`) ? [version ?? ''] : [],
  );

describe('what Bot Framework leans on', () => {
  it.each([
    ['uuid', ['11.1.1']],
    ['@azure/msal-node', ['7.2.3']],
  ])('%s is everywhere the version without known weaknesses', (name, versions) => {
    expect(versionsOf(name)).toEqual(versions);
  });

  it('is one version of each part: the last that keeps citations and the AI label on the wire', () => {
    for (const name of ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botframework-schema'])
      expect(versionsOf(name), name).toEqual(['4.23.2']);
  });
});

describe('Bot Framework', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const naming = (pattern: string, files: string[]) =>
    files.filter((file) => new RegExp(pattern).test(readFileSync(`${root}${file}`, 'utf8'))).sort();

  it('is named in one file, so that another can take its place', () => {
    const files = globSync('{src,adapters}/**/*.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(100);
    expect(naming("from 'bot(?:builder|framework)|import\\('bot", files)).toEqual(['adapters/teams/sdk.ts']);
  });

  it('is loaded only when Teams is set up', () => {
    const files = globSync('src/**/*.ts', { cwd: root });
    expect(naming('^import .*adapters/teams/', files)).toEqual([]);
    expect(naming("await import\\('\\.\\./adapters/teams/channel\\.ts'\\)", files)).toEqual(['src/open.ts']);
  });
});

/** What Microsoft was asked for a password, and what it answers. */
function fakeMicrosoft(answer: (form: URLSearchParams) => { status: number; body: object }) {
  const real = globalThis.fetch;
  const asked: { url: string; form: URLSearchParams }[] = [];
  const json = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname === '127.0.0.1') return real(input, init);
    if (url.pathname.endsWith('/openid-configuration')) {
      const base = `https://login.microsoftonline.com/${TENANT}`;
      return json(200, {
        issuer: `${base}/v2.0`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        jwks_uri: `${base}/keys`,
      });
    }
    if (url.pathname.endsWith('/discovery/instance')) return json(200, { tenant_discovery_endpoint: '', metadata: [] });
    const form = new URLSearchParams(String(init?.body ?? ''));
    asked.push({ url: url.href, form });
    const { status, body } = answer(form);
    return json(status, body);
  });
  return asked;
}

let connector: FakeConnector | undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await connector?.stop();
});

async function post(appId: string) {
  connector = await startConnector();
  const { service, issuer } = connector;
  const channel = createTeamsChannel({
    accept: async () => undefined,
    log: keepingLog(),
    credentials: { ...CREDENTIALS, appId },
    byEmail: false,
    library: () => library,
    today: () => TODAY,
    instead: { issuer, services: (url) => url === service },
  });
  const at = addressOf({ tenant: TENANT, conversation: 'a:gesprek' }, { service });
  const reply = { language: 'nl', parts: [{ kind: 'text', text: 'Hoi' }] } as const;
  await channel.post(at, { ...reply, parts: [...reply.parts] }, { id: 'm1', repeat: false });
  await channel.post(at, { ...reply, parts: [...reply.parts] }, { id: 'm2', repeat: false });
  return connector.received;
}

describe('the password of a message', () => {
  it('comes from our own tenant for our secret, once, and is on each message', async () => {
    const asked = fakeMicrosoft(() => ({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3600, access_token: 'van-microsoft' },
    }));
    const received = await post(APP);
    expect(received.map(({ authorization }) => authorization)).toEqual([
      'Bearer van-microsoft',
      'Bearer van-microsoft',
    ]);
    expect(asked.length).toBe(1);
    expect(asked[0]?.url).toContain(`/${TENANT}/oauth2/v2.0/token`);
    expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: APP,
      client_secret: CREDENTIALS.password,
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('that is refused leaves the message waiting, and nothing goes out', async () => {
    fakeMicrosoft(() => ({ status: 401, body: { error: 'invalid_client', error_description: 'AADSTS7000215' } }));
    const error = await post('aaaaaaaa-bbbb-cccc-dddd-ffffffffffff').then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(DeliveryError);
    expect((error as DeliveryError).failure).toEqual({ kind: 'down' });
    expect(connector?.asked()).toBe(0);
  });
});
