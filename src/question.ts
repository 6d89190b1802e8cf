import { z } from 'zod';
import { Party } from './requests/request.ts';
import { Address } from './turn.ts';

/** A question that a colleague handed to the experts, with their consent: it carries their name, so that the answer finds them. */
export const Question = z.strictObject({
  /** `VRG-2026-0007` */
  id: z.string(),
  status: z.enum(['open', 'answered']),
  /** The day it was asked, as an ISO date. */
  on: z.iso.date(),
  text: z.string().max(500),
  /** What the bot had found. */
  tried: z.string().max(500).optional(),
  category: z.string().nullable(),
  asker: Party,
  answer: z
    .strictObject({
      by: z.strictObject({ id: z.string(), name: z.string() }),
      text: z.string().max(1000),
      on: z.iso.date(),
    })
    .optional(),
  /** It became a note for the editors. */
  noted: z.boolean().default(false),
  /** Places where its card stands. */
  cards: z.array(Address),
});
export type Question = z.infer<typeof Question>;
