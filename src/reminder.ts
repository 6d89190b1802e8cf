import { z } from 'zod';
import { Address } from './turn.ts';

/** Somebody who wants to hear each quarter that a new purchasing calendar is welcome; `on`: when they asked for it or last brought one. */
export const Reminder = z.strictObject({
  id: z.string().min(1),
  at: Address,
  language: z.enum(['nl', 'en']),
  departments: z.array(z.string().max(80)).max(20),
  on: z.iso.date(),
});
export type Reminder = z.infer<typeof Reminder>;
