import type { Check } from './check.ts';
import type { Facts } from './facts.ts';

/** An amount or a rate by the days between which it holds, as drempels.yaml states it. */
export type Dated = {
  id: string;
  unit: 'euro' | 'percent';
  periods: { from: string; to: string | null; value: number }[];
};

/** The amounts of one day: euros in whole cents, rates in hundredths of a percent. */
export type Lines = { values: ReadonlyMap<string, number>; expired: boolean };

/** What the purchase comes to, in whole cents without btw. While something is not known it lies between `low` and `high`. */
export type Total = {
  low: number;
  /** Infinity where nothing bounds it. */
  high: number;
  /** The lowest it can be when the highest way of reading the btw is taken. */
  ways: { low: number; high: number };
  open: { amount: boolean; occurrences: boolean; related: boolean; btw?: 'vat' | 'vatRate' };
  /** What one occurrence comes to, by each way of reading the btw. */
  units: number[];
  related: number;
};

/** The amounts that hold on a day; the newest after their last period; undefined on a day before one begins. */
export function linesOn(ids: readonly string[], amounts: ReadonlyMap<string, Dated>, day: string): Lines | undefined {
  const values = new Map<string, number>();
  let expired = false;
  for (const id of ids) {
    const begun = amounts.get(id)?.periods.filter(({ from }) => from <= day) ?? [];
    const last = begun.at(-1);
    const holding = begun.find(({ to }) => to === null || day <= to) ?? last;
    if (!holding) return undefined;
    if (last?.to != null && last.to < day && amounts.get(id)?.periods.at(-1) === last) expired = true;
    values.set(id, Math.round(holding.value * 100));
  }
  return { values, expired };
}

/** Takes btw out of an amount in cents, rounded half up to the cent. The rate is in hundredths of a percent. */
export function withoutVat(cents: number, rate: number): number {
  const whole = 10_000n + BigInt(rate);
  return Number((2n * BigInt(cents) * 10_000n + whole) / (2n * whole));
}

/** The ways in which one occurrence can be read, in whole cents without btw: the way to go on with comes first. */
export function totalOf(facts: Facts, { total }: Pick<Check, 'total'>, lines: Lines): Total {
  const { amount, occurrences = 1, related = 0 } = facts;
  const { units, btw } = amount == null ? { units: [1] } : unitsOf(Math.round(amount * 100), facts, total, lines);
  const rest = related === null ? 0 : Math.round(related * 100);
  const times = occurrences ?? 1;
  const bounded = amount != null && occurrences !== null && related !== null;
  const least = Math.min(...units) * times + rest;
  const most = Math.max(...units) * times + rest;
  return {
    low: least,
    high: bounded ? most : Number.POSITIVE_INFINITY,
    ways: { low: least, high: most },
    open: {
      amount: amount == null,
      occurrences: occurrences === null,
      related: related === null,
      ...(btw ? { btw } : {}),
    },
    units,
    related: rest,
  };
}

function unitsOf(
  cents: number,
  { vat, vatRate }: Facts,
  { rates, unknownVat, unknownRate }: Check['total'],
  { values }: Lines,
): { units: number[]; btw?: 'vat' | 'vatRate' } {
  const rate = (id: string) => values.get(id) ?? 0;
  if (vat === 'excluded') return { units: [cents] };
  if (vat === 'included' && vatRate != null) return { units: [withoutVat(cents, Math.round(vatRate * 100))] };
  if (vat === 'included') {
    // Not said is one of the usual rates; somebody who does not know may mean any of them.
    const possible = vatRate === null ? rates : unknownRate;
    return { units: possible.map((id) => withoutVat(cents, rate(id))), btw: 'vatRate' };
  }
  return { units: [cents, withoutVat(cents, rate(unknownVat))], btw: 'vat' };
}

/** True when the ways of reading the btw can end on both sides of a line, whatever else is not known. */
export function btwMatters({ open, units, related, ways }: Total, line: number): boolean {
  if (!open.btw || open.amount) return false;
  const low = Math.min(...units);
  const high = Math.max(...units);
  if (high === low) return false;
  if (open.related) return ways.low <= line;
  if (!open.occurrences) return ways.low <= line && line < ways.high;
  return Math.floor((line - related) / low) > Math.floor((line - related) / high);
}
