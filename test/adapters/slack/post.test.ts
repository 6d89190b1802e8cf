import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSeal } from '../../../adapters/slack/seal.ts';
import { DeliveryError, type Failure } from '../../../src/delivery.ts';
import type { Reply } from '../../../src/reply.ts';
import { realTimer } from '../../../src/timer.ts';
import type { Address } from '../../../src/turn.ts';
import { generated } from '../../support/seed.ts';
import { direct, mention, press } from './events.ts';
import type { Fault } from './fake.ts';
import { buttonsOf, wordsOf } from './look.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice({ privateChannels: ['CPRIVE'] });
});
afterEach(() => office.close());

const said = (text: string): Reply => ({ language: 'nl', parts: [{ kind: 'text', text }] });
const to = (id: string, spot?: object): Address => ({
  channel: 'slack',
  id,
  ...(spot ? { spot: JSON.stringify(spot) } : {}),
});
const thread = to('T1/C1/1.1');
let ids = 0;
const post = (at: Address, reply: Reply, how: { id?: string; repeat?: boolean; stands?: string | undefined } = {}) => {
  ids += 1;
  const { id = `turn-${ids}/0`, repeat = false, stands } = how;
  return office.channel.post(at, reply, { id, repeat, ...(stands ? { stands } : {}) });
};
const failureOf = (promise: Promise<unknown>): Promise<Failure | undefined> =>
  promise.then(
    () => undefined,
    (error: unknown) => {
      expect(error).toBeInstanceOf(DeliveryError);
      return (error as DeliveryError).failure;
    },
  );
const fail = (method: string, fault: Fault, times = Number.POSITIVE_INFINITY) => {
  let left = times;
  office.slack.faults((call) => {
    if (call.method !== method || left === 0) return undefined;
    left -= 1;
    return fault;
  });
};

