import { citationsOf } from '../basis.ts';
import type { About } from '../commission/about.ts';
import type { Advice } from '../commission/advice.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { Citation } from '../knowledge/schema.ts';
import type { Button, CitedSource, Fact, Part } from '../reply.ts';
import type { Match } from '../suppliers/match.ts';
import { because, type Telling } from './check-told.ts';
import { adviceOn, adviserOf } from './commission-advice.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import { citedSources, proofOf, startCheck, supplierSources } from './show.ts';
import type { Answered } from './step.ts';

type Known = Extract<About, { kind: 'subject' }>;
const MOST_SOURCES_OF_SUPPLIERS = 4;

/** The advice on a project, with where each part of it comes from. */
export function tellAdvice(now: CommissionSoFar, advice: Advice, context: Context): Answered {
  const { texts, language } = context;
  const { about } = advice;
  const said = texts.commission;
  if (about.kind === 'without') {
    return {
      ...base(now, context),
      parts: [{ kind: 'text', text: [`**${about.without.label[language]}**`, about.without.why[language]].join('\n') }],
      sources: citedSources(about.without.sources, dates(context), context),
      next: [changeButton(context)],
    };
  }
  if (about.kind === 'unclear') return base(now, context);
  const { subject } = about;
  const also = about.also.map(({ label }) => label[language]).join(', ');
  const lead = [understood(now, about, context), also ? said.also(also) : ''].filter(Boolean).join('\n');
  const parts: Part[] = [
    { kind: 'text', text: lead },
    { kind: 'facts', facts: factsOf(now, advice, about, context) },
    ...listed(
      said.ways,
      advice.ways.map((way) => `**${way.label[language]}**: ${way.text[language]}`),
    ),
    ...listed(said.parts, partLines(advice, context)),
    ...listed(
      said.questions,
      advice.questions.map((one) => one[language]),
    ),
    ...listed(
      said.examples,
      subject.examples.map(({ text }) => text[language]),
    ),
    { kind: 'text', text: [advice.suppliers.length > 0 ? said.askFirst : '', said.assumed].filter(Boolean).join(' ') },
  ];
  return {
    ...base(now, context),
    parts,
    sources: sourcesOf(advice, about, context),
    suppliers: [...advice.suppliers],
    next: [
      { label: said.buttons.summary, action: { do: 'commission', step: 'summary' }, style: 'primary' },
      ...(advice.level === null
        ? []
        : [{ label: said.buttons.level, action: { do: 'commission' as const, step: 'levels' as const } }]),
      changeButton(context),
    ],
  };
}

/** One part of the project: who can deliver it, whatever the project itself is. */
export function tellPart(now: CommissionSoFar, about: About, context: Context): Answered {
  const { texts, language, library } = context;
  const said = texts.commission;
  const whole = adviceOn(now, context).about;
  const advice = adviserOf(context)(about, now.area ? { area: now.area } : {});
  if (about.kind !== 'subject') return base(now, context);
  const heard = about.things.map(({ id }) => library.lexicon.things.get(id)?.label[language]).filter(Boolean);
  const name = heard[0] ?? about.subject.label[language];
  const project = whole.kind === 'subject' ? whole.subject.label[language] : plain(now.text);
  const lines = about.things.length > 0 ? thingLines(about, now, context) : partLines(advice, context);
  const suppliers =
    about.things.length > 0 ? thingMatches(about, now, context).map(({ supplier }) => supplier.id) : advice.suppliers;
  return {
    ...base(now, context),
    parts: [
      { kind: 'text', text: [said.within(name, project), said.partWays].join('\n') },
      ...listed(said.parts, lines),
      ...listed(
        said.questions,
        advice.questions.slice(0, 1).map((one) => one[language]),
      ),
    ],
    sources: [
      ...citedSources(
        library.knowledge.approach.ways.find(({ id }) => id === 'subcontract')?.sources ?? [],
        dates(context),
        context,
      ),
      ...supplierCites(suppliers, context),
    ],
    suppliers: [...suppliers],
    next: [startCheck(context), { label: said.buttons.summary, action: { do: 'commission', step: 'summary' } }],
  };
}

function thingMatches(about: Known, now: CommissionSoFar, context: Context): readonly Match[] {
  const own = {
    ...about.subject,
    parts: about.things
      .slice(0, 1)
      .map(({ id }) => ({ id, role: 'deliver' as const, things: [id], text: about.subject.label })),
  };
  return adviserOf(context)({ ...about, subject: own, things: [] }, now.area ? { area: now.area } : {}).parts.flatMap(
    ({ suppliers }) => suppliers,
  );
}

