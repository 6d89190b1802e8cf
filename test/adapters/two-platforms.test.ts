import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import { createOutbox } from '../../src/outbox.ts';
import type { Log } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { peopleOf } from '../support/office.ts';
import { direct, press } from './slack/events.ts';
import { buttonsOf, fieldsOf, type SeenButton, wordsOf } from './slack/look.ts';
import { type Office, startOffice } from './slack/office.ts';
import { readIn } from './teams/cards.ts';
import { type Colleague, colleagueAt } from './teams/dialogue.ts';
import { type Desk, openDesk } from './teams/setting.ts';

const people = peopleOf(
  { name: 'Ann', roles: ['team-lead'], team: 'Jeugd' },
  { name: 'Bo', roles: ['buyer'] },
  { name: 'Cas', roles: ['buyer'] },
);
const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

let slack: Office;
let teams: Desk;
let quiet: () => Promise<void>;
let stop: () => Promise<void>;

beforeAll(async () => {
  const store = await openLowdbStore({ today: () => TODAY });
  let bot: Bot;
  const accept: Bot['accept'] = (turn) => bot.accept(turn);
  slack = await startOffice({ accept, needsEmail: true });
  teams = await openDesk({ accept, byEmail: true });
  const outbox = createOutbox({ store, channels: { slack: slack.channel, teams: teams.channel }, log: strict });
  bot = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    people,
    log: strict,
    today: () => TODAY,
    now: () => new Date(`${TODAY}T10:00:00Z`),
    send: outbox.send,
  });
  for (const name of ['Ann', 'Bo'])
    slack.slack.people.set(`U${name}`, { email: `${name.toLowerCase()}@utrecht.example`, name, locale: 'nl-NL' });
  teams.connector.members.set('Cas', 'cas@utrecht.example');
  quiet = async () => {
    await bot.idle();
    await expect.poll(() => store.outbox.waiting(), { interval: 5, timeout: 20_000 }).toEqual([]);
  };
  stop = async () => {
    await bot.idle();
    await outbox.stop();
    await slack.close();
    await teams.stop();
    await store.close();
  };
});
afterAll(() => stop());

/** Somebody in their own conversation in Slack. */
function inSlack(name: string) {
  const user = `U${name}`;
  const here = () => slack.slack.standing.filter(({ channel }) => channel === `DU${name}`);
  const newest = (label: string) =>
    here()
      .flatMap((message) => buttonsOf(message.blocks).map((button) => ({ message, button })))
      .findLast(({ button }) => button.label === label);
  async function sends(what: object | string): Promise<void> {
    expect((await slack.send(what)).status).toBe(200);
    await quiet();
  }
  const pressed = (message: ReturnType<typeof here>[number], button: SeenButton, values = {}) =>
    sends(press(message, button, { user, values }));
  return {
    says: (text: string) => sends(direct(text, { user })),
    /** What they could press now, to be pressed when it is old. */
    sees(label: string): () => Promise<void> {
      const found = newest(label);
      if (!found) throw new Error(`no button ${label}: ${wordsOf(here().at(-1)?.blocks)}`);
      return () => pressed(found.message, found.button);
    },
    presses(label: string): Promise<void> {
      return this.sees(label)();
    },
    async fillsIn(values: Record<string, string>): Promise<void> {
      const message = here().findLast(({ blocks }) => fieldsOf(blocks).length > 0);
      const submit = message && buttonsOf(message.blocks).find(({ action_id }) => action_id.startsWith('submit:'));
      if (!message || !submit) throw new Error('no form to send');
      const typed = fieldsOf(message.blocks).map(({ block_id, action_id, id, value }) => [
        block_id,
        { [action_id]: { value: values[id] ?? value } },
      ]);
      await pressed(message, submit, Object.fromEntries(typed));
    },
    hears: (wanted: string | RegExp) =>
      expect(
        here()
          .map(({ blocks }) => wordsOf(blocks))
          .join('\n'),
      ).toMatch(wanted),
    /** The one card of a request. */
    card() {
      const cards = here().filter(({ blocks }) => /IMP-2026-0001: 40 kerstpakketten/.test(wordsOf(blocks)));
      expect(cards).toHaveLength(1);
      return wordsOf(cards[0]?.blocks);
    },
  };
}

