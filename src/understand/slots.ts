import { z } from 'zod';

/** What was read from a text. A slot that was not said, or could mean two things, is absent; never a guess. */
export const Slots = z.strictObject({
  category: z.string().optional(),
  /** Whole number of people to be served or given to. */
  people: z.int().positive().optional(),
  /** Euros as typed, for the whole purchase. */
  amount: z.number().positive().optional(),
  /** Euros a person. */
  perPerson: z.number().positive().optional(),
  vat: z.enum(['included', 'excluded']).optional(),
  /** In percent. */
  vatRate: z.number().nonnegative().optional(),
  occurrences: z.int().positive().optional(),
  /** The day wanted, as an ISO date. */
  date: z.iso.date().optional(),
  area: z.string().optional(),
  supplier: z.string().optional(),
  diet: z.array(z.string()).optional(),
  theme: z.string().optional(),
  /** Whole number of things: not people. */
  pieces: z.int().positive().optional(),
  /** What the check asks, where somebody said it by themselves: values as in the check. */
  kind: z.string().optional(),
  contract: z.string().optional(),
  /** Euros without btw, bought or planned already. */
  related: z.number().nonnegative().optional(),
  sensitive: z.array(z.string()).optional(),
  conflictOfInterest: z.string().optional(),
});
export type Slots = z.infer<typeof Slots>;
