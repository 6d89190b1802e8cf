import type { FactId } from '../rules/check.ts';
import { fold, foldedWords } from '../understand/fold.ts';
import { read } from '../understand/read.ts';
import { amountOf, type Given, heardFacts } from './check-facts.ts';
import { NONE, ONCE, questionOf, UNSURE } from './check-question.ts';
import type { Context } from './journey.ts';

/** An answer, or what is wrong with it, by the field it stands in. */
export type Answer = { given: Given } | { errors: Record<string, string> };

/** What a pressed button answers; undefined when the question does not know that value. */
export function pressedAnswer(fact: FactId, value: string, context: Context): Given | undefined {
  const asked = questionOf(fact, context);
  if (value === UNSURE) return fact === 'occurrences' ? unsureOfRepeat : [{ fact, value: null }];
  if (fact === 'occurrences' && value === ONCE)
    return [
      { fact: 'occurrences', value: 1 },
      { fact: 'related', value: 0 },
    ];
  if (fact === 'sensitive') {
    if (value === NONE) return [{ fact, value: [] }];
    return asked.options?.some(({ id }) => id === value) ? [{ fact, value: [value] }] : undefined;
  }
  if (asked.rates)
    return /^\d{1,2}$/.test(value) && isUsable(fact, Number(value), context)
      ? [{ fact, value: Number(value) }]
      : undefined;
  return asked.options?.some(({ id }) => id === value) ? [{ fact, value }] : undefined;
}

const unsureOfRepeat: Given = [
  { fact: 'occurrences', value: null },
  { fact: 'related', value: null },
];

/** What the fields of a form answer, each read as people type it. */
export function formAnswer(fact: FactId, values: Record<string, string>, context: Context): Answer {
  const ids: FactId[] = fact === 'occurrences' ? ['occurrences', 'related'] : [fact];
  const answers = ids.map((id) => ({ id, answer: fieldAnswer(id, values[id] ?? '', context) }));
  const errors = Object.fromEntries(
    answers.flatMap(({ id, answer }) => ('error' in answer ? [[id, answer.error]] : [])),
  );
  if (Object.keys(errors).length > 0) return { errors };
  return { given: answers.flatMap(({ answer }) => ('given' in answer ? answer.given : [])) };
}

type FieldAnswer = { given: Given } | { error: string };

/** What was typed for one question, in a field or as a message. */
export function fieldAnswer(fact: FactId, typed: string, context: Context): FieldAnswer {
  const { unreadable } = context.texts.check;
  const checked = (given: Given): FieldAnswer =>
    given.every((one) => isUsable(one.fact, one.value, context)) ? { given } : { error: unreadable.tooLarge };
  switch (fact) {
    case 'amount': {
      const { slots, doubt } = readAmount(typed, context);
      if (doubt) return { error: context.texts.amountDoubt(doubt) };
      if (amountOf(slots) === undefined)
        return { error: slots.perPerson === undefined ? unreadable.amount : unreadable.perPerson };
      const money = heardFacts(slots).filter((one) => MONEY.has(one.fact));
      return checked(money);
    }
    case 'occurrences': {
      const times = timesIn(typed, context);
      return times === undefined ? { error: unreadable.occurrences } : checked([{ fact, value: times }]);
    }
    case 'related': {
      if (/^\s*0+([.,]0+)?\s*(?:euro|€)?\s*$/.test(typed) || saysNothing(typed, context))
        return { given: [{ fact, value: 0 }] };
      const { slots, doubt } = readAmount(typed, context);
      if (doubt) return { error: context.texts.amountDoubt(doubt) };
      const value = slots.related ?? slots.amount;
      return value === undefined ? { error: unreadable.related } : checked([{ fact, value }]);
    }
    case 'supplier': {
      const name = typed
        .replace(/[^\p{L}\p{N} .,&'’+-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, LONGEST_NAME);
      if (!/\p{L}/u.test(name)) return { error: unreadable.supplier };
      const [known] = context.library.lexicon.names.find(
        read(typed, context.library.lexicon, { today: context.today }).tokens,
      );
      return { given: [{ fact, value: known?.id ?? name }] };
    }
    default: {
      const option = optionIn(fact, typed, context);
      const given = option === undefined ? undefined : pressedAnswer(fact, option, context);
      return given ? { given } : { error: unreadable.choice };
    }
  }
}

const MONEY: ReadonlySet<FactId> = new Set(['amount', 'vat', 'vatRate', 'occurrences']);
const LONGEST_NAME = 80;

/** A bare number is an amount of euros here; a number of people or pieces is not. */
function readAmount(typed: string, { library, today, language }: Context) {
  const plain = read(typed, library.lexicon, { today, language });
  const { people, pieces, perPerson } = plain.slots;
  if (
    plain.doubt ||
    amountOf(plain.slots) !== undefined ||
    [people, pieces, perPerson].some((one) => one !== undefined)
  )
    return plain;
  const inEuros = /\d/.test(typed) ? typed.replace(/(\d)(?!.*\d)/s, '$1 euro') : `${typed} euro`;
  return read(inEuros, library.lexicon, { today, language });
}

function timesIn(typed: string, { library, today, language }: Context): number | undefined {
  const bare = /^\s*(\d{1,6})\s*(?:x|keer|maal|times)?\s*$/i.exec(typed)?.[1];
  if (bare) return Number(bare) > 0 ? Number(bare) : undefined;
  const said = read(typed, library.lexicon, { today, language }).slots.occurrences;
  return said ?? read(`${typed} keer`, library.lexicon, { today, language }).slots.occurrences;
}

function saysNothing(typed: string, context: Context): boolean {
  const { none } = questionOf('sensitive', context);
  const said = foldedWords(typed).join(' ');
  return [...(none?.nl ?? []), ...(none?.en ?? [])].map(fold).includes(said);
}

/** The option that the words of a short text name: the longest of them, when it is the only one. */
export function optionIn(fact: FactId, typed: string, context: Context): string | undefined {
  const { options = [], none, rates } = questionOf(fact, context);
  if (rates) return /(\d{1,2})/.exec(typed)?.[1];
  const said = ` ${foldedWords(typed).join(' ')} `;
  const all = [...options.map((one) => ({ ...one, id: one.id })), ...(none ? [{ ...none, id: NONE }] : [])];
  const found = all.flatMap(({ id, label, nl, en }) =>
    [label.nl, label.en, ...nl, ...en]
      .map((phrase) => foldedWords(phrase).join(' '))
      .filter((phrase) => said.includes(` ${phrase} `))
      .map((phrase) => ({ id, length: phrase.length })),
  );
  const longest = Math.max(0, ...found.map(({ length }) => length));
  const best = new Set(found.filter(({ length }) => length === longest).map(({ id }) => id));
  return best.size === 1 ? [...best][0] : undefined;
}

/** Whether the rules take this value. */
function isUsable(fact: FactId, value: unknown, { library }: Context): boolean {
  return library.facts.safeParse({ [fact]: value }).success;
}
