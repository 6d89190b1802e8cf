import { z } from 'zod';
import { Action } from './action.ts';
import { CalendarSoFar } from './calendar-so-far.ts';
import { CheckSoFar } from './check-so-far.ts';
import { CommissionSoFar } from './commission-so-far.ts';
import { RequestSoFar } from './request-so-far.ts';
import { moveNames } from './requests/moves.ts';
import { LONGEST_TEXT } from './understand/fold.ts';
import { Slots } from './understand/slots.ts';

/** Where a person is in one place: what was said so far and what was last shown. Nothing here names a next step. */
export const Progress = z.strictObject({
  /** Whose it is, and where: the id under which it is kept. */
  person: z.string().default(''),
  place: z.string().default(''),
  language: z.enum(['nl', 'en']).default('nl'),
  /** The language they asked for, whatever they type in. */
  speaks: z.enum(['nl', 'en']).optional(),
  /** What was said and not taken back. */
  slots: Slots.default({}),
  /** The things that are being looked for, and the words that no lexicon holds. */
  things: z.array(z.strictObject({ id: z.string(), weight: z.number() })).default([]),
  words: z.array(z.string()).default([]),
  mentions: z.array(z.string()).default([]),
  /** What the last answer was about. */
  subject: z.enum(['suppliers', 'supplier', 'article', 'none']).default('none'),
  shown: z.array(z.string()).default([]),
  /** All that was shown of this list so far, so that "more" goes on where it stopped. */
  seen: z.array(z.string()).default([]),
  articles: z.array(z.string()).default([]),
  /** The question that the bot asked and that is still open: an ambiguity of begrippen.yaml. */
  open: z.string().optional(),
  check: CheckSoFar.optional(),
  request: RequestSoFar.optional(),
  /** The question of a colleague whose form for the answer is open: a typed text answers it. */
  answering: z.string().optional(),
  commission: CommissionSoFar.optional(),
  /** The purchasing calendar that was handed over last. */
  calendar: CalendarSoFar.optional(),
  /** The move of a request whose form is open, with what stands in it: a typed text answers it. */
  moving: z
    .strictObject({
      request: z.string(),
      move: z.enum(moveNames),
      values: z.record(z.string(), z.string().max(1000)).optional(),
      /** The text of which that was asked, as far as one is read: it may be longer than a button carries or an answer can be. */
      said: z.string().max(LONGEST_TEXT).optional(),
      /** It was only asked whether these values are meant: a yes sends them, and any other text is heard as it is. */
      unsure: z.literal(true).optional(),
    })
    .optional(),
  /** The request whose buyer waits, while this person said that they talk to the bot. */
  toBot: z.string().optional(),
  /** A number that is typed now answers a field, and is not the number of a button. */
  counting: z.boolean().default(false),
  /** The text of the question that was last answered, for the editors when it did not help. */
  asked: z.string().max(500).default(''),
  /** The last few answers with the question each was for, so that a rating is filed under its own question. */
  answers: z.array(z.strictObject({ id: z.string(), asked: z.string() })).default([]),
  /** The buttons of the last message, so that typing a label or a number does what pressing does. */
  buttons: z.array(z.strictObject({ label: z.string(), action: Action })).default([]),
});
export type Progress = z.infer<typeof Progress>;
