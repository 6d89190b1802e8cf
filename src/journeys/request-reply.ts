import type { Records } from '../ports.ts';
import { canMove } from '../requests/moves.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import { ASKING } from './asking.ts';
import { controlIn, isLost } from './check-hear.ts';
import type { Context, Journey } from './journey.ts';
import { answerForm, waitingKey } from './request-move.ts';
import { moverOf, partyOf } from './request-said.ts';
import { withNotes } from './step.ts';

/**
 * What somebody types while a question of a buyer waits for them may be the answer: that is asked, with the text filled
 * in, and nothing goes to the buyer before it is sent. A question to the bot and a command go their own way; so does all
 * that follows once they said that they talk to the bot. Only where nobody else reads along.
 */
export function replyFirst(journey: Journey): Journey {
  return async (turn, context) => {
    const otherwise = await journey(turn, context);
    const { reading } = context;
    if (!reading || !mayReply(turn, context)) return otherwise;
    return async (records) => {
      const waiting = await waitingFor(turn, records, context);
      const talks = waiting && context.progress.toBot === waitingKey(waiting);
      if (!waiting || (talks && !isLost(context))) return otherwise(records);
      const typed = turn.input.kind === 'text' ? turn.input.text : reading.text;
      const asked = answerForm(waiting, typed.trim().toWellFormed(), context);
      return withNotes(turn, { ...asked, status: 'clarify' }, context, records);
    };
  };
}

/** The one request of this person of which a buyer waits for an answer; of two nobody knows which is meant. */
async function waitingFor(turn: Turn, records: Records, context: Context): Promise<PurchaseRequest | undefined> {
  const mover = moverOf(turn, context);
  const own = await records.requests.list({ owner: turn.from.id });
  const [waiting, another] = own.filter((request) => canMove(request, 'answer', mover) === undefined);
  return another ? undefined : waiting;
}

function mayReply(turn: Turn, context: Context): boolean {
  const { reading, progress } = context;
  if (turn.input.kind !== 'text' || !reading || reading.tokens.length === 0) return false;
  if (progress.open !== undefined || partyOf(turn, context).orElse) return false;
  return isLost(context) || !isForTheBot(context);
}

/** It ends as a question, begins as one, or is something that the bot knows to do. */
function isForTheBot(context: Context): boolean {
  const { reading, intent } = context;
  if (!reading || intent === 'smalltalk' || controlIn(context) !== undefined) return true;
  const { text, signals } = reading;
  return text.trim().endsWith('?') || BEGINS.test(text) || COMMANDS.some((id) => signals.has(id));
}

const BEGINS =
  /^\s*(?:wie|wat|waar|wanneer|waarom|welke?|hoe|who|what|where|when|why|which|how|(?:mag|kan|kun|kunnen|mogen|moet|moeten|may|can|could|should)\s+(?:ik|je|jij|we|wij|u|jullie|i|you)|(?:(?:ik|we|wij|i|we're|i'm)\s+)?(?:ben |zijn |am |are )?(?:zoek|zoeken|op zoek|looking)|find|show|toon|vertel|tell)(?!\p{L})/iu;
const COMMANDS: readonly string[] = [
  ...ASKING,
  'permission',
  'start-check',
  'only-check',
  'post',
  'tip',
  'correction',
  'my-data',
  'download-my-data',
  'forget-me',
];
