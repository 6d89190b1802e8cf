import type { Message, Records } from '../ports.ts';
import type { Button, Field, Part } from '../reply.ts';
import { canMove, type Move, movesOf, withMove } from '../requests/moves.ts';
import type { Bought, Need, Party, PurchaseRequest } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { LONGEST_TEXT } from '../understand/fold.ts';
import { experienceButtons } from './experience.ts';
import type { Context } from './journey.ts';
import { cardOf, historyPart, moveButton, plain, requestParts, showButton, supplierName } from './request-card.ts';
import { amountText, boughtIn, supplier } from './request-form.ts';
import { mayMail } from './request-mail.ts';
import { answered, maySee, moverOf, partyOf, refusedText, unknownRequest, type Written } from './request-said.ts';
import { deskSignals } from './request-signals.ts';
import { question } from './said.ts';

type Brought = { text?: string; need?: Need; bought?: Bought };

/** Makes a move, or asks what must be said with it; refused with why, when it is no longer possible or not this person's to make. */
export async function move(
  id: string,
  what: Move,
  values: Record<string, string>,
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Written> {
  const request = await records.requests.get(id);
  const known = request && (maySee(request, turn, context) || context.people.known === false);
  if (!request || !known) return { said: answered(context.texts.requests.unknown(plain(id)), undefined, context) };
  const refusal = canMove(request, what, moverOf(turn, context));
  if (refusal) return { said: refused(request, refusal, context) };
  const asks = fieldsOf(what, request, {}, {}, context);
  if (asks.length === 0) return madeMove(request, what, {}, turn, records, context);
  if (Object.keys(values).length === 0) return { said: form(request, what, asks, context) };
  const brought = broughtIn(what, values, request, context);
  if ('errors' in brought) {
    const { text = '' } = values;
    if (what === 'answer' && text.length > LONGEST_WORDS && context.progress.moving?.unsure)
      return { said: { ...answerForm(request, text, context), replaces: true } };
    const again = fieldsOf(what, request, values, brought.errors, context);
    return { said: { ...form(request, what, again, context), replaces: true } };
  }
  return madeMove(request, what, brought, turn, records, context);
}

function refused(request: PurchaseRequest, refusal: Parameters<typeof refusedText>[1], context: Context) {
  const { texts, people, progress } = context;
  const nobody = refusal === 'not-you' && !people.known ? `\n${texts.requests.announce.nobody}` : '';
  return {
    ...answered(refusedText(request, refusal, context) + nobody, progress.request, context),
    next: [showButton(request.id, texts.requests.buttons.show(request.id))],
  };
}

/** Keeps the move; the one who made it, the other party and every card hear. */
export async function madeMove(
  request: PurchaseRequest,
  what: Move,
  brought: Brought,
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Written> {
  const by = partyOf(turn, context);
  const moved = withMove(request, what, { by, on: context.now, ...brought });
  await records.requests.put(moved.id, moved);
  const { texts } = context;
  const desks = await records.desks.list({});
  const languageAt = ({ channel, id }: Turn['at']) =>
    desks.find(({ at }) => at.channel === channel && at.id === id)?.language ?? moved.requester.language;
  const signals = moved.cards.length > 0 ? await deskSignals(moved, records, context) : () => [];
  const cards = moved.cards.map((at): Message => ({ to: at, reply: cardOf(moved, languageAt(at), context, signals) }));
  const others = hearing(request, moved, by)
    .filter((party) => party.id !== by.id)
    .flatMap((party): Message[] =>
      party.at ? [{ to: party.at, ...elsewhere(party), reply: heard(moved, what, by, brought, party, context) }] : [],
    );
  const draft = context.progress.request?.changes === moved.id ? undefined : context.progress.request;
  return {
    said: {
      ...answered(texts.requests.toMover[what](moved.id), draft, context),
      next: [
        ...movesOf(moved, moverOf(turn, context))
          .slice(0, 3)
          .map((one) => moveButton(moved, one, context)),
        showButton(moved.id, texts.requests.buttons.show(moved.id)),
      ],
      replaces: Object.keys(brought).length > 0,
    },
    others: [...cards, ...others],
  };
}

function elsewhere({ orElse }: Party): Pick<Message, 'orElse'> {
  return orElse ? { orElse } : {};
}

/** Who is concerned: who asked, who had it, and who has it now. */
function hearing(before: PurchaseRequest, after: PurchaseRequest, by: Party): Party[] {
  const all = [after.requester, before.claimer, after.claimer].filter((one) => one !== undefined);
  return all.filter(({ id }, at) => id !== by.id && all.findIndex((one) => one.id === id) === at);
}

function heard(request: PurchaseRequest, what: Move, by: Party, brought: Brought, to: Party, context: Context) {
  const texts = allTexts[to.language];
  const own: Context = { ...context, language: to.language, texts };
  const name = plain(by.name) || texts.requests.someone;
  const lead = texts.requests.toOthers[what](request.id, name.slice(0, 1).toUpperCase() + name.slice(1));
  const said = brought.bought
    ? texts.requests.boughtOf(supplierName(brought.bought.supplier, own), amountText(brought.bought, own))
    : brought.text;
  const bought = request.bought && context.library.knowledge.suppliers.has(request.bought.supplier);
  const asks = what === 'finish' && bought === true && to.id === request.requester.id;
  const buttons = [
    ...(what === 'ask' && to.id === request.requester.id ? [moveButton(request, 'answer', own)] : []),
    ...(asks ? experienceButtons(request.id, own) : []),
    showButton(request.id, texts.requests.buttons.show(request.id)),
  ];
  const parts: Part[] = [
    { kind: 'text', text: [lead, said && plain(said), asks && texts.experience.ask].filter(Boolean).join('\n') },
    { kind: 'buttons', buttons },
  ];
  return { language: to.language, parts };
}

/** The fields that a move asks, with what stood in them and what was wrong. */
function fieldsOf(
  what: Move,
  request: PurchaseRequest,
  values: Record<string, string>,
  errors: Record<string, string>,
  context: Context,
): Field[] {
  const { forms } = context.texts.requests;
  const field = (id: string, label: string, kind: Field['kind'], known = ''): Field => ({
    id,
    label,
    kind,
    required: true,
    ...(values[id] || known ? { value: values[id] ?? known } : {}),
    ...(errors[id] ? { error: errors[id] } : {}),
  });
  const wanted = request.need.supplier ? supplierName(request.need.supplier, context) : '';
  switch (what) {
    case 'ask':
      return [field('text', forms.ask, 'long-text')];
    case 'answer':
      return [field('text', forms.answer, 'long-text')];
    case 'supplier':
      return [field('supplier', forms.supplier, 'text')];
    case 'finish':
      return [
        field('boughtFrom', forms.boughtFrom, 'text', wanted),
        field('boughtFor', forms.boughtFor, 'text', knownAmount(request.need, context)),
      ];
    default:
      return [];
  }
}

/** What can be sent as it stands: without a word about btw it would be refused. */
function knownAmount({ amount, vat }: Need, context: Context): string {
  return amount !== undefined && vat ? amountText({ amount, vat }, context) : '';
}

function form(request: PurchaseRequest, what: Move, fields: Field[], context: Context) {
  const { texts, progress } = context;
  const { forms, moveButtons } = texts.requests;
  const asked = what === 'answer' && request.question ? `\n${plain(request.question)}` : '';
  const standing = fields.flatMap(({ id, value }) => (value ? [[id, value.slice(0, 1000)]] : []));
  const parts: Part[] = [
    { kind: 'text', text: forms.lead(moveButtons[what], request.id) + asked },
    {
      kind: 'form',
      fields,
      submit: {
        label: what === 'finish' ? forms.finish : forms.send,
        action: { do: 'move', request: request.id, move: what },
        style: 'primary',
      },
    },
  ];
  return {
    ...question('', progress),
    parts,
    plain: true,
    intent: 'post-request' as const,
    request: progress.request ?? null,
    moving: { request: request.id, move: what, values: Object.fromEntries(standing) },
  };
}

/** This question of the buyer, and no later one. */
export function waitingKey({ id, history }: PurchaseRequest): string {
  return `${id} ${history.length}`;
}

/** What a buyer or a requester writes to the other is kept whole, and not longer than this. */
const LONGEST_WORDS = 1000;

/** Asks whether a text answers the question of a buyer: a yes sends it, and one press or a no makes it a question to the bot. One that is too long stands in the form, to be made shorter. */
export function answerForm(request: PurchaseRequest, text: string, context: Context) {
  const { texts } = context;
  const { tooLong } = texts.requests.unreadable;
  const long = text.length > LONGEST_WORDS ? { text: tooLong(text.length, LONGEST_WORDS) } : undefined;
  const asked = form(request, 'answer', fieldsOf('answer', request, { text }, long ?? {}, context), context);
  const said = long ? texts.requests.isLongAnswer(request.id, LONGEST_WORDS) : texts.requests.isAnswer(request.id);
  const lead: Part = { kind: 'text', text: said };
  const toBot: Button = {
    label: texts.requests.buttons.toBot,
    action: { do: 'ask', text: text.slice(0, 500).toWellFormed(), besides: waitingKey(request) },
  };
  return {
    ...asked,
    parts: [lead, ...asked.parts],
    next: [toBot],
    // Half an answer is never sent.
    moving: {
      ...asked.moving,
      ...(long ? { values: {} } : {}),
      said: text.slice(0, LONGEST_TEXT).toWellFormed(),
      unsure: true as const,
    },
  };
}

function broughtIn(
  what: Move,
  values: Record<string, string>,
  { need }: PurchaseRequest,
  context: Context,
): Brought | { errors: Record<string, string> } {
  const { unreadable } = context.texts.requests;
  if (what === 'finish') {
    const read = boughtIn(values, context);
    if ('errors' in read) return read;
    return {
      ...read,
      text: context.texts.requests.boughtOf(
        supplierName(read.bought.supplier, context),
        amountText(read.bought, context),
      ),
    };
  }
  if (what === 'supplier') {
    const chosen = supplier(values.supplier ?? '', context);
    return typeof chosen === 'string'
      ? { text: supplierName(chosen, context), need: { ...need, supplier: chosen } }
      : { errors: { supplier: chosen.error } };
  }
  const text = (values.text ?? '').toWellFormed().trim();
  if (text.length > LONGEST_WORDS) return { errors: { text: unreadable.tooLong(text.length, LONGEST_WORDS) } };
  return text ? { text } : { errors: { text: unreadable.empty } };
}

/** One request as this person sees it, with what happened and what they can do now. */
export async function show(id: string, turn: Turn, records: Records, context: Context): Promise<Written> {
  const { texts, progress } = context;
  const request = await records.requests.get(id);
  if (!request || !maySee(request, turn, context)) return { said: unknownRequest(id, context) };
  const mover = moverOf(turn, context);
  const { buttons } = texts.requests.papers;
  const paper = (which: keyof typeof buttons): Button => ({
    label: buttons[which],
    action: { do: 'request-paper', request: request.id, paper: which },
  });
  const parts: Part[] = [...requestParts(request, context), historyPart(request, context)];
  return {
    said: {
      ...answered('', progress.request, context),
      parts,
      next: [
        ...movesOf(request, mover).map((one) => moveButton(request, one, context)),
        ...(mayMail(request, mover) ? [paper('mail')] : []),
        paper('proof'),
      ],
    },
  };
}
