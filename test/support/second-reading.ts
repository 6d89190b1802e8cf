/**
 * A second reading of the direct-purchase check, to hold the first one against. It knows no doubt: it tries every fact
 * that is not settled at values on each side of each line, decides every such case from the table, and compares them.
 */
export type World = { suppliers: ReadonlyMap<string, KnownSupplier>; today: string };

export type Reading = {
  outcome: string;
  total: number | null;
  conditions: string[];
  missing: string[];
  attention: string[];
  warnings: string[];
};

type KnownSupplier = { evidence: string; status: 'active' | 'unknown' | 'stopped' };

/** Absent is a fact that was not given, null is "weet ik niet". */
type Facts = {
  kind?: Kind | null;
  contract?: string | null;
  amount?: number | null;
  vat?: string | null;
  vatRate?: number | null;
  occurrences?: number | null;
  related?: number | null;
  sensitive?: string[] | null;
  supplier?: string | null;
  evidence?: string | null;
  conflictOfInterest?: string | null;
  date?: string;
};
type Kind = (typeof kinds)[number];

/** What a supplier of the knowledge base brings; anybody else counts by the evidence that is asked for. */
type Supplier = { status: KnownSupplier['status'] | 'outside' | 'nobody'; evidence?: string };

/** What each fact can be, one value when it is settled. Amounts are in cents; `vat` is the rate within the amount. */
type Choices = {
  contract: string[];
  amount: number[];
  vat: number[];
  occurrences: number[];
  related: number[];
  sensitive: boolean[];
  supplier: Supplier[];
  evidence: string[];
  conflictOfInterest: string[];
};

type Try = { kind: Kind; european: number; choices: Choices };

/** One way in which the facts can turn out, all of them settled. */
type Case = {
  kind: Kind;
  contract: string;
  total: number;
  european: number;
  sensitive: boolean;
  supplier: Supplier['status'];
  evidence: string;
  tie: string;
};

const kinds = ['goods', 'service', 'social-service', 'works', 'hiring', 'subsidy'] as const;
const contracts = ['yes', 'no', 'unknown'];
const specialisms = ['personal-data', 'network-ict', 'safety-or-permit', 'multi-year'];
const evidences = ['municipality', 'register', 'third-party', 'self-declared', 'sheltered-employment', 'none'];
const toConfirm = ['third-party', 'self-declared', 'sheltered-employment'];

const euros = (amount: number) => Math.round(amount * 100);
const single = euros(10_000);
const multiple = { works: euros(150_000), other: euros(70_000) };
const national = euros(1_500_000);
const european = [
  { from: '2024-01-01', goods: euros(221_000), social: euros(750_000), works: euros(5_538_000) },
  { from: '2026-01-01', goods: euros(216_000), social: euros(750_000), works: euros(5_404_000) },
] as const;
const firstDay = '2024-01-01';
const lastDay = '2027-12-31';

/** Rows 1 to 13 of the table, each as it stands there; what none of them holds for is `direct`. */
const rows: readonly { outcome: string; holds: (it: Case) => boolean }[] = [
  { outcome: 'hiring-route', holds: ({ kind }) => kind === 'hiring' },
  { outcome: 'not-a-purchase', holds: ({ kind }) => kind === 'subsidy' },
  { outcome: 'contract-first', holds: ({ contract }) => contract === 'yes' },
  { outcome: 'contract-unknown', holds: ({ contract }) => contract === 'unknown' },
  { outcome: 'european-tender', holds: ({ total, european }) => total >= european },
  { outcome: 'national-tender', holds: ({ kind, total }) => kind === 'works' && total > national },
  {
    outcome: 'multiple-quotes',
    holds: ({ kind, total }) => total > (kind === 'works' ? multiple.works : multiple.other),
  },
  {
    outcome: 'single-quote-advice',
    holds: ({ kind, total }) => kind === 'works' || total > single,
  },
  { outcome: 'specialist-first', holds: ({ sensitive }) => sensitive },
  { outcome: 'integrity-stop', holds: ({ tie }) => tie === 'yes' },
  { outcome: 'supplier-unavailable', holds: ({ supplier }) => supplier === 'stopped' },
  { outcome: 'supplier-unproven', holds: ({ evidence }) => evidence === 'none' },
  { outcome: 'confirm-supplier', holds: ({ evidence }) => toConfirm.includes(evidence) },
];
const noPurchase = ['hiring-route', 'not-a-purchase'];
const orderOfAsking =
  'kind contract amount vat occurrences related sensitive supplier evidence conflictOfInterest'.split(' ');
const byTotal = ['european-tender', 'national-tender', 'multiple-quotes', 'single-quote-advice'];

