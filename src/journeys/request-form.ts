import { cleanName } from '../confirmation.ts';
import { writeAmount } from '../knowledge/amounts.ts';
import type { Field, Part } from '../reply.ts';
import type { Bought, Need, NeedSoFar } from '../requests/request.ts';
import { partOfMonth } from '../understand/part-of-month.ts';
import { read } from '../understand/read.ts';
import { amountAnswer } from './check-answer.ts';
import type { Refused } from './check-question.ts';
import type { Reader } from './journey.ts';
import { dietLabels } from './show.ts';

const FIELDS = ['what', 'howMany', 'wantedBy', 'amount', 'place', 'team', 'wishes', 'supplier'] as const;
type FieldId = (typeof FIELDS)[number];
const LONG: ReadonlySet<FieldId> = new Set(['what', 'wishes']);
/** Characters that a request keeps of these. */
const MOST = { what: 1000, place: 200, team: 100, wishes: 500 };

/** The form of a request: what is known stands in it, and what was wrong beside its field. */
export function needForm(need: NeedSoFar, context: Reader, refused?: Refused): Part[] {
  const { texts } = context;
  const fields = FIELDS.map((id): Field => {
    const value = refused?.values[id] ?? fieldText(id, need, context);
    const error = refused?.errors[id];
    return {
      id,
      label: texts.requests.fields[id],
      kind: LONG.has(id) ? 'long-text' : 'text',
      required: id === 'what',
      ...(isKept(id) ? { most: MOST[id] } : {}),
      ...(value ? { value } : {}),
      ...(error ? { error } : {}),
    };
  });
  const submit = {
    label: texts.requests.buttons.go,
    action: { do: 'request', step: 'fill' },
    style: 'primary',
  } as const;
  return [
    { kind: 'text', text: texts.requests.askNeed },
    { kind: 'form', fields, submit },
  ];
}

function isKept(id: FieldId): id is keyof typeof MOST {
  return id in MOST;
}

function fieldText(id: FieldId, need: NeedSoFar, context: Reader): string | undefined {
  const { texts, language, library } = context;
  switch (id) {
    case 'howMany':
      return howManyText(need, context);
    case 'amount':
      return amountText(need, context);
    case 'wantedBy':
      return need.wantedBy && texts.sayDate(need.wantedBy);
    case 'wishes':
      return [...dietLabels(need.diet ? { diet: need.diet } : {}, context), need.wishes].filter(Boolean).join(', ');
    case 'supplier':
      return need.supplier && (library.knowledge.suppliers.get(need.supplier)?.name ?? need.supplier);
    case 'what':
      return need.what ?? (need.thing && library.lexicon.things.get(need.thing)?.label[language]);
    default:
      return need[id];
  }
}

export function howManyText({ people, pieces }: NeedSoFar, { texts }: Pick<Reader, 'texts'>): string {
  return [people && texts.people(people), pieces && texts.pieces(pieces)].filter(Boolean).join(', ');
}

export function amountText(
  { amount, vat }: Pick<Need, 'amount' | 'vat'>,
  { texts, language }: Pick<Reader, 'texts' | 'language'>,
): string {
  if (amount === undefined) return '';
  return [writeAmount(amount, 'euro', language), vat ? texts.vat[vat] : texts.check.withVat.unknown].join(', ');
}

export type FilledIn = { need: Need } | { errors: Record<string, string> };

/** What the fields of the form say, each read as people type it. What was heard before and no field is about stays. */
export function filledIn(before: NeedSoFar, values: Record<string, string>, context: Reader): FilledIn {
  const errors: Record<string, string> = {};
  const typed = (id: FieldId) => (values[id] ?? '').toWellFormed().trim();
  const taken = <Value>(id: FieldId, readField: (text: string) => Value | { error: string }): Value | undefined => {
    const text = typed(id);
    if (text === '') return undefined;
    const value = readField(text);
    if (typeof value === 'object' && value !== null && 'error' in value) {
      errors[id] = (value as { error: string }).error;
      return undefined;
    }
    return value as Value;
  };
  const what = typed('what').slice(0, MOST.what);
  if (what === '') errors.what = context.texts.requests.unreadable.what;
  const need = {
    what,
    thing: before.thing ?? read(what, context.library.lexicon, { today: context.today }).things[0]?.id,
    theme: before.theme,
    ...taken('howMany', (text) => howMany(text, context)),
    ...taken('amount', (text) => money(text, context)),
    wantedBy: taken('wantedBy', (text) => day(text, context)),
    place: typed('place').slice(0, MOST.place) || undefined,
    team: typed('team').slice(0, MOST.team) || undefined,
    ...taken('wishes', (text) => wishes(text, context)),
    supplier: taken('supplier', (text) => supplier(text, context)),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { need: Object.fromEntries(Object.entries(need).filter(([, value]) => value !== undefined)) as Need };
}

function howMany(text: string, { library, today, language, texts }: Reader): Pick<Need, 'people' | 'pieces'> | Wrong {
  const { people, pieces } = read(text, library.lexicon, { today, language }).slots;
  const said = { ...(people ? { people } : {}), ...(pieces ? { pieces } : {}) };
  return Object.keys(said).length > 0 ? said : { error: texts.requests.unreadable.howMany };
}

type Wrong = { error: string };

function money(text: string, context: Reader): Pick<Need, 'amount' | 'vat'> | Wrong {
  const answer = amountAnswer(text, context);
  if ('error' in answer) return answer;
  const given = Object.fromEntries(answer.given.map(({ fact, value }) => [fact, value]));
  const { amount, vat } = given as Pick<Need, 'amount' | 'vat'>;
  return { ...(amount ? { amount } : {}), ...(vat ? { vat } : {}) };
}

function day(text: string, { library, today, language, texts }: Reader): string | Wrong {
  const date = read(text, library.lexicon, { today, language }).slots.date ?? partOfMonth(text, today)?.day;
  if (!date) return { error: texts.requests.unreadable.wantedBy };
  return date < today ? { error: texts.requests.unreadable.past } : date;
}

function wishes(text: string, { library, today, language }: Reader): Pick<Need, 'diet' | 'wishes'> {
  const { diet } = read(text, library.lexicon, { today, language }).slots;
  return { wishes: text.slice(0, MOST.wishes), ...(diet ? { diet } : {}) };
}

/** A supplier by its id when the knowledge base has it, else by its name. */
export function supplier(text: string, { library, today, texts }: Reader): string | Wrong {
  const name = cleanName(text);
  if (name === undefined) return { error: texts.requests.unreadable.supplier };
  const [known] = library.lexicon.names.find(read(name, library.lexicon, { today }).tokens);
  return known?.id ?? name;
}

/** What was bought, from whom, and with or without btw: all three must be said. */
export function boughtIn(
  values: Record<string, string>,
  context: Reader,
): { bought: Bought } | { errors: Record<string, string> } {
  const { texts } = context;
  const from = supplier(values.boughtFrom ?? '', context);
  const amount = money(values.boughtFor ?? '', context);
  const errors = {
    ...(typeof from === 'string' ? {} : { boughtFrom: from.error }),
    ...('error' in amount
      ? { boughtFor: amount.error }
      : amount.vat === undefined
        ? { boughtFor: texts.requests.needsVat }
        : {}),
  };
  if (typeof from !== 'string' || 'error' in amount || amount.amount === undefined || amount.vat === undefined)
    return { errors };
  return { bought: { supplier: from, amount: amount.amount, vat: amount.vat } };
}
