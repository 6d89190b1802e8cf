import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Failure, failureOfStatus } from '../src/delivery.ts';
import type { Message } from '../src/ports.ts';
import { type FakeChannel, type Fault, fakeChannel, type Heard, type Try } from './support/fake-channel.ts';
import { generated, holdsFor, seed } from './support/seed.ts';
import { message, messagesTo, numbersTo, type Sending, sending } from './support/sending.ts';
import type { VirtualTimer } from './support/virtual-timer.ts';

const places = ['a', 'b', 'c', 'd', 'e'];
const REPEATED = 'Herhaald bericht: misschien zag je dit al.';

type Script = {
  fault?: (one: Try, timer: VirtualTimer) => Fault | undefined;
  pace?: number;
  takes?: number;
  tells?: boolean;
};

/** Messages to a channel where things go wrong. */
async function through(
  script: Script,
  messages = messagesTo(places, 100),
): Promise<Sending & { channel: FakeChannel }> {
  let channel!: FakeChannel;
  const { fault, ...rest } = script;
  const sent = await sending({
    channel: (timer) => {
      channel = fakeChannel({ ...rest, timer, ...(fault ? { fault: (one: Try) => fault(one, timer) } : {}) });
      return channel;
    },
    messages,
  });
  return { ...sent, channel };
}

const fails = (failure: Failure, effect = false): Fault => ({ kind: 'fails', failure, effect });
const throttled = (wait?: number) => fails({ kind: 'throttled', ...(wait === undefined ? {} : { wait }) });
/** So many chances from 0 to 1, the same for the same seed. */
const chances = (count: number) => generated(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), count);
const once = (numbers: readonly string[]) => [...new Set(numbers.map((text) => text.replace(`${REPEATED}\n\n`, '')))];

describe(`a place that wants us to wait (seed ${seed})`, () => {
  it('hears 500 messages once and in order when three in ten tries are throttled', async () => {
    const chance = chances(5000);
    const asked = new Map<string, number>();
    const early: Try[] = [];
    const { channel, empties, counts } = await through({
      fault(one, timer) {
        if (one.at < (asked.get(one.place) ?? 0)) early.push(one);
        const now = chance.pop() ?? 1;
        if (now >= 0.3) return undefined;
        const wait = 1000 + (now / 0.3) * 2000;
        asked.set(one.place, timer.now() + wait);
        return throttled(wait);
      },
    });
    await empties();
    for (const place of places) expect(channel.heardIn(place)).toEqual(numbersTo(100));
    expect(counts).toMatchObject({
      retries: channel.tries.length - 500,
      throttled: channel.tries.length - 500,
      repeats: 0,
    });
    expect(counts.retries).toBeGreaterThan(100);
    expect(early).toEqual([]);
  });

  it('holds up no other by more than 200 milliseconds', async () => {
    const messages = messagesTo(['a', 'b'], 20);
    const calm = await through({}, messages);
    await calm.empties();
    const stormy = await through(
      { fault: ({ place, before }) => (place === 'a' && before === 0 ? throttled(3000) : undefined) },
      messages,
    );
    await stormy.empties();
    const timesIn = ({ channel }: { channel: FakeChannel }) =>
      channel.heard.filter(({ place }) => place === 'b').map(({ at }) => at);
    const extra = timesIn(stormy).map((at, index) => at - (timesIn(calm)[index] ?? 0));
    expect(extra).toHaveLength(20);
    expect(Math.max(...extra)).toBeLessThanOrEqual(200);
  });

  const NOW = Date.parse('2026-11-28T10:00:00Z');
  it.each([
    ['429 without a time', 429, null],
    ['412', 412, null],
    ['502', 502, null],
    ['504', 504, null],
    ['429 with a day and time', 429, 'Sat, 28 Nov 2026 10:00:03 GMT'],
    ['503 with seconds', 503, '2'],
    ['429 that says "at once"', 429, '0'],
  ])('hears all when it answers %s', async (_name, status, retryAfter) => {
    const { channel, empties, counts } = await through(
      {
        fault: ({ before }) => (before < 3 ? fails(failureOfStatus(status, retryAfter, NOW) as Failure) : undefined),
      },
      messagesTo(places, 20),
    );
    await empties();
    for (const place of places) expect(channel.heardIn(place)).toEqual(numbersTo(20));
    expect(counts).toMatchObject({ retries: 300, repeats: 0 });
  });

  it('is not asked without end when it says "at once", and not forgotten when it says "next year"', async () => {
    let away = true;
    const { channel, outbox, timer, stops } = await through(
      {
        fault: ({ place }) => (away ? throttled(place === 'a' ? 0 : 365 * 24 * 3_600_000) : undefined),
      },
      messagesTo(['a', 'b'], 1),
    );
    outbox.send();
    await timer.pass(60_000);
    expect(channel.tries.filter(({ place }) => place === 'a').length).toBeLessThanOrEqual(60);
    away = false;
    await timer.pass(3_600_000);
    expect(channel.heard).toHaveLength(2);
    await stops();
  });
});

