import type { CommissionSoFar } from '../commission-so-far.ts';
import { nextNumber } from '../numbers.ts';
import type { Records } from '../ports.ts';
import { keptUntil, TERMS } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { controlIn } from './check-hear.ts';
import { aboutOf, adviceOn } from './commission-advice.ts';
import { amountSaid } from './commission-amount.ts';
import { filledIn, projectForm } from './commission-form.ts';
import { asksAll, beginsProject, chosenLevel, isPart, kindSaid, told } from './commission-hear.ts';
import { tellLevels, whyForm } from './commission-level.ts';
import { tellPart } from './commission-part.ts';
import { levelName } from './commission-said.ts';
import { tellAdvice, tellSummary } from './commission-told.ts';
import { tellArticle } from './explain.ts';
import type { Context, Journey } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** Advice on a project: what it is about, how high to aim, who can take part and how, and what to ask the market. */
export const commission: Journey = async (turn, context) => async (records) =>
  withNotes(turn, await said(turn, records, context), context, records);

/** A button of advice on a project. */
export function asksProject({ input }: Turn): boolean {
  if (input.kind !== 'action') return false;
  const { action } = input;
  return action.do === 'start'
    ? action.journey === 'commission'
    : action.do === 'commission' || action.do === 'choose-level';
}

/** True when a text asks advice on a project, adds to it, or answers what was asked about it. */
export function concernsCommission(turn: Turn, context: Context): boolean {
  const { input } = turn;
  const { progress, reading, intent } = context;
  if (input.kind === 'action' && input.action.do !== 'ask') return false;
  if (!reading || reading.tokens.length === 0) return false;
  const now = progress.commission;
  if (now?.at === 'reason') return !reading.text.trim().endsWith('?');
  if (now?.at === 'form' && beginsProject(context)) return true;
  if (
    now?.at === 'advice' &&
    (asksAll(context) ||
      isPart(context) ||
      told(now, context) ||
      chosenLevel(context) !== undefined ||
      kindSaid(context) !== undefined)
  )
    return true;
  return intent === 'commission';
}

async function said(turn: Turn, records: Records, context: Context): Promise<Answered> {
  const { input } = turn;
  const { progress, reading, texts } = context;
  const now = progress.commission;
  if (input.kind === 'action' && input.action.do !== 'ask') return pressed(turn, records, context);
  if (now?.at === 'reason') {
    if (controlIn(context) !== undefined) return { ...advise({ ...now, level: undefined }, context) };
    return keepReason(now, reading?.text ?? '', turn, records, context);
  }
  if (now?.at === 'advice') {
    const level = chosenLevel(context);
    if (level !== undefined) return choose(now, level, context);
    const purchase = kindSaid(context);
    if (purchase) return advise({ ...now, purchase }, context);
    if (asksAll(context)) return tellAll(now, context);
    if (isPart(context)) return tellPart(now, aboutOf({ text: reading?.text ?? '' }, context), context);
    const more = told(now, context);
    if (more) return advise(more, context);
  }
  const fresh = afterSuppliers(context);
  const begun = begin(fresh);
  return begun.text === '' ? answered(texts.commission.unclear, null, context) : advise(begun, fresh);
}

/** What was said of a lunch says nothing of a project that is told after it. */
function afterSuppliers(context: Context): Context {
  const { progress } = context;
  return progress.subject === 'suppliers' ? { ...context, progress: { ...progress, slots: {} } } : context;
}

async function pressed(turn: Turn, records: Records, context: Context): Promise<Answered> {
  const { progress, texts } = context;
  const now = progress.commission;
  if (turn.input.kind !== 'action') return answered(texts.commission.noProject, null, context);
  const { action, values } = turn.input;
  if (action.do === 'start') {
    const begun = now ?? begin(context);
    return asking({ ...begun, at: 'form' }, texts.commission.ask, context);
  }
  if (!now) return asking({ text: '', at: 'form' }, texts.commission.noProject, context);
  if (action.do === 'choose-level') return choose(now, action.level, context);
  if (action.do !== 'commission') return answered(texts.commission.noProject, now, context);
  switch (action.step) {
    case 'change':
      return asking({ ...now, at: 'form' }, texts.commission.ask, context);
    case 'fill': {
      const filled = filledIn(now, values, context);
      if ('errors' in filled)
        return {
          ...asking({ ...now, at: 'form' }, texts.commission.ask, context, { ...filled, values }),
          replaces: true,
        };
      return advise(filled.now, context);
    }
    case 'summary':
      return tellSummary(now, context);
    case 'all':
      return tellAll(now, context);
    case 'levels':
      return tellLevels(now, context);
    case 'reason':
      return keepReason(now, values.reason ?? '', turn, records, context);
    case 'stop':
      return answered(texts.commission.stopped, null, context);
  }
}

