import { readAmounts } from './amounts.ts';
import { blank, findDates } from './dates.ts';
import { fold, readable } from './fold.ts';
import { functionWords, languageOf } from './language.ts';
import { type Lexicon, stemmed } from './lexicon.ts';
import type { NameFound } from './names.ts';
import type { Numeral } from './numbers.ts';
import type { Found, Stemmed } from './phrases.ts';
import type { Slots } from './slots.ts';
import { type Language, stem } from './stem.ts';

/** Something to buy that was heard, and how sure it is: 1 for its own word, less for a part of a compound or a slip. */
export type ThingHeard = { id: string; weight: number };

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
  const signals = new Set(lexicon.signals.all(tokens).map(({ id }) => id));
  const area = readArea(free, lexicon);
  const { things, covered } = readThings(withoutAreas(free, area, lexicon), lexicon);
  const numbers = readNumbers(text, tokens, language, options.today, lexicon);
  const diet = [...new Set(lexicon.diets.all(free).map(({ id }) => id))];
  const themes = new Set(lexicon.themes.all(free).map(({ id }) => id));
  const pieces = piecesOf(numbers.loose, tokens, covered);
  const settled = settleAmbiguous(things, free, lexicon);
  const category = categoryOf(settled.things, lexicon);
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
  return {
    text,
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
    },
    things: settled.things,
    suppliers,
    ...(settled.ask ? { ask: settled.ask } : {}),
    unknown: unknown.map(({ folded }) => folded),
    stems: unknown.map((token) => token[language]),
    mentions: mentionsOf(free, language, lexicon),
    ...(numbers.doubt ? { doubt: numbers.doubt } : {}),
    weighty: tokens.filter(({ folded }) => !functionWords.nl.has(folded) && !functionWords.en.has(folded)).length,
  };
}

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

/** A town is no thing: nothing in Houten is made of wood. */
function withoutAreas(tokens: readonly Stemmed[], area: string | undefined, lexicon: Lexicon): Stemmed[] {
  const places = lexicon.areas.all(tokens).filter(({ id }) => id === area);
  return places.length === 0 ? [...tokens] : without(tokens, places);
}

/** Words of a name say nothing about what is wanted: "Buurtcafé Vonk" asks for no café. */
function without(tokens: readonly Stemmed[], names: readonly NameFound[]): Stemmed[] {
  return tokens.map((token, index) =>
    names.some(({ start, end }) => index >= start && index < end) ? { ...token, folded: '', nl: '', en: '' } : token,
  );
}

function readThings(tokens: readonly Stemmed[], lexicon: Lexicon): { things: ThingHeard[]; covered: Set<number> } {
  const weights = new Map<string, number>();
  const covered = new Set<number>();
  const asides = new Map<string, number>();
  const hear = (id: string, weight: number, start: number) => {
    weights.set(id, Math.max(weights.get(id) ?? 0, weight));
    asides.set(id, Math.max(asides.get(id) ?? 0, standing(tokens, start)));
  };
  const taken = (found: Found) => range(found).some((index) => covered.has(index));
  // A very usual word is heard only where the list has it in this very form: "komen" is no "kom".
  const empty = (index: number) => {
    const word = tokens[index]?.folded ?? '';
    if (lexicon.people.has(word) || isFunctionWord(word)) return true;
    return lexicon.saysNothing(word) && !lexicon.thingWords.has(word);
  };
  const inRow = lexicon.thingWords.all(tokens).filter(({ words, start }) => words > 1 || !empty(start));
  const apart = lexicon.thingWords.scattered(tokens);
  for (const group of bySize([...inRow.filter(({ words }) => words > 1), ...apart])) {
    const free = group.filter((found) => !taken(found));
    for (const found of free) hear(found.id, found.gapped ? 0.95 : 1, found.start);
    for (const found of free) if (!found.gapped) for (const index of range(found)) covered.add(index);
    for (const found of free) if (found.gapped) for (const index of [found.start, found.end - 1]) covered.add(index);
  }
  for (const found of inRow.filter(({ words }) => words === 1)) if (!taken(found)) hear(found.id, 1, found.start);
  for (const found of inRow.filter(({ words }) => words === 1)) covered.add(found.start);
  tokens.forEach((token, index) => {
    if (
      covered.has(index) ||
      token.folded === '' ||
      lexicon.saysNothing(token.folded) ||
      lexicon.inArticles(token.folded)
    )
      return;
    const next = tokens[index + 1];
    const joined = next && token.folded + next.folded;
    const heard = joined && lexicon.thingWords.knows(joined, 'nl') ? joined : undefined;
    if (heard) {
      for (const { id } of lexicon.thingWords.all(stemmed(heard))) hear(id, 0.95, index);
      covered.add(index).add(index + 1);
      return;
    }
    const parts = lexicon.split(token.folded);
    if (!parts) return;
    const found = lexicon.thingWords.all(stemmed(parts.at(-1) as string));
    for (const { id } of found) hear(id, parts.length > 1 ? 0.85 : 0.5, index);
    if (found.length > 0) covered.add(index);
  });
  return { things: settle(weights, asides), covered };
}

