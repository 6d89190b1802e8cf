import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../src/texts/texts.ts';
import { wrongWith } from './block-rules.ts';
import { command, direct, event, inChannel, interaction, mention, moment, press } from './events.ts';
import { BOT } from './fake.ts';
import { fieldsOf, wordsOf } from './look.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.close());

const heard = () => office.turns.map(({ input }) => (input.kind === 'text' ? input.text : input.kind));
const called = (method: string) => office.slack.calls.filter((call) => call.method === method);

describe('the bot in Slack listens', () => {
  it('to direct messages, and answers in their thread; a person is one place', async () => {
    const ts = moment();
    await office.send(direct('lunch voor 20 man', { ts }));
    await office.send(direct('en vega', { thread_ts: ts, subtype: 'me_message' }));
    expect(heard()).toEqual(['lunch voor 20 man', 'en vega']);
    const [first, second] = office.turns;
    expect(first).toMatchObject({ from: { id: 'slack:T1:UANN' }, at: { channel: 'slack', id: 'T1/UANN' } });
    expect(second?.at).toEqual(first?.at);
    expect(JSON.parse(first?.at.spot ?? '')).toEqual({ channel: 'DUANN', thread: ts });
  });

  it('to who mentions it in a channel, without the mention, in a thread of its own', async () => {
    const ts = moment();
    await office.send(mention('Wie levert &lt;taart&gt; &amp; koffie? <https://utrecht.nl|kijk>', { ts }));
    expect(heard()).toEqual(['Wie levert <taart> & koffie? kijk']);
    expect(office.turns[0]?.at.id).toBe(`T1/C1/${ts}`);
  });

  it('to a mention once, although it comes as a message as well', async () => {
    const ts = moment();
    await office.send(mention('lunch', { ts }));
    await office.send(inChannel(`<@${BOT.user_id}> lunch`, { ts }));
    await office.send(mention('en taart', { ts: '5.5', thread_ts: ts }));
    await office.send(inChannel(`<@${BOT.user_id}> en taart`, { ts: '5.5', thread_ts: ts }));
    expect(heard()).toEqual(['lunch', 'en taart']);
  });

  it('to what follows in a thread it is in, without a new mention', async () => {
    const ts = moment();
    await office.send(mention('lunch', { ts }));
    await office.send(inChannel('en voor 30 man?', { thread_ts: ts }));
    expect(heard()).toEqual(['lunch', 'en voor 30 man?']);
    expect(office.turns[1]?.at.id).toBe(office.turns[0]?.at.id);
  });

  it('to a thread of before it was started anew: Slack tells that it is in there', async () => {
    office.slack.standing.push({
      channel: 'C1',
      ts: '7.1',
      thread_ts: '7.0',
      text: 'x',
      blocks: [],
      user: BOT.user_id,
    });
    await office.send(inChannel('en voor 30 man?', { thread_ts: '7.0' }));
    await office.send(inChannel('en vega?', { thread_ts: '7.0' }));
    expect(heard()).toEqual(['en voor 30 man?', 'en vega?']);
    expect(called('conversations.replies')).toHaveLength(1);
  });

  it('again later, when Slack cannot tell now whether it is in a thread', async () => {
    office.slack.faults(({ method }) =>
      method === 'conversations.replies' ? { kind: 'status', status: 429, headers: { 'retry-after': '3' } } : undefined,
    );
    const follow = inChannel('en voor 30 man?', { thread_ts: '7.0' });
    expect((await office.send(follow)).status).toBe(503);
    office.slack.faults(() => undefined);
    office.slack.standing.push({
      channel: 'C1',
      ts: '7.1',
      thread_ts: '7.0',
      text: 'x',
      blocks: [],
      user: BOT.user_id,
    });
    expect((await office.send(follow)).status).toBe(200);
    expect(heard()).toEqual(['en voor 30 man?']);
  });

  it('to nothing else: what colleagues say to each other, bots, edits and itself', async () => {
    const thread = moment();
    await office.send(mention('lunch', { ts: thread }));
    const silent = Array.from({ length: 200 }, (_, number) => [
      inChannel(`gewoon een bericht ${number}`),
      inChannel(`een gesprek van anderen ${number}`, { thread_ts: `9.${number % 5}` }),
      inChannel(`<@UBO> kijk jij? ${number}`, { thread_ts: thread }),
      direct('van de bot zelf', { user: BOT.user_id }),
      direct('van een andere bot', { bot_id: 'BOTHER', subtype: 'bot_message' }),
      direct('van een andere bot', { bot_id: 'BOTHER' }),
      direct('', { subtype: 'message_changed', message: { text: 'anders' } }),
      direct('', { subtype: 'message_deleted' }),
      inChannel('zit nu in het kanaal', { subtype: 'channel_join', thread_ts: thread }),
      mention('lunch', { edited: { user: 'UANN', ts: '1' } }),
      direct('herinnering', { user: 'USLACKBOT' }),
    ]).flat();
    for (const what of silent) expect((await office.send(what)).status).toBe(200);
    expect(heard()).toEqual(['lunch']);
    expect(office.slack.standing).toEqual([]);
  });

  it('privately in channels that are set so: the place is seen by the asker alone', async () => {
    const quiet = await startOffice({ privateChannels: ['C1'] });
    const ts = moment();
    await quiet.send(mention('lunch', { ts }));
    expect(quiet.turns[0]?.at.id).toBe(`T1/C1/${ts}/UANN`);
    await quiet.close();
  });
});

