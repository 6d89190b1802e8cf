import type { CheckSoFar } from '../check-so-far.ts';
import { amountOn, withAmounts, writeAmount } from '../knowledge/amounts.ts';
import type { Article } from '../knowledge/schema.ts';
import type { Records } from '../ports.ts';
import type { KeptReceipt, Receipt } from '../receipt.ts';
import type { Button, Part } from '../reply.ts';
import { type FactId, factIds } from '../rules/check.ts';
import { mayBeOffered } from '../suppliers/supplier.ts';
import type { Turn } from '../turn.ts';
import { respond } from './answer.ts';
import { factsToAsk, knownOf, slotsOf } from './check-facts.ts';
import { type Moved, moveOf, openQuestion } from './check-move.ts';
import { questionOf, questionParts, type Refused } from './check-question.ts';
import { checkedLine, motivationOf, receiptOf } from './check-receipt.ts';
import { factText, filled, holdingNow, labelOf, type Told, toldOf } from './check-told.ts';
import type { Context, Journey } from './journey.ts';
import { receiptSaid } from './receipts.ts';
import { question } from './said.ts';
import { citedSources } from './show.ts';
import { type Answered, withNotes } from './step.ts';
import { lacks } from './tell.ts';

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
  const { check: now, lead, refused, replaces } = moved;
  const open = openQuestion(now, context);
  const said = open ? ask(open, now, lead, refused, context) : tellOutcome(now, lead, earlier, context);
  return replaces ? { ...said, replaces } : said;
}

function ask(
  open: FactId,
  now: CheckSoFar,
  lead: string | undefined,
  refused: Refused | undefined,
  context: Context,
): Answered {
  const { texts, language, library, progress } = context;
  const known = knownOf(now, context);
  const decision = context.decide(factsToAsk(now, known, context));
  const telling = { check: now, known, decision, context };
  const begins = !now.given.some(({ asked }) => asked) && !refused;
  const holds = holdingNow(telling).filter((one) => !now.told.includes(one));
  const facts = factIds.flatMap((fact) => knownLine(fact, telling));
  const splitting = now.signals.includes('splitting') && !now.told.includes('splitting');
  const hint = hintFor(open, now, context);
  const parts: Part[] = [
    ...textPart(lead),
    ...(begins && facts.length > 0 ? textPart(texts.check.known(facts.join('; '))) : []),
    ...(holds.length > 0 ? textPart(`**${texts.check.alreadyHolds(holds.join('; '))}**`) : []),
    ...(splitting ? textPart(library.knowledge.check.signals.splitting[language]) : []),
    ...textPart(now.supposed && known.facts.contract === 'unknown' ? texts.check.supposingQuestion : undefined),
    ...(hint?.parts ?? []),
    ...questionParts(
      open,
      now.given.some(({ asked }) => asked),
      context,
      refused,
    ),
    ...(begins ? textPart(texts.check.commands) : []),
  ];
  const trap = library.knowledge.articles.get(library.knowledge.check.signals.splitting.article);
  return {
    ...question('', progress),
    parts,
    sources: [...(splitting && trap ? citedSources(trap.sources, trap, context) : []), ...(hint?.sources ?? [])],
    plain: true,
    intent: 'check',
    check: { ...now, at: 'question', told: [...now.told, ...holds, ...(splitting ? ['splitting'] : [])] },
    progress: { ...progress, subject: 'none', open: undefined, things: thingsOf(now), slots: slotsOf(now, context) },
  };
}

/** What a later question for suppliers is about. */
function thingsOf({ thing }: CheckSoFar): { id: string; weight: number }[] {
  return thing ? [{ id: thing, weight: 1 }] : [];
}

/** What is known of this kind of purchase before the question is answered: a contract that may still run. */
function hintFor(open: FactId, now: CheckSoFar, context: Context): Pick<Answered, 'parts' | 'sources'> | undefined {
  const { library, language, today } = context;
  const category = library.lexicon.things.get(now.thing ?? '')?.category;
  const article = library.knowledge.articles.get(questionOf(open, context).hints?.[category ?? ''] ?? '');
  if (!article) return undefined;
  const body = withAmounts(article.body[language], library.knowledge.amounts, today, language);
  const known = body
    .split(/\n\s*\n/)
    .slice(0, 2)
    .join('\n\n');
  return { parts: textPart(known), sources: citedSources(article.sources, article, context) };
}

type Telling = Parameters<typeof toldOf>[0];

