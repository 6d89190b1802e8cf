import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Activity } from '../../../adapters/teams/activity.ts';
import type { Card } from '../../../adapters/teams/card.ts';
import { long } from '../../support/long.ts';
import { holdsFor, seed } from '../../support/seed.ts';
import { APP, activity, pressing, TENANT, TYPED } from './activities.ts';
import { buttonsOf } from './cards.ts';
import { type FakeConnector, type Fault, startConnector } from './fake-connector.ts';
import { type Lives, startLives } from './lives.ts';

const { runs, steps } = long ? { runs: 1000, steps: 30 } : { runs: 5, steps: 12 };

let connector: FakeConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(async () => {
  await connector.stop();
});

const SAID = [
  ...TYPED,
  'ik wil een aanvraag plaatsen: 40 kerstpakketten voor 18 december, 900 euro met btw',
  'plaats de aanvraag',
  'meld aanvragen hier',
];
/** How the service takes the next message: it says nothing in time, it takes it and breaks off, or it does not take it. */
const FAULTS: Record<string, Fault> = {
  'time-out': 'silent',
  cut: 'cut',
  throttled: { status: 429, headers: { 'retry-after': '1' } },
  down: { status: 502 },
};
/** What becomes of it on its way here: twice at once, again later, after what came later, not booked at first, or a restart. */
const WAYS = ['plain', 'plain', 'twice', 'again', 'late', 'not booked', 'restart', ...Object.keys(FAULTS)] as const;

const step = fc.record({
  who: fc.constantFrom('een', 'twee'),
  where: fc.constantFrom('alone', 'together'),
  does: fc.oneof(fc.constantFrom(...SAID), fc.nat(30)),
  way: fc.constantFrom(...WAYS),
  /** How far it gets before the restart. */
  far: fc.nat(40),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let walks = 0;

it(
  `nothing is lost and nothing happens twice, whatever happens in whatever order (${runs} walks of ${steps} steps, seed ${seed})`,
  {
    timeout: long ? 3_600_000 : 120_000,
  },
  () => holdsFor(fc.array(step, { minLength: steps, maxLength: steps }), walk, runs),
);

async function walk(all: Step[]): Promise<void> {
  walks += 1;
  connector.received.length = 0;
  connector.faults.length = 0;
  const lives = await startLives(connector);
  /** What somebody did, once each: a press by who presses what. */
  const done = new Set<string>();
  const before: Activity[] = [];
  let late: Activity | undefined;
  try {
    for (const { who, where, does, way, far } of all) {
      const doing = typeof does === 'number' ? pressedBy(who, where, does) : saidBy(who, where, does);
      if (!doing) continue;
      const again = way === 'again' ? before.at(-1 - (far % Math.max(1, before.length))) : undefined;
      const what = again ? sentAgain(again) : doing;
      before.push(what);
      done.add(nameOf(what));
      const fault = FAULTS[way];
      if (fault) connector.faults.push(fault);
      if (way === 'not booked') lives.losesStore();
      if (way === 'late' && late === undefined) {
        late = what;
        continue;
      }
      const brought = Promise.all((way === 'twice' ? [what, what] : [what]).map(lives.brings));
      if (way === 'restart') {
        for (let tick = 0; tick < far; tick += 1) await new Promise((resolve) => setImmediate(resolve));
        await lives.kill();
      }
      await brought;
      if (late) await lives.brings(late);
      late = undefined;
      await lives.quiet();
      connector.faults.length = 0;
    }
    if (late) await lives.brings(late);
    await lives.quiet();
    await expectAllInOrder(lives, done);
  } finally {
    await lives.stop();
  }
}

async function expectAllInOrder(lives: Lives, done: Set<string>): Promise<void> {
  const { store, decided, arrived, allowed, wrong } = lives;
  expect(wrong).toEqual([]);
  expect(decided.size).toBe(done.size);
  expect(await store.unsettled()).toEqual([]);
  for (const [id, { turn, messages }] of decided) {
    expect(messages.filter(({ to, reply }) => to.id === turn.at.id && reply.card === undefined).length, id).toBe(1);
    for (const at of messages.keys()) {
      const times = arrived.get(`${id}/${at}`) ?? 0;
      expect(times, `${id}/${at} is lost`).toBeGreaterThan(0);
      expect(times, `${id}/${at} came too often`).toBeLessThanOrEqual(allowed.get(`${id}/${at}`) ?? 1);
    }
  }
  const cards = connector.received.filter(({ body }) => cardIn(body) !== undefined).length;
  const sent = [...arrived.values()].reduce((sum, times) => sum + times, 0);
  expect(cards, 'what is said to have arrived').toBeGreaterThanOrEqual(sent);
  const said = JSON.stringify(connector.received.map(({ body }) => body));
  expect(said).not.toMatch(/Er ging iets mis|Something went wrong|Het is nu erg druk/);
}

function placed(who: string, where: string) {
  const isAlone = where === 'alone';
  return {
    from: { id: `29:${who}`, name: who, aadObjectId: who },
    conversation: {
      id: isAlone ? `a:${who}-${walks}` : `19:groep-${walks}`,
      tenantId: TENANT,
      conversationType: isAlone ? 'personal' : 'groupChat',
    },
    serviceUrl: connector.service,
  };
}

function saidBy(who: string, where: string, text: string): Activity {
  const calling = {
    text: `<at>Inkopen met impact</at> ${text}`,
    entities: [{ type: 'mention', text: '<at>Inkopen met impact</at>', mentioned: { id: `28:${APP}` } }],
  };
  return activity({ ...placed(who, where), ...(where === 'alone' ? { text } : calling) });
}

function cardIn(body: Record<string, unknown>): Card | undefined {
  const [attachment] = (body.attachments ?? []) as { contentType: string; content: Card }[];
  return attachment?.contentType.endsWith('.adaptive') ? attachment.content : undefined;
}

/** One of the buttons that stand there, in old cards and new ones. */
function pressedBy(who: string, where: string, number: number): Activity | undefined {
  const place = placed(who, where);
  const standing = new Map<string, Card>();
  for (const [at, { conversation, id, body }] of connector.received.entries()) {
    const card = cardIn(body);
    if (conversation === place.conversation.id && card) standing.set(id ?? `bericht-${at + 1}`, card);
  }
  const buttons = [...standing].flatMap(([id, card]) => buttonsOf(card).map((button) => ({ id, button })));
  const found = buttons.at(-1 - (number % Math.max(1, buttons.length)));
  return found && activity({ ...place, replyToId: found.id, ...pressing(found.button) });
}

/** Teams brings a press again under another id half a minute later, and a message as it was. */
function sentAgain(one: Activity): Activity {
  if (one.text) return one;
  return { ...one, id: `${one.id}9`, timestamp: new Date(Date.UTC(2026, 10, 21, 9, 0, 30)).toISOString() };
}

function nameOf({ id, text, from, conversation, value }: Activity): string {
  if (text) return String(id);
  const { action } = value as { action?: { data: object } };
  const { impact } = (action?.data ?? value) as { impact: { action: string; card: string } };
  return [conversation.id, from.id, impact.card, impact.action].join(' ');
}