const PLACE = new Set([
  'in',
  'bij',
  'op',
  'uit',
  'naar',
  'na',
  'tijdens',
  'rond',
  'naast',
  'tegenover',
  'van',
  'voor',
  'for',
  'at',
  'on',
  'during',
  'from',
  'of',
  'to',
  'after',
  'tussen',
  'between',
  'over',
  'about',
  'ipv',
  'zonder',
  'without',
]);
const ALONG = new Set(['met', 'with', 'inclusief', 'incl', 'including', 'plus']);

/** How much a word counts by what stands before it: "planten voor in de vergaderzaal" asks for plants. */
function standing(tokens: readonly Stemmed[], start: number): number {
  for (let back = 1; back <= 3; back++) {
    const word = tokens[start - back]?.folded;
    if (back === 1 && tokens[start + 1]?.folded === 'erbij') return 0.75;
    if (word === undefined) return 1;
    if (PLACE.has(word)) return 0.5;
    if (ALONG.has(word)) return 0.75;
    if (back > 1 && !DETERMINERS.has(tokens[start - back + 1]?.folded ?? '') && back > 2) return 1;
  }
  return 1;
}

const DETERMINERS = new Set([
  'de',
  'het',
  'een',
  'n',
  'onze',
  'ons',
  'mijn',
  'jullie',
  'deze',
  'die',
  'the',
  'a',
  'an',
  'our',
  'my',
  'this',
  'that',
]);

/** What stands aside counts for less, unless it is all there is. */
function settle(weights: ReadonlyMap<string, number>, asides: ReadonlyMap<string, number>): ThingHeard[] {
  const best = Math.max(0, ...asides.values());
  return [...weights]
    .map(([id, weight]) => ({ id, weight: weight * Math.min(1, (asides.get(id) ?? 1) / best) }))
    .toSorted((a, b) => b.weight - a.weight);
}

function isFunctionWord(word: string): boolean {
  return functionWords.nl.has(word) || functionWords.en.has(word);
}

/** Longer phrases first, so that "oude laptops inleveren" is not heard as a laptop. */
function bySize(found: readonly Found[]): Found[][] {
  const sizes = [...new Set(found.map(({ words }) => words))].toSorted((a, b) => b - a);
  return sizes.map((size) => found.filter(({ words }) => words === size));
}

