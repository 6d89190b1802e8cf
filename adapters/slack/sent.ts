import { z } from 'zod';
import { type AtHand, wrongInRequest } from '../../src/journeys/request-dialog.ts';
import { clean } from '../../src/on-screen.ts';
import type { Input } from '../../src/turn.ts';
import { addressOf } from './address.ts';
import { blockOf, FIELDS } from './dialog.ts';
import { type Heard, hashOf, valuesOf } from './read.ts';
import { wellFormed } from './well-formed.ts';
import { words } from './words.ts';

const Sent = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string().optional(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
const Typed = z.object({ question: z.object({ text: z.object({ value: z.string().nullish() }) }) });

/** What is wrong with a dialog, to be shown beside its fields. */
export type Wrong = { wrong: Record<string, string> };

/** A dialog that was sent: once for each thing that is filled in, however often it is pressed. */
export function readSent(body: unknown, hand: Omit<AtHand, 'language'>): Heard | Wrong | undefined {
  const { data } = Sent.safeParse(body);
  const team = data?.team?.id ?? data?.user.team_id;
  if (!data || !team) return undefined;
  const { user, view } = data;
  const language = view.private_metadata === 'en' ? 'en' : 'nl';
  const read =
    view.callback_id === 'request' ? request(view.state.values, { ...hand, language }) : typed(view, language);
  if ('wrong' in read) return read;
  return {
    id: `slack view ${view.id} ${hashOf(JSON.stringify(read))}`,
    team,
    user: user.id,
    at: addressOf({ kind: 'direct', team, user: user.id }),
    input: read,
    locale: language,
  };
}

function typed({ state }: z.infer<typeof Sent>['view'], language: 'nl' | 'en'): Input | Wrong {
  const value = Typed.safeParse(state.values).data?.question.text.value ?? '';
  const text = value.trim().toWellFormed();
  return text === '' ? { wrong: { question: words[language].askEmpty } } : { kind: 'text', text };
}

function request(state: Record<string, Record<string, unknown>>, hand: AtHand): Input | Wrong {
  const values = wellFormed(valuesOf(state, FIELDS));
  const wrong = wrongInRequest(values, hand);
  if (!wrong) return { kind: 'action', action: { do: 'start', journey: 'requests' }, values };
  return { wrong: Object.fromEntries(Object.entries(wrong).map(([field, why]) => [blockOf(field), clean(why)])) };
}
