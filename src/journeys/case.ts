import type { CheckSoFar } from '../check-so-far.ts';
import type { Receipt } from '../receipt.ts';
import type { Reply } from '../reply.ts';
import { type FactId, factIds } from '../rules/check.ts';
import type { Decision } from '../rules/decide.ts';
import type { Facts } from '../rules/facts.ts';
import { outcomeParts } from './check-outcome.ts';
import { receiptOf } from './check-receipt.ts';
import { toldOf } from './check-told.ts';
import type { Context } from './journey.ts';
import { outside } from './outside.ts';

/** A case that nobody talked about: as a person would read it, and as a card that was not kept. */
export type Case = { said: Reply; receipt: Receipt };

type Setting = Pick<Context, 'library' | 'today' | 'documents' | 'receiptKey'>;

/** Puts a decided case into words, outside any conversation. */
export function explainCase(facts: Facts, decision: Decision, language: 'nl' | 'en', setting: Setting): Case {
  const context = outside(language, { ...setting, decide: () => decision });
  const check: CheckSoFar = {
    version: decision.ruleset,
    given: factIds.flatMap((fact) => givenOf(fact, facts)),
    supposed: false,
    at: 'outcome',
    told: [],
    signals: [],
  };
  const telling = { check, known: { facts }, decision, context };
  const told = toldOf(telling, []);
  const sources = told.sources.length > 0 ? [{ kind: 'sources' as const, sources: told.sources }] : [];
  return {
    said: { parts: [...outcomeParts(told, telling), ...sources], language },
    receipt: receiptOf({ told, facts, decision, number: null, context }, setting.receiptKey),
  };
}

function givenOf(fact: FactId, facts: Facts): CheckSoFar['given'] {
  const value = facts[fact];
  return value === undefined ? [] : [{ fact, value }];
}
