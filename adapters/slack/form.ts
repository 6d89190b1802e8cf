import type { ActionsBlock, InputBlock, PlainTextOption } from '@slack/types';
import { clean, cut } from '../../src/on-screen.ts';
import { type Field, type Part, unreachable } from '../../src/reply.ts';
import { button } from './button.ts';
import { LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';
import { type Language, words } from './words.ts';

/** A form in a message: its fields, each with what is wrong beside it, and the button that sends them. */
export function form(
  { fields, submit }: Extract<Part, { kind: 'form' }>,
  { number, language }: { number: number; language: Language },
): (InputBlock | ActionsBlock)[] {
  return [
    ...fields.map((field) => input(field, number, language)),
    { type: 'actions', elements: [{ ...button(submit, `submit:${number}`), style: 'primary' }] },
  ];
}

/** The name under which a field of this form comes back; the button of the form has the same number. */
export function fieldName(number: number, id: string): string {
  return `field:${number}:${id}`;
}

/** A field with its label, and what is wrong under it. */
export function input(field: Field, number: number, language: Language): InputBlock {
  const said = words[language];
  return {
    type: 'input',
    label: plain(field.label, LIMITS.fieldLabel),
    optional: !field.required,
    element: element(field, fieldName(number, field.id), language),
    ...(field.error ? { hint: plain(`${said.error} ${field.error}`, LIMITS.fieldLabel) } : {}),
  };
}

function element(field: Field, action_id: string, language: Language): InputBlock['element'] {
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const typed = clean(field.value ?? '').slice(0, LIMITS.typed);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.kind === 'long-text',
        max_length: Math.max(Math.min(field.most ?? LIMITS.typed, LIMITS.typed), typed.length),
        ...(typed === '' ? {} : { initial_value: typed }),
      };
    }
    case 'choice':
      return choice(field, action_id, language);
    default:
      return unreachable(field.kind);
  }
}

function choice({ choices = [], value }: Field, action_id: string, language: Language): InputBlock['element'] {
  const options = choices.slice(0, LIMITS.choices).map(option);
  const chosen = options[choices.findIndex((one) => one.value === value)];
  const initial = chosen ? { initial_option: chosen } : {};
  return options.length <= LIMITS.radioChoices
    ? { type: 'radio_buttons', action_id, options, ...initial }
    : { type: 'static_select', action_id, options, placeholder: plain(words[language].choose, 150), ...initial };
}

/** What does not fit in a label is told below it. */
function option({ value, label }: { value: string; label: string }): PlainTextOption {
  const whole = clean(label);
  return {
    value,
    text: plain(whole, LIMITS.choiceText),
    ...(whole.length > LIMITS.choiceText
      ? { description: plain(cut(whole.slice(LIMITS.choiceText - 1), 75), 75) }
      : {}),
  };
}
