import { citationsOf } from '../basis.ts';
import type { About } from '../commission/about.ts';
import type { Advice } from '../commission/advice.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { Citation } from '../knowledge/schema.ts';
import type { Button, CitedSource, Fact, Part } from '../reply.ts';
import type { Match } from '../suppliers/match.ts';
import { because, optionLabels, type Telling } from './check-told.ts';
import type { Context } from './journey.ts';
import { question } from './said.ts';
import { citedSources, proofOf, supplierSources } from './show.ts';
import type { Answered } from './step.ts';

export type Known = Extract<About, { kind: 'subject' }>;

const MOST_SOURCES_OF_SUPPLIERS = 4;

export function levelName(level: number, { library, language, texts }: Context): string {
  return (
    library.knowledge.approach.levels.find(({ value }) => value === level)?.label[language] ??
    texts.commission.levelNone.toLowerCase()
  );
}

/** An answer about this project, with what was said of it. */
export function base(now: CommissionSoFar, context: Context): Answered {
  const { progress } = context;
  const { amount, vat, area } = now;
  const slots = {
    ...progress.slots,
    ...(amount ? { amount } : {}),
    ...(vat ? { vat } : {}),
    ...(area ? { area } : {}),
  };
  return {
    ...question('', { ...progress, slots, subject: 'none', shown: [], seen: [] }),
    status: 'answered',
    intent: 'commission',
    commission: { ...now, at: now.at === 'aside' ? 'advice' : now.at },
  };
}

export function changeButton({ texts }: Context): Button {
  return { label: texts.commission.buttons.more, action: { do: 'commission', step: 'change' } };
}

/** What was understood of a project, and what else it touches. */
export function leadOf(now: CommissionSoFar, about: Known, context: Context): string {
  const also = about.also.map(({ label }) => label[context.language]).join(', ');
  return [understood(now, about, context), also ? context.texts.commission.also(also) : ''].filter(Boolean).join('\n');
}

