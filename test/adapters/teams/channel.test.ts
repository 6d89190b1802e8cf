import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../../adapters/teams/address.ts';
import { button } from '../../../adapters/teams/button.ts';
import { isStorage } from '../../../adapters/teams/files.ts';
import { localServices } from '../../../adapters/teams/services.ts';
import { DeliveryError } from '../../../src/delivery.ts';
import type { Reply } from '../../../src/reply.ts';
import { APP, TENANT } from './activities.ts';
import { fakeFactory } from './fake-connector.ts';
import { type Desk, openDesk, sentTo, storeAway } from './setting.ts';

const open: Desk[] = [];
async function desk(...settings: Parameters<typeof openDesk>): Promise<Desk> {
  const opened = await openDesk(...settings);
  open.push(opened);
  return opened;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop()));
});

const said = (text: string): Reply => ({ language: 'nl', parts: [{ kind: 'text', text }] });
const how = { id: 'm1', repeat: false };
const group = { id: '19:groep@thread.v2', tenantId: TENANT, conversationType: 'groupChat' };
const thread = { id: '19:kanaal@thread.tacv2;messageid=17000', tenantId: TENANT, conversationType: 'channel' };
const mention = (text: string) => ({
  text: `<at>Inkopen met impact</at> ${text}`,
  entities: [{ type: 'mention', text: '<at>Inkopen met impact</at>', mentioned: { id: `28:${APP}` } }],
});
const pressed = (action: Parameters<typeof button>[0]['action'], card = 'kaart-1') => ({
  text: undefined,
  replyToId: 'bericht-1',
  value: button({ label: 'x', action }, { card }).data,
});
const at = (service: string, conversation = 'a:gesprek') => addressOf({ tenant: TENANT, conversation }, { service });

const personalAt = (service: string) =>
  addressOf({ tenant: TENANT, conversation: 'a:gesprek' }, { service, personal: true });

async function failureOf(posting: Promise<unknown>): Promise<unknown> {
  const error = await posting.then(
    () => undefined,
    (one: unknown) => one,
  );
  return error instanceof DeliveryError ? error.failure : error;
}

