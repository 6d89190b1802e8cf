import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { basisOf, citationsOf, suppliersOf } from '../../src/basis.ts';
import { factIds } from '../../src/rules/check.ts';
import type { Decision } from '../../src/rules/decide.ts';
import { type Facts, factsSchema } from '../../src/rules/facts.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, knowledgeFolder, library } from '../support/library.ts';
import { secondReading, type World } from '../support/second-reading.ts';
import { generated, holdsFor, seed } from '../support/seed.ts';

const { check, amounts } = knowledge;
const suppliers = suppliersOf(knowledge);
const schema = factsSchema(check, amounts);

function decide(facts: Facts): Decision {
  const decision = library.decide(schema.parse(facts), TODAY, suppliers);
  if ('kind' in decision) throw new Error(`no rules on ${facts.date}`);
  return decision;
}

const world: World = {
  today: TODAY,
  suppliers: new Map(
    [...knowledge.suppliers.values()].map(({ id, status, evidence }) => [id, { status, evidence: evidence.kind }]),
  ),
};

const options = (id: string) => check.questions.find((one) => one.id === id)?.options?.map((one) => one.id) ?? [];
/** One supplier of each status and evidence, and two that the knowledge base does not have. */
const someSuppliers = [
  ...new Map([...knowledge.suppliers.values()].map((one) => [`${one.status} ${one.evidence.kind}`, one.id])).values(),
  'niet-in-de-lijst',
  'Bakker om de hoek',
];
const lines = [10_000, 70_000, 150_000, 216_000, 221_000, 750_000, 1_500_000, 5_404_000, 5_538_000];
/** Round a line, with and without btw, and anything else, in whole cents. */
const cents = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 800_000_000 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...lines), fc.constantFrom(1, 1.09, 1.21), fc.integer({ min: -2, max: 2 }))
      .map(([line, btw, more]) => Math.max(1, Math.round(line * 100 * btw) + more)),
  },
);
const euros = cents.map((value) => value / 100);

const facts: { [Key in keyof Required<Facts>]: fc.Arbitrary<Required<Facts>[Key]> } = {
  kind: fc.constantFrom(...options('kind')),
  contract: fc.constantFrom('no', 'no', 'no', ...options('contract')),
  amount: euros,
  vat: fc.constantFrom('excluded', 'excluded', 'included', 'unknown'),
  vatRate: fc.constantFrom(21, 9, 0),
  occurrences: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })),
  related: fc.oneof(fc.constant(0), euros),
  sensitive: fc.oneof(fc.constant<string[]>([]), fc.subarray(options('sensitive'))),
  supplier: fc.constantFrom(...someSuppliers),
  evidence: fc.constantFrom(...options('evidence')),
  conflictOfInterest: fc.constantFrom('no', 'no', ...options('conflictOfInterest')),
  date: fc.constantFrom('2024-01-01', '2025-12-31', '2026-01-01', TODAY, '2027-12-31', '2028-01-01', '2030-06-01'),
};

/** Cases in which each fact is given, left out, or doubted. */
function cases(weights: { given: number; absent: number; doubted: number }): fc.Arbitrary<Facts> {
  const { given, absent, doubted } = weights;
  const each = Object.entries(facts).map(([fact, values]) => {
    const maybe = fc.oneof(
      { weight: given, arbitrary: (values as fc.Arbitrary<unknown>).map((value) => ({ [fact]: value })) },
      { weight: absent, arbitrary: fc.constant({}) },
      ...(fact === 'date' || doubted === 0 ? [] : [{ weight: doubted, arbitrary: fc.constant({ [fact]: null }) }]),
    );
    return maybe;
  });
  return fc.tuple(...each).map((parts) => Object.assign({}, ...parts) as Facts);
}

const outcomesOf = (decisions: readonly Decision[]) => new Set(decisions.map(({ outcome }) => outcome));
const whole = cases({ given: 6, absent: 1, doubted: 0 });