/** The card of a request as it now stands in a conversation in Teams: a later one takes the place of an earlier one. */
function cardInTeams(conversation: string): string {
  const standing = new Map<string, string>();
  for (const [at, { conversation: where, id, body }] of teams.connector.received.entries()) {
    const [attachment] = (body.attachments ?? []) as { content?: Parameters<typeof readIn>[0] }[];
    if (where === conversation && attachment?.content)
      standing.set(id ?? `bericht-${at + 1}`, readIn(attachment.content));
  }
  const cards = [...standing.values()].filter((words) => /IMP-2026-0001: 40 kerstpakketten/.test(words));
  expect(cards).toHaveLength(1);
  return cards[0] ?? '';
}

it('a request goes from posting in Slack to its proof by way of a buyer in Teams, and every card shows how it stands', async () => {
  const [ann, bo] = [inSlack('Ann'), inSlack('Bo')];
  const cas: Colleague = colleagueAt(teams, quiet, 'Cas');
  await bo.says('meld aanvragen hier');
  await cas.says('meld aanvragen hier');

  await ann.says('ik wil een aanvraag plaatsen: 40 kerstpakketten voor 18 december, 900 euro met btw');
  await ann.presses('Plaats de aanvraag');
  ann.hears(/geplaatst als\W+IMP-2026-0001/);
  for (const card of [bo.card(), cardInTeams('a:Cas')])
    expect(card).toMatch(/open[\s\S]*vrijdag 18 december 2026[\s\S]*€ 900, met btw/);

  const old = bo.sees('Ik pak dit op');
  await cas.presses('Ik pak dit op');
  ann.hears(/Cas heeft je aanvraag\W+IMP-2026-0001\W+opgepakt/);
  for (const card of [bo.card(), cardInTeams('a:Cas')]) expect(card).toMatch(/opgepakt[\s\S]*Opgepakt door[\s\S]*Cas/);
  await old();
  bo.hears('Dat kan nu niet: de aanvraag is opgepakt door Cas.');

  await cas.presses('Stel een vraag');
  await cas.fillsIn({ text: 'Mag het een week later?' });
  ann.hears(/Cas heeft een vraag[\s\S]*Mag het een week later\?/);
  await ann.presses('Beantwoord de vraag');
  await ann.fillsIn({ text: 'Ja, tot 22 december.' });
  expect(teams.connector.received.some(({ body }) => JSON.stringify(body).includes('Ja, tot 22 december.'))).toBe(true);

  await cas.presses('Rond af');
  await cas.fillsIn({ boughtFrom: 'Mesjokke', boughtFor: '880 euro met btw' });
  ann.hears(/Cas heeft\W+IMP-2026-0001\W+afgerond[\s\S]*Mesjokke, € 880, met btw[\s\S]*Zou je hier weer kopen\?/);
  for (const card of [bo.card(), cardInTeams('a:Cas')]) expect(card).toMatch(/afgerond[\s\S]*Mesjokke, € 880, met btw/);
  await ann.presses('Ja, weer');
  ann.hears('Wil je collega’s nog iets zeggen over Mesjokke?');

  await ann.says('dossierkaart IMP-2026-0001');
  ann.hears(/Gekocht bij[\s\S]*Mesjokke[\s\S]*afgerond door Cas/);
  expect(slack.slack.files.map(({ name, channel }) => `${name} ${channel}`)).toEqual(['IMP-2026-0001.html DUAnn']);
  await cas.says('dossierkaart IMP-2026-0001');
  const proof = teams.connector.received.map(({ body }) => JSON.stringify(body)).join('\n');
  expect(proof).toMatch(/geplaatst door Ann[\s\S]*afgerond door Cas/);
  expect(proof).toMatch(/file\.consent[\s\S]*IMP-2026-0001\.html|IMP-2026-0001\.html[\s\S]*file\.consent/);
});
