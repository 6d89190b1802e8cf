import type { Action } from '../action.ts';
import type { CheckSoFar } from '../check-so-far.ts';
import { type FactId, factIds } from '../rules/check.ts';
import type { Turn } from '../turn.ts';
import type { Slots } from '../understand/slots.ts';
import { chosenIn, fieldAnswer, formAnswer, pressedAnswer } from './check-answer.ts';
import { amountOf, factsToAsk, type Given, heardFacts, knownOf, withGiven } from './check-facts.ts';
import { type Refused, UNSURE } from './check-question.ts';
import type { Context } from './journey.ts';
import { namedOutside } from './named-outside.ts';

/** What a turn does to the check. */
export type Moved =
  | { kind: 'on'; check: CheckSoFar; lead?: string; refused?: Refused; replaces?: boolean }
  | { kind: 'left' }
  | { kind: 'change'; check: CheckSoFar }
  | { kind: 'keep'; check: CheckSoFar }
  /** Something else was asked: it is answered, and the open question repeated. */
  | { kind: 'aside'; check: CheckSoFar };

/** Texts that ask something do not answer a question. */
const ASKING = [
  'definition',
  'how-works',
  'rule-words',
  'why',
  'who-is',
  'who-supplies',
  'where-buy',
  'list-all',
  'help',
  'contact-of',
  'where-are',
  'compare',
  'exists',
  'contract-question',
  'tip',
  'correction',
  'post',
];
/** A longer text says more than an answer. */
const LONGEST_ANSWER = 7;

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
  if (reading.signals.has('start-check') && reading.weighty <= 5) return true;
  const hires = reading.slots.kind === 'hiring' && ['permission', 'route'].some((id) => reading.signals.has(id));
  if (hires) return true;
  const goesOn = at === 'outcome' && (controlIn(context) !== undefined || reading.signals.has('suppose-none'));
  if (progress.check && at && (goesOn || answers(progress.check, context))) return true;
  return isCase(context) || (intent === 'check' && isPurchase(context));
}

/** Somebody lays out a whole case, in whatever words they ask about it. */
function isCase({ reading, intent, progress }: Context): boolean {
  if (!reading || intent === 'commission' || intent === 'post-request') return false;
  const { amount, contract, conflictOfInterest } = reading.slots;
  const goesOn = progress.subject === 'article' && reading.things.length === 0;
  const settled = contract !== undefined || conflictOfInterest !== undefined || goesOn;
  return amount !== undefined && settled && heardFacts(reading.slots).length >= 3;
}

function isFact(question: string): question is FactId {
  return (factIds as readonly string[]).includes(question);
}

/** Somebody asks about a purchase of their own, and not only what the rule is. */
function isPurchase({ reading, progress }: Context): boolean {
  if (!reading) return false;
  const { slots, things, signals } = reading;
  const shown = progress.subject === 'suppliers' || progress.subject === 'supplier';
  if (shown && reading.weighty <= 4 && signals.has('permission')) return true;
  const bought = slots.supplier !== undefined || things.some(({ weight }) => weight >= 0.8);
  if (signals.has('contract-question')) return bought && slots.amount !== undefined;
  if (slots.kind === 'hiring' || slots.kind === 'subsidy') return true;
  if (signals.has('splitting') || signals.has('rule-words')) return bought;
  return bought;
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
  if (before && control !== undefined && control !== 'unsure') return step(control, before, context);
  const { reading } = context;
  if (before && before.at !== 'aside' && reading?.signals.has('suppose-none'))
    return { kind: 'on', check: { ...answered(before, unknownContract, true), supposed: true } };
  if (!before || startsAnew(before, context)) return { kind: 'on', check: begun(context) };
  const given = answers(before, context);
  if (!given) {
    const told = heard(before, context);
    const trapped = before.at === 'question' && told.signals.length > before.signals.length;
    if (trapped) return { kind: 'on', check: told };
    const open = before.at === 'question' ? openQuestion(before, context) : undefined;
    if (open === 'kind' && before.thing === undefined && told.thing && isPlainThing(context))
      return { kind: 'on', check: told };
    return open && isLost(context)
      ? { kind: 'on', check: before, lead: unreadOf(open, context) }
      : { kind: 'aside', check: before };
  }
  return 'error' in given
    ? { kind: 'on', check: before, lead: given.error }
    : { kind: 'on', check: heard(answered(before, given.given, true), context) };
}

