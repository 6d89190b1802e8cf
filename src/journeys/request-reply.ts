import type { Records } from '../ports.ts';
import { canMove } from '../requests/moves.ts';
import type { Turn } from '../turn.ts';
import { isLost } from './check-hear.ts';
import type { Context } from './journey.ts';
import { answerForm } from './request-move.ts';
import { moverOf, partyOf } from './request-said.ts';
import type { Answered } from './step.ts';

/**
 * A text that was not understood may answer the one question of a buyer that waits: that is asked, with the text filled
 * in, and nothing goes to the buyer before it is sent. Only where nobody else reads along.
 */
export async function asReply(turn: Turn, said: Answered, records: Records, context: Context): Promise<Answered> {
  const { reading } = context;
  if (turn.input.kind !== 'text' || said.status === 'answered' || !reading || !isLost(context)) return said;
  if (partyOf(turn, context).orElse) return said;
  const mover = moverOf(turn, context);
  const own = (await records.requests.list({})).filter(({ requester }) => requester.id === turn.from.id);
  const [waiting, another] = own.filter((request) => canMove(request, 'answer', mover) === undefined);
  if (!waiting || another) return said;
  return { ...answerForm(waiting, reading.text.trim().slice(0, 1000), context), status: 'clarify' };
}
