import { amountsOf, type Check, type ChoiceId, type Condition, type FactId, type Rule, type Warning } from './check.ts';
import { isOpen, type Reader, readerOf, type View } from './condition.ts';
import type { Facts } from './facts.ts';
import { type Dated, type Lines, linesOn, type Total, totalOf } from './value.ts';

/** What the knowledge base says of a supplier that it knows. */
export type Known = { status: 'active' | 'unknown' | 'stopped'; evidence: string };
export type Suppliers = (id: string) => Known | undefined;

/** What the rules say. The same facts on the same day always give the same decision. */
export type Decision = {
  /** An outcome of the check, or `incomplete`. */
  outcome: string;
  /** Euros without btw; null when it is not known or plays no part. */
  total: number | null;
  conditions: string[];
  /** Facts that can still change the outcome, in the order of asking. */
  missing: FactId[];
  /** Outcomes that hold as well, below the deciding one. */
  attention: string[];
  warnings: Warning[];
  /** The rules that counted, the deciding one first, with the line that each compared the total with. */
  rules: { id: string; line?: string }[];
  ruleset: string;
};

/** A day before the first amounts: there are no rules to read. */
export type NoRules = { kind: 'no-rules'; field: 'date' };

export type Decide = (facts: Facts, today: string, suppliers: Suppliers) => Decision | NoRules;

type Read = { rule: Rule; id: string; holds: Reader };

/** What deciding needs of a check; a receipt keeps a copy of it. */
export type RuleSet = Pick<Check, 'version' | 'total' | 'repeat' | 'rules' | 'otherwise'> & {
  questions: readonly { id: FactId; options?: readonly { id: string }[] | undefined }[];
};

/** The check, ready to decide: rules from the top, the first that holds; one that is not settled keeps those below it from deciding. */
export function createDecide(check: RuleSet, amounts: ReadonlyMap<string, Dated>): Decide {
  const ids = amountsOf(check);
  const days = new Map<string, Lines | undefined>();
  const rules: Read[] = check.rules.map((rule) => ({
    rule,
    id: rule.id ?? rule.outcome,
    holds: readerOf(rule.when),
  }));
  const conditions = check.otherwise.conditions.map(({ id, when }) => ({ id, holds: readerOf(when) }));
  const splits = splitsOf(check);
  const order = check.questions.map(({ id }) => id);

  function linesFor(day: string): Lines | undefined {
    if (!days.has(day)) days.set(day, linesOn(ids, amounts, day));
    return days.get(day);
  }

  return (facts, today, suppliers) => {
    const lines = linesFor(facts.date ?? today);
    if (!lines) return { kind: 'no-rules', field: 'date' };
    const choices = choicesOf(facts, suppliers);
    const first: View = { choices, total: totalOf(facts, check, lines), lines };
    const { view, missing, assumed } = settled(first, facts, check, (one) => missingFrom(one, rules, splits));
    const at = missing.size > 0 ? -1 : rules.findIndex(({ holds }) => holds(view) === true);
    const decided = rules[at];
    const outcome = missing.size > 0 ? 'incomplete' : (decided?.rule.outcome ?? check.otherwise.outcome);
    const alone = decided?.rule.alone === true;
    const others = alone || (missing.size === 0 && !decided) ? [] : alsoHolding(view, rules, at);
    const total = alone || missing.has('vat') || missing.has('vatRate') ? null : known(view.total);
    const warnings: Warning[] = [
      ...(lines.expired ? (['rules-expired'] as const) : []),
      ...(total !== null ? assumed : []),
      ...(ignoresEvidence(facts, suppliers) ? (['evidence-ignored'] as const) : []),
    ];
    const counted = decided ? [decided, ...others] : others;
    return {
      outcome,
      total,
      conditions:
        missing.size > 0 || decided ? [] : conditions.filter(({ holds }) => holds(view) === true).map(({ id }) => id),
      missing: order.filter((id) => missing.has(id)),
      attention: [...new Set(others.map(({ rule }) => rule.outcome))],
      warnings,
      rules: [
        ...(missing.size === 0 && !decided ? [{ id: check.otherwise.outcome }] : []),
        ...counted.map(({ id, rule }) => ({ id, ...lineOf(rule.when, view) })),
      ],
      ruleset: check.version,
    };
  };
}

/** When the ways of reading the btw make no difference, one of them is taken, and that is said. */
function settled(
  view: View,
  facts: Facts,
  { total }: RuleSet,
  missingOf: (view: View) => Set<FactId>,
): { view: View; missing: Set<FactId>; assumed: Warning[] } {
  const { btw } = view.total.open;
  const missing = missingOf(view);
  if (!btw || missing.has(btw)) return { view, missing, assumed: [] };
  const assumed: Facts =
    btw === 'vat'
      ? { ...facts, vat: 'excluded' }
      : { ...facts, vatRate: (view.lines.values.get(total.safeRate) ?? 0) / 100 };
  const now = { ...view, total: totalOf(assumed, { total }, view.lines) };
  return { view: now, missing: missingOf(now), assumed: [btw === 'vat' ? 'vat-assumed-excluded' : 'vat-rate-assumed'] };
}

