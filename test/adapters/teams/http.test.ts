import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf } from '../../../adapters/teams/address.ts';
import { DeliveryError, type Failure } from '../../../src/delivery.ts';
import { TENANT } from './activities.ts';
import { openDesk } from './setting.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of opened.splice(0)) await close();
});

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the service calls a message, or why it did not arrive, where the service answers like this. */
async function posted(answer: RequestListener): Promise<string | undefined | Failure> {
  const service = `${await listening(createServer(answer))}/service/`;
  const desk = await openDesk({ instead: { services: (url) => url === service } });
  opened.push(desk.stop);
  const at = addressOf({ tenant: TENANT, conversation: 'a:gesprek' }, { service });
  const reply = { language: 'nl' as const, parts: [{ kind: 'text' as const, text: 'Hoi' }] };
  return desk.channel
    .post(at, reply, { id: 'm1', repeat: false })
    .catch((error: unknown) => (error instanceof DeliveryError ? error.failure : Promise.reject(error)));
}

const NAMED = JSON.stringify({ id: 'bericht-1' });
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the answer to a message', () => {
  it('is read also behind a proxy that packs what it may', async () => {
    const id = await posted(({ headers }, response) => {
      if (headers['accept-encoding'] === 'identity') response.writeHead(201, JSON_TYPE).end(NAMED);
      else response.writeHead(201, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(NAMED));
    });
    expect(id).toBe('bericht-1');
  });

  it('that breaks off halfway leaves it open whether the message arrived', async () => {
    const failure = await posted((_request, response) => {
      response.writeHead(201, { ...JSON_TYPE, 'content-length': NAMED.length });
      response.write(NAMED.slice(1), () => response.destroy());
    });
    expect(failure).toEqual({ kind: 'cut' });
  });

  it.each([
    [200, 'unanswered'],
    [403, 'down'],
    [404, 'down'],
  ])('that is a page of a proxy (%i) loses no message', async (status, kind) => {
    const failure = await posted((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end('<html>busy</html>'),
    );
    expect(failure).toEqual({ kind });
  });

  it.each([301, 302, 303, 307, 308])('%i takes nothing to another address, and the message waits', async (status) => {
    let elsewhere = 0;
    const other = await listening(
      createServer((_request, response) => {
        elsewhere += 1;
        response.writeHead(201, JSON_TYPE).end(NAMED);
      }),
    );
    const failure = await posted((_request, response) =>
      response.writeHead(status, { location: `${other}/service/v3/conversations/x/activities` }).end(),
    );
    expect(elsewhere).toBe(0);
    expect(failure).toEqual({ kind: 'down' });
  });
});

it('a message goes through the proxy that the server has for what goes outside', async () => {
  const through: string[] = [];
  const proxy = createServer().on('connect', (request, client) => {
    through.push(request.url ?? '');
    const { hostname, port } = new URL(`http://${request.url}`);
    const service = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      service.pipe(client).pipe(service);
    });
    service.on('error', () => client.destroy());
    client.on('error', () => service.destroy());
  });
  const address = await listening(proxy);
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY']) vi.stubEnv(name, address);
  let heard = '';
  const id = await posted((request, response) => {
    heard = request.headers.host ?? '';
    response.writeHead(201, JSON_TYPE).end(NAMED);
  });
  expect(id).toBe('bericht-1');
  expect(through).toEqual([heard]);
});
