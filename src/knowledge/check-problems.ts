import { type Check, type Condition, factIds, linesIn } from '../rules/check.ts';
import type { Amount, Citation } from './schema.ts';

type Known = {
  amounts: ReadonlyMap<string, Amount>;
  articles: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
  cited: (citations: readonly Citation[]) => void;
};

/** What a rule can look at besides the options of a question. */
const DERIVED: Record<string, readonly string[]> = {
  supplierStatus: ['active', 'unknown', 'stopped', 'outside', 'not-chosen'],
  proof: ['not-chosen'],
};
const LEFT_OPEN = 'incomplete';

/** What is wrong inside a check and between it and the other files. */
export function problemsOfCheck(check: Check, known: Known): { field: string; problem: string }[] {
  const problems: { field: string; problem: string }[] = [];
  const say = (field: string, problem: string) => problems.push({ field, problem });
  const need = (field: string, id: string, there: boolean) => {
    if (!there) say(field, `"${id}" is not known`);
  };
  const asked = check.questions.map(({ id }) => id as string);
  for (const id of factIds) if (!asked.includes(id)) say('questions', `"${id}" is not asked`);
  if (new Set(asked).size < asked.length) say('questions', 'a question stands there twice');

  const line = (field: string, id: string, unit: Amount['unit']) => {
    const amount = known.amounts.get(id);
    if (!amount) say(field, `"${id}" is not known`);
    else if (amount.unit !== unit) say(field, `"${id}" is in ${amount.unit}, not in ${unit}`);
  };
  const { rates, unknownVat, unknownRate, safeRate } = check.total;
  for (const id of new Set([...rates, unknownVat, ...unknownRate, safeRate])) line('total', id, 'percent');
  line('repeat.passes', check.repeat.passes, 'euro');

  const ids = check.rules.map(({ id, outcome }) => id ?? outcome);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at)))
    say('rules', `"${id}" stands there twice: give each an id of its own`);
  const conditions = [
    ...check.rules.map(({ id, outcome, when }) => ({ field: `rules.${id ?? outcome}.when`, when })),
    ...check.otherwise.conditions.map(({ id, when }) => ({ field: `otherwise.conditions.${id}.when`, when })),
  ];
  for (const { field, when } of conditions) {
    for (const id of linesIn(when)) line(field, id, 'euro');
    for (const { fact, value } of valuesIn(when)) need(field, value, valuesOf(check, fact).includes(value));
  }

  const outcomes = Object.keys(check.outcomes);
  const reached = new Set([...check.rules.map(({ outcome }) => outcome), check.otherwise.outcome, LEFT_OPEN]);
  for (const id of reached) need('outcomes', id, outcomes.includes(id));
  for (const id of outcomes) if (!reached.has(id)) say(`outcomes.${id}`, 'no rule leads here');
  for (const [id, { contact, article, routes, impact, impactSources }] of Object.entries(check.outcomes)) {
    need(`outcomes.${id}.contact`, contact, known.contacts.has(contact));
    need(`outcomes.${id}.article`, article, known.articles.has(article));
    if (routes) need(`outcomes.${id}.routes`, routes, check.routes[routes] !== undefined);
    if (!routes && !impact) say(`outcomes.${id}`, 'says nothing about how impact is still possible');
    known.cited(impactSources ?? []);
  }
  for (const { id, hints = {} } of check.questions)
    for (const article of Object.values(hints)) need(`questions.${id}.hints`, article, known.articles.has(article));
  const articles = [...Object.entries(check.routes), ...Object.entries(check.signals)];
  for (const [id, { article }] of articles) need(id, article, known.articles.has(article));
  const cited = [...check.rules, check.otherwise, check.selfTest, ...Object.values(check.routes)];
  for (const { sources } of cited) known.cited(sources);
  return problems;
}

function valuesOf(check: Check, fact: string): readonly string[] {
  const options = (id: string) => check.questions.find((one) => one.id === id)?.options?.map((one) => one.id) ?? [];
  return fact === 'proof' ? [...options('evidence'), ...(DERIVED.proof ?? [])] : (DERIVED[fact] ?? options(fact));
}

function valuesIn(condition: Condition): { fact: string; value: string }[] {
  if ('all' in condition) return condition.all.flatMap(valuesIn);
  if ('any' in condition) return condition.any.flatMap(valuesIn);
  return 'is' in condition ? [condition.is].flat().map((value) => ({ fact: condition.fact, value })) : [];
}
