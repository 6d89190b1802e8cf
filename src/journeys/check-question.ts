import { amountOn, writeAmount } from '../knowledge/amounts.ts';
import type { Button, Field, Part } from '../reply.ts';
import type { FactId, Question } from '../rules/check.ts';
import type { Context } from './journey.ts';

/** Values of answers that are no option of the check. */
export const UNSURE = 'unsure';
export const NONE = 'none';
export const ONCE = 'once';

/** What stood in a field and what was wrong with it, so that the form comes back with both. */
export type Refused = { values: Record<string, string>; errors: Record<string, string> };

/** One question of the check: what is asked, and buttons or a form with one field. Repetition is one question of two fields. */
export function questionParts(fact: FactId, canGoBack: boolean, context: Context, refused?: Refused): Part[] {
  const { texts, language } = context;
  const asked = questionOf(fact, context);
  const head = [`**${asked.ask[language]}**`, asked.help?.[language]].filter(Boolean).join('\n');
  const fields = fieldsOf(fact, context, refused);
  const form: Part[] =
    fields.length === 0
      ? []
      : [
          {
            kind: 'form',
            fields,
            submit: { label: texts.check.buttons.go, action: { do: 'answer', question: fact }, style: 'primary' },
          },
        ];
  const move: Button[] = [
    ...(canGoBack
      ? [{ label: texts.check.buttons.back, action: { do: 'check' as const, step: 'back' as const } }]
      : []),
    { label: texts.check.buttons.stop, action: { do: 'check', step: 'stop' } },
  ];
  return [{ kind: 'text', text: head }, ...form, { kind: 'buttons', buttons: [...choicesOf(asked, context), ...move] }];
}

export function questionOf(fact: FactId, { library }: Context): Question {
  const found = library.knowledge.check.questions.find(({ id }) => id === fact);
  if (!found) throw new Error(`a fact that is not asked: ${fact}`);
  return found;
}

function fieldsOf(fact: FactId, context: Context, refused?: Refused): Field[] {
  const { language } = context;
  const ids: FactId[] = fact === 'occurrences' ? ['occurrences', 'related'] : [fact];
  return ids.flatMap((id) => {
    const label = questionOf(id, context).field?.[language];
    const value = refused?.values[id];
    const error = refused?.errors[id];
    return label
      ? [{ id, label, kind: 'text' as const, required: true, ...(value ? { value } : {}), ...(error ? { error } : {}) }]
      : [];
  });
}

/** The answers that can be pressed. */
export function choicesOf(asked: Question, context: Context): Button[] {
  const { language, texts } = context;
  const answer = (value: string, label: string): Button => ({
    label,
    action: { do: 'answer', question: asked.id, value },
  });
  const options = asked.rates
    ? ratesOf(context).map((rate) => answer(String(rate), writeAmount(rate, 'percent', language)))
    : (asked.options ?? []).map(({ id, label }) => answer(id, label[language]));
  const knowsUnsure = asked.options?.some(({ id }) => id === 'unknown') ?? false;
  return [
    ...(asked.none ? [answer(NONE, asked.none.label[language])] : []),
    ...options,
    ...(asked.id === 'occurrences' ? [answer(ONCE, texts.check.once)] : []),
    ...(knowsUnsure ? [] : [answer(UNSURE, texts.check.buttons.unsure)]),
  ];
}

/** The btw rates of today, in percent. */
function ratesOf({ library, today }: Context): number[] {
  const { check, amounts } = library.knowledge;
  return check.total.rates.flatMap((id) => {
    const amount = amounts.get(id);
    return (amount && amountOn(amount, today)) ?? [];
  });
}