function range({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** An ambiguous word is settled by a cue beside it; without one it stays what it usually is, with a question to ask. */
function settleAmbiguous(
  things: readonly ThingHeard[],
  tokens: readonly Stemmed[],
  lexicon: Lexicon,
): { things: ThingHeard[]; ask?: string } {
  let settled = [...things];
  let ask: string | undefined;
  for (const { rule, words, cues } of lexicon.ambiguous) {
    const options = rule.choices.map(({ thing }) => thing);
    const heard = settled.filter(({ id }) => options.includes(id));
    if (heard.length === 0 || words.all(tokens).length === 0) continue;
    const own = new Set(words.all(tokens).flatMap(range));
    const hints = cues.all(tokens).filter((cue) => !range(cue).every((index) => own.has(index)) || cue.words > 1);
    const counts = options.map(
      (id) =>
        hints.filter((cue) => cue.id === id).length + (heard.some((h) => h.id === id && id !== rule.thing) ? 1 : 0),
    );
    const most = Math.max(...counts);
    const winner = most > 0 ? options[counts.indexOf(most)] : undefined;
    const chosen = winner ?? rule.thing;
    const weight = Math.max(...heard.map((one) => one.weight));
    settled = [{ id: chosen, weight }, ...settled.filter(({ id }) => !options.includes(id))].toSorted(
      (a, b) => b.weight - a.weight,
    );
    if (winner === undefined && settled.length === 1) ask = rule.id;
  }
  return { things: settled, ...(ask ? { ask } : {}) };
}

/** The category of what was heard most clearly; two categories heard as clearly are no category. */
export function categoryOf(things: readonly ThingHeard[], lexicon: Lexicon): string | undefined {
  const scores = new Map<string, number>();
  for (const { id, weight } of things) {
    const category = lexicon.things.get(id)?.category;
    if (category)
      scores.set(category, Math.max(scores.get(category) ?? 0, weight + (category === id ? 0 : 0.05)) + 0.01);
  }
  const [first, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (!first || (second && second[1] >= first[1])) return undefined;
  return first[0];
}

function readNumbers(text: string, tokens: readonly Stemmed[], language: Language, today: string, lexicon: Lexicon) {
  const lower = text.toLowerCase();
  const { date, spans } = findDates(lower, today, language);
  const rest = spans.reduce((left, { start, end }) => blank(left, start, end), lower);
  const amounts = readAmounts(rest, language, (after) => isPeople(after, lexicon));
  const covered = tokens.flatMap((token, index) =>
    spans.some(({ start, end }) => token.start < end && token.end > start) ? [index] : [],
  );
  return {
    slots: { ...amounts.slots, ...(date ? { date } : {}) },
    loose: amounts.loose,
    doubt: amounts.doubt,
    covered,
  };
}

/** Endings that only words for people have. */
const PEOPLE_LIKE = /(aars|isten|eurs|ouders|genoten|leden|tanten|denten)$/;

/** People stand behind a number with at most two words between: "25 nieuwe collega's". */
function isPeople(after: string, lexicon: Lexicon): boolean {
  const words =
    after
      .split(/[.;:!?()]/, 1)[0]
      ?.match(/[\p{L}'’-]+/gu)
      ?.slice(0, 3) ?? [];
  if (!/^[\s-]*\p{L}/u.test(after)) return false;
  for (const [index, word] of words.entries()) {
    const folded = fold(word).replace(/-/g, '');
    if (
      lexicon.people.has(folded) ||
      (folded.length > 8 &&
        (PEOPLE_LIKE.test(folded) || lexicon.peopleEndings.some((ending) => folded.endsWith(ending))))
    )
      return true;
    if (
      index < 2 &&
      (functionWords.nl.has(folded) || functionWords.en.has(folded)) &&
      !['van', 'onze', 'of', 'our', 'nieuwe', 'hele'].includes(folded)
    )
      return false;
    if (lexicon.thingWords.knows(folded, 'nl') && index === 0) return false;
  }
  return false;
}

/** A number before a thing is a number of pieces: "500 flyers", "200 notebook sleeves". */
function piecesOf(
  loose: readonly Numeral[],
  tokens: readonly Stemmed[],
  covered: ReadonlySet<number>,
): number | undefined {
  const counts = loose.filter(({ value, end, doubtful }) => {
    if (!Number.isInteger(value) || value <= 0 || doubtful) return false;
    const next = tokens.findIndex(({ start }) => start >= end);
    return (
      (next >= 0 && [next, next + 1].some((index) => covered.has(index))) ||
      /^(stuks?|st|stks|pieces?|pcs)$/.test(tokens[next]?.folded ?? '')
    );
  });
  return counts.length === 1 ? counts[0]?.value : undefined;
}

const AREA_CUES = new Set([
  'in',
  'wijk',
  'uit',
  'near',
  'bij',
  'rond',
  'around',
  'buurt',
  'omgeving',
  'naar',
  'stadsdeel',
]);
const OUTSIDE = new Set(['buiten', 'outside', 'niet', 'not', 'behalve']);
const NO_AREA = new Set(['gemeente', 'stad', 'city', 'municipality', 'van', 'fc', 'universiteit']);

/** The smallest area that is named; the name of the organisation is no place. */
function readArea(tokens: readonly Stemmed[], lexicon: Lexicon): string | undefined {
  const found = lexicon.areas.all(tokens).filter(({ id, start, words }) => {
    const before = tokens[start - 1]?.folded ?? '';
    if (id === 'utrecht' && words === 1 && NO_AREA.has(before)) return false;
    if (OUTSIDE.has(before) || OUTSIDE.has(tokens[start - 2]?.folded ?? '')) return false;
    const follows = tokens[start + words]?.folded;
    const alone = follows === undefined || isFunctionWord(follows);
    return !lexicon.areaNeedsCue.has(id) || words > 1 || AREA_CUES.has(before) || (alone && tokens.length > 1);
  });
  const ids = [...new Set(found.map(({ id }) => id))];
  const smallest = ids.filter((id) => !ids.some((other) => lexicon.areaParents.get(other)?.includes(id)));
  return smallest.length === 1 ? smallest[0] : undefined;
}
