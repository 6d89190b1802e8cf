import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../src/errors.ts';
import { createDoor, type Door, type DoorParts, openDoor } from '../src/serve.ts';
import { send } from './adapters/web/http.ts';
import { writtenLog } from './support/lines.ts';

const open: Door[] = [];
afterEach(async () => {
  for (const door of open.splice(0)) await door.stop();
});

/** A platform that lets in who knows the word, and hands back what it was sent. */
const platform = async (request: Request): Promise<Response> => {
  const body = Buffer.from(await request.arrayBuffer());
  if (request.headers.get('x-word') !== 'klaproos') return new Response('', { status: 401 });
  return new Response(body.toString('hex'), { status: 200 });
};
const broken = async (): Promise<Response> => {
  throw new Error('geheim van Jan');
};

function parts(more: Partial<DoorParts> = {}): DoorParts & { written: ReturnType<typeof writtenLog> } {
  const written = writtenLog();
  return {
    routes: { '/slack/events': platform, '/kapot': broken },
    notReady: async () => [],
    stopping: () => false,
    log: written.log,
    written,
    ...more,
  };
}

async function opened(more: Partial<DoorParts> = {}, longest = 10_000) {
  const made = parts(more);
  const door = await openDoor(made, { port: 0, host: '127.0.0.1', longest });
  open.push(door);
  return { ...made, address: door.address, door };
}

const signed = { 'x-word': 'klaproos' };

describe('the door to the outside', () => {
  it('answers three pages to who shows no proof, and nothing else: each route is tried with each method', async () => {
    const door = parts({ routes: { '/slack/events': platform, '/api/messages': platform } });
    const app = createDoor(door);
    const paths = [
      ...new Set(app.routes.map(({ path }) => path)),
      '/metrics',
      '/turns',
      '/.env',
      '/index.html',
      '/healthz/',
      '//',
    ];
    const answered = new Set<string>();
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
        const { status } = await app.request(path === '/*' ? '/x' : path, { method });
        if (status === 200) answered.add(path);
        else expect([401, 404], `${method} ${path}`).toContain(status);
      }
    expect([...answered].sort()).toEqual(['/', '/healthz', '/readyz']);
  });

  it('hands a request to the platform it is for, to the very byte, and its answer back', async () => {
    const { address } = await opened();
    const sent = '{"text":"\u00e9\u0065\u0301 \u{1f955}\\u0000"}';
    const hex = Buffer.from(sent).toString('hex');
    for (const how of [{}, { 'transfer-encoding': 'chunked' }] as Record<string, string>[]) {
      const got = await send(address, {
        method: 'POST',
        path: '/slack/events',
        headers: { ...signed, ...how },
        body: sent,
      });
      expect(got).toMatchObject({ status: 200, body: hex });
    }
    const stranger = await send(address, { method: 'POST', path: '/slack/events', body: sent });
    expect(stranger).toMatchObject({ status: 401, body: '' });
  });

  it.each<[string, Record<string, string>]>([
    ['announced', {}],
    ['sent in pieces', { 'transfer-encoding': 'chunked' }],
  ])('takes 256 kB and refuses more, %s', async (_how, headers) => {
    const { address } = await opened();
    const post = (size: number) =>
      send(address, {
        method: 'POST',
        path: '/slack/events',
        headers: { ...signed, ...headers },
        body: 'a'.repeat(size),
      });
    expect((await post(256 * 1024)).status).toBe(200);
    expect((await post(256 * 1024 + 1)).status).toBe(413);
  });

  it.each([
    ['head', 'POST /slack/events HTTP/1.1\r\nHost: x\r\n'],
    ['body', 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc'],
  ])('sends who never ends the %s of a request away', async (_part, half) => {
    const { address, written } = await opened({}, 200);
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(half);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('408');
    await once(socket, 'close');
    expect(written.text()).not.toContain('door-failed');
  });

  it('says nothing of what went wrong inside, and notes it', async () => {
    const { address, written } = await opened();
    expect(await send(address, { method: 'POST', path: '/kapot' })).toMatchObject({ status: 500, body: '' });
    expect(written.lines().find(({ msg }) => msg === 'door-failed')).toMatchObject({ path: '/kapot', error: 'Error' });
    expect(written.text()).not.toContain('geheim');
  });

  it('says what this is to who comes by with a browser, in a page that may load and run nothing', async () => {
    const { address } = await opened();
    const { body, headers } = await send(address);
    expect(body).toContain('Inkopen met impact');
    expect(body).toContain('lang="nl"');
    expect(body).not.toMatch(/<script|<link|src=/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('has the same headers on every answer', async () => {
    const { address } = await opened();
    for (const path of ['/', '/healthz', '/readyz', '/nergens', '/kapot', '/slack/events']) {
      const { headers } = await send(address, { path });
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['cache-control'], path).toBe('no-store');
      expect(headers['x-powered-by'], path).toBeUndefined();
    }
  });

  it('names the setting when its port is taken, or its address is none of ours', async () => {
    const port = Number(new URL((await opened()).address).port);
    const taken = await openDoor(parts(), { port, host: '127.0.0.1' }).catch((error: unknown) => error);
    expect(taken).toBeInstanceOf(ConfigError);
    expect(String(taken)).toContain(`PORT: poort ${port} is al in gebruik`);
    const elsewhere = await openDoor(parts(), { port: 0, host: '192.0.2.1' }).catch((error: unknown) => error);
    expect(String(elsewhere)).toContain('PORT: het adres 192.0.2.1 is niet van deze computer');
  });
});

describe('when the bot stops', () => {
  it('lets no event in any more, and says that it lives and is not ready', async () => {
    let stopping = false;
    const { address } = await opened({
      stopping: () => stopping,
      notReady: async () => (stopping ? ['stopping'] : []),
    });
    expect((await send(address, { path: '/readyz' })).status).toBe(200);
    stopping = true;
    const refused = await send(address, { method: 'POST', path: '/slack/events', headers: signed, body: 'x' });
    expect(refused).toMatchObject({ status: 503, body: '' });
    expect(refused.headers['retry-after']).toBe('30');
    expect((await send(address, { path: '/healthz' })).status).toBe(200);
    const ready = await send(address, { path: '/readyz' });
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body)).toEqual({ ready: false, not: ['stopping'] });
  });

  it('answers what had come in before the door closed', async () => {
    const inside = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<Response>();
    const slow = async () => {
      inside.resolve();
      return answer.promise;
    };
    const { address, door } = await opened({ routes: { '/traag': slow } });
    const asked = send(address, { method: 'POST', path: '/traag', body: 'x' });
    await inside.promise;
    const stopped = door.stop();
    answer.resolve(new Response('toch nog'));
    expect(await asked).toMatchObject({ status: 200, body: 'toch nog' });
    await stopped;
    await expect(send(address)).rejects.toThrow();
  });

  it('does not wait for who never ends', async () => {
    const inside = Promise.withResolvers<void>();
    const never = () => {
      inside.resolve();
      return new Promise<Response>(() => undefined);
    };
    const { address, door } = await opened({ routes: { '/nooit': never } });
    const asked = send(address, { method: 'POST', path: '/nooit', body: 'x' }).catch(() => 'cut');
    await inside.promise;
    const start = performance.now();
    await door.stop();
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await asked).toBe('cut');
  });
});
