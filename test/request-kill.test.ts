import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { todayInAmsterdam } from '../src/clock.ts';
import type { PurchaseRequest } from '../src/requests/request.ts';
import { shared } from '../src/shared.ts';
import type { Input } from '../src/turn.ts';
import { freePort, newFolder, startBot } from './support/bot-process.ts';
import { long } from './support/long.ts';
import { postInput } from './support/page.ts';
import { generated, seed } from './support/seed.ts';

const { walks, kills } = long ? { walks: 100, kills: 20 } : { walks: 8, kills: 2 };
const TURNS_A_WALK = 4;
const PEOPLE = `
- { email: ann@utrecht.example, name: Ann, team: Jeugd }
- { email: bo@utrecht.example, name: Bo, roles: [buyer] }
`;
type Kept = { requests: PurchaseRequest[]; waiting: number; unsettled: string[] };

/** What is remembered in a folder at this moment, whether a bot runs or not. */
async function keptIn(folder: string): Promise<Kept> {
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: todayInAmsterdam, readOnly: true });
  const requests = await store.read((records) => records.requests.list({}));
  const unsettled = (await store.unsettled()).map(({ id }) => id);
  return { requests, waiting: (await store.outbox.waiting()).length, unsettled };
}

it(`${walks} requests go from posting to done while the bot is killed ${kills} times: none is lost or made twice, and each has a number of its own (seed ${seed})`, {
  timeout: 90_000 + kills * 30_000,
}, async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'people.yaml'), PEOPLE);
  const look = shared(() => keptIn(folder));

  async function started() {
    const port = await freePort();
    const settings = { DATA_DIR: folder, WEB_PORT: String(port), PEOPLE_FILE: join(folder, 'people.yaml') };
    const bot = startBot(settings);
    await bot.says(`http://127.0.0.1:${port}\n`);
    return { ...bot, port };
  }
  let running = started();

  const most = Math.floor((walks * TURNS_A_WALK) / (kills + 1));
  const moments = generated(fc.integer({ min: 1, max: most }), kills);
  let taken = 0;
  let next = moments.shift();
  let killed = 0;

  /** In the middle of whatever else is on its way. */
  async function killAndStart() {
    const { child } = await running;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    killed += 1;
    return started();
  }

  /** As a platform does it: the same again, until it is acknowledged. */
  async function does(session: string, me: string, input: Input) {
    const turn = { id: randomUUID(), input };
    for (;;) {
      const { port } = await running;
      const { status } = await postInput(port, { session, me: `${me}@utrecht.example` }, turn);
      if (status !== undefined) expect(status).toBe(202);
      if (status === 202) break;
    }
    taken += 1;
    if (next === undefined || taken < next) return;
    next = moments.length > 0 ? taken + (moments.shift() ?? 0) : undefined;
    running = killAndStart();
  }

  async function found(what: string, is: (request: PurchaseRequest) => boolean): Promise<string> {
    const looked = async () => (await look()).requests.find(({ need }) => need.what === what);
    await expect
      .poll(async () => is((await looked()) ?? ({} as PurchaseRequest)), {
        interval: 50,
        timeout: 60_000 + kills * 20_000,
      })
      .toBe(true);
    return (await looked())?.id ?? '';
  }

  async function walk(at: number): Promise<void> {
    const [ann, bo] = [randomUUID(), randomUUID()];
    const what = `${at + 2} tassen`;
    await does(ann, 'ann', { kind: 'text', text: `plaats een aanvraag: ${what}` });
    await does(ann, 'ann', { kind: 'action', action: { do: 'request', step: 'post' }, values: {} });
    const request = await found(what, ({ status }) => status === 'open');
    await does(bo, 'bo', { kind: 'action', action: { do: 'move', request, move: 'claim' }, values: {} });
    const values = { boughtFrom: 'Mesjokke', boughtFor: '80 euro ex btw' };
    await does(bo, 'bo', { kind: 'action', action: { do: 'move', request, move: 'finish' }, values });
    await found(what, ({ status }) => status === 'done');
  }

  await Promise.all(Array.from({ length: walks }, (_, at) => walk(at)));
  await running;
  expect(killed).toBe(kills);
  await expect.poll(look, { interval: 50, timeout: 30_000 }).toMatchObject({ waiting: 0, unsettled: [] });
  const { requests } = await look();
  const year = todayInAmsterdam().slice(0, 4);
  expect(requests.map(({ id }) => id).toSorted()).toEqual(
    Array.from({ length: walks }, (_, at) => `IMP-${year}-${String(at + 1).padStart(4, '0')}`),
  );
  expect(new Set(requests.map(({ need }) => need.what)).size).toBe(walks);
  for (const { history } of requests) expect(history.map(({ what }) => what)).toEqual(['posted', 'claim', 'finish']);
});
