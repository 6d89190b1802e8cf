import { z } from 'zod';
import { Address } from './turn.ts';

const Language = z.enum(['nl', 'en']);

/** A place where colleagues said that requests, or questions for the experts, be announced: all of them, or those of one category. */
export const Desk = z.strictObject({
  id: z.string(),
  takes: z.enum(['requests', 'questions']).default('requests'),
  /** Who said so: their stand-in hears when nobody answers. */
  by: z.string().default(''),
  at: Address,
  category: z.string().nullable(),
  language: Language,
});
export type Desk = z.infer<typeof Desk>;

/** Where a colleague can be spoken to: where they last spoke to the bot. */
export const Reach = z.strictObject({ id: z.string(), at: Address, language: Language });
export type Reach = z.infer<typeof Reach>;

/** Where somebody wants to hear the figures of each month. */
export const Subscriber = z.strictObject({ id: z.string(), at: Address, language: Language });
export type Subscriber = z.infer<typeof Subscriber>;

/** Where the card of a thing stands, and what the platform calls that message: a later card takes its place. */
export const Standing = z.strictObject({ id: z.string(), ref: z.string() });
export type Standing = z.infer<typeof Standing>;

/** The id under which it is kept where the card of a thing stands in a place. */
export function standingId({ channel, id }: Address, card: string): string {
  return `${card} ${channel} ${id}`;
}
