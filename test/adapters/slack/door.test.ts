import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLACK_PATH } from '../../../adapters/slack/channel.ts';
import { generated, seed } from '../../support/seed.ts';
import { command, direct, event, interaction, mention, SECRET, signed } from './events.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
const NOW = 1_790_000_000;

beforeAll(async () => {
  office = await startOffice({ now: () => NOW * 1000 });
});
afterAll(() => office.close());

const at = { at: NOW };
const door = (request: Request) => {
  const route = office.channel.routes?.[SLACK_PATH];
  if (!route) throw new Error('no door');
  return route(request);
};

describe('the door of Slack', () => {
  it('takes what Slack signed', async () => {
    const before = office.turns.length;
    expect((await office.send(direct('lunch voor 20 man'), at)).status).toBe(200);
    expect(office.turns.slice(before)).toMatchObject([{ input: { kind: 'text', text: 'lunch voor 20 man' } }]);
  });

  it(`refuses ten thousand forged requests, and does nothing for them (seed ${seed})`, async () => {
    const before = office.offered.length;
    const statuses = new Map<number, number>();
    for (const forge of generated(forged, 10_000)) {
      const { status } = await door(forge(JSON.stringify(direct('lunch'))));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([[401, 10_000]]);
    expect(office.offered.length).toBe(before);
  });

  it(`takes requests of up to five minutes old or early, and no others (seed ${seed})`, async () => {
    const offsets = [0, 299, 300, 301, -299, -300, -301, 86_400, -86_400];
    for (const offset of [...offsets, ...generated(fc.integer({ min: -700, max: 700 }), 1000)]) {
      const { status } = await office.send(direct('lunch'), { at: NOW + offset });
      expect([offset, status]).toEqual([offset, Math.abs(offset) <= 300 ? 200 : 401]);
    }
  });

  it(`reads the bytes that were signed, whatever they are called (seed ${seed})`, async () => {
    const types = [
      'application/json',
      'application/json; charset=utf-8',
      'application/x-www-form-urlencoded',
      'application/x-www-form-urlencoded; charset=utf-8',
      'APPLICATION/X-WWW-FORM-URLENCODED;charset=UTF-8',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('é', 'e\u0301', '🎉 feest', 'Ĳ', 'naïef & <b>', '%41+%20 +'),
    );
    for (const [said, type] of generated(fc.tuple(text, fc.constantFrom(...types)), 1000)) {
      const before = office.turns.length;
      const form = type.toLowerCase().includes('form');
      const sent = form ? command(`vraag ${said}`) : JSON.stringify(direct(`vraag ${said.replace(/[<>&]/g, '')}`));
      expect((await office.send(sent, { ...at, type })).status).toBe(200);
      const heard = office.turns.slice(before)[0]?.input;
      const plain = (one: string) => one.replace(/\s+/g, ' ').trim();
      expect(heard?.kind === 'text' && plain(heard.text)).toBe(
        plain(`vraag ${form ? said : said.replace(/[<>&]/g, '')}`),
      );
    }
  });

  it('refuses what is larger than Slack ever sends, whether it says so or not', async () => {
    const large = JSON.stringify(direct('a'.repeat(300_000)));
    expect((await office.send(large, at)).status).toBe(413);
    const unsaid = new Request('http://127.0.0.1/slack/events', {
      method: 'POST',
      body: new ReadableStream({
        start(stream) {
          for (let part = 0; part < 400; part += 1) stream.enqueue(new TextEncoder().encode('a'.repeat(1024)));
          stream.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect((await door(unsaid)).status).toBe(413);
  });

  it('has nothing to say to who does not sign', async () => {
    for (const route of Object.keys(office.channel.routes ?? {})) {
      for (const body of ['', '{}', 'ssl_check=1', '{"type":"url_verification","challenge":"x"}']) {
        const request = new Request(`http://127.0.0.1${route}`, { method: 'POST', body });
        expect((await door(request)).status).toBe(401);
      }
      expect((await door(new Request(`http://127.0.0.1${route}`))).status).toBe(405);
    }
  });

  it('answers the question by which Slack knows the address', async () => {
    const answer = await office.send({ type: 'url_verification', challenge: 'abc' }, at);
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it.each<[string, object | string]>([
    ['app_rate_limited', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 }],
    ['an empty payload', {}],
    ['an event without an inside', { type: 'event_callback', team_id: 'T1' }],
    ['an event of nothing', { type: 'event_callback', team_id: 'T1', event: null }],
    ['an event nobody listens to', event({ type: 'team_join', user: { id: 'U9' } })],
    ['an event with an item of nothing', event({ type: 'reaction_added', item: null })],
    ['a message of nothing', event({ type: 'message', item: null })],
    ['a message of odd things', event({ type: 'message', channel: 7, user: {}, text: [] })],
    ['uninstalling', event({ type: 'app_uninstalled' })],
    ['tokens that were taken back', event({ type: 'tokens_revoked', tokens: {} })],
    ['a home that is opened oddly', event({ type: 'app_home_opened', user: 'UANN', tab: 'attic' })],
    ['an unknown type', { type: 'something_new' }],
    ['ssl_check', 'ssl_check=1&token=x'],
    ['a closed dialog', interaction({ type: 'view_closed', view: { id: 'V1' } })],
    ['a press of nothing', interaction({ type: 'block_actions', actions: [] })],
    ['a press without a value', interaction({ type: 'block_actions', actions: [{ action_id: 'x', action_ts: '1' }] })],
    ['an unknown shortcut', interaction({ type: 'shortcut', callback_id: 'other' })],
    ['an unknown dialog', interaction({ type: 'view_submission', view: { id: 'V1', callback_id: 'other' } })],
    ['options that are asked for', interaction({ type: 'block_suggestion', name: 'x' })],
    ['a workflow step', event({ type: 'function_executed', function: {} })],
  ])('acknowledges %s at once, and does nothing', async (_, what) => {
    const before = office.offered.length;
    const from = performance.now();
    expect((await office.send(what, at)).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(500);
    expect(office.offered.length).toBe(before);
  });

  it('says no to what cannot be read', async () => {
    for (const body of ['{', '[]', 'payload={', 'payload=[]']) expect((await office.send(body, at)).status).toBe(400);
  });
});

describe('what Slack sends twice', () => {
  it('is one turn: events, commands, presses and dialogs alike', async () => {
    const first = office.turns.length;
    const bodies = Array.from({ length: 50 }, (_, number) => [
      JSON.stringify(direct(`vraag ${number}`)),
      JSON.stringify(mention(`vraag ${number}`)),
      command(`vraag nummer ${number}`),
      interaction({
        type: 'block_actions',
        channel: { id: 'DUANN' },
        message: { ts: `1.${number}` },
        container: { type: 'message', message_ts: `1.${number}`, channel_id: 'DUANN' },
        actions: [{ action_id: 'button:0:0', block_id: 'b 0', value: '{"do":"more-suppliers"}', action_ts: '1700.5' }],
      }),
      interaction({
        type: 'view_submission',
        view: {
          id: `V${number}`,
          callback_id: 'ask',
          state: { values: { question: { text: { value: 'lunch' } } } },
        },
      }),
    ]).flat();
    const again = [...bodies, ...bodies, ...bodies, ...bodies, ...bodies].map((body, at) => ({ body, retry: at % 4 }));
    await Promise.all(
      again.map(({ body, retry }) => office.send(body, { ...at, headers: { 'x-slack-retry-num': `${retry}` } })),
    );
    expect(office.turns.length - first).toBe(bodies.length);
  });

  it('is asked for again when it could not be booked, without a word of ours', async () => {
    const broken = await startOffice({
      now: () => NOW * 1000,
      accept: async () => {
        throw new Error('the disk is full');
      },
    });
    for (const what of [direct('lunch'), mention('lunch'), command('lunch voor 20')]) {
      const answer = await broken.send(what, at);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toBe('');
    }
    await broken.close();
  });

  it('is acknowledged after it is booked, and not before', async () => {
    const booking = Promise.withResolvers<void>();
    const slow = await startOffice({ now: () => NOW * 1000, accept: () => booking.promise });
    let acknowledged = false;
    const answer = slow.send(direct('lunch'), at).then((response) => {
      acknowledged = true;
      return response;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(acknowledged).toBe(false);
    booking.resolve();
    expect((await answer).status).toBe(200);
    await slow.close();
  });
});

type Forge = (body: string) => Request;
const sign = (body: string, headers: Record<string, string>, more: object = {}) =>
  signed(body, { at: NOW, headers, ...more });

/** Every way in which a request is not one of Slack's. */
const forged: fc.Arbitrary<Forge> = fc.oneof(
  fc.nat(200).map(
    (place): Forge =>
      (body) => {
        const { headers } = sign(body, {});
        const other = `${body.slice(0, place)}x${body.slice(place)}`;
        return new Request('http://127.0.0.1/', { method: 'POST', headers, body: other });
      },
  ),
  fc.nat(63).map(
    (place): Forge =>
      (body) => {
        const request = sign(body, {});
        const signature = request.headers.get('x-slack-signature') ?? '';
        const bit = (Number.parseInt(signature[3 + place] ?? '0', 16) ^ 1).toString(16);
        return sign(body, {
          'x-slack-signature': `${signature.slice(0, 3 + place)}${bit}${signature.slice(4 + place)}`,
        });
      },
  ),
  fc.string({ minLength: 1 }).map(
    (secret): Forge =>
      (body) =>
        sign(body, {}, { secret: `${secret}${SECRET}` }),
  ),
  fc.constantFrom('x-slack-signature', 'x-slack-request-timestamp').map(
    (header): Forge =>
      (body) => {
        const request = sign(body, {});
        request.headers.delete(header);
        return request;
      },
  ),
  fc.constantFrom('v1=', 'v00=', 'V0=', '', 'v0=v0=').map(
    (version): Forge =>
      (body) => {
        const signature = sign(body, {}).headers.get('x-slack-signature') ?? '';
        return sign(body, { 'x-slack-signature': signature.replace('v0=', version) });
      },
  ),
  fc.integer({ min: 301, max: 9_999_999 }).map(
    (old): Forge =>
      (body) =>
        signed(body, { at: NOW - old }),
  ),
  fc.constantFrom('NaN', '', '1e9', `${NOW}.0`, `-${NOW}`, ` ${NOW}x`, '0x6ab').map(
    (stamp): Forge =>
      (body) =>
        sign(body, { 'x-slack-request-timestamp': stamp }),
  ),
  fc.uint8Array({ maxLength: 64 }).map(
    (bytes): Forge =>
      () => {
        const headers = {
          'x-slack-request-timestamp': String(NOW),
          'x-slack-signature': `v0=${Buffer.from(bytes).toString('hex')}`,
        };
        return new Request('http://127.0.0.1/', { method: 'POST', headers, body: Buffer.from(bytes) });
      },
  ),
);
