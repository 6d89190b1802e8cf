import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fold } from '../understand/fold.ts';
import type { Department } from './department.ts';
import type { Scanned } from './scan.ts';
import { quarterOf } from './when.ts';

const LONGEST_WHAT = 80;

/** What is remembered of one line of a calendar: enough to see later what changed, and nobody's name. */
export const KeptLine = z.strictObject({
  what: z.string().max(LONGEST_WHAT),
  /** Tells lines with the same words apart; too short to find an owner by. */
  sign: z.string().max(2),
  subject: z.string(),
  chance: z.enum(['high', 'some', 'none', 'unclear']),
  value: z.number().optional(),
  quarter: z.string().optional(),
});
export type KeptLine = z.infer<typeof KeptLine>;

const Remembered = z.strictObject({ on: z.iso.date(), lines: z.array(KeptLine) });
export type Remembered = z.infer<typeof Remembered>;

/** The last calendar of a department; `before`: the one of an earlier day, with which a mended one of the same day is compared. */
export const KeptCalendar = Remembered.extend({
  id: z.string().min(1),
  department: z.string(),
  before: Remembered.optional(),
});
export type KeptCalendar = z.infer<typeof KeptCalendar>;

export function keptLine({ description, owner, advice, project: { amount, start } }: Scanned): KeptLine {
  const { about, chance } = advice;
  return {
    what: withoutAddresses(description).slice(0, LONGEST_WHAT).toWellFormed(),
    sign: createHash('sha256').update(fold(owner)).digest('hex').slice(0, 2),
    subject: about.kind === 'subject' ? about.subject.id : 'none',
    chance,
    ...(amount === undefined ? {} : { value: amount }),
    ...(start === undefined ? {} : { quarter: quarterOf(start) }),
  };
}

/** Addresses and numbers by which somebody could be found stay out of what is kept. */
function withoutAddresses(text: string): string {
  return text.replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '…').replace(/\+?\d[\d\s-]{7,}\d/g, '…');
}

/** With what a calendar that comes today is compared: the last one, but not an earlier try of the same day. */
export function comparedWith(kept: KeptCalendar | undefined, today: string): Remembered | undefined {
  return kept?.on === today ? (kept.before ?? kept) : kept;
}

export function remember({ id, name, lines }: Department, kept: KeptCalendar | undefined, today: string): KeptCalendar {
  const before = kept?.on === today ? kept.before : kept && { on: kept.on, lines: kept.lines };
  return { id, department: name, on: today, lines: lines.map(keptLine), ...(before ? { before } : {}) };
}
