import { numberOf, type SupplierIndex } from './index-suppliers.ts';
import type { Supplier } from './supplier.ts';

/** What somebody looks for. */
export type Need = {
  /** Things of the knowledge base, surest first, with how sure each is. */
  things: readonly { id: string; weight: number }[];
  /** Words that no list holds; they are looked up in what suppliers say of themselves. */
  words: readonly string[];
  /** All words that say something; who uses them too stands a little higher. */
  mentions?: readonly string[];
  area?: string;
  people?: number;
  /** The day, which decides what is recent and whose turn it is among equals. */
  day: string;
};

/** A supplier that fits, with the reasons a person would give for it. */
export type Match = { supplier: Supplier; reasons: readonly Reason[]; offers: readonly number[] };
export type Reason =
  | 'offers-this'
  | 'offers-category'
  | 'mentions-this'
  | 'nearby'
  | 'in-the-city'
  | 'too-small'
  | 'proven'
  | 'recent';

export type Matches = { best: readonly Match[]; total: number };

/** How much of the best fit another must have to be shown beside it. */
const NEAR_BEST = 0.62;
const RECENT_YEARS = 2;
const MOST = 60;
const ENOUGH_WORDS = 0.5;

/**
 * Best fit first; then the strongest evidence, then the most recent; equals take turns by the day.
 * Who stopped, or is not shown to be social, is not in the index.
 */
export function match(need: Need, index: SupplierIndex): Matches {
  const fits = fitsOf(need, index);
  let best = 0;
  for (const place of fits.places) if ((fits.fit[place] as number) > best) best = fits.fit[place] as number;
  const day = numberOf(need.day);
  const recentSince = `${Number(need.day.slice(0, 4)) - RECENT_YEARS}${need.day.slice(4)}`;
  const top: Ranked[] = [];
  let total = 0;
  for (const place of fits.places) {
    const fit = fits.fit[place] as number;
    if (fit < best * NEAR_BEST) continue;
    total += 1;
    const order =
      Math.round(fit * 10) * 1e6 -
      (index.evidence[place] as number) * 1e5 -
      agedOf(index, place, recentSince) * 1e4 +
      turnOf(index, place, day);
    keepBest(top, { place, order, id: (index.suppliers[place] as Supplier).id });
  }
  return { best: top.map(({ place }) => describe(place, need, index, recentSince)), total };
}

/** Every supplier of a category or an area, in the same order as `match`. */
export function browse(where: { category?: string; area?: string }, day: string, index: SupplierIndex): Matches {
  const inCategory = where.category === undefined ? undefined : (index.byCategory.get(where.category) ?? []);
  const inArea = where.area === undefined ? undefined : new Set(index.byArea.get(where.area) ?? []);
  const places = (inCategory ?? [...(inArea ?? [])]).filter((place) => !inArea || inArea.has(place));
  const number = numberOf(day);
  const recentSince = `${Number(day.slice(0, 4)) - RECENT_YEARS}${day.slice(4)}`;
  const things = where.category === undefined ? [] : [{ id: where.category, weight: 1 }];
  const need: Need = { things, words: [], day, ...(where.area === undefined ? {} : { area: where.area }) };
  const fits = fitsOf(need, index);
  const ordered = places
    .map((place) => ({
      place,
      order:
        Math.round((fits.fit[place] as number) * 10) * 1e6 -
        (index.evidence[place] as number) * 1e5 -
        agedOf(index, place, recentSince) * 1e4 +
        turnOf(index, place, number),
    }))
    .map((item) => ({ ...item, id: (index.suppliers[item.place] as Supplier).id }))
    .toSorted((a, b) => (before(a, b) ? -1 : 1));
  return {
    best: ordered.slice(0, MOST).map(({ place }) => describe(place, need, index, recentSince)),
    total: ordered.length,
  };
}

/** Who fits, in the order in which they were found, and how well by place. Typed arrays, because thousands can fit. */
type Fits = { places: number[]; fit: Float64Array };

function fitsOf(need: Need, index: SupplierIndex): Fits {
  const count = index.suppliers.length;
  const places: number[] = [];
  const fit = new Float64Array(count);
  const extra = new Float64Array(count);
  const raise = (place: number, by: number) => {
    const before = fit[place] as number;
    if (before === 0) places.push(place);
    extra[place] = (extra[place] as number) + Math.min(before, by);
    if (by > before) fit[place] = by;
  };
  if (unservable(need, index)) return { places, fit };
  const specific = new Set(
    need.things.flatMap(({ id }) => (index.tree.get(id)?.category === id ? [] : (index.tree.get(id)?.category ?? []))),
  );
  for (const { id, weight } of need.things) {
    const node = index.tree.get(id);
    if (!node) continue;
    const general = node.category === id;
    const strength = weight * (general && specific.has(id) ? 0.5 : 1);
    const own = index.byThing.get(id) ?? [];
    for (const place of own) raise(place, strength);
    if (general) addOfCategory(node.category, index, new Set(own), (place, by) => raise(place, by * strength));
    else if (node.usual) {
      const seen = new Set(own);
      for (const place of index.byThing.get(node.category) ?? []) if (!seen.has(place)) raise(place, 0.85 * strength);
    }
  }
  if (need.things.length === 0)
    for (const [place, score] of coverage(need.words, index)) if (score >= ENOUGH_WORDS) raise(place, score * 0.8);
  const mentions = coverage(need.mentions ?? [], index);
  const near = need.area && need.area !== 'utrecht' ? new Set(index.byArea.get(need.area)) : undefined;
  for (const place of places)
    fit[place] =
      (fit[place] as number) +
      0.3 * Math.min(extra[place] as number, 1) +
      (0.3 * (mentions.get(place) ?? 0) + nearness(place, need, index, near));
  return { places, fit };
}

