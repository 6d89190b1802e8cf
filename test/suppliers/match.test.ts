import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browse, match } from '../../src/suppliers/match.ts';
import { evidenceKinds, type Supplier } from '../../src/suppliers/supplier.ts';
import { indexOf, need, supplier, tree } from '../support/builders.ts';
import { generated, holdsFor, seed } from '../support/seed.ts';

const idsFor = (suppliers: readonly Supplier[], ...of: Parameters<typeof need>) =>
  match(need(...of), indexOf(suppliers)).best.map(({ supplier: { id } }) => id);

describe('who comes first', () => {
  it('puts a better fit before stronger evidence', () => {
    const exact = supplier({ id: 'exact', things: ['lunch'], evidence: 'self-declared', latest: null });
    const broad = supplier({ id: 'broad', things: ['catering'], evidence: 'municipality' });
    expect(idsFor([broad, exact], ['lunch'])).toEqual(['exact', 'broad']);
  });

  it('puts stronger evidence before more recent evidence', () => {
    const ranked = evidenceKinds
      .slice(0, -1)
      .map((evidence, at) => supplier({ id: evidence, evidence, latest: at === 0 ? null : `202${at}-05` }));
    expect(idsFor(ranked.toReversed(), ['catering'])).toEqual(evidenceKinds.slice(0, -1));
  });

  it('puts recent before older, and older before undated', () => {
    const dated = [
      supplier({ id: 'undated', latest: null }),
      supplier({ id: 'older', latest: '2019' }),
      supplier({ id: 'recent', latest: '2025-02' }),
    ];
    expect(idsFor(dated, ['catering'])).toEqual(['recent', 'older', 'undated']);
  });

  it('counts two years back to the day as recent', () => {
    const [today, before] = [
      supplier({ id: 'today', latest: '2024-11-21' }),
      supplier({ id: 'before', latest: '2024-11-20' }),
    ];
    expect(
      match(need(['catering']), indexOf([before, today])).best.map((one) => one.reasons.includes('recent')),
    ).toEqual([true, false]);
  });

  it('puts a neighbour before one from elsewhere, and says that it is near', () => {
    const near = supplier({ id: 'near', areas: ['overvecht'], evidence: 'self-declared' });
    const far = supplier({ id: 'far', areas: ['zeist'], evidence: 'municipality' });
    const [first, second] = match(need(['catering'], { area: 'overvecht' }), indexOf([far, near])).best;
    expect([first?.supplier.id, first?.reasons.includes('nearby'), second?.reasons.includes('nearby')]).toEqual([
      'near',
      true,
      false,
    ]);
  });

  it('puts who is too small last, and says so', () => {
    const small = supplier({ id: 'small', capacity: 20, evidence: 'municipality' });
    const large = supplier({ id: 'large', capacity: 200, evidence: 'self-declared' });
    const best = match(need(['catering'], { people: 60 }), indexOf([small, large])).best;
    expect(best.map(({ supplier: { id }, reasons }) => [id, reasons.includes('too-small')])).toEqual([
      ['large', false],
      ['small', true],
    ]);
  });
});

