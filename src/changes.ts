import { copyOf, frozen } from './copy.ts';
import type { Collection, Kind, Records } from './ports.ts';
import { KINDS } from './terms.ts';

/** What is kept, as a store reads it: ids with their items, in the order in which they were first put. */
export type Base = {
  get(kind: Kind, id: string): Promise<object | undefined>;
  list(kind: Kind, where: object): Promise<[id: string, item: object][]>;
};
/** An item that takes the place of what was there; undefined: it is removed. */
export type Change = { kind: Kind; id: string; item: object | undefined };

/** Records on top of what is kept: changes are read back at once, and are the store's to keep or to drop. */
export function recordsOver(base: Base): { records: Records; changes(): Change[] } {
  const changed = new Map<Kind, Map<string, object | undefined>>();

  function collection(kind: Kind): Collection<object> {
    const own = new Map<string, object | undefined>();
    changed.set(kind, own);
    return {
      get: async (id) => frozen(own.has(id) ? own.get(id) : await base.get(kind, id)),
      async list(where) {
        const kept = await base.list(kind, where);
        const ids = new Set(kept.map(([id]) => id));
        const added = [...own].filter(([id]) => !ids.has(id));
        return [...kept.map(([id, item]) => (own.has(id) ? own.get(id) : item)), ...added.map(([, item]) => item)]
          .filter((item) => item !== undefined)
          .filter((item) => matches(item, where))
          .map((item) => frozen(item));
      },
      put: async (id, item) => void own.set(id, copyOf(item)),
      remove: async (id) => void own.set(id, undefined),
    };
  }

  const records = Object.fromEntries(KINDS.map((kind) => [kind, collection(kind)])) as unknown as Records;
  return {
    records,
    changes: () => [...changed].flatMap(([kind, own]) => [...own].map(([id, item]) => ({ kind, id, item }))),
  };
}

/** An item with these very values; only plain values of its own are looked at. */
export function matches(item: object, where: object): boolean {
  return Object.entries(where).every(([key, value]) => (item as Record<string, unknown>)[key] === value);
}
