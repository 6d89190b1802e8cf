import { z } from 'zod';

/** A level below the advised one, with the reason: kept, because sustainable buying is the norm and this departs from it. */
export const Departure = z.strictObject({
  id: z.string().min(1),
  owner: z.string().min(1),
  on: z.iso.date(),
  project: z.string(),
  subject: z.string(),
  amount: z.number().positive().nullable(),
  start: z.string().nullable(),
  advised: z.int().min(1).max(3),
  chosen: z.int().min(0).max(3),
  reason: z.string().min(1),
});
export type Departure = z.infer<typeof Departure>;
