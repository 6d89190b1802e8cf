import { nextNumber } from '../numbers.ts';
import { cut } from '../on-screen.ts';
import type { Records } from '../ports.ts';
import type { Button, Part } from '../reply.ts';
import { type RequestSoFar, unasked } from '../request-so-far.ts';
import { canMove } from '../requests/moves.ts';
import { Need, type PurchaseRequest, withKeys } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import { partOfMonth } from '../understand/part-of-month.ts';
import { respond } from './answer.ts';
import type { Context } from './journey.ts';
import { cardOf, moveButton, needFacts, plain, showButton } from './request-card.ts';
import { categoryOf, desksFor } from './request-desk.ts';
import { filledIn, needForm } from './request-form.ts';
import { madeMove } from './request-move.ts';
import { begunRequest, missingOf, withNeed } from './request-need.ts';
import { answered, moverOf, partyOf, refusedText, type Written } from './request-said.ts';
import { deskSignals } from './request-signals.ts';
import { question } from './said.ts';
import { startCheck } from './show.ts';
import type { Answered } from './step.ts';

/** Begins to write a request, with what is known. */
export function begin(turn: Turn, context: Context): Written {
  const draft = begunRequest(turn, context);
  const said = shown(draft, context);
  const asksHow = draft.need.what === undefined && HOW.test(context.reading?.text ?? '');
  if (!asksHow) return { said };
  return { said: { ...said, parts: [{ kind: 'text', text: context.texts.requests.howItGoes }, ...said.parts] } };
}
const HOW = /^\s*(?:hoe|waar|how|where)(?!\p{L})/iu;

/** Begins another while one is being written; that one is not posted, and that is said. */
export function beginInstead(draft: RequestSoFar, turn: Turn, context: Context): Written {
  const { said } = begin(turn, { ...context, progress: { ...context.progress, slots: {}, things: [] } });
  const lead: Part = { kind: 'text', text: context.texts.requests.instead(plain(draft.need.what ?? '')) };
  return { said: { ...said, parts: [lead, ...said.parts] } };
}

/** Begins with somebody's message: that is what is needed, whatever else it says. */
export function handedOn(text: string, turn: Turn, context: Context): Written {
  const { progress } = context;
  const begun = begunRequest(turn, { ...context, progress: { ...progress, slots: {}, things: [] } });
  const what = cut(text.trim(), 1000);
  return { said: shown({ ...begun, need: { ...begun.need, ...(what ? { what } : {}) } }, context) };
}

/** Begins to change a request that nobody has picked up yet. */
export function beginChange(request: PurchaseRequest, context: Context): Written {
  const { need, suggested, check } = request;
  const draft: RequestSoFar = { need, suggested, at: 'open', changes: request.id, ...(check ? { check } : {}) };
  return { said: writing(draft, needForm(need, context), context) };
}

/** The request so far as it would be posted, or the form when it is not known yet what is needed. */
export function shown(draft: RequestSoFar, context: Context): Answered {
  const { requests } = context.texts;
  if (!draft.need.what) return writing(draft, needForm(draft.need, context), context);
  const missing = missingNames(draft, context);
  const next = draft.changes ? requests.afterEdit : missing ? requests.missing(missing) : requests.complete;
  return preview(draft, next, context);
}

/** "Eind maart" is no day: which one is taken for it is told. */
function dayTakenFor({ need }: RequestSoFar, { reading, today, texts }: Context): string | undefined {
  const part = reading && partOfMonth(reading.text, today);
  return part && part.day === need.wantedBy ? texts.requests.takenFor(part.said, texts.sayDay(part.day)) : undefined;
}

function missingNames({ need }: RequestSoFar, { texts }: Context): string {
  return missingOf(need)
    .map((id) => texts.requests.labels[id].toLowerCase())
    .join(', ');
}

function preview(draft: RequestSoFar, next: string, context: Context): Answered {
  const { requests } = context.texts;
  const buttons: Button[] = [
    {
      label: draft.changes ? requests.buttons.save : requests.buttons.post,
      action: { do: 'request', step: 'post' },
      style: 'primary',
    },
    { label: requests.buttons.change, action: { do: 'request', step: 'change' } },
    { label: requests.buttons.stop, action: { do: 'request', step: 'stop' } },
  ];
  const parts: Part[] = [
    { kind: 'text', text: requests.preview },
    { kind: 'facts', title: plain(draft.need.what ?? ''), facts: needFacts(draft.need, context) },
    { kind: 'text', text: [dayTakenFor(draft, context), next].filter(Boolean).join('\n') },
    { kind: 'buttons', buttons },
  ];
  return writing(draft, parts, context);
}

