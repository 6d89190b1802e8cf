import { clean, cut } from '../../src/on-screen.ts';
import { type Field, type Part, unreachable } from '../../src/reply.ts';
import { button, type Sent } from './button.ts';
import type { Element, Input } from './card.ts';
import { LIMITS, labelOf } from './limits.ts';
import { lineOf, run } from './rich-text.ts';
import { type Language, words } from './words.ts';

/** So many choices are shown at once; more become a list to open. */
const SHOWN_CHOICES = 6;

/** A form in a card: its fields, each with what is wrong above it, and the button that sends them. */
export function form(
  { fields, submit }: Extract<Part, { kind: 'form' }>,
  { number, language, sent }: { number: number; language: Language; sent: Sent },
): Element[] {
  return [
    ...fields.flatMap((field) => [...wrong(field, language), input(field, number, language)]),
    { type: 'ActionSet', actions: [{ ...button(submit, { ...sent, form: number }), associatedInputs: 'auto' }] },
  ];
}

/** The name under which a field of this form comes back; the button of the form has the same number. */
export function fieldName(number: number, id: string): string {
  return `field:${number}:${id}`;
}

function wrong({ error }: Field, language: Language): Element[] {
  if (!error) return [];
  const said = words[language];
  return [
    lineOf([
      ...run(`${said.error} `, { weight: 'Bolder', color: 'Attention' }),
      ...run(cut(clean(error), 500), { color: 'Attention' }),
    ]),
  ];
}

function input(field: Field, number: number, language: Language): Input {
  const said = words[language];
  const label = labelOf(field.label);
  const value = clean(field.value ?? '').slice(0, LIMITS.typed);
  const common = {
    id: fieldName(number, field.id),
    label: field.required ? label : `${label} (${said.optional})`,
    isRequired: field.required,
    errorMessage: said.fillIn,
    ...(value === '' ? {} : { value }),
  };
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return { type: 'Input.Text', ...common, isMultiline: field.kind === 'long-text', maxLength: LIMITS.typed };
    case 'choice': {
      const choices = (field.choices ?? []).slice(0, LIMITS.choices);
      return {
        type: 'Input.ChoiceSet',
        ...common,
        errorMessage: said.choose,
        style: choices.length <= SHOWN_CHOICES ? 'expanded' : 'compact',
        wrap: true,
        placeholder: said.choose,
        choices: choices.map((one) => ({ title: labelOf(one.label), value: one.value })),
      };
    }
    default:
      return unreachable(field.kind);
  }
}
