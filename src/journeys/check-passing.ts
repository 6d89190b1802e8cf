import type { CheckSoFar } from '../check-so-far.ts';
import { type FactId, factIds } from '../rules/check.ts';
import { foldedWords } from '../understand/fold.ts';
import { termIn } from '../understand/term.ts';
import { amountAnswer, chosenIn, fieldAnswer, pressedAnswer } from './check-answer.ts';
import type { Given } from './check-facts.ts';
import type { Context } from './journey.ts';

/** "900", "ongeveer 1.250" or "het wordt 900" while something else is asked: too large for the number of a button, and no year. */
export function amountBeside(check: CheckSoFar, context: Context): { given: Given } | undefined {
  const typed = context.reading?.text ?? '';
  const [number, another] = typed.match(/\d[\d.,]*/g) ?? [];
  const known = check.given.some(({ fact }) => fact === 'amount');
  if (known || !number || another || number.length < SHORTEST || YEAR.test(number)) return undefined;
  const alone = foldedWords(typed).every((word) => /^\d/.test(word) || ROUGHLY.has(word));
  const answer = alone ? amountAnswer(typed, context) : undefined;
  return answer && 'given' in answer ? answer : undefined;
}

const SHORTEST = 3;
const YEAR = /^20[2-4]\d$/;
const ROUGHLY = new Set(
  'ongeveer circa ca rond de het is kost wordt zal voor max maximaal hooguit totaal bedrag prijs about around roughly it costs cost will be is for max total amount price the'.split(
    ' ',
  ),
);

/** "Nee, en het kost 900 ex": the answer to what was asked, and behind it nothing but the amount. */
export function answerWithAmount(open: FactId, context: Context): Given | undefined {
  const [, first = '', rest = ''] = AND_THEN.exec(context.reading?.text ?? '') ?? [];
  if (first === '' || open === 'amount' || foldedWords(rest).some((word) => TURNS.has(word))) return undefined;
  const [own, money] = [fieldAnswer(open, first, context), amountAnswer(rest, context)];
  return 'given' in own && 'given' in money ? [...own.given, ...money.given] : undefined;
}

const AND_THEN = /^\s*((?:\p{L}+\s+){0,3}\p{L}+)\s*(?:[,;.]\s*(?:(?:en|and)\s)?|\s(?:en|and)\s)\s*(\D{0,30}\d.*)$/u;
const TURNS = new Set('maar behalve tenzij wel niet of but except unless or not'.split(' '));

/** "Half jaar", "het is voor 6 maanden": how long, and nothing of how often. The number of months. */
export function termAlone({ reading }: Context): number | undefined {
  if (!reading || reading.slots.occurrences !== undefined || reading.things.length > 0) return undefined;
  const lower = reading.text.toLowerCase();
  const term = termIn(lower);
  if (!term) return undefined;
  const rest = term.spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), lower);
  return foldedWords(rest).every((word) => BESIDE_TERM.has(word)) ? term.months : undefined;
}

const BESIDE_TERM = new Set(
  'het is gaat om voor een contract van de looptijd duurt loopt maar dus lang wel eigenlijk in totaal nee it is for a an the contract term of lasts runs only long no total'.split(
    ' ',
  ),
);

/** The answer to one other question of the check, in the very words of its button: "geen band" while a contract is asked. */
export function optionOf(open: FactId, context: Context): Given | undefined {
  const typed = context.reading?.text ?? '';
  if (chosenIn(open, typed, context) !== undefined) return undefined;
  const given = factIds.flatMap((fact): Given => {
    const chosen = fact === open || NEVER.has(fact) ? undefined : chosenIn(fact, typed, context);
    return typeof chosen === 'object' ? (pressedAnswer(fact, chosen.id, context) ?? []) : [];
  });
  return given.length === 1 ? given : undefined;
}

/** What has no words of its own, and what follows from the thing that is bought. */
const NEVER: ReadonlySet<FactId> = new Set(['kind', 'amount', 'vatRate', 'occurrences', 'related', 'supplier']);
