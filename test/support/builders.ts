import { indexSuppliers, type SupplierIndex, type ThingTree } from '../../src/suppliers/index-suppliers.ts';
import type { Need } from '../../src/suppliers/match.ts';
import { Supplier } from '../../src/suppliers/supplier.ts';
import { TODAY } from './day.ts';

/** Two kinds of purchase, with something that everyone in the first supplies and something that not everyone does. */
export const tree: ThingTree = new Map([
  ['catering', { category: 'catering', usual: true }],
  ['lunch', { category: 'catering', usual: true }],
  ['taart', { category: 'catering', usual: false }],
  ['schoonmaak', { category: 'schoonmaak', usual: true }],
  ['ramen', { category: 'schoonmaak', usual: false }],
]);

type Wanted = {
  id: string;
  things?: string[];
  offers?: string;
  status?: Supplier['status'];
  evidence?: Supplier['evidence']['kind'];
  latest?: string | null;
  region?: Supplier['place']['region'];
  areas?: string[];
  capacity?: number;
};

/** A supplier that may be offered, unless said otherwise. */
export function supplier({
  id,
  things = ['catering'],
  offers = 'iets',
  latest = '2026-05',
  ...other
}: Wanted): Supplier {
  return Supplier.parse({
    id,
    name: `Stichting ${id}`,
    status: other.status ?? 'active',
    note: null,
    categories: [...new Set(things.map((thing) => tree.get(thing)?.category ?? 'catering'))],
    offers: [{ text: { nl: offers, en: offers }, things, ...(other.capacity ? { capacity: other.capacity } : {}) }],
    impact: null,
    themes: [],
    place: { text: null, region: other.region ?? 'utrecht-stad', areas: other.areas ?? [] },
    contact: { website: null, phone: null, email: null },
    labels: [],
    evidence: { kind: other.evidence ?? 'register', said: 'in een register', latest },
    sources: [{ url: 'https://example.org/', dated: latest, supports: 'aanbod' }],
    recordedOn: TODAY,
    checkedOn: null,
    reviewBy: '2027-05-21',
  });
}

export function indexOf(suppliers: readonly Supplier[]): SupplierIndex {
  return indexSuppliers(
    suppliers,
    tree,
    (text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [],
    new Map([['overvecht', ['utrecht']]]),
  );
}

export function need(things: readonly string[], more: Partial<Need> = {}): Need {
  return { things: things.map((id) => ({ id, weight: 1 })), words: [], day: TODAY, ...more };
}
