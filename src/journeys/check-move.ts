import type { Action } from '../action.ts';
import type { CheckSoFar } from '../check-so-far.ts';
import { type FactId, factIds } from '../rules/check.ts';
import type { Turn } from '../turn.ts';
import { SEVERAL_YEARS } from '../understand/read.ts';
import { formAnswer, pressedAnswer } from './check-answer.ts';
import { asksAgain, asksCheck, begun, heard, isCase, isPurchase, startsAnew } from './check-begin.ts';
import type { Given } from './check-facts.ts';
import { answers, controlIn, isLost, isPlainThing, type Step, saysVagueKind, unreadOf } from './check-hear.ts';
import { termAlone } from './check-passing.ts';
import { type Refused, UNSURE } from './check-question.ts';
import { answered, emptyCheck, fresh, openQuestion, unknownContract } from './check-state.ts';
import type { Context } from './journey.ts';

/** What a turn does to the check. */
export type Moved =
  /** `noted`: what was said beside the answer, or instead of it. */
  | {
      kind: 'on';
      check: CheckSoFar;
      lead?: string;
      noted?: readonly FactId[];
      refused?: Refused;
      replaces?: boolean;
    }
  | { kind: 'left' }
  | { kind: 'change'; check: CheckSoFar }
  | { kind: 'keep'; check: CheckSoFar }
  /** Something else was asked: it is answered, and the open question repeated. */
  | { kind: 'aside'; check: CheckSoFar };

/** True when a turn begins, goes on with, or ends the check. */
export function concernsCheck(turn: Turn, context: Context): boolean {
  const { input } = turn;
  const { progress, reading, intent } = context;
  if (input.kind === 'action' && input.action.do !== 'ask') {
    const { action } = input;
    if (action.do === 'answer') return isFact(action.question);
    return action.do === 'start' || action.do === 'check';
  }
  if (!reading || reading.tokens.length === 0) return false;
  const at = progress.check?.at;
  if (at === 'question') return true;
  if (asksCheck(context) || asksAgain(context)) return true;
  const hires = reading.slots.kind === 'hiring' && ['permission', 'route'].some((id) => reading.signals.has(id));
  if (hires) return true;
  const goesOn =
    at === 'outcome' &&
    (controlIn(context) !== undefined || reading.signals.has('suppose-none') || termAlone(context) !== undefined);
  if (progress.check && at && (goesOn || answers(progress.check, context))) return true;
  return isCase(context) || (intent === 'check' && isPurchase(context));
}

function isFact(question: string): question is FactId {
  return (factIds as readonly string[]).includes(question);
}

/** What the turn does. A check for which the rules have changed begins anew, and that is said. */
export function moveOf(turn: Turn, context: Context): Moved {
  const { texts, library, progress } = context;
  const { version } = library.knowledge.check;
  const before = progress.check;
  const action = turn.input.kind === 'action' && turn.input.action.do !== 'ask' ? turn.input.action : undefined;
  if (before && before.version !== version && action?.do !== 'start' && !startsAnew(before, context)) {
    const check = { ...emptyCheck(version), ...(before.thing ? { thing: before.thing } : {}) };
    return { kind: 'on', check, lead: texts.check.changed };
  }
  if (action) return pressed(action, turn.input.kind === 'action' ? turn.input.values : {}, before, context);
  const control = before && before.at !== 'aside' ? controlIn(context) : undefined;
  if (before && control === 'unsure') {
    const open = openQuestion(before, context);
    const given = open && pressedAnswer(open, open === 'contract' ? 'unknown' : UNSURE, context);
    return given ? { kind: 'on', check: answered(before, given, true) } : { kind: 'on', check: before };
  }
  if (before && control === 'go-on') return { kind: 'on', check: before };
  if (before && control !== undefined && control !== 'unsure' && control !== 'go-on')
    return step(control, before, context);
  const { reading } = context;
  if (before && before.at !== 'aside' && reading?.signals.has('suppose-none'))
    return { kind: 'on', check: { ...answered(before, unknownContract, true), supposed: true } };
  if (!before || startsAnew(before, context)) return { kind: 'on', check: begun(context) };
  if (asksAgain(context)) return { kind: 'on', check: before };
  const months = before.at === 'aside' ? undefined : termAlone(context);
  if (months !== undefined) return askHowOften(before, months, context);
  const given = answers(before, context);
  if (!given) {
    const told = heard(before, context);
    const trapped = before.at === 'question' && told.signals.length > before.signals.length;
    if (trapped) return { kind: 'on', check: told };
    const open = before.at === 'question' ? openQuestion(before, context) : undefined;
    if (open && saysVagueKind(context)) return { kind: 'on', check: before, noted: ['kind'] };
    if (open === 'kind' && before.thing === undefined && told.thing && isPlainThing(context))
      return { kind: 'on', check: told };
    return open && isLost(context)
      ? { kind: 'on', check: before, lead: unreadOf(open, context) }
      : { kind: 'aside', check: before };
  }
  if ('error' in given) return { kind: 'on', check: before, lead: given.error };
  const open = before.at === 'question' ? openQuestion(before, context) : undefined;
  const check = heard(answered(before, given.given, true), context);
  return { kind: 'on', check, ...(open ? { noted: besideAnswer(open, given.given) } : {}) };
}

