import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { TODAY } from '../../support/day.ts';
import { direct, mention, press, signed } from './events.ts';
import { type FakeSlack, startFake } from './fake.ts';
import { buttonsOf } from './look.ts';
import { type Instance, startWhole } from './whole.ts';

let slack: FakeSlack;
let bot: Instance;
beforeEach(async () => {
  slack = await startFake();
  bot = startWhole(await openLowdbStore({ today: () => TODAY }), slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.close();
});

const send = (what: object | string) => bot.send(signed(typeof what === 'string' ? what : JSON.stringify(what)));
const alone = () => slack.addressed('DUANN');

it.each(['is_archived', 'not_in_channel', 'restricted_action_thread_locked', 'channel_not_found'])(
  'an answer that a channel no longer takes comes to the asker alone, and what they press there is answered: %s',
  async (error) => {
    slack.faults(({ args }) => (args.channel === 'C1' ? { kind: 'error', error } : undefined));
    await send(mention('Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?'));
    await slack.until(() => alone().length === 1, 'the answer');
    const [question] = alone();
    const button = buttonsOf(question?.blocks ?? []).find(({ label }) => label === 'Nee, geen contract');
    if (!question || !button) throw new Error('nothing to press');
    await send(press(question, button));
    await slack.until(() => alone().length === 2, 'an answer');
    expect(alone()[1]?.text).toContain('We beginnen opnieuw, met dit antwoord');
  },
);

it('somebody who left is told nothing, and others are answered all the same', async () => {
  slack.faults(({ args }) => (args.channel === 'DUBO' ? { kind: 'error', error: 'user_disabled' } : undefined));
  await send(direct('help', { user: 'UBO' }));
  await slack.until(() => slack.calls.some(({ args }) => args.channel === 'DUBO' && args.text), 'the try');
  await send(direct('help'));
  await slack.until(() => alone().length === 1, 'the answer');
  expect(slack.addressed('DUBO')).toEqual([]);
});
