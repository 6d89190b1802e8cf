import type { CheckSoFar } from '../check-so-far.ts';
import { nextNumber } from '../numbers.ts';
import type { Records } from '../ports.ts';
import type { KeptReceipt, Receipt } from '../receipt.ts';
import type { Button } from '../reply.ts';
import { type FactId, factIds } from '../rules/check.ts';
import type { Turn } from '../turn.ts';
import { ask, besides, notedOf } from './check-ask.ts';
import { type Moved, moveOf } from './check-move.ts';
import { tellingOf, tellOutcome, trapsOf } from './check-outcome.ts';
import { receiptOf } from './check-receipt.ts';
import { openQuestion } from './check-state.ts';
import { factText, labelOf, toldOf } from './check-told.ts';
import type { Context, Journey } from './journey.ts';
import { receiptSaid } from './receipts.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** The direct-purchase check: what was said, at most the few questions that still matter, and an outcome with its reasons. */
export const check: Journey = async (turn, context) => {
  const moved = moveOf(turn, context);
  return async (records) => {
    const earlier = await keptBefore(moved, turn, records, context);
    const said = await saidOf(moved, turn, earlier, records, context);
    return withNotes(turn, said, context, records);
  };
};

async function saidOf(
  moved: Moved,
  turn: Turn,
  earlier: readonly KeptReceipt[],
  records: Records,
  context: Context,
): Promise<Answered> {
  const { texts, progress } = context;
  switch (moved.kind) {
    case 'left':
      return {
        ...question(texts.check.stopped, progress),
        status: 'answered',
        plain: true,
        check: null,
        intent: 'check',
      };
    case 'change':
      return whichAnswer(moved.check, context);
    case 'keep':
      return keep(moved.check, turn, earlier, records, context);
    case 'aside':
      return besides(turn, moved.check, context);
    default:
      return go(moved, earlier, context);
  }
}

/** The next question, or the outcome. */
function go(moved: Extract<Moved, { kind: 'on' }>, earlier: readonly KeptReceipt[], context: Context): Answered {
  const { check: now, lead, noted = [], refused, replaces } = moved;
  const open = openQuestion(now, context);
  const said = open
    ? ask(open, now, lead ?? notedOf(noted, now, context), refused, context)
    : tellOutcome(now, lead, earlier, context);
  return replaces ? { ...said, replaces } : said;
}

/** The answers that counted, each to be given again. */
function whichAnswer(now: CheckSoFar, context: Context): Answered {
  const { texts, progress } = context;
  const telling = tellingOf(now, context);
  const buttons = factIds.flatMap((fact): Button[] => {
    const changes = fact === 'vat' || fact === 'vatRate' ? known(now, fact) : true;
    const text = fact === 'vat' || fact === 'vatRate' ? labelOf(fact, context) : factText(fact, telling);
    const together = fact === 'related';
    if (!changes || text === undefined || together) return [];
    const label = fact === 'vat' || fact === 'vatRate' ? text : `${labelOf(fact, context)}: ${text}`;
    return [{ label: label.slice(0, LONGEST_LABEL), action: { do: 'answer', question: fact } }];
  });
  return {
    ...question(texts.check.whichAnswer, progress),
    parts: [
      { kind: 'text', text: texts.check.whichAnswer },
      {
        kind: 'buttons',
        buttons: [...buttons, { label: texts.check.buttons.stop, action: { do: 'check', step: 'stop' } }],
      },
    ],
    plain: true,
    intent: 'check',
    check: { ...now, at: 'outcome' },
  };
}

const LONGEST_LABEL = 75;

function known(now: CheckSoFar, fact: FactId): boolean {
  return now.given.some((one) => one.fact === fact);
}

/** Keeps the outcome under a number of its own. */
async function keep(
  now: CheckSoFar,
  turn: Turn,
  earlier: readonly KeptReceipt[],
  records: Records,
  context: Context,
): Promise<Answered> {
  const { texts, progress, today } = context;
  // Somebody pressed twice: the first press may have been settled since this one was thought about.
  const settled = (await records.progress.get(context.place))?.check?.kept;
  const plain = (text: string): Answered => ({
    ...question(text, progress),
    status: 'answered',
    plain: true,
    intent: 'check',
    check: now,
  });
  const kept = now.kept ?? settled;
  if (kept) return plain(texts.receipt.already(kept));
  if (openQuestion(now, context)) return { ...plain(texts.receipt.nothing), status: 'clarify' };
  const telling = tellingOf(now, context);
  const { decision, known: found } = telling;
  if (decision.missing.length > 0) return { ...plain(texts.receipt.nothing), status: 'clarify' };
  const told = toldOf(
    telling,
    trapsOf(telling, earlier).map(({ text }) => text),
  );
  const number = await nextNumber('CHK', today.slice(0, 4), records);
  const receipt: Receipt = receiptOf({ told, facts: found.facts, decision, number, context }, context.receiptKey);
  await records.receipts.put(number, { id: number, owner: turn.from.id, thing: now.thing ?? null, on: today, receipt });
  const said = receiptSaid(receipt, texts.receipt.kept(number), context);
  return { ...said, check: { ...now, kept: number, at: 'outcome' } };
}

/** Checks that the same person kept for the same kind of thing, not too long ago. */
async function keptBefore(
  moved: Moved,
  turn: Turn,
  records: Records,
  { library, today }: Context,
): Promise<KeptReceipt[]> {
  if (moved.kind !== 'on' && moved.kind !== 'keep') return [];
  const { thing, kept } = moved.check;
  const categoryOf = (id: string | null | undefined) => library.lexicon.things.get(id ?? '')?.category;
  const category = categoryOf(thing);
  if (!category) return [];
  const since = new Date(`${today}T00:00:00Z`);
  since.setUTCDate(since.getUTCDate() - (library.knowledge.check.signals['bought-before'].days ?? 0));
  const from = since.toISOString().slice(0, 10);
  const own = await records.receipts.list({ owner: turn.from.id });
  return own.filter(
    ({ id, thing: other, receipt }) => id !== kept && categoryOf(other) === category && receipt.day >= from,
  );
}
