import { createHash } from 'node:crypto';

/** Files that are too large to travel in their own offer, until somebody says whether they want them. */
export type Held = {
  /** Keeps it for an hour and says under which name; the same file has the same name. */
  keep(bytes: Uint8Array): string;
  get(key: string): Uint8Array | undefined;
};

const AN_HOUR = 60 * 60 * 1000;
/** Together; the oldest go first. */
const MOST = 40 * 1024 * 1024;

export function createHeld(now: () => number): Held {
  const kept = new Map<string, { bytes: Uint8Array; until: number }>();

  function makeRoom(): void {
    let size = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (const [key, { bytes, until }] of kept) {
      if (size <= MOST && until > now()) return;
      kept.delete(key);
      size -= bytes.length;
    }
  }

  return {
    keep(bytes) {
      const key = createHash('sha256').update(bytes).digest('base64url');
      kept.delete(key);
      kept.set(key, { bytes, until: now() + AN_HOUR });
      makeRoom();
      return key;
    },
    get(key) {
      const one = kept.get(key);
      return one && one.until > now() ? one.bytes : undefined;
    },
  };
}
