import { besidePeriod, timesAYear } from '../commission/period.ts';
import { yearsSaid } from '../commission/term-said.ts';
import type { Slots } from '../understand/slots.ts';

/** What a text says that a project costs in all. `open`: an amount for a part of the term, of which nobody knows the whole. */
export type AmountSaid = { kind: 'whole'; amount: number } | { kind: 'open' };

type Said = { slots: Pick<Slots, 'amount' | 'occurrences'>; text: string };

const IN_ALL = /\b(?:totaal|totale|hele looptijd|gehele looptijd|alles samen|in total|total|whole term|overall)\b/i;
const ENDS_IN_MONEY =
  /(?:\d|€|\b(?:eur|euros?|btw|vat|ex|excl|exclusief|incl|inclusief|k|mln|miljoen|million|duizend|thousand))[\s,.(]*$/i;
const BEGINS_WITH_MONEY = /^[\s,:)]*(?:(?:circa|ca\.?|ongeveer|about|around)\s*)?(?:€|eur|euro)?\s*\d/i;

/** "8.000 euro per maand, looptijd 4 jaar" is 384.000 euros in all; `beside`: where the term may be said as well. Undefined when no amount is said. */
export function amountSaid({ slots, text }: Said, beside = ''): AmountSaid | undefined {
  const said = slots.amount ?? tonsIn(text);
  if (said === undefined) return undefined;
  const times = timesAYear(text);
  const often = slots.occurrences ?? 1;
  if (times === undefined && often === 1) return { kind: 'whole', amount: said };
  if (!isPaidEach(text) && IN_ALL.test(text)) return { kind: 'whole', amount: said };
  const years = yearsSaid(text) ?? yearsSaid(beside);
  if (typeof times !== 'number' || years === undefined) return { kind: 'open' };
  // Over one year, or over the whole term.
  const sure = isPaidEach(text) && [1, times, times * years].includes(often);
  if (!sure) return { kind: 'open' };
  return { kind: 'whole', amount: Math.round(said * times * years * 100) / 100 };
}

/** The amount stands right beside the period: what returns is the payment, and not only the work. */
function isPaidEach(text: string): boolean {
  const sides = besidePeriod(text);
  return sides !== undefined && (ENDS_IN_MONEY.test(sides.before) || BEGINS_WITH_MONEY.test(sides.after));
}

const TONS =
  /(?:(?:budget|waarde|raming|geraamd|bedrag|kost|kosten|voor|circa|ongeveer)\s+(\d+(?:[.,]\d)?)\s*ton\b|\b(\d+(?:[.,]\d)?)\s*ton\s+(?:euro|ex|excl|exclusief|incl|inclusief|btw|budget)\b)/i;
const A_TON = 100_000;

/** "Budget 3 ton" is three hundred thousand euros; "3 ton puin" is not. */
function tonsIn(text: string): number | undefined {
  const [, before, after] = TONS.exec(text) ?? [];
  const said = before ?? after;
  return said === undefined ? undefined : Math.round(Number(said.replace(',', '.')) * A_TON);
}
