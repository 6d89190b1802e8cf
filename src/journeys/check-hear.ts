import type { Action } from '../action.ts';
import type { CheckSoFar } from '../check-so-far.ts';
import type { FactId } from '../rules/check.ts';
import { ASKING, ordersSearch } from './asking.ts';
import { chosenIn, fieldAnswer, outsideSupplier, usable } from './check-answer.ts';
import { headsOf } from './check-begin.ts';
import { type Given, heardFacts, isLong } from './check-facts.ts';
import { amountBeside, answerWithAmount, optionOf } from './check-passing.ts';
import { isVague, openQuestion } from './check-state.ts';
import type { Context } from './journey.ts';

/** Nor do these answer a question of the check. */
const NO_ANSWER = [...ASKING, 'contact-of', 'where-are', 'exists', 'tip', 'correction', 'post', 'accepting'];

/** A longer text says more than an answer. */
const LONGEST_ANSWER = 7;

/** What a text answers: the open question, or any other by its own words. Undefined when it is about something else. */
export function answers(check: CheckSoFar, context: Context): { given: Given } | { error: string } | undefined {
  const { reading, intent, texts } = context;
  if (!reading) return undefined;
  const instead = reading.weighty <= 3 && reading.slots.amount === undefined ? corrected(check, context) : undefined;
  if (instead && check.at === 'outcome') return instead;
  const wonders = reading.text.trim().endsWith('?') && !(check.at === 'outcome' && reading.weighty <= 5);
  const asks = NO_ANSWER.some((id) => reading.signals.has(id)) || wonders || ordersSearch(reading.text);
  if (asks && intent !== 'check') return undefined;
  const said = saidIn(context).filter(({ fact, value }) => !(fact === 'kind' && isVague(value, context)));
  const open = check.at === 'question' ? openQuestion(check, context) : undefined;
  const short = reading.weighty <= LONGEST_ANSWER;
  if (open && short && !asks && isShortAnswer(open, context)) {
    const both = answerWithAmount(open, context);
    if (both) return { given: both };
    const own = said.find(({ fact }) => fact === open);
    const answer = fieldAnswer(open, reading.text, context);
    const differs =
      'given' in answer && own && answer.given.some(({ fact, value }) => fact === open && value !== own.value);
    const unclear = chosenIn(open, reading.text, context) === 'unclear';
    if (differs || (unclear && own && !repriced(open, said))) return { error: texts.check.unreadable.choice };
    if ('given' in answer)
      return { given: [...said.filter(({ fact }) => !answer.given.some((one) => one.fact === fact)), ...answer.given] };
    const tried = /\d/.test(reading.text) || unclear || (open === 'occurrences' && reading.endless);
    if (reading.doubt || (tried && said.length === 0))
      return corrected(check, context) ?? amountBeside(check, context) ?? { error: answer.error };
    const other = said.length === 0 ? optionOf(open, context) : undefined;
    if (other) return { given: other };
  }
  if (reading.doubt && said.length === 0) return { error: texts.amountDoubt(reading.doubt) };
  if (said.length === 0) return short && !asks ? (corrected(check, context) ?? aboutVat(check, context)) : undefined;
  const changes = short && !asks && said.some(({ fact }) => CHANGING.has(fact));
  if (
    check.at !== 'question' &&
    ((reading.things.length > 0 && !(check.at === 'outcome' && changes)) ||
      (check.at === 'aside' && intent !== 'check' && !said.some(({ fact }) => ABOUT_CHECK.has(fact))))
  )
    return undefined;
  return short || intent === 'check' || (open && !asks && tellsTheCase(said, context)) ? { given: said } : undefined;
}

/** A longer text that says several things of the purchase tells of it, whatever else it sounds like. */
function tellsTheCase(said: Given, { reading }: Context): boolean {
  return said.length >= 2 && (reading?.weighty ?? 0) <= LONGEST_TELLING;
}
const LONGEST_TELLING = 20;

