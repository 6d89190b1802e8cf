import type { KnownBlock, ModalView } from '@slack/types';
import { clean } from '../../src/on-screen.ts';
import { type Part, unreachable } from '../../src/reply.ts';
import { fieldName, input } from './form.ts';
import { LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';
import { note } from './render.ts';
import { richText } from './rich-text.ts';
import { type Language, words } from './words.ts';

/** The dialogs that ask one thing: a question of one's own, or what is being looked for. */
export type QuestionName = 'ask' | 'search';
export type DialogName = QuestionName | 'request';

/** The number of the only form in a dialog. */
const FORM = 0;

/** A dialog of one field, with what was typed or handed on already in it. */
export function questionDialog(name: QuestionName, language: Language, value = ''): ModalView {
  const said = words[language];
  const filled = clean(value).slice(0, LIMITS.typed);
  const field: KnownBlock = {
    type: 'input',
    block_id: 'question',
    label: plain(said[name], LIMITS.fieldLabel),
    hint: plain(said.askHint, LIMITS.fieldLabel),
    element: {
      type: 'plain_text_input',
      action_id: 'text',
      multiline: true,
      max_length: LIMITS.typed,
      placeholder: plain(name === 'ask' ? said.askPlaceholder : said.searchPlaceholder, 150),
      ...(filled === '' ? {} : { initial_value: filled }),
    },
  };
  return modal({ name, language, submit: said.send, blocks: [field, note(said.answerComes)] });
}

/** The form of a request, field by field as in a message; under it what follows when it is sent. */
export function requestView(parts: readonly Part[], language: Language): ModalView {
  const said = words[language];
  const submit = parts.find(({ kind }) => kind === 'form');
  return modal({
    name: 'request',
    language,
    submit: submit?.kind === 'form' ? submit.submit.label : said.send,
    blocks: [...parts.flatMap((part) => drawn(part, language)), note(said.requestComes)],
  });
}

/** The block of a field, by which Slack sets what is wrong beside it. */
export function blockOf(field: string): string {
  return `field ${field}`;
}

/** What the names of the fields in a dialog begin with. */
export const FIELDS = fieldName(FORM, '');

function drawn(part: Part, language: Language): KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return richText(part.text);
    case 'form':
      return part.fields.map((field) => ({ ...input(field, FORM, language), block_id: blockOf(field.id) }));
    case 'facts':
    case 'buttons':
    case 'image':
    case 'file':
    case 'sources':
      // No form has these around it, and what can be pressed in a dialog is its own two buttons.
      return [];
    default:
      return unreachable(part);
  }
}

function modal({
  name,
  language,
  submit,
  blocks,
}: {
  name: DialogName;
  language: Language;
  submit: string;
  blocks: KnownBlock[];
}): ModalView {
  const said = words[language];
  return {
    type: 'modal',
    callback_id: name,
    private_metadata: language,
    title: plain(said.homeTitle, 24),
    submit: plain(submit, 24),
    close: plain(said.cancel, 24),
    blocks: blocks.map((block, at) => ({ block_id: `part ${at}`, ...block })),
  };
}
