import { languageAsked } from '../understand/language-asked.ts';
import { askedAgain, textPart } from './check-ask.ts';
import { tellOutcome } from './check-outcome.ts';
import { openQuestion } from './check-state.ts';
import { adviceOn } from './commission-advice.ts';
import { tellAdvice } from './commission-told.ts';
import type { Context, Journey } from './journey.ts';
import { shown } from './request-write.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** Somebody asks for another language: it is spoken from now on, and what they were asked is said again in it. */
export const speak: Journey = async (turn, context) => async (records) =>
  withNotes(turn, again(context), context, records);

/** True when nothing stands there but the language they want. */
export function asksLanguage({ reading }: Context): boolean {
  return reading !== undefined && languageAsked(reading.text) !== undefined;
}

function again(context: Context): Answered {
  const { texts, progress, library } = context;
  const { check, request, commission, moving, answering } = progress;
  const lead = textPart(texts.speaks);
  // What was being written stays open.
  const plain: Answered = {
    ...question('', progress),
    status: 'answered',
    plain: true,
    intent: 'smalltalk',
    parts: lead,
    ...(moving ? { moving } : {}),
    ...(answering ? { answering } : {}),
    ...(commission ? { commission } : {}),
  };
  if (request?.at === 'open' && !request.posted) {
    const draft = shown(request, context);
    return { ...draft, parts: [...lead, ...draft.parts] };
  }
  if (commission?.at === 'advice') return tellAdvice(commission, adviceOn(commission, context), context);
  if (!check || check.at === 'aside' || check.version !== library.knowledge.check.version) return plain;
  const open = openQuestion(check, context);
  if (check.at === 'outcome' && !open) return tellOutcome(check, texts.speaks, [], context);
  return open ? { ...plain, parts: [...lead, ...askedAgain(open, check, context)], check } : plain;
}
