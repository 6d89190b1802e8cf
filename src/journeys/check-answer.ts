import { cleanName, nameId } from '../confirmation.ts';
import { amountOn } from '../knowledge/amounts.ts';
import type { FactId } from '../rules/check.ts';
import { fold, foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { read } from '../understand/read.ts';
import type { Slots } from '../understand/slots.ts';
import { termIn } from '../understand/term.ts';
import { amountOf, type Given, heardFacts, isLong } from './check-facts.ts';
import { NONE, ONCE, questionOf, UNSURE } from './check-question.ts';
import type { Context, Reader } from './journey.ts';
import { namedOutside } from './named-outside.ts';

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
    case 'amount':
      return amountAnswer(typed, context);
    case 'occurrences': {
      if (saysNothing(typed, context)) return { given: pressedAnswer(fact, ONCE, context) ?? [] };
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
      const name = cleanName(typed);
      if (name === undefined) return { error: unreadable.supplier };
      const [known] = context.library.lexicon.names.find(
        read(typed, context.library.lexicon, { today: context.today }).tokens,
      );
      return { given: [{ fact, value: known?.id ?? supplierOf(name, context) }] };
    }
    default: {
      const chosen = chosenIn(fact, typed, context);
      const given = typeof chosen === 'object' ? pressedAnswer(fact, chosen.id, context) : undefined;
      return given ? { given } : { error: unreadable.choice };
    }
  }
}

/** An amount that was typed, with what was said of it. */
export function amountAnswer(typed: string, reader: Reader): FieldAnswer {
  const { unreadable } = reader.texts.check;
  const { slots, doubt } = readAmount(typed, reader);
  if (doubt) return { error: reader.texts.amountDoubt(doubt) };
  if (amountOf(slots) === undefined) return { error: whyNoAmount(typed, slots, reader) };
  const given = heardFacts(slots).filter((one) => MONEY.has(one.fact));
  return given.every((one) => isUsable(one.fact, one.value, reader)) ? { given } : { error: unreadable.tooLarge };
}

function whyNoAmount(typed: string, { perPerson }: Slots, { texts }: Reader): string {
  const { unreadable } = texts.check;
  if (perPerson !== undefined) return unreadable.perPerson;
  return PER_ONE.test(typed) ? unreadable.perOne : unreadable.amount;
}
/** A price of one hour, one year or one piece tells no total. */
const PER_ONE = /\d.*(?:\/\s*\p{L}|(?<!\p{L})(?:per|elke?|every|each|an?)\s+\p{L})/iu;

const MONEY: ReadonlySet<FactId> = new Set(['amount', 'vat', 'vatRate', 'occurrences']);

/** The id under which the editors looked at a supplier of this name, else the name itself. */
export function supplierOf(name: string, { library }: Pick<Context, 'library'>): string {
  const id = nameId(name);
  return library.knowledge.suppliers.has(id) ? id : name;
}

/** A bare number is an amount of euros here, when it is the only number and nothing else is said of it. */
function readAmount(typed: string, { library, today, language }: Reader): { slots: Slots; doubt?: string | undefined } {
  const plain = read(typed, library.lexicon, { today, language });
  const { people, pieces, perPerson } = plain.slots;
  if (plain.doubt || amountOf(plain.slots) !== undefined) {
    const { amount: _either, ...certain } = plain.slots;
    return plain.rivals ? { slots: certain } : plain;
  }
  if ([people, pieces, perPerson].some((one) => one !== undefined)) return plain;
  const rest = withoutTimes(typed);
  const numbers = [...rest.matchAll(/\d[\d.,]*/g)];
  const words = foldedWords(rest).filter((word) => !/^\d/.test(word) && !BESIDE_AMOUNT.has(word));
  const alone = words.every((word) => functionWords.nl.has(word) || functionWords.en.has(word));
  const [number, another] = numbers;
  if (another || (number && !alone) || /[-−%/$£¥+]/.test(rest)) return plain;
  const end = number ? number.index + number[0].replace(/[.,]+$/, '').length : typed.length;
  const inEuros = `${typed.slice(0, end)} euro ${typed.slice(end)}`;
  const money = read(inEuros, library.lexicon, { today, language });
  const { amount: _either, ...certain } = money.slots;
  return money.rivals && !plain.rivals ? { slots: certain } : money;
}

/** A text without how often and how long, each sign of it a space: "2500 per kwartaal, 2 jaar lang" holds one amount. */
function withoutTimes(typed: string): string {
  const lower = typed.toLowerCase();
  const spans = termIn(lower)?.spans ?? [];
  const spaced = spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    lower,
  );
  return spaced.replace(TIMES, (found) => ' '.repeat(found.length));
}
const TIMES =
  /(?<!\p{L})(?:(?:per|elke|elk|iedere|ieder|every|each|an?)\s+(?:week|maand|kwartaal|half\s?jaar|month|quarter)|p\/m(?:nd)?|pm|p\.m\.?|wekelijks|maandelijks|weekly|monthly|quarterly|lang|long)(?!\p{L})/giu;

/** Words that stand beside an amount and change nothing of it. */
const BESIDE_AMOUNT = new Set(
  'ongeveer circa ca zowat rond ruwweg hooguit maximaal max doe kost kosten bedrag totaal gaat k duizend honderd mille btw ex excl exclusief incl inclusief inc vat excluding including without about around roughly approximately total amount costs cost thousand hundred make euro euros eur'.split(
    ' ',
  ),
);

