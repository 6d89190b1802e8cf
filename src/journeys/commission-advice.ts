import type { About } from '../commission/about.ts';
import { type Advice, createAdviser } from '../commission/advice.ts';
import { firstDayOf } from '../commission/when.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import type { Context } from './journey.ts';

/** What a project is about: the subject that was chosen, else what its words tell. */
export function aboutOf({ text, subject: id }: Pick<CommissionSoFar, 'text' | 'subject'>, { library }: Context): About {
  const heard = library.tellSubject(text);
  const chosen = library.knowledge.subjects.get(id ?? '');
  if (!chosen || (heard.kind === 'subject' && heard.subject.id === chosen.id)) return heard;
  return {
    kind: 'subject',
    subject: chosen,
    purchase: chosen.purchases[0] ?? 'service',
    ...(chosen.purchases.length > 1 ? { guessed: true as const } : {}),
    things: heard.kind === 'subject' ? heard.things : [],
    also: heard.kind === 'subject' ? [heard.subject] : [],
  };
}

export function adviceOn(now: CommissionSoFar, context: Context): Advice {
  const start = now.start && firstDayOf(now.start);
  return adviserOf(context)(asTold(aboutOf(now, context), now), { ...now, start });
}

/** The kind of purchase that somebody said goes before what the words of the project tell. */
function asTold(about: About, { purchase }: CommissionSoFar): About {
  if (about.kind !== 'subject' || !purchase) return about;
  const { guessed: _guessed, ...rest } = about;
  return { ...rest, purchase };
}

export function adviserOf({ library, today, decide }: Pick<Context, 'library' | 'today' | 'decide'>) {
  return createAdviser({ approach: library.knowledge.approach, suppliers: library.suppliers, today, decide });
}