function thingLines(about: Known, now: CommissionSoFar, context: Context): string[] {
  const found = thingMatches(about, now, context);
  const label = context.library.lexicon.things.get(about.things[0]?.id ?? '')?.label[context.language] ?? '';
  return [`**${label}**: ${named(found, context) || context.texts.commission.nobody}`];
}

/** A text to paste into the start document of the project; with what was just kept, where something was. */
export function tellSummary(now: CommissionSoFar, context: Context, lead?: string): Answered {
  const { texts, language, today, library } = context;
  const said = texts.commission;
  const advice = adviceOn(now, context);
  const { about } = advice;
  if (about.kind !== 'subject') return { ...base(now, context), parts: [{ kind: 'text', text: said.unclear }] };
  const area = library.knowledge.words.areas.find(({ id }) => id === now.area)?.label;
  const names = advice.suppliers.map((id) => library.knowledge.suppliers.get(id)?.name ?? id).join(', ');
  const lines: [string, string | undefined][] = [
    [said.summary.project, plain(now.text)],
    [said.labels.subject, about.subject.label[language]],
    [said.summary.value, now.amount === undefined ? undefined : writeAmount(now.amount, 'euro', language)],
    [said.summary.start, now.start && texts.sayDate(now.start)],
    [said.summary.area, area],
    [said.labels.themes, themesOf(advice, context)],
    [said.labels.level, advice.level === null ? undefined : levelName(advice.level, context)],
    [said.summary.chosen, now.level === undefined ? undefined : levelName(now.level, context)],
    [said.summary.reason, now.reason && `${now.reason}${now.kept ? ` (${now.kept})` : ''}`],
    [said.labels.chance, `${said.chances[advice.chance]}. ${whyChance(about, context)}`],
    [said.labels.procedure, procedureOf(advice, context)],
    [said.ways, advice.ways.map(({ label }) => label[language]).join(', ')],
    [said.summary.parties, names],
    [said.questions, advice.questions.map((one) => one[language]).join(' ')],
    [said.labels.first, library.knowledge.approach.firstStep.text[language]],
  ];
  const text = [
    `**${said.summary.title}**`,
    ...lines.flatMap(([label, value]) => (value ? [`- ${label}: ${value}`] : [])),
    said.summary.made(texts.sayDate(today)),
    said.assumed,
  ].join('\n');
  return {
    ...base(now, context),
    parts: [...(lead ? [{ kind: 'text' as const, text: lead }] : []), { kind: 'text', text }],
    sources: sourcesOf(advice, about, context),
    suppliers: [...advice.suppliers],
    next: [{ label: said.buttons.level, action: { do: 'commission', step: 'levels' } }, changeButton(context)],
  };
}

/** The three levels and none, to choose from. */
export function tellLevels(now: CommissionSoFar, context: Context): Answered {
  const { texts, language, library } = context;
  const { approach } = library.knowledge;
  const lines = approach.levels.map(({ label, text }) => `- **${label[language]}**: ${text[language]}`);
  const buttons: Button[] = [
    ...approach.levels
      .toReversed()
      .map(({ value, label }): Button => ({ label: label[language], action: { do: 'choose-level', level: value } })),
    { label: texts.commission.levelNone, action: { do: 'choose-level', level: 0 } },
  ];
  return {
    ...base(now, context),
    status: 'clarify',
    plain: true,
    parts: [
      { kind: 'text', text: [texts.commission.chooseLevel, ...lines, approach.unless.text[language]].join('\n') },
      { kind: 'buttons', buttons },
    ],
    sources: citedSources(
      [...(approach.levels[0]?.sources ?? []), ...approach.unless.sources],
      dates(context),
      context,
    ),
  };
}

/** Asks why somebody chooses lower than was advised. */
export function whyForm(now: CommissionSoFar, advised: string, context: Context, error?: string): Answered {
  const { texts, library, language } = context;
  const said = texts.commission;
  const { unless } = library.knowledge.approach;
  return {
    ...base(now, context),
    status: 'clarify',
    plain: true,
    parts: [
      { kind: 'text', text: [said.why(advised), unless.text[language]].join('\n') },
      {
        kind: 'form',
        fields: [
          { id: 'reason', label: said.fields.reason, kind: 'long-text', required: true, ...(error ? { error } : {}) },
        ],
        submit: { label: said.buttons.send, action: { do: 'commission', step: 'reason' }, style: 'primary' },
      },
    ],
    sources: citedSources(unless.sources, dates(context), context),
  };
}

