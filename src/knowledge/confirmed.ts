import type { Confirmation } from '../confirmation.ts';
import { indexSuppliers } from '../suppliers/index-suppliers.ts';
import type { Supplier } from '../suppliers/supplier.ts';
import { type Library, wordsOf } from './compile.ts';

/** The content with what the editors confirmed since: their finding takes the place of a supplier's evidence. */
export function withConfirmed(library: Library, confirmations: readonly Confirmation[]): Library {
  const found = confirmations.filter(({ found }) => found !== undefined);
  if (found.length === 0) return library;
  const { knowledge, lexicon } = library;
  const suppliers = new Map(knowledge.suppliers);
  for (const one of found) {
    const before = suppliers.get(one.id) ?? (one.listed ? undefined : unlisted(one));
    if (before) suppliers.set(one.id, confirmed(before, one));
  }
  const listed = [...suppliers.values()].filter(({ id }) => knowledge.suppliers.has(id));
  return {
    ...library,
    knowledge: { ...knowledge, suppliers },
    suppliers: indexSuppliers(listed, lexicon.things, wordsOf, lexicon.areaParents),
  };
}

function confirmed(supplier: Supplier, { found }: Confirmation): Supplier {
  if (!found || (supplier.checkedOn !== null && supplier.checkedOn > found.on)) return supplier;
  const source = { url: found.url, dated: found.on, supports: found.source };
  return {
    ...supplier,
    evidence: { kind: found.evidence, said: found.source, seen: found.source, latest: found.on },
    sources: [...(source.url ? [{ ...source, url: source.url }] : []), ...supplier.sources],
    checkedOn: found.on,
  };
}

/** A supplier that somebody named and an editor looked at: known by its proof alone, and never offered by itself. */
function unlisted({ id, name, on }: Confirmation): Supplier {
  return {
    id,
    name,
    alsoKnownAs: [],
    status: 'unknown',
    note: null,
    categories: [],
    offers: [],
    impact: null,
    themes: [],
    place: { text: null, region: 'onbekend', areas: [] },
    contact: { website: null, phone: null, email: null },
    labels: [],
    evidence: { kind: 'none', said: 'genoemd door een collega', latest: null },
    sources: [],
    recordedOn: on,
    checkedOn: null,
    reviewBy: '9999-12-31',
  };
}
