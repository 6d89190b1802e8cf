import type { Advice } from '../commission/advice.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { Part } from '../reply.ts';
import { adviceOn } from './commission-advice.ts';
import { nextSteps, tellBrief } from './commission-brief.ts';
import {
  base,
  changeButton,
  dates,
  factsOf,
  leadOf,
  levelName,
  listed,
  partLines,
  procedureOf,
  sourcesOf,
  themesOf,
  whyChance,
} from './commission-said.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { citedSources } from './show.ts';
import type { Answered } from './step.ts';

/** The advice on a project, with where each part of it comes from: in short, or `whole`. */
export function tellAdvice(now: CommissionSoFar, advice: Advice, context: Context, whole = false): Answered {
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
  if (!whole && advice.chance !== 'none') return tellBrief(now, advice, about, context);
  const { subject } = about;
  const parts: Part[] = [
    { kind: 'text', text: leadOf(now, about, context) },
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
    next: nextSteps(advice, context),
  };
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
    [said.labels.procedure, procedureOf(advice, context, { told: now.purchase })],
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
