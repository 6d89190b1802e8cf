import type { CheckSoFar } from '../check-so-far.ts';
import { withAmounts } from '../knowledge/amounts.ts';
import type { Button, Part } from '../reply.ts';
import { type FactId, factIds } from '../rules/check.ts';
import type { Turn } from '../turn.ts';
import { respond } from './answer.ts';
import { factsToAsk, knownOf, slotsOf } from './check-facts.ts';
import { questionOf, questionParts, type Refused } from './check-question.ts';
import { openQuestion } from './check-state.ts';
import { factText, holdingNow, labelOf, type Telling } from './check-told.ts';
import type { Context } from './journey.ts';
import { question } from './said.ts';
import { citedSources } from './show.ts';
import type { Answered } from './step.ts';

export function ask(
  open: FactId,
  now: CheckSoFar,
  lead: string | undefined,
  refused: Refused | undefined,
  context: Context,
): Answered {
  const { texts, language, library, progress } = context;
  const known = knownOf(now, context);
  const decision = context.decide(factsToAsk(now, known, context));
  const telling = { check: now, known, decision, context };
  const begins = !now.given.some(({ asked }) => asked) && !refused;
  const holds = holdingNow(telling).filter((one) => !now.told.includes(one));
  const facts = factIds.flatMap((fact) => knownLine(fact, telling));
  const splitting = now.signals.includes('splitting') && !now.told.includes('splitting');
  const hint = hintFor(open, now, context);
  const parts: Part[] = [
    ...textPart(lead),
    ...(begins && facts.length > 0 ? textPart(texts.check.known(facts.join('; '))) : []),
    ...(holds.length > 0 ? textPart(`**${texts.check.alreadyHolds(holds.join('; '))}**`) : []),
    ...(splitting ? textPart(library.knowledge.check.signals.splitting[language]) : []),
    ...textPart(now.supposed && known.facts.contract === 'unknown' ? texts.check.supposingQuestion : undefined),
    ...(hint?.parts ?? []),
    ...questionParts(
      open,
      now.given.some(({ asked }) => asked),
      context,
      refused,
    ),
    ...(begins ? textPart(texts.check.commands) : []),
  ];
  const trap = library.knowledge.articles.get(library.knowledge.check.signals.splitting.article);
  return {
    ...question('', progress),
    parts,
    sources: [...(splitting && trap ? citedSources(trap.sources, trap, context) : []), ...(hint?.sources ?? [])],
    plain: true,
    intent: 'check',
    check: { ...now, at: 'question', told: [...now.told, ...holds, ...(splitting ? ['splitting'] : [])] },
    progress: { ...progress, subject: 'none', open: undefined, things: thingsOf(now), slots: slotsOf(now, context) },
  };
}

/** What a later question for suppliers is about. */
export function thingsOf({ thing }: CheckSoFar): { id: string; weight: number }[] {
  return thing ? [{ id: thing, weight: 1 }] : [];
}

/** What is known of this kind of purchase before the question is answered: a contract that may still run. */
function hintFor(open: FactId, now: CheckSoFar, context: Context): Pick<Answered, 'parts' | 'sources'> | undefined {
  const { library, language, today } = context;
  const category = library.lexicon.things.get(now.thing ?? '')?.category;
  const article = library.knowledge.articles.get(questionOf(open, context).hints?.[category ?? ''] ?? '');
  if (!article) return undefined;
  const body = withAmounts(article.body[language], library.knowledge.amounts, today, language);
  const known = body
    .split(/\n\s*\n/)
    .slice(0, 2)
    .join('\n\n');
  return {
    parts: textPart(`**${article.question[language]}**\n${known}`),
    sources: citedSources(article.sources, article, context),
  };
}

/** What was said beside the question that was asked; undefined when nothing was. */
export function notedOf(facts: readonly FactId[], now: CheckSoFar, context: Context): string | undefined {
  const known = knownOf(now, context);
  const telling = { check: now, known, decision: context.decide(factsToAsk(now, known, context)), context };
  const lines = facts.flatMap((fact) => knownLine(fact, telling));
  return lines.length === 0 ? undefined : context.texts.check.noted(lines.join('; '));
}

/** What is known so far, without what is only assumed. */
function knownLine(fact: FactId, telling: Telling): string[] {
  const { known } = telling;
  if (known.facts[fact] === undefined) return [];
  const text = factText(fact, telling);
  if (text === undefined) return [];
  const said = fact === 'supplier' ? text : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
  return [`${labelOf(fact, telling.context).toLowerCase()}: ${said}`];
}

/** Something else was asked in between: it is answered, and the open question repeated once; after that one line says that it waits. */
export function besides(turn: Turn, now: CheckSoFar, context: Context): Answered {
  const said = respond(turn, context);
  const open = openQuestion(now, context);
  if (!open) return said;
  const repeated = `again ${open}`;
  const before = now.told.includes(repeated);
  const parts: Part[] = [
    ...said.parts,
    ...(said.sources.length > 0 ? [{ kind: 'sources' as const, sources: said.sources }] : []),
    ...(before ? stillOpen(open, context) : askedAgain(open, now, context)),
  ];
  return {
    ...said,
    parts,
    next: [],
    check: { ...now, at: 'question', told: before ? now.told : [...now.told, repeated] },
    cited: true,
    // A number goes on answering a question that asks for one.
    counting: questionOf(open, context).field !== undefined,
  };
}

function stillOpen(open: FactId, { texts }: Context): Part[] {
  const { go, stop } = texts.check.buttons;
  const buttons: Button[] = [
    { label: go, action: { do: 'answer', question: open }, style: 'primary' },
    { label: stop, action: { do: 'check', step: 'stop' } },
  ];
  return [...textPart(texts.check.stillOpen), { kind: 'buttons', buttons }];
}

/** The open question, below something else. */
export function askedAgain(open: FactId, now: CheckSoFar, context: Context): Part[] {
  const later = now.given.some(({ asked }) => asked);
  return [...textPart(context.texts.check.back), ...questionParts(open, later, context)];
}

export function textPart(text: string | undefined): Part[] {
  return text ? [{ kind: 'text', text }] : [];
}
