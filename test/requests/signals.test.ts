import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { othersThan } from '../../src/journeys/request-signals.ts';
import { type Measure, type Signal, signalsOf, type Wanted } from '../../src/requests/signals.ts';
import { requestOf } from '../support/requests.ts';
import { holdsFor, seed } from '../support/seed.ts';

const measure: Measure = {
  line: 10_000,
  rates: [21, 9],
  categoryOf: (thing) => ({ lunch: 'catering', taart: 'catering', drukwerk: 'print' })[thing],
};
const TODAY = '2026-11-28';
const wanted = (need: Wanted['need'], more: Partial<Wanted> = {}): Wanted => ({
  on: TODAY,
  need: { what: 'lunch', thing: 'lunch', team: 'Jeugd', ...need },
  person: 'ann@utrecht.example',
  ...more,
});
const earlier = (need: Parameters<typeof requestOf>[0] = {}) =>
  requestOf({ ...need, need: { what: 'lunch', thing: 'lunch', team: 'Jeugd', ...need.need } });
const kinds = (signals: readonly Signal[]) => signals.map(({ kind }) => kind);

describe('the same need of the same team', () => {
  it('is double within two weeks, on the fourteenth day as well', () => {
    expect(kinds(signalsOf(wanted({}), [earlier({ on: '2026-11-14' })], measure))).toEqual(['double']);
    expect(signalsOf(wanted({}), [earlier({ on: '2026-11-13' })], measure)).toEqual([]);
  });

  it('is not double when it was withdrawn, is another thing, or of another team', () => {
    const others = [
      earlier({ status: 'withdrawn' }),
      earlier({ need: { thing: 'taart' } }),
      earlier({ need: { team: 'Wijken' } }),
      earlier({ on: '2026-12-01' }),
    ];
    expect(signalsOf(wanted({}), others, measure)).toEqual([]);
  });

  it('is not its own double when it is changed', () => {
    const own = earlier();
    expect(signalsOf(wanted({}, { id: own.id }), [own], measure)).toEqual([]);
  });

  it.each(['team Jeugd', 'jeugd', 'Afdeling Jeugd', ' JEUGD '])('knows the team as "%s"', (team) => {
    expect(kinds(signalsOf(wanted({ team }), [earlier()], measure))).toEqual(['double']);
  });

  it('goes by the person where there is no team', () => {
    const { team: _none, ...need } = wanted({}).need;
    const own = requestOf({ need: { what: 'lunch', thing: 'lunch' } });
    const other = requestOf({ need: { what: 'lunch', thing: 'lunch' }, by: 'Bo' });
    expect(kinds(signalsOf({ ...wanted({}), need }, [own], measure))).toEqual(['double']);
    expect(signalsOf({ ...wanted({}), need }, [other], measure)).toEqual([]);
  });

  it('goes by the words where the thing is not known', () => {
    const need = { what: 'Een  raar ding', thing: undefined };
    const before = requestOf({ need: { what: 'een raar ding', team: 'Jeugd' } });
    expect(kinds(signalsOf(wanted(need), [before], measure))).toEqual(['double']);
  });
});

describe('adding up', () => {
  const LONG_AGO = '2026-05-01';
  const asked = (amount: number, vat?: 'included' | 'excluded', on = LONG_AGO) =>
    earlier({ on, need: { amount, ...(vat ? { vat } : {}) } });
  const sums = (signals: readonly Signal[]) => signals.flatMap((one) => (one.kind === 'adds-up' ? [one.sum] : []));

  it.each([
    [5000, 5000, false],
    [5000, 5000.01, true],
    [10_000, 0.01, true],
    [9999.99, 0.01, false],
  ])('of %d and %d without btw passes the line of 10.000: %s', (one, other, passes) => {
    const found = signalsOf(wanted({ amount: other, vat: 'excluded' }), [asked(one, 'excluded')], measure);
    expect(found.length > 0).toBe(passes);
  });

  it('counts btw out, by every rate it may hold', () => {
    const found = signalsOf(wanted({ amount: 6000, vat: 'included' }), [asked(6050, 'included')], measure);
    expect(sums(found)).toEqual([{ low: 9958.68, high: 11_055.05 }]);
    expect(signalsOf(wanted({ amount: 5450, vat: 'included' }), [asked(5450, 'included')], measure)).toEqual([]);
  });

  it('is told as long as it may be that neither passes the line by itself', () => {
    for (const [amount, vat] of [
      [10_901, 'included'],
      [12_000, 'included'],
      [10_001, undefined],
    ] as const) {
      const found = signalsOf(wanted({ amount, ...(vat ? { vat } : {}) }), [asked(8000, 'excluded')], measure);
      expect(kinds(found)).toContain('adds-up');
    }
  });

  it('takes an amount of which nothing was said of btw both ways', () => {
    expect(sums(signalsOf(wanted({ amount: 5000 }), [asked(6050)], measure))).toEqual([{ low: 9132.23, high: 11_050 }]);
  });

  it('looks back twelve months and no further', () => {
    const now = wanted({ amount: 100, vat: 'excluded' });
    expect(kinds(signalsOf(now, [asked(9950, 'excluded', '2025-11-28')], measure))).toEqual(['adds-up']);
    expect(signalsOf(now, [asked(9950, 'excluded', '2025-11-27')], measure)).toEqual([]);
  });

  it('goes by what was really paid, where it is known', () => {
    const bought = { supplier: 'x', amount: 9950, vat: 'excluded' } as const;
    const done = earlier({ on: LONG_AGO, status: 'done', need: { amount: 10, vat: 'excluded' }, bought });
    expect(kinds(signalsOf(wanted({ amount: 100, vat: 'excluded' }), [done], measure))).toEqual(['adds-up']);
  });

  it('is silent where one amount passes the line by itself, and where the line is not known', () => {
    expect(signalsOf(wanted({ amount: 12_000, vat: 'excluded' }), [asked(10, 'excluded')], measure)).toEqual([]);
    const noLine = { ...measure, line: undefined };
    expect(signalsOf(wanted({ amount: 9999, vat: 'excluded' }), [asked(9999, 'excluded')], noLine)).toEqual([]);
  });
});