const FREQUENT: readonly (readonly [string, number])[] = [
  ['eenmalig', 1],
  ['once', 1],
  ['twice', 2],
];

function timesIn(typed: string, { library, today, language, progress }: Context): number | undefined {
  const words = foldedWords(typed);
  const named = FREQUENT.find(([word]) => words.includes(word))?.[1];
  if (named) return named;
  const bare = /^\s*(\d{1,6})\s*(?:x|keer|maal|times)?\s*$/i.exec(typed)?.[1];
  if (bare) return Number(bare) > 0 ? Number(bare) : undefined;
  const said = read(typed, library.lexicon, { today, language });
  if (said.endless && isLong(progress.check?.given ?? [])) return undefined;
  return said.slots.occurrences ?? read(`${typed} keer`, library.lexicon, { today, language }).slots.occurrences;
}

function saysNothing(typed: string, context: Context): boolean {
  return chosenIn('sensitive', typed, context) !== 'unclear' && onlyNone(typed, context);
}

function onlyNone(typed: string, context: Context): boolean {
  const { none } = questionOf('sensitive', context);
  const said = foldedWords(typed).filter((word) => !functionWords.nl.has(word) || word === 'nee' || word === 'geen');
  const nothing = [...(none?.nl ?? []), ...(none?.en ?? [])].map(fold);
  return nothing.includes(said.join(' ')) || nothing.includes(foldedWords(typed).join(' '));
}

/** What a text chooses: an option, two at once, or none. */
type Chosen = { id: string } | 'unclear' | undefined;

/** The option that the words of a text name. A single "ja" or "geen" among words about something else is unclear. */
export function chosenIn(fact: FactId, typed: string, context: Context): Chosen {
  const asked = questionOf(fact, context);
  const { options = [], none, rates } = asked;
  const words = foldedWords(typed);
  if (rates) return rateIn(words, context);
  const all = [...options.map((one) => ({ id: one.id, lists: one })), ...(none ? [{ id: NONE, lists: none }] : [])];
  const found = all.flatMap(({ id, lists: { label, nl, en } }) =>
    [label.nl, label.en, ...nl, ...en].flatMap((phrase) =>
      places(foldedWords(phrase), words).map((at) => ({ id, ...at })),
    ),
  );
  const longest = found.filter(
    (one) =>
      !found.some(
        (other) => other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  );
  const ids = new Set(longest.map(({ id }) => id));
  if (ids.size === 0) return undefined;
  if (ids.size > 1) return 'unclear';
  const own = new Set(foldedWords([asked.ask, asked.label].map(({ nl, en }) => `${nl} ${en}`).join(' ')));
  const taken = (at: number) => longest.some(({ start, end }) => at >= start && at < end);
  const rest = words.filter((word, at) => !taken(at) && !isPolite(word) && (TURNING.has(word) || !own.has(word)));
  return rest.length > 0 ? 'unclear' : { id: [...ids][0] as string };
}

/** A btw rate by its number, or by a word that only its name has: "laag", "high". */
function rateIn(words: readonly string[], { library, today }: Context): Chosen {
  const { check, amounts } = library.knowledge;
  const named = check.total.rates.flatMap((id) => {
    const amount = amounts.get(id);
    const rate = amount && amountOn(amount, today);
    return amount && rate !== undefined
      ? [{ rate: String(rate), words: foldedWords(`${amount.label.nl} ${amount.label.en}`) }]
      : [];
  });
  const own = (word: string) => named.filter((one) => one.words.includes(word)).length === 1;
  const found = named.filter(
    (one) =>
      words.includes(one.rate) ||
      words.some((word) => word === `${one.rate}%` || (own(word) && one.words.includes(word))),
  );
  if (found.length === 0) return undefined;
  return found.length === 1 ? { id: found[0]?.rate ?? '' } : 'unclear';
}

/** Words that turn what was said around, or take half of it back. */
const TURNING = new Set(
  'niet geen wel maar alleen nog behalve tenzij ooit misschien not no but only except yet unless maybe'.split(' '),
);
const POLITE = new Set(
  'hoor zeker dank dankje bedankt graag inderdaad echt thanks thank please sure really indeed'.split(' '),
);

/** Words that add nothing to an answer: "nee hoor", "ja dat is het". */
function isPolite(word: string): boolean {
  return POLITE.has(word) || (!TURNING.has(word) && (functionWords.nl.has(word) || functionWords.en.has(word)));
}

function places(phrase: readonly string[], words: readonly string[]): { start: number; end: number }[] {
  return words.flatMap((_, start) =>
    phrase.length > 0 && phrase.every((word, at) => words[start + at] === word)
      ? [{ start, end: start + phrase.length }]
      : [],
  );
}

/** What was heard and the rules can use; the rest is asked. */
export function usable(given: Given, context: Context): Given {
  return given.filter(({ fact, value }) => isUsable(fact, value, context));
}

/** A supplier that only the person knows, by the id under which the editors may have looked at it. */
export function outsideSupplier(context: Context): string | undefined {
  const name = context.reading && namedOutside(context.reading, context.library);
  return name && supplierOf(name, context);
}

/** Whether the rules take this value. */
function isUsable(fact: FactId, value: unknown, { library }: Pick<Context, 'library'>): boolean {
  return library.facts.safeParse({ [fact]: value }).success;
}
