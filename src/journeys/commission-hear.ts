import { momentOf, whenIn } from '../commission/when.ts';
import type { CommissionSoFar } from '../commission-so-far.ts';
import { foldedWords } from '../understand/fold.ts';
import { chosenIn } from './check-answer.ts';
import { amountSaid } from './commission-amount.ts';
import type { Context } from './journey.ts';

/** More words are a question or a project of their own. */
const SHORT = 9;
const ADDS = new Set(['en', 'and', 'maar', 'ook', 'plus', 'also']);
const ABOUT = [
  ['hoe', 'zit'],
  ['wat', 'met'],
  ['what', 'about'],
  ['how', 'about'],
];
/** These are journeys of their own, also in the middle of a project. */
const ELSEWHERE: ReadonlySet<string> = new Set(['post-request', 'supplier-info', 'help', 'smalltalk']);

/** "En de catering bij de opening?": a part of the project they are talking about. */
export function isPart({ reading, intent, library }: Context): boolean {
  if (!reading || reading.weighty > SHORT || ELSEWHERE.has(intent ?? '')) return false;
  const words = foldedWords(reading.text);
  const begins = ADDS.has(words[0] ?? '') || ABOUT.some((start) => start.every((word, at) => words[at] === word));
  return begins && library.tellSubject(reading.text).kind === 'subject';
}

const ALL =
  /^(?:(?:laat|vertel|geef|toon)(?: me| mij)?(?: alles| meer)(?: zien)?|meer|alles|alle kansen|(?:show|tell|give)(?: me)?(?: everything| all| more)|more|everything)$/;

/** "Vertel meer": all of the advice that was given in short. */
export function asksAll({ reading }: Pick<Context, 'reading'>): boolean {
  return reading !== undefined && ALL.test(foldedWords(reading.text).join(' '));
}

/** The project with what a short text adds: another value, start or place; undefined when it adds nothing. */
export function told(now: CommissionSoFar, { reading }: Pick<Context, 'reading'>): CommissionSoFar | undefined {
  if (!reading) return undefined;
  const { vat, area } = reading.slots;
  const amount = amountSaid(reading, now.text);
  const when = whenIn(reading.text);
  const start = when ? momentOf(when) : reading.slots.date;
  const adds = {
    ...(amount?.kind === 'whole' ? { amount: amount.amount } : {}),
    ...(vat ? { vat } : {}),
    ...(area ? { area } : {}),
    ...(start ? { start } : {}),
  };
  const small = now.text === '' || (reading.weighty <= SHORT && reading.things.length === 0);
  if (!small || (!amount && Object.keys(adds).length === 0)) return undefined;
  const { amount: before, ...rest } = now;
  return { ...rest, ...(before && !amount ? { amount: before } : {}), ...adds, at: 'advice' };
}

const KINDS = ['goods', 'service', 'social-service', 'works'] as const;

/** "Het is bouw", "diensten": the kind of purchase, and nothing else. */
export function kindSaid(context: Context): (typeof KINDS)[number] | undefined {
  const { reading } = context;
  if (!reading || reading.weighty > SHORT || reading.text.trim().endsWith('?')) return undefined;
  const chosen = chosenIn('kind', reading.text, context);
  return typeof chosen === 'object' ? KINDS.find((kind) => kind === chosen.id) : undefined;
}

/** What was typed below the form is a project. */
export function beginsProject({ reading, library, intent }: Context): boolean {
  return reading !== undefined && !ELSEWHERE.has(intent ?? '') && library.tellSubject(reading.text).kind === 'subject';
}

const LEVEL = /\b(?:niveau|level|trap)\s*([0-3]|een|twee|drie|one|two|three)\b/;
const NONE = /\b(?:geen (?:mvi|mvoi|extra eisen|eisen|niveau)|no (?:mvi|extra demands|level))\b/;
const NUMBERS: Record<string, number> = { een: 1, one: 1, twee: 2, two: 2, drie: 3, three: 3 };

/** "We kiezen niveau 1", "geen mvi": the level they choose; a question about a level chooses none. */
export function chosenLevel({ reading }: Pick<Context, 'reading'>): number | undefined {
  if (!reading || reading.weighty > SHORT || reading.text.includes('?')) return undefined;
  const words = foldedWords(reading.text).join(' ');
  if (/^(?:wat|waarom|wanneer|what|why|when|hoe|how)\b/.test(words)) return undefined;
  if (NONE.test(words)) return 0;
  const named = LEVEL.exec(words)?.[1];
  return named === undefined ? undefined : (NUMBERS[named] ?? Number(named));
}
