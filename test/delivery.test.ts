import { once } from 'node:events';
import { request } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DeliveryError, failureOfError, failureOfStatus } from '../src/delivery.ts';

const NOW = Date.parse('2026-11-28T10:00:00Z');
const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('the answer of a service', () => {
  it.each([200, 201, 202, 204, 299])('%i says that the message arrived', (status) => {
    expect(failureOfStatus(status, '5', NOW)).toBeUndefined();
  });

  it.each([
    ['seconds', '3', 3000],
    ['parts of a second', '0.5', 500],
    ['nothing to wait for', '0', 0],
    ['a day and time', 'Sat, 28 Nov 2026 10:00:30 GMT', 30_000],
    ['a day and time that has passed', 'Sat, 28 Nov 2026 09:00:00 GMT', 0],
    ['less than nothing', '-5', 0],
  ])('429 asks us to wait: %s', (_name, retryAfter, wait) => {
    expect(failureOfStatus(429, retryAfter, NOW)).toEqual({ kind: 'throttled', wait });
  });

  it.each([null, '', 'straks', 'Infinity'])(
    '429 with %j asks us to wait, and leaves open for how long',
    (retryAfter) => {
      expect(failureOfStatus(429, retryAfter, NOW)).toEqual({ kind: 'throttled' });
    },
  );

  it.each([401, 407, 408, 412, 500, 502, 503, 504, 529])('%i says to try again', (status) => {
    expect(failureOfStatus(status, null, NOW)).toEqual({ kind: 'down' });
  });

  it.each([412, 500, 502, 503, 504])('%i with a time to wait is a place that wants us to wait', (status) => {
    expect(failureOfStatus(status, '2', NOW)).toEqual({ kind: 'throttled', wait: 2000 });
  });

  it.each([301, 304, 400, 403, 404, 405, 409, 410, 413, 422])('%i says that it never will arrive', (status) => {
    expect(failureOfStatus(status, '2', NOW)).toEqual({ kind: 'refused' });
  });
});

describe('an error of a connection', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('%s says that nothing went out', (code) => {
    expect(failureOfError(coded(code))).toEqual({ kind: 'down' });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED'])(
    '%s says that it may have arrived',
    (code) => {
      expect(failureOfError(coded(code))).toEqual({ kind: 'cut' });
    },
  );

  it.each([
    ['a time-out of the answer', coded('UND_ERR_HEADERS_TIMEOUT')],
    ['a time-out of our own', new DOMException('x', 'TimeoutError')],
    ['an error without a code', new TypeError('x')],
    ['a code that is no text', Object.assign(new Error('x'), { code: 7 })],
    ['what is no error', 'x'],
    ['nothing', undefined],
  ])('leaves open whether it arrived: %s', (_name, error) => {
    expect(failureOfError(error)).toEqual({ kind: 'unanswered' });
  });

  it.each(['ECONNRESET', 'ETIMEDOUT', 'EADDRNOTAVAIL'])('%s while connecting says that nothing went out', (code) => {
    expect(failureOfError(coded(code, { syscall: 'connect' }))).toEqual({ kind: 'down' });
  });

  it('is found in the errors that led to it, however an SDK wraps it', () => {
    const deep = new Error('a', { cause: new Error('b', { cause: coded('ECONNREFUSED') }) });
    expect(failureOfError(deep)).toEqual({ kind: 'down' });
    expect(
      failureOfError(Object.assign(coded('slack_webapi_request_error'), { original: coded('ECONNRESET') })),
    ).toEqual({
      kind: 'cut',
    });
    expect(failureOfError(new AggregateError([coded('ETIMEDOUT', { syscall: 'connect' })]))).toEqual({ kind: 'down' });
  });

  it('is what the channel said it was', () => {
    const failure = { kind: 'throttled', wait: 5 } as const;
    expect(failureOfError(new DeliveryError(failure, { cause: coded('ECONNREFUSED') }))).toEqual(failure);
  });

  it('that goes round in circles ends', () => {
    const error: Error & { cause?: unknown } = new Error('x');
    error.cause = error;
    expect(failureOfError(error)).toEqual({ kind: 'unanswered' });
  });
});

describe('a connection that really breaks', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function portOf(broken: (socket: Socket) => void): Promise<number> {
    server = createServer((socket) => broken(socket.on('error', () => undefined)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }
  const fetched = (url: string) => fetch(url, { method: 'POST', body: 'x' }).catch((error: unknown) => error);

  it('before anything was said, has not delivered the message', async () => {
    const port = await portOf((socket) => socket.destroy());
    expect(failureOfError(await fetched(`https://127.0.0.1:${port}`))).toEqual({ kind: 'down' });
    const { promise, resolve } = Promise.withResolvers<unknown>();
    request({ host: '127.0.0.1', port, method: 'POST' }).on('error', resolve).end('x');
    expect(failureOfError(await promise)).toEqual({ kind: 'down' });
    server?.close();
    await once(server as Server, 'close');
    expect(failureOfError(await fetched(`http://127.0.0.1:${port}`))).toEqual({ kind: 'down' });
  });

  it.each([
    ['closed', (socket: Socket) => socket.destroy()],
    ['reset', (socket: Socket) => socket.resetAndDestroy()],
  ])('after the message had gone out, may have delivered it: %s', async (_name, breaks) => {
    const port = await portOf((socket) => socket.on('data', () => breaks(socket)));
    expect(failureOfError(await fetched(`http://127.0.0.1:${port}`))).toEqual({ kind: 'cut' });
  });
});
