import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { requestView } from '../../../adapters/slack/dialog.ts';
import { requestDialog } from '../../../src/journeys/request-dialog.ts';
import type { Store } from '../../../src/ports.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { long } from '../../support/long.ts';
import { command, direct, interaction, mention, moment, press, signed } from './events.ts';
import { BOT, type FakeSlack, startFake } from './fake.ts';
import { buttonsOf, fieldsOf } from './look.ts';
import { type Instance, startWhole } from './whole.ts';

const TIMES = 5;
const DIALOGS = long ? 500 : 40;
const CAPTURED = long ? 200 : 40;
/** So many at once: more of one moment would be told that it is busy. */
const AT_ONCE = 50;

let slack: FakeSlack;
let store: Store;
let bot: Instance;
let folder: string;
/** The ids of the turns that were new, in the order in which they were booked. */
let booked: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slack-again-'));
  slack = await startFake();
  store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => TODAY });
  booked = [];
  bot = startWhole(store, slack, (real) => ({
    ...real,
    async book(turn) {
      const isNew = await real.book(turn);
      if (isNew) booked.push(turn.id);
      return isNew;
    },
  }));
});
afterEach(async () => {
  await bot.stop();
  await slack.close();
  await rm(folder, { recursive: true, force: true });
});

/** The very same bytes five times at the same moment, so many of them at once. */
async function fiveTimes(bodies: readonly string[]): Promise<void> {
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    const captured = bodies.slice(from, from + AT_ONCE).map((body) => signed(body));
    const all = captured.flatMap((request) => Array.from({ length: TIMES }, () => request.clone()));
    const answers = await Promise.all(all.map((request) => bot.send(request)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await bot.idle();
  }
}

const { blocks } = requestView(requestDialog('', { library, today: TODAY, language: 'nl' }), 'nl');
const fields = fieldsOf(blocks);
const dialogOf = (user: string, what: string) =>
  interaction({
    type: 'view_submission',
    user: { id: user, team_id: BOT.team_id },
    view: {
      id: `V${user}`,
      callback_id: 'request',
      private_metadata: 'nl',
      state: {
        values: Object.fromEntries(
          fields.map(({ id, block_id, action_id }) => [
            block_id,
            { [action_id]: { value: id === 'what' ? what : null } },
          ]),
        ),
      },
    },
  });

describe('what Slack brings five times at once', () => {
  it('is one request for each dialog, posted once however often the button is pressed', async () => {
    const people = Array.from({ length: DIALOGS }, (_, n) => `U${n}`);
    await fiveTimes(people.map((user, n) => dialogOf(user, `${n + 2} tassen`)));
    const shown = () => slack.standing.filter(({ text }) => text.includes('Dit wordt je aanvraag'));
    await slack.until(() => shown().length === DIALOGS, 'every request, to look at');
    const posts = shown().map((message) => {
      const button = buttonsOf(message.blocks).find(({ label }) => label === 'Plaats de aanvraag');
      if (!button) throw new Error('nothing to press');
      return press(message, button, { user: message.channel.slice(1) });
    });
    await fiveTimes(posts);
    const requests = await store.read((records) => records.requests.list({}));
    expect(new Set(requests.map(({ need }) => need.what)).size).toBe(DIALOGS);
    expect(requests).toHaveLength(DIALOGS);
    expect(booked).toHaveLength(2 * DIALOGS);
  });

  it('has one effect, whether it is an event, a command, a click or a dialog', async () => {
    const button = { action_id: 'button:0:0', block_id: 'mark 0', value: '{"do":"start","journey":"check"}' };
    const kinds: ((n: number) => string)[] = [
      (n) => JSON.stringify(n % 8 ? direct('lunch', { user: `U${n}` }) : mention('lunch', { user: `U${n}` })),
      (n) => command('zoek lunch', { user_id: `U${n}` }),
      (n) => press({ channel: `DU${n}`, ts: moment() }, button, { user: `U${n}` }),
      (n) => dialogOf(`U${n}`, 'lunch voor 20 man'),
    ];
    await fiveTimes(Array.from({ length: CAPTURED }, (_, n) => (kinds[n % kinds.length] as (n: number) => string)(n)));
    const said = () => slack.standing.length;
    await slack.until(() => said() >= CAPTURED, 'every answer');
    expect(booked).toHaveLength(CAPTURED);
    await expect.poll(() => store.outbox.waiting(), { timeout: 20_000 }).toEqual([]);
    expect(said()).toBe(CAPTURED);
  });
});
