import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { basisOf, citationsOf, suppliersOf } from '../../src/basis.ts';
import { factIds } from '../../src/rules/check.ts';
import type { Decision } from '../../src/rules/decide.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { cases, decide, schema, whole } from '../support/cases.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, knowledgeFolder, library } from '../support/library.ts';
import { secondReading, type World } from '../support/second-reading.ts';
import { generated, holdsFor, seed } from '../support/seed.ts';

const { check } = knowledge;
const suppliers = suppliersOf(knowledge);

const world: World = {
  today: TODAY,
  suppliers: new Map(
    [...knowledge.suppliers.values()].map(({ id, status, evidence }) => [id, { status, evidence: evidence.kind }]),
  ),
};

const outcomesOf = (decisions: readonly Decision[]) => new Set(decisions.map(({ outcome }) => outcome));

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
