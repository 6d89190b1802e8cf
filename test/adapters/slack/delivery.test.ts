import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import { createOutbox, type Outbox } from '../../../src/outbox.ts';
import type { Store } from '../../../src/ports.ts';
import { texts } from '../../../src/texts/texts.ts';
import { realTimer } from '../../../src/timer.ts';
import type { Turn } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { long } from '../../support/long.ts';
import { generated, seed } from '../../support/seed.ts';
import { direct, mention } from './events.ts';
import type { Fault } from './fake.ts';
import { type Office, startOffice } from './office.ts';

const PLACES = ['T1/C1/1.1', 'T1/C1/2.2', 'T1/C2/1.1', 'T1/UANN', 'T1/UBO'];
/** Time goes twenty times as fast. */
const timer = {
  now: () => performance.now() * 20,
  after: (milliseconds: number, call: () => void) => realTimer.after(milliseconds / 20, call),
};

let office: Office;
let store: Store;
let outbox: Outbox;
beforeEach(async () => {
  office = await startOffice({ timer });
  store = await openLowdbStore({ today: () => TODAY });
  outbox = createOutbox({
    store,
    channels: { slack: office.channel },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    timer,
  });
});
afterEach(async () => {
  await outbox.stop();
  await office.close();
  await store.close();
});

const turn = (n: number): Turn => ({
  id: `turn ${n}`,
  from: { id: 'ann', name: '' },
  at: { channel: 'slack', id: 'T1/UANN' },
  input: { kind: 'text', text: 'x' },
});

async function decided(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await store.book(turn(n));
    await store.settle(turn(n).id, async () =>
      PLACES.map((id) => ({
        to: { channel: 'slack' as const, id },
        reply: { language: 'nl' as const, parts: [{ kind: 'text' as const, text: `bericht ${n} voor ${id}.` }] },
      })),
    );
  }
  outbox.send();
  await expect.poll(() => store.outbox.waiting(), { timeout: 50_000, interval: 50 }).toEqual([]);
}

const said = (id: string) => office.slack.standing.map(({ text }) => text).filter((text) => text.includes(` ${id}.`));

describe('messages to Slack', () => {
  it(`all arrive once and in order per conversation, however it throttles and breaks (seed ${seed})`, async () => {
    const faults = generated(
      fc.option(
        fc.constantFrom<Fault>(
          { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
          { kind: 'status', status: 429 },
          { kind: 'status', status: 502 },
          { kind: 'error', error: 'internal_error' },
          { kind: 'cut-before' },
        ),
        { freq: 2, nil: undefined },
      ),
      1000,
    );
    let at = 0;
    office.slack.faults(({ method }) => {
      at += 1;
      return method === 'chat.postMessage' ? faults[at % faults.length] : undefined;
    });
    await decided(20);
    for (const id of PLACES) {
      const own = said(id).map((text) => text.replace(`${texts.nl.repeated}\n\n`, ''));
      expect(own).toEqual(Array.from({ length: 20 }, (_, n) => `bericht ${n} voor ${id}.`));
    }
  });

  it(`all arrive once and in order when Slack wants us to wait for three of ten (seed ${seed})`, async () => {
    const each = long ? 100 : 20;
    const waits = generated(fc.integer({ min: 1, max: 3 }), 1000);
    const throttled = generated(fc.nat(9), 1000).map((one) => one < 3);
    let at = 0;
    let refused = 0;
    office.slack.faults(({ method }) => {
      if (method !== 'chat.postMessage') return undefined;
      at += 1;
      if (!throttled[at % throttled.length]) return undefined;
      refused += 1;
      const headers = { 'retry-after': String(waits[at % waits.length]) };
      return { kind: 'status', status: 429, headers };
    });
    await decided(each);
    expect(refused).toBeGreaterThan(each);
    for (const id of PLACES)
      expect(said(id)).toEqual(Array.from({ length: each }, (_, n) => `bericht ${n} voor ${id}.`));
  });

  it('of which the answer is lost are found where they stand, and not said again', async () => {
    let at = 0;
    office.slack.faults(({ method }) => {
      at += 1;
      return method === 'chat.postMessage' && at % 5 === 0 ? { kind: 'cut-after' } : undefined;
    });
    await decided(20);
    for (const id of PLACES.filter((one) => one.includes('/C')))
      expect(said(id)).toEqual(Array.from({ length: 20 }, (_, n) => `bericht ${n} voor ${id}.`));
    for (const id of PLACES) {
      const all = said(id);
      const twice = all.filter((text) => text.startsWith(texts.nl.repeated));
      expect(new Set(all.map((text) => text.replace(`${texts.nl.repeated}\n\n`, ''))).size).toBe(20);
      expect(all.length - twice.length).toBeLessThanOrEqual(20);
    }
  });
});

describe('an acknowledgement', () => {
  it('comes well before Slack gives up, two hundred at once and with a store that takes a second', async () => {
    for (const slow of [0, 1000]) {
      const busy = await startOffice({ accept: () => sleep(slow) });
      const times = await Promise.all(
        Array.from({ length: 200 }, async (_, n) => {
          const from = performance.now();
          const { status } = await busy.send(n % 2 ? direct(`vraag ${n}`) : mention(`vraag ${n}`));
          expect(status).toBe(200);
          return performance.now() - from;
        }),
      );
      expect(Math.max(...times)).toBeLessThan(2500);
      await busy.close();
    }
  });
});