/** What is known so far, without what is only assumed. */
function knownLine(fact: FactId, telling: Telling): string[] {
  const { known } = telling;
  if (known.facts[fact] === undefined) return [];
  const text = factText(fact, telling);
  if (text === undefined) return [];
  const said = fact === 'supplier' ? text : `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
  return [`${labelOf(fact, telling.context).toLowerCase()}: ${said}`];
}

function tellOutcome(
  now: CheckSoFar,
  lead: string | undefined,
  earlier: readonly KeptReceipt[],
  context: Context,
): Answered {
  const { progress, library } = context;
  const telling = tellingOf(now, context);
  const { known } = telling;
  const traps = trapsOf(telling, earlier);
  const told = toldOf(
    telling,
    traps.map(({ text }) => text),
  );
  const supplier = library.knowledge.suppliers.get(known.facts.supplier ?? '');
  return {
    parts: [...textPart(lead), ...outcomeParts(told, telling)],
    sources: [
      ...told.sources,
      ...traps.flatMap(({ article }) => (article ? citedSources(article.sources, article, context) : [])),
    ].filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at),
    next: nextSteps(now, telling),
    suppliers: supplier && mayBeOffered(supplier) ? [supplier.id] : [],
    status: 'answered',
    intent: 'check',
    check: { ...now, at: 'outcome' },
    progress: {
      ...progress,
      subject: 'none',
      open: undefined,
      things: thingsOf(now),
      slots: slotsOf(now, context),
      ...(supplier && mayBeOffered(supplier) ? { shown: [supplier.id] } : {}),
    },
  };
}

function tellingOf(now: CheckSoFar, context: Context): Telling {
  const known = knownOf(now, context);
  return { check: now, known, decision: context.decide(known.facts), context };
}

/** An outcome as it is said: the answer in one line, why, what to do now, whom to ask, and what was counted with. */
export function outcomeParts(told: Told, telling: Telling): Part[] {
  const { decision, context, check: now } = telling;
  const { texts, library } = context;
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? undefined : [title, ...lines.map((line) => `- ${line}`)].join('\n');
  const direct = decision.outcome === library.knowledge.check.otherwise.outcome;
  return [
    ...textPart(told.answer),
    ...textPart(supposing(now, telling)),
    ...textPart([texts.check.why, ...told.why].join('\n')),
    ...textPart(list(texts.check.conditions, told.conditions)),
    ...textPart(list(texts.check.now, told.now)),
    ...textPart(list(texts.check.also, told.also)),
    ...textPart([told.contact, told.impact.join('\n')].filter(Boolean).join('\n\n')),
    { kind: 'facts', title: texts.check.used, facts: told.used },
    ...(direct && telling.known.facts.supplier
      ? textPart(`${texts.receipt.copy}\n${motivationOf({ facts: telling.known.facts, decision, told, context })}`)
      : []),
    ...textPart(checkedLine(context)),
  ];
}

/** What would follow without a contract; the outcome itself stays. */
function supposing(now: CheckSoFar, { known, decision, context }: Telling): string | undefined {
  if (!now.supposed || known.facts.contract !== 'unknown') return undefined;
  const { library, language, texts } = context;
  const then = context.decide({ ...known.facts, contract: 'no' });
  const name = library.knowledge.check.outcomes[then.outcome]?.name[language];
  return name && then.outcome !== decision.outcome ? texts.check.supposing(name.toLowerCase()) : undefined;
}

type Trap = { text: string; article: Article | undefined };

/** The traps of the line, where the person's own words, the total or an earlier check point at one. A signal, no control. */
function trapsOf(telling: Telling, earlier: readonly KeptReceipt[]): Trap[] {
  const { check: now, decision, context } = telling;
  const { library, language, texts, today } = context;
  const { signals, repeat, otherwise } = library.knowledge.check;
  const line = library.knowledge.amounts.get(repeat.passes);
  const value = line && amountOn(line, telling.known.facts.date ?? today);
  const near = signals['close-to-line'];
  const within = value !== undefined && decision.total !== null && decision.total <= value;
  const close = within && decision.total !== null && decision.total >= value * (near.share ?? 1);
  const before = earlier.map(({ receipt }) =>
    texts.check.earlier(
      receipt.number ?? '',
      receipt.day,
      receipt.decision.total === null ? texts.notKnown : writeAmount(receipt.decision.total, 'euro', language),
    ),
  );
  const thing = library.lexicon.things.get(now.thing ?? '')?.label[language] ?? '';
  const supplier = library.knowledge.suppliers.get(telling.known.facts.supplier ?? '');
  const holds: Record<keyof typeof signals, boolean> = {
    'other-offer': supplier !== undefined && lacks(supplier, now.thing ? [now.thing] : [], context),
    'close-to-line': close,
    delivery: now.signals.includes('delivery') && !close && within,
    options: now.signals.includes('options') && within,
    'bought-before': before.length > 0 && (within || decision.outcome === otherwise.outcome),
    splitting: now.signals.includes('splitting'),
  };
  const told = (Object.keys(signals) as (keyof typeof signals)[])
    .filter((id) => holds[id])
    .map((id) => ({
      text: filled(signals[id][language], telling).replace('{soort}', thing).replace('{eerder}', before.join('; ')),
      article: library.knowledge.articles.get(signals[id].article),
    }));
  const note = supplier?.note ? [{ text: `${supplier.name}: ${supplier.note[language]}`, article: undefined }] : [];
  return [...told, ...note];
}

function nextSteps(now: CheckSoFar, { known, decision, context }: Telling): Button[] {
  const { texts, library } = context;
  const { buttons } = texts.check;
  const outcome = library.knowledge.check.outcomes[decision.outcome];
  const { facts } = known;
  const category = library.lexicon.things.get(now.thing ?? '')?.category;
  const chosen = facts.supplier !== undefined || facts.evidence !== undefined;
  const mixed = library.lexicon.things.get(category ?? '')?.kind === undefined;
  const done = chosen && decision.outcome === library.knowledge.check.otherwise.outcome;
  const browse = category && !mixed && !done && (library.suppliers.byCategory.get(category)?.length ?? 0) > 0;
  const label = category && library.lexicon.things.get(category)?.label[context.language];
  return [
    ...(outcome?.confirm && typeof facts.supplier === 'string'
      ? [
          {
            label: buttons.confirm,
            action: { do: 'ask-confirmation' as const, supplier: facts.supplier },
            style: 'primary' as const,
          },
        ]
      : []),
    ...(facts.contract === 'unknown' && !now.supposed
      ? [{ label: buttons.suppose, action: { do: 'check' as const, step: 'suppose' as const } }]
      : []),
    ...(decision.conditions.includes('choose-supplier')
      ? [{ label: buttons.supplier, action: { do: 'answer' as const, question: 'supplier' } }]
      : []),
    ...(outcome?.suppliers && browse && category && label
      ? [{ label: texts.buttons.browse(label), action: { do: 'browse-category' as const, category } }]
      : outcome?.suppliers && chosen && !done
        ? [{ label: buttons.otherSupplier, action: { do: 'answer' as const, question: 'supplier' } }]
        : []),
    { label: buttons.change, action: { do: 'check', step: 'change' } },
    ...(decision.missing.length === 0
      ? [{ label: buttons.keep, action: { do: 'check' as const, step: 'keep' as const } }]
      : []),
  ];
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

/** Something else was asked in between: it is answered, and the open question repeated. */
function besides(turn: Turn, now: CheckSoFar, context: Context): Answered {
  const said = respond(turn, context);
  const open = openQuestion(now, context);
  if (!open) return said;
  const parts: Part[] = [
    ...said.parts,
    ...(said.sources.length > 0 ? [{ kind: 'sources' as const, sources: said.sources }] : []),
    ...textPart(context.texts.check.back),
    ...questionParts(
      open,
      now.given.some(({ asked }) => asked),
      context,
    ),
  ];
  return { ...said, parts, next: [], check: { ...now, at: 'question' }, cited: true };
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
  const plain = (text: string): Answered => ({
    ...question(text, progress),
    status: 'answered',
    plain: true,
    intent: 'check',
    check: now,
  });
  if (now.kept) return plain(texts.receipt.already(now.kept));
  if (openQuestion(now, context)) return { ...plain(texts.receipt.nothing), status: 'clarify' };
  const telling = tellingOf(now, context);
  const { decision, known: found } = telling;
  const told = toldOf(
    telling,
    trapsOf(telling, earlier).map(({ text }) => text),
  );
  const number = await nextNumber(today.slice(0, 4), records);
  const receipt: Receipt = receiptOf({ told, facts: found.facts, decision, number, context }, context.receiptKey);
  await records.receipts.put(number, { id: number, owner: turn.from.id, thing: now.thing ?? null, receipt });
  const said = receiptSaid(receipt, texts.receipt.kept(number), context);
  return { ...said, check: { ...now, kept: number, at: 'outcome' } };
}

/** Numbers follow each other through the year; none is given twice. */
async function nextNumber(year: string, records: Records): Promise<string> {
  const series = `CHK-${year}`;
  const last = (await records.counters.get(series))?.last ?? 0;
  await records.counters.put(series, { last: last + 1 });
  return `${series}-${String(last + 1).padStart(4, '0')}`;
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

function textPart(text: string | undefined): Part[] {
  return text ? [{ kind: 'text', text }] : [];
}