describe('a message in Slack', () => {
  it('goes to its thread in a channel, and to the thread of a direct message', async () => {
    await post(thread, said('een'));
    await post(to('T1/UANN', { channel: 'DUANN', thread: '2.2' }), said('twee'));
    await post(to('T1/UANN'), said('drie'));
    await post(to('T1/UANN/greeting', { channel: 'DUANN' }), said('vier'));
    expect(office.slack.standing.map(({ channel, thread_ts, text }) => [channel, thread_ts, text])).toEqual([
      ['C1', '1.1', 'een'],
      ['DUANN', '2.2', 'twee'],
      ['DUANN', undefined, 'drie'],
      ['DUANN', undefined, 'vier'],
    ]);
  });

  it('to a room stands in no thread; a card takes the place of the one that stood there, or comes anew where that is gone', async () => {
    const room = to('T1/C9/room');
    const ref = await post(room, said('open'));
    expect(await post(room, said('opgepakt'), { stands: ref })).toBe(ref);
    expect(office.slack.standing.map(({ channel, thread_ts, text }) => [channel, thread_ts, text])).toEqual([
      ['C9', undefined, 'opgepakt'],
    ]);
    fail('chat.update', { kind: 'error', error: 'message_not_found' });
    expect(await post(room, said('klaar'), { stands: ref })).not.toBe(ref);
  });

  it('to an address that is not one of Slack is refused', async () => {
    for (const id of ['x', '', 'a/b/c/d/e'])
      expect(await failureOf(post(to(id), said('x')))).toEqual({ kind: 'refused' });
  });

  it.each<[string, Fault, Failure]>([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, { kind: 'throttled', wait: 7000 }],
    ['429 without a time', { kind: 'status', status: 429 }, { kind: 'throttled' }],
    [
      '429 with a day',
      { kind: 'status', status: 429, headers: { 'retry-after': new Date(0).toUTCString() } },
      { kind: 'throttled', wait: 0 },
    ],
    ['412', { kind: 'status', status: 412 }, { kind: 'down' }],
    ['502', { kind: 'status', status: 502 }, { kind: 'down' }],
    ['504', { kind: 'status', status: 504 }, { kind: 'down' }],
    [
      'ratelimited',
      { kind: 'error', error: 'ratelimited', headers: { 'retry-after': '3' } },
      { kind: 'throttled', wait: 3000 },
    ],
    ['channel_not_found', { kind: 'error', error: 'channel_not_found' }, { kind: 'refused' }],
    ['is_archived', { kind: 'error', error: 'is_archived' }, { kind: 'refused' }],
    ['not_in_channel', { kind: 'error', error: 'not_in_channel' }, { kind: 'refused' }],
    ['user_disabled', { kind: 'error', error: 'user_disabled' }, { kind: 'refused' }],
    ['internal_error', { kind: 'error', error: 'internal_error' }, { kind: 'down' }],
    ['fatal_error', { kind: 'error', error: 'fatal_error' }, { kind: 'down' }],
    ['invalid_auth', { kind: 'error', error: 'invalid_auth' }, { kind: 'down' }],
    ['token_revoked', { kind: 'error', error: 'token_revoked' }, { kind: 'down' }],
    ['a token of an app that was removed', { kind: 'error', error: 'account_inactive' }, { kind: 'down' }],
    ['a page of a proxy', { kind: 'error', error: '<html>busy</html>' }, { kind: 'unanswered' }],
    [
      'a page where Slack would answer',
      { kind: 'status', status: 200, body: '<html>busy</html>' },
      { kind: 'unanswered' },
    ],
    ['nothing where Slack would answer', { kind: 'status', status: 200 }, { kind: 'unanswered' }],
    [
      'a proxy that sends it on',
      { kind: 'status', status: 302, headers: { location: '/api/login' } },
      { kind: 'down' },
    ],
    ['a proxy that lets nothing through', { kind: 'status', status: 403, body: 'no' }, { kind: 'down' }],
    ['a proxy that finds no Slack', { kind: 'status', status: 404 }, { kind: 'down' }],
    ['a message that is too large', { kind: 'status', status: 413 }, { kind: 'refused' }],
    ['a lost connection', { kind: 'cut-after' }, { kind: 'cut' }],
    ['a connection that breaks off in the answer', { kind: 'cut-halfway' }, { kind: 'cut' }],
  ])('that meets %s says what that means', async (_, fault, failure) => {
    fail('chat.postMessage', fault);
    expect(await failureOf(post(thread, said('x')))).toEqual(failure);
  });

  it('that nobody answers fails within ten seconds', async () => {
    fail('chat.postMessage', { kind: 'hang' });
    const from = performance.now();
    expect(await failureOf(post(thread, said('x')))).toEqual({ kind: 'unanswered' });
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('does not arrive when Slack is not there, and that is known', async () => {
    const gone = await startOffice();
    await gone.slack.close();
    const failure = await failureOf(gone.channel.post(thread, said('x'), { id: 'a', repeat: false }));
    expect(failure).toEqual({ kind: 'down' });
    await gone.channel.stop();
  });

  it('waits for no other place that must wait', async () => {
    office.slack.faults(({ method, args }) =>
      method === 'chat.postMessage' && args.channel === 'C1'
        ? { kind: 'status', status: 429, headers: { 'retry-after': '3' } }
        : undefined,
    );
    await failureOf(post(thread, said('x')));
    const from = performance.now();
    await post(to('T1/C2/1.1'), said('y'));
    expect(performance.now() - from).toBeLessThan(200);
  });

  it('goes out a while after the one before it in the same conversation, in whichever thread', async () => {
    const waited: number[] = [];
    const timer = {
      now: () => 0,
      after(milliseconds: number, call: () => void) {
        waited.push(milliseconds);
        return realTimer.after(0, call);
      },
    };
    const paced = await startOffice({ pace: 100, timer });
    const places = ['T1/C1/1.1', 'T1/C1/2.2', 'T1/C1/3.3', 'T1/C2/1.1', 'T1/UANN'];
    await Promise.all(
      places.flatMap((id) =>
        [1, 2, 3].map((n) => paced.channel.post(to(id), said('x'), { id: `${id} ${n}`, repeat: false })),
      ),
    );
    // Nine in C1, of which the first goes at once; three in each of the others.
    const each = [
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2],
      [1, 2],
    ]
      .flat()
      .map((n) => n * 100);
    expect(waited.toSorted((x, y) => x - y)).toEqual(each.toSorted((x, y) => x - y));
    expect(paced.slack.calls).toHaveLength(15);
    await paced.close();
  });

  it('that would wait long comes back for its turn, and holds up no other conversation', async () => {
    const paced = await startOffice({ pace: 700 });
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        failureOf(paced.channel.post(to(`T1/C1/${n}.1`), said('x'), { id: `${n}`, repeat: false })),
      ),
    );
    expect(all.map((failure) => failure?.kind)).toEqual([
      ...[undefined, undefined, undefined],
      ...['throttled', 'throttled', 'throttled'],
    ]);
    await paced.close();
  });

  it('that is asked for again while it is on its way is said once', async () => {
    const same = [1, 2, 3].map((n) => post(thread, said('x'), { id: 'same/0', repeat: n > 1 }));
    await Promise.all(same);
    expect(office.slack.standing).toHaveLength(1);
  });

  it('that Slack finds too much is said in plain text, and not lost', async () => {
    office.slack.faults(({ method, args }) =>
      method === 'chat.postMessage' && args.blocks !== '[]' ? { kind: 'error', error: 'invalid_blocks' } : undefined,
    );
    await post(thread, said('lunch'));
    expect(office.slack.standing).toMatchObject([{ text: 'lunch', blocks: [] }]);
  });

  it('that was too much is cut with a sign where even the text is too long', async () => {
    office.slack.faults(({ args }) =>
      args.blocks?.includes('rich') ? { kind: 'error', error: 'msg_too_long' } : undefined,
    );
    await post(thread, said('Heel veel. '.repeat(2000)));
    expect(office.slack.standing[0]?.text).toMatch(/^Heel veel\..*…$/s);
  });

  it.each(['invalid_thread_ts', 'cannot_reply_to_message'])(
    'comes outside the thread of a direct message that is gone: %s',
    async (error) => {
      office.slack.faults(({ args }) => (args.thread_ts ? { kind: 'error', error } : undefined));
      await post(to('T1/UANN', { channel: 'DUANN', thread: '2.2' }), said('antwoord'));
      expect(office.slack.standing).toMatchObject([{ channel: 'DUANN', text: 'antwoord' }]);
      expect(await failureOf(post(thread, said('antwoord')))).toEqual({ kind: 'refused' });
    },
  );

  it('is found again where it stands', async () => {
    await post(thread, said('x'), { id: 'here/0' });
    await post(to('T1/UANN', { channel: 'DUANN' }), said('x'), { id: 'there/0' });
    const stands = (at: Address, id: string) => office.channel.stands?.(at, id);
    expect(await stands(thread, 'here/0')).toBe(true);
    expect(await stands(thread, 'there/0')).toBe(false);
    expect(await stands(to('T1/UANN', { channel: 'DUANN' }), 'there/0')).toBe(true);
    expect(await stands(to('T1/UANN'), 'there/0')).toBe(true);
    expect(await stands(to('T1/C1/9.9'), 'here/0')).toBe(false);
    expect(await stands(to('T1/C1/1.1/UANN'), 'here/0')).toBe(false);
  });

  it('is found after an answer that was lost', async () => {
    fail('chat.postMessage', { kind: 'cut-after' }, 1);
    expect(await failureOf(post(thread, said('x'), { id: 'lost/0' }))).toEqual({ kind: 'cut' });
    expect(await office.channel.stands?.(thread, 'lost/0')).toBe(true);
  });
});

