import fc from 'fast-check';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGuard } from '../../../adapters/teams/door.ts';
import { localServices, servicesAt } from '../../../adapters/teams/services.ts';
import { createVerify } from '../../../adapters/teams/token.ts';
import { generated, seed } from '../../support/seed.ts';
import { APP, TENANT } from './activities.ts';
import { KEY, OTHER_KEY } from './fake-connector.ts';
import { type Desk, openDesk, sentTo } from './setting.ts';

let desk: Desk;
let noise: string[];
beforeAll(async () => {
  desk = await openDesk();
  noise = [];
  vi.spyOn(console, 'error').mockImplementation((...said) => void noise.push(said.join(' ')));
  vi.spyOn(console, 'warn').mockImplementation((...said) => void noise.push(said.join(' ')));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await desk.stop();
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a token', () => {
  it('that is genuine lets a message in', async () => {
    const before = desk.turns.length;
    expect((await desk.says({ text: 'lunch' })).status).toBe(200);
    expect(desk.turns.length).toBe(before + 1);
  });

  it('that is forged is refused with 401, whatever is wrong with it, and nothing is said on the console', async () => {
    const genuine = await desk.connector.token();
    const [header = '', payload = '', signature = ''] = genuine.split('.');
    const secret = new TextEncoder().encode('een geheim dat iedereen kent, lang genoeg');
    const hs256 = await new SignJWT({ aud: APP }).setProtectedHeader({ alg: 'HS256', kid: KEY }).sign(secret);
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: KEY })).toString('base64url')}.${payload}.`;
    const cases: Record<string, Record<string, string>> = {
      'no token': {},
      'an empty token': { authorization: '' },
      'no bearer': { authorization: `Basic ${genuine}` },
      'alg none': bearer(none),
      HS256: bearer(hs256),
      'a cut signature': bearer(`${header}.${payload}.${signature.slice(0, -4)}`),
      'no signature': bearer(`${header}.${payload}`),
      'another audience': bearer(await desk.connector.token({ aud: 'iemand-anders' })),
      'another issuer': bearer(await desk.connector.token({ iss: 'https://sts.windows.net/x/' })),
      'an unknown key': bearer(await desk.connector.token({}, { kid: 'onbekend' })),
      'a key for another channel': bearer(await desk.connector.token({}, { kid: OTHER_KEY })),
      expired: bearer(await desk.connector.token({}, { expires: -400 })),
      'not yet valid': bearer(await desk.connector.token({}, { notBefore: 400 })),
      'another service': bearer(await desk.connector.token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })),
      'no service': bearer(await desk.connector.token({ serviceurl: undefined })),
      'no end': bearer(await desk.connector.token({ exp: undefined })),
      garbage: bearer('a.b.c'),
      'much too long': bearer(`${genuine}${'a'.repeat(20_000)}`),
    };
    const before = desk.turns.length;
    const came = await Promise.all(
      Object.entries(cases).map(async ([name, headers]) => [name, await desk.post(sentTo(desk), headers)] as const),
    );
    expect(came.filter(([, { status, text }]) => status !== 401 || text !== '')).toEqual([]);
    expect(desk.turns.length).toBe(before);
    expect(noise).toEqual([]);
  });

  it('with one sign changed is refused (10,000 times), with one line in the log and no stack on the console', async () => {
    const genuine = await desk.connector.token();
    const at = generated(fc.tuple(fc.nat(genuine.length - 2), fc.constantFrom(...'abcXYZ019_-.')), 10_000);
    const body = sentTo(desk);
    const lines = desk.log.lines.length;
    const before = desk.turns.length;
    const statuses = new Map<number, number>();
    for (const [place, sign] of at) {
      if (genuine[place] === sign) continue;
      const { status } = await desk.post(body, bearer(genuine.slice(0, place) + sign + genuine.slice(place + 1)));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()]).toEqual([401]);
    expect(desk.turns.length).toBe(before);
    expect(noise).toEqual([]);
    expect(desk.log.lines.length - lines).toBeLessThanOrEqual(1);
  });

  it('that expired less than five minutes ago is taken, for clocks differ', async () => {
    expect((await desk.post(sentTo(desk), bearer(await desk.connector.token({}, { expires: -240 })))).status).toBe(200);
  });

  it('that was taken before is not taken after its end', async () => {
    let clock = Date.now();
    const verify = createVerify(APP, desk.connector.issuer, () => clock);
    const token = `Bearer ${await desk.connector.token({}, { expires: -297 })}`;
    expect((await verify(token)).kind).toBe('genuine');
    clock += 4000;
    expect((await verify(token)).kind).toBe('forged');
  });

  it('cannot be judged while the keys are away: the message may come again', async () => {
    const verify = createVerify(APP, { openId: 'http://127.0.0.1:9/openid', name: desk.connector.issuer.name });
    const guard = createGuard({ verify, tenant: TENANT, services: servicesAt() });
    const headers = bearer(await desk.connector.token());
    expect(await guard(new Request('http://bot.test/', { method: 'POST', headers, body: '{}' }))).toMatchObject({
      status: 503,
    });
  });
});

it('a token that was taken lets in nothing from another service or another organisation, and nothing after its end', async () => {
  let clock = Date.now();
  const here = await openDesk({ instead: { services: () => true, now: () => clock } });
  const headers = bearer(await here.connector.token({}, { expires: -297 }));
  expect((await here.post(sentTo(here), headers)).status).toBe(200);
  const elsewhere = { serviceUrl: 'https://smba.trafficmanager.net/emea/' };
  expect((await here.post(sentTo(here, elsewhere), headers)).status).toBe(401);
  const others = { conversation: { id: 'a:x', tenantId: 'een-ander', conversationType: 'personal' } };
  expect((await here.post(sentTo(here, others), headers)).status).toBe(403);
  clock += 4000;
  expect((await here.post(sentTo(here), headers)).status).toBe(401);
  expect(here.turns.length).toBe(1);
  await here.stop();
});

it('a genuine message may come again when the SDK finds no keys of its own, and then it is taken', async () => {
  const here = await openDesk();
  // The door looks first; the SDK looks for itself, and is not waited for without end.
  here.connector.givesKeys((time) => time !== 2);
  expect((await here.says({ text: 'lunch' })).status).toBe(503);
  expect(here.turns).toEqual([]);
  expect((await here.says({ text: 'lunch' })).status).toBe(200);
  expect(here.turns.length).toBe(1);
  await here.stop();
});

describe('who is let in', () => {
  it('is of our own organisation: another, none or two are refused with 403 (1000 times)', async () => {
    const before = desk.turns.length;
    const id = fc.option(fc.oneof(fc.constant(TENANT), fc.uuid(), fc.constant('')), { nil: undefined });
    const named = generated(fc.tuple(id, id), 1500).filter(
      ([first, second]) => !([first, second].every((one) => one === undefined || one === TENANT) && (first ?? second)),
    );
    expect(named.length).toBeGreaterThan(1000);
    for (const [first, second] of named) {
      const conversation = {
        id: 'a:1',
        conversationType: 'personal',
        ...(first === undefined ? {} : { tenantId: first }),
      };
      const { status } = await desk.says({
        conversation,
        channelData: second === undefined ? {} : { tenant: { id: second } },
      });
      expect(status, `${first} ${second}`).toBe(403);
    }
    expect(desk.turns.length).toBe(before);
  });

  it('comes through Teams and through no other channel', async () => {
    for (const channelId of ['emulator', 'webchat', 'directline', 'MSTEAMS'])
      expect((await desk.says({ channelId })).status).toBe(403);
  });

  it('speaks from a service of Teams: look-alikes are refused and never called (500 addresses)', async () => {
    const services = servicesAt();
    const asked = desk.connector.asked();
    const host = 'smba.trafficmanager.net';
    const odd = fc.oneof(
      fc.constantFrom(
        '',
        'http://smba.trafficmanager.net/',
        `https://${host}.evil.example/`,
        `https://evil.example/${host}/`,
        `https://${host}@evil.example/`,
        `https://evil.example#${host}`,
        `https://${host}:8443/`,
        `https://${host}\\@evil.example/`,
        `https://smba-trafficmanager.net/`,
        `https://x${host}/`,
        `https://${host}./`,
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://2130706433/',
        `ftp://${host}/`,
        `//${host}/`,
        `https:/${host}/`,
        ` https://${host}/`,
        `https://${host}/../x`,
        `https://${host}/?to=evil`,
        'https://smba.traffıcmanager.net/',
      ),
      fc.webUrl(),
      fc.string().map((text) => `https://${text}.${host}/`),
      fc.string().map((text) => `https://${host}${text.replaceAll('/', '')}x.example/`),
    );
    const urls = generated(odd, 500);
    expect(urls.filter((url) => services(url) && new URL(url).hostname !== host)).toEqual([]);
    const before = desk.turns.length;
    for (const serviceUrl of urls) {
      const token = await desk.connector.token({ serviceurl: serviceUrl });
      const { status } = await desk.post(sentTo(desk, { serviceUrl }), bearer(token));
      expect([400, 401, 403], serviceUrl).toContain(status);
    }
    expect(desk.turns.length).toBe(before);
    expect(desk.connector.asked()).toBe(asked);
  });

  it('may speak from the hosts that Microsoft names and from those that the settings add', () => {
    const services = servicesAt(['teams.proxy.utrecht.nl']);
    for (const url of [
      'https://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/',
      'https://SMBA.trafficmanager.net/teams',
      'https://smba.infra.gcc.teams.microsoft.com/gcc',
      'https://teams.proxy.utrecht.nl/x',
    ])
      expect(services(url), url).toBe(true);
    expect(servicesAt()('https://teams.proxy.utrecht.nl/x')).toBe(false);
  });

  it('is, in development, on this computer', () => {
    for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:56150/_connector/'])
      expect(localServices(url)).toBe(true);
    for (const url of [
      'http://localhost.evil.example/',
      'https://smba.trafficmanager.net/',
      'http://10.0.0.1/',
      'http://127.0.0.1@evil.example/',
    ])
      expect(localServices(url)).toBe(false);
  });
});

