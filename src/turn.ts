import { z } from 'zod';
import { Action } from './action.ts';

/** A place where the bot can speak. `id` is the channel's own reference; the core never looks inside. */
export const Address = z.strictObject({
  channel: z.enum(['slack', 'teams', 'web', 'cli']),
  id: z.string().min(1),
  /** Where in that place, for the channel alone: a thread, the message that was pressed. It is the same place all the same. */
  spot: z.string().optional(),
});
export type Address = z.infer<typeof Address>;

/** `id` is the lower-cased e-mail address where the platform gives it, so that a person is one everywhere; else platform:id. */
export const Person = z.strictObject({ id: z.string().min(1), name: z.string(), email: z.string().optional() });
export type Person = z.infer<typeof Person>;

/** What a person can do. */
export const Deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('action'), action: Action, values: z.record(z.string(), z.string()) }),
  /** Somebody's message, handed on with a shortcut: make a request of this. */
  z.strictObject({ kind: z.literal('handed-on'), text: z.string() }),
  /** A file that was handed over: a purchasing calendar. `ref` is the channel's own reference; the core never looks inside. */
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(300),
    ref: z.string().min(1).max(10_000),
    /** What was written beside it. */
    text: z.string().optional(),
    /** How many more came along; one is read at a time. */
    others: z.int().positive().optional(),
  }),
  /** First contact, the home page, a fresh conversation. */
  z.strictObject({ kind: z.literal('opened') }),
]);

/** Time has come; the id of the turn makes it happen once, on however many processes. */
const Due = z.discriminatedUnion('what', [
  z.strictObject({ kind: z.literal('due'), what: z.enum(['tidy', 'remind', 'quarter']) }),
  /** The month that is told of, as 2026-11. */
  z.strictObject({ kind: z.literal('due'), what: z.literal('monthly'), month: z.string().regex(/^\d{4}-\d{2}$/) }),
]);
export type Due = z.infer<typeof Due>;

export const Input = z.discriminatedUnion('kind', [...Deed.options, Due]);
export type Input = z.infer<typeof Input>;

/** One thing a person did: wrote something, pressed a button or sent a form. */
export const Turn = z.strictObject({
  /** Names nobody: it is kept longer than what was said. */
  id: z.string().min(1),
  from: Person,
  at: Address,
  input: Input,
  /** Where this person can be spoken to alone, where that is not here. */
  reach: Address.optional(),
  /** The whole room, where `at` is one thread in it. */
  room: Address.optional(),
  /** The language the platform says the person reads, when the text does not tell. */
  locale: z.enum(['nl', 'en']).optional(),
});
export type Turn = z.infer<typeof Turn>;

/** One person in one place: their turns are handled one after the other. */
export function placeOf({ from, at }: Pick<Turn, 'from' | 'at'>): string {
  return `${from.id} ${at.channel} ${at.id}`;
}