/** Who asks for a category is helped by what is usual in it, and less by a speciality. */
function addOfCategory(
  category: string,
  index: SupplierIndex,
  seen: ReadonlySet<number>,
  raise: (place: number, fit: number) => void,
): void {
  const special = hasGeneral(category, index) ? 0.5 : 0.9;
  for (const place of index.byCategory.get(category) ?? []) {
    if (seen.has(place)) continue;
    let best = 0;
    for (const thing of index.things[place] ?? []) {
      const node = index.tree.get(thing);
      if (node?.category === category) best = Math.max(best, node.usual ? 0.9 : special);
    }
    if (best > 0) raise(place, best);
  }
}

function hasGeneral(category: string, index: SupplierIndex): boolean {
  return (index.byThing.get(category)?.length ?? 0) > 0;
}

/** What is asked most clearly is a thing that nobody offers: then nobody fits, whatever else was said. */
function unservable({ things }: Need, index: SupplierIndex): boolean {
  const most = things[0]?.weight ?? 0;
  const clear = things.filter(({ id, weight }) => weight >= most * 0.85 && index.tree.get(id)?.category !== id);
  return clear.length > 0 && !clear.some(({ id }) => servable(id, index));
}

function servable(id: string, index: SupplierIndex): boolean {
  const node = index.tree.get(id);
  return index.byThing.has(id) || (node?.usual === true && index.byThing.has(node.category));
}

/** How much of some words each supplier uses of itself, the rare ones counting most. */
function coverage(words: readonly string[], index: SupplierIndex): Map<number, number> {
  const scores = new Map<number, number>();
  const count = index.suppliers.length;
  const weights = words.map((word) => Math.log(1 + count / (1 + (index.byWord.get(word)?.length ?? 0))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  words.forEach((word, at) => {
    for (const place of index.byWord.get(word) ?? [])
      scores.set(place, (scores.get(place) ?? 0) + (weights[at] as number) / all);
  });
  return scores;
}

/** The most of some words that one supplier uses of itself, 0 to 1. */
export function mentioned(words: readonly string[], index: SupplierIndex): number {
  let most = 0;
  for (const score of coverage(words, index).values()) if (score > most) most = score;
  return most;
}

function nearness(
  place: number,
  { people }: Need,
  index: SupplierIndex,
  near: ReadonlySet<number> | undefined,
): number {
  const tooSmall = people !== undefined && (index.smallest[place] as number) < people ? -0.4 : 0;
  const region = index.region[place];
  if (near) return (near.has(place) ? 0.5 : region === 2 ? 0.05 : 0) + tooSmall;
  return (region === 2 ? 0.12 : region === 1 ? 0.05 : 0) + tooSmall;
}

function isTooSmall({ offers }: Supplier, { people }: Need): boolean {
  return people !== undefined && offers.some(({ capacity }) => capacity !== undefined && capacity < people);
}

function describe(place: number, need: Need, index: SupplierIndex, recentSince: string): Match {
  const supplier = index.suppliers[place] as Supplier;
  const wanted = new Set(need.things.map(({ id }) => id));
  const categories = new Set(need.things.map(({ id }) => index.tree.get(id)?.category));
  const scored = supplier.offers.map(({ things }, at) => ({
    at,
    score: things.some((id) => wanted.has(id))
      ? 2
      : things.some((id) => categories.has(index.tree.get(id)?.category))
        ? 1
        : 0,
  }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const offers = scored.filter(({ score }) => score === most).map(({ at }) => at);
  const inArea =
    need.area !== undefined && need.area !== 'utrecht' && (index.byArea.get(need.area)?.includes(place) ?? false);
  const holds: Record<Reason, boolean> = {
    'offers-this': most === 2,
    'offers-category': most === 1,
    'mentions-this': most === 0 && need.words.length > 0,
    nearby: inArea === true,
    'in-the-city': !inArea && supplier.place.region === 'utrecht-stad',
    'too-small': isTooSmall(supplier, need),
    proven: supplier.evidence.kind === 'municipality' || supplier.evidence.kind === 'register',
    recent:
      (supplier.evidence.latest ?? '') >= recentSince.slice(0, supplier.evidence.latest?.length ?? 0) &&
      supplier.evidence.latest !== null,
  };
  return { supplier, offers, reasons: (Object.keys(holds) as Reason[]).filter((reason) => holds[reason]) };
}

/** 0 recent, 1 older, 2 without a date. */
function agedOf(index: SupplierIndex, place: number, recentSince: string): number {
  const latest = index.latest[place];
  if (!latest) return 2;
  return latest >= recentSince.slice(0, latest.length) ? 0 : 1;
}

/** A number under ten thousand, from the day and the supplier's id alone. */
function turnOf(index: SupplierIndex, place: number, day: number): number {
  let mixed = (index.turn[place] as number) ^ day;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % 10_000;
}

type Ranked = { place: number; order: number; id: string };

/** The same number of turn is rare; then the id decides, never the order of the files. */
function before(a: Ranked, b: Ranked): boolean {
  return a.order > b.order || (a.order === b.order && a.id < b.id);
}

function keepBest(top: Ranked[], item: Ranked): void {
  if (top.length === MOST && !before(item, top.at(-1) as Ranked)) return;
  let at = top.length;
  while (at > 0 && before(item, top[at - 1] as Ranked)) at--;
  top.splice(at, 0, item);
  if (top.length > MOST) top.pop();
}
