import type { Library } from '../knowledge/compile.ts';
import { cut } from '../on-screen.ts';
import type { Part, Reply } from '../reply.ts';
import type { RequestSoFar } from '../request-so-far.ts';
import { texts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { read } from '../understand/read.ts';
import type { Context, Reader } from './journey.ts';
import { filledIn, needForm } from './request-form.ts';
import { checkFor, heardNeed } from './request-need.ts';
import type { Written } from './request-said.ts';
import { numberIn, paperIn, wordsFor } from './request-typed.ts';
import { filled } from './request-write.ts';

/** What a channel has at hand when it opens a dialog, before anything is booked. */
export type AtHand = { library: Library; today: string; language: Reply['language'] };

/** No request holds more in its first field. */
const LONGEST_WHAT = 1000;

/** The form of a request for a dialog of a channel; what this text says of it stands in its fields. */
export function requestDialog(text: string, hand: AtHand): Part[] {
  const what = cut(text.trim().toWellFormed(), LONGEST_WHAT);
  if (what === '') return needForm({}, readerOf(hand));
  const reading = read(what, hand.library.lexicon, hand);
  return needForm({ ...heardNeed({ reading, ...hand }), what }, readerOf(hand));
}

/** False for what asks after requests that are there: the number of one, a paper of it, or the list of one's own. */
export function isNeed(text: string, { library, today, language }: AtHand): boolean {
  const reading = read(text, library.lexicon, { today, language });
  return [numberIn(text), paperIn(text), wordsFor({ reading })].every((asked) => asked === undefined);
}

/** What is wrong with what was filled in, by field; undefined when a request can begin with it. */
export function wrongInRequest(values: Record<string, string>, hand: AtHand): Record<string, string> | undefined {
  const found = filledIn({}, values, readerOf(hand));
  return 'errors' in found ? found.errors : undefined;
}

/** Begins with the form that a dialog sent: nothing counts but what stands in it, their team, and a check about the same. */
export function beginFilled(values: Record<string, string>, turn: Turn, context: Context): Written {
  const draft: RequestSoFar = { need: {}, suggested: [], at: 'open' };
  // The dialog opened before it was looked up who they are.
  const team = values.team?.trim() || context.people.find(turn.from)?.team;
  const said = filled(draft, { ...values, ...(team ? { team } : {}) }, context);
  const check = checkFor(said.request?.need.thing, context);
  return { said: check && said.request ? { ...said, request: { ...said.request, check } } : said };
}

function readerOf({ library, today, language }: AtHand): Reader {
  return { library, today, language, texts: texts[language] };
}