/** Reads the table for these facts; an error names the field that cannot be used. */
export function secondReading(given: Record<string, unknown>, world: World): Reading | { error: string } {
  const error = unusableField(given, world);
  if (error !== undefined) return { error };

  const facts = given as Facts;
  const date = facts.date ?? world.today;
  const tries = (facts.kind ? [facts.kind] : kinds).map((kind) => tryAs(kind, facts, date, world));

  const outcomes = new Set<string>();
  // A kind that is not known always matters: hiring and subsidy have outcomes of their own.
  const mattering = new Set<string>(tries.length > 1 ? ['kind'] : []);
  for (const tried of tries) {
    const decided = Array.from(casesOf(tried), (it) => rows.find(({ holds }) => holds(it))?.outcome ?? 'direct');
    for (const outcome of decided) outcomes.add(outcome);
    for (const fact of factsThatMatter(tried.choices, decided)) mattering.add(fact);
  }
  const [first = 'direct'] = outcomes;
  const outcome = outcomes.size === 1 ? first : 'incomplete';

  // Where the ways to read the btw come to the same, the first of them stands from here on.
  const vatMatters = mattering.has('vat');
  if (!vatMatters) for (const { choices } of tries) choices.vat = choices.vat.slice(0, 1);

  const total = noPurchase.includes(outcome) || vatMatters ? null : totalOf(facts);
  return {
    outcome,
    total,
    conditions: outcome === 'direct' ? conditionsFor(tries.flatMap(({ choices }) => choices.supplier)) : [],
    missing: orderOfAsking
      .filter((fact) => mattering.has(fact))
      .map((fact) => (fact === 'vat' && facts.vat === 'included' ? 'vatRate' : fact)),
    attention: attentionTo(outcome, tries),
    warnings: warningsFor(facts, date, total, world),
  };
}

/** Every case that can be made of the choices; the last fact changes fastest. */
function* casesOf({ kind, european, choices }: Try): Generator<Case> {
  for (const contract of choices.contract)
    for (const amount of choices.amount)
      for (const rate of choices.vat)
        for (const occurrences of choices.occurrences)
          for (const related of choices.related) {
            const total = withoutVat(amount, rate) * occurrences + related;
            for (const sensitive of choices.sensitive)
              for (const { status: supplier, evidence: own } of choices.supplier)
                for (const asked of choices.evidence)
                  for (const tie of choices.conflictOfInterest)
                    yield { kind, contract, total, european, sensitive, supplier, evidence: own ?? asked, tie };
          }
}

/** The facts for which two cases that differ in that fact alone have different outcomes. */
function factsThatMatter(choices: Choices, decided: string[]): string[] {
  let apart = decided.length;
  return Object.entries(choices).flatMap(([fact, values]) => {
    apart /= values.length;
    const step = apart;
    const isFirst = (at: number) => Math.floor(at / step) % values.length === 0;
    if (values.length === 1) return [];
    return decided.some((outcome, at) => !isFirst(at) && outcome !== decided[at - step]) ? [fact] : [];
  });
}

/**
 * What is tried for one kind, in the order of asking. A number that is not settled is tried at its least and, with the
 * other numbers at their least, at the last value before each line and the first one past it.
 */
function tryAs(kind: Kind, facts: Facts, date: string, world: World): Try {
  const { amount, occurrences = 1, related = 0, sensitive = [], supplier, evidence } = facts;
  // Every whole cent is some amount without its btw, so an amount that is not known is tried without.
  const rates = isKnown(amount) ? ratesIn(facts) : [0];
  const prices = isKnown(amount) ? rates.map((rate) => withoutVat(euros(amount), rate)) : [1];
  const [times, other] = [occurrences ?? 1, euros(related ?? 0)];

  const european = europeanAmount(kind, date);
  const lines = [...(kind === 'works' ? [multiple.works, national] : [single, multiple.other]), european - 1];

  const choices: Choices = {
    contract: isKnown(facts.contract) ? [facts.contract] : contracts,
    amount: isKnown(amount) ? [euros(amount)] : around(lines, { least: 1, step: times, from: other }),
    vat: rates,
    occurrences: unique(
      prices.flatMap((price) => occurrences ?? around(lines, { least: 1, step: price, from: other })),
    ),
    related: unique(
      prices.flatMap((price) => (related === null ? around(lines, { least: 0, step: 1, from: price * times }) : other)),
    ),
    sensitive: sensitive === null ? [false, true] : [sensitive.length > 0],
    supplier: suppliersFor(supplier, evidence, world),
    evidence: evidence === null ? evidences : [evidence ?? 'none'],
    conflictOfInterest: isKnown(facts.conflictOfInterest) ? [facts.conflictOfInterest] : ['yes', 'no'],
  };
  return { kind, european, choices };
}

/** `lines` are the highest totals that have not passed. */
function around(lines: number[], { least, step, from }: { least: number; step: number; from: number }): number[] {
  const near = lines.map((line) => Math.floor((line - from) / step)).flatMap((last) => [last, last + 1]);
  return unique([least, ...near.filter((value) => value > least)]);
}

