import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { addressOf } from '../../../adapters/teams/address.ts';
import { createOutbox } from '../../../src/outbox.ts';
import type { Channel, Message, Store } from '../../../src/ports.ts';
import type { Address } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { long } from '../../support/long.ts';
import { TENANT } from './activities.ts';
import { type FakeConnector, startConnector } from './fake-connector.ts';
import { openDesk } from './setting.ts';

const PLACES = long ? 1000 : 60;
/** To each place, in the life of one process. */
const MESSAGES = 3;
/** As the outbox has it for one channel. */
const AT_ONCE = 16;

let connector: FakeConnector;
let store: Store;
beforeAll(async () => {
  connector = await startConnector();
  store = await openLowdbStore({ today: () => TODAY });
});
afterAll(async () => {
  await connector.stop();
  await store.close();
});

const alive = 'a:er';
const gone = Array.from({ length: PLACES }, (_, at) => `a:weg-${at}`);
const away = Array.from({ length: PLACES }, (_, at) => `29:weg-${at}`);
const at = (conversation: string) => addressOf({ tenant: TENANT, conversation }, { service: connector.service });
const alone = (person: string) =>
  addressOf({ tenant: TENANT, person }, { service: connector.service, personal: true, otherwise: alive });

let turns = 0;
async function decide(places: Address[]): Promise<void> {
  const messages = Array.from({ length: MESSAGES }, (_, time) =>
    places.map((to): Message => ({ to, reply: { language: 'nl', parts: [{ kind: 'text', text: `${time}` }] } })),
  ).flat();
  turns += 1;
  await store.settle(`t${turns}`, async () => messages);
}

/** A process that lives until nothing waits any more, and knows nothing of those before it. How many it tried at once at most. */
async function aLife(): Promise<number> {
  const { channel, log } = await openDesk({}, connector);
  let now = 0;
  let most = 0;
  const post: Channel['post'] = async (...message) => {
    now += 1;
    most = Math.max(most, now);
    return channel.post(...message).finally(() => {
      now -= 1;
    });
  };
  const outbox = createOutbox({ store, channels: { teams: { ...channel, post } }, log });
  outbox.send();
  await expect.poll(() => store.outbox.waiting(), { interval: 20, timeout: 120_000 }).toEqual([]);
  await outbox.stop();
  return most;
}

describe(`${PLACES} places that do not want us`, () => {
  it.each(['at the first start', 'after a restart'])(
    '%s are each tried once, a few at a time, and keep nobody waiting',
    async () => {
      for (const place of gone) connector.faultsAt.set(place, { status: 404 });
      await decide([...gone, alive].map(at));
      const [asked, arrived] = [connector.asked(), connector.received.length];
      expect(await aLife()).toBeLessThanOrEqual(AT_ONCE);
      expect(connector.asked() - asked).toBe(PLACES + MESSAGES);
      expect(connector.received.slice(arrived).map(({ conversation }) => conversation)).toEqual(
        Array(MESSAGES).fill(alive),
      );
      // What was refused is not kept for a next time.
      const quiet = connector.asked();
      await aLife();
      expect(connector.asked()).toBe(quiet);
    },
    180_000,
  );

  it('are people of whom each is asked for once, and who hear it where they spoke', async () => {
    for (const person of away) connector.without.add(person);
    await decide(away.map(alone));
    const [chats, arrived] = [connector.chats.length, connector.received.length];
    await aLife();
    expect(connector.chats.length - chats).toBe(PLACES);
    expect(connector.received.length - arrived).toBe(PLACES * MESSAGES);
  }, 180_000);
});