/** "1200 ex" below the question about the btw: another amount, with its btw. */
function repriced(open: FactId, said: Given): boolean {
  return (open === 'vat' || open === 'vatRate') && said.some(({ fact }) => fact === 'amount');
}

/** A thing and hardly more says what is bought. */
export function isPlainThing({ reading }: Context): boolean {
  if (reading === undefined || ordersSearch(reading.text)) return false;
  return reading.weighty <= 4 && !NO_ANSWER.some((id) => reading.signals.has(id));
}

/** Nothing else was asked either: the question stays, and is never answered with a refusal. */
export function isLost({ reading, intent }: Context): boolean {
  if (!reading || ['outside', 'complaint', 'help', 'tip', 'correction'].some((id) => reading.signals.has(id)))
    return false;
  return (intent === 'out-of-scope' || intent === 'help') && reading.weighty <= LONGEST_ANSWER;
}

/** "Het is een dienst" where the kind follows from the thing that is bought: it stays, and that is said. */
export function saysVagueKind(context: Context): boolean {
  const { reading } = context;
  if (!reading || reading.weighty > 3 || NO_ANSWER.some((id) => reading.signals.has(id))) return false;
  const said = saidIn(context);
  return said.length > 0 && said.every(({ fact, value }) => fact === 'kind' && isVague(value, context));
}

export function unreadOf(open: FactId, { texts }: Context): string {
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

/** Another supplier or another kind of purchase below an outcome is another case. */
const CHANGING: ReadonlySet<FactId> = new Set([...ABOUT_CHECK, 'supplier', 'kind']);

/** "Ex", said later on, is about the amount that was said before. */
function aboutVat(check: CheckSoFar, context: Context): { given: Given } | undefined {
  const amount = check.given.some(({ fact, value }) => fact === 'amount' && value !== null);
  if (!amount || !context.reading || check.at === 'aside') return undefined;
  const answer = fieldAnswer('vat', context.reading.text, context);
  return 'given' in answer ? answer : undefined;
}

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

/** What a text says that the check asks, with a supplier that only the person knows. */
function saidIn(context: Context): Given {
  const { reading, progress } = context;
  if (!reading) return [];
  const named = reading.slots.supplier === undefined ? outsideSupplier(context) : undefined;
  const { amount: _doubtful, ...certain } = reading.slots;
  const { people, perPerson } = reading.slots;
  const each = people !== undefined || perPerson !== undefined ? headsOf(progress.slots) : {};
  const slots = { ...each, ...(reading.rivals ? certain : reading.slots), ...(named ? { supplier: named } : {}) };
  const short = reading.endless && isLong(progress.check?.given ?? []);
  return usable(heardFacts(slots), context).filter(({ fact }) => !(short && fact === 'occurrences'));
}

export type Step = Extract<Action, { do: 'check' }>['step'];

type Control = 'unsure' | 'go-on' | Step;

const CONTROLS: readonly (readonly [string, Control])[] = [
  ['unsure', 'unsure'],
  ['step-back', 'back'],
  ['begin-again', 'again'],
  ['leave', 'stop'],
];

/** What can be typed while a question is open. */
const MEANWHILE: readonly (readonly [string, Control])[] = [['go-on', 'go-on']];

/** What can be typed below an outcome. */
const AFTERWARDS: readonly (readonly [string, Control])[] = [
  ['keep-it', 'keep'],
  ['change-it', 'change'],
];

/** "Terug", "opnieuw", "stop" and "weet ik niet", said by themselves. */
export function controlIn({ reading, progress }: Context): Control | undefined {
  if (!reading || reading.tokens.length > 6 || reading.things.length > 0) return undefined;
  if (heardFacts(reading.slots).length > 0) return undefined;
  const { at } = progress.check ?? {};
  const all = [...(at === 'outcome' ? AFTERWARDS : []), ...CONTROLS, ...(at === 'question' ? MEANWHILE : [])];
  return all.find(([signal]) => reading.signals.has(signal))?.[1];
}
