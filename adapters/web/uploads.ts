import { randomUUID } from 'node:crypto';
import { LARGEST_TABLE } from '../../src/commission/table.ts';
import type { Fetched } from '../../src/file.ts';

/** Files that were handed over on the page, until the bot reads them. */
export type Uploads = {
  /** Keeps a file for a quarter of an hour, for this session alone, and says under which name. */
  keep(session: string, bytes: Uint8Array): string;
  fetch(session: string, ref: string): Fetched;
};

const A_QUARTER = 15 * 60 * 1000;
/** Together; the oldest go first. */
const MOST = 2 * LARGEST_TABLE;

export function createUploads(now: () => number = Date.now): Uploads {
  const kept = new Map<string, { session: string; bytes: Uint8Array; until: number }>();

  function makeRoom(): void {
    let size = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (const [ref, { bytes, until }] of kept) {
      if (size <= MOST && until > now()) return;
      kept.delete(ref);
      size -= bytes.length;
    }
  }

  return {
    keep(session, bytes) {
      const ref = randomUUID();
      kept.set(ref, { session, bytes, until: now() + A_QUARTER });
      makeRoom();
      return ref;
    },
    fetch(session, ref) {
      const one = kept.get(ref);
      return one?.session === session && one.until > now() ? { kind: 'bytes', bytes: one.bytes } : { kind: 'gone' };
    },
  };
}
