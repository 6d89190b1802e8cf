import { periodOn } from './knowledge/amounts.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Amount, Citation, Source } from './knowledge/schema.ts';
import type { Check } from './rules/check.ts';
import type { Decision, Suppliers } from './rules/decide.ts';
import type { Supplier } from './suppliers/supplier.ts';

/** What a decision rests on: the content of today, or the copy that a receipt keeps. */
export type Basis = {
  check: Check;
  amounts: ReadonlyMap<string, Amount>;
  sources: ReadonlyMap<string, Source>;
  suppliers: ReadonlyMap<string, Proven>;
};

/** What the check looks at of a supplier. */
export type Proven = Pick<Supplier, 'id' | 'name' | 'status' | 'evidence' | 'sources' | 'recordedOn' | 'checkedOn'>;

export function basisOf({ check, amounts, sources, suppliers }: Knowledge): Basis {
  return { check, amounts, sources, suppliers };
}

/** The suppliers of a basis, as the rules want to know them. */
export function suppliersOf({ suppliers }: Pick<Basis, 'suppliers'>): Suppliers {
  return (id) => {
    const found = suppliers.get(id);
    return found && { status: found.status, evidence: found.evidence.kind };
  };
}

/** What a rule rests on: its own sources, and those of the amount it compared with on that day. */
export function citationsOf({ id, line }: Decision['rules'][number], day: string, basis: Basis): Citation[] {
  const own = ruleOf(id, basis.check).sources;
  const amount = line && basis.amounts.get(line);
  const ofLine = (amount && periodOn(amount, day)?.sources) || [];
  return [...own, ...ofLine.filter(({ source }) => !own.some((one) => one.source === source))];
}

/** A rule by its id, or the one that holds when no other does. */
export function ruleOf(
  id: string,
  { rules, otherwise }: Check,
): Pick<Check['otherwise'], 'outcome' | 'because' | 'sources'> {
  return rules.find((rule) => (rule.id ?? rule.outcome) === id) ?? otherwise;
}
