import { afterEach, describe, expect, it } from 'vitest';
import { button, forEveryone } from '../../../adapters/teams/button.ts';
import type { Card } from '../../../adapters/teams/card.ts';
import type { Action } from '../../../src/action.ts';
import { peopleOf } from '../../support/office.ts';
import { APP, pressing, TENANT } from './activities.ts';
import { buttonsOf, readIn } from './cards.ts';
import { type Office, openOffice } from './dialogue.ts';
import { type Desk, openDesk, storeAway } from './setting.ts';

const stops: (() => Promise<void>)[] = [];
async function desk(...settings: Parameters<typeof openDesk>): Promise<Desk> {
  const opened = await openDesk(...settings);
  stops.push(opened.stop);
  return opened;
}
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const thread = { id: '19:kanaal@thread.tacv2;messageid=17000', tenantId: TENANT, conversationType: 'channel' };
const claim: Action = { do: 'move', request: 'IMP-2026-0001', move: 'claim' };
const submit = (action: Action = claim, sent = {}) =>
  button({ label: 'Ik pak dit op', action }, { card: 'kaart-1', ...sent });
const pressed = (more: object = {}) => ({
  conversation: thread,
  replyToId: 'bericht-1',
  ...pressing(forEveryone(submit())),
  ...more,
});
const plainly = (more: object = {}) => ({
  conversation: thread,
  replyToId: 'bericht-1',
  ...pressing(submit()),
  ...more,
});
const answerOf = ({ status, text }: { status: number; text: string }) => ({ status, body: JSON.parse(text) });

/** What Teams takes for an answer: it shows the text to who pressed. */
const shown = (value: string) => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});

describe('a press on a card that everyone sees', () => {
  it('is answered with a sentence in the language of who pressed', async () => {
    const here = await desk();
    expect(answerOf(await here.says(pressed()))).toEqual(shown('Ik heb je keuze ontvangen.'));
    expect(answerOf(await here.says(pressed({ locale: 'en-GB' })))).toEqual(shown('I have received your choice.'));
  });

  it('is the same turn as a press of the plain button, whichever comes', async () => {
    const here = await desk();
    await here.says(pressed());
    await here.says(plainly());
    expect(here.turns.length).toBe(2);
    expect(here.turns[0]).toEqual(here.turns[1]);
    expect(here.turns[0]).toMatchObject({ input: { kind: 'action', action: claim, values: {} } });
  });

  it('brings what was filled in beside it, as the plain button does', async () => {
    const here = await desk();
    const form = submit(claim, { form: 0 });
    const values = { 'field:0:text': 'Mag het later?', 'field:1:text': 'van een ander', zomaar: 'x' };
    for (const one of [form, forEveryone(form)])
      await here.says({ conversation: thread, replyToId: 'bericht-1', ...pressing(one, values) });
    expect(here.turns.map(({ input }) => input)).toEqual(
      Array(2).fill({ kind: 'action', action: claim, values: { text: 'Mag het later?' } }),
    );
  });

  it('is one turn however often it comes, also under another id half a minute later', async () => {
    const here = await desk();
    const started = Date.UTC(2026, 10, 21, 9, 0, 50);
    for (const [id, seconds] of [
      ['a', 0],
      ['a', 15],
      ['b', 30],
    ] as const)
      await here.says(pressed({ id, timestamp: new Date(started + seconds * 1000).toISOString() }));
    expect(here.turns.length).toBe(3);
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(1);
  });

  it('is refused when it is forged or comes from another organisation', async () => {
    const here = await desk();
    const other = { id: 'ander', tenantId: 'ander', conversationType: 'channel' };
    const token = await here.connector.token({ aud: 'een andere app' });
    expect((await here.says(pressed({ conversation: other, channelData: { tenant: { id: 'ander' } } }))).status).toBe(
      403,
    );
    expect((await here.says(pressed({ channelData: { tenant: { id: 'ander' } } }))).status).toBe(403);
    const body = { ...pressed(), type: 'invoke' };
    expect((await here.post(body, {})).status).toBe(401);
    expect((await here.post(body, { authorization: `Bearer ${token}` })).status).toBe(401);
    expect(here.turns).toEqual([]);
  });

  it('that could not be booked is told in our own words, and works when it is pressed again', async () => {
    const { accept, booked, back } = storeAway();
    const here = await desk({ accept });
    expect(answerOf(await here.says(pressed()))).toEqual({
      status: 200,
      body: {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { code: 'NotNow', message: 'Dit lukte nu niet. Druk straks nog eens op de knop.' },
      },
    });
    back();
    expect(answerOf(await here.says(pressed())).body.statusCode).toBe(200);
    expect(booked.length).toBe(1);
  });

  it('of a button that nobody knows any more is answered with why', async () => {
    const here = await desk();
    const odd = [undefined, null, 'x', {}, { action: null }, { action: { data: 'x' } }, { action: { data: {} } }];
    for (const value of odd) expect(answerOf(await here.says(pressed({ value }))).body.statusCode).toBe(200);
    const told = await here.connector.heard(odd.length);
    for (const { body } of told) expect(JSON.stringify(body)).toContain('Deze knop ken ik niet meer');
    expect(here.turns).toEqual([]);
  });
});

