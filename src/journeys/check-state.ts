import type { CheckSoFar } from '../check-so-far.ts';
import type { FactId } from '../rules/check.ts';
import { factsToAsk, type Given, knownOf, withGiven } from './check-facts.ts';
import type { Context } from './journey.ts';

export function emptyCheck(version: string): CheckSoFar {
  return { version, given: [], supposed: false, at: 'question', told: [], signals: [] };
}

/** With these answers; what was kept or shown before is of another case now. */
export function answered(check: CheckSoFar, given: Given, asked: boolean): CheckSoFar {
  const { wants, each, ...rest } = check;
  const still = wants && !given.some(({ fact }) => fact === wants) ? { wants } : {};
  const same = each && !given.some(({ fact }) => fact === 'amount') ? { each } : {};
  const marked = given.map((one) => ({ ...one, asked }));
  return fresh({ ...rest, ...still, ...same, given: withGiven(check.given, marked) });
}

export function fresh(check: CheckSoFar): CheckSoFar {
  const { kept: _kept, ...rest } = check;
  return rest;
}

/** The question that waits for an answer. */
export function openQuestion(check: CheckSoFar, context: Context): FactId | undefined {
  if (check.wants) return check.wants;
  const known = knownOf(check, context);
  const asked = factsToAsk(check, known, context);
  const facts = check.supposed && asked.contract === 'unknown' ? { ...asked, contract: 'no' } : asked;
  const decision = context.decide(facts);
  const doubted = new Set(check.given.filter(({ value }) => value === null).map(({ fact }) => fact));
  return decision.missing.find((fact) => !doubted.has(fact));
}

/** "Dienst" and "spullen" are answers, not corrections of what follows from the thing that is bought. */
export function isVague(value: Given[number]['value'], { progress }: Context): boolean {
  return (value === 'goods' || value === 'service') && progress.check?.thing !== undefined;
}

export const unknownContract: Given = [{ fact: 'contract', value: 'unknown' }];
