import { readable } from '../understand/fold.ts';
import { type Lexicon, stemmed } from '../understand/lexicon.ts';
import { readThings, type ThingHeard } from '../understand/things.ts';
import { createFinder, type Hit } from './phrases.ts';
import type { Approach, Subject } from './subject.ts';

type Without = Approach['without'][number];
export type Purchase = Subject['purchases'][number];

/** What a purchase is about; `also`: other subjects that its words point at, less strongly. */
export type About =
  | {
      kind: 'subject';
      subject: Subject;
      piece?: Subject['pieces'][number];
      purchase: Purchase;
      /** No word said what kind of purchase it is, and this subject knows more than one. */
      guessed?: true;
      things: readonly ThingHeard[];
      also: readonly Subject[];
    }
  | { kind: 'without'; without: Without }
  | { kind: 'unclear'; why: 'empty' | 'vague' | 'unknown' };

export type Teller = (text: string) => About;

/** What a purchase is about stands in its first words; a longer text is read up to here. */
const LONGEST_TOLD = 2000;
const OWN = 3;
const NEAR = 1.5;
const THING = 2.2;
/** Below this part of it a word only stands beside a subject. */
const AS_OWN = 0.8;
/** What stands first is what is bought: "schoonmaak sporthal" is cleaning. */
const FIRST = 0.7;
/** Below this nothing points anywhere. */
const LEAST = 1.3;
/** A subject this near to the best is worth naming. */
const BESIDE = 0.6;
const SURE_THING = 0.8;

/** Tells what texts are about, by the words of the subjects. The same text always gives the same answer. */
export function createTeller(subjects: readonly Subject[], approach: Approach, lexicon: Lexicon): Teller {
  const subjectOf = new Map(subjects.map((subject) => [subject.id, subject]));
  const withoutOf = new Map(approach.without.map((one) => [`- ${one.id}`, one]));
  const covering = new Map(subjects.flatMap(({ id, covers }) => covers.map((covered) => [covered, id] as const)));
  const find = createFinder([
    ...subjects.flatMap(({ id, words, near }) => [
      { id, weight: OWN, ...words },
      { id, weight: NEAR, ...near },
    ]),
    ...approach.without.map(({ id, nl, en }) => ({ id: `- ${id}`, weight: OWN, nl, en })),
  ]);
  const pieces = createFinder(
    subjects.flatMap((subject) =>
      subject.pieces.map((piece) => ({ id: piece, weight: 1, nl: piece.nl, en: piece.en })),
    ),
  );
  const kinds = createFinder(approach.kinds.map(({ id, nl, en }) => ({ id, weight: 1, nl, en })));
  const vague = createFinder([{ id: 'vague', weight: 1, ...approach.vague }]);

  return (text) => {
    const tokens = stemmed(readable(text, LONGEST_TOLD));
    if (tokens.length === 0) return { kind: 'unclear', why: 'empty' };
    const { things } = readThings(tokens, lexicon);
    const scores = scoresOf(find(tokens));
    // The words of the subjects come first: what else is named is a part of it.
    const own = Math.max(0, ...scores.values());
    for (const { id, weight } of own < OWN ? things : []) {
      const category = lexicon.things.get(id)?.category ?? '';
      const exact = covering.get(id);
      const subject = exact ?? covering.get(category);
      if (subject && weight >= SURE_THING) raise(scores, subject, (exact ? THING : NEAR) * weight);
    }
    const ranked = [...scores].toSorted((a, b) => b[1] - a[1]);
    const [best] = ranked;
    if (!best || best[1] < LEAST)
      return { kind: 'unclear', why: vague(tokens).length > 0 || tokens.length < 2 ? 'vague' : 'unknown' };
    const without = withoutOf.get(best[0]);
    if (without) return { kind: 'without', without };
    const subject = subjectOf.get(best[0]) as Subject;
    const found = pieces(tokens).toSorted((a, b) => b.weight - a.weight);
    const piece = found.map(({ id }) => id).find((one) => subject.pieces.includes(one));
    return {
      kind: 'subject',
      subject,
      ...(piece ? { piece } : {}),
      ...purchaseOf(
        subject,
        kinds(tokens),
        things.map(({ id }) => (covering.get(id) === subject.id ? lexicon.things.get(id)?.kind : undefined)),
      ),
      things: things.filter(({ weight }) => weight >= SURE_THING),
      also: ranked
        .slice(1, 3)
        .filter(([, score]) => score >= best[1] * BESIDE)
        .flatMap(([id]) => subjectOf.get(id) ?? []),
    };
  };
}

/** The longest phrases count, and none that lies within another. */
function scoresOf(hits: readonly Hit<string>[]): Map<string, number> {
  const scores = new Map<string, number>();
  const first = Math.min(...hits.map(({ start }) => start));
  const taken = new Map<string, Set<number>>();
  const longest = hits.filter(
    (hit) => !hits.some((other) => other.start <= hit.start && other.end >= hit.end && lengthOf(other) > lengthOf(hit)),
  );
  for (const { id, weight, start, end } of longest.toSorted((a, b) => b.weight - a.weight)) {
    const own = taken.get(id) ?? new Set<number>();
    taken.set(id, own);
    if (own.has(start) || own.has(end - 1)) continue;
    // Places add up to nothing more: "school en sporthal" is where it is, not what is bought.
    if (weight < OWN * AS_OWN && own.size > 0) continue;
    for (let at = start; at < end; at++) own.add(at);
    raise(scores, id, weight + (start === first ? FIRST : 0));
  }
  return scores;
}

function lengthOf({ start, end }: Hit<unknown>): number {
  return end - start;
}

function raise(scores: Map<string, number>, id: string, by: number): void {
  scores.set(id, (scores.get(id) ?? 0) + by);
}

/** The first kind that the words name and the subject knows; else that of a thing in it, else the usual one. */
function purchaseOf(
  { purchases }: Subject,
  hits: readonly Hit<Purchase>[],
  ofThings: readonly (string | undefined)[],
): { purchase: Purchase; guessed?: true } {
  const named: (string | undefined)[] = hits.toSorted((a, b) => a.start - b.start).map(({ id }) => id);
  const known = [...named, ...ofThings].flatMap((one) => purchases.filter((purchase) => purchase === one));
  if (known[0]) return { purchase: known[0] };
  return { purchase: purchases[0] as Purchase, ...(purchases.length > 1 ? { guessed: true } : {}) };
}
