import { z } from 'zod';
import { moveNames } from './requests/moves.ts';

/** An id, in whatever words; nothing of ours is longer. */
const Ref = z.string().max(200);

/** What a button or a form carries. The only thing that leaves the core and comes back through a channel. */
export const Action = z.discriminatedUnion('do', [
  /** Ask this, as if it had been typed: an example question, another way to put it. */
  z.strictObject({
    do: z.literal('ask'),
    text: z.string().max(500),
    /** The request of which this is no answer to the buyer. */
    besides: Ref.optional(),
  }),
  /** Answer the question the bot asked. */
  z.strictObject({ do: z.literal('answer'), question: Ref, value: Ref.optional() }),
  /** Begin: with what was said so far; a request also with the values of its form, from a dialog. */
  z.strictObject({ do: z.literal('start'), journey: z.enum(['check', 'requests', 'commission']) }),
  /** Move through the check: a step back, anew, stop; or on from its outcome. */
  z.strictObject({ do: z.literal('check'), step: z.enum(['back', 'again', 'stop', 'suppose', 'change', 'keep']) }),
  /** Move through the writing of a purchase request: the form, its answers, posting it, or leaving it. */
  z.strictObject({ do: z.literal('request'), step: z.enum(['change', 'fill', 'post', 'stop']) }),
  /** Move through advice on a project: the form, its answers, all of it, the text to paste, the levels, the reason, or leaving it. */
  z.strictObject({
    do: z.literal('commission'),
    step: z.enum(['change', 'fill', 'all', 'summary', 'levels', 'reason', 'stop']),
  }),
  /** What is said of a purchasing calendar: unclear lines and its department, with values; or to hear of it each quarter, or no longer. */
  z.strictObject({ do: z.literal('calendar'), step: z.enum(['fill', 'remind', 'unremind']) }),
  /** The level of ambition for the project; 0 is none. */
  z.strictObject({ do: z.literal('choose-level'), level: z.int().min(0).max(3) }),
  /** Move a purchase request; where more must be said, with values of a form. */
  z.strictObject({ do: z.literal('move'), request: Ref, move: z.enum(moveNames) }),
  z.strictObject({ do: z.literal('show-request'), request: Ref }),
  /** What a requester says of a purchase that was made: again or not, then with values of a form. */
  z.strictObject({ do: z.literal('experience'), request: Ref, again: z.boolean().optional() }),
  /** No more reminders of this request, for who presses. */
  z.strictObject({ do: z.literal('mute-request'), request: Ref }),
  /** A paper of a request: its file card, or a draft of the e-mail that asks for a quote. */
  z.strictObject({ do: z.literal('request-paper'), request: Ref, paper: z.enum(['proof', 'mail']) }),
  /** Figures of purchase requests: the report of a period, or its requests as a file. */
  z.strictObject({
    do: z.literal('figures'),
    what: z.enum(['report', 'xlsx', 'csv']),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  /** The figures of each month from now on; or no longer. */
  z.strictObject({ do: z.literal('monthly'), stop: z.boolean().optional() }),
  z.strictObject({ do: z.literal('my-requests'), page: z.int().positive().max(1000).optional() }),
  /** Announce requests here, of one category or of all; or no longer. */
  z.strictObject({
    do: z.literal('announce-here'),
    takes: z.enum(['requests', 'questions']).optional(),
    category: Ref.optional(),
    stop: z.boolean().optional(),
  }),
  /** Put a supplier before the editors: one of the knowledge base, or one by name. */
  z.strictObject({ do: z.literal('ask-confirmation'), supplier: Ref }),
  /** An editor answers: without values the form, with them the finding. */
  z.strictObject({ do: z.literal('answer-confirmation'), confirmation: Ref }),
  z.strictObject({ do: z.literal('show-receipt'), receipt: Ref }),
  z.strictObject({ do: z.literal('more-suppliers') }),
  z.strictObject({ do: z.literal('show-supplier'), supplier: Ref }),
  z.strictObject({ do: z.literal('compare-suppliers'), suppliers: z.array(Ref).min(2).max(3) }),
  z.strictObject({ do: z.literal('browse-category'), category: Ref }),
  /** Hand a question to the experts: first what will be sent, then sending it, or not. */
  z.strictObject({ do: z.literal('hand-over'), step: z.enum(['ask', 'send', 'leave']) }),
  /** An expert answers: without values the form, with them the answer. */
  z.strictObject({ do: z.literal('answer-question'), question: Ref }),
  /** An expert makes a note for the editors of a question and its answer. */
  z.strictObject({ do: z.literal('note-question'), question: Ref }),
  /** Who knows more about this. */
  z.strictObject({ do: z.literal('ask-person'), about: Ref }),
  z.strictObject({ do: z.literal('rate'), answer: Ref, helpful: z.boolean() }),
  /** What is kept about the person who asks; or all of it as a file. */
  z.strictObject({ do: z.literal('my-data'), download: z.boolean().optional() }),
  /** Forget the person who asks: without `sure` it is asked once more. */
  z.strictObject({ do: z.literal('forget-me'), sure: z.boolean().optional() }),
  /** Why an answer did not help; the reason is a value of the form, or the choice that was typed. */
  z.strictObject({ do: z.literal('rate-reason'), answer: Ref, reason: Ref.optional() }),
]);
export type Action = z.infer<typeof Action>;
