import type { CheckSoFar } from '../check-so-far.ts';
import { amountOn } from '../knowledge/amounts.ts';
import type { Slots } from '../understand/slots.ts';
import { ASKING } from './asking.ts';
import { outsideSupplier, usable } from './check-answer.ts';
import { amountOf, BOUGHT_BEFORE, heardFacts } from './check-facts.ts';
import { answered, emptyCheck, isVague, unknownContract } from './check-state.ts';
import type { Context } from './journey.ts';

/** Somebody asks for the check itself. */
export function asksCheck({ reading }: Context): boolean {
  if (!reading) return false;
  const { signals, weighty, tokens } = reading;
  return (signals.has('start-check') && weighty <= 5) || (signals.has('only-check') && tokens.length <= 2);
}

/** Somebody lays out a whole case, in whatever words they ask about it. */
export function isCase({ reading, intent, progress }: Context): boolean {
  if (!reading || intent === 'commission' || intent === 'post-request') return false;
  const { amount, contract, conflictOfInterest } = reading.slots;
  const goesOn = progress.subject === 'article' && reading.things.length === 0;
  const settled = contract !== undefined || conflictOfInterest !== undefined || goesOn;
  return amount !== undefined && settled && heardFacts(reading.slots).length >= 3;
}

/** Somebody asks about a purchase of their own, and not only what the rule is. */
export function isPurchase(context: Context): boolean {
  const { reading, progress } = context;
  if (!reading) return false;
  const { slots, things, signals } = reading;
  if (slots.related && slots.amount !== undefined) return true;
  const shown = progress.subject === 'suppliers' || progress.subject === 'supplier';
  if (shown && reading.weighty <= 4 && signals.has('permission')) return true;
  const bought = slots.supplier !== undefined || things.some(({ weight }) => weight >= 0.8);
  if (signals.has('contract-question')) return bought && slots.amount !== undefined;
  if (slots.kind === 'hiring' || slots.kind === 'subsidy') return true;
  const { amount, vat, supplier } = slots;
  const priced = amount === undefined ? vat !== undefined || supplier !== undefined : !isLine(amount, context);
  if (signals.has('splitting')) return bought && priced;
  return bought;
}

/** "Onder de 10.000 euro blijven" names the line, and not what the purchase costs. */
function isLine(euros: number, { library, today }: Context): boolean {
  const { amounts, check } = library.knowledge;
  const line = amounts.get(check.repeat.passes);
  return line !== undefined && amountOn(line, today) === euros;
}

/** "Can I buy direct?", asked once more of the purchase that the check is about. */
export function asksAgain({ reading, progress }: Context): boolean {
  if (!reading || !progress.check || reading.things.length > 0 || reading.weighty > 4) return false;
  if (progress.check.at === 'aside' && progress.subject !== 'article') return false;
  const { signals, slots } = reading;
  const other = ASKING.some((id) => signals.has(id)) || heardFacts(slots).length > 0;
  return signals.has('permission') && !other && ['route', 'can-buy', 'looking-for'].some((id) => signals.has(id));
}

/** A question about another purchase than the one of the check. */
export function startsAnew(before: CheckSoFar, context: Context): boolean {
  const { reading, intent, library } = context;
  if (asksCheck(context)) return true;
  if (!reading || !(isCase(context) || (intent === 'check' && isPurchase(context)))) return false;
  const bare = reading.things.length === 0 && amountOf(reading.slots) === undefined;
  if (before.at === 'aside' && !bare) return true;
  const category = library.lexicon.things.get(before.thing ?? '')?.category;
  const named = reading.slots.category;
  const whole = named !== undefined && amountOf(reading.slots) !== undefined;
  return (named !== undefined && category !== undefined && named !== category) || (before.at === 'outcome' && whole);
}

/** A new check, with what was said here and, about the same purchase, before. */
export function begun(context: Context): CheckSoFar {
  const { progress, reading, library } = context;
  const earlier = progress.check === undefined ? earlierSlots(context) : {};
  const { amount: _doubtful, ...certain } = reading?.slots ?? {};
  // Two numbers that may both be the amount are none: it is asked.
  const slots: Slots = { ...earlier, ...(reading?.rivals ? certain : reading?.slots) };
  const named = slots.supplier ?? pickedSupplier(context) ?? outsideSupplier(context);
  const thing = thingOf(context) ?? (slots.category ? (progress.things[0]?.id ?? slots.category) : undefined);
  const kindSaid =
    thing !== undefined &&
    isVague(slots.kind ?? '', { ...context, progress: { ...progress, check: { ...emptyCheck(''), thing } } });
  const { kind: _kind, ...rest } = slots;
  const check = answered(
    emptyCheck(library.knowledge.check.version),
    usable(heardFacts({ ...(kindSaid ? rest : slots), ...(named ? { supplier: named } : {}) }), context),
    false,
  );
  const { people, perPerson, amount } = slots;
  const supposed = reading?.signals.has('suppose-none') === true;
  const each = amount === undefined && people && perPerson ? { each: { people, euros: perPerson } } : {};
  const begins = supposed ? { ...answered(check, unknownContract, false), supposed } : check;
  return heard({ ...begins, ...(thing ? { thing } : {}), ...each }, context);
}

/** "Can I order from the first one?" below a list of suppliers. */
function pickedSupplier({ reading, progress }: Context): string | undefined {
  if (progress.subject !== 'suppliers' || !reading) return undefined;
  const picked = ['first', 'second', 'third'].findIndex((id) => reading.signals.has(id));
  return progress.shown[picked];
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
export function heard(check: CheckSoFar, context: Context): CheckSoFar {
  const { reading, library } = context;
  if (!reading) return check;
  const traps = Object.keys(library.knowledge.check.signals).filter((id) => reading.signals.has(id));
  const thing = check.thing ?? thingOf(context);
  const { people, perPerson, amount } = { ...headsOf(context.progress.slots), ...reading.slots };
  const told = reading.slots.people !== undefined || reading.slots.perPerson !== undefined;
  const each = told && amount === undefined && people && perPerson ? { each: { people, euros: perPerson } } : {};
  const before = reading.boughtBefore ? [BOUGHT_BEFORE] : [];
  const signals = [...new Set([...check.signals, ...traps, ...before])];
  return { ...check, ...each, ...(thing ? { thing } : {}), signals };
}

/** How many people, or how much for each, when the other half was said before. */
export function headsOf({ people, perPerson }: Slots): Slots {
  return { ...(people === undefined ? {} : { people }), ...(perPerson === undefined ? {} : { perPerson }) };
}
