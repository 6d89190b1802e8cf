import { functionWords } from './language.ts';
import { type Lexicon, stemmed } from './lexicon.ts';
import type { Found, Stemmed } from './phrases.ts';

/** Something to buy that was heard, and how sure it is: 1 for its own word, less for a part of a compound or a slip. */
export type ThingHeard = { id: string; weight: number };

/** The things that a text names, surest first, and the places of the words that named them. */
export function readThings(
  tokens: readonly Stemmed[],
  lexicon: Lexicon,
): { things: ThingHeard[]; covered: Set<number> } {
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

export function isFunctionWord(word: string): boolean {
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
export function settleAmbiguous(
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
