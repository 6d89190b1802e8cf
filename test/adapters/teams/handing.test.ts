import { afterEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../adapters/teams/card.ts';
import type { Reply } from '../../../src/reply.ts';
import { TENANT } from './activities.ts';
import { parserProblems } from './cards.ts';
import { type Desk, openDesk } from './setting.ts';

const open: Desk[] = [];
const desk = async (...other: Parameters<typeof openDesk>) => {
  const here = await openDesk(...other);
  open.push(here);
  return here;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

const said = (text: string): Reply => ({ language: 'nl', parts: [{ kind: 'text', text }] });
const how = { id: 'm1', repeat: false };
const CHANNEL = { id: '19:kanaal@thread.tacv2;messageid=17', tenantId: TENANT, conversationType: 'channel' };

const asks = (content: string, contentType = 'html') => ({
  type: 'invoke',
  name: 'composeExtension/fetchTask',
  text: undefined,
  conversation: CHANNEL,
  value: { commandId: 'maakAanvraag', messagePayload: { id: '1', body: { contentType, content } } },
});
const sends = (wat: string | undefined, more = {}) => ({
  type: 'invoke',
  name: 'composeExtension/submitAction',
  text: undefined,
  conversation: CHANNEL,
  value: { commandId: 'maakAanvraag', data: { wat } },
  ...more,
});
/** What a dialog is answered with: the next card, or a sentence that closes it. */
type Task = { type: string; value: string | { card: { content: Card } } };
const answer = ({ text }: { text: string }): Task => JSON.parse(text).task;
const cardIn = ({ value }: Task): Card => {
  if (typeof value === 'string') throw new Error(`no card came, but: ${value}`);
  return value.card.content;
};
const inputIn = (task: Task) => {
  const input = cardIn(task).body.find((one) => one.type === 'Input.Text');
  if (!input) throw new Error('there is nothing to fill in');
  return input;
};

describe('making a request of a message', () => {
  it('opens a dialog with the message as people see it', async () => {
    const here = await desk();
    const html =
      '<p>Kan iemand <strong>40 kerstpakketten</strong> regelen?</p><ul><li>voor 18 december</li><li>900&nbsp;euro</li></ul><p><a href="https://x.test/">hier</a> &amp; <at id="0">Ann</at><img src="https://x.test/a.png" alt=""></p><attachment id="3"></attachment>';
    const task = answer(await here.says(asks(html)));
    expect(task.type).toBe('continue');
    const input = inputIn(task);
    expect(input.value).toContain('Kan iemand 40 kerstpakketten regelen?');
    expect(input.value).toContain('voor 18 december');
    expect(input.value).toContain('hier & Ann');
    expect(input.value).not.toMatch(/[<>]|https|attachment/);
    expect(input).toMatchObject({ isRequired: true, isMultiline: true });
    expect(input.label.length * input.errorMessage.length).toBeGreaterThan(0);
    expect(parserProblems(cardIn(task))).toEqual([]);
    expect(here.turns).toEqual([]);
  });

  it('takes it once, however often it is sent, and goes on in the chat with that person', async () => {
    const here = await desk();
    for (const id of ['17', '17', 'een nieuw id']) {
      const { type, value } = answer(await here.says(sends('40 kerstpakketten voor 18 december', { id })));
      expect([type, typeof value]).toEqual(['message', 'string']);
    }
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(1);
    expect(here.turns[0]).toMatchObject({
      input: { kind: 'handed-on', text: '40 kerstpakketten voor 18 december' },
      at: { channel: 'teams', id: `${TENANT}/a:alleen met 29:ann` },
    });
    expect(here.connector.chats[0]).toMatchObject({ members: ['29:ann'], tenant: TENANT });
    await here.channel.post(here.turns[0]?.at as never, said('Wat mis ik nog?'), how);
    expect(here.connector.received.at(-1)?.conversation).toBe('a:alleen met 29:ann');
  });

  it('keeps what was written when it cannot go on, and says what is wrong', async () => {
    const here = await desk();
    const text = '40 kerstpakketten';
    for (const empty of ['', '  ', undefined]) {
      const asked = answer(await here.says(sends(empty)));
      expect(JSON.stringify(asked)).toContain('Vul dit in.');
    }
    here.connector.without.add('29:ann');
    const refused = answer(await here.says(sends(text)));
    expect(inputIn(refused).value).toBe(text);
    expect(JSON.stringify(refused)).toContain('Voeg Inkopen met impact');
    here.connector.without.clear();
    here.connector.faults.push({ status: 503 });
    const later = answer(await here.says(sends(text, { locale: 'en-US' })));
    expect(inputIn(later).value).toBe(text);
    expect(JSON.stringify(later)).toContain('did not work now');
    expect(here.turns).toEqual([]);
  });

  it('keeps it when the turn could not be booked', async () => {
    const here = await desk({
      accept: async () => {
        throw new Error('the disk is full');
      },
    });
    expect(answer(await here.says(sends('40 kerstpakketten'))).type).toBe('continue');
  });
});

describe('a person who spoke in company', () => {
  const inChannel = {
    conversation: CHANNEL,
    text: '<at>Inkopen met impact</at> lunch voor 20 man',
    entities: [
      {
        type: 'mention',
        mentioned: { id: '28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' },
        text: '<at>Inkopen met impact</at>',
      },
    ],
  };

  it('is spoken to alone when something is for them', async () => {
    const here = await desk();
    await here.says(inChannel);
    const reach = here.turns[0]?.reach as never;
    await here.channel.post(reach, said('Je aanvraag is opgepakt.'), how);
    await here.channel.post(reach, said('Hij is klaar.'), { ...how, id: 'm2' });
    expect(here.connector.received.map(({ conversation }) => conversation)).toEqual(
      Array(2).fill('a:alleen met 29:ann'),
    );
    expect(here.connector.chats).toHaveLength(1);
  });

  it('hears it where they spoke when they do not have the bot, and alone again once they do', async () => {
    const here = await desk();
    here.connector.without.add('29:ann');
    await here.says(inChannel);
    const reach = here.turns[0]?.reach as never;
    await here.channel.post(reach, said('een'), how);
    await here.channel.post(reach, said('twee'), { ...how, id: 'm2' });
    expect(here.connector.received.map(({ conversation }) => conversation)).toEqual(Array(2).fill(CHANNEL.id));
    expect(here.connector.chats).toHaveLength(1);
    here.connector.without.clear();
    await here.says();
    await here.channel.post(reach, said('drie'), { ...how, id: 'm3' });
    expect(here.connector.received.at(-1)?.conversation).toBe('a:alleen met 29:ann');
  });

  it('has no other way to be reached in a chat alone', async () => {
    const here = await desk();
    await here.says();
    expect(here.turns[0]?.reach).toBeUndefined();
  });
});
