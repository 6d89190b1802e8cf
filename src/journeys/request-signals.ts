import { amountOn, writeAmount } from '../knowledge/amounts.ts';
import type { Article } from '../knowledge/schema.ts';
import type { Records } from '../ports.ts';
import type { CitedSource, Part } from '../reply.ts';
import { unreachable } from '../reply.ts';
import { type PurchaseRequest, soughtIn } from '../requests/request.ts';
import { type Measure, type Signal, type Sum, signalsOf, type Wanted } from '../requests/signals.ts';
import { teamKey } from '../requests/team.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { plain } from './request-card.ts';
import { maySee } from './request-said.ts';
import { citedSources } from './show.ts';
import type { Answered } from './step.ts';

const MOST_NAMED = 3;

/** The preview of a request with what stands out about it, above its buttons; whatever else is said stays as it is. */
export async function withSignals(said: Answered, turn: Turn, records: Records, context: Context): Promise<Answered> {
  const draft = said.request;
  const at = said.parts.findIndex(
    (part) =>
      part.kind === 'buttons' && part.buttons.some(({ action }) => action.do === 'request' && action.step === 'post'),
  );
  if (!draft || at === -1) return said;
  const team = draft.need.team ?? context.people.find(turn.from)?.team;
  const wanted = {
    ...(draft.changes ? { id: draft.changes } : {}),
    on: context.today,
    need: { ...draft.need, ...(team ? { team } : {}) },
    person: turn.from.id,
  };
  const found = signalsOf(wanted, await othersThan(wanted, records), measureOf(context));
  if (found.length === 0) return said;
  const lines = found.map((signal) => textOf(signal, (one) => maySee(one, turn, context), context));
  const sources = sourcesOf(found, context);
  const parts: Part[] = [
    { kind: 'text', text: [context.texts.requests.signals.lead, ...lines.map((line) => `- ${line}`)].join('\n') },
    ...(sources.length > 0 ? [{ kind: 'sources' as const, sources }] : []),
  ];
  return {
    ...said,
    parts: [...said.parts.slice(0, at), ...parts, ...said.parts.slice(at)],
    sources: [...said.sources, ...sources],
    cited: true,
  };
}

/** Where a card stands, and the words of its place. */
type Words = (own: Context) => string[];

/** What stands out about a request on the desk, where all requests may be seen: looked up once, and said in any language. */
export async function deskSignals(request: PurchaseRequest, records: Records, context: Context): Promise<Words> {
  const live = await liveIn(records);
  return deskSignalsAmong(live, request, records, context);
}

/** The same, where it is known already what is open. */
export async function deskSignalsAmong(
  live: readonly PurchaseRequest[],
  request: PurchaseRequest,
  records: Records,
  context: Context,
): Promise<Words> {
  if (request.status !== 'open' && request.status !== 'claimed') return () => [];
  const { id, on, need, requester } = request;
  const wanted = { id, on, need, person: requester.id };
  const found = signalsOf(wanted, await othersThan(wanted, records, live), measureOf(context));
  return (own) => found.map((signal) => textOf(signal, () => true, own));
}

/** All that can stand out beside it, in the order of their numbers: few, however many requests there are. */
export async function othersThan(
  wanted: Wanted,
  records: Records,
  live?: readonly PurchaseRequest[],
): Promise<PurchaseRequest[]> {
  return inOrder([...(await alikeTo(wanted, records)), ...(live ?? (await liveIn(records)))]);
}

/** What may be the same need of the same team or person. */
async function alikeTo({ need, person }: Wanted, { requests }: Records): Promise<PurchaseRequest[]> {
  const sought = soughtIn(need);
  const byTeam = need.team === undefined ? [] : await requests.list({ ofTeam: teamKey(need.team), sought });
  return [...byTeam, ...(await requests.list({ owner: person, sought }))];
}

/** What may be bought together with something else. */
export async function liveIn({ requests }: Records): Promise<PurchaseRequest[]> {
  return [...(await requests.list({ status: 'open' })), ...(await requests.list({ status: 'claimed' }))];
}

/** Each once, the first that was asked first. */
function inOrder(all: readonly PurchaseRequest[]): PurchaseRequest[] {
  const { compare } = new Intl.Collator('nl', { numeric: true });
  return [...new Map(all.map((one) => [one.id, one])).values()].toSorted((a, b) => compare(a.id, b.id));
}

/** The line up to which buying directly may be possible, and the rates of btw, as the check counts with them. */
function measureOf({ library, today }: Context): Measure {
  const { amounts, check } = library.knowledge;
  const amountNow = (id: string) => {
    const amount = amounts.get(id);
    return amount && amountOn(amount, today);
  };
  return {
    line: amountNow(check.repeat.passes),
    rates: check.total.unknownRate.flatMap((id) => amountNow(id) ?? []),
    categoryOf: (thing) => library.lexicon.things.get(thing)?.category,
  };
}

/** A request is named where it may be seen; the others are counted, and what they come to is not told. */
function textOf(signal: Signal, seen: (request: PurchaseRequest) => boolean, context: Context): string {
  const { texts, language } = context;
  const { signals: words } = texts.requests;
  const visible = signal.others.filter(seen);
  const named = visible.slice(0, MOST_NAMED);
  const names = named.map(({ id, on, need }) => words.named(id, plain(need.what).slice(0, 60), texts.sayDate(on)));
  const which = words.which(names, signal.others.length - named.length);
  const euros = (value: number) => writeAmount(value, 'euro', language);
  const together = ({ low, high }: Sum, line: number) => [
    ...(visible.length < signal.others.length
      ? []
      : [words.together(low === high ? euros(high) : words.between(euros(low), euros(high)))]),
    (low > line ? words.above : words.maybeAbove)(euros(line)),
  ];
  switch (signal.kind) {
    case 'double':
      return words.double(which);
    case 'adds-up':
      return [words.addsUp(which), ...together(signal.sum, signal.line), words.addUp].join(' ');
    case 'bundle': {
      const { sum, line } = signal;
      const passing = sum && line !== undefined ? [...together(sum, line), words.askBuyers] : [];
      return [words.bundle(which), ...passing].join(' ');
    }
    default:
      return unreachable(signal);
  }
}

/** The articles that the check names for buying again and for splitting. */
function sourcesOf(found: readonly Signal[], context: Context): CitedSource[] {
  const { articles, check } = context.library.knowledge;
  const again = check.signals['bought-before'].article;
  const split = check.signals.splitting.article;
  const ids = found.flatMap(({ kind }) => (kind === 'double' ? [again] : [again, split]));
  return [...new Set(ids)]
    .map((id) => articles.get(id))
    .filter((article): article is Article => article !== undefined)
    .flatMap((article) => citedSources(article.sources, article, context))
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at);
}