describe(`the check, on generated cases (seed ${seed})`, () => {
  it('agrees with a second reading of the table, and reaches every outcome and rule', () => {
    const tried = [
      ...generated(whole, 6000),
      ...generated(cases({ given: 5, absent: 2, doubted: 1 }), 3000),
      ...generated(cases({ given: 3, absent: 3, doubted: 1 }), 1000),
    ];
    const decisions = tried.map((one) => {
      const { rules, ruleset, ...decision } = decide(one);
      expect({ facts: one, ...decision }).toEqual({ facts: one, ...secondReading(one, world) });
      return { rules, ruleset, ...decision };
    });
    expect([...outcomesOf(decisions)].toSorted()).toEqual(Object.keys(check.outcomes).toSorted());
    const deciding = new Set(decisions.map(({ rules }) => rules[0]?.id));
    expect(check.rules.map(({ id, outcome }) => id ?? outcome).filter((id) => !deciding.has(id))).toEqual([]);
  });

  it('gives the same outcome or none when any answer but contract and supplier is doubted', () =>
    holdsFor(
      whole,
      (one) => {
        const { outcome } = decide(one);
        for (const fact of factIds) {
          if (fact === 'contract' || fact === 'supplier') continue;
          expect([outcome, 'incomplete'], `${fact} doubted`).toContain(decide({ ...one, [fact]: null }).outcome);
        }
      },
      1500,
    ));

  it('ends: who answers what is missing gets an outcome, and is never asked what is known', () =>
    holdsFor(
      fc.tuple(cases({ given: 1, absent: 2, doubted: 0 }), whole),
      ([begun, answers]) => {
        let known: Facts = begun;
        for (let asked = 0; asked <= factIds.length; asked++) {
          const { outcome, missing } = decide(known);
          const [next] = missing;
          if (!next) {
            expect(outcome).not.toBe('incomplete');
            return;
          }
          expect(known[next] ?? 'open', `${next} was known`).toBeOneOf(['open', 'unknown']);
          known = { ...known, [next]: answers[next] ?? sure[next] };
          if (next === 'vat' && known.vat === 'unknown') known = { ...known, vat: 'excluded' };
        }
        expect.unreachable('the questions do not end');
      },
      1500,
    ));
});

const sure: Facts = {
  kind: 'goods',
  contract: 'no',
  amount: 5000,
  vat: 'included',
  vatRate: 21,
  conflictOfInterest: 'no',
};

