import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { LARGEST_TABLE } from '../src/commission/table.ts';
import { download } from '../src/download.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const from = (address: string) => ({ allowed: (url: string) => url.startsWith(`${address}/`) });

describe('a file that is downloaded', () => {
  it('comes as it is, also when it stands elsewhere in the same place', async () => {
    const address = await serve(({ url }, response) =>
      url === '/old' ? response.writeHead(302, { location: '/new' }).end() : response.end('a;b'),
    );
    expect(await download(`${address}/old`, from(address))).toEqual({ kind: 'bytes', bytes: Buffer.from('a;b') });
  });

  it('is not fetched from a place that is not allowed, nor by way of one that is', async () => {
    const asked: string[] = [];
    const address = await serve(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(302, { location: '/forbidden' }).end();
    });
    const allowed = (url: string) => url === `${address}/allowed`;
    for (const path of ['/forbidden', '/allowed'])
      expect(await download(`${address}${path}`, { allowed })).toEqual({ kind: 'not-here' });
    expect(asked).toEqual(['/allowed']);
  });

  it('that is sent on and on is given up', async () => {
    let asked = 0;
    const address = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/again' }).end();
    });
    expect(await download(`${address}/again`, from(address))).toEqual({ kind: 'away' });
    expect(asked).toBeLessThan(6);
  });

  it('that says how large it is is not read when that is too much', async () => {
    let closed: Promise<unknown> | undefined;
    const address = await serve((_, response) => {
      closed = once(response, 'close');
      response.writeHead(200, { 'content-length': LARGEST_TABLE + 1 }).write('a');
    });
    expect(await download(`${address}/x`, from(address))).toEqual({ kind: 'too-large' });
    await closed;
  });

  it('that goes on and on is cut off', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const address = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
        sent += piece.length;
      };
      response.on('drain', more);
      more();
    });
    expect(await download(`${address}/x`, from(address))).toEqual({ kind: 'too-large' });
    expect(sent).toBeLessThan(LARGEST_TABLE * 2);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [403, 'gone'],
    [429, 'away'],
    [503, 'away'],
  ])('that is answered %d is %s', async (status, kind) => {
    const address = await serve((_, response) => response.writeHead(status).end('no'));
    expect(await download(`${address}/x`, from(address))).toEqual({ kind });
  });

  it('that does not come in time is given up, at its beginning and in the middle', async () => {
    const address = await serve(({ url }, response) => {
      if (url === '/half') response.writeHead(200, { 'content-length': 10 }).write('half');
    });
    for (const path of ['/never', '/half'])
      expect(await download(`${address}${path}`, { ...from(address), milliseconds: 100 })).toEqual({ kind: 'away' });
  });

  it('that breaks off is no file', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 10 }).write('half', () => response.destroy());
    });
    expect(await download(`${address}/x`, from(address))).toEqual({ kind: 'away' });
  });
});
