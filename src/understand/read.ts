import { piecesOf, readNumbers } from './counts.ts';
import { LONGEST_TEXT, readable } from './fold.ts';
import { requestHead } from './headed.ts';
import { functionWords, languageOf } from './language.ts';
import { type Lexicon, stemmed } from './lexicon.ts';
import type { NameFound } from './names.ts';
import type { Stemmed } from './phrases.ts';
import { readArea, without, withoutAreas } from './places.ts';
import { saidOf, saidSpans, whole } from './said-facts.ts';
import type { Slots } from './slots.ts';
import { type Language, stem } from './stem.ts';
import { categoryOf, readThings, settleAmbiguous, type ThingHeard } from './things.ts';

/** What one text says, before anyone has decided what it asks. */
export type Reading = {
  text: string;
  language: Language;
  tokens: readonly Stemmed[];
  signals: ReadonlySet<string>;
  slots: Slots;
  things: readonly ThingHeard[];
  /** More than one supplier can be named, to compare them. */
  suppliers: readonly string[];
  /** An ambiguous word without a cue: the id of the question to ask. */
  ask?: string;
  /** Words with a meaning that no list holds. */
  unknown: readonly string[];
  /** The stems of those words, in the language of the text. */
  stems: readonly string[];
  /** The stems of all words that say something, known or not, with the last part of a compound beside it. */
  mentions: readonly string[];
  /** An amount that can be read in two ways, as typed. */
  doubt?: string;
  /** Another number stands there that may be an amount as well, or the amount is only a bound. */
  rivals: boolean;
  /** Something was bought for the same before, and for how much cannot be told. */
  boughtBefore: boolean;
  /** The times are those of twelve months: how long it goes on was not said. */
  endless: boolean;
  /** The price without the costs that come with it, where the amount is both. */
  withoutCosts?: number;
  /** The text was longer than is read. */
  cut: boolean;
  /** How many words carry meaning. */
  weighty: number;
};

/** The day, and the language of the conversation so far, which a text without words that carry it keeps to. */
export type ReadOptions = { today: string; language?: Language };

