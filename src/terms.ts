import type { Kind } from './ports.ts';

/** Days after which a kind of thing is forgotten, counted from the day it last changed; null: a number is never given twice. */
export const TERMS = {
  progress: 30,
  notes: 365,
  receipts: 7 * 365,
  confirmations: 2 * 365,
  requests: 7 * 365,
  experiences: 2 * 365,
  questions: 365,
  departures: 7 * 365,
  calendars: 400,
  reminders: 400,
  desks: null,
  reach: 365,
  subscribers: 365,
  cards: 2 * 365,
  counters: null,
} as const satisfies Record<Kind, number | null>;

/** Days for which a turn is known, so that it is not taken for a new one; what was said in it is gone once it is answered. */
export const TURNS_KEPT = 30;

export const KINDS = Object.keys(TERMS) as Kind[];

/** The last day on which something is kept that last changed on this day, as an ISO date. */
export function keptUntil(on: string, days: number): string {
  return oldestKept(on, -days);
}

/** The first day that is within the term on this day, as an ISO date. */
export function oldestKept(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
