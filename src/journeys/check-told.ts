import { basisOf, citationsOf, ruleOf } from '../basis.ts';
import type { CheckSoFar } from '../check-so-far.ts';
import { amountOn, withAmounts, writeAmount } from '../knowledge/amounts.ts';
import type { Citation, Contact } from '../knowledge/schema.ts';
import type { CitedSource, Fact } from '../reply.ts';
import type { FactId } from '../rules/check.ts';
import type { Decision } from '../rules/decide.ts';
import type { Facts } from '../rules/facts.ts';
import type { Known } from './check-facts.ts';
import type { Context } from './journey.ts';
import { citedSources, proofOf } from './show.ts';

/** A decision in words: everything a person hears of it, in the order in which it is said. */
export type Told = {
  name: string;
  answer: string;
  now: string[];
  why: string[];
  conditions: string[];
  /** Points of attention, warnings and traps. */
  also: string[];
  used: Fact[];
  contact: string;
  impact: string[];
  sources: CitedSource[];
};

export type Telling = { check: CheckSoFar; known: Known; decision: Decision; context: Context };

/** Puts a decision into words. `traps` are what the person's own words or earlier checks point at. */
export function toldOf(telling: Telling, traps: readonly string[]): Told {
  const { decision, context } = telling;
  const { language, texts, library } = context;
  const { knowledge } = library;
  const outcome = knowledge.check.outcomes[decision.outcome];
  if (!outcome) throw new Error(`an outcome without words: ${decision.outcome}`);
  const own = decision.rules.filter(({ id }) => ruleOf(id, knowledge.check).outcome === decision.outcome);
  const others = decision.rules.filter((rule) => !own.includes(rule));
  const routes = outcome.routes ? knowledge.check.routes[outcome.routes] : undefined;
  const contact = knowledge.contacts.get(outcome.contact);
  const open = decision.missing.map((fact) => labelOf(fact, context).toLowerCase());
  const citations = [
    ...decision.rules.flatMap((rule) => citationsOf(rule, dayOf(telling), basisOf(knowledge))),
    ...(outcome.impactSources ?? []),
    ...(routes?.sources ?? []),
  ];
  return {
    name: outcome.name[language],
    answer: outcome.answer[language],
    now: outcome.now[language],
    why: [
      ...own.map((rule) => because(rule, telling)),
      ...(decision.outcome === 'incomplete' ? [texts.check.stillUnknown(open.join(', '))] : []),
    ],
    conditions: knowledge.check.otherwise.conditions
      .filter(({ id }) => decision.conditions.includes(id))
      .map(({ text }) => filled(text[language], telling)),
    also: [
      ...others.map((rule) => {
        const name = knowledge.check.outcomes[ruleOf(rule.id, knowledge.check).outcome]?.name[language] ?? '';
        return `${name}: ${because(rule, telling)}`;
      }),
      ...decision.warnings.map((id) => knowledge.check.warnings[id][language]),
      ...traps,
    ],
    used: usedFacts(telling),
    contact: contact ? contactLine(contact, context) : '',
    impact: [
      ...(outcome.impact ? [outcome.impact[language]] : []),
      ...(routes ? [routes.intro[language], ...routes.ways[language].map((way) => `- ${way}`)] : []),
    ],
    sources: sourcesOf(citations, context),
  };
}

function contactLine(contact: Contact, { texts, language }: Context): string {
  const ways = [contact.channel, contact.email, contact.phone].filter((way): way is string => way !== null);
  const reach = ways.length > 0 ? texts.reach(ways.join(', ')) : texts.reachUnknown;
  return `${texts.check.whom(contact.name[language], contact.about[language])} ${reach}`;
}

/** What already holds whatever the answers will be, in a few words each. */
export function holdingNow({ decision, context }: Telling): string[] {
  const { check } = context.library.knowledge;
  // As long as the total is open, a line above may hold instead.
  const counted = decision.missing.some((fact) => TOTAL.has(fact));
  const grouped = new Set(check.rules.flatMap(({ outcome, group }) => (group ? [outcome] : [])));
  return decision.attention.flatMap((id) => {
    const name = check.outcomes[id]?.name[context.language];
    return name === undefined || (counted && grouped.has(id)) ? [] : [name];
  });
}

const TOTAL: ReadonlySet<FactId> = new Set(['kind', 'amount', 'vat', 'vatRate', 'occurrences', 'related']);

/** Why a rule holds, with the amount it saw, and its mark when it is an assumption. */
export function because(rule: Decision['rules'][number], telling: Telling): string {
  const { context } = telling;
  const { because: text, sources } = ruleOf(rule.id, context.library.knowledge.check);
  const assumed = sources.filter(({ mark }) => mark === 'ASSUMPTION').length;
  const said = filled(text[context.language], telling, rule.line);
  if (assumed === 0) return said;
  return `${said} (${assumed === sources.length ? context.texts.assumption : context.texts.partlyAssumption})`;
}

