import type { Message } from '../ports.ts';
import { type RequestSoFar, unasked } from '../request-so-far.ts';
import type { Mover, Refusal } from '../requests/moves.ts';
import type { Party, PurchaseRequest } from '../requests/request.ts';
import { isOneTeam } from '../requests/team.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { question } from './said.ts';
import type { Answered } from './step.ts';

/** What is said to somebody who does something about a request, and what others hear of it. */
export type Written = { said: Answered; others?: Message[] };

/** A plain answer; `request` is what they are writing, and undefined when that is over. */
export function answered(text: string, request: RequestSoFar | undefined, { progress }: Context): Answered {
  return {
    ...question(text, progress),
    status: 'answered',
    plain: true,
    intent: 'post-request',
    request: request ? unasked(request) : null,
  };
}

/** There is no such request, or it is not this person's to see: which of the two is not said. */
export function unknownRequest(id: string, context: Context): Answered {
  const { texts, progress } = context;
  return { ...answered(texts.requests.unknown(plain(id)), progress.request, context), status: 'unanswered' };
}

/** Who does this, and where they hear what follows: alone where that is possible, else where they said it. */
export function partyOf(turn: Turn, { language }: Context): Party {
  const { from, at, reach } = turn;
  const { id, name } = from;
  const alone = reach === undefined || (reach.channel === at.channel && reach.id === at.id);
  return { id, name, at: reach ?? at, ...(alone ? {} : { orElse: at }), language };
}

/** What this person may do with requests: looked up now, whatever button was pressed. */
export function moverOf(turn: Turn, { people, roles }: Context): Mover {
  const email = people.find(turn.from)?.email;
  const away = email === undefined ? [] : people.all.filter(({ standIn }) => standIn === email);
  return { id: turn.from.id, buyer: roles.includes('buyer'), standsInFor: away.map((one) => one.email) };
}

/** Who may look at a request: who asked, who has it, their stand-ins, their team, and the buyers. */
export function maySee({ requester, claimer, need }: PurchaseRequest, turn: Turn, context: Context): boolean {
  const { id, buyer, standsInFor } = moverOf(turn, context);
  const team = context.people.find(turn.from)?.team;
  const parties = [requester.id, ...(claimer ? [claimer.id] : [])];
  const own = parties.some((one) => one === id || standsInFor.includes(one));
  return own || buyer || isOneTeam(team, need.team);
}

/** Why a move is refused, with who was first where somebody was. */
export function refusedText(request: PurchaseRequest, refusal: Refusal, { texts }: Context): string {
  return texts.requests.refusals[refusal](standingText(request, texts));
}

/** How a request stands, and by whose doing: "opgepakt door Bo", "open, teruggegeven door Bo". */
function standingText({ status, claimer, history }: PurchaseRequest, { requests }: Context['texts']): string {
  const last = history.findLast(({ what }) => LEADS_TO[status].some((one) => one === what));
  const name = plain((status === 'claimed' ? claimer?.name : last?.by.name) ?? '') || requests.someone;
  if (status === 'claimed') return requests.happened.claim(name);
  if (!last) return requests.statuses[status];
  const happened = requests.happened[last.what](name);
  return status === 'open' ? `${requests.statuses.open}, ${happened}` : happened;
}

/** What a request came to stand as it does by; posting it is no news. */
const LEADS_TO = {
  open: ['release', 'reopen'],
  claimed: ['claim', 'takeOver'],
  done: ['finish'],
  withdrawn: ['withdraw'],
} as const;