describe('an answer to what was pressed', () => {
  const pressed = to('T1/C1/1.1', { thread: '1.1', pressed: '1790000001.000100' });
  const instead = (text: string): Reply => ({ ...said(text), replaces: 'pressed-message' });

  it('takes the place of that message', async () => {
    await post(thread, said('vraag'));
    await post(pressed, instead('antwoord'));
    expect(office.slack.standing).toMatchObject([{ text: 'antwoord' }]);
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'block_mismatch', 'update_failed'])(
    'comes below it when that message can no longer be changed: %s',
    async (error) => {
      await post(thread, said('vraag'));
      fail('chat.update', { kind: 'error', error });
      await post(pressed, instead('antwoord'));
      expect(office.slack.standing).toMatchObject([{ text: 'vraag' }, { text: 'antwoord', thread_ts: '1.1' }]);
    },
  );

  it('takes its place with all its blocks, also when its words are too many for the text beside them', async () => {
    await post(thread, said('vraag'));
    await post(pressed, instead('Een lang antwoord. '.repeat(300)));
    expect(office.slack.standing).toHaveLength(1);
    const [changed] = office.slack.standing;
    expect(changed?.text).toHaveLength(4000);
    expect(wordsOf(changed?.blocks).match(/Een\s+lang\s+antwoord/g)).toHaveLength(300);
  });

  it('that Slack finds too much and too long to take its place comes below it, whole', async () => {
    await post(thread, said('vraag'));
    office.slack.faults(({ args }) =>
      args.blocks?.includes('rich') ? { kind: 'error', error: 'invalid_blocks' } : undefined,
    );
    await post(pressed, instead('Een lang antwoord. '.repeat(300)));
    expect(office.slack.standing.map(({ text }) => text.match(/lang antwoord/g)?.length)).toEqual([undefined, 300]);
  });
});