/** Fills in what a text of the check leaves open: the total, the line, the supplier, the proof, the amounts of the day. */
export function filled(text: string, telling: Telling, line?: string): string {
  const { decision, known, context } = telling;
  const { language, texts, library } = context;
  const { facts } = known;
  const amount = line ? library.knowledge.amounts.get(line) : undefined;
  const value = amount && amountOn(amount, dayOf(telling));
  const supplier = library.knowledge.suppliers.get(facts.supplier ?? '');
  const points = optionLabels('sensitive', facts.sensitive ?? [], context).map((label) => label.toLowerCase());
  const values: Record<string, string> = {
    totaal: decision.total === null ? '…' : writeAmount(decision.total, 'euro', language),
    lijn: value === undefined ? '' : writeAmount(value, 'euro', language),
    leverancier: supplierName(facts, context),
    gevoelig: points.join(', '),
    bewijs: supplier
      ? proofOf(supplier, context)
      : optionLabels('evidence', [facts.evidence ?? 'none'], context)
          .join('')
          .toLowerCase() || texts.notKnown,
  };
  const said = text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return capital(withAmounts(said, library.knowledge.amounts, dayOf(telling), language));
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The supplier by name; one that somebody typed comes without marks that would be read as ours. */
export function supplierName({ supplier }: Facts, { library, texts }: Context): string {
  if (typeof supplier !== 'string') return texts.check.thisSupplier;
  return library.knowledge.suppliers.get(supplier)?.name ?? supplier;
}

function dayOf({ known, context }: Telling): string {
  return known.facts.date ?? context.today;
}

export function labelOf(fact: FactId, { library, language }: Context): string {
  return library.knowledge.check.questions.find(({ id }) => id === fact)?.label[language] ?? fact;
}

export function optionLabels(fact: FactId, values: readonly string[], { library, language }: Context): string[] {
  const options = library.knowledge.check.questions.find(({ id }) => id === fact)?.options ?? [];
  return values.flatMap((value) => options.find(({ id }) => id === value)?.label[language] ?? []);
}

/** Each fact that counted, with what was assumed and what followed from something else. */
function usedFacts(telling: Telling): Fact[] {
  const { known, decision, context } = telling;
  const { check } = context.library.knowledge;
  const { texts, language } = context;
  const shown = check.questions.flatMap(({ id }) => {
    const value = factText(id, telling);
    return value === undefined ? [] : [{ label: labelOf(id, context), value }];
  });
  const total =
    decision.total === null ? [] : [{ label: texts.check.total, value: writeAmount(decision.total, 'euro', language) }];
  const alone = check.rules.some((rule) => rule.alone && rule.outcome === decision.outcome);
  if (alone) return shown.filter(({ label }) => label === labelOf('kind', context));
  return [...shown, ...total, { label: texts.check.day, value: texts.sayDate(known.facts.date ?? context.today) }];
}

/** A fact as a person would say it; undefined when it plays no part. */
export function factText(id: FactId, { known, check, context }: Telling): string | undefined {
  const { texts, language, library } = context;
  const { facts } = known;
  const value = facts[id];
  if (value === null) return texts.check.unsure;
  switch (id) {
    case 'kind': {
      const label = optionLabels('kind', [facts.kind ?? ''], context)[0];
      const thing = library.lexicon.things.get(known.kindFrom ?? '')?.label[language];
      return label && thing ? texts.check.follows(label, thing) : label;
    }
    case 'contract': {
      const label = optionLabels('contract', [facts.contract ?? ''], context)[0];
      return label && known.contract ? texts.check.fromList(label, known.contract.holder) : label;
    }
    case 'amount': {
      if (facts.amount == null) return undefined;
      const euros = (amount: number) => writeAmount(amount, 'euro', language);
      const total = check.each
        ? texts.check.perPerson(check.each.people, euros(check.each.euros), euros(facts.amount))
        : euros(facts.amount);
      return [
        total,
        texts.check.withVat[vatOf(facts)],
        facts.vatRate != null ? texts.check.rate(`${facts.vatRate}%`) : '',
      ]
        .filter(Boolean)
        .join(', ');
    }
    case 'vat':
    case 'vatRate':
      return undefined;
    case 'occurrences':
      return facts.occurrences === undefined ? assumed(id, context) : String(facts.occurrences);
    case 'related':
      return facts.related == null ? assumed(id, context) : writeAmount(facts.related, 'euro', language);
    case 'sensitive': {
      if (!facts.sensitive) return assumed(id, context);
      const none = library.knowledge.check.questions.find((one) => one.id === id)?.none?.label[language];
      return optionLabels(id, facts.sensitive, context).join(', ') || none;
    }
    case 'supplier': {
      if (facts.supplier === undefined) return facts.evidence === undefined ? assumedText(id, context) : undefined;
      const name = supplierName(facts, context);
      return library.knowledge.suppliers.has(facts.supplier ?? '') ? name : texts.check.outside(name);
    }
    case 'evidence':
      return optionLabels(id, [facts.evidence ?? ''], context)[0];
    default:
      return optionLabels(id, [typeof value === 'string' ? value : ''], context)[0];
  }
}

function vatOf({ vat }: Facts): 'excluded' | 'included' | 'unknown' {
  return vat === 'excluded' || vat === 'included' ? vat : 'unknown';
}

function assumedText(id: FactId, { library, language }: Context): string | undefined {
  return library.knowledge.check.questions.find((one) => one.id === id)?.assumed?.[language];
}

function assumed(id: FactId, context: Context): string | undefined {
  const text = assumedText(id, context);
  return text && context.texts.check.assumed(text);
}

/** The sources of the check, each once, with the day it was recorded and whether Inkoop looked at it. */
function sourcesOf(citations: readonly Citation[], context: Context): CitedSource[] {
  const { recordedOn, checkedOn, reviewBy } = context.library.knowledge.check;
  const places = Map.groupBy(citations, ({ source }) => source);
  const bySource = [...places.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ ...first, at: [...new Set(all.map(({ at }) => at))].join('; ') }] : [];
  });
  return citedSources(bySource, { recordedOn, checkedOn, reviewBy }, context);
}