export function levelName(level: number, { library, language, texts }: Context): string {
  return (
    library.knowledge.approach.levels.find(({ value }) => value === level)?.label[language] ??
    texts.commission.levelNone.toLowerCase()
  );
}

function base(now: CommissionSoFar, context: Context): Answered {
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

function changeButton({ texts }: Context): Button {
  return { label: texts.commission.buttons.more, action: { do: 'commission', step: 'change' } };
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

function factsOf(now: CommissionSoFar, advice: Advice, about: Known, context: Context): Fact[] {
  const { texts, language, library } = context;
  const { labels, chances } = texts.commission;
  const chosen =
    now.level === undefined
      ? ''
      : ` (${texts.commission.summary.chosen.toLowerCase()}: ${levelName(now.level, context)})`;
  return [
    { label: labels.themes, value: themesOf(advice, context) },
    ...(advice.level === null
      ? []
      : [
          {
            label: labels.level,
            value:
              `${levelName(advice.level, context)}${chosen}. ${about.piece ? '' : about.subject.level.why[language]}`.trim(),
          },
        ]),
    { label: labels.chance, value: `${chances[advice.chance]}. ${whyChance(about, context)}` },
    { label: labels.procedure, value: procedureOf(advice, context) },
    { label: labels.first, value: library.knowledge.approach.firstStep.text[language] },
  ];
}

function whyChance({ subject, piece }: Known, { language }: Context): string {
  return (piece ?? { why: subject.chance.why }).why[language];
}

function themesOf({ themes }: Advice, { library, language }: Context): string {
  return themes
    .flatMap((id) => library.knowledge.words.themes.find((theme) => theme.id === id)?.label[language] ?? [])
    .join(', ');
}

/** The procedure in the words of the check, by the same rules. */
function procedureOf({ decision }: Advice, context: Context): string {
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
  return [`${name}.`, rule ? because(rule, telling) : '', texts.commission.noContractAssumed, ...warnings]
    .filter(Boolean)
    .join(' ');
}

function partLines({ parts }: Advice, context: Context): string[] {
  return parts.map(
    ({ part, suppliers }) =>
      `**${part.text[context.language]}**: ${named(suppliers, context) || context.texts.commission.nobody}`,
  );
}

function named(found: readonly Match[], context: Context): string {
  return found.map(({ supplier }) => `${supplier.name} (${proofOf(supplier, context)})`).join('; ');
}

function listed(title: string, lines: readonly string[]): Part[] {
  return lines.length === 0
    ? []
    : [{ kind: 'text', text: [`**${title}**`, ...lines.map((line) => `- ${line}`)].join('\n') }];
}

function dates({ library, today }: Context) {
  const [any] = library.knowledge.subjects.values();
  return { recordedOn: any?.recordedOn ?? today, checkedOn: any?.checkedOn ?? null, reviewBy: any?.reviewBy ?? today };
}

/** The subject, the ways, the procedure and the suppliers, each source once. */
function sourcesOf(advice: Advice, { subject }: Known, context: Context): CitedSource[] {
  const { library, today } = context;
  const rules = advice.decision?.outcome === 'incomplete' ? [] : (advice.decision?.rules.slice(0, 1) ?? []);
  const citations: Citation[] = [
    ...subject.sources,
    ...subject.examples.flatMap(({ sources }) => sources),
    ...advice.ways.flatMap(({ sources }) => sources),
    ...library.knowledge.approach.firstStep.sources,
    ...rules.flatMap((rule) => citationsOf(rule, today, library.knowledge)),
  ];
  const once = citations.filter(({ source }, at) => citations.findIndex((one) => one.source === source) === at);
  return [...citedSources(once, subject, context), ...supplierCites(advice.suppliers, context)];
}

function supplierCites(ids: readonly string[], context: Context): CitedSource[] {
  return ids.slice(0, MOST_SOURCES_OF_SUPPLIERS).flatMap((id) => {
    const supplier = context.library.knowledge.suppliers.get(id);
    return supplier ? supplierSources(supplier, context, 1) : [];
  });
}