describe('a file', () => {
  const card: Reply = {
    language: 'nl',
    parts: [
      { kind: 'text', text: 'Je kaart' },
      { kind: 'file', file: { name: 'CHK-2026-0001.html', type: 'text/html', content: '<p>één kaart</p>' } },
    ],
  };

  it('is put in the conversation, before the message that names it', async () => {
    await post(thread, card);
    expect(office.slack.files).toMatchObject([
      { name: 'CHK-2026-0001.html', channel: 'C1', content: expect.stringContaining('<p>één kaart</p>') },
    ]);
    const order = office.slack.calls.map(({ method }) => method);
    expect(order.indexOf('files.completeUploadExternal')).toBeLessThan(order.indexOf('chat.postMessage'));
  });

  it('also reaches somebody whose conversation is not known yet', async () => {
    await post(to('T1/UANN'), card);
    expect(office.slack.files).toMatchObject([{ channel: 'DUANN' }]);
  });

  it('is put there once when the message has to be tried again', async () => {
    fail('chat.postMessage', { kind: 'status', status: 503 }, 1);
    await failureOf(post(thread, card, { id: 'again/0' }));
    await post(thread, card, { id: 'again/0' });
    expect(office.slack.files).toHaveLength(1);
    expect(office.slack.standing).toHaveLength(1);
  });

  it.each([
    'restricted_action',
    'missing_scope',
    'storage_limit_reached',
    'slack_connect_file_upload_sharing_blocked',
    'posting_to_channel_denied',
  ])('that may not be put there is said, and the message comes all the same: %s', async (error) => {
    fail('files.completeUploadExternal', { kind: 'error', error });
    await post(thread, card);
    expect(office.slack.standing[0]?.text).toContain('CHK-2026-0001.html kon ik hier niet neerzetten');
  });
});

it('the name of a file that may not be put somewhere is no link', async () => {
  const file = { name: '[bank](https://evil.example).csv', type: 'text/csv' as const, content: 'x' };
  fail('files.completeUploadExternal', { kind: 'error', error: 'restricted_action' });
  await post(thread, { language: 'nl', parts: [{ kind: 'file', file }] });
  expect(JSON.stringify(office.slack.standing[0]?.blocks)).not.toContain('"link"');
});