describe('while it works', () => {
  it('that is shown in direct messages, and nothing waits for it', async () => {
    office.slack.faults(({ method }) => (method === 'assistant.threads.setStatus' ? { kind: 'hang' } : undefined));
    expect((await office.send(direct('lunch', { ts: '3.3' }))).status).toBe(200);
    await office.slack.until(() => called('assistant.threads.setStatus').length === 1);
    expect(called('assistant.threads.setStatus')[0]?.args).toMatchObject({ channel_id: 'DUANN', thread_ts: '3.3' });
  });
});

describe('who somebody is', () => {
  it('is asked only where roles need it, once', async () => {
    await office.send(direct('lunch'));
    expect(called('users.info')).toEqual([]);

    const roles = await startOffice({ needsEmail: true });
    roles.slack.people.set('UANN', { name: 'Ann de Vries', email: 'Ann@Utrecht.nl', locale: 'en-GB' });
    await roles.send(direct('lunch'));
    await roles.send(direct('lunch'));
    expect(roles.slack.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
    expect(roles.turns[0]).toMatchObject({
      from: { id: 'ann@utrecht.nl', name: 'Ann de Vries', email: 'ann@utrecht.nl' },
      locale: 'en',
    });
    await roles.close();
  });

  it.each<[string, Parameters<Office['slack']['faults']>[0]]>([
    ['hangs', () => ({ kind: 'hang' })],
    ['fails', () => ({ kind: 'status', status: 500 })],
    ['is refused', () => ({ kind: 'error', error: 'missing_scope' })],
  ])('goes by the id in Slack when asking %s, and no turn waits for it', async (_, fault) => {
    const roles = await startOffice({ needsEmail: true });
    roles.slack.faults(fault);
    const from = performance.now();
    expect((await roles.send(mention('lunch'))).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(1900);
    expect(roles.turns[0]?.from.id).toBe('slack:T1:UANN');
    await roles.close();
  });
});

describe('the address of somebody', () => {
  const heardFrom = async (team: string, enterprise?: string) => {
    const roles = await startOffice({ needsEmail: true });
    const other = enterprise ? { team, enterprise } : { team };
    roles.slack.people.set('UANN', { name: 'Ann', email: 'bo@utrecht.nl', ...other });
    // The event says that it is of that workspace.
    await roles.send(
      event({ type: 'app_mention', channel: 'C1', user: 'UANN', text: 'lunch', ts: moment() }, { team_id: team }),
    );
    await roles.close();
    return roles.turns[0]?.from;
  };

  it('is not believed of another organisation in a shared channel, that could call its people what it likes', async () => {
    expect(await heardFrom('T-ELSEWHERE')).toEqual({ id: 'slack:T-ELSEWHERE:UANN', name: 'Ann' });
    expect(await heardFrom('T-ELSEWHERE', 'E-ELSEWHERE')).toEqual({ id: 'slack:T-ELSEWHERE:UANN', name: 'Ann' });
  });

  it('is known in each workspace of our own organisation', async () => {
    expect(await heardFrom('T2', 'E1')).toMatchObject({ id: 'bo@utrecht.nl' });
  });
});

describe('/impact', () => {
  const says = async (text: string) => (await office.send(command(text))).text();

  it.each([
    ['zoek lunch voor 20 man', { kind: 'text', text: 'lunch voor 20 man' }, 'nl'],
    ['search lunch for 20', { kind: 'text', text: 'lunch for 20' }, 'en'],
    ['check', { kind: 'action', action: { do: 'start', journey: 'check' }, values: {} }, undefined],
    ['check lunch 600 euro', { kind: 'text', text: 'check lunch 600 euro' }, undefined],
    ['mijn', { kind: 'action', action: { do: 'my-requests' }, values: {} }, 'nl'],
    ['mine', { kind: 'action', action: { do: 'my-requests' }, values: {} }, 'en'],
    ['aanvraag IMP-2026-0042', { kind: 'text', text: 'IMP-2026-0042' }, 'nl'],
    ['aanvraag dossierkaart IMP-2026-0042', { kind: 'text', text: 'dossierkaart IMP-2026-0042' }, 'nl'],
    ['request which requests are open?', { kind: 'text', text: 'which requests are open?' }, 'en'],
    ['over koffie &amp; thee &lt; 5 euro', { kind: 'text', text: 'over koffie & thee < 5 euro' }, undefined],
    ['help', { kind: 'text', text: 'help' }, undefined],
    ['Help?', { kind: 'text', text: 'help' }, undefined],
    ['over lunch voor 20 man', { kind: 'text', text: 'over lunch voor 20 man' }, undefined],
    ['wie brengt broodjes?', { kind: 'text', text: 'wie brengt broodjes?' }, undefined],
    ['lunch', { kind: 'text', text: 'lunch' }, undefined],
    ['CHK-2026-0001', { kind: 'text', text: 'CHK-2026-0001' }, undefined],
  ])('%s', async (text, input, locale) => {
    expect(await says(text)).toMatch(/je berichten|your messages/);
    expect(office.turns[0]).toMatchObject({ input, at: { id: 'T1/UANN' } });
    expect(office.turns[0]?.locale).toBe(locale);
  });

  it.each([
    ['zoke', 'zoek'],
    ['chek', 'check'],
    ['serach', 'search'],
    ['helpp', 'help'],
  ])('asks for a near miss, %s, what was meant', async (text, word) => {
    expect(await says(text)).toContain(`\`/impact ${word}\``);
    expect(office.turns).toEqual([]);
  });

  it('says what it is, in the language it was asked in', async () => {
    expect(await says('over')).toContain('computerprogramma');
    expect(await says('')).toContain('computerprogramma');
    expect(await says('about')).toContain('computer program');
    expect(office.turns).toEqual([]);
  });

  it('opens a dialog before anything else when there is nothing to look for yet', async () => {
    await office.send(command('zoek', { trigger_id: 'now' }));
    await office.send(command('aanvraag', { trigger_id: 'soon' }));
    expect(called('views.open').map(({ args }) => args.trigger_id)).toEqual(['now', 'soon']);
    expect(office.turns).toEqual([]);
  });
});

describe('a dialog', () => {
  const sent = (value: string) =>
    interaction({
      type: 'view_submission',
      view: {
        id: 'V1',
        callback_id: 'ask',
        private_metadata: 'nl',
        state: { values: { question: { text: { value } } } },
      },
    });

  it('comes from a shortcut, with the message it was asked about in it', async () => {
    await office.send(interaction({ type: 'shortcut', callback_id: 'ask', trigger_id: 'one' }));
    await office.send(
      interaction({
        type: 'message_action',
        callback_id: 'ask-about',
        trigger_id: 'two',
        channel: { id: 'C1' },
        message: { text: 'Weet iemand een &lt;cateraar&gt;?', ts: '1.1' },
      }),
    );
    const [empty, filled] = called('views.open').map(({ args }) => JSON.parse(args.view ?? '{}'));
    expect(empty.blocks[0].element.initial_value).toBeUndefined();
    expect(filled.blocks[0].element.initial_value).toBe('Weet iemand een <cateraar>?');
    expect(wordsOf(filled.blocks)).toContain('Het antwoord komt in je berichten met mij.');
  });

  it('is one question, however often it is sent', async () => {
    await Promise.all(Array.from({ length: 5 }, () => office.send(sent('lunch voor 20 man'))));
    expect(heard()).toEqual(['lunch voor 20 man']);
    expect(office.turns[0]?.at.id).toBe('T1/UANN');
  });

  it('stays open with what is wrong beside the field', async () => {
    const answer = await office.send(sent('   '));
    expect(await answer.json()).toEqual({ response_action: 'errors', errors: { question: 'Typ eerst je vraag.' } });
    expect(office.turns).toEqual([]);
  });
});

describe('a dialog for a question that Slack does not open', () => {
  const fail = (...methods: string[]) =>
    office.slack.faults(({ method }) =>
      methods.includes(method) ? { kind: 'error', error: 'expired_trigger_id' } : undefined,
    );
  const shortcut = () => office.send(interaction({ type: 'shortcut', callback_id: 'ask' }));

  it('is told to who asked for it, with what to do instead', async () => {
    fail('views.open');
    expect((await shortcut()).status).toBe(200);
    expect(office.slack.standing).toMatchObject([
      { channel: 'DUANN', text: expect.stringContaining('Typ je vraag hier') },
    ]);
  });

  it('is shown by Slack where even that cannot be told', async () => {
    fail('views.open', 'chat.postMessage');
    expect((await shortcut()).status).toBe(503);
  });
});

describe('the dialog of a request', () => {
  type View = { callback_id: string; private_metadata: string; blocks: object[]; submit: { text: string } };
  const shown = (): View => JSON.parse(called('views.open').at(-1)?.args.view ?? '{}');
  const standing = (view: View) =>
    Object.fromEntries(
      fieldsOf(view.blocks)
        .map(({ id, value }) => [id, value])
        .filter(([, value]) => value !== ''),
    );
  /** As Slack sends it: what somebody typed over what stood there. */
  const send = (view: View, typed: Record<string, string> = {}, id = 'V1') =>
    office.send(
      interaction({
        type: 'view_submission',
        view: {
          id,
          ...view,
          state: {
            values: Object.fromEntries(
              fieldsOf(view.blocks).map(({ id: field, block_id, action_id, value }) => [
                block_id,
                { [action_id]: { type: 'plain_text_input', value: (typed[field] ?? value) || null } },
              ]),
            ),
          },
        },
      }),
    );
  const message = { text: 'Kun jij voor 18 december 40 kerstpakketten regelen? Budget 900 euro incl btw', ts: '1.1' };
  const onMessage = (text = message.text) =>
    office.send(
      interaction({
        type: 'message_action',
        callback_id: 'make-request',
        channel: { id: 'C1' },
        message: { ...message, text },
      }),
    );

  it.each<[string, () => Promise<Response>]>([
    ['the command', () => office.send(command('aanvraag'))],
    ['the command in English', () => office.send(command('request'))],
    ['a message of somebody', () => onMessage()],
    [
      'the home page',
      () =>
        office.send(
          interaction({
            type: 'block_actions',
            container: { type: 'view', view_id: 'V1' },
            actions: [{ action_id: 'open:request', value: 'nl', action_ts: '1.6' }],
          }),
        ),
    ],
  ])('comes from %s with all its fields, before anything is booked', async (_, come) => {
    await come();
    const view = shown();
    expect(fieldsOf(view.blocks).map(({ id }) => id)).toEqual(
      'what howMany wantedBy amount place team wishes supplier'.split(' '),
    );
    expect(wrongWith({ text: 'x', blocks: view.blocks })).toEqual([]);
    expect(wordsOf(view.blocks)).toMatch(/Daar kijk je hem na en plaats je hem|There you check it and post it/);
    expect(view.submit.text).toMatch(/Verder|Next/);
    expect(office.turns).toEqual([]);
  });

  it('holds what a message says, in the fields where it belongs, and takes it back as it stands there', async () => {
    await onMessage();
    const view = shown();
    const values = {
      what: message.text,
      howMany: '40 stuks',
      wantedBy: '18 december 2026',
      amount: '€ 900, met btw',
    };
    expect(standing(view)).toEqual(values);
    expect((await send(view)).status).toBe(200);
    expect(office.turns).toMatchObject([
      { at: { id: 'T1/UANN' }, locale: 'nl', input: { action: { do: 'start', journey: 'requests' }, values } },
    ]);
  });

  it('takes no more than a request keeps, and all of what stands there already', async () => {
    await onMessage('w'.repeat(5000));
    expect(standing(shown()).what).toMatch(/^w{999}…$/);
    const most = Object.fromEntries(
      (shown().blocks as { block_id: string; element?: { max_length: number } }[]).map(({ block_id, element }) => [
        block_id,
        element?.max_length,
      ]),
    );
    expect(most).toMatchObject({ 'field what': 1000, 'field place': 200, 'field team': 100, 'field wishes': 500 });
    expect(wrongWith({ text: 'x', blocks: shown().blocks })).toEqual([]);
  });

  it('stays open with what is wrong beside each field, in the language of the dialog', async () => {
    await office.send(command('request'));
    const answer = await send(shown(), { howMany: 'many', wantedBy: 'ever', amount: 'much' });
    const { response_action, errors } = (await answer.json()) as { response_action: string; errors: object };
    expect(response_action).toBe('errors');
    expect(Object.keys(errors)).toEqual(['field what', 'field howMany', 'field amount', 'field wantedBy']);
    expect(Object.values(errors).join(' ')).toMatch(/day/);
    expect(office.turns).toEqual([]);
    expect(await (await send(shown(), { what: '40 bags' })).text()).toBe('');
    expect(office.turns).toHaveLength(1);
  });

  it('stays open, with all that was typed, when it cannot be kept', async () => {
    const broken = await startOffice({
      accept: async () => {
        throw new Error('the disk is full');
      },
    });
    const state = { values: { 'field what': { 'field:0:what': { value: '40 tassen' } } } };
    const view = { id: 'V1', callback_id: 'request', private_metadata: 'nl', state };
    expect((await broken.send(interaction({ type: 'view_submission', view }))).status).toBe(503);
    await broken.close();
  });

  it('is one request however often it is sent, and another when something else was filled in', async () => {
    await onMessage('40 tassen');
    await Promise.all(Array.from({ length: 5 }, () => send(shown())));
    expect(office.turns).toHaveLength(1);
    await send(shown(), { howMany: '50 stuks' });
    expect(office.turns).toHaveLength(2);
  });

  it.each([
    ['aanvraag 40 &amp; 2 tassen voor 18 december, budget 900 euro', '40 & 2 tassen voor 18 december, budget 900 euro'],
    ['Aanvraag: help bij het opruimen', 'help bij het opruimen'],
    ['request 40 bags', '40 bags'],
  ])('holds what was typed behind the command: %s', async (text, what) => {
    expect(await (await office.send(command(text))).text()).toBe('');
    expect(standing(shown()).what).toBe(what);
    expect(wrongWith({ text: 'x', blocks: shown().blocks })).toEqual([]);
    expect(office.turns).toEqual([]);
  });

  it.each<[string, () => Promise<Response>, object]>([
    [
      'the command',
      () => office.send(command('aanvraag')),
      { kind: 'action', action: { do: 'start', journey: 'requests' } },
    ],
    ['the command with a text', () => office.send(command('request 40 bags')), { kind: 'handed-on', text: '40 bags' }],
    ['a message', () => onMessage(), { kind: 'handed-on', text: message.text }],
  ])('that Slack does not open from %s becomes a request in the conversation', async (_, come, input) => {
    office.slack.faults(({ method }) =>
      method === 'views.open' ? { kind: 'error', error: 'expired_trigger_id' } : undefined,
    );
    expect((await come()).status).toBe(200);
    expect(office.turns).toMatchObject([{ at: { id: 'T1/UANN' }, input }]);
  });
});

describe('the language of what opens at once', () => {
  const answered = (language: 'nl' | 'en') =>
    office.channel.post(
      { channel: 'slack', id: 'T1/UANN', spot: '{"channel":"DUANN"}' },
      { language, parts: [{ kind: 'text', text: 'x' }] },
      { id: `answered in ${language}`, repeat: false },
    );
  const shortcut = async (id: string) => {
    await office.send(interaction({ type: 'shortcut', callback_id: id }));
    return called('views.open').at(-1)?.args.view;
  };

  it('is that in which somebody was last answered alone, and Dutch for others', async () => {
    expect(await shortcut('ask')).toContain('Stel je vraag');
    await answered('en');
    expect(await shortcut('ask')).toContain('Ask your question');
    await office.send(
      interaction({ type: 'message_action', callback_id: 'make-request', message: { text: '40 bags', ts: '1.1' } }),
    );
    expect(called('views.open').at(-1)?.args.view).toContain('"private_metadata":"en"');
    expect(await (await office.send(command('helpp'))).text()).toContain('Did you mean');
    await office.send(event({ type: 'app_home_opened', user: 'UANN', channel: 'DUANN', tab: 'home' }));
    expect(called('views.publish').at(-1)?.args.view).toContain('My checks');
    await office.send(press({ channel: 'C1', ts: '9.9' }, { action_id: 'a', block_id: 'b', value: '{"do":"fly"}' }));
    expect(office.slack.standing.at(-1)?.text).toMatch(/button/);
    expect(await (await office.send(command('helpp', { user_id: 'UBO' }))).text()).toContain('Bedoelde je');
    await answered('nl');
    expect(await shortcut('ask')).toContain('Stel je vraag');
  });
});

describe('what is pressed', () => {
  const message = { channel: 'DUANN', ts: '8.8', thread_ts: '8.1' };
  const button = { action_id: 'button:0:0', block_id: 'mark 0', value: '{"do":"more-suppliers"}' };

  it('comes back in its place, with the message that was pressed', async () => {
    await office.send(press(message, button));
    await office.send(press({ channel: 'C1', ts: '9.9', thread_ts: '9.1' }, button));
    expect(office.turns.map(({ at }) => [at.id, JSON.parse(at.spot ?? '{}')])).toEqual([
      ['T1/UANN', { channel: 'DUANN', thread: '8.1', pressed: '8.8' }],
      ['T1/C1/9.1', { thread: '9.1', pressed: '9.9' }],
    ]);
  });

  it('twice at once is one turn; once more later is another', async () => {
    for (let n = 0; n < 100; n += 1) {
      const before = office.turns.length;
      const other = { ...button, value: JSON.stringify({ do: 'ask', text: `vraag ${n}` }) };
      const at = (after: number) => ({ at: `${1_780_000_000 + n * 100 + after}.5` });
      await Promise.all([0, 0, 1, 2, 0].map((after) => office.send(press(message, other, at(9 + after)))));
      expect(office.turns.length - before).toBe(1);
      await office.send(press(message, other, at(60)));
      expect(office.turns.length - before).toBe(2);
    }
  });

  it('has an id in which nothing stands that somebody said', async () => {
    const ask = { ...button, value: JSON.stringify({ do: 'ask', text: 'iets over Jan Jansen' }) };
    const submit = { action_id: 'submit:2', block_id: 'mark 3', value: '{"do":"answer","question":"amount"}' };
    await office.send(press(message, ask));
    await office.send(press(message, submit, { values: { b: { 'field:2:amount': { value: 'van Jan Jansen' } } } }));
    expect(office.turns).toHaveLength(2);
    expect(office.turns.map(({ id }) => id).join()).not.toMatch(/Jan/);
  });

  it('a form is sent once for each thing that is filled in', async () => {
    const submit = { action_id: 'submit:2', block_id: 'mark 3', value: '{"do":"answer","question":"amount"}' };
    const filled = (value: string) => ({
      values: {
        'mark 1': { 'field:2:amount': { type: 'plain_text_input', value } },
        'mark 2': { 'field:2:kind': { type: 'radio_buttons', selected_option: { value: 'goods' } } },
        'mark 9': { 'field:7:other': { value: 'van een ander formulier' } },
      },
    });
    for (let n = 0; n < 5; n += 1) await office.send(press(message, submit, filled('600 euro')));
    await office.send(press(message, submit, filled('700 euro')));
    expect(office.turns.map(({ input }) => input.kind === 'action' && input.values)).toEqual([
      { amount: '600 euro', kind: 'goods' },
      { amount: '700 euro', kind: 'goods' },
    ]);
  });

  it('in a message that only one person sees comes back to that place', async () => {
    const own = { ...button, block_id: 'mark 0 C1/9.1' };
    await office.send(press({ channel: 'C1', ts: '9.9', seenBy: 'UANN' }, own));
    await office.send(press({ channel: 'DUANN', ts: '9.9' }, own, { at: '1.1' }));
    expect(office.turns.map(({ at }) => at.id)).toEqual(['T1/C1/9.1/UANN', 'T1/C1/9.1/UANN']);
  });

  it('in an older message than this version knows is answered with why', async () => {
    for (const value of ['{"do":"fly"}', '{', 'null'])
      expect((await office.send(press(message, { ...button, value }))).status).toBe(200);
    expect(office.turns).toEqual([]);
    expect(office.slack.standing).toMatchObject(
      [1, 2, 3].map(() => ({ text: expect.stringContaining('ken ik niet meer') })),
    );
  });

  it('on an older home page, or where only who is in it sees anything, is answered alone', async () => {
    const old = { action_id: 'home:9', value: '{"do":"fly"}', action_ts: '1.5' };
    const onHome = { type: 'block_actions', container: { type: 'view', view_id: 'V1' }, actions: [old] };
    expect((await office.send(interaction(onHome))).status).toBe(200);
    office.slack.faults(({ method }) =>
      method === 'chat.postEphemeral' ? { kind: 'error', error: 'user_not_in_channel' } : undefined,
    );
    expect((await office.send(press(message, { ...button, value: '{"do":"fly"}' }))).status).toBe(200);
    expect(office.slack.standing).toMatchObject(
      [1, 2].map(() => ({ channel: 'DUANN', text: expect.stringContaining('ken ik niet meer') })),
    );
  });
});

describe('the home page and the messages', () => {
  const opened = (tab: string) => event({ type: 'app_home_opened', user: 'UANN', channel: 'DUANN', tab });

  it('has three doors, my checks and requests, what is kept about me and who to ask', async () => {
    const kept = await startOffice({
      checksOf: async (person) =>
        person === 'slack:T1:UANN' ? [{ number: 'CHK-2026-0007', title: 'x', on: '2026-11-03' }] : [],
      requestsOf: async (person) =>
        person === 'slack:T1:UANN' ? [{ id: 'IMP-2026-0003', what: 'Taart <!channel>', status: 'claimed' }] : [],
    });
    await kept.send(opened('home'));
    const [shown] = kept.slack.calls.filter(({ method }) => method === 'views.publish');
    expect(shown?.args.user_id).toBe('UANN');
    for (const words of [
      'Zoek een leverancier',
      'Mag ik rechtstreeks kopen?',
      'Stel een vraag',
      'CHK-2026-0007, van 3 november 2026',
      'IMP-2026-0003',
      'Taart <!channel>',
      '\\"do\\":\\"show-request\\"',
      texts.nl.requests.statuses.claimed,
      'Wat er van mij bewaard is',
      'Wie kan mij helpen?',
    ])
      expect(shown?.args.view).toContain(words);
    await kept.close();
  });

  it('answers what is pressed there in the direct messages, and opens a dialog for a question', async () => {
    const pressed = (action: object) =>
      interaction({ type: 'block_actions', container: { type: 'view', view_id: 'V1' }, actions: [action] });
    await office.send(
      pressed({ action_id: 'home:check', value: '{"do":"start","journey":"check"}', action_ts: '1.5' }),
    );
    expect(office.turns[0]).toMatchObject({ at: { id: 'T1/UANN' }, input: { action: { do: 'start' } } });
    await office.send(pressed({ action_id: 'open:ask', value: 'en', action_ts: '1.6' }));
    expect(called('views.open')[0]?.args.view).toContain('Ask your question');
  });

  it('greets somebody once, and offers at most four examples each time', async () => {
    await office.send(opened('messages'));
    await office.send(opened('messages'));
    await office.slack.until(() => called('assistant.threads.setSuggestedPrompts').length === 2);
    expect(office.turns).toMatchObject([{ input: { kind: 'opened' } }]);
    const { prompts = '[]', thread_ts } = called('assistant.threads.setSuggestedPrompts')[0]?.args ?? {};
    expect(JSON.parse(prompts)).toEqual(texts.nl.examples.slice(0, 4).map((text) => ({ title: text, message: text })));
    expect(thread_ts).toBeUndefined();
  });

  it('does not end what somebody was in the middle of by greeting them', async () => {
    await office.send(direct('check'));
    await office.send(opened('messages'));
    const [check, greeting] = office.turns;
    expect(greeting?.at.id).not.toBe(check?.at.id);
  });
});

describe('where people are', () => {
  it('a thread says in which channel it is, and where its writer can be spoken to alone', async () => {
    await office.send(mention('meld aanvragen hier', { channel: 'C7', ts: '7.7' }));
    expect(office.turns[0]).toMatchObject({
      at: { id: 'T1/C7/7.7' },
      room: { channel: 'slack', id: 'T1/C7/room' },
      reach: { channel: 'slack', id: 'T1/UANN' },
    });
  });
});
