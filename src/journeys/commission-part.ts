import type { About } from '../commission/about.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import type { Match } from '../suppliers/match.ts';
import { adviceOn, adviserOf } from './commission-advice.ts';
import { base, dates, type Known, listed, named, partLines, supplierCites } from './commission-said.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { citedSources, startCheck } from './show.ts';
import type { Answered } from './step.ts';

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