/** A project in the words that were just typed; as far as they tell more than that there is one. */
function begin({ reading, progress }: Context): CommissionSoFar {
  const text = (reading?.text ?? '').slice(0, 1000);
  const { vat, area } = { ...progress.slots, ...reading?.slots };
  const heard = reading && amountSaid(reading);
  const amount = heard ? heard.kind === 'whole' && heard.amount : progress.slots.amount;
  const start = told({ text: '', at: 'advice' }, { ...(reading ? { reading } : {}) })?.start;
  return {
    text,
    ...(amount ? { amount } : {}),
    ...(vat ? { vat } : {}),
    ...(area ? { area } : {}),
    ...(start ? { start } : {}),
    at: 'advice',
  };
}

function tellAll(now: CommissionSoFar, context: Context): Answered {
  return tellAdvice({ ...now, at: 'advice' }, adviceOn(now, context), context, true);
}

/** The advice; or the form, where the words do not tell what it is about. */
function advise(now: CommissionSoFar, context: Context): Answered {
  const advice = adviceOn(now, context);
  if (advice.about.kind !== 'unclear') return tellAdvice({ ...now, at: 'advice' }, advice, context);
  const { articles, words } = context.library.knowledge;
  const article = context.reading && articles.get(words.fallbacks.commission);
  const form = asking({ ...now, at: 'form' }, context.texts.commission.unclear, context);
  if (!article) return form;
  const general = tellArticle(article, [], context);
  return { ...form, parts: [...general.parts, ...form.parts], sources: general.sources };
}

function asking(
  now: CommissionSoFar,
  lead: string,
  context: Context,
  refused?: { errors: Record<string, string>; values: Record<string, string> },
): Answered {
  return {
    ...question('', context.progress),
    parts: projectForm(now, lead, context, refused),
    plain: true,
    intent: 'commission',
    commission: now,
  };
}

/** At least what was advised is simply taken; lower or none needs a reason. */
function choose(now: CommissionSoFar, level: number, context: Context): Answered {
  const { texts } = context;
  const { reason: _reason, kept: _kept, ...rest } = now;
  const advised = adviceOn(now, context).level;
  if (advised === null || level >= advised) {
    const chosen = { ...rest, level, at: 'advice' as const };
    return {
      ...answered(texts.commission.levelKept(levelName(level, context)), chosen, context),
      next: [{ label: texts.commission.buttons.summary, action: { do: 'commission', step: 'summary' } }],
    };
  }
  return whyForm({ ...rest, level, at: 'reason' }, levelName(advised, context), context);
}

/** Keeps the choice with its reason under a number; a second press keeps nothing more. */
async function keepReason(
  now: CommissionSoFar,
  typed: string,
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Answered> {
  const { texts, today } = context;
  const reason = plain(typed).slice(0, 1000);
  const advice = adviceOn(now, context);
  if (now.level === undefined || advice.level === null || now.level >= advice.level)
    return answered(texts.commission.noProject, now, context);
  const advised = levelName(advice.level, context);
  if (reason === '') return whyForm({ ...now, at: 'reason' }, advised, context, texts.commission.unreadable.reason);
  const settled = (await records.progress.get(context.place))?.commission;
  const before = now.kept ?? (settled?.reason === reason ? settled.kept : undefined);
  const number = before ?? (await nextNumber('ADV', today.slice(0, 4), records));
  const subject = advice.about.kind === 'subject' ? advice.about.subject.id : advice.about.kind;
  await records.departures.put(number, {
    id: number,
    owner: turn.from.id,
    on: today,
    project: now.text,
    subject,
    amount: now.amount ?? null,
    start: now.start ?? null,
    advised: advice.level,
    chosen: now.level,
    reason,
  });
  const day = texts.sayDate(keptUntil(today, TERMS.departures));
  const kept = { ...now, reason, kept: number, at: 'advice' as const };
  return { ...tellSummary(kept, context, texts.commission.reasonKept(number, day)) };
}

function answered(text: string, now: CommissionSoFar | null, { progress }: Context): Answered {
  return { ...question(text, progress), status: 'answered', plain: true, intent: 'commission', commission: now };
}
