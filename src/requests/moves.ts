import { type Event, type Party, type PurchaseRequest, type Status, withKeys } from './request.ts';

type By = 'buyer' | 'claimer' | 'requester';

/** Which move leads where, and who may make it. `to` null: the status stays. A claimer or requester who is away has a stand-in. */
export const moves = {
  claim: { from: ['open'], to: 'claimed', by: 'buyer' },
  finish: { from: ['claimed'], to: 'done', by: 'claimer' },
  ask: { from: ['claimed'], to: null, by: 'claimer' },
  release: { from: ['claimed'], to: 'open', by: 'claimer' },
  takeOver: { from: ['claimed'], to: 'claimed', by: 'buyer' },
  answer: { from: ['open', 'claimed'], to: null, by: 'requester' },
  supplier: { from: ['claimed'], to: null, by: 'claimer' },
  reopen: { from: ['done'], to: 'open', by: 'buyer' },
  edit: { from: ['open'], to: null, by: 'requester' },
  withdraw: { from: ['open', 'claimed'], to: 'withdrawn', by: 'requester' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status | null; by: By }>;
export type Move = keyof typeof moves;
export const moveNames = Object.keys(moves) as Move[];

/** Who wants to move: what they may do, and for whom they stand in. */
export type Mover = { id: string; buyer: boolean; standsInFor: readonly string[] };

/** Why a move was refused. `yours`: who takes over has it already. `no-question`: nothing was asked. */
export type Refusal = 'not-now' | 'not-you' | 'yours' | 'no-question';

export function canMove(request: PurchaseRequest, move: Move, mover: Mover): Refusal | undefined {
  const { from, by } = moves[move];
  if (!isAllowed(request, by, mover)) return 'not-you';
  if (!from.some((status) => status === request.status)) return 'not-now';
  if (move === 'takeOver' && request.claimer?.id === mover.id) return 'yours';
  if (move === 'answer' && request.question === undefined) return 'no-question';
  return undefined;
}

/** The moves that a person can make now. */
export function movesOf(request: PurchaseRequest, mover: Mover): Move[] {
  return moveNames.filter((move) => canMove(request, move, mover) === undefined);
}

function isAllowed({ requester, claimer }: PurchaseRequest, by: By, mover: Mover): boolean {
  const isOrStandsIn = (person: Party | undefined) =>
    person !== undefined && (person.id === mover.id || mover.standsInFor.includes(person.id));
  if (by === 'buyer') return mover.buyer;
  return by === 'claimer' ? isOrStandsIn(claimer) : isOrStandsIn(requester);
}

/** What a move brings along: who makes it, when, and what it is about. */
export type Moving = { by: Party; on: string; text?: string } & Partial<Pick<PurchaseRequest, 'need' | 'bought'>>;

/** The request after a move that `canMove` allows. */
export function withMove(
  request: PurchaseRequest,
  move: Move,
  { by, on, text, need, bought }: Moving,
): PurchaseRequest {
  const { claimer, bought: _before, question, ...rest } = request;
  const status = moves[move].to ?? request.status;
  const holder = move === 'claim' || move === 'takeOver' ? by : status === 'open' ? undefined : claimer;
  const asked = move === 'ask' ? text : move === 'answer' || status !== request.status ? undefined : question;
  const { id, name } = by;
  const event: Event = { on, by: { id, name }, as: roleIn(request, move, id), what: move, ...(text ? { text } : {}) };
  return withKeys({
    ...rest,
    status,
    ...(need ? { need } : {}),
    // Who moves from elsewhere hears there from now on.
    requester: request.requester.id === id ? by : request.requester,
    ...(holder ? { claimer: holder.id === id ? by : holder } : {}),
    ...(status === 'done' ? { bought: bought ?? request.bought } : {}),
    ...(asked === undefined ? {} : { question: asked }),
    history: [...request.history, event],
  } as PurchaseRequest);
}

function roleIn(request: PurchaseRequest, move: Move, person: string): Event['as'] {
  const { by } = moves[move];
  if (by === 'requester') return request.requester.id === person ? 'requester' : 'stand-in';
  return by === 'claimer' && request.claimer?.id !== person ? 'stand-in' : 'buyer';
}
