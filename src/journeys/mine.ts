import { forget, keptAbout, type Mine } from '../mine.ts';
import type { Records } from '../ports.ts';
import type { Button, Part } from '../reply.ts';
import { keptUntil, TERMS } from '../terms.ts';
import type { Turn } from '../turn.ts';
import { askedAgain } from './check-ask.ts';
import { openQuestion } from './check-state.ts';
import type { Context, Journey, Step } from './journey.ts';
import { type MineAsked, mineAsked } from './mine-asked.ts';
import { forgetAsked, forgotten, shown } from './mine-told.ts';
import { question } from './said.ts';
import { type Answered, withNotes } from './step.ts';

/** What is kept about a person: shown, given as a file, and forgotten when they are sure. */
export const mine: Journey = async (turn, context) => {
  const wanted = mineAsked(turn, context) ?? 'show';
  return async (records) =>
    wanted === 'forget'
      ? forgets(turn, context, records)
      : withNotes(turn, said(wanted, await kept(turn, context, records), context), context, records);
};

/** With this conversation, which is kept from now on if it was not before. */
async function kept({ from }: Turn, context: Context, records: Records): Promise<Mine> {
  const all = await keptAbout(from.id, records, context.today);
  const here = all.progress.some(({ item }) => item.place === context.place);
  const { progress, place, today } = context;
  const now = { item: { ...progress, person: from.id, place }, until: keptUntil(today, TERMS.progress) };
  return here ? all : { ...all, progress: [...all.progress, now] };
}

/** Nothing of the person is kept of this turn either: no progress follows from it. */
async function forgets(turn: Turn, context: Context, records: Records): Promise<Step> {
  const { language, place, texts } = context;
  const was = await forget(turn.from.id, records, context.today);
  await records.progress.remove(place);
  const parts: Part[] = [{ kind: 'text', text: forgotten(was, texts, context.today) }];
  return {
    messages: [{ to: turn.at, reply: { parts, language } }],
    made: { intent: 'help', status: 'answered', language, suppliers: [], sources: [], understood: {} },
    forgets: true,
  };
}

function said(wanted: Exclude<MineAsked, 'forget'>, own: Mine, context: Context): Answered {
  const { texts, progress, today, language } = context;
  const { buttons } = texts.mine;
  const download: Button = { label: buttons.download, action: { do: 'my-data', download: true } };
  const away: Button = { label: buttons.forget, action: { do: 'forget-me' }, style: 'danger' };
  const plain: Answered = {
    ...question('', progress),
    status: 'answered',
    plain: true,
    intent: 'help',
    ...(progress.check ? { check: progress.check } : {}),
  };
  const text = (said: string): Part => ({ kind: 'text', text: said });
  switch (wanted) {
    case 'show':
      return {
        ...plain,
        parts: [text(shown(own, texts, today)), { kind: 'buttons', buttons: [download, away] }, ...openAgain(context)],
      };
    case 'download':
      return {
        ...plain,
        parts: [
          text(texts.mine.download),
          { kind: 'file', file: context.documents.mine(own, language, today) },
          { kind: 'buttons', buttons: [away] },
          ...openAgain(context),
        ],
      };
    case 'ask':
      return {
        ...plain,
        status: 'clarify',
        parts: [text(forgetAsked(own, texts, today))],
        next: [
          { label: buttons.sure, action: { do: 'forget-me', sure: true }, style: 'danger' },
          { label: buttons.keep, action: { do: 'forget-me', sure: false } },
          download,
        ],
      };
    case 'keep':
      return { ...plain, parts: [text(texts.mine.kept), ...openAgain(context)] };
  }
}

/** The question of a check that they are in the middle of. */
function openAgain(context: Context): Part[] {
  const { check } = context.progress;
  if (check?.at !== 'question' || check.version !== context.library.knowledge.check.version) return [];
  const open = openQuestion(check, context);
  return open ? askedAgain(open, check, context) : [];
}
