import { amountOn, periodOn, writeAmount } from '../src/knowledge/amounts.ts';
import type { Amount, Citation } from '../src/knowledge/schema.ts';
import type { Check, ChoiceId, Condition, FactId } from '../src/rules/check.ts';
import { nl } from '../src/texts/nl.ts';

/** What is drawn: a check with the amounts that hold on a day. */
export type Drawn = { check: Check; amounts: ReadonlyMap<string, Amount>; day: string };

/** The questions that settle what a condition looks at; the answers that it names are those of the last. */
const ASKED: Record<ChoiceId | 'total', readonly FactId[]> = {
  kind: ['kind'],
  contract: ['contract'],
  sensitive: ['sensitive'],
  conflictOfInterest: ['conflictOfInterest'],
  proof: ['supplier', 'evidence'],
  supplierStatus: ['supplier'],
  total: ['amount', 'vat', 'vatRate', 'occurrences', 'related'],
};

/** What no question offers as an answer, because it follows from the supplier. */
const DERIVED: Partial<Record<ChoiceId, Record<string, string>>> = {
  supplierStatus: {
    active: 'de leverancier bestaat nog',
    unknown: 'onbekend of de leverancier nog bestaat',
    stopped: 'de leverancier is gestopt',
    outside: 'de leverancier staat niet in de lijst',
    'not-chosen': 'nog geen leverancier gekozen',
  },
  proof: { 'not-chosen': 'nog geen leverancier gekozen' },
};

/** A condition in Dutch; each way in which it can hold is a line. */
export function sayCondition(condition: Condition, drawn: Drawn): string[] {
  if ('any' in condition) return condition.any.map((part, at) => `${at === 0 ? '' : 'of: '}${sayOne(part, drawn)}`);
  if (!('is' in condition) || condition.fact === 'supplierStatus') return [sayOne(condition, drawn)];
  return [`${inSentence(questionName(askedFor(condition.fact), drawn))}: ${sayOne(condition, drawn)}`];
}

/** The questions whose answers a condition can need, in the order of asking. */
export function waitsFor(condition: Condition, { check }: Pick<Drawn, 'check'>): FactId[] {
  const facts = new Set(factsIn(condition).flatMap((fact) => ASKED[fact]));
  return check.questions.map(({ id }) => id).filter((id) => facts.has(id));
}

/** A question by the name that it has in a summary. */
export function questionName(question: FactId, { check }: Pick<Drawn, 'check'>): string {
  return check.questions.find(({ id }) => id === question)?.label.nl ?? question;
}

export function sayAmount(id: string, { amounts, day }: Drawn): string {
  const amount = amounts.get(id);
  const value = amount && amountOn(amount, day);
  return amount && value !== undefined ? writeAmount(value, amount.unit, 'nl') : `${id} (op deze dag onbekend)`;
}

/** An amount with what it is for, how long it holds and what it rests on. */
export function sayAmountFully(id: string, drawn: Drawn): string {
  const amount = drawn.amounts.get(id);
  const period = amount && periodOn(amount, drawn.day);
  if (!amount || !period) return sayAmount(id, drawn);
  const { from, to, sources } = period;
  const days = to === null ? nl.receipt.from(from) : `${nl.receipt.from(from)} ${nl.receipt.until(to)}`;
  const holds = to !== null && to < drawn.day ? `VERLOPEN, gold ${days}` : days;
  const marks = [...new Set(sources.map(({ mark }) => sayMark(mark)))].join(', ');
  return `${sayAmount(id, drawn)}: ${amount.label.nl}; ${holds}; ${marks}`;
}

export function saySource({ source, at, mark }: Citation): string {
  return `${sayMark(mark)}: ${source}, ${at}`;
}

/** A label as it stands within a sentence; ICT stays ICT. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
}

function sayOne(condition: Condition, drawn: Drawn): string {
  const inside = (part: Condition) =>
    'all' in part || 'any' in part ? `(${sayOne(part, drawn)})` : sayOne(part, drawn);
  if ('any' in condition) return condition.any.map(inside).join(' of ');
  if ('all' in condition) return amountFirst(condition.all).map(inside).join(', en ');
  if ('above' in condition) return `totaal boven ${sayAmount(condition.above, drawn)}`;
  if ('from' in condition) return `totaal vanaf ${sayAmount(condition.from, drawn)}`;
  const { fact, is } = condition;
  const { options = [] } = drawn.check.questions.find(({ id }) => id === askedFor(fact)) ?? {};
  const label = (value: string) => inSentence(options.find(({ id }) => id === value)?.label.nl ?? value);
  const values = [is].flat().map((value) => DERIVED[fact]?.[value] ?? label(value));
  return new Intl.ListFormat('nl', { type: 'disjunction' }).format(values);
}

function sayMark(mark: Citation['mark']): string {
  return `${nl.marks[mark].split(':', 1)[0]} (${mark})`;
}

function askedFor(fact: ChoiceId): FactId {
  return ASKED[fact].at(-1) as FactId;
}

function amountFirst(parts: readonly Condition[]): Condition[] {
  return parts.toSorted((a, b) => Number('is' in a) - Number('is' in b));
}

function factsIn(condition: Condition): (ChoiceId | 'total')[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  return [condition.fact];
}