describe('what is heard in Teams', () => {
  it('is a message in a personal chat', async () => {
    const here = await desk();
    await here.says({ text: 'lunch &amp; borrel&nbsp;voor 20' });
    expect(here.turns).toEqual([
      {
        id: expect.stringMatching(/^teams [\w-]{27}$/),
        from: { id: `teams:${TENANT}:ann-in-de-gids`, name: 'Ann' },
        at: personalAt(here.connector.service),
        input: { kind: 'text', text: 'lunch & borrel voor 20' },
        locale: 'nl',
      },
    ]);
  });

  it('is a message in a group chat or a thread that calls the bot, without the call', async () => {
    const here = await desk();
    await here.says({ conversation: group, ...mention('lunch voor <at>Bo</at> en mij') });
    await here.says({ conversation: thread, ...mention('en daarna?') });
    expect(here.turns.map(({ at: { id }, input }) => [id, input])).toEqual([
      [`${TENANT}/${group.id}`, { kind: 'text', text: 'lunch voor Bo en mij' }],
      [`${TENANT}/${thread.id}`, { kind: 'text', text: 'en daarna?' }],
    ]);
  });

  it('is not what others say to each other, what the bot says itself, an edit, a deletion or a thumb', async () => {
    const here = await desk();
    const us = { id: `28:${APP}`, name: 'Inkopen met impact' };
    const others = { entities: [{ type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:bo' } }] };
    for (const one of [
      { conversation: group, text: 'hoi allemaal' },
      { conversation: thread, text: '<at>Bo</at> hoi', ...others },
      { from: us },
      { from: { id: '28:een-andere-bot', name: 'Bot', role: 'bot' } },
      { type: 'messageUpdate' },
      { type: 'messageDelete' },
      { type: 'messageReaction' },
      { type: 'typing' },
      { type: 'endOfConversation' },
      { type: 'conversationUpdate', membersAdded: [{ id: '29:nieuw' }] },
      { type: 'installationUpdate', action: 'remove' },
      { type: 'nooit van gehoord' },
    ])
      expect(await here.says(one)).toEqual({ status: 200, text: '' });
    expect(here.turns).toEqual([]);
  });

  it('is the first contact, which comes in two ways and is one turn', async () => {
    const here = await desk();
    await here.says({ type: 'installationUpdate', action: 'add', text: undefined });
    await here.says({ type: 'conversationUpdate', membersAdded: [{ id: `28:${APP}` }], text: undefined });
    expect(here.turns.map(({ input }) => input.kind)).toEqual(['opened', 'opened']);
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['nl-NL', 'nl'],
    ['en-GB', 'en'],
    ['en-us', 'en'],
    ['de-DE', undefined],
    [undefined, undefined],
  ])('with the locale %s is answered in %s when the words do not tell', async (locale, language) => {
    const here = await desk();
    await here.says({ locale });
    expect(here.turns[0]?.locale).toBe(language);
  });

  it('is one turn however often it comes: the same id five times, and a press under another id half a minute later', async () => {
    const here = await desk();
    const message = sentTo(here);
    for (let again = 0; again < 5; again += 1) await here.post(message);
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(1);

    here.turns.length = 0;
    const started = Date.UTC(2026, 10, 21, 9, 0, 50);
    for (let press = 0; press < 1000; press += 1) {
      const more = pressed({ do: 'show-supplier', supplier: `leverancier-${press}` });
      await here.says({ ...more, timestamp: new Date(started).toISOString() });
      await here.says({ ...more, timestamp: new Date(started + 30_000).toISOString() });
    }
    expect(here.turns.length).toBe(2000);
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(1000);
  });

  it('is a new turn when the same button is pressed again later, by another person, or in another card', async () => {
    const here = await desk();
    const more = pressed({ do: 'more-suppliers' });
    const time = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString();
    await here.says({ ...more, timestamp: time(0) });
    await here.says({ ...more, timestamp: time(90) });
    await here.says({ ...more, timestamp: time(0), from: { id: '29:bo', name: 'Bo', aadObjectId: 'bo' } });
    await here.says({ ...pressed({ do: 'more-suppliers' }, 'kaart-2'), timestamp: time(0) });
    expect(new Set(here.turns.map(({ id }) => id)).size).toBe(4);
  });

  it('is a button of an older version, which is answered with why', async () => {
    const here = await desk();
    await here.says({ text: undefined, value: { impact: { action: '{"do":"iets ouds"}', card: 'x' } } });
    const [told] = await here.connector.heard(1);
    expect(JSON.stringify(told?.body)).toContain('Deze knop ken ik niet meer');
    expect(here.turns).toEqual([]);
  });

  it('is booked before it is acknowledged, and sent again by Teams when it could not be booked', async () => {
    const { accept, booked, back } = storeAway();
    const here = await desk({ accept });
    const message = sentTo(here);
    expect(await here.post(message)).toEqual({ status: 503, text: '' });
    back();
    expect(await here.post(message)).toEqual({ status: 200, text: '' });
    expect(booked.length).toBe(1);
  });
});

describe('the id of a turn', () => {
  it('is short enough for a button to carry, however long the ids of Teams are', async () => {
    const here = await desk();
    const conversation = { id: `a:${'x'.repeat(900)}`, tenantId: TENANT, conversationType: 'personal' };
    await here.says({ conversation });
    await here.says({ conversation, ...pressed({ do: 'more-suppliers' }) });
    expect(here.turns.length).toBe(2);
    for (const { id } of here.turns) expect(id.length).toBeLessThan(100);
  });
});

describe('for development', () => {
  it('nobody has to prove who they are, and the bot speaks to this computer alone', async () => {
    const here = await desk({ credentials: undefined, instead: { services: localServices } });
    const { post, connector, channel } = here;
    expect((await post(sentTo(here), {})).status).toBe(200);
    await channel.post(at(connector.service), said('Hoi'), how);
    expect(connector.received.length).toBe(1);
    expect((await post(sentTo(here, { serviceUrl: 'https://smba.trafficmanager.net/emea/' }), {})).status).toBe(403);
  });
});

describe('in the Playground', () => {
  it('somebody is known by the e-mail address that stands under their id there', async () => {
    const here = await desk({ credentials: undefined, byEmail: true, instead: { services: localServices } });
    here.connector.members.set('29:ann', 'ann@utrecht.nl');
    await here.post(sentTo(here), {});
    expect(here.turns[0]?.from.id).toBe('ann@utrecht.nl');
  });
});

describe('what goes wrong inside', () => {
  it('stays inside (50 errors)', async () => {
    const here = await desk({
      accept: async ({ input }) => {
        throw new Error(`kanarie ${JSON.stringify(input)}`);
      },
    });
    for (let error = 0; error < 50; error += 1) {
      const { status, text } = await here.says({ text: `vraag ${error}` });
      expect([status, text]).toEqual([503, '']);
    }
    expect(here.connector.received).toEqual([]);
    expect(JSON.stringify(here.log.lines)).not.toMatch(/kanarie|vraag/);
  });
});

describe('who somebody is', () => {
  it('is their e-mail address in small letters, where people are known by it; it is asked for once', async () => {
    const here = await desk({ byEmail: true });
    here.connector.members.set('ann-in-de-gids', 'Ann.Jansen@Utrecht.nl');
    await here.says();
    await here.says();
    expect(here.turns.map(({ from }) => from)).toEqual(
      Array(2).fill({ id: 'ann.jansen@utrecht.nl', name: 'Ann', email: 'ann.jansen@utrecht.nl' }),
    );
    expect(here.connector.asked()).toBe(1);
  });

  it('is their id when they are of another organisation, that could call its people what it likes', async () => {
    const here = await desk({ byEmail: true });
    here.connector.members.set('ann-in-de-gids', 'bo@utrecht.nl');
    here.connector.tenants.set('ann-in-de-gids', 'een-ander');
    await here.says();
    expect(here.turns[0]?.from).toEqual({ id: `teams:${TENANT}:ann-in-de-gids`, name: 'Ann' });
  });

  it('is their id when the directory does not answer in a second', async () => {
    const here = await desk({ byEmail: true });
    here.connector.faults.push('silent');
    const from = performance.now();
    expect((await here.says()).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(2000);
    expect(here.turns[0]?.from).toEqual({ id: `teams:${TENANT}:ann-in-de-gids`, name: 'Ann' });
  });

  it('is not looked up where nobody needs it', async () => {
    const here = await desk();
    await here.says();
    expect(here.connector.asked()).toBe(0);
  });
});

describe('a message to Teams', () => {
  it('is one card in the conversation, signed', async () => {
    const here = await desk();
    await here.channel.post(at(here.connector.service, thread.id), said('Hoi'), how);
    expect(here.connector.received).toEqual([
      expect.objectContaining({ method: 'POST', conversation: thread.id, authorization: 'Bearer geheim' }),
    ]);
  });

  it('shows that an answer is being made, and goes on where that cannot be shown', async () => {
    const here = await desk();
    here.channel.working?.(at(here.connector.service));
    expect((await here.connector.heard(1))[0]?.body).toMatchObject({ type: 'typing' });
    here.connector.faults.push({ status: 500 });
    here.channel.working?.(at(here.connector.service));
    here.channel.working?.(at('https://elders.example/'));
    await expect.poll(() => here.log.lines.map(({ event }) => event)).toContain('teams-status-not-set');
  });

  it('keeps the AI label and the citations on the wire', async () => {
    const here = await desk();
    const sources = [{ id: 's', title: 'Nota', at: 'hoofdstuk 2', url: 'https://utrecht.nl/' }];
    const reply: Reply = { language: 'nl', wordedBy: 'model', parts: [{ kind: 'sources', sources }] };
    await here.channel.post(at(here.connector.service), reply, how);
    expect(here.connector.received[0]?.body).toMatchObject({
      text: 'Bronnen: [1]',
      entities: [
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          additionalType: ['AIGeneratedContent'],
          citation: [{ '@type': 'Claim', position: 1, appearance: { name: 'Nota', url: 'https://utrecht.nl/' } }],
        },
      ],
    });
  });

  it('takes the place of the card that was pressed, for everyone who sees it', async () => {
    const here = await desk();
    await here.says(pressed({ do: 'more-suppliers' }));
    const reply: Reply = { ...said('Genoteerd'), replaces: 'pressed-message' };
    await here.channel.post(here.turns[0]?.at as never, reply, { id: 'm2', repeat: true });
    expect(here.connector.received).toEqual([expect.objectContaining({ method: 'PUT', id: 'bericht-1' })]);
    expect(JSON.stringify(here.connector.received[0]?.body)).not.toContain('Herhaald bericht');
  });

  it('says what Teams calls it, and takes the place of an earlier card by that name', async () => {
    const here = await desk();
    const place = at(here.connector.service);
    const id = await here.channel.post(place, said('Open'), how);
    expect(id).toBe('bericht-1');
    expect(await here.channel.post(place, said('Opgepakt'), { ...how, stands: 'bericht-1' })).toBe('bericht-1');
    expect(here.connector.received.map(({ method }) => method)).toEqual(['POST', 'PUT']);
  });

  it('comes as a message of its own when what was pressed is gone', async () => {
    const here = await desk();
    await here.says(pressed({ do: 'more-suppliers' }));
    here.connector.faults.push({ status: 404 });
    await here.channel.post(here.turns[0]?.at as never, { ...said('Genoteerd'), replaces: 'pressed-message' }, how);
    expect(here.connector.received.map(({ method }) => method)).toEqual(['POST']);
  });

  it('comes without a card when Teams does not take the card', async () => {
    const here = await desk();
    for (const status of [400, 413]) {
      here.connector.faults.push({ status });
      await here.channel.post(at(here.connector.service), said('Mag **wel**'), how);
    }
    expect(here.connector.received.map(({ body }) => [body.text, body.attachments])).toEqual(
      Array(2).fill(['Mag wel', undefined]),
    );
  });

  it.each([
    [429, { 'retry-after': '2' }, { kind: 'throttled', wait: 2000 }],
    [429, {}, { kind: 'throttled' }],
    [412, {}, { kind: 'down' }],
    [502, {}, { kind: 'down' }],
    [504, {}, { kind: 'down' }],
    [503, { 'retry-after': '1' }, { kind: 'throttled', wait: 1000 }],
    [401, {}, { kind: 'down' }],
    [403, {}, { kind: 'refused' }],
    [404, {}, { kind: 'refused' }],
  ])('that is answered with %s is tried once and says what to do', async (status, headers, failure) => {
    const here = await desk();
    here.connector.faults.push({ status, headers });
    expect(await failureOf(here.channel.post(at(here.connector.service), said('Hoi'), how))).toEqual(failure);
    expect(here.connector.asked()).toBe(1);
  });

  it('that may have arrived is told apart from one that did not', async () => {
    const here = await desk({ instead: { longestSend: 300 } });
    here.connector.faults.push('cut', 'silent');
    expect(await failureOf(here.channel.post(at(here.connector.service), said('1'), how))).toEqual({ kind: 'cut' });
    expect(await failureOf(here.channel.post(at(here.connector.service), said('2'), how))).toEqual({
      kind: 'unanswered',
    });
    await here.connector.stop();
    expect(await failureOf(here.channel.post(at(here.connector.service), said('3'), how))).toEqual({ kind: 'down' });
  });

  it('waits while no password is to be had: nothing went out', async () => {
    const here = await desk({ instead: { factory: fakeFactory({ fails: () => true }) } });
    expect(await failureOf(here.channel.post(at(here.connector.service), said('Hoi'), how))).toEqual({ kind: 'down' });
    expect(here.connector.asked()).toBe(0);
  });

  it('goes to where the conversation was last heard from', async () => {
    const here = await desk();
    await here.says();
    await here.channel.post(at('https://smba.trafficmanager.net/oud/'), said('Hoi'), how);
    expect(here.connector.received.length).toBe(1);
  });

  it('goes to no address outside the list, whatever was remembered', async () => {
    const here = await desk({ instead: { services: () => false } });
    expect(await failureOf(here.channel.post(at(here.connector.service), said('Hoi'), how))).toEqual({
      kind: 'refused',
    });
    expect(here.connector.asked()).toBe(0);
  });

  it('to a place that does not want us is tried once, until somebody speaks there again', async () => {
    const here = await desk();
    here.connector.faultsAt.set('a:weg', { status: 403 });
    const places = [at(here.connector.service, 'a:weg'), at(here.connector.service, 'a:er')];
    for (let time = 0; time < 20; time += 1)
      for (const place of places) await failureOf(here.channel.post(place, said(`${time}`), how));
    expect(here.connector.received.filter(({ conversation }) => conversation === 'a:er').length).toBe(20);
    expect(here.connector.asked()).toBe(21);

    here.connector.faultsAt.clear();
    await here.says({ conversation: { id: 'a:weg', tenantId: TENANT, conversationType: 'personal' } });
    await here.channel.post(places[0] as never, said('weer'), how);
    expect(here.connector.received.at(-1)?.conversation).toBe('a:weg');
  });
});

describe('the search box', () => {
  const query = (text: string, more = {}) => ({
    type: 'invoke',
    name: 'composeExtension/query',
    text: undefined,
    value: {
      commandId: 'zoekLeverancier',
      parameters: [{ name: 'wat', value: text }],
      queryOptions: { skip: 0, count: 25 },
    },
    ...more,
  });

  it('lists suppliers while somebody types, each with a card to send', async () => {
    const here = await desk();
    const { status, text } = await here.says(query('lunch'));
    expect(status).toBe(200);
    const { composeExtension: found } = JSON.parse(text);
    expect(found).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(found.attachments.length).toBeGreaterThan(2);
    expect(found.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard' },
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: expect.any(String) } },
    });
    expect(here.turns).toEqual([]);
  });

  it('knows a supplier by the beginning of its name', async () => {
    const here = await desk();
    const { text } = await here.says(query('the col'));
    expect(JSON.parse(text).composeExtension.attachments[0].preview.content.title).toBe('The Colour Kitchen');
  });

  it('says so when nothing fits', async () => {
    const here = await desk();
    const { text } = await here.says(query('', { locale: 'en-US' }));
    expect(JSON.parse(text).composeExtension).toEqual({
      type: 'message',
      text: 'Nothing found. Type what you are looking for, for example: lunch.',
    });
  });

  it('answers nothing that it was not asked', async () => {
    const here = await desk();
    expect((await here.says({ ...query('x'), name: 'composeExtension/submitAction' })).status).toBe(501);
    expect((await here.says({ ...query('x'), name: 'composeExtension/fetchTask' })).status).toBe(501);
    expect((await here.says({ ...query('x'), name: 'message/submitAction' })).status).toBe(200);
    expect((await here.says({ ...query('x'), value: { commandId: 'iets anders', parameters: [] } })).status).toBe(501);
  });
});

