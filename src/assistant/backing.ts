import type { Language } from '../understand/stem.ts';
import { type Saying, sayingsOf, shortened } from './sayings.ts';

/** What drafts about a passage may rest on: what it says, in its order. */
export type Ground = readonly Held[];
type Held = Saying & { short: Saying };

/** What a passage says. Its first line is its question, and says nothing. */
export function groundOf(passage: string, language: Language): Ground {
  const body = passage.split('\n').slice(1).join('\n');
  const short = sayingsOf(shortened(body), language);
  return sayingsOf(body, language).map((one, at) => ({ ...one, short: short[at] ?? one }));
}

/**
 * Whether a draft says nothing but what the passages say: each of its sentences is one of theirs, with the same words but
 * for those on which nothing hangs, and in the same order but for one part; or is two neighbours of theirs, or the half of
 * one beside the other half. What points back stands behind what it points to, and a list is whole. In doubt it is not.
 */
export function isBacked(draft: string, grounds: readonly Ground[], language: Language): boolean {
  const told = sayingsOf(draft, language);
  const used = new Set<Held>();
  let before: readonly Held[] = [];
  for (let at = 0; at < told.length; ) {
    const found = restOf(told.slice(at, at + 2), grounds, before);
    if (!found) return false;
    for (const one of found.rests) used.add(one);
    before = found.rests;
    at += found.count;
  }
  return grounds.every((ground) => listsAreWhole(ground, used));
}

type Found = { count: number; rests: readonly Held[] };

/** The sentences of a passage that the first of these sentences of a draft rest on, and how many those are. */
function restOf([first, second]: readonly Saying[], grounds: readonly Ground[], before: readonly Held[]) {
  if (!first) return undefined;
  const rests = (told: readonly Saying[], held: readonly (Held | undefined)[], count: number): Found | undefined => {
    const whole = held.filter((one) => one !== undefined);
    const said = joined(told);
    const short = whole.map((one) => one.short);
    return whole.length === held.length &&
      ((sameList(told, whole) && agrees(said, joined(whole))) || (sameList(told, short) && agrees(said, joined(short))))
      ? { count, rests: whole }
      : undefined;
  };
  for (const ground of grounds) {
    for (const [at, one] of ground.entries()) {
      const previous = ground[at - 1];
      if ((first.points || one.points) && previous && !before.includes(previous)) continue;
      const found =
        rests([first], [one], 1) ??
        rests([first], [one, ground[at + 1]], 1) ??
        (second ? rests([first, second], [one], 2) : undefined);
      if (found) return found;
    }
  }
  return undefined;
}

function sameList(told: readonly Saying[], held: readonly Saying[]): boolean {
  return [...told, ...held].every(({ lead }) => lead === told[0]?.lead);
}

type Joined = Pick<Saying, 'marks' | 'bonds' | 'conditional' | 'no'>;

function joined(sayings: readonly Saying[]): Joined {
  return {
    marks: sayings.flatMap(({ marks }) => marks),
    bonds: sayings.flatMap(({ bonds }) => bonds),
    conditional: sayings.some(({ conditional }) => conditional),
    no: sayings.some(({ no }) => no),
  };
}

function agrees(told: Joined, held: Joined): boolean {
  if (told.no && !held.no && !held.marks.includes('not')) return false;
  if (told.conditional !== held.conditional || told.marks.length !== held.marks.length) return false;
  return (
    same(told.marks, held.marks) || (areMoved(told.marks, held.marks) && same(sorted(told.bonds), sorted(held.bonds)))
  );
}

/** Whether two neighbouring parts at the beginning or the end of a sentence have changed places, or a limit has. */
function areMoved(told: readonly string[], held: readonly string[]): boolean {
  const [a, b] = [withoutLimit(told), withoutLimit(held)];
  if (a.limit !== b.limit) return false;
  return same(a.rest, b.rest) || haveSwapped(a.rest, b.rest) || haveSwapped(a.rest.toReversed(), b.rest.toReversed());
}

function haveSwapped(told: readonly string[], held: readonly string[]): boolean {
  const end = told.findLastIndex((mark, at) => mark !== held[at]) + 1;
  const [a, b] = [told.slice(0, end), held.slice(0, end)];
  return a.some((_, cut) => same([...a.slice(cut), ...a.slice(0, cut)], b));
}

const LIMIT = / (?:(?:tot|up|vanaf|from|above|below)(?: \d+)+|(?:elk|everi) (?:kwartal|quarter|jar|year)) /g;

/** The one limit of a sentence, where that stands at its beginning or its end, and the sentence without it. */
function withoutLimit(marks: readonly string[]): { limit: string; rest: readonly string[] } {
  const line = ` ${marks.join(' ')} `;
  const [found, ...more] = line.match(LIMIT) ?? [];
  const at = found ? line.slice(0, line.indexOf(found)).split(' ').filter(Boolean).length : 0;
  const stands = found && more.length === 0 && (at <= 2 || line.endsWith(found));
  if (!stands) return { limit: '', rest: marks };
  return { limit: found, rest: line.replace(found, ' ').trim().split(' ') };
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((mark, at) => mark === b[at]);
}

function sorted(all: readonly string[]): readonly string[] {
  return all.toSorted();
}

/** Of a list of conditions none may be left out. */
function listsAreWhole(ground: Ground, used: ReadonlySet<Held>): boolean {
  const begun = new Set(ground.filter((one) => one.lead !== '' && used.has(one)).map(({ lead }) => lead));
  return ground.every((one) => !begun.has(one.lead) || used.has(one));
}
