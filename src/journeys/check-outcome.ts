import type { CheckSoFar } from '../check-so-far.ts';
import { amountOn, writeAmount } from '../knowledge/amounts.ts';
import type { Article } from '../knowledge/schema.ts';
import type { KeptReceipt } from '../receipt.ts';
import type { Button, Part } from '../reply.ts';
import { mayBeOffered } from '../suppliers/supplier.ts';
import { textPart, thingsOf } from './check-ask.ts';
import { knownOf, slotsOf } from './check-facts.ts';
import { checkedLine, motivationOf } from './check-receipt.ts';
import { filled, type Telling, type Told, toldOf } from './check-told.ts';
import type { Context } from './journey.ts';
import { citedSources, startHandOver, startRequest } from './show.ts';
import type { Answered } from './step.ts';
import { lacks } from './tell.ts';

export function tellOutcome(
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

export function tellingOf(now: CheckSoFar, context: Context): Telling {
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
      : textPart(checkedLine(context))),
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
export function trapsOf(telling: Telling, earlier: readonly KeptReceipt[]): Trap[] {
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
    'outside-supplier': supplier === undefined && telling.known.facts.evidence != null,
    'other-offer': supplier !== undefined && lacks(supplier, now.thing ? [now.thing] : [], context),
    'close-to-line': close,
    delivery: now.signals.includes('delivery') && !close && within,
    options: now.signals.includes('options') && within,
    'bought-before': before.length > 0 && (within || decision.outcome === otherwise.outcome),
    splitting: now.signals.includes('splitting'),
    'for-official': now.signals.includes('for-official'),
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
    startRequest(context),
    { label: buttons.change, action: { do: 'check', step: 'change' } },
    ...(decision.missing.length === 0
      ? [{ label: buttons.keep, action: { do: 'check' as const, step: 'keep' as const } }]
      : []),
    startHandOver(context),
  ];
}