describe('a place that is away', () => {
  it('is tried ever less often, never twice at the same moment as others, and hears all once it is back', async () => {
    let away = true;
    const { channel, outbox, timer, empties, counts } = await through(
      { fault: () => (away ? fails({ kind: 'down' }) : undefined), takes: 0 },
      messagesTo(['a'], 3),
    );
    outbox.send();
    await timer.pass(600_000);
    const gaps = channel.tries.map(({ at }, index) => at - (channel.tries[index - 1]?.at ?? 0)).slice(1);
    expect(gaps.slice(0, 7)).toEqual([1250, 2500, 6250, 12_500, 25_000, 37_500, 37_500]);
    away = false;
    await empties();
    expect(channel.heardIn('a')).toEqual(numbersTo(3));
    expect(counts.repeats).toBe(0);
  });

  it('that never answers costs ten seconds a try and no more, and hears all once it lives again', async () => {
    let dead = true;
    const { channel, outbox, timer, empties, counts } = await through(
      { fault: () => (dead ? { kind: 'hangs' } : undefined), takes: 0 },
      messagesTo(['a'], 3),
    );
    outbox.send();
    await timer.pass(10_000);
    // Only the wait for the next try and the next look.
    expect(timer.waiting()).toBe(2);
    await timer.pass(600_000);
    const gaps = channel.tries.map(({ at }, index) => at - (channel.tries[index - 1]?.at ?? 0)).slice(1);
    expect(gaps.slice(0, 4)).toEqual([11_250, 12_500, 16_250, 22_500]);
    dead = false;
    await empties();
    expect(once(channel.heardIn('a'))).toEqual(numbersTo(3));
    expect(channel.heard.map(({ repeat }) => repeat)).toEqual([true, false, false]);
    expect(counts.repeats).toBe(counts.retries);
  });

  it('whose answer comes late has heard the message, and does not hear it again', async () => {
    const { channel, empties, counts, timer } = await through(
      { fault: ({ id }) => (id === 't1/0' ? { kind: 'hangs', effect: true, until: 10_500 } : undefined), takes: 0 },
      messagesTo(['a'], 2),
    );
    await empties();
    expect(channel.heardIn('a')).toEqual(numbersTo(2));
    expect(counts).toMatchObject({ retries: 0, repeats: 0 });
    // The next one goes as soon as that answer is there.
    expect(channel.heard[1]?.at).toBe(10_500);
    expect(timer.now()).toBeLessThan(12_000);
  });

  it('whose answer comes while the repeat waits for its turn does not hear it again', async () => {
    const others = Array.from({ length: 20 }, (_, at) => `other ${at}`);
    const { channel, empties, counts } = await through(
      {
        takes: 1900,
        fault: ({ place }) => (place === 'a' ? { kind: 'hangs', effect: true, until: 9450 } : undefined),
      },
      [message('a', '0'), ...messagesTo(others, 12)],
    );
    await empties();
    expect(channel.heardIn('a')).toEqual(['0']);
    expect(counts).toMatchObject({ retries: 0, repeats: 0 });
  });
});