const unknownContract: Given = [{ fact: 'contract', value: 'unknown' }];

function emptyCheck(version: string): CheckSoFar {
  return { version, given: [], supposed: false, at: 'question', told: [], signals: [] };
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

/** The question that waits for an answer. */
export function openQuestion(check: CheckSoFar, context: Context): FactId | undefined {
  if (check.wants) return check.wants;
  const known = knownOf(check, context);
  const asked = factsToAsk(check, known, context);
  const facts = check.supposed && asked.contract === 'unknown' ? { ...asked, contract: 'no' } : asked;
  const decision = context.decide(facts);
  const doubted = new Set(check.given.filter(({ value }) => value === null).map(({ fact }) => fact));
  return decision.missing.find((fact) => !doubted.has(fact));
}

/** What a text answers: the open question, or any other by its own words. Undefined when it is about something else. */
function answers(check: CheckSoFar, context: Context): { given: Given } | { error: string } | undefined {
  const { reading, intent, texts } = context;
  if (!reading) return undefined;
  const instead = reading.weighty <= 3 && reading.slots.amount === undefined ? corrected(check, context) : undefined;
  if (instead && check.at === 'outcome') return instead;
  const wonders = reading.text.trim().endsWith('?') && !(check.at === 'outcome' && reading.weighty <= 5);
  const asks = ASKING.some((id) => reading.signals.has(id)) || wonders;
  if (asks && intent !== 'check') return undefined;
  const said = saidIn(context).filter(({ fact, value }) => !(fact === 'kind' && isVague(value, context)));
  const open = check.at === 'question' ? openQuestion(check, context) : undefined;
  const short = reading.weighty <= LONGEST_ANSWER;
  if (open && short && !asks && isShortAnswer(open, context)) {
    const own = said.find(({ fact }) => fact === open);
    const answer = fieldAnswer(open, reading.text, context);
    const other =
      'given' in answer && own && answer.given.some(({ fact, value }) => fact === open && value !== own.value);
    const unclear = chosenIn(open, reading.text, context) === 'unclear';
    if (other || (unclear && own)) return { error: texts.check.unreadable.choice };
    if ('given' in answer)
      return { given: [...said.filter(({ fact }) => !answer.given.some((one) => one.fact === fact)), ...answer.given] };
    const tried = /\d/.test(reading.text) || unclear;
    if (reading.doubt || (tried && said.length === 0)) return corrected(check, context) ?? { error: answer.error };
  }
  if (reading.doubt && said.length === 0) return { error: texts.amountDoubt(reading.doubt) };
  if (said.length === 0) return short && !asks ? corrected(check, context) : undefined;
  if (
    check.at !== 'question' &&
    (reading.things.length > 0 ||
      (check.at === 'aside' && intent !== 'check' && !said.some(({ fact }) => ABOUT_CHECK.has(fact))))
  )
    return undefined;
  return short || intent === 'check' ? { given: said } : undefined;
}

/** A thing and hardly more says what is bought. */
function isPlainThing({ reading }: Context): boolean {
  return reading !== undefined && reading.weighty <= 4 && !ASKING.some((id) => reading.signals.has(id));
}

/** Nothing else was asked either: the question stays, and is never answered with a refusal. */
function isLost({ reading, intent }: Context): boolean {
  if (!reading || ['outside', 'complaint', 'help', 'tip', 'correction'].some((id) => reading.signals.has(id)))
    return false;
  return (intent === 'out-of-scope' || intent === 'help') && reading.weighty <= LONGEST_ANSWER;
}

function unreadOf(open: FactId, { texts }: Context): string {
  const { unreadable } = texts.check;
  return open === 'amount' || open === 'occurrences' || open === 'supplier' ? unreadable[open] : unreadable.choice;
}

/** What nobody says but about a purchase that was checked. */
const ABOUT_CHECK: ReadonlySet<FactId> = new Set([
  'contract',
  'vat',
  'occurrences',
  'related',
  'sensitive',
  'conflictOfInterest',
]);

/** "Nee, het is 12.000": a bare number corrects the amount that was said. */
function corrected(check: CheckSoFar, context: Context): { given: Given } | undefined {
  const { reading } = context;
  const known = check.given.some(({ fact, value }) => fact === 'amount' && value !== null);
  if (!reading || !known || !reading.rivals || reading.things.length > 0 || check.at === 'aside') return undefined;
  const answer = fieldAnswer('amount', reading.text, context);
  return 'given' in answer ? answer : undefined;
}

/** A few words that can answer this question: any text could be a supplier's name. */
function isShortAnswer(open: FactId, { reading, library }: Context): boolean {
  if (open !== 'supplier' || !reading) return true;
  if (library.knowledge.suppliers.has(reading.slots.supplier ?? '')) return true;
  const { people, perPerson, amount, date } = reading.slots;
  const sought = [people, perPerson, amount, date].some((slot) => slot !== undefined);
  return !sought && reading.weighty <= 5 && !SEEKING.some((id) => reading.signals.has(id));
}

const SEEKING = ['looking-for', 'permission', 'route', 'greeting', 'thanks', 'outside', 'complaint'];

/** "Dienst" and "spullen" are answers, not corrections of what follows from the thing that is bought. */
function isVague(value: Given[number]['value'], { progress }: Context): boolean {
  return (value === 'goods' || value === 'service') && progress.check?.thing !== undefined;
}

type Step = Extract<Action, { do: 'check' }>['step'];
type Control = 'unsure' | Step;

const CONTROLS: readonly (readonly [string, Control])[] = [
  ['unsure', 'unsure'],
  ['step-back', 'back'],
  ['begin-again', 'again'],
  ['leave', 'stop'],
];
/** What can be typed below an outcome. */
const AFTERWARDS: readonly (readonly [string, Control])[] = [
  ['keep-it', 'keep'],
  ['change-it', 'change'],
];

/** "Terug", "opnieuw", "stop" and "weet ik niet", said by themselves. */
function controlIn({ reading, progress }: Context): Control | undefined {
  if (!reading || reading.tokens.length > 6 || reading.things.length > 0) return undefined;
  if (heardFacts(reading.slots).length > 0) return undefined;
  const all = progress.check?.at === 'outcome' ? [...AFTERWARDS, ...CONTROLS] : CONTROLS;
  return all.find(([signal]) => reading.signals.has(signal))?.[1];
}

/** A question about another purchase than the one of the check. */
function startsAnew(before: CheckSoFar, context: Context): boolean {
  const { reading, intent, library } = context;
  if (reading?.signals.has('start-check') && reading.weighty <= 5) return true;
  if (!reading || !(isCase(context) || (intent === 'check' && isPurchase(context)))) return false;
  const bare = reading.things.length === 0 && amountOf(reading.slots) === undefined;
  if (before.at === 'aside' && !bare) return true;
  const category = library.lexicon.things.get(before.thing ?? '')?.category;
  const named = reading.slots.category;
  const whole = named !== undefined && amountOf(reading.slots) !== undefined;
  return (named !== undefined && category !== undefined && named !== category) || (before.at === 'outcome' && whole);
}

/** A new check, with what was said here and, about the same purchase, before. */
function begun(context: Context): CheckSoFar {
  const { progress, reading, library } = context;
  const earlier = progress.check === undefined ? earlierSlots(context) : {};
  const { amount: _doubtful, ...certain } = reading?.slots ?? {};
  // Two numbers that may both be the amount are none: it is asked.
  const slots: Slots = { ...earlier, ...(reading?.rivals ? certain : reading?.slots) };
  const named = slots.supplier ?? (reading && namedOutside(reading, library));
  const thing = thingOf(context) ?? (slots.category ? (progress.things[0]?.id ?? slots.category) : undefined);
  const kindSaid =
    thing !== undefined &&
    isVague(slots.kind ?? '', { ...context, progress: { ...progress, check: { ...emptyCheck(''), thing } } });
  const { kind: _kind, ...rest } = slots;
  const check = answered(
    emptyCheck(library.knowledge.check.version),
    heardFacts({ ...(kindSaid ? rest : slots), ...(named ? { supplier: named } : {}) }),
    false,
  );
  const { people, perPerson, amount } = slots;
  const supposed = reading?.signals.has('suppose-none') === true;
  const each = amount === undefined && people && perPerson ? { each: { people, euros: perPerson } } : {};
  const begins = supposed ? { ...answered(check, unknownContract, false), supposed } : check;
  return heard({ ...begins, ...(thing ? { thing } : {}), ...each }, context);
}

/** What a text says that the check asks, with a supplier that only the person knows. */
function saidIn({ reading, library, progress }: Context): Given {
  if (!reading) return [];
  const named = reading.slots.supplier === undefined ? namedOutside(reading, library) : undefined;
  const { amount: _doubtful, ...certain } = reading.slots;
  const { people, perPerson } = reading.slots;
  const each = people !== undefined || perPerson !== undefined ? headsOf(progress.slots) : {};
  return heardFacts({ ...each, ...(reading.rivals ? certain : reading.slots), ...(named ? { supplier: named } : {}) });
}

/** How many people, or how much for each, when the other half was said before. */
function headsOf({ people, perPerson }: Slots): Slots {
  return { ...(people === undefined ? {} : { people }), ...(perPerson === undefined ? {} : { perPerson }) };
}

function earlierSlots({ progress, reading }: Context): Slots {
  const { people, perPerson, amount, vat, vatRate, supplier, category } = progress.slots;
  const other = reading?.slots.category !== undefined && category !== undefined && reading.slots.category !== category;
  if (other) return {};
  const money = reading && amountOf(reading.slots) !== undefined ? {} : { people, perPerson, amount, vat, vatRate };
  const all = { ...money, supplier, category };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Slots;
}

/** The most precise thing that was named here. */
function thingOf({ reading, library }: Context): string | undefined {
  const [first] = reading?.things ?? [];
  if (!first || first.weight < 0.6) return reading?.slots.category;
  const precise = reading?.things.find(({ id, weight }) => {
    const node = library.lexicon.things.get(id);
    return node && node.id !== node.category && weight >= first.weight * 0.9;
  });
  return (precise ?? first).id;
}

/** What else a text says: the thing that is bought, an amount for each person, and the traps it points at. */
function heard(check: CheckSoFar, context: Context): CheckSoFar {
  const { reading, library } = context;
  if (!reading) return check;
  const traps = Object.keys(library.knowledge.check.signals).filter((id) => reading.signals.has(id));
  const thing = check.thing ?? thingOf(context);
  const { people, perPerson, amount } = { ...headsOf(context.progress.slots), ...reading.slots };
  const told = reading.slots.people !== undefined || reading.slots.perPerson !== undefined;
  const each = told && amount === undefined && people && perPerson ? { each: { people, euros: perPerson } } : {};
  return { ...check, ...each, ...(thing ? { thing } : {}), signals: [...new Set([...check.signals, ...traps])] };
}

/** With these answers; what was kept or shown before is of another case now. */
function answered(check: CheckSoFar, given: Given, asked: boolean): CheckSoFar {
  const { wants, each, ...rest } = check;
  const still = wants && !given.some(({ fact }) => fact === wants) ? { wants } : {};
  const same = each && !given.some(({ fact }) => fact === 'amount') ? { each } : {};
  const marked = given.map((one) => ({ ...one, asked }));
  return fresh({ ...rest, ...still, ...same, given: withGiven(check.given, marked) });
}

function fresh(check: CheckSoFar): CheckSoFar {
  const { kept: _kept, ...rest } = check;
  return rest;
}
