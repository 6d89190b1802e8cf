import { momentOf, whenIn } from '../commission/when.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { Field, Part } from '../reply.ts';
import { read } from '../understand/read.ts';
import { fieldAnswer } from './check-answer.ts';
import { amountSaid } from './commission-amount.ts';
import type { Context } from './journey.ts';

const FIELDS = ['text', 'subject', 'amount', 'start', 'area'] as const;

/** The form of a project: what is known stands in it, and what was wrong beside its field. */
export function projectForm(
  now: CommissionSoFar,
  lead: string,
  context: Context,
  refused?: { errors: Record<string, string>; values: Record<string, string> },
): Part[] {
  const { texts, library, language } = context;
  const known: Record<(typeof FIELDS)[number], string | undefined> = {
    text: now.text,
    subject: now.subject,
    amount: now.amount === undefined ? undefined : writeAmount(now.amount, 'euro', language),
    start: now.start && texts.sayDate(now.start),
    area: library.knowledge.words.areas.find(({ id }) => id === now.area)?.label,
  };
  const choices = [...library.knowledge.subjects.values()].map(({ id, label }) => ({
    value: id,
    label: label[language],
  }));
  const fields = FIELDS.map((id): Field => {
    const value = refused?.values[id] ?? known[id];
    const error = refused?.errors[id];
    return {
      id,
      label: texts.commission.fields[id],
      kind: id === 'text' ? 'long-text' : id === 'subject' ? 'choice' : 'text',
      required: id === 'text',
      ...(id === 'subject' ? { choices } : {}),
      ...(value ? { value } : {}),
      ...(error ? { error } : {}),
    };
  });
  return [
    { kind: 'text', text: lead },
    {
      kind: 'form',
      fields,
      submit: { label: texts.commission.buttons.go, action: { do: 'commission', step: 'fill' }, style: 'primary' },
    },
  ];
}

/** The project as the form says it, or what was wrong by field. A field that was left empty is not known. */
export function filledIn(
  now: CommissionSoFar,
  values: Record<string, string>,
  context: Context,
): { now: CommissionSoFar } | { errors: Record<string, string> } {
  const { texts, library, today, language } = context;
  const { unreadable } = texts.commission;
  const typed = (id: (typeof FIELDS)[number]) => (values[id] ?? '').toWellFormed().trim();
  const errors: Record<string, string> = {};
  const text = typed('text').slice(0, 1000);
  if (text === '') errors.text = unreadable.text;
  const money = typed('amount') === '' ? undefined : fieldAnswer('amount', typed('amount'), context);
  if (money && 'error' in money) errors.amount = unreadable.amount;
  const given =
    money && 'given' in money ? Object.fromEntries(money.given.map(({ fact, value }) => [fact, value])) : {};
  const { vat } = given as Pick<CommissionSoFar, 'vat'>;
  const said = amountSaid({ slots: given, text: typed('amount') }, text);
  if (said?.kind === 'open') errors.amount = unreadable.wholeTerm;
  const amount = said?.kind === 'whole' ? said.amount : undefined;
  const slots = read(typed('start'), library.lexicon, { today, language }).slots;
  const when = whenIn(typed('start'));
  const start = typed('start') === '' ? undefined : when ? momentOf(when) : slots.date;
  if (typed('start') !== '' && !start) errors.start = unreadable.start;
  const area = typed('area') === '' ? undefined : read(typed('area'), library.lexicon, { today, language }).slots.area;
  if (typed('area') !== '' && !area) errors.area = unreadable.area;
  if (Object.keys(errors).length > 0) return { errors };
  const subject = library.knowledge.subjects.has(typed('subject')) ? typed('subject') : undefined;
  const same = now.text === text;
  return {
    now: {
      text,
      ...(subject ? { subject } : {}),
      ...(amount ? { amount } : {}),
      ...(vat ? { vat } : {}),
      ...(start ? { start } : {}),
      ...(area ? { area } : {}),
      ...(same && now.purchase ? { purchase: now.purchase } : {}),
      ...(same && now.level !== undefined ? { level: now.level } : {}),
      at: 'advice',
    },
  };
}
