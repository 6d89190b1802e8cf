import fc from 'fast-check';
import { suppliersOf } from '../../src/basis.ts';
import type { Decision } from '../../src/rules/decide.ts';
import { type Facts, factsSchema } from '../../src/rules/facts.ts';
import { TODAY } from './day.ts';
import { knowledge, library } from './library.ts';

const { check, amounts } = knowledge;
const suppliers = suppliersOf(knowledge);
export const schema = factsSchema(check, amounts);

/** The decision on facts of a kind that anybody may give. */
export function decide(facts: Facts): Decision {
  const decision = library.decide(schema.parse(facts), TODAY, suppliers);
  if ('kind' in decision) throw new Error(`no rules on ${facts.date}`);
  return decision;
}

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
export function cases(weights: { given: number; absent: number; doubted: number }): fc.Arbitrary<Facts> {
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

/** Cases of which almost everything is known. */
export const whole = cases({ given: 6, absent: 1, doubted: 0 });
