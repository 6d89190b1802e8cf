import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { openPostgresStore } from '../../../adapters/postgres/store.ts';
import type { Store } from '../../../src/ports.ts';
import { openServer, withoutServer } from '../../stores/server.ts';
import { TODAY } from '../../support/day.ts';
import { long } from '../../support/long.ts';
import { generated, seed } from '../../support/seed.ts';
import { direct, signed } from './events.ts';
import { type FakeSlack, startFake } from './fake.ts';
import { type Instance, startWhole } from './whole.ts';

const EVENTS = long ? 2000 : 120;
const PEOPLE = 30;
const TIMES = 5;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Delivers each event five times, in any order, over every instance; halfway one of them is started anew. */
async function deliver(
  open: () => Promise<Store>,
  count: number,
  { control = false }: { control?: boolean } = {},
): Promise<{ slack: FakeSlack; said: () => number }> {
  const slack = await startFake();
  closing.push(slack.close);
  let bookings = 0;
  // The control: each delivery is a turn of its own.
  const through = (store: Store): Store => {
    if (!control) return store;
    return {
      ...store,
      book(turn) {
        bookings += 1;
        return store.book({ ...turn, id: `${turn.id} ${bookings}` });
      },
    };
  };
  const instances = await Promise.all(
    Array.from({ length: count }, async () => startWhole(await open(), slack, through)),
  );
  closing.push(() => Promise.all(instances.map((one) => one.stop())));
  const events = Array.from({ length: EVENTS }, (_, n) =>
    JSON.stringify(direct('hallo', { user: `U${n % PEOPLE}`, channel: `D${n % PEOPLE}` })),
  );
  const order = generated(fc.double({ noNaN: true }), EVENTS * TIMES);
  const deliveries = events
    .flatMap((body) => Array.from({ length: TIMES }, (_, again) => ({ body, again })))
    .map((one, at) => ({ ...one, at: order[at] ?? 0 }))
    .toSorted((a, b) => a.at - b.at);
  const half = deliveries.length / 2;
  for (const part of [deliveries.slice(0, half), deliveries.slice(half)]) {
    const answers = await Promise.all(
      part.map(({ body, again }, n) =>
        (instances[n % count] as Instance).send(
          signed(body, {
            headers:
              again === 0 ? {} : { 'x-slack-retry-num': String(again - 1), 'x-slack-retry-reason': 'http_timeout' },
          }),
        ),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await instances[0]?.stop();
    instances[0] = startWhole(await open(), slack, through);
  }
  return { slack, said: () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length };
}

/** Each event is answered, and no more comes once all is still. */
async function onceEach(open: () => Promise<Store>, count: number): Promise<void> {
  const { slack, said } = await deliver(open, count);
  await slack.until(() => said() >= EVENTS, 'every answer');
  await closing.pop()?.();
  expect(said()).toBe(EVENTS);
}

describe(`events that Slack delivers again and again (seed ${seed})`, () => {
  const inFile = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slack-duplicates-'));
    closing.push(() => rm(folder, { recursive: true, force: true }));
    return () => openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => TODAY });
  };

  it('have one effect each with a file, also over a new start', async () => {
    await onceEach(await inFile(), 1);
  });

  it('would have many if each delivery were a turn of its own: the control', async () => {
    const { slack, said } = await deliver(await inFile(), 1, { control: true });
    await slack.until(() => said() > EVENTS, 'more answers than events');
  });

  it.skipIf(withoutServer)(
    `have one effect each with PostgreSQL and two bots, of which one starts anew${withoutServer}`,
    async () => {
      const server = await openServer();
      const url = await server.empty();
      try {
        await onceEach(() => openPostgresStore({ url, today: () => TODAY }), 2);
      } finally {
        await server.remove();
      }
    },
  );
});