/** Suppliers that bring the same are tried once. */
function suppliersFor(id: Facts['supplier'], evidence: Facts['evidence'], { suppliers }: World): Supplier[] {
  if (id === undefined) return [evidence === undefined ? { status: 'nobody', evidence: 'not asked' } : outside];
  if (id !== null) return [suppliers.get(id) ?? outside];
  const known = [...suppliers.values()];
  return [...new Map(known.map((one) => [`${one.evidence} ${one.status}`, one])).values(), outside];
}
const outside: Supplier = { status: 'outside' };

/** The rates that may be within the amount, the one to go on with first. */
function ratesIn({ vat, vatRate }: Facts): number[] {
  if (vat === 'excluded') return [0];
  if (vat === 'included') return isKnown(vatRate) ? [vatRate] : vatRate === null ? [9, 21, 0] : [9, 21];
  return [0, 21];
}

/** Half a cent is rounded up; in whole numbers, so that half a cent is exactly that. */
function withoutVat(cents: number, rate: number): number {
  const parts = 100 + rate;
  return Math.floor((200 * cents + parts) / (2 * parts));
}

/** In euros; null when the amount, the number or the related amount is not settled. */
function totalOf({ amount, occurrences = 1, related = 0, ...facts }: Facts): number | null {
  if (!isKnown(amount) || occurrences === null || related === null) return null;
  const [rate = 0] = ratesIn(facts);
  return (withoutVat(euros(amount), rate) * occurrences + euros(related)) / 100;
}

function europeanAmount(kind: Kind, date: string): number {
  const period = european.findLast(({ from }) => from <= date);
  if (!period) throw new Error(`No European amounts on ${date}.`);
  return kind === 'works' ? period.works : kind === 'social-service' ? period.social : period.goods;
}

function conditionsFor(suppliers: Supplier[]): string[] {
  if (suppliers.every(({ status }) => status === 'nobody')) return ['choose-supplier'];
  return suppliers.every(({ status }) => status === 'unknown') ? ['confirm-details'] : [];
}

/** The rows below the deciding one that hold in every case; of 5 to 8 only the first, none without a kind. */
function attentionTo(outcome: string, tries: Try[]): string[] {
  if (noPurchase.includes(outcome)) return [];
  // For `incomplete` every row counts: one that holds in every case lies below the row that is not settled yet.
  let held = rows.slice(rows.findIndex((row) => row.outcome === outcome) + 1);
  if (tries.length > 1 || byTotal.includes(outcome)) held = held.filter((row) => !byTotal.includes(row.outcome));
  for (const tried of tries)
    for (const it of casesOf(tried)) {
      if (!held.every(({ holds }) => holds(it))) held = held.filter(({ holds }) => holds(it));
      if (held.length === 0) return [];
    }
  const outcomes = held.map((row) => row.outcome);
  const firstByTotal = outcomes.find((name) => byTotal.includes(name));
  const named = outcomes.filter((name) => !byTotal.includes(name) || name === firstByTotal);
  return named.toSorted((a, b) => Number(b === 'integrity-stop') - Number(a === 'integrity-stop'));
}

function warningsFor(facts: Facts, date: string, total: number | null, { suppliers }: World): string[] {
  const unknownVat = !isKnown(facts.vat) || facts.vat === 'unknown';
  const warnings = {
    'rules-expired': date > lastDay,
    'vat-assumed-excluded': total !== null && unknownVat,
    'vat-rate-assumed': total !== null && facts.vat === 'included' && !isKnown(facts.vatRate),
    'evidence-ignored': isKnown(facts.evidence) && isKnown(facts.supplier) && suppliers.has(facts.supplier),
  };
  return Object.entries(warnings).flatMap(([warning, given]) => (given ? [warning] : []));
}

/** The first unusable field, in the order of asking; a key that is no fact comes last. The day cannot be in doubt. */
function unusableField(given: Record<string, unknown>, { today }: World): string | undefined {
  const oneOf = (values: readonly unknown[]) => (value: unknown) => values.includes(value);
  const usable: Record<string, (value: unknown) => boolean> = {
    kind: oneOf(kinds),
    contract: oneOf(contracts),
    amount: (value) => isNumber(value) && value > 0 && euros(value) / 100 === value,
    vat: oneOf(['excluded', 'included', 'unknown']),
    vatRate: oneOf([21, 9, 0]),
    occurrences: (value) => isNumber(value) && Number.isInteger(value) && value >= 1,
    related: (value) => isNumber(value) && value >= 0,
    sensitive: (value) => Array.isArray(value) && value.every(oneOf(specialisms)),
    supplier: (value) => typeof value === 'string',
    evidence: oneOf(evidences),
    conflictOfInterest: oneOf(['yes', 'no']),
  };
  const wrong = Object.keys(usable).find((fact) => isKnown(given[fact]) && !usable[fact]?.(given[fact]));
  if (wrong !== undefined) return wrong;
  if (!isDay(given.date === undefined ? today : given.date)) return 'date';
  return Object.keys(given).find((key) => !Object.hasOwn(usable, key) && key !== 'date' && key !== 'id');
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) && value >= firstDay;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isKnown = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
const unique = <T>(values: T[]): T[] => [...new Set(values)];
