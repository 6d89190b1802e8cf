import { z } from 'zod';

const Moment = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** A project that a commissioner asks advice on: what they said, and nothing of what follows from it. */
export const CommissionSoFar = z.strictObject({
  /** The project in their own words. */
  text: z.string().max(1000),
  /** The subject they chose themselves, where their words did not tell it. */
  subject: z.string().optional(),
  /** The kind of purchase, where they said it themselves. */
  purchase: z.enum(['goods', 'service', 'social-service', 'works']).optional(),
  amount: z.number().positive().optional(),
  vat: z.enum(['included', 'excluded']).optional(),
  /** When it begins, as far as it is known: 2027, 2027-03 or 2027-03-01. */
  start: Moment.optional(),
  area: z.string().optional(),
  /** The level they chose; 0 is none. */
  level: z.int().min(0).max(3).optional(),
  /** Why they chose lower than was advised. */
  reason: z.string().max(1000).optional(),
  /** The number under which that was kept. */
  kept: z.string().optional(),
  /** What was said last: the form, the advice, the question why, or something else. */
  at: z.enum(['form', 'advice', 'reason', 'aside']),
});
export type CommissionSoFar = z.infer<typeof CommissionSoFar>;
