import type { RequestSoFar } from '../request-so-far.ts';
import type { CheckDone, NeedSoFar } from '../requests/request.ts';
import { match } from '../suppliers/match.ts';
import type { Turn } from '../turn.ts';
import { partOfMonth } from '../understand/part-of-month.ts';
import type { Slots } from '../understand/slots.ts';
import { knownOf } from './check-facts.ts';
import type { Context, Reader } from './journey.ts';
import { beginsAnother, whatOf } from './request-what.ts';

const SUGGESTED = 3;

/** What a text says of a purchase, as much of it as a request holds. What could mean two things is not taken. */
export function heardNeed(context: Pick<Context, 'reading' | 'library' | 'today'>): NeedSoFar {
  const { reading, today } = context;
  if (!reading) return {};
  const { amount: _either, ...certain } = reading.slots;
  const team = TEAM.exec(reading.text)?.[1];
  const need = needOf(reading.rivals ? certain : reading.slots, reading.things[0]?.id, context);
  const day = reading.slots.date === undefined ? partOfMonth(reading.text, today)?.day : undefined;
  return { ...need, ...(day && day >= today ? { wantedBy: day } : {}), ...(team ? { team } : {}) };
}

export function needOf(
  slots: Slots,
  thing: string | undefined,
  { library, today }: Pick<Reader, 'library' | 'today'>,
): NeedSoFar {
  const { people, pieces, perPerson, amount, vat, date, area, diet, theme, supplier } = slots;
  const total = amount ?? (people && perPerson ? Math.round(people * perPerson * 100) / 100 : undefined);
  const place = area && library.knowledge.words.areas.find(({ id }) => id === area)?.label;
  return clean({
    thing: thing ?? slots.category,
    people,
    pieces,
    amount: total,
    vat,
    wantedBy: date && date >= today ? date : undefined,
    place,
    diet,
    theme,
    supplier,
  });
}

/** "Voor team Jeugd", "afdeling Wijken". */
const TEAM = /(?<!\p{L})((?:team|afdeling|department)\s+(?!van\b|of\b|uitje|dag)[\p{L}][\p{L}&-]{2,40})/iu;

/** A new request, with what was said here and, about the same purchase, before. */
export function begunRequest(turn: Turn, context: Context): RequestSoFar {
  const { progress, reading } = context;
  const what = reading && whatOf(context);
  const { thing, ...heard } = heardNeed(context);
  const before = what === undefined ? 'same' : besideEarlier(context);
  const earlier = before === 'other' ? {} : needOf(progress.slots, progress.things[0]?.id, context);
  const { amount: _amount, vat: _vat, supplier: _supplier, ...loose } = earlier;
  const { team } = context.people.find(turn.from) ?? {};
  const need = clean({
    team,
    ...(before === 'same' ? earlier : loose),
    ...heard,
    ...(what !== undefined && thing !== undefined ? { thing } : {}),
    what: what ?? earlierWhat(context),
  });
  const check = before === 'same' ? checkBefore(need.thing, context) : undefined;
  return { need, suggested: suggestedFor(need, context), at: 'open', ...(check ? { check } : {}) };
}

/**
 * Whether a request that says what it is for is about what was spoken of before. Below talk of no thing at all it may be:
 * for how many then still counts, and an amount or a supplier does not.
 */
function besideEarlier(context: Context): 'same' | 'perhaps' | 'other' {
  const { progress, reading } = context;
  const earlier = progress.slots.category;
  const category = reading?.slots.category;
  const own = (reading?.things.length ?? 0) > 0 || beginsAnother(context);
  if (!own) return category === undefined || earlier === undefined || category === earlier ? 'same' : 'other';
  if (earlier === undefined) return 'perhaps';
  return category === earlier ? 'same' : 'other';
}

/** The same request with what was said now. */
export function withNeed(request: RequestSoFar, more: NeedSoFar, context: Context): RequestSoFar {
  const need = clean({ ...request.need, ...more });
  return { ...request, need, suggested: suggestedFor(need, context), at: 'open' };
}

function earlierWhat({ progress, library, language }: Context): string | undefined {
  const thing = progress.things[0]?.id ?? progress.slots.category ?? progress.check?.thing;
  return thing && library.lexicon.things.get(thing)?.label[language];
}

/** The check that this person has finished about this very thing, or another of its category. */
export function checkFor(thing: string | undefined, context: Context): CheckDone | undefined {
  const { progress, library } = context;
  const kind = (id: string | undefined) => (id && library.lexicon.things.get(id)?.category) ?? id;
  return thing !== undefined && kind(thing) === kind(progress.check?.thing) ? checkOf(context) : undefined;
}

/** The check that this person has finished, unless it was about another thing than this. */
function checkBefore(thing: string | undefined, context: Context): CheckDone | undefined {
  const checked = context.progress.check?.thing;
  return thing === undefined || checked === undefined ? checkOf(context) : checkFor(thing, context);
}

/** The check that this person has finished about the same purchase. */
function checkOf(context: Context): CheckDone | undefined {
  const { check } = context.progress;
  if (!check || check.at === 'question') return undefined;
  const { outcome, missing } = context.decide(knownOf(check, context).facts);
  if (missing.length > 0) return undefined;
  return { outcome, on: context.today, ...(check.kept ? { number: check.kept } : {}) };
}

/** Suppliers that fit, by the same rules as an answer; the one that was asked for is not among them. */
function suggestedFor({ thing, people, supplier }: NeedSoFar, { library, today }: Context): string[] {
  if (!thing) return [];
  const found = match(
    { things: [{ id: thing, weight: 1 }], words: [], day: today, ...(people ? { people } : {}) },
    library.suppliers,
  );
  return found.best
    .map(({ supplier: one }) => one.id)
    .filter((id) => id !== supplier)
    .slice(0, SUGGESTED);
}

/** What the buyers would like to know and was not said. */
export function missingOf({ people, pieces, amount, wantedBy }: NeedSoFar): ('howMany' | 'amount' | 'wantedBy')[] {
  return [
    ...(people === undefined && pieces === undefined ? (['howMany'] as const) : []),
    ...(wantedBy === undefined ? (['wantedBy'] as const) : []),
    ...(amount === undefined ? (['amount'] as const) : []),
  ];
}

function clean(said: NeedSoFar): NeedSoFar {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as NeedSoFar;
}