describe('who is offered', () => {
  it('gives nobody for a thing that nobody offers', () => {
    expect(match(need(['ramen']), indexOf([supplier({ id: 'a', things: ['lunch', 'taart'] })]))).toEqual({
      best: [],
      total: 0,
    });
    expect(match(need(['onbekend']), indexOf([supplier({ id: 'a' })]))).toEqual({ best: [], total: 0 });
    expect(match(need([]), indexOf([supplier({ id: 'a' })]))).toEqual({ best: [], total: 0 });
  });

  it('asks a caterer for what caterers usually bring, and not for a speciality', () => {
    const caterer = supplier({ id: 'caterer', things: ['catering'] });
    expect(idsFor([caterer], ['lunch'])).toEqual(['caterer']);
    expect(idsFor([caterer], ['taart'])).toEqual([]);
  });

  it('finds by the supplier’s own words what no list holds', () => {
    const [chairs, other] = [
      supplier({ id: 'stoelen', offers: 'stoelen van restjes' }),
      supplier({ id: 'anders', offers: 'soep' }),
    ];
    expect(match({ ...need([]), words: ['stoelen'] }, indexOf([other, chairs])).best).toMatchObject([
      { supplier: { id: 'stoelen' }, reasons: ['mentions-this', 'in-the-city', 'proven', 'recent'] },
    ]);
  });

  const suppliers = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{3,9}$/),
      things: fc.subarray([...tree.keys()], { minLength: 1 }),
      status: fc.constantFrom<Supplier['status'][]>('active', 'unknown', 'stopped'),
      evidence: fc.constantFrom<Supplier['evidence']['kind'][]>(...evidenceKinds),
      latest: fc.constantFrom(null, '2012', '2024-11-21', '2026-05'),
      region: fc.constantFrom<Supplier['place']['region'][]>(
        'utrecht-stad',
        'utrecht-provincie',
        'landelijk',
        'onbekend',
      ),
      areas: fc.subarray(['overvecht', 'zeist']),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 50 },
  );
  const needs = fc.record({
    things: fc.subarray([...tree.keys()], { minLength: 1 }),
    area: fc.constantFrom('overvecht', 'zeist', 'utrecht'),
    words: fc.subarray(['iets', 'stichting', 'soep']),
  });

  it(`never offers who stopped or is not shown to be social (seed ${seed})`, async () => {
    await holdsFor(fc.tuple(suppliers, needs), ([wanted, { things, area, words }]) => {
      const index = indexOf(wanted.map(supplier));
      const shown = [
        match(need(things, { area, words }), index),
        browse({ area }, '2026-11-21', index),
        ...things.map((id) => browse({ category: id }, '2026-11-21', index)),
      ];
      for (const { best } of shown)
        for (const { supplier: one } of best)
          expect([one.status === 'stopped', one.evidence.kind === 'none'], one.id).toEqual([false, false]);
    });
  });

  it(`does not look at the order in which suppliers are listed (seed ${seed})`, async () => {
    await holdsFor(fc.tuple(suppliers, needs, fc.nat()), ([wanted, { things, area }, turn]) => {
      const all = wanted.map(supplier);
      const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].toReversed();
      expect(idsFor(turned, things, { area })).toEqual(idsFor(all, things, { area }));
    });
  });

  it(`does not look at that order among very many equals either (seed ${seed})`, () => {
    const ids = new Set(generated(fc.stringMatching(/^[a-z]{6,12}$/), 2000));
    const all = [...ids].map((id) => supplier({ id }));
    expect(idsFor(all.toReversed(), ['catering'])).toEqual(idsFor(all, ['catering']));
  });
});

describe('equals take turns', () => {
  const equals = ['appel', 'braam', 'citroen', 'druif', 'framboos'].map((id) => supplier({ id }));
  const days = Array.from({ length: 60 }, (_, at) => new Date(Date.UTC(2026, 10, 21 + at)).toISOString().slice(0, 10));

  it('by the day, so that each is first at least once in sixty days', () => {
    const firsts = days.map((day) => idsFor(equals, ['catering'], { day })[0]);
    expect([...new Set(firsts)].toSorted()).toEqual(equals.map(({ id }) => id));
  });

  it('and all day in the same order, whoever else is listed', () => {
    const others = [supplier({ id: 'gember' }), supplier({ id: 'hazelnoot' })];
    for (const day of days) {
      const amongMore = idsFor([...others, ...equals], ['catering'], { day }).filter((id) =>
        equals.some((one) => one.id === id),
      );
      expect(amongMore).toEqual(idsFor(equals, ['catering'], { day }));
    }
  });

  it('and by their id alone: what somebody says of itself moves nobody', () => {
    const changed = equals.map((one) => ({
      ...one,
      name: `AAA ${one.name}`,
      sources: [...one.sources, ...one.sources],
    }));
    for (const day of days)
      expect(idsFor(changed, ['catering'], { day })).toEqual(idsFor(equals, ['catering'], { day }));
  });

  it('in a list of everything as well', () => {
    const index = indexOf(equals);
    const firsts = days.map((day) => browse({ category: 'catering' }, day, index).best[0]?.supplier.id);
    expect(new Set(firsts).size).toBe(equals.length);
  });
});
