import { unreachable } from '../reply.ts';
import type { Due, Turn } from '../turn.ts';
import { answer } from './answer.ts';
import { unbiddenFirst } from './asked-unbidden.ts';
import { calendar, concernsCalendar } from './calendar.ts';
import { remindQuarterly } from './calendar-remind.ts';
import { check } from './check.ts';
import { concernsCheck } from './check-move.ts';
import { asksProject, commission, concernsCommission } from './commission.ts';
import { confirm } from './confirm.ts';
import { answerAsEditor, listAsked } from './confirm-answer.ts';
import { experience } from './experience.ts';
import { figures } from './figures.ts';
import { figuresAsked } from './figures-asked.ts';
import { handOver } from './hand-over.ts';
import type { Context, Journey } from './journey.ts';
import { mine } from './mine.ts';
import { mineAsked } from './mine-asked.ts';
import { monthly } from './monthly.ts';
import { receiptAsked, receipts } from './receipts.ts';
import { remind } from './request-remind.ts';
import { replyFirst } from './request-reply.ts';
import { concernsRequests, requests } from './requests.ts';
import { asksLanguage, speak } from './speak.ts';

const HANDING: ReadonlySet<string> = new Set(['hand-over', 'answer-question', 'note-question']);

/** What time makes happen: tidying is the store's own, and leads to nothing that is said. */
function due(input: Due): Journey {
  switch (input.what) {
    case 'remind':
      return remind;
    case 'quarter':
      return remindQuarterly;
    case 'monthly':
      return (_turn, context) => monthly(input.month, context);
    case 'tidy':
      return async () => async () => ({ messages: [] });
    default:
      return unreachable(input);
  }
}

/** Which journey a turn belongs to, when it is no answer to what the bot asked by itself. */
export function journeyFor(turn: Turn, context: Context): Journey {
  return unbiddenFirst(belongsTo(turn, context));
}

/** An action names it, a text answers the open question, and any other goes by what it asks. */
function belongsTo(turn: Turn, context: Context): Journey {
  if (turn.input.kind === 'due') return due(turn.input);
  if (turn.input.kind === 'handed-on') return requests;
  if (turn.input.kind === 'file') return calendar;
  if (turn.input.kind === 'text' && asksLanguage(context)) return speak;
  const action = turn.input.kind === 'action' ? turn.input.action.do : undefined;
  const answering = turn.input.kind === 'text' && context.progress.answering !== undefined;
  if (answering || (action !== undefined && HANDING.has(action))) return handOver;
  if (action === 'experience') return experience;
  if (action === 'ask-confirmation') return confirm;
  if (action === 'answer-confirmation' || listAsked(context)) return answerAsEditor;
  if (figuresAsked(turn, context) !== undefined) return figures;
  if (mineAsked(turn, context) !== undefined) return mine;
  if (concernsCalendar(turn, context)) return calendar;
  if (receiptAsked(turn) !== undefined) return receipts;
  if (asksProject(turn)) return commission;
  if (concernsRequests(turn, context)) return requests;
  const { check: checked, commission: project } = context.progress;
  const advising = project && project.at !== 'aside' ? commission : replyFirst(commission);
  if (context.intent === 'commission' && checked?.at !== 'question') return advising;
  if (concernsCheck(turn, context)) return checked && checked.at !== 'aside' ? check : replyFirst(check);
  return concernsCommission(turn, context) ? advising : replyFirst(answer);
}
