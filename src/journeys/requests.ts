import type { Records } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { controlIn } from './check-hear.ts';
import type { Context, Journey } from './journey.ts';
import { requestActions } from './request-actions.ts';
import { announce } from './request-desk.ts';
import { beginFilled } from './request-dialog.ts';
import { needForm } from './request-form.ts';
import { mine } from './request-list.ts';
import { mail } from './request-mail.ts';
import { move, show } from './request-move.ts';
import { missingOf } from './request-need.ts';
import { proof } from './request-proof.ts';
import { mute } from './request-remind.ts';
import { answered, type Written } from './request-said.ts';
import { withSignals } from './request-signals.ts';
import { told } from './request-told.ts';
import { agreesIn, numberIn, paperIn, saysPost, soundsContent, typedIn, wordsFor } from './request-typed.ts';
import { beginsAnother } from './request-what.ts';
import {
  askPost,
  begin,
  beginChange,
  beginInstead,
  besidesRequest,
  filled,
  handedOn,
  post,
  shown,
  writing,
} from './request-write.ts';
import { withNotes } from './step.ts';

/** Purchase requests: writing and posting one, moving it, looking at it, and where the buyers hear of it. */
export const requests: Journey = async (turn, context) => async (records) => {
  const { said, others = [] } = await written(turn, records, context);
  const step = await withNotes(turn, await withSignals(said, turn, records, context), context, records);
  return { ...step, messages: [...step.messages, ...others] };
};

/** True when a turn is about a purchase request. */
export function concernsRequests(turn: Turn, context: Context): boolean {
  const { input } = turn;
  const { progress, reading, intent } = context;
  if (input.kind === 'handed-on') return true;
  if (input.kind === 'action' && input.action.do !== 'ask') {
    const { action } = input;
    if (action.do === 'start') return action.journey === 'requests';
    return requestActions.has(action.do);
  }
  if (!reading || reading.tokens.length === 0) return false;
  if (numberIn(reading.text) !== undefined || wordsFor(context) !== undefined) return true;
  if (paperIn(reading.text)) return true;
  if ((progress.moving && !progress.moving.unsure) || saysPost(context)) return true;
  const draft = progress.request;
  if (draft?.at === 'open' && !draft.posted) return true;
  return intent === 'post-request';
}

async function written(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { input } = turn;
  if (input.kind === 'handed-on') return handedOn(input.text, turn, context);
  if (input.kind === 'action' && input.action.do !== 'ask') return pressed(turn, input, records, context);
  const { reading, progress } = context;
  const number = numberIn(reading?.text ?? '');
  if (number) return show(number, turn, records, context);
  const paper = paperIn(reading?.text ?? '');
  if (paper) return PAPERS[paper.paper](paper.request, turn, records, context);
  const asked = wordsFor(context);
  if (asked === 'mine') return mine(1, turn, records, context);
  if (asked) return announce({ ...asked, category: reading?.slots.category }, turn, records, context);
  if (progress.moving && !progress.moving.unsure) return moving(turn, records, context);
  if (saysPost(context)) return postIt(turn, records, context);
  return wrote(turn, records, context);
}

async function pressed(
  turn: Turn,
  { action, values }: Extract<Turn['input'], { kind: 'action' }>,
  records: Records,
  context: Context,
): Promise<Written> {
  const { texts, progress } = context;
  switch (action.do) {
    case 'start':
      return 'what' in values ? beginFilled(values, turn, context) : begin(turn, context);
    case 'show-request':
      return show(action.request, turn, records, context);
    case 'mute-request':
      return mute(action.request, turn, records, context);
    case 'request-paper':
      return PAPERS[action.paper](action.request, turn, records, context);
    case 'my-requests':
      return mine(action.page ?? 1, turn, records, context);
    case 'announce-here':
      return announce(action, turn, records, context);
    case 'move': {
      const request = action.move === 'edit' ? await records.requests.get(action.request) : undefined;
      const own = request?.requester.id === turn.from.id && request.status === 'open';
      if (request && own) return beginChange(request, context);
      return move(action.request, action.move, values, turn, records, context);
    }
    default: {
      const draft = progress.request;
      if (action.do !== 'request' || !draft) return { said: answered(texts.requests.nothing, undefined, context) };
      if (action.step === 'post') return post(draft, turn, records, context);
      if (draft.posted) return { said: answered(texts.requests.already(draft.posted), draft, context) };
      if (action.step === 'stop') return { said: answered(texts.requests.dropped, undefined, context) };
      if (action.step === 'fill') return { said: filled(draft, values, context) };
      return { said: writing(draft, needForm(draft.need, context), context) };
    }
  }
}

/** A typed text while somebody writes a request, or one that asks for one. */
async function wrote(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress, reading, intent } = context;
  const draft = progress.request;
  if (!draft || draft.posted || draft.at === 'aside') {
    const goesOn = draft && !draft.posted && intent === 'post-request' && reading?.things.length === 0;
    return goesOn ? { said: shown({ ...draft, at: 'open' }, context) } : begin(turn, context);
  }
  const control = controlIn(context);
  if (control === 'stop') return { said: answered(texts.requests.dropped, undefined, context) };
  if (control === 'again')
    return begin(turn, { ...context, progress: { ...progress, request: undefined, slots: {}, things: [] } });
  if (control === 'back') return { said: writing(draft, needForm(draft.need, context), context) };
  if (intent === 'post-request' && draft.need.what && !draft.changes && beginsAnother(context))
    return beginInstead(draft, turn, context);
  if (intent === 'post-request' && reading?.things.length === 0 && draft.need.what)
    return post(draft, turn, records, context);
  const agrees = draft.need.what ? agreesIn(context) : undefined;
  if (agrees === 'declined') return { said: writing(draft, needForm(draft.need, context), context) };
  const sure = draft.changes || draft.asksPost || missingOf(draft.need).length === 0;
  if (agrees) return sure ? post(draft, turn, records, context) : { said: askPost(draft, context) };
  if (draft.need.what && soundsContent(context))
    return {
      said: draft.changes || missingOf(draft.need).length === 0 ? shown(draft, context) : askPost(draft, context),
    };
  const more = told(draft, context);
  return { said: more ? shown(more, context) : besidesRequest(turn, draft, context) };
}

/** "Plaats maar": what they are writing, else what was said last, else there is nothing to post. */
async function postIt(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress } = context;
  const draft = progress.request;
  const inHand = draft && (draft.posted ? draft.at === 'open' : draft.need.what);
  if (draft && inHand) return post(draft, turn, records, context);
  const { reading: _post, ...before } = context;
  const begun = begin(turn, before);
  if (begun.said.request?.need.what) return begun;
  const next = [{ label: texts.requests.buttons.start, action: { do: 'start', journey: 'requests' } as const }];
  return { said: { ...answered(texts.requests.nothing, undefined, context), next } };
}

/** A typed text answers the form of a move that is open. */
async function moving(turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress, reading } = context;
  const { moving: open } = progress;
  if (!open || !reading) return { said: answered(texts.requests.nothing, progress.request, context) };
  if (controlIn(context) === 'stop') return { said: answered(texts.check.stopped, progress.request, context) };
  const text = turn.input.kind === 'text' ? turn.input.text : reading.text;
  const values = { ...open.values, ...typedIn(reading, open.values), text };
  return move(open.request, open.move, values, turn, records, context);
}

const PAPERS = { proof, mail } as const;
