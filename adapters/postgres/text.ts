import { createHash } from 'node:crypto';

/** Longer than this an id is too long for an index. */
const LONGEST_KEY = 500;
/** Longer than this a value is something to read, not something to look for. */
const LONGEST_FIELD = 100;

/** Text as the database can hold it: it knows no NUL and no half of a pair. No two texts become the same. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What an id is found by; `longId` is set where that does not say what it was. */
export type Key = { key: string; longId: string | null };

export function keyOf(id: string): Key {
  const text = escaped(id);
  // No escaped text begins with a quotation mark.
  return text.length <= LONGEST_KEY ? { key: text, longId: null } : { key: `"${digest(id)}`, longId: text };
}

export function idOf({ key, long_id }: { key: string; long_id: string | null }): string {
  return JSON.parse(`"${long_id ?? key}"`);
}

/** The number by which the database locks a name. */
export function lockOf(name: string): string {
  return createHash('sha256').update(escaped(name)).digest().readBigInt64BE().toString();
}

/** What a record can be found by: its short plain values, as jsonb can hold them. */
export function fieldsOf(item: object): string {
  const plain = Object.entries(item).filter(([, value]) => isFindable(value));
  return JSON.stringify(Object.fromEntries(plain.map(([name, value]) => [escaped(name), safe(value)])));
}

function isFindable(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_FIELD;
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

function safe(value: unknown): unknown {
  return typeof value === 'string' ? escaped(value) : value;
}

function digest(text: string): string {
  return createHash('sha256').update(escaped(text)).digest('hex');
}
