import { z } from 'zod';
import { factIds } from './rules/check.ts';

const Fact = z.enum(factIds);

/** A check that a person is in: what they said, and nothing of what follows from it. */
export const CheckSoFar = z.strictObject({
  /** The rules that the answers were given for. */
  version: z.string(),
  /** In the order in which it was said; an answer that is given again goes to the end. Null: they do not know. */
  given: z.array(
    z.strictObject({
      fact: Fact,
      value: z.union([z.string(), z.number(), z.array(z.string()), z.null()]),
      /** It answered a question, so that a step back asks it again. */
      asked: z.boolean().optional(),
    }),
  ),
  /** What is bought: a category, or a thing in it. */
  thing: z.string().optional(),
  /** How many people, and euros for each, when that is how the amount was said. */
  each: z.strictObject({ people: z.number(), euros: z.number() }).optional(),
  /** A question that the person asked to be asked again. */
  wants: Fact.optional(),
  /** "Stel dat er geen contract is": the rest is shown too, and the outcome stays. */
  supposed: z.boolean().default(false),
  /** Whether a question of the check, its outcome, or something else was said last. */
  at: z.enum(['question', 'outcome', 'aside']),
  /** What was said already that holds whatever the answers: it is not said twice. */
  told: z.array(z.string()).default([]),
  /** The traps that the person's own words point at. */
  signals: z.array(z.string()).default([]),
  /** The number under which this outcome was kept. */
  kept: z.string().optional(),
});
export type CheckSoFar = z.infer<typeof CheckSoFar>;
