import { evidenceKinds, mayBeOffered, type Supplier } from './supplier.ts';

/** Where a thing belongs; a category is its own category. */
export type ThingTree = ReadonlyMap<string, { category: string; usual: boolean }>;

/** The suppliers that may be offered, with lists that make a look-up short however many there are. */
export type SupplierIndex = {
  suppliers: readonly Supplier[];
  tree: ThingTree;
  /** From a thing to the suppliers that offer it, by place in `suppliers`. */
  byThing: ReadonlyMap<string, readonly number[]>;
  byCategory: ReadonlyMap<string, readonly number[]>;
  byWord: ReadonlyMap<string, readonly number[]>;
  byArea: ReadonlyMap<string, readonly number[]>;
  /** Per supplier: what it offers, how strong its evidence is, how recent, and its number for taking turns. */
  things: readonly ReadonlySet<string>[];
  evidence: Uint8Array;
  /** 2 in the city, 1 in the province, 0 elsewhere. */
  region: Uint8Array;
  /** For how many people its smallest offer is; endless when none says so. */
  smallest: Float64Array;
  latest: readonly (string | null)[];
  turn: Uint32Array;
};

/** Who stopped or is not shown to be social is left out here, so that no search can find them. */
export function indexSuppliers(
  all: Iterable<Supplier>,
  tree: ThingTree,
  wordsOf: (text: string, language: 'nl' | 'en') => readonly string[],
  areaParents: ReadonlyMap<string, readonly string[]>,
): SupplierIndex {
  const suppliers = [...all].filter(mayBeOffered);
  const byThing = new Map<string, number[]>();
  const byCategory = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const byArea = new Map<string, number[]>();
  const things = suppliers.map(({ offers }) => new Set(offers.flatMap((offer) => offer.things)));
  suppliers.forEach((supplier, place) => {
    for (const thing of things[place] ?? []) append(byThing, thing, place);
    for (const category of supplier.categories) append(byCategory, category, place);
    for (const area of new Set(supplier.place.areas.flatMap((id) => [id, ...(areaParents.get(id) ?? [])])))
      append(byArea, area, place);
    const texts = [supplier.name, ...supplier.alsoKnownAs];
    const words = new Set([
      ...wordsOf([...texts, ...supplier.offers.map(({ text }) => text.nl), supplier.impact?.nl ?? ''].join(' '), 'nl'),
      ...wordsOf([...supplier.offers.map(({ text }) => text.en), supplier.impact?.en ?? ''].join(' '), 'en'),
    ]);
    for (const word of words) append(byWord, word, place);
  });
  return {
    suppliers,
    tree,
    byThing,
    byCategory,
    byWord,
    byArea,
    things,
    evidence: Uint8Array.from(suppliers, ({ evidence }) => evidenceKinds.indexOf(evidence.kind)),
    region: Uint8Array.from(suppliers, ({ place }) =>
      place.region === 'utrecht-stad' ? 2 : place.region === 'utrecht-provincie' ? 1 : 0,
    ),
    smallest: Float64Array.from(suppliers, ({ offers }) =>
      Math.min(...offers.map(({ capacity }) => capacity ?? Number.POSITIVE_INFINITY)),
    ),
    latest: suppliers.map(({ evidence }) => evidence.latest),
    turn: Uint32Array.from(suppliers, ({ id }) => numberOf(id)),
  };
}

function append(map: Map<string, number[]>, key: string, place: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

/** A number that a name always gives and that says nothing about it (FNV-1a). */
export function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number >>> 0;
}
