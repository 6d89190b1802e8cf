import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Message, Store } from '../../src/ports.ts';
import { plainText } from '../../src/reply.ts';
import { canMove, type Move, withMove } from '../../src/requests/moves.ts';
import type { PurchaseRequest } from '../../src/requests/request.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Address, Input } from '../../src/turn.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { long } from '../support/long.ts';
import { peopleOf } from '../support/office.ts';
import { partyOf, requestOf } from '../support/requests.ts';
import { generated, seed } from '../support/seed.ts';
import { openServer, type Server, withoutServer } from './server.ts';

const RACES = long ? 500 : 60;
const CLAIMS = 20;
const buyers = Array.from({ length: CLAIMS }, (_, at) => ({ name: `Buyer${at}`, roles: ['buyer' as const] }));
const people = peopleOf(
  { name: 'Ann' },
  { name: 'Bo', roles: ['buyer'] },
  { name: 'Cas', roles: ['buyer'] },
  ...buyers,
);

/** Somebody does something about a request, in a bot of their own where there are two. */
type Doing = { who: string; move: Move };
/** A request that stands like this, and two who are after it at the same moment. */
type Race = { status: 'open' | 'claimed' | 'done'; both: [Doing, Doing] };

const RACES_OF: readonly Race[] = [
  {
    status: 'open',
    both: [
      { who: 'Bo', move: 'claim' },
      { who: 'Cas', move: 'claim' },
    ],
  },
  {
    status: 'open',
    both: [
      { who: 'Bo', move: 'claim' },
      { who: 'Ann', move: 'withdraw' },
    ],
  },
  {
    status: 'open',
    both: [
      { who: 'Bo', move: 'claim' },
      { who: 'Ann', move: 'edit' },
    ],
  },
  {
    status: 'claimed',
    both: [
      { who: 'Bo', move: 'finish' },
      { who: 'Cas', move: 'takeOver' },
    ],
  },
  {
    status: 'claimed',
    both: [
      { who: 'Bo', move: 'finish' },
      { who: 'Ann', move: 'withdraw' },
    ],
  },
  {
    status: 'claimed',
    both: [
      { who: 'Bo', move: 'release' },
      { who: 'Cas', move: 'takeOver' },
    ],
  },
  {
    status: 'claimed',
    both: [
      { who: 'Bo', move: 'release' },
      { who: 'Ann', move: 'withdraw' },
    ],
  },
  {
    status: 'claimed',
    both: [
      { who: 'Bo', move: 'supplier' },
      { who: 'Ann', move: 'withdraw' },
    ],
  },
  {
    status: 'done',
    both: [
      { who: 'Bo', move: 'reopen' },
      { who: 'Cas', move: 'reopen' },
    ],
  },
];
const VALUES: Partial<Record<Move, Record<string, string>>> = {
  finish: { boughtFrom: 'Mesjokke', boughtFor: '80 euro ex btw' },
  supplier: { supplier: 'Mesjokke' },
};
const need = { what: '50 kerstpakketten' };

