import type { Message, Records } from '../ports.ts';
import type { Button, Part, Reply } from '../reply.ts';
import { reportFor } from '../report-paper.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import { texts as allTexts } from '../texts/texts.ts';
import type { Turn } from '../turn.ts';
import { oneMonth } from '../understand/period.ts';
import type { Act, Context } from './journey.ts';
import { figuresDrawn, figuresTold } from './report-told.ts';
import { answered } from './request-said.ts';
import { withNotes } from './step.ts';

type Language = 'nl' | 'en';

/** Offers the monthly message. */
export function monthlyButton({ texts }: Pick<Context, 'texts'>): Button {
  return { label: texts.figures.monthly.buttons.on, action: { do: 'monthly' } };
}

/** Notes who wants the monthly message, and where; or that they want it no longer. */
export async function monthlyWanted(turn: Turn, stop: boolean, context: Context): Promise<Act> {
  const { nextFirstWorkingDay } = await import('../working-days.ts');
  const { texts, today } = context;
  const day = texts.sayDay(nextFirstWorkingDay(today));
  return async (records) => {
    const text = await noted(turn, stop, day, records, context);
    return withNotes(turn, answered(text, context.progress.request, context), context, records);
  };
}

async function noted(
  { from, at, reach }: Turn,
  stop: boolean,
  day: string,
  { subscribers }: Records,
  { texts, people, language }: Context,
): Promise<string> {
  const { monthly: words } = texts.figures;
  const before = await subscribers.get(from.id);
  if (stop) {
    if (before) await subscribers.remove(from.id);
    return before ? words.off : words.never;
  }
  if (people.known && !people.find(from)) return words.unknown;
  await subscribers.put(from.id, { id: from.id, at: reach ?? at, language });
  return before ? words.already(day) : words.on(day);
}

/** Tells the figures of a month to who wants them. Who left the file of colleagues hears nothing more. */
export async function monthly(month: string, context: Context): Promise<Act> {
  const [all, wanting] = await context.read(async ({ requests, subscribers }) => [
    await requests.list({}),
    await subscribers.list({}),
  ]);
  const replies = new Map<Language, Reply>();
  for (const language of new Set(wanting.map((one) => one.language)))
    replies.set(language, await told(month, all, language, context));
  return async ({ subscribers }) => {
    const messages: Message[] = [];
    for (const one of await subscribers.list({})) {
      const reply = replies.get(one.language);
      if (context.people.known && !context.people.find(one)) await subscribers.remove(one.id);
      else if (reply) {
        // Kept for a year from now on.
        await subscribers.put(one.id, one);
        messages.push({ to: one.at, reply });
      }
    }
    return { messages };
  };
}

async function told(
  month: string,
  all: readonly PurchaseRequest[],
  language: Language,
  context: Context,
): Promise<Reply> {
  const own: Context = { ...context, language, texts: allTexts[language] };
  const { monthly: words } = own.texts.figures;
  const period = oneMonth(month);
  const report = reportFor(all, period, context.library.knowledge);
  const name = own.texts.sayDate(month);
  const parts: Part[] =
    report.posted === 0 && report.done === 0
      ? [{ kind: 'text', text: `**${words.title(name)}**\n${words.quiet(name)}` }]
      : [...figuresTold(report, words.title(name), false, own), await figuresDrawn(all, period, own)];
  const off: Button = { label: words.buttons.off, action: { do: 'monthly', stop: true } };
  return { language, parts: [...parts, { kind: 'text', text: words.why }, { kind: 'buttons', buttons: [off] }] };
}