describe(`an answer that is lost (seed ${seed})`, () => {
  it('loses no message of 500, and doubles only what was cut: once, and marked as a repeat', async () => {
    const chance = chances(2000);
    const cut = new Set<string>();
    const { channel, empties, counts, logged } = await through({
      fault({ id }) {
        if ((chance.pop() ?? 1) >= 0.2) return undefined;
        cut.add(id);
        return fails({ kind: 'cut' }, true);
      },
    });
    await empties();
    expect(cut.size).toBeGreaterThan(50);
    expect(channel.heard).toHaveLength(500 + cut.size);
    for (const place of places) expect(once(channel.heardIn(place))).toEqual(numbersTo(100));
    for (const id of cut)
      expect(channel.heard.filter((one) => one.id === id).map(({ repeat }) => repeat)).toEqual([false, true]);
    for (const { repeat, text } of channel.heard) expect(text.startsWith(REPEATED)).toBe(repeat);
    expect(counts).toMatchObject({ retries: cut.size, repeats: cut.size });
    // What nobody saw arrive can be found in the log.
    expect(logged.some((line) => line.startsWith('message-taken-as-arrived t1/'))).toBe(true);
  });

  it('doubles nothing where the place can tell what stands there', async () => {
    const chance = chances(2000);
    const { channel, empties, counts } = await through({
      tells: true,
      fault: () => ((chance.pop() ?? 1) < 0.2 ? fails({ kind: 'cut' }, true) : undefined),
    });
    await empties();
    for (const place of places) expect(channel.heardIn(place)).toEqual(numbersTo(100));
    expect(counts).toMatchObject({ retries: 0, repeats: 0 });
  });

  it('is not taken for a message that arrived where the place can tell that it did not', async () => {
    const { channel, empties, counts } = await through(
      { tells: true, fault: ({ before }) => (before < 5 ? fails({ kind: 'cut' }) : undefined) },
      messagesTo(places, 2),
    );
    await empties();
    for (const place of places) expect(once(channel.heardIn(place))).toEqual(numbersTo(2));
    expect(counts).toMatchObject({ retries: 50, repeats: 50 });
  });

  it('is repeated once where the place would tell, but does not answer', async () => {
    let asked = 0;
    const { channel, empties, timer } = await through(
      { fault: () => fails({ kind: 'cut' }, true), takes: 0 },
      messagesTo(['a'], 2),
    );
    channel.stands = () => {
      asked += 1;
      return asked % 2 === 0 ? Promise.reject(new Error('no')) : new Promise(() => undefined);
    };
    await empties();
    expect(channel.heard.map(({ id, repeat }) => [id, repeat])).toEqual([
      ['t1/0', false],
      ['t1/0', true],
      ['t1/1', false],
      ['t1/1', true],
    ]);
    expect(timer.now()).toBeLessThan(60_000);
  });

  it('leaves what is in doubt at a stop to the next start', async () => {
    const { channel, outbox, store, timer, stops, logged } = await through(
      { fault: () => fails({ kind: 'cut' }), takes: 0 },
      messagesTo(['a'], 1),
    );
    channel.stands = () => Promise.reject(new Error('no'));
    outbox.send();
    await timer.until(() => logged.length === 2);
    await stops();
    expect(channel.tries).toHaveLength(2);
    expect(await store.outbox.waiting()).toHaveLength(1);
  });
});

describe('a message that no place wants', () => {
  it('is given up, said in the log and counted, and the next one goes on', async () => {
    const { channel, empties, counts, logged } = await through(
      { fault: ({ id }) => (id === 't1/1' ? fails({ kind: 'refused' }) : undefined) },
      messagesTo(['a'], 3),
    );
    await empties();
    expect(channel.heardIn('a')).toEqual(['0', '2']);
    expect(counts).toMatchObject({ refused: 1, retries: 0 });
    expect(logged).toEqual(['message-refused t1/1 slack refused 1']);
  });
});

describe('a message that one place does not want, and another may', () => {
  it('goes there, once; where it is not wanted either it is given up', async () => {
    const elsewhere = (place: string, text: string, orElse: string): Message => ({
      ...message(place, text),
      orElse: { channel: 'slack', id: orElse },
    });
    const { channel, empties, counts } = await through(
      { fault: ({ place }) => (place.startsWith('alone') ? fails({ kind: 'refused' }) : undefined) },
      [
        elsewhere('alone ann', 'een', 'thread'),
        elsewhere('alone ann', 'twee', 'alone too'),
        elsewhere('room', 'drie', 'thread'),
      ],
    );
    await empties();
    expect(['alone ann', 'thread', 'room'].map(channel.heardIn)).toEqual([[], ['een'], ['drie']]);
    expect(counts.refused).toBe(3);
  });
});

describe('an error that a channel did not expect', () => {
  it.each([
    ['no connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), [false]],
    ['a broken connection', new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) }), [true]],
    ['anything else', new TypeError('x is not a function'), [true]],
  ])('is read for what it says of the message: %s', async (_name, error, repeats) => {
    const { channel, empties, logged } = await through(
      { fault: ({ before }) => (before === 0 ? { kind: 'breaks', error } : undefined) },
      [message('a', '0')],
    );
    await empties();
    expect(channel.heard.map(({ repeat }) => repeat)).toEqual(repeats);
    expect(logged).toHaveLength(1);
  });
});