/** Another term makes another number of times; nobody but the person knows which. */
function askHowOften(before: CheckSoFar, months: number, { texts }: Context): Moved {
  const long: Given = months > 12 ? [{ fact: 'sensitive', value: [SEVERAL_YEARS] }] : [];
  return { kind: 'on', check: { ...answered(before, long, true), wants: 'occurrences' }, lead: texts.check.howOften };
}

/** What a text says that is no answer to the question that was open: it is told back. */
function besideAnswer(open: FactId, given: Given): FactId[] {
  const facts = given.map(({ fact }) => fact);
  const about = (fact: FactId): FactId => (fact === 'vat' || fact === 'vatRate' ? 'amount' : fact);
  const answers = (fact: FactId) =>
    fact === open || about(fact) === open || (fact === 'related' && open === 'occurrences');
  return [...new Set(facts.filter((fact) => !answers(fact)).map(about))];
}

function pressed(
  action: Exclude<Action, { do: 'ask' }>,
  values: Record<string, string>,
  before: CheckSoFar | undefined,
  context: Context,
): Moved {
  const { texts, library } = context;
  if (action.do === 'start') return { kind: 'on', check: begun(context) };
  const check = before ?? emptyCheck(library.knowledge.check.version);
  const lead = before ? {} : { lead: texts.check.notRunning };
  if (action.do === 'check') return step(action.step, check, context);
  if (action.do !== 'answer' || !isFact(action.question)) return { kind: 'on', check };
  if (action.value !== undefined) {
    const given = pressedAnswer(action.question, action.value, context);
    if (!given) return { kind: 'on', check, lead: texts.check.unreadable.choice };
    return { kind: 'on', check: answered(check, given, true), ...lead };
  }
  if (Object.keys(values).length === 0) return { kind: 'on', check: { ...check, wants: action.question }, ...lead };
  const answer = formAnswer(action.question, values, context);
  if ('errors' in answer)
    return {
      kind: 'on',
      check: { ...check, wants: action.question },
      refused: { values, errors: answer.errors },
      replaces: true,
    };
  return { kind: 'on', check: answered(check, answer.given, true), ...lead };
}

function step(what: Step, check: CheckSoFar, context: Context): Moved {
  switch (what) {
    case 'again':
      return { kind: 'on', check: emptyCheck(context.library.knowledge.check.version) };
    case 'stop':
      return { kind: 'left' };
    case 'suppose':
      return { kind: 'on', check: fresh({ ...check, supposed: true }) };
    case 'change':
      return { kind: 'change', check };
    case 'keep':
      return { kind: 'keep', check };
    default: {
      const last = check.given.findLast(({ asked }) => asked)?.fact;
      const { wants, ...rest } = check;
      if (wants && check.given.some(({ fact }) => fact === wants)) return { kind: 'on', check: rest };
      if (!last) return { kind: 'on', check: rest, lead: context.texts.check.nothingBack };
      const together = last === 'related' || last === 'occurrences' ? ['related', 'occurrences'] : [last];
      return {
        kind: 'on',
        check: fresh({ ...rest, given: check.given.filter(({ fact }) => !together.includes(fact)) }),
      };
    }
  }
}