describe('bundling', () => {
  const theirs = (need: object, more: object = {}) =>
    earlier({ ...more, need: { team: 'Wijken', wantedBy: '2026-12-20', ...need } });

  it('is for teams that need the like within thirty days of each other', () => {
    const mine = wanted({ wantedBy: '2027-01-19' });
    expect(kinds(signalsOf(mine, [theirs({ thing: 'taart' })], measure))).toEqual(['bundle']);
    expect(signalsOf(wanted({ wantedBy: '2027-01-20' }), [theirs({})], measure)).toEqual([]);
    expect(kinds(signalsOf(wanted({ wantedBy: '2026-11-30' }), [theirs({})], measure))).toEqual(['bundle']);
    expect(signalsOf(mine, [theirs({ thing: 'drukwerk' })], measure)).toEqual([]);
  });

  it('is not for what is done or withdrawn, or has no day', () => {
    const mine = wanted({ wantedBy: '2026-12-20' });
    expect(signalsOf(mine, [theirs({}, { status: 'done' }), theirs({}, { status: 'withdrawn' })], measure)).toEqual([]);
    expect(signalsOf(wanted({}), [theirs({})], measure)).toEqual([]);
  });

  it('is for other teams: the own one is double, or adds up', () => {
    const own = theirs({ team: 'Jeugd' }, { on: '2026-11-01' });
    expect(signalsOf(wanted({ wantedBy: '2026-12-20' }), [own], measure)).toEqual([]);
  });

  it('names the line only when it is passed together', () => {
    const mine = wanted({ wantedBy: '2026-12-20', amount: 6000, vat: 'excluded' });
    const lines = (amount: number) =>
      signalsOf(mine, [theirs({ amount, vat: 'excluded' })], measure).map((one) => one.kind === 'bundle' && one.line);
    expect(lines(4000)).toEqual([undefined]);
    expect(lines(4000.01)).toEqual([10_000]);
  });
});

describe('what is looked up to find signals', () => {
  const need = fc.record(
    {
      what: fc.constantFrom('lunch', 'Een raar  ding', 'een raar ding', 'x'.repeat(200)),
      thing: fc.constantFrom('lunch', 'taart', 'drukwerk'),
      team: fc.constantFrom('Jeugd', 'team jeugd', 'Wijken'),
      amount: fc.constantFrom(100, 6000),
      wantedBy: fc.constantFrom('2026-12-10', '2027-03-01'),
    },
    { requiredKeys: ['what'] },
  );
  const request = fc.record({
    need,
    by: fc.constantFrom('Ann', 'Bo'),
    on: fc.constantFrom(TODAY, '2026-11-01', '2026-02-01', '2025-01-01'),
    status: fc.constantFrom('open' as const, 'claimed' as const, 'done' as const, 'withdrawn' as const),
  });

  it(`misses none of them, and leaves most requests where they are (seed ${seed})`, () =>
    holdsFor(
      fc.record({ mine: need, all: fc.array(request, { maxLength: 25 }) }),
      async ({ mine, all }) => {
        const store = await openLowdbStore({ today: () => TODAY });
        const requests = all.map((one, at) => requestOf({ ...one, number: at + 1, on: one.on }));
        await store.settle('requests', async (records) => {
          for (const one of requests) await records.requests.put(one.id, one);
          return [];
        });
        const asked: Wanted = { on: TODAY, need: mine, person: 'ann@utrecht.example' };
        const found = await store.read((records) => othersThan(asked, records));
        const kept = await store.read((records) => records.requests.list({}));
        const said = (among: typeof kept) =>
          signalsOf(asked, among, measure).map(({ others, ...more }) => ({
            ...more,
            ids: others.map(({ id }) => id).toSorted(),
          }));
        expect(said(found)).toEqual(said(kept));
        for (const { status, owner, ofTeam } of found)
          expect(['open', 'claimed'].includes(status) || owner === asked.person || ofTeam !== undefined).toBe(true);
      },
      150,
    ));
});