/** The facts that can still change the outcome. A choice that stands beside others in one condition is tried value by value. */
function missingFrom(
  view: View,
  rules: readonly Read[],
  splits: ReadonlyMap<ChoiceId, readonly string[]>,
): Set<FactId> {
  for (const [choice, values] of splits) {
    const held = view.choices[choice];
    if (!isOpen(held)) continue;
    const each = values.map((value) =>
      missingFrom({ ...view, choices: { ...view.choices, [choice]: value } }, rules, splits),
    );
    return new Set([...held.open, ...each.flatMap((one) => [...one])]);
  }
  const missing = new Set<FactId>();
  for (const { holds } of rules) if (holds(view, missing) === true) break;
  return missing;
}

/** The rules below the deciding one that hold as well; of a group only the first. */
function alsoHolding(view: View, rules: readonly Read[], at: number): Read[] {
  const named = new Set<string | undefined>([rules[at]?.rule.group]);
  const outcomes = new Set([rules[at]?.rule.outcome]);
  const holding = rules.slice(at + 1).filter(({ rule, holds }) => {
    if (outcomes.has(rule.outcome) || (rule.group && named.has(rule.group)) || holds(view) !== true) return false;
    named.add(rule.group);
    outcomes.add(rule.outcome);
    return true;
  });
  return holding.toSorted((a, b) => Number(b.rule.named === 'first') - Number(a.rule.named === 'first'));
}

function choicesOf(facts: Facts, suppliers: Suppliers): View['choices'] {
  const { supplier, evidence } = facts;
  const said = (fact: 'kind' | 'contract' | 'conflictOfInterest') => facts[fact] ?? { open: [fact] };
  return {
    kind: said('kind'),
    contract: said('contract'),
    conflictOfInterest: said('conflictOfInterest'),
    sensitive: facts.sensitive === null ? { open: ['sensitive'] as const } : (facts.sensitive ?? []),
    ...supplierOf(supplier, evidence, suppliers),
  };
}

/** A supplier of the knowledge base brings its own evidence and status; another counts by the evidence that was given. */
function supplierOf(
  supplier: Facts['supplier'],
  evidence: Facts['evidence'],
  suppliers: Suppliers,
): Pick<View['choices'], 'proof' | 'supplierStatus'> {
  if (supplier === null)
    return {
      proof: { open: evidence === null ? ['supplier', 'evidence'] : ['supplier'] },
      supplierStatus: { open: ['supplier'] },
    };
  if (supplier === undefined && evidence === undefined) return { proof: 'not-chosen', supplierStatus: 'not-chosen' };
  const known = supplier === undefined ? undefined : suppliers(supplier);
  if (known) return { proof: known.evidence, supplierStatus: known.status };
  return { proof: evidence === null ? { open: ['evidence'] } : (evidence ?? 'none'), supplierStatus: 'outside' };
}

function ignoresEvidence({ supplier, evidence }: Facts, suppliers: Suppliers): boolean {
  return evidence != null && supplier != null && suppliers(supplier) !== undefined;
}

/** In euros, when nothing about it is open. */
function known({ low, high }: Total): number | null {
  return low === high ? low / 100 : null;
}

/** The line that this rule compared the total with, and by which it holds. */
function lineOf(condition: Condition, view: View): { line?: string } {
  if ('any' in condition || 'all' in condition) {
    const parts = 'any' in condition ? condition.any : condition.all;
    const held = parts.filter((part) => readerOf(part)(view) === true).map((part) => lineOf(part, view));
    return held.find(({ line }) => line !== undefined) ?? {};
  }
  if ('above' in condition) return { line: condition.above };
  return 'from' in condition ? { line: condition.from } : {};
}

/** The choices that stand beside another fact in one condition, with all values they can have. */
function splitsOf(check: RuleSet): ReadonlyMap<ChoiceId, readonly string[]> {
  const splits = new Map<ChoiceId, readonly string[]>();
  for (const choice of check.rules.flatMap(({ when }) => besideOthers(when))) {
    const options = check.questions.find(({ id }) => id === choice)?.options;
    if (options)
      splits.set(
        choice,
        options.map(({ id }) => id),
      );
  }
  return splits;
}

function besideOthers(condition: Condition): ChoiceId[] {
  if ('any' in condition) return condition.any.flatMap(besideOthers);
  if (!('all' in condition)) return [];
  return condition.all.flatMap((part) => ('is' in part ? [part.fact] : besideOthers(part)));
}