describe('a file', () => {
  const content = `<!doctype html><title>Kaart</title>${'<p>één regel</p>'.repeat(2000)}`;
  const reply: Reply = {
    language: 'nl',
    parts: [{ kind: 'file', file: { name: 'kaart/1.html', type: 'text/html', content } }],
  };

  async function offered(here: Desk) {
    await here.channel.post(personalAt(here.connector.service), reply, how);
    const [card, offer] = here.connector.received.map(({ body }) => (body.attachments as Record<string, unknown>[])[0]);
    return { card, offer: offer as { content: { acceptContext: object } } };
  }
  const choice = (here: Desk, context: object, more = {}) => ({
    type: 'invoke',
    name: 'fileConsent/invoke',
    text: undefined,
    replyToId: 'bericht-2',
    value: {
      type: 'fileUpload',
      action: 'accept',
      context,
      uploadInfo: {
        uploadUrl: here.connector.storage,
        contentUrl: 'https://utrecht.sharepoint.com/kaart.html',
        uniqueId: 'u1',
        fileType: 'html',
        name: 'kaart.html',
      },
      ...more,
    },
  });

  it('is offered to one person, and is among their files when they allow it', async () => {
    const here = await desk();
    const { card, offer } = await offered(here);
    expect(JSON.stringify(card)).toContain('Kies Toestaan');
    expect(offer).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'kaart1.html',
    });
    expect(JSON.stringify(offer).length).toBeLessThan(40_000);

    expect((await here.says(choice(here, offer.content.acceptContext))).status).toBe(200);
    const [, , told] = await here.connector.heard(3);
    expect(here.connector.uploads).toEqual([content]);
    expect(told).toMatchObject({ method: 'PUT', id: 'bericht-2' });
    expect(told?.body.attachments).toMatchObject([{ contentType: 'application/vnd.microsoft.teams.card.file.info' }]);
  });

  it('is not put anywhere else than where Teams keeps files, and that is said', async () => {
    const here = await desk({ instead: { storage: isStorage } });
    const { offer } = await offered(here);
    await here.says(choice(here, offer.content.acceptContext));
    const [, , told] = await here.connector.heard(3);
    expect(here.connector.uploads).toEqual([]);
    expect(told?.body.text).toContain('kwam niet in je OneDrive');
    for (const url of [
      'http://x.sharepoint.com/',
      'https://sharepoint.com.evil.example/',
      'https://a@x.sharepoint.com/',
      'https://evilsharepoint.com/',
    ])
      expect(isStorage(url), url).toBe(false);
    expect(isStorage('https://utrecht-my.sharepoint.com/personal/x')).toBe(true);
  });

  it('that could not be put there is told, and can be asked for again', async () => {
    const here = await desk();
    const { offer } = await offered(here);
    here.connector.faults.push({ status: 500 });
    await here.says(choice(here, offer.content.acceptContext));
    const [, , told] = await here.connector.heard(3);
    expect(told?.body.text).toContain('Vraag het nog eens');
  });

  it('that is not wanted goes nowhere, and a choice of nobody knows what is refused', async () => {
    const here = await desk();
    expect((await here.says(choice(here, {}, { action: 'decline' }))).status).toBe(200);
    expect((await here.says(choice(here, { name: 'x' }))).status).toBe(400);
    expect(here.connector.uploads).toEqual([]);
  });

  it('is not offered where others see it', async () => {
    const here = await desk();
    await here.channel.post(at(here.connector.service, group.id), reply, how);
    expect(here.connector.received.length).toBe(1);
    expect(JSON.stringify(here.connector.received[0]?.body)).toContain('in een gesprek met mij alleen');
  });
});