/** What promises each store keeps when people are after one request at the same moment. */
function races(open: () => Promise<{ stores: Store[]; close: () => Promise<void> }>): void {
  let stores: Store[];
  let bots: Bot[];
  let close: () => Promise<void>;
  let turns = 0;
  beforeAll(async () => {
    ({ stores, close } = await open());
    bots = stores.map((store) =>
      createBot({
        store,
        library: () => library,
        documents: createDocuments(),
        people,
        log: {
          info: () => undefined,
          warn: () => undefined,
          error: (_event, error) => {
            throw error;
          },
        },
        today: () => TODAY,
        now: () => new Date(`${TODAY}T10:00:00Z`),
        send: () => undefined,
      }),
    );
  }, 60_000);
  afterAll(() => close());

  /** What the person who does it hears, in their own place. */
  async function does(name: string, input: Input, at: number): Promise<string> {
    turns += 1;
    const channel: Address['channel'] = at % 2 === 0 ? 'slack' : 'teams';
    const place = { channel, id: `alone ${name}` };
    const { id } = partyOf(name);
    const turn = {
      id: `turn ${turns}`,
      from: { id, name, email: id },
      at: place,
      reach: place,
      input,
      locale: 'nl' as const,
    };
    const which = at % stores.length;
    expect(await (stores[which] as Store).book(turn)).toBe(true);
    const { messages } = await (bots[which] as Bot).handle(turn);
    return heardBy(place, messages);
  }
  const act = (name: string, request: string, move: Move, at: number) =>
    does(name, { kind: 'action', action: { do: 'move', request, move }, values: VALUES[move] ?? {} }, at);
  const keep = (request: PurchaseRequest) =>
    (stores[0] as Store).settle(`put ${request.id}`, async ({ requests }) => {
      await requests.put(request.id, request);
      return [];
    });
  const kept = (id: string) => (stores[0] as Store).read(({ requests }) => requests.get(id));

  /** Up to the last press, which is the one that races. */
  async function prepared({ who, move }: Doing, id: string, at: number): Promise<() => Promise<string>> {
    if (move !== 'edit') return () => act(who, id, move, at);
    await act(who, id, 'edit', at);
    await does(who, { kind: 'action', action: { do: 'request', step: 'fill' }, values: need }, at);
    return () => does(who, { kind: 'action', action: { do: 'request', step: 'post' }, values: {} }, at);
  }

  it(
    `decide each of ${RACES} races for one request as if one had been first, and tell who came too late by whom (seed ${seed})`,
    async () => {
      const winners = new Set<string>();
      const starts = generated(fc.tuple(fc.constantFrom(...RACES_OF), fc.boolean()), RACES);
      for (const [at, [{ status, both }, turned]] of starts.entries()) {
        const bought = { supplier: 'mesjokke', amount: 1, vat: 'excluded' } as const;
        const claimed = status === 'open' ? {} : { claimedAt: `${TODAY}T09:30:00Z` };
        const done = status === 'done' ? { doneAt: `${TODAY}T09:40:00Z`, bought } : {};
        const before = requestOf({
          number: at + 1,
          on: TODAY,
          status,
          need: { what: '40 kerstpakketten' },
          ...claimed,
          ...done,
        });
        await keep(before);
        const ready = [await prepared(both[0], before.id, 0), await prepared(both[1], before.id, 1)] as const;
        const [one, other] = turned ? [ready[1], ready[0]] : ready;
        const heard = await Promise.all([one(), other()]);
        const said = turned ? heard.toReversed() : heard;
        const after = await kept(before.id);
        const orders = [both, both.toReversed() as Race['both']].map((order) => inOrder(before, order));
        const happened = after?.history.slice(before.history.length).map(({ what, by }) => `${what} ${by.name}`);
        const decided = orders.find(({ history }) => history.join() === happened?.join());
        expect(decided, `${happened} in ${JSON.stringify(both)}`).toBeDefined();
        expect([after?.status, after?.claimer?.name]).toEqual([decided?.status, decided?.claimer]);
        winners.add(`${JSON.stringify(both)} ${happened?.[0]}`);
        for (const [place, { who, move }] of both.entries()) {
          const late = !happened?.includes(`${move} ${who}`);
          const first = happened?.[0]?.split(' ')[1];
          expect(said[place]).toMatch(
            late ? new RegExp(`(Dat kan nu niet|Dat mag alleen|al opgepakt)[\\s\\S]*door ${first}`) : `${before.id}`,
          );
          if (!late) expect(said[place]).not.toMatch(/Dat kan nu niet|Dat mag alleen/);
        }
      }
      expect(winners.size).toBeGreaterThan(RACES_OF.length);
    },
    long ? 600_000 : 60_000,
  );

  it(`give a request to one of ${CLAIMS} buyers who press at once on two platforms, and tell the others by whom`, async () => {
    const request = requestOf({ number: 9000, on: TODAY });
    await keep(request);
    const heard = await Promise.all(buyers.map(({ name }, at) => act(name, request.id, 'claim', at)));
    const winner = (await kept(request.id))?.claimer?.name;
    expect(heard.filter((words) => words.includes('Je hebt IMP-2026-9000 opgepakt'))).toHaveLength(1);
    expect(heard.filter((words) => words.includes(`opgepakt door ${winner}.`))).toHaveLength(CLAIMS - 1);
    expect(heard[buyers.findIndex(({ name }) => name === winner)]).toContain('Je hebt');
  });

  it(`give each of ${CLAIMS} requests that are posted at once a number of its own, and leave none out`, async () => {
    for (const [at, { name }] of buyers.entries())
      await does(name, { kind: 'text', text: `plaats een aanvraag: ${at + 2} tassen` }, at);
    const heard = await Promise.all(
      buyers.map(({ name }, at) =>
        does(name, { kind: 'action', action: { do: 'request', step: 'post' }, values: {} }, at),
      ),
    );
    const numbers = heard
      .map((words) => Number(/geplaatst als IMP-2026-(\d+)/.exec(words)?.[1]))
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });
}

/** The same, one after the other. */
function inOrder(
  before: PurchaseRequest,
  order: Race['both'],
): { status: string; claimer: string | undefined; history: string[] } {
  let now = before;
  for (const { who, move } of order) {
    const by = partyOf(who);
    const mover = { id: by.id, buyer: who !== 'Ann', standsInFor: [] };
    const bought = { supplier: 'mesjokke', amount: 80, vat: 'excluded' } as const;
    if (canMove(now, move, mover) === undefined) now = withMove(now, move, { by, on: `${TODAY}T10:00:00Z`, bought });
  }
  const history = now.history.slice(before.history.length).map(({ what, by }) => `${what} ${by.name}`);
  return { status: now.status, claimer: now.claimer?.name, history };
}

function heardBy({ channel, id }: Address, messages: readonly Message[]): string {
  return messages
    .filter(({ to }) => to.channel === channel && to.id === id)
    .map(({ reply }) => plainText(reply, texts[reply.language]))
    .join('\n');
}

describe('two people who are after one request, in one process with a file in memory', () => {
  races(async () => {
    const store = await openLowdbStore({ today: () => TODAY });
    return { stores: [store], close: () => store.close() };
  });
});

describe.skipIf(withoutServer)(
  `two people who are after one request, each in a process of their own on PostgreSQL${withoutServer}`,
  () => {
    races(async () => {
      const server: Server = await openServer();
      const url = await server.empty();
      const stores = await Promise.all([0, 1].map(() => openPostgresStore({ url, today: () => TODAY })));
      return {
        stores,
        async close() {
          for (const store of stores) await store.close();
          await server.remove();
        },
      };
    });
  },
);
