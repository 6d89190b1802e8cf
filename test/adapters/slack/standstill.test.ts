import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { StoreError } from '../../../src/errors.ts';
import { TODAY } from '../../support/day.ts';
import { long } from '../../support/long.ts';
import { command, direct, mention, press, signed } from './events.ts';
import { startFake } from './fake.ts';
import { startWhole } from './whole.ts';

const COUNT = 200;
/** What Slack allows; on a machine that does nothing else it is held to what we ask of ourselves. */
const LONGEST = long ? 500 : 3000;

const button = { action_id: 'button:0:0', block_id: 'mark 0', value: '{"do":"start","journey":"check"}' };
const kinds: ((n: number) => string)[] = [
  (n) => JSON.stringify(direct('lunch', { user: `U${n}` })),
  (n) => JSON.stringify(mention('lunch', { user: `U${n}`, channel: `C${n}` })),
  (n) => command('zoek lunch', { user_id: `U${n}` }),
  (n) => press({ channel: `DU${n}`, ts: '8.8' }, button, { user: `U${n}` }),
];
const things = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => signed((kinds[n % kinds.length] as (n: number) => string)(from + n)));

it('what people do is acknowledged in time while Slack takes no message and nothing is thought about', async ({
  annotate,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'slack-standstill-'));
  const slack = await startFake();
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => TODAY });
  const thinking = Promise.withResolvers<void>();
  thinking.promise.catch(() => undefined);
  let waits = false;
  let held = 0;
  const bot = startWhole(store, slack, (real) => ({
    ...real,
    async read(look) {
      if (waits) {
        held += 1;
        await thinking.promise;
      }
      return real.read(look);
    },
  }));
  const hanging = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  try {
    slack.faults(({ method }) => (method.startsWith('chat.') ? { kind: 'hang' } : undefined));
    await Promise.all(things(0, 20).map(bot.send));
    await slack.until(() => hanging() >= 15, 'messages that hang');
    await expect.poll(async () => (await store.unsettled()).length, { timeout: 20_000 }).toBe(0);
    waits = true;

    const times = await Promise.all(
      things(1000, COUNT).map(async (request) => {
        const from = performance.now();
        const { status } = await bot.send(request);
        expect(status).toBe(200);
        return performance.now() - from;
      }),
    );
    times.sort((a, b) => a - b);
    const p99 = times[Math.ceil(COUNT * 0.99) - 1] ?? Number.NaN;
    await annotate(`p99 ${Math.round(p99)} ms of ${COUNT} acknowledgements`);
    expect(p99).toBeLessThan(LONGEST);
    // They were booked, and stand where they are held up.
    expect((await store.unsettled()).length).toBe(COUNT);
    await expect.poll(() => held, { timeout: 20_000 }).toBe(COUNT);
  } finally {
    // What stands still is cut off, so that nothing waits for it.
    thinking.reject(new StoreError('it is over'));
    await slack.close();
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
