import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { texts } from '../../src/texts/texts.ts';
import { addressOf } from './address.ts';
import { clean, LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';
import type { Heard } from './read.ts';
import { type Language, words } from './words.ts';

/** The dialogs: a question of one's own, what is being looked for, or what a request is for. */
export type DialogName = 'ask' | 'search' | 'request';

/** The dialog, with what was typed or handed on already in it. */
export function dialog(name: DialogName, language: Language, value = ''): ModalView {
  const said = words[language];
  const asked = { ask: said.ask, search: said.search, request: texts[language].requests.fields.what };
  const example = { ask: said.askPlaceholder, search: said.searchPlaceholder, request: said.requestPlaceholder };
  const filled = clean(value).slice(0, LIMITS.typed);
  return {
    type: 'modal',
    callback_id: name,
    private_metadata: language,
    title: plain(said.homeTitle, 24),
    submit: plain(said.send, 24),
    close: plain(said.cancel, 24),
    blocks: [
      {
        type: 'input',
        block_id: 'question',
        label: plain(asked[name], LIMITS.fieldLabel),
        hint: plain(said.askHint, LIMITS.fieldLabel),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: LIMITS.typed,
          placeholder: plain(example[name], 150),
          ...(filled === '' ? {} : { initial_value: filled }),
        },
      },
    ],
  };
}

const Sent = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string().optional(),
    private_metadata: z.string().default(''),
    state: z.object({
      values: z.object({ question: z.object({ text: z.object({ value: z.string().nullish() }) }) }),
    }),
  }),
});

/** A dialog that was sent: once, however often it is pressed. `empty`: what is wrong, to be shown beside the field. */
export function readSent(body: unknown): Heard | { empty: Record<string, string> } | undefined {
  const { data } = Sent.safeParse(body);
  const team = data?.team?.id ?? data?.user.team_id;
  if (!data || !team) return undefined;
  const { user, view } = data;
  const language = view.private_metadata === 'en' ? 'en' : 'nl';
  const text = (view.state.values.question.text.value ?? '').trim().toWellFormed();
  if (text === '') return { empty: { question: words[language].askEmpty } };
  return {
    id: `slack view ${view.id}`,
    team,
    user: user.id,
    at: addressOf({ kind: 'direct', team, user: user.id }),
    input: view.callback_id === 'request' ? { kind: 'handed-on', text } : { kind: 'text', text },
    locale: language,
  };
}