describe('the check', () => {
  const base: Facts = { kind: 'goods', contract: 'no', vat: 'excluded', conflictOfInterest: 'no', supplier: 'uw' };
  const proven = [...knowledge.suppliers.values()].find(
    ({ status, evidence }) => evidence.kind === 'municipality' && status === 'active',
  )?.id as string;
  const outcomeAt = (amount: number, more: Facts = {}) =>
    decide({ ...base, supplier: proven, amount, ...more }).outcome;

  it.each<[Facts, number, string, string, string]>([
    [{}, 10_000, 'direct', 'direct', 'single-quote-advice'],
    [{ kind: 'social-service' }, 10_000, 'direct', 'direct', 'single-quote-advice'],
    [{}, 70_000, 'single-quote-advice', 'single-quote-advice', 'multiple-quotes'],
    [{ kind: 'works' }, 150_000, 'single-quote-advice', 'single-quote-advice', 'multiple-quotes'],
    [{ kind: 'works' }, 1_500_000, 'multiple-quotes', 'multiple-quotes', 'national-tender'],
    [{}, 216_000, 'multiple-quotes', 'european-tender', 'european-tender'],
    [{ date: '2025-12-31' }, 221_000, 'multiple-quotes', 'european-tender', 'european-tender'],
    [{ kind: 'social-service' }, 750_000, 'multiple-quotes', 'european-tender', 'european-tender'],
    [{ kind: 'works' }, 5_404_000, 'national-tender', 'european-tender', 'european-tender'],
  ])('counts to the cent: %j at € %d', (more, line, below, at, above) => {
    expect([outcomeAt(line - 0.01, more), outcomeAt(line, more), outcomeAt(line + 0.01, more)]).toEqual([
      below,
      at,
      above,
    ]);
  });

  it.each<[number, number, string]>([
    [12_100, 21, 'direct'],
    [12_100.01, 21, 'single-quote-advice'],
    [12_100.0, 9, 'single-quote-advice'],
    [10_900, 9, 'direct'],
    [10_900.01, 9, 'single-quote-advice'],
    [10_000.01, 0, 'single-quote-advice'],
  ])('takes btw out to the cent: € %d with %d%%', (amount, vatRate, outcome) => {
    expect(outcomeAt(amount, { vat: 'included', vatRate })).toBe(outcome);
  });

  it('rounds half a cent up', () => {
    expect(decide({ ...base, amount: 0.02, vat: 'included', vatRate: 21 }).total).toBe(0.02);
    expect(decide({ ...base, amount: 1.09, vat: 'included', vatRate: 9 }).total).toBe(1);
    expect(decide({ ...base, amount: 12_100.01, vat: 'included', vatRate: 21 }).total).toBe(10_000.01);
  });

  it('refuses what cannot be used, and names it', () => {
    const refused: [string, unknown][] = [
      ['amount', 0],
      ['amount', -1],
      ['amount', 9.999],
      ['amount', Number.NaN],
      ['amount', '9500'],
      ['occurrences', 0],
      ['occurrences', 1.5],
      ['related', -0.01],
      ['vatRate', 19],
      ['vat', 'inclusief'],
      ['kind', 'lunch'],
      ['contract', 'maybe'],
      ['sensitive', ['geheim']],
      ['sensitive', 'personal-data'],
      ['evidence', 'zeker'],
      ['conflictOfInterest', true],
      ['date', '31-12-2026'],
      ['date', '2026-02-30'],
    ];
    for (const [fact, value] of refused)
      expect(schema.safeParse({ [fact]: value }).error?.issues[0]?.path[0], `${fact}: ${value}`).toBe(fact);
    expect(library.decide({ date: '2023-12-31' }, TODAY, suppliers)).toEqual({ kind: 'no-rules', field: 'date' });
  });

  it('cites a source for every rule that counted, with its mark', () => {
    for (const one of generated(whole, 400)) {
      const { rules } = decide(one);
      for (const rule of rules) {
        const cited = citationsOf(rule, one.date ?? TODAY, basisOf(knowledge));
        expect(cited.length, rule.id).toBeGreaterThan(0);
        for (const { source, mark } of cited) expect(knowledge.sources.get(source)?.mark, source).toBe(mark);
      }
    }
  });

  it('says something of its own in both languages, everywhere', () => {
    const pairs: { nl: string; en: string }[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { nl, en } = value as { nl?: unknown; en?: unknown };
      if (typeof nl === 'string' && typeof en === 'string') pairs.push({ nl, en });
      for (const one of Object.values(value)) collect(one);
    };
    collect(check);
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs.filter(({ nl, en }) => nl === en).map(({ nl }) => nl)).toEqual([]);
    const filled = (text: string) => [...text.matchAll(/\{[^}]+\}/g)].map(String).toSorted();
    expect(pairs.filter(({ nl, en }) => filled(nl).join() !== filled(en).join())).toEqual([]);
  });
});

const Examples = z.array(
  z.strictObject({ case: z.string(), facts: z.record(z.string(), z.unknown()), outcome: z.string() }),
);

describe('the cases that stand beside the check', () => {
  const file = join(knowledgeFolder, 'checks', `${check.id}.voorbeelden.yaml`);
  const examples = Examples.parse(load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }));

  it.each(examples.map((one) => [one.case, one] as const))('%s', (_, { facts: given, outcome }) => {
    expect(decide(schema.parse(given)).outcome).toBe(outcome);
  });
});
