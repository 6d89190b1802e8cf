import type { Desk } from '../places.ts';
import type { Message, Records } from '../ports.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import type { Turn } from '../turn.ts';
import type { Context } from './journey.ts';
import { cardOf } from './request-card.ts';
import { answered, type Written } from './request-said.ts';
import { deskSignalsAmong, liveIn } from './request-signals.ts';

type Takes = Desk['takes'];
type Asked = { takes?: Takes | undefined; category?: string | undefined; stop?: boolean | undefined };

/** Announces requests or questions in this place from now on, or no longer. What is still open is shown at once. */
export async function announce(
  { takes = 'requests', category, stop = false }: Asked,
  turn: Turn,
  records: Records,
  context: Context,
): Promise<Written> {
  const { texts, library, language, people, progress, roles } = context;
  const words = { requests: texts.requests, questions: texts.questions }[takes].announce;
  const said = (text: string): Written => ({ said: answered(text, progress.request, context) });
  if (!people.known) return said(texts.requests.announce.nobody);
  const may = roles.includes('buyer') || (takes === 'questions' && roles.includes('editor'));
  if (!may) return said(words.notYou);

  const at = turn.room ?? turn.at;
  if (stop) {
    const here = (await records.desks.list({ takes })).filter((one) => placeId(one.at) === placeId(at));
    for (const one of here) await records.desks.remove(one.id);
    return said(here.length > 0 ? words.stopped : words.never);
  }
  const label = category && library.lexicon.things.get(category)?.label[language];
  const only = label ? (category ?? null) : null;
  const id = [takes, placeId(at), only].filter(Boolean).join(' ');
  if (await records.desks.get(id)) return said(words.already);
  await records.desks.put(id, { id, takes, by: turn.from.id, at, category: only, language });
  const here = label ? words.hereFor(label.toLowerCase()) : words.here;
  if (takes === 'questions') return said(here);
  const live = await liveIn(records);
  const open = live.filter(({ status, need }) => status === 'open' && isFor(only, categoryOf(need.thing, context)));
  const cards: Message[] = [];
  for (const one of open) {
    await showHere(one, at, records);
    const signals = await deskSignalsAmong(live, one, records, context);
    cards.push({ to: at, reply: cardOf(one, language, context, signals) });
  }
  const waiting = open.length > 0 ? texts.requests.announce.waiting(open.length) : '';
  return {
    ...said([here, waiting].filter(Boolean).join('\n')),
    others: cards,
  };
}

async function showHere(request: PurchaseRequest, at: Turn['at'], records: Records): Promise<void> {
  const there = request.cards.some((one) => placeId(one) === placeId(at));
  if (!there) await records.requests.put(request.id, { ...request, cards: [...request.cards, at] });
}

/** The places that hear of something: those for its category, and those for everything. One place hears once. */
export async function desksFor(
  takes: Takes,
  category: string | null,
  { desks }: Pick<Records, 'desks'>,
): Promise<Desk[]> {
  const all = (await desks.list({ takes })).filter((one) => isFor(one.category, category));
  return all.filter(({ at }, place) => all.findIndex((one) => placeId(one.at) === placeId(at)) === place);
}

export function categoryOf(thing: string | undefined, { library }: Pick<Context, 'library'>): string | null {
  return library.lexicon.things.get(thing ?? '')?.category ?? null;
}

function isFor(wanted: string | null, category: string | null): boolean {
  return wanted === null || wanted === category;
}

function placeId({ channel, id }: Turn['at']): string {
  return `${channel} ${id}`;
}
