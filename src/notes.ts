import { z } from 'zod';

/** Something for the editors: what was asked or told, and nobody's name. */
export const Note = z.strictObject({
  id: z.string(),
  kind: z.enum(['unanswered', 'not-helpful', 'helpful', 'tip', 'correction']),
  text: z.string(),
  reason: z.string().optional(),
  /** The supplier or article it is about, where that is known. */
  about: z.string().optional(),
  on: z.iso.date(),
  done: z.boolean().default(false),
});
export type Note = z.infer<typeof Note>;
