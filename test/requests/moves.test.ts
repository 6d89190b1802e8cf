import { describe, expect, it } from 'vitest';
import { canMove, type Move, type Mover, moveNames, movesOf, withMove } from '../../src/requests/moves.ts';
import { type Party, PurchaseRequest, type Status, statuses } from '../../src/requests/request.ts';

const party = (id: string): Party => ({ id, name: id, at: { channel: 'web', id }, language: 'nl' });
const request = (status: Status, question?: string): PurchaseRequest =>
  PurchaseRequest.parse({
    id: 'IMP-2026-0001',
    status,
    on: '2026-11-28',
    need: { what: '40 kerstpakketten' },
    requester: party('ann'),
    ...(status === 'claimed' || status === 'done' ? { claimer: party('bo') } : {}),
    ...(question ? { question } : {}),
    suggested: [],
    history: [],
    cards: [],
  });
const mover = (id: string, more: Partial<Mover> = {}): Mover => ({ id, buyer: false, standsInFor: [], ...more });

const movers = {
  requester: mover('ann'),
  claimer: mover('bo', { buyer: true }),
  buyer: mover('cas', { buyer: true }),
  'stand-in of the requester': mover('dee', { standsInFor: ['ann'] }),
  'stand-in of the claimer': mover('eva', { standsInFor: ['bo'] }),
  'claimer who is no buyer any more': mover('bo'),
  colleague: mover('fen'),
} as const;
type Who = keyof typeof movers;

/** Every cell that is allowed while no question waits, written out; all others are refused. */
const allowed: Record<Status, Partial<Record<Who, Move[]>>> = {
  open: {
    requester: ['edit', 'withdraw'],
    claimer: ['claim'],
    buyer: ['claim'],
    'stand-in of the requester': ['edit', 'withdraw'],
  },
  claimed: {
    requester: ['withdraw'],
    claimer: ['release', 'ask', 'supplier', 'finish'],
    buyer: ['takeOver'],
    'stand-in of the requester': ['withdraw'],
    'stand-in of the claimer': ['release', 'ask', 'supplier', 'finish'],
    'claimer who is no buyer any more': ['release', 'ask', 'supplier', 'finish'],
  },
  done: { claimer: ['reopen'], buyer: ['reopen'] },
  withdrawn: {},
};

/** Who may also answer while a question waits. */
const answerers: Record<Status, Who[]> = {
  open: ['requester', 'stand-in of the requester'],
  claimed: ['requester', 'stand-in of the requester'],
  done: [],
  withdrawn: [],
};

describe('who may move a request', () => {
  for (const status of statuses)
    for (const who of Object.keys(movers) as Who[])
      it(`${status}: ${who}`, () => {
        const may = allowed[status][who] ?? [];
        expect(movesOf(request(status), movers[who]).toSorted()).toEqual(may.toSorted());
        const answers: Move[] = answerers[status].includes(who) ? ['answer'] : [];
        expect(movesOf(request(status, 'Welke kleur?'), movers[who]).toSorted()).toEqual(
          [...may, ...answers].toSorted(),
        );
        // A refusal has its reason, and it is nobody's business how things stand with what is not theirs to do.
        for (const move of moveNames) {
          const refusal = canMove(request(status), move, movers[who]);
          expect(refusal === undefined).toBe(may.includes(move));
          if (who === 'colleague') expect(refusal).toBe('not-you');
        }
      });

  it('may answer only a question that was asked', () => {
    expect(canMove(request('claimed'), 'answer', movers.requester)).toBe('no-question');
    expect(canMove(request('claimed', 'Welke kleur?'), 'answer', movers.requester)).toBeUndefined();
    expect(canMove(request('claimed', 'Welke kleur?'), 'answer', movers.buyer)).toBe('not-you');
    expect(canMove(request('done', 'Welke kleur?'), 'answer', movers.requester)).toBe('not-now');
  });

  it('hears why not: first whether it is theirs to do, then whether it is time', () => {
    expect(canMove(request('open'), 'claim', movers.colleague)).toBe('not-you');
    expect(canMove(request('claimed'), 'claim', movers.buyer)).toBe('not-now');
    expect(canMove(request('claimed'), 'takeOver', movers.claimer)).toBe('yours');
    for (const move of moveNames) expect(canMove(request('withdrawn'), move, movers.claimer)).toBeDefined();
  });
});

describe('a request after a move', () => {
  const on = '2026-11-28T10:00:00.000Z';
  const moved = (before: PurchaseRequest, move: Move, by: string, more = {}) =>
    withMove(before, move, { by: party(by), on, ...more });

  it('has who claimed it, until it is given back', () => {
    const claimed = moved(request('open'), 'claim', 'bo');
    expect([claimed.status, claimed.claimer?.id]).toEqual(['claimed', 'bo']);
    const open = moved(claimed, 'release', 'bo');
    expect([open.status, open.claimer]).toEqual(['open', undefined]);
    expect(open.history.map(({ what, by }) => `${what} ${by.id}`)).toEqual(['claim bo', 'release bo']);
  });

  it('goes to who takes over, and an open question goes along', () => {
    const asked = moved(request('claimed'), 'ask', 'bo', { text: 'Welke kleur?' });
    const taken = moved(asked, 'takeOver', 'cas');
    expect([taken.claimer?.id, taken.question]).toEqual(['cas', 'Welke kleur?']);
    const answered = moved(taken, 'answer', 'ann', { text: 'Rood' });
    expect([answered.question, answered.history.at(-1)?.text]).toEqual([undefined, 'Rood']);
  });

  it('keeps what was bought while it is done, and in what happened for ever', () => {
    const bought = { supplier: 'geluks-bv', amount: 880, vat: 'included' } as const;
    const done = moved(request('claimed'), 'finish', 'bo', { bought, text: 'Geluks BV, € 880' });
    expect([done.status, done.bought, done.claimer?.id]).toEqual(['done', bought, 'bo']);
    const again = moved(done, 'reopen', 'cas');
    expect([again.status, again.bought, again.claimer]).toEqual(['open', undefined, undefined]);
    expect(again.history.map(({ text }) => text)).toContain('Geluks BV, € 880');
  });

  it('speaks to people where they last did something about it', () => {
    const elsewhere = { ...party('ann'), at: { channel: 'teams', id: 'chat' } } as const;
    const edited = withMove(request('open'), 'edit', { by: elsewhere, on, need: { what: '50 kerstpakketten' } });
    expect(edited.requester.at).toEqual({ channel: 'teams', id: 'chat' });
    expect(edited.need.what).toBe('50 kerstpakketten');
  });

  it('says in what role somebody moved it', () => {
    const roles = [
      moved(request('open'), 'claim', 'cas'),
      moved(request('claimed'), 'release', 'eva'),
      moved(request('open'), 'withdraw', 'ann'),
      moved(request('open'), 'withdraw', 'dee'),
    ];
    expect(roles.map(({ history }) => history.at(-1)?.as)).toEqual(['buyer', 'stand-in', 'requester', 'stand-in']);
  });

  it('is a sound request after every move that is allowed', () => {
    for (const status of statuses)
      for (const who of Object.values(movers))
        for (const move of movesOf(request(status, 'Welke kleur?'), who)) {
          const bought = { supplier: 'iemand', amount: 1, vat: 'excluded' } as const;
          PurchaseRequest.parse(moved(request(status, 'Welke kleur?'), move, who.id, { bought, text: 'tekst' }));
        }
  });
});
