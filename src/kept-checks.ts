import type { Store } from './ports.ts';

/** A check that somebody kept: its number, what it says on top, and the day. */
export type KeptCheck = { number: string; title: string; on: string };

/** The checks that this person kept, newest first. */
export async function keptChecks(store: Store, person: string): Promise<KeptCheck[]> {
  const kept = await store.read((records) => records.receipts.list({ owner: person }));
  return kept
    .map(({ id, receipt }) => ({ number: id, title: receipt.title, on: receipt.day }))
    .toSorted((a, b) => b.on.localeCompare(a.on) || b.number.localeCompare(a.number));
}