describe('an answer for the asker alone', () => {
  const own = to('T1/CPRIVE/1.1/UANN');

  it('is seen by nobody else', async () => {
    await post(own, said('lunch'));
    expect(office.slack.standing).toMatchObject([{ channel: 'CPRIVE', seenBy: 'UANN' }]);
    expect(wordsOf(office.slack.standing[0]?.blocks)).toContain('Alleen jij ziet dit antwoord.');
    expect(office.slack.standing[0]?.text).toContain('Alleen jij ziet dit antwoord.');
  });

  it('comes as a direct message where Slack cannot do that', async () => {
    fail('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    await post(own, said('lunch'));
    expect(office.slack.standing).toMatchObject([{ channel: 'DUANN' }]);
    expect(buttonsOf(office.slack.standing[0]?.blocks ?? [])).toEqual([]);
  });

  it('is shared with the channel at their word, without their buttons', async () => {
    await office.send(mention('lunch', { channel: 'CPRIVE', ts: '1.1' }));
    const reply: Reply = {
      language: 'nl',
      parts: [
        { kind: 'text', text: 'Deze passen erbij' },
        { kind: 'buttons', buttons: [{ label: 'Meer', action: { do: 'more-suppliers' } }] },
      ],
    };
    await post(office.turns[0]?.at ?? own, reply);
    const [message] = office.slack.standing;
    const share = buttonsOf(message?.blocks ?? []).find(({ label }) => label === 'Deel met het kanaal');
    if (!message || !share) throw new Error('nothing to share');
    await office.send(press(message, share));
    const shared = office.slack.standing[1];
    expect(shared).toMatchObject({ channel: 'CPRIVE', thread_ts: '1.1' });
    expect(shared?.seenBy).toBeUndefined();
    expect(wordsOf(shared?.blocks)).toMatch(/Gedeeld door uann.*Deze passen erbij/s);
    expect(buttonsOf(shared?.blocks ?? [])).toEqual([]);
  });

  const answerOf = (words: string): Reply => ({
    language: 'nl',
    wordedBy: 'model',
    parts: [
      { kind: 'text', text: words },
      { kind: 'facts', title: 'De Buurtzaak', facts: [{ label: 'Waarom', value: 'dichtbij' }] },
      { kind: 'sources', sources: [{ id: 's', title: 'Buy Social', at: 'lijst', url: 'https://example.nl/lijst' }] },
    ],
  });
  const shareOf = (at: Office) => {
    const message = at.slack.standing.find(({ seenBy }) => seenBy === 'UANN');
    const share = buttonsOf(message?.blocks ?? []).find(({ action_id }) => action_id === 'share');
    if (!message || !share) throw new Error('nothing to share');
    return { message, share };
  };

  it('can be shared after a new start and in another process, with all that stood in it', async () => {
    await post(own, answerOf('Deze passen erbij.'));
    const { message, share } = shareOf(office);
    const other = await startOffice({ privateChannels: ['CPRIVE'] });
    await other.send(press(message, share));
    expect(other.slack.standing).toMatchObject([{ channel: 'CPRIVE', thread_ts: '1.1' }]);
    const [shared] = other.slack.standing;
    expect(wordsOf(shared?.blocks)).toMatch(
      /Gedeeld door uann.*Deze passen erbij.*De Buurtzaak.*dichtbij.*Buy Social.*AI/s,
    );
    expect(shared?.text).toMatch(/^Gedeeld door uann\n\nDeze passen erbij\./);
    await other.close();
  });

  it('is shared once, however often and in however many processes that is pressed', async () => {
    await post(own, answerOf('Deze passen erbij.'));
    const { message, share } = shareOf(office);
    await Promise.all(Array.from({ length: 5 }, () => office.send(press(message, share))));
    expect(office.slack.standing.filter(({ seenBy }) => seenBy === undefined)).toHaveLength(1);
    const other = await startOffice({ privateChannels: ['CPRIVE'], apiUrl: office.slack.apiUrl });
    await other.send(press(message, share));
    expect(office.slack.standing.filter(({ seenBy }) => seenBy === undefined)).toHaveLength(1);
    expect(office.slack.standing.at(-1)).toMatchObject({
      seenBy: 'UANN',
      text: 'Dit antwoord staat al in het kanaal.',
    });
    await other.close();
  });

  it('is not shared with words that the bot did not say there', async () => {
    await post(own, answerOf('Deze passen erbij.'));
    const { message, share } = shareOf(office);
    const [mark] = share.block_id.split(' ');
    const strange = createSeal('xoxb-other').close(answerOf('Iets anders.'), 'CPRIVE/1.1') ?? '';
    const changed = `${share.value.slice(0, -3)}AAA`;
    for (const wrong of [
      { ...share, value: strange },
      { ...share, value: changed },
      { ...share, block_id: `${mark} 9 CELDERS/1.1` },
    ])
      await office.send(press(message, wrong));
    expect(office.slack.standing.filter(({ seenBy }) => seenBy === undefined)).toEqual([]);
    expect(office.slack.standing.filter(({ text }) => text.includes('niet meer delen'))).toHaveLength(3);
  });

  it('that is too much for a button is remembered for a while', async () => {
    const [words = ''] = generated(fc.string({ minLength: 6000, maxLength: 6000 }), 1);
    await post(own, answerOf(`Begin. ${words}`));
    const { message, share } = shareOf(office);
    const other = await startOffice({ privateChannels: ['CPRIVE'] });
    await other.send(press(message, share));
    expect(other.slack.standing).toMatchObject([{ text: expect.stringContaining('niet meer delen') }]);
    await other.close();
    await office.send(press(message, share));
    expect(wordsOf(office.slack.standing.at(-1)?.blocks)).toContain('Begin.');
  });

  it('that is no longer remembered cannot be shared, and that is said', async () => {
    await office.send(
      press({ channel: 'CPRIVE', ts: '1.1', seenBy: 'UANN' }, { action_id: 'share', block_id: 'b', value: 'gone' }),
    );
    expect(office.slack.standing).toMatchObject([{ seenBy: 'UANN', text: expect.stringContaining('niet meer delen') }]);
  });
});

describe('whether the bot is ready', () => {
  it('is known once Slack has said that the token is good', async () => {
    expect(office.channel.ready?.()).toBe(false);
    await office.channel.start();
    await office.slack.until(() => office.channel.ready?.() === true || office.slack.calls.length > 0);
    await expect.poll(() => office.channel.ready?.()).toBe(true);
  });

  it('says what is wrong with a token that was good before, once for all messages that wait for it', async () => {
    await office.channel.start();
    await expect.poll(() => office.channel.ready?.()).toBe(true);
    office.slack.faults(() => ({ kind: 'error', error: 'token_revoked' }));
    await Promise.all([1, 2, 3].map(() => failureOf(post(thread, said('x')))));
    const told = () => office.logged.filter(({ event }) => event === 'slack-token-not-checked');
    await expect.poll(() => told().length, { timeout: 10_000 }).toBe(1);
    expect(office.slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(2);
  });

  it('says what is wrong with a token that is not good, and hears people all the same', async () => {
    fail('auth.test', { kind: 'error', error: 'invalid_auth' });
    await office.channel.start();
    await expect.poll(() => office.logged.some(({ event }) => event === 'slack-token-not-checked')).toBe(true);
    expect(office.channel.ready?.()).toBe(false);
    expect((await office.send(direct('lunch'))).status).toBe(200);
    expect(office.turns).toHaveLength(1);
  });
});
