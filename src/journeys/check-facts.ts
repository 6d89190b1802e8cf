import type { CheckSoFar } from '../check-so-far.ts';
import type { Contract } from '../knowledge/schema.ts';
import type { FactId } from '../rules/check.ts';
import type { Facts } from '../rules/facts.ts';
import { linesOn, totalOf } from '../rules/value.ts';
import { SEVERAL_YEARS } from '../understand/read.ts';
import type { Slots } from '../understand/slots.ts';
import type { Context } from './journey.ts';

export type Given = CheckSoFar['given'];

/** What is known, and where it comes from when nobody said it. */
export type Known = {
  facts: Facts;
  /** What follows from the thing that is bought, or from the list of contracts. */
  kindFrom?: string;
  contract?: Contract;
};

/** The facts of a check: what was said, and what follows from the thing and from the list of contracts. */
export function knownOf(check: CheckSoFar, context: Context): Known {
  const facts: Facts = Object.fromEntries(check.given.map(({ fact, value }) => [fact, value]));
  const thing = context.library.lexicon.things.get(check.thing ?? '');
  const kindFrom = facts.kind === undefined && thing?.kind ? thing.id : undefined;
  const contract = facts.contract === undefined && thing ? runningContract(thing.category, context) : undefined;
  return {
    facts: {
      ...facts,
      ...(kindFrom ? { kind: thing?.kind } : {}),
      ...(contract ? { contract: 'yes' } : {}),
    },
    ...(kindFrom ? { kindFrom } : {}),
    ...(contract ? { contract } : {}),
  };
}

function runningContract(category: string, { library, today }: Context): Contract | undefined {
  return library.knowledge.contracts.find(
    (one) => one.category === category && (one.until === null || one.until >= today),
  );
}

/** Among the signals of a check: something was bought before, and for how much is still to be asked. */
export const BOUGHT_BEFORE = 'amount-before';

/** The facts as a conversation reads them: what should be asked although it has a default is open. */
export function factsToAsk(check: CheckSoFar, { facts }: Known, context: Context): Facts {
  const thing = context.library.lexicon.things.get(check.thing ?? '');
  const outside = typeof facts.supplier === 'string' && !context.library.knowledge.suppliers.has(facts.supplier);
  const said = facts.occurrences !== undefined || facts.related !== undefined;
  // Of several years the number of times is never taken for granted.
  const long = facts.occurrences === undefined && facts.sensitive?.includes(SEVERAL_YEARS) === true;
  const untold = facts.related === undefined && check.signals.includes(BOUGHT_BEFORE);
  const open: Facts = {
    ...(untold ? { occurrences: facts.occurrences ?? null, related: null } : {}),
    ...(long || (!said && repeats(facts, context)) ? { occurrences: null, related: facts.related ?? null } : {}),
    ...(facts.sensitive === undefined && thing && thing.sensitive.length > 0 ? { sensitive: null } : {}),
    ...(outside && facts.evidence === undefined ? { evidence: null } : {}),
  };
  return { ...facts, ...open };
}

/** It matters how often it returns when once stays within the line and so many times passes it. */
function repeats(facts: Facts, { library, today }: Context): boolean {
  const { check, amounts } = library.knowledge;
  const lines = linesOn([check.repeat.passes, ...check.total.rates], amounts, facts.date ?? today);
  if (!lines || facts.amount == null) return false;
  const { units } = totalOf({ ...facts, occurrences: 1, related: 0 }, check, lines);
  const line = lines.values.get(check.repeat.passes) ?? 0;
  return Math.min(...units) <= line && Math.max(...units) * check.repeat.times > line;
}

/** Whether the check is about several years, of which the times of one year are too few. */
export function isLong(given: Given): boolean {
  return given.some(({ fact, value }) => fact === 'sensitive' && Array.isArray(value) && value.includes(SEVERAL_YEARS));
}

/** What a text says that the check asks, by the names of its questions. */
export function heardFacts(slots: Slots): Given {
  const { kind, contract, vat, vatRate, occurrences, related, sensitive, supplier, conflictOfInterest } = slots;
  const amount = amountOf(slots);
  const heard: Partial<Record<FactId, Given[number]['value'] | undefined>> = {
    kind,
    contract,
    amount,
    vat,
    vatRate,
    occurrences,
    related,
    sensitive,
    supplier,
    conflictOfInterest,
  };
  return Object.entries(heard).flatMap(([fact, value]) =>
    value === undefined ? [] : [{ fact: fact as FactId, value }],
  );
}

/** The amount that was said, or what it comes to for all people together. */
export function amountOf({ amount, perPerson, people }: Slots): number | undefined {
  if (amount !== undefined) return Math.round(amount * 100) / 100;
  return perPerson !== undefined && people !== undefined ? Math.round(perPerson * people * 100) / 100 : undefined;
}

/** What is said again takes the place of what was said. A new amount says anew whether btw is in it. */
export function withGiven(given: Given, more: Given): Given {
  const again = new Set(more.map(({ fact }) => fact));
  const supplier = more.find(({ fact }) => fact === 'supplier')?.value;
  const otherSupplier = supplier !== undefined && supplier !== given.find(({ fact }) => fact === 'supplier')?.value;
  const newAmount = again.has('amount') && given.some(({ fact, value }) => fact === 'amount' && value !== null);
  const turnsLong = isLong(more) && !isLong(given);
  const replaced = ({ fact, value, asked }: Given[number]): boolean =>
    again.has(fact) ||
    // What was heard before anybody spoke of years counted one of them.
    (fact === 'occurrences' && turnsLong && !asked && value !== 1) ||
    // How we know a supplier, and a tie with it, are about that supplier alone.
    ((fact === 'evidence' || fact === 'conflictOfInterest') && otherSupplier) ||
    ((fact === 'vat' || fact === 'vatRate') && newAmount) ||
    (fact === 'vatRate' && more.some((one) => one.fact === 'vat' && one.value === 'excluded'));
  return [...given.filter((one) => !replaced(one)), ...more];
}

/** What counts now, in the slots that a later question can build on: what was said about the occasion, and the answers. */
export function slotsOf(check: CheckSoFar, { progress, reading, library }: Context): Slots {
  const { people, area, date, diet, theme, pieces, perPerson } = { ...progress.slots, ...reading?.slots };
  const category = library.lexicon.things.get(check.thing ?? '')?.category;
  const around = { category, people, area, date, diet, theme, pieces, perPerson };
  const { evidence: _evidence, ...facts } = Object.fromEntries(
    check.given.filter(({ value }) => value !== null).map(({ fact, value }) => [fact, value]),
  ) as Record<string, unknown>;
  const { amount: _amount, ...rest } = facts;
  const said = { ...around, ...(check.each ? rest : facts) };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Slots;
}