describe('a place with a pace of its own', () => {
  it('hears 1,000 messages, one a second, and never has to ask us to wait', async () => {
    const last = new Map<string, number>();
    let asked = 0;
    const many = Array.from({ length: 10 }, (_, at) => `place ${at}`);
    const { channel, empties, timer } = await through(
      {
        pace: 1000,
        fault({ place, at }) {
          const tooSoon = at - (last.get(place) ?? Number.NEGATIVE_INFINITY) < 1000;
          last.set(place, at);
          if (!tooSoon) return undefined;
          asked += 1;
          return throttled(1000);
        },
      },
      messagesTo(many, 100),
    );
    await empties();
    for (const place of many) expect(channel.heardIn(place)).toEqual(numbersTo(100));
    expect(asked).toBe(0);
    // The places go beside each other.
    expect(timer.now()).toBeLessThan(100 * 1000 * 1.1);
  });

  it('keeps it between the last message and one that is decided later', async () => {
    const { channel, outbox, decide, timer, stops } = await through({ pace: 1000, takes: 0 }, messagesTo(['a'], 1));
    outbox.send();
    await timer.until(() => channel.heard.length === 1);
    await decide([message('a', '1')]);
    outbox.send();
    await timer.until(() => channel.heard.length === 2);
    expect(channel.heard.map(({ at }) => at)).toEqual([0, 1000]);
    await stops();
  });

  it('keeps it after a failure as well', async () => {
    const { channel, empties } = await through(
      { pace: 60_000, takes: 0, fault: ({ before }) => (before === 0 ? fails({ kind: 'down' }) : undefined) },
      messagesTo(['a'], 1),
    );
    await empties();
    expect(channel.tries.map(({ at }) => at)).toEqual([0, 60_000]);
  });
});

/** What can happen to one message: at each try one of these, and after them it arrives. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc
    .record({ kind: fc.constant('throttled' as const), wait: fc.integer({ min: 0, max: 4000 }) })
    .map((one) => fails(one)),
  fc.constantFrom(throttled(), fails({ kind: 'down' }), fails({ kind: 'unanswered' }), { kind: 'hangs' as const }),
  fc.constantFrom(fails({ kind: 'cut' }, true)),
  fc.integer({ min: 0, max: 10_900 }).map((until) => ({ kind: 'hangs' as const, effect: true, until })),
);
const story = fc.record({
  place: fc.constantFrom('a', 'b', 'c'),
  faults: fc.array(fault, { maxLength: 5 }),
  refused: fc.boolean(),
});
type Story = { faults: Fault[]; refused: boolean };
const world = fc.record({
  stories: fc.array(story, { maxLength: 12 }),
  pace: fc.constantFrom(0, 1000),
  tells: fc.boolean(),
  outboxes: fc.constantFrom(1, 2),
});

describe(`whatever goes wrong (seed ${seed})`, () => {
  it('every message arrives unless it is refused, in order, at most twice, and then marked as a repeat', async () => {
    await holdsFor(
      world,
      async ({ stories, pace, tells, outboxes }) => {
        const heard: Heard[] = [];
        const tried = new Map<string, number>();
        const one = await sending({
          channel: (timer) =>
            fakeChannel({
              timer,
              pace,
              tells,
              heard,
              fault({ id }) {
                const before = tried.get(id) ?? 0;
                tried.set(id, before + 1);
                const { faults, refused } = stories[Number(id.split('/')[1])] as Story;
                return faults[before] ?? (refused ? fails({ kind: 'refused' }) : undefined);
              },
            }),
          messages: stories.map(({ place }, at) => message(place, String(at))),
          outboxes,
        });
        await one.empties();
        for (const [at, { faults, refused }] of stories.entries()) {
          const times = heard.filter(({ id }) => id === `t1/${at}`);
          const lands = !refused || faults.some((each) => each.kind !== 'breaks' && each.effect);
          expect(times.length).toBeGreaterThanOrEqual(lands ? 1 : 0);
          expect(times.length).toBeLessThanOrEqual(tells ? 1 : 2);
          expect(times[1]?.repeat ?? true, 'a second time is a repeat').toBe(true);
        }
        for (const place of ['a', 'b', 'c']) {
          const order = heard.filter((other) => other.place === place).map(({ id }) => Number(id.split('/')[1]));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      },
      300,
    );
  });
});