export function read(typed: string, lexicon: Lexicon, options: ReadOptions): Reading {
  const text = readable(typed);
  const typedTokens = stemmed(text);
  const names = lexicon.names.find(typedTokens);
  const tokens = mended(typedTokens, names, lexicon);
  const heard = languageOf(without(tokens, names), lexicon.ownLanguage);
  const language = (heard?.sure || !options.language ? heard?.language : undefined) ?? options.language ?? 'nl';
  const free = without(tokens, names);
  const heardSignals = whole(lexicon.signals.all(tokens), lexicon);
  const signals = new Set(heardSignals.map(({ id }) => id));
  if (requestHead(text) !== undefined) signals.add('post');
  const area = readArea(free, lexicon);
  // What was said about the purchase names no thing: a personal "band" makes no music.
  const wanted = without(withoutAreas(free, area, lexicon), saidSpans(heardSignals, lexicon));
  const { things, covered } = readThings(wanted, lexicon);
  const numbers = readNumbers(text, tokens, language, options.today, lexicon);
  const diet = [...new Set(lexicon.diets.all(free).map(({ id }) => id))];
  const themes = new Set(lexicon.themes.all(free).map(({ id }) => id));
  const pieces = piecesOf(text, numbers.loose, tokens, covered);
  const others = numbers.loose.filter(({ value }) => value !== pieces);
  if (numbers.each && ((pieces ?? 0) > 1 || others.some(({ value }) => value > 1))) delete numbers.slots.amount;
  const settled = settleAmbiguous(things, free, lexicon);
  const category = categoryOf(settled.things, lexicon);
  const heads = lexicon.things.get(category ?? '')?.forPeople ? Math.max(numbers.slots.people ?? 0, pieces ?? 0) : 0;
  // "120 kerstpakketten, max 35 euro": for less than a euro each it is the price of one, or a slip.
  if ((numbers.slots.amount ?? heads) < heads) delete numbers.slots.amount;
  const known = new Set([...covered, ...numbers.covered]);
  const unknown = free
    .filter(
      (token, index) =>
        token.folded !== '' && !known.has(index) && !lexicon.saysNothing(token.folded) && !/^\d/.test(token.folded),
    )
    .filter(
      ({ folded }) =>
        !lexicon.areas.knows(folded, 'nl') && !lexicon.diets.knows(folded, 'nl') && !lexicon.diets.knows(folded, 'en'),
    )
    .filter(({ folded }) => folded.length > 2);
  const suppliers = [...new Set(names.map(({ id }) => id))];
  const [theme] = themes;
  const said = saidOf(heardSignals, tokens, numbers.slots.occurrences, lexicon);
  const long = numbers.months !== undefined && numbers.months > 12 && said.sensitive === undefined;
  const sensitive = long ? [SEVERAL_YEARS] : said.sensitive;
  // Of several years without their number, the times of one year are too few.
  if (numbers.endless && sensitive?.includes(SEVERAL_YEARS)) delete numbers.slots.occurrences;
  return {
    text,
    boughtBefore: numbers.before,
    endless: numbers.endless,
    cut: typed.trim().length > LONGEST_TEXT,
    language,
    tokens,
    signals,
    slots: {
      ...(category ? { category } : {}),
      ...numbers.slots,
      ...(area ? { area } : {}),
      ...(suppliers[0] ? { supplier: suppliers[0] } : {}),
      ...(diet.length > 0 ? { diet } : {}),
      ...(theme && themes.size === 1 ? { theme } : {}),
      ...(pieces ? { pieces } : {}),
      ...said,
      ...(sensitive ? { sensitive } : {}),
    },
    things: settled.things,
    suppliers,
    ...(settled.ask ? { ask: settled.ask } : {}),
    unknown: unknown.map(({ folded }) => folded),
    stems: unknown.map((token) => token[language]),
    mentions: mentionsOf(free, language, lexicon),
    ...(numbers.withoutCosts === undefined ? {} : { withoutCosts: numbers.withoutCosts }),
    ...(numbers.doubt ? { doubt: numbers.doubt } : {}),
    rivals: numbers.bound || others.some(({ value }) => value >= LEAST_RIVAL && !isYear(value)),
    weighty: tokens.filter(({ folded }) => !functionWords.nl.has(folded) && !functionWords.en.has(folded)).length,
  };
}

/** The point of the check that a term of more than a year is. */
export const SEVERAL_YEARS = 'multi-year';

/** Below this a number beside an amount is a count of something. */
const LEAST_RIVAL = 100;
const isYear = (value: number) => value >= 1990 && value <= 2100;

function mentionsOf(tokens: readonly Stemmed[], language: Language, lexicon: Lexicon): string[] {
  const telling = tokens.filter(
    ({ folded }) => folded.length > 2 && !lexicon.saysNothing(folded) && !/^\d/.test(folded),
  );
  return [...new Set(telling.flatMap((token) => [token[language], ...tailStem(token.folded, language, lexicon)]))];
}

function tailStem(word: string, language: Language, lexicon: Lexicon): string[] {
  const tail = language === 'nl' && word.length > 8 ? lexicon.tail(word) : undefined;
  return tail === undefined ? [] : [stem(tail, language)];
}

/** Mends a slip in a word that does not exist; every other word stays as it is. */
function mended(tokens: readonly Stemmed[], names: readonly NameFound[], lexicon: Lexicon): Stemmed[] {
  return tokens.map((token, index) => {
    const { folded } = token;
    if (names.some(({ start, end }) => index >= start && index < end)) return token;
    if (lexicon.exists(folded) || lexicon.thingWords.knows(folded, 'en') || lexicon.people.has(folded)) return token;
    if (lexicon.split(folded)) return token;
    const byStem = !folded.endsWith('ing');
    const meant = lexicon.spelling.nearest(folded) ?? (byStem ? lexicon.spelling.nearest(token.nl) : undefined);
    return meant === undefined ? token : { ...token, folded: meant, nl: stem(meant, 'nl'), en: stem(meant, 'en') };
  });
}
