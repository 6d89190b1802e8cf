import type { Advice } from '../commission/advice.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import type { Fact } from '../reply.ts';
import {
  base,
  briefSources,
  changeButton,
  type Known,
  leadOf,
  levelFact,
  procedureOf,
  themesOf,
  whyChance,
} from './commission-said.ts';
import type { Context } from './journey.ts';
import type { Answered } from './step.ts';

/** So many parts of a project are named before somebody asks for all of it. */
const MOST_PARTS = 3;

/** What a commissioner in a hurry needs: how high, how good a chance, the best way, who, and the first step. */
export function tellBrief(now: CommissionSoFar, advice: Advice, about: Known, context: Context): Answered {
  const said = context.texts.commission;
  const shown = advice.parts
    .filter(({ suppliers }) => suppliers.length > 0)
    .slice(0, MOST_PARTS)
    .flatMap(({ suppliers }) => suppliers.map(({ supplier }) => supplier.id));
  return {
    ...base(now, context),
    parts: [
      { kind: 'text', text: leadOf(now, about, context) },
      { kind: 'facts', facts: briefFacts(now, advice, about, context) },
      { kind: 'text', text: [shown.length > 0 ? said.askFirst : '', said.assumed].filter(Boolean).join(' ') },
      { kind: 'buttons', buttons: [{ label: said.buttons.all, action: { do: 'commission', step: 'all' } }] },
    ],
    sources: briefSources(advice, about, shown, context),
    suppliers: [...advice.suppliers],
    next: nextSteps(advice, context),
  };
}

export function nextSteps({ level }: Advice, context: Context): Answered['next'] {
  const { buttons } = context.texts.commission;
  return [
    { label: buttons.summary, action: { do: 'commission', step: 'summary' }, style: 'primary' },
    ...(level === null
      ? []
      : [{ label: buttons.level, action: { do: 'commission' as const, step: 'levels' as const } }]),
    changeButton(context),
  ];
}

function briefFacts(now: CommissionSoFar, advice: Advice, about: Known, context: Context): Fact[] {
  const { texts, language, library } = context;
  const { labels, chances } = texts.commission;
  const [question] = advice.questions;
  const facts: Fact[] = [
    ...levelFact(now, advice, about, context),
    { label: labels.chance, value: `${chances[advice.chance]}. ${whyChance(about, context)}` },
    { label: labels.way, value: bestWay(advice, context) },
    { label: labels.who, value: whoCan(advice, context) },
    { label: labels.procedure, value: procedureOf(advice, context, { brief: true, told: now.purchase }) },
    { label: labels.first, value: library.knowledge.approach.firstStep.text[language] },
    { label: labels.themes, value: themesOf(advice, context) },
    { label: texts.commission.questions, value: question?.[language] ?? '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** The best way with what it is, and the others by name. */
function bestWay({ ways }: Advice, { texts, language }: Context): string {
  const [best, ...others] = ways;
  if (!best) return '';
  const names = others.map(({ label }) => label[language]).join(', ');
  return [`**${best.label[language]}**. ${best.text[language]}`, names === '' ? '' : texts.commission.otherWays(names)]
    .filter(Boolean)
    .join(' ');
}

/** Who can do which part, of those for whom there is somebody. */
function whoCan({ parts }: Advice, { texts, language }: Context): string {
  const known = parts.filter(({ suppliers }) => suppliers.length > 0);
  const named = known
    .slice(0, MOST_PARTS)
    .map(
      ({ part, suppliers }) => `${suppliers.map(({ supplier }) => supplier.name).join(', ')} (${part.text[language]})`,
    );
  const left = known.length - named.length;
  return [named.join('; '), left > 0 ? texts.commission.moreParts(left) : ''].filter(Boolean).join('; ');
}
