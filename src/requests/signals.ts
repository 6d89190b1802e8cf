import { type NeedSoFar, type PurchaseRequest, wordsOf } from './request.ts';
import { teamKey } from './team.ts';

/** Something that is asked, or is about to be: of whom, when, and by its number once it has one. */
export type Wanted = { id?: string; on: string; need: NeedSoFar; person: string };

/** What the signals are measured by. */
export type Measure = {
  /** Euros without btw; above it another way of buying holds. Undefined where it is not known. */
  line: number | undefined;
  /** The btw rates, in percent, that an amount may hold. */
  rates: readonly number[];
  categoryOf: (thing: string) => string | undefined;
};

/** Euros without btw; two ends where it was not said how much btw is in it. */
export type Sum = { low: number; high: number };

/** Something that a person should look at. It decides nothing. */
export type Signal =
  /** The same was asked by the same team a few days ago. */
  | { kind: 'double'; others: PurchaseRequest[] }
  /** Together with what the same team asked before this passes the line, by one reading of the btw at least. */
  | { kind: 'adds-up'; others: PurchaseRequest[]; sum: Sum; line: number }
  /** Another team needs the like at about the same time. `line`: together they may pass it. */
  | { kind: 'bundle'; others: PurchaseRequest[]; sum: Sum | undefined; line: number | undefined };

const DAYS_FOR_DOUBLE = 14;
const MONTHS_ADDED_UP = 12;
const DAYS_TO_BUNDLE = 30;

/** What stands out when something that is wanted is laid beside all requests that may have to do with it. */
export function signalsOf(wanted: Wanted, all: readonly PurchaseRequest[], measure: Measure): Signal[] {
  const others = all.filter(({ id, status }) => id !== wanted.id && status !== 'withdrawn');
  const before = others.filter(
    (other) => other.on <= wanted.on && isSameTeam(wanted, other) && isSameNeed(wanted.need, other.need),
  );
  const double = before.filter(({ on }) => on >= daysBefore(wanted.on, DAYS_FOR_DOUBLE));
  return [
    ...(double.length > 0 ? [{ kind: 'double' as const, others: double }] : []),
    ...addsUp(wanted, before, measure),
    ...bundle(wanted, others, measure),
  ];
}

function addsUp({ on, need }: Wanted, before: readonly PurchaseRequest[], { line, rates }: Measure): Signal[] {
  const others = before.filter((other) => other.on >= monthsBefore(on, MONTHS_ADDED_UP) && spentOn(other));
  const [own, earlier] = [sumOf([need], rates), sumOf(others.map(spentOn), rates)];
  if (line === undefined || !earlier) return [];
  // What passes the line by itself needs no other to pass it.
  if (own && own.low > line) return [];
  const sum = { low: cents(earlier.low + (own?.low ?? 0)), high: cents(earlier.high + (own?.high ?? 0)) };
  return sum.high > line ? [{ kind: 'adds-up', others, sum, line }] : [];
}

function bundle(wanted: Wanted, all: readonly PurchaseRequest[], { line, rates, categoryOf }: Measure): Signal[] {
  const { need } = wanted;
  const category = categoryOf(need.thing ?? '');
  const others = all.filter(
    (other) =>
      (other.status === 'open' || other.status === 'claimed') &&
      !isSameTeam(wanted, other) &&
      (isSameNeed(need, other.need) || (category !== undefined && category === categoryOf(other.need.thing ?? ''))) &&
      isNear(need.wantedBy, other.need.wantedBy),
  );
  if (others.length === 0) return [];
  const sum = sumOf([need, ...others.map((other) => other.need)], rates);
  const passes = line !== undefined && sum !== undefined && sum.high > line;
  return [{ kind: 'bundle', others, sum, line: passes ? line : undefined }];
}

type Priced = Pick<NeedSoFar, 'amount' | 'vat'> | undefined;

/** What a request came to where it is done, else what was thought of. */
function spentOn({ need, bought }: PurchaseRequest): Priced {
  return bought ?? (need.amount === undefined ? undefined : need);
}

/** All amounts that are known, without btw; undefined when none is. */
function sumOf(all: readonly Priced[], rates: readonly number[]): Sum | undefined {
  const known = all.flatMap((one) => (one?.amount === undefined ? [] : [withoutBtw(one.amount, one.vat, rates)]));
  if (known.length === 0) return undefined;
  const total = (end: keyof Sum) => cents(known.reduce((sum, one) => sum + one[end], 0));
  return { low: total('low'), high: total('high') };
}

function withoutBtw(amount: number, vat: NeedSoFar['vat'], rates: readonly number[]): Sum {
  if (vat === 'excluded') return { low: amount, high: amount };
  const ways = rates.map((rate) => cents(amount / (1 + rate / 100)));
  return { low: Math.min(amount, ...ways), high: vat === undefined ? amount : Math.max(...ways) };
}

/** A team is known by its name; where one has none, the person counts. */
function isSameTeam({ need, person }: Wanted, other: PurchaseRequest): boolean {
  if (need.team === undefined || other.need.team === undefined) return person === other.requester.id;
  return teamKey(need.team) === teamKey(other.need.team);
}

function isSameNeed(one: NeedSoFar, other: NeedSoFar): boolean {
  if (one.thing !== undefined || other.thing !== undefined) return one.thing === other.thing;
  return one.what !== undefined && wordsOf(one.what) === wordsOf(other.what ?? '');
}

function isNear(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return daysBefore(one, DAYS_TO_BUNDLE) <= other && daysBefore(other, DAYS_TO_BUNDLE) <= one;
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

function cents(euros: number): number {
  return Math.round(euros * 100) / 100;
}