/** A yes while something is missing: whether it may be posted all the same. A yes to that posts it. */
export function askPost(draft: RequestSoFar, context: Context): Answered {
  const { texts } = context;
  const missing = missingNames(draft, context);
  return { ...preview(draft, texts.requests.postAsItIs(missing), context), request: { ...draft, asksPost: true } };
}

/** Something else was asked in between: it is answered, and the request repeated. */
export function besidesRequest(turn: Turn, draft: RequestSoFar, context: Context): Answered {
  const said = respond(turn, context);
  const again = shown(draft, context);
  const parts: Part[] = [
    ...said.parts,
    ...(said.sources.length > 0 && !said.cited ? [{ kind: 'sources' as const, sources: said.sources }] : []),
    { kind: 'text', text: context.texts.requests.back },
    ...again.parts,
  ];
  return { ...said, parts, next: [], cited: true, request: unasked(draft) };
}

export function writing(draft: RequestSoFar, parts: Part[], context: Context): Answered {
  const request = unasked(draft);
  return { ...question('', slotted(draft, context)), parts, plain: true, intent: 'post-request', request };
}

/** What was said of the purchase counts in the conversation too, so that "en wie levert dat?" is understood. */
function slotted(draft: RequestSoFar, { progress, library }: Context): Context['progress'] {
  const { people, pieces, amount, vat, wantedBy, diet, theme, supplier, thing } = draft.need;
  const category = library.lexicon.things.get(thing ?? '')?.category;
  const said = { people, pieces, amount, vat, date: wantedBy, diet, theme, supplier, category };
  const heard = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  // What was said of something else does not count for this.
  const same = category !== undefined && category === progress.slots.category;
  return {
    ...progress,
    slots: same ? { ...progress.slots, ...heard } : heard,
    things: thing ? [{ id: thing, weight: 1 }] : progress.things,
    open: undefined,
  };
}

/** The form came back: what is wrong stands beside its field, and nothing that was typed is lost. */
export function filled(draft: RequestSoFar, values: Record<string, string>, context: Context): Answered {
  const read = filledIn(draft.need, values, context);
  if ('errors' in read) {
    const form = needForm(draft.need, context, { values, errors: read.errors });
    return { ...writing(draft, form, context), replaces: true };
  }
  const next = withNeed({ ...draft, need: {} }, read.need, context);
  return { ...shown(next, context), replaces: true };
}

/** Posts the request under a number of its own, or keeps the change of one; the desk and the writer hear. */
export async function post(draft: RequestSoFar, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts } = context;
  const { requests } = texts;
  if (draft.posted) return { said: answered(requests.already(draft.posted), draft, context) };
  const need = Need.safeParse(draft.need);
  if (!need.success) return { said: shown(draft, context) };
  if (draft.changes) return change(draft.changes, need.data, turn, records, context);

  const requester = partyOf(turn, context);
  const id = await nextNumber('IMP', context.today.slice(0, 4), records);
  const team = need.data.team ?? context.people.find(turn.from)?.team;
  const desks = await desksFor('requests', categoryOf(need.data.thing, context), records);
  const request = withKeys({
    id,
    status: 'open',
    on: context.today,
    need: { ...need.data, ...(team ? { team } : {}) },
    requester,
    ...(draft.check ? { check: draft.check } : {}),
    suggested: draft.suggested,
    history: [{ on: context.now, by: { id: requester.id, name: requester.name }, as: 'requester', what: 'posted' }],
    muted: [],
    cards: desks.map(({ at }) => at),
  });
  await records.requests.put(id, request);
  const signals = desks.length > 0 ? await deskSignals(request, records, context) : () => [];
  const buyers = context.people.all.some(({ roles }) => roles.includes('buyer'));
  const heard = desks.length > 0 ? requests.onDesk : buyers ? requests.noDesk : requests.noBuyers;
  const said = answered(
    [requests.posted(id), heard, draft.check ? '' : requests.checkFirst].filter(Boolean).join('\n'),
    { ...draft, posted: id },
    context,
  );
  return {
    said: {
      ...said,
      next: [
        showButton(id, requests.buttons.show(id)),
        ...(draft.check ? [] : [startCheck(context)]),
        moveButton(request, 'withdraw', context),
      ],
      replaces: true,
    },
    others: desks.map(({ at, language }) => ({
      to: at,
      reply: cardOf(request, language, context, signals),
    })),
  };
}

async function change(id: string, need: Need, turn: Turn, records: Records, context: Context): Promise<Written> {
  const request = await records.requests.get(id);
  if (!request) return { said: answered(context.texts.requests.unknown(id), undefined, context) };
  const refusal = canMove(request, 'edit', moverOf(turn, context));
  if (refusal) return { said: { ...answered(refusedText(request, refusal, context), undefined, context) } };
  return madeMove(request, 'edit', { need }, turn, records, context);
}
