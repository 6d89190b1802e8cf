import type { Message, Records } from '../ports.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { cardOf } from './request-card.ts';
import { answered, type Written } from './request-said.ts';

/** Announces requests in this place from now on, or no longer: for buyers. What is still open is shown at once. */
export async function announce(
  { category, stop = false }: { category?: string | undefined; stop?: boolean | undefined },
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Written> {
  const { texts, library, language, people, progress } = context;
  const { announce: words } = texts.requests;
  const said = (text: string): Written => ({ said: answered(text, progress.request, context) });
  if (!people.known) return said(words.nobody);
  if (!context.roles.includes('buyer')) return said(words.notYou);

  const at = turn.room ?? turn.at;
  const id = deskId(at, category);
  const here = await records.desks.get(id);
  if (stop) {
    const all = (await records.desks.list({})).filter((one) => deskId(one.at) === deskId(at));
    for (const one of all) await records.desks.remove(one.id);
    return said(all.length > 0 ? words.stopped : words.never);
  }
  if (here) return said(words.already);
  const label = category && library.lexicon.things.get(category)?.label[language];
  await records.desks.put(id, { id, at, category: label ? (category ?? null) : null, language });
  const open = (await records.requests.list({ status: 'open' })).filter((one) =>
    isFor(label ? category : null, one, context),
  );
  const shown = await Promise.all(open.map((one) => showHere(one, at, records)));
  const text = [
    label ? words.hereFor(label.toLowerCase()) : words.here,
    open.length > 0 ? words.waiting(open.length) : '',
  ]
    .filter(Boolean)
    .join('\n');
  return { ...said(text), others: shown.map((one): Message => ({ to: at, reply: cardOf(one, language, context) })) };
}

async function showHere(request: PurchaseRequest, at: Turn['at'], records: Records): Promise<PurchaseRequest> {
  const there = request.cards.some((one) => deskId(one) === deskId(at));
  const shown = there ? request : { ...request, cards: [...request.cards, at] };
  await records.requests.put(shown.id, shown);
  return shown;
}

/** The desks that hear of a request: those for its category, and those for everything. One place hears once. */
export async function desksFor(
  need: Pick<PurchaseRequest, 'need'>,
  records: Records,
  context: Context,
): Promise<{ at: Turn['at']; language: 'nl' | 'en' }[]> {
  const all = (await records.desks.list({})).filter(({ category }) => isFor(category, need, context));
  return all.filter(({ at }, place) => all.findIndex((one) => deskId(one.at) === deskId(at)) === place);
}

function isFor(
  category: string | null | undefined,
  { need }: Pick<PurchaseRequest, 'need'>,
  { library }: Context,
): boolean {
  return category == null || library.lexicon.things.get(need.thing ?? '')?.category === category;
}

function deskId({ channel, id }: Turn['at'], category?: string): string {
  return [channel, id, category].filter(Boolean).join(' ');
}