function understood(now: CommissionSoFar, { subject }: Known, { texts, language, library }: Context): string {
  const area = library.knowledge.words.areas.find(({ id }) => id === now.area)?.label;
  const said = [
    now.amount && [writeAmount(now.amount, 'euro', language), now.vat && texts.vat[now.vat]].filter(Boolean).join(' '),
    now.start && texts.commission.starts(texts.sayDate(now.start)),
    area && texts.inArea(area),
  ].filter(Boolean);
  return [texts.commission.about(subject.label[language]), said.length > 0 ? `${capital(said.join(', '))}.` : '']
    .filter(Boolean)
    .join(' ');
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

export function factsOf(now: CommissionSoFar, advice: Advice, about: Known, context: Context): Fact[] {
  const { texts, language, library } = context;
  const { labels, chances } = texts.commission;
  return [
    { label: labels.themes, value: themesOf(advice, context) },
    ...levelFact(now, advice, about, context),
    { label: labels.chance, value: `${chances[advice.chance]}. ${whyChance(about, context)}` },
    { label: labels.procedure, value: procedureOf(advice, context, { told: now.purchase }) },
    { label: labels.first, value: library.knowledge.approach.firstStep.text[language] },
  ];
}

export function levelFact(
  now: CommissionSoFar,
  { level }: Advice,
  { piece, subject }: Known,
  context: Context,
): Fact[] {
  if (level === null) return [];
  const { labels, summary } = context.texts.commission;
  const chosen = now.level === undefined ? '' : ` (${summary.chosen.toLowerCase()}: ${levelName(now.level, context)})`;
  const why = piece ? '' : subject.level.why[context.language];
  return [{ label: labels.level, value: `${levelName(level, context)}${chosen}. ${why}`.trim() }];
}

export function whyChance({ subject, piece }: Known, { language }: Context): string {
  return (piece ?? { why: subject.chance.why }).why[language];
}

export function themesOf({ themes }: Advice, { library, language }: Context): string {
  return themes
    .flatMap((id) => library.knowledge.words.themes.find((theme) => theme.id === id)?.label[language] ?? [])
    .join(', ');
}

/** The procedure in the words of the check, by the same rules; `brief` without what was supposed for it, `told`: the kind they said. */
export function procedureOf(
  { decision, about }: Advice,
  context: Context,
  { brief = false, told }: { brief?: boolean; told?: CommissionSoFar['purchase'] | undefined } = {},
): string {
  const { texts, library, language } = context;
  if (!decision) return '';
  if (decision.outcome === 'incomplete')
    return decision.missing.includes('amount') ? texts.commission.valueUnknown : texts.commission.nearLine;
  const name = library.knowledge.check.outcomes[decision.outcome]?.name[language] ?? decision.outcome;
  const [rule] = decision.rules;
  const check = {
    version: decision.ruleset,
    given: [],
    supposed: false,
    at: 'outcome' as const,
    told: [],
    signals: [],
  };
  const telling: Telling = { check, known: { facts: {} }, decision, context };
  const warnings = decision.warnings.map((id) => library.knowledge.check.warnings[id][language]);
  const supposed = brief ? [] : [texts.commission.noContractAssumed, ...warnings];
  return [
    `${name}.`,
    rule ? because(rule, telling) : '',
    kindTold(told, context) || kindTaken(about, context),
    ...supposed,
  ]
    .filter(Boolean)
    .join(' ');
}

function kindTold(told: CommissionSoFar['purchase'], context: Context): string {
  const [label] = told ? optionLabels('kind', [told], context) : [];
  return label ? context.texts.commission.kindTold(label.toLowerCase()) : '';
}

/** For works other amounts hold, so the kind that was counted with is said, and whether it was only guessed. */
function kindTaken(about: Advice['about'], context: Context): string {
  const { commission } = context.texts;
  if (about.kind !== 'subject') return '';
  const { purchases } = about.subject;
  if (!purchases.includes('works') || purchases.length === 1) return '';
  if (about.guessed) return about.purchase === 'works' ? commission.guessedWorks : commission.guessedOther;
  return commission.kindTaken(optionLabels('kind', [about.purchase], context).join('').toLowerCase());
}

export function partLines({ parts }: Advice, context: Context): string[] {
  return parts.map(
    ({ part, suppliers }) =>
      `**${part.text[context.language]}**: ${named(suppliers, context) || context.texts.commission.nobody}`,
  );
}

export function named(found: readonly Match[], context: Context): string {
  return found.map(({ supplier }) => `${supplier.name} (${proofOf(supplier, context)})`).join('; ');
}

export function listed(title: string, lines: readonly string[]): Part[] {
  return lines.length === 0
    ? []
    : [{ kind: 'text', text: [`**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n') }];
}

export function dates({ library, today }: Context) {
  const [any] = library.knowledge.subjects.values();
  return { recordedOn: any?.recordedOn ?? today, checkedOn: any?.checkedOn ?? null, reviewBy: any?.reviewBy ?? today };
}

/** The subject, the ways, the procedure and the suppliers, each source once. */
export function sourcesOf(advice: Advice, { subject }: Known, context: Context): CitedSource[] {
  const citations: Citation[] = [
    ...subject.sources,
    ...subject.examples.flatMap(({ sources }) => sources),
    ...advice.ways.flatMap(({ sources }) => sources),
    ...context.library.knowledge.approach.firstStep.sources,
    ...ruleSources(advice, context),
  ];
  return onceCited(citations, advice.suppliers, subject, context);
}

/** What a short advice rests on: its assumptions are named in its text. */
export function briefSources(
  advice: Advice,
  { subject }: Known,
  shown: readonly string[],
  context: Context,
): CitedSource[] {
  const citations: Citation[] = [
    ...subject.sources,
    ...advice.ways.slice(0, 1).flatMap(({ sources }) => sources),
    ...context.library.knowledge.approach.firstStep.sources,
    ...ruleSources(advice, context),
  ].filter(({ mark }) => mark !== 'ASSUMPTION');
  return onceCited(citations, shown, subject, context);
}

/** What the procedure rests on. */
export function ruleSources({ decision }: Pick<Advice, 'decision'>, { library, today }: Context): Citation[] {
  const rules = decision?.outcome === 'incomplete' ? [] : (decision?.rules.slice(0, 1) ?? []);
  return rules.flatMap((rule) => citationsOf(rule, today, library.knowledge));
}

function onceCited(
  citations: readonly Citation[],
  suppliers: readonly string[],
  subject: Known['subject'],
  context: Context,
): CitedSource[] {
  const once = citations.filter(({ source }, at) => citations.findIndex((one) => one.source === source) === at);
  return [...citedSources(once, subject, context), ...supplierCites(suppliers, context)];
}

export function supplierCites(ids: readonly string[], context: Context): CitedSource[] {
  return ids.slice(0, MOST_SOURCES_OF_SUPPLIERS).flatMap((id) => {
    const supplier = context.library.knowledge.suppliers.get(id);
    return supplier ? supplierSources(supplier, context, 1) : [];
  });
}
