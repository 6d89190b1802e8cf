import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST, reportOf } from '../../src/requests/report.ts';
import type { PurchaseRequest } from '../../src/requests/request.ts';
import { requestOf } from '../support/requests.ts';
import { holdsFor, seed } from '../support/seed.ts';

const reading = {
  dayOf: (moment: string) => moment.slice(0, 10),
  categoryOf: (thing: string) => (thing === '' ? undefined : thing),
};
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const people = (name: string, count: number, of: number, need: object): PurchaseRequest[] =>
  Array.from({ length: count }, (_, at) => requestOf({ by: `${name}${at % of}`, need }));
const told = (requests: readonly PurchaseRequest[]) => reportOf(requests, YEAR, reading);

describe('groups', () => {
  it('of five requests by five people are told', () => {
    expect(told(people('a', 5, 5, { team: 'Jeugd' })).teams).toEqual([{ name: 'jeugd', requests: 5 }]);
  });

  it('of four requests are hidden, and so are five requests of four people', () => {
    expect(told(people('a', 4, 4, { team: 'Jeugd' })).teams).toBeUndefined();
    expect(told(people('a', 5, 4, { team: 'Jeugd' })).teams).toBeUndefined();
    expect(told(people('a', 9, 4, { thing: 'lunch' })).categories).toBeUndefined();
  });

  it('that are small are put together, when that is large enough', () => {
    const small = [...people('a', 3, 3, { team: 'A' }), ...people('b', 2, 2, { team: 'B' })];
    expect(told([...people('c', 6, 6, { team: 'C' }), ...small]).teams).toEqual([
      { name: 'c', requests: 6 },
      { name: null, requests: 5 },
    ]);
  });

  it('that stay small together take the smallest other with them, so that subtracting finds nothing', () => {
    const all = [
      ...people('a', 2, 2, { team: 'A' }),
      ...people('b', 5, 5, { team: 'B' }),
      ...people('c', 8, 8, { team: 'C' }),
    ];
    expect(told(all).teams).toEqual([
      { name: 'c', requests: 8 },
      { name: null, requests: 7 },
    ]);
  });

  it(`are never smaller than five requests of five people, and add up to all or are hidden (seed ${seed})`, async () => {
    const request = fc.record({
      by: fc.integer({ min: 0, max: 8 }).map((one) => `p${one}`),
      team: fc.option(fc.constantFrom('A', 'team A', 'B', 'C', 'D'), { nil: undefined }),
      thing: fc.option(fc.constantFrom('lunch', 'drukwerk', 'taart'), { nil: undefined }),
    });
    await holdsFor(fc.array(request, { maxLength: 40 }), (made) => {
      const all = made.map(({ by, ...need }) => requestOf({ by, need: JSON.parse(JSON.stringify(need)) }));
      const report = told(all);
      for (const groups of [report.categories, report.teams]) {
        if (!groups) continue;
        expect(groups.filter(({ requests }) => requests < LEAST)).toEqual([]);
        expect(groups.reduce((sum, { requests }) => sum + requests, 0)).toBe(all.length);
      }
      for (const { name } of report.teams ?? []) {
        const group = all.filter(({ need }) => name !== null && need.team?.toLowerCase().endsWith(name));
        if (name !== null)
          expect(new Set(group.map(({ requester }) => requester.id)).size).toBeGreaterThanOrEqual(LEAST);
      }
    });
  });
});

describe('figures', () => {
  const done = (doneAt: string, supplier: string, amount: number, vat: 'included' | 'excluded', on = '2026-03-01') =>
    requestOf({ on, status: 'done', doneAt, bought: { supplier, amount, vat } });

  it('count what was posted, withdrawn and finished in the period, its first and last day included', () => {
    const all = [
      requestOf({ on: '2025-12-31' }),
      requestOf({ on: '2026-01-01' }),
      requestOf({ on: '2026-12-31', status: 'withdrawn' }),
      requestOf({ on: '2027-01-01' }),
      done('2026-12-31T20:00:00Z', 'a', 1, 'excluded', '2025-12-01'),
      done('2027-01-02T20:00:00Z', 'a', 1, 'excluded'),
    ];
    expect(told(all)).toMatchObject({ posted: 3, withdrawn: 1, done: 1 });
    expect(told(all).months.map(({ posted }) => posted)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(told(all).months.at(-1)).toEqual({ month: '2026-12', posted: 1, done: 1 });
  });

  /** The same purchase by so many people. */
  const byMany = (count: number, ...[doneAt, supplier, amount, vat]: Parameters<typeof done>) =>
    Array.from({ length: count }, (_, at) =>
      requestOf({ on: '2026-03-01', by: `p${at}`, status: 'done', doneAt, bought: { supplier, amount, vat } }),
    );

  it('never add euros with btw to euros without, and lose no cent', () => {
    const all = [
      ...byMany(10, '2026-04-01T09:00:00Z', 'a', 0.1, 'excluded'),
      ...byMany(5, '2026-04-01T09:00:00Z', 'b', 121, 'included'),
    ];
    expect(told(all).spent).toEqual({ excluded: 1, included: 605 });
  });

  it('tell no euros and no new suppliers of what fewer than five people bought, each sum by itself', () => {
    const few = byMany(4, '2026-04-01T09:00:00Z', 'a', 487.5, 'excluded');
    expect(told(few)).toMatchObject({ done: 4, spent: { excluded: undefined, included: 0 }, newSuppliers: undefined });
    const beside = [...few, ...byMany(5, '2026-04-01T09:00:00Z', 'b', 1, 'included')];
    expect(told(beside)).toMatchObject({ spent: { excluded: undefined, included: 5 }, newSuppliers: ['a', 'b'] });
    expect(told([])).toMatchObject({ spent: { excluded: 0, included: 0 }, newSuppliers: [] });
  });

  it('call a supplier new when nothing was bought there before', () => {
    const all = [
      done('2025-06-01T09:00:00Z', 'old', 1, 'excluded'),
      ...byMany(3, '2026-06-01T09:00:00Z', 'old', 1, 'excluded'),
      ...byMany(5, '2026-07-01T09:00:00Z', 'new', 1, 'excluded'),
      done('2027-08-01T09:00:00Z', 'later', 1, 'excluded'),
    ];
    expect(told(all).newSuppliers).toEqual(['new']);
  });

  it('tell how soon half was picked up, when that is of five requesters and five buyers at least', () => {
    const pickedUp = (hours: number, at: number, { requesters = 9, buyers = 9 } = {}) =>
      requestOf({
        status: 'claimed',
        by: `p${at % requesters}`,
        claimedBy: `b${at % buyers}`,
        claimedAt: new Date(Date.UTC(2026, 10, 20, 9 + hours)).toISOString(),
      });
    const soon = (hours: number[], of: { requesters?: number; buyers?: number } = {}) =>
      told(hours.map((one, at) => pickedUp(one, at, of))).hoursToPickUp;
    expect(soon([1, 2, 3, 40])).toBeUndefined();
    expect(soon([1, 2, 3, 40, 50])).toBe(3);
    expect(soon([50, 2, 40, 1, 3, 3])).toBe(3);
    expect(soon([1, 2, 3, 40, 50], { requesters: 4 })).toBeUndefined();
    expect(soon([1, 2, 3, 40, 50], { buyers: 4 })).toBeUndefined();
  });
});