describe('a request in the channel of the buyers', () => {
  const channel = '19:inkoop@thread.tacv2';
  const people = peopleOf(
    { name: 'Ann', roles: ['team-lead'], team: 'Jeugd' },
    { name: 'Bo', roles: ['buyer'] },
    { name: 'Cas', roles: ['buyer'] },
  );

  async function opened(): Promise<Office> {
    const office = await openOffice({ people });
    stops.push(office.stop);
    for (const name of ['Ann', 'Bo', 'Cas'])
      office.connector.members.set(name, `${name.toLowerCase()}@utrecht.example`);
    return office;
  }

  const inChannel = (name: string, message: number) => ({
    from: { id: `29:${name}`, name, aadObjectId: name },
    conversation: { id: `${channel};messageid=${message}`, tenantId: TENANT, conversationType: 'channel' },
  });
  const calling = (text: string) => ({
    text: `<at>Inkopen met impact</at> ${text}`,
    entities: [{ type: 'mention', text: '<at>Inkopen met impact</at>', mentioned: { id: `28:${APP}` } }],
  });

  /** The cards of the request that stand in the channel, by what Teams calls their messages. */
  function standing({ connector }: Office): Map<string, Card> {
    const found = new Map<string, Card>();
    for (const [at, { conversation, id, body }] of connector.received.entries()) {
      const [attachment] = (body.attachments ?? []) as { content: Card }[];
      const named = attachment && /^\s*IMP-2026-0001: /.test(readIn(attachment.content));
      if (conversation === channel && named) found.set(id ?? `bericht-${at + 1}`, attachment.content);
    }
    return found;
  }

  it('that two press at once goes to one; the other hears so, and everyone sees one card', async () => {
    const office = await opened();
    const ann = office.person('Ann');
    await office.says({ ...inChannel('Bo', 1), ...calling('meld aanvragen hier') });
    await office.quiet();
    await ann.says('ik wil een aanvraag plaatsen: 40 kerstpakketten voor 18 december, 900 euro met btw');
    await ann.presses('Plaats de aanvraag');
    const [[id, card] = []] = standing(office);
    const claiming = card && buttonsOf(card).find(({ title }) => title === 'Ik pak dit op');
    if (!claiming) throw new Error('no request to take');
    expect(claiming.type).toBe('Action.Execute');

    const from = office.connector.received.length;
    const presses = ['Bo', 'Cas'].map((name) =>
      office.says({
        ...inChannel(name, 2),
        replyToId: id,
        ...pressing(claiming),
      }),
    );
    for (const answer of await Promise.all(presses)) expect(answerOf(answer).body.statusCode).toBe(200);
    await office.quiet();

    const said = office.connector.received.slice(from);
    const heard = said.map(({ body }) => JSON.stringify(body)).join('\n');
    expect(heard).toMatch(/Dat kan nu niet: de aanvraag is opgepakt door (?:Bo|Cas)/);
    expect(heard).toMatch(/(?:Bo|Cas) heeft je aanvraag/);
    expect(said.filter((one) => one.method === 'PUT').map((one) => one.id)).toEqual([id]);
    const cards = standing(office);
    expect([...cards.keys()]).toEqual([id]);
    expect(readIn(cards.get(id ?? '') as Card)).toMatch(/opgepakt/);
    for (const { type } of buttonsOf(cards.get(id ?? '') as Card)) expect(type).toBe('Action.Execute');
  });
});