describe('what is let in', () => {
  it(`is whole: anything else is refused and nothing breaks (10,000 bodies, seed ${seed})`, async () => {
    const before = desk.turns.length;
    const whole = { ...sentTo(desk) } as Record<string, unknown>;
    const broken = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('', 'null', '[]', '{}', '"x"', '1', '{"__proto__":{"type":"message"}}', '['.repeat(5000)),
      fc
        .tuple(
          fc.constantFrom('type', 'serviceUrl', 'channelId', 'from', 'recipient', 'conversation'),
          fc.constantFrom(undefined, null, 1, '', [], {}),
        )
        .map(([key, value]) => JSON.stringify({ ...whole, [key]: value })),
      fc
        .tuple(
          fc.constantFrom('text', 'locale', 'entities', 'membersAdded', 'channelData', 'id', 'name'),
          fc.constantFrom(1, true, 'x'.repeat(150_000), [1]),
        )
        .filter(([key, value]) => !(key === 'text' && typeof value === 'string' && value.length < 100_000))
        .map(([key, value]) => JSON.stringify({ ...whole, [key]: value })),
    );
    const heap = process.memoryUsage().rss;
    for (const body of generated(broken, 10_000)) {
      const { status, text } = await desk.post(body);
      expect(status >= 400 && status < 500 && text === '', `${status} ${text} for ${body.slice(0, 200)}`).toBe(true);
    }
    expect(desk.turns.length).toBe(before);
    expect(process.memoryUsage().rss - heap).toBeLessThan(400 * 1024 * 1024);
    expect(noise).toEqual([]);
  });

  it('is at most 256 kB, also when it does not say how large it is', async () => {
    const large = JSON.stringify(sentTo(desk, { text: 'a'.repeat(300_000) }));
    expect((await desk.post(large)).status).toBe(413);
    const guard = createGuard({ services: servicesAt() });
    const body = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 10; piece += 1) controller.enqueue(new Uint8Array(50_000));
        controller.close();
      },
    });
    const request = new Request('http://bot.test/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(await guard(request)).toMatchObject({ kind: 'out', status: 413 });
  });

  it('is posted', async () => {
    const guard = createGuard({ services: servicesAt() });
    expect(await guard(new Request('http://bot.test/'))).toMatchObject({ status: 405 });
  });
});
