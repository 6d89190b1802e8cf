import { randomInt, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { generated, seed } from '../../support/seed.ts';
import { command, direct, event } from './events.ts';
import type { Fault } from './fake.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
const QUICK = { tries: 5, longest: 40 };
/** Others may use this computer as well. */
const PATIENT = { timeout: 10_000 };
const start = (port?: number) =>
  startOffice({ way: { kind: 'sockets', appToken: 'xapp-fake', pace: QUICK, patience: 300 } }, port);

beforeEach(async () => {
  office = await start();
});
afterEach(() => office.close());

const open = () => office.slack.sockets.size;
const connected = async () => {
  await office.channel.start();
  await office.slack.until(() => open() === 2, 'two connections');
  const told = () => office.logged.filter(({ event: name }) => name === 'slack-connected').length;
  await expect.poll(told, PATIENT).toBe(2);
  expect(office.channel.ready?.()).toBe(true);
};
const anyOf = () => {
  const [socket] = office.slack.sockets;
  if (!socket) throw new Error('no connection is open');
  return socket;
};
const envelope = (payload: unknown, more: object = {}) => ({
  envelope_id: randomUUID(),
  type: 'events_api',
  payload,
  accepts_response_payload: false,
  ...more,
});
const send = (frame: unknown, socket: WebSocket = anyOf()) => socket.send(JSON.stringify(frame));
/** The reason is wrapped, once or more, by what came in between. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ECONNREFUSED') ||
    isRefusal(error.cause) ||
    ('original' in error && isRefusal(error.original)));
const answered = (id: string) => office.slack.answers.some(({ envelope_id }) => envelope_id === id);

describe('the connections to Slack', () => {
  it('are two, and bring in what people say', async () => {
    await connected();
    const said = envelope(direct('lunch voor 20 man'));
    send(said);
    await office.slack.until(() => answered(said.envelope_id), 'the acknowledgement');
    expect(office.turns).toMatchObject([{ input: { text: 'lunch voor 20 man' } }]);
  });

  it('carry back what is answered', async () => {
    await connected();
    const asked = envelope(Object.fromEntries(new URLSearchParams(command('over'))), { type: 'slash_commands' });
    send(asked);
    await office.slack.until(() => answered(asked.envelope_id), 'the answer');
    const answer = office.slack.answers.find(({ envelope_id }) => envelope_id === asked.envelope_id);
    expect(JSON.stringify(answer)).toContain('computerprogramma');
  });

  it('acknowledge nothing that could not be booked', async () => {
    await office.close();
    office = await startOffice({
      way: { kind: 'sockets', appToken: 'xapp-fake', pace: QUICK, patience: 300 },
      accept: async () => {
        throw new Error('the disk is full');
      },
    });
    await connected();
    const [lost, unknown] = [envelope(direct('lunch')), envelope({ type: 'something_new' })];
    send(lost);
    send(unknown);
    await office.slack.until(() => answered(unknown.envelope_id), 'the acknowledgement');
    expect(answered(lost.envelope_id)).toBe(false);
  });

  it(`survive any frame, those that end the process of the plain SDK first (seed ${seed})`, async () => {
    await connected();
    const shapes = [
      envelope({ type: 'app_rate_limited', team_id: 'T1' }),
      envelope(null),
      envelope({}),
      envelope({ event: null }),
      envelope(event({ type: 'close' })),
      envelope(event({ type: 'error' })),
      { type: 'events_api' },
      { type: 'close', envelope_id: 'x', payload: {} },
      null,
      [],
      'hello',
      { type: 'hello', extra: 1 },
      { envelope_id: 7, payload: 1 },
    ];
    const frames = generated(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.object().map((one) => JSON.stringify(one)),
      ),
      10_000,
    );
    const [first, second] = [...office.slack.sockets];
    for (const shape of shapes) send(shape, first);
    for (const [n, frame] of frames.entries()) (n % 2 ? first : second)?.send(frame);
    first?.send(Buffer.from([1, 2, 3]));
    const last = [envelope(direct('een')), envelope(direct('twee'))];
    send(last[0], first);
    send(last[1], second);
    await office.slack.until(() => last.every(({ envelope_id }) => answered(envelope_id)), 'what came last');
    expect(open()).toBe(2);
    expect(office.turns).toHaveLength(2);
  });

  it('leave no gap when Slack refreshes them, one or both at once: nothing is lost or done twice', async () => {
    await connected();
    let least = Number.POSITIVE_INFINITY;
    const waiting = new Map<string, object>();
    let said = 0;
    const say = () => {
      said += 1;
      const one = envelope(direct(`vraag ${said}`));
      waiting.set(one.envelope_id, one);
      send(one);
    };
    for (let refresh = 0; refresh < 100; refresh += 1) {
      say();
      const both = refresh % 5 === 0;
      const told = [...office.slack.sockets].slice(0, both ? 2 : 1);
      for (const socket of told) send({ type: 'disconnect', reason: 'refresh_requested' }, socket);
      await office.slack.until(() => {
        least = Math.min(least, open());
        return told.every((socket) => !office.slack.sockets.has(socket)) && open() === 2;
      }, `refresh ${refresh}`);
      await expect.poll(() => office.channel.ready?.(), { ...PATIENT, interval: 1 }).toBe(true);
      // What was not acknowledged comes again over a connection that is open.
      for (const [id, one] of waiting) {
        if (answered(id)) waiting.delete(id);
        else send(one);
      }
    }
    for (const one of waiting.values()) send(one);
    await office.slack.until(() => [...waiting.keys()].every(answered), 'all that was said');
    expect(least).toBeGreaterThanOrEqual(1);
    expect(office.turns).toHaveLength(said);
  });

  it.each<[string, Fault]>([
    ['500', { kind: 'status', status: 500 }],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '30' } }],
    ['invalid_auth', { kind: 'error', error: 'invalid_auth' }],
    ['internal_error', { kind: 'error', error: 'internal_error' }],
    ['silence', { kind: 'hang' }],
    ['a broken line', { kind: 'cut-before' }],
    ['a page of a proxy', { kind: 'status', status: 200, body: '<html>busy</html>' }],
    ['an address where nobody is', { kind: 'status', status: 200, body: '{"ok":true,"url":"ws://127.0.0.1:9/"}' }],
  ])('come back after %s, and say meanwhile that they are not there', async (_, fault) => {
    await connected();
    office.slack.faults(({ method }) => (method === 'apps.connections.open' ? fault : undefined));
    for (const socket of office.slack.sockets) socket.terminate();
    const asked = () => office.slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    const before = asked();
    await office.slack.until(() => asked() >= before + 3, 'three tries');
    expect(office.channel.ready?.()).toBe(false);
    expect(office.logged.some(({ event: name }) => name === 'slack-not-connected')).toBe(true);
    office.slack.faults(() => undefined);
    await office.slack.until(() => open() === 2, 'two connections again');
    await expect.poll(() => office.channel.ready?.(), PATIENT).toBe(true);
    const said = envelope(direct('lunch'));
    send(said);
    await office.slack.until(() => answered(said.envelope_id), 'the acknowledgement');
  });

  it('come back after refused connections, and say meanwhile that they are not there', async () => {
    await office.close();
    // Below the ports that computers give away by themselves, so that nothing takes it in between.
    office = await start(randomInt(20_000, 30_000));
    await connected();
    const refusals = () =>
      office.logged.filter(({ event, error }) => event === 'slack-not-connected' && isRefusal(error));
    const comeBack = await office.slack.leave();
    await expect.poll(() => refusals().length, { ...PATIENT, interval: 5 }).toBeGreaterThanOrEqual(3);
    expect(office.channel.ready?.()).toBe(false);
    await comeBack();
    await office.slack.until(() => open() === 2, 'two connections again');
    await expect.poll(() => office.channel.ready?.(), PATIENT).toBe(true);
    const said = envelope(direct('lunch'));
    send(said);
    await office.slack.until(() => answered(said.envelope_id), 'the acknowledgement');
  });

  it('come back when Slack was not there at all, and when it opens them without a word', async () => {
    office.slack.onSocket(() => undefined);
    await office.channel.start();
    await office.slack.until(() => open() > 0, 'a connection without a word');
    const silent = anyOf();
    expect(office.channel.ready?.()).toBe(false);
    await office.slack.until(() => !office.slack.sockets.has(silent), 'the end of it');
    office.slack.onSocket((socket) => socket.send('{"type":"hello"}'));
    await expect.poll(() => office.channel.ready?.(), PATIENT).toBe(true);
  });

  it('are never more than two, and are not tried in a storm', async () => {
    let most = 0;
    const times: number[] = [];
    office.slack.onSocket((socket) => {
      most = Math.max(most, open());
      times.push(performance.now());
      socket.send('{"type":"hello"}');
    });
    await connected();
    for (const number of generated(fc.nat(2), 1000)) {
      const sockets = [...office.slack.sockets];
      if (number === 0) sockets[0]?.terminate();
      if (number === 1) sockets.at(-1)?.close(1000);
      if (number === 2 && sockets[0]) send({ type: 'disconnect', reason: 'warning' }, sockets[0]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await office.slack.until(() => open() === 2, 'two connections');
    expect(most).toBeLessThanOrEqual(2);
    const asked = office.slack.calls.filter(({ method }) => method === 'apps.connections.open');
    for (const [n, { at }] of asked.entries())
      if (n >= 20) expect(at - (asked[n - 20]?.at ?? 0)).toBeGreaterThan(QUICK.tries * 10);
  });

  it('close when the bot stops, and stay closed', async () => {
    await connected();
    await office.channel.stop();
    await office.slack.until(() => open() === 0, 'the end');
    expect(office.channel.ready?.()).toBe(false);
  });
});
