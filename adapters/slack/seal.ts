import { createHmac, timingSafeEqual } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Reply } from '../../src/reply.ts';
import { LIMITS } from './limits.ts';

/** An answer in the value of a button: nobody else can have made it, and it belongs to one place. */
export type Seal = {
  /** Undefined when it is too much for a button. */
  close(reply: Reply, place: string): string | undefined;
  /** Undefined for anything that was not closed for this place, and for what this version cannot draw. */
  open(value: string, place: string): Reply | undefined;
};

/** Characters of the seal, in front of what it is on. */
const SEAL = 22;
/** An answer is far smaller; more is not unpacked. */
const MOST_BYTES = 64 * 1024;

const Fact = z.strictObject({ label: z.string(), value: z.string() });
const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({
    kind: z.literal('facts'),
    title: z.string().exactOptional(),
    lead: z.string().exactOptional(),
    facts: z.array(Fact),
  }),
  z.strictObject({
    kind: z.literal('sources'),
    sources: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        at: z.string().exactOptional(),
        language: z.enum(['nl', 'en']).exactOptional(),
        url: z.string().exactOptional(),
        remark: z.string().exactOptional(),
      }),
    ),
  }),
]);
const Sealed = z.strictObject({
  language: z.enum(['nl', 'en']),
  wordedBy: z.literal('model').exactOptional(),
  parts: z.array(Part),
});

/** `secret`: what only this bot knows, in each of its processes. */
export function createSeal(secret: string): Seal {
  const key = createHmac('sha256', secret).update('share').digest();
  const sealOf = (packed: string, place: string) =>
    createHmac('sha256', key).update(`${place}\n${packed}`).digest('base64url').slice(0, SEAL);
  return {
    close(reply, place) {
      const packed = brotliCompressSync(JSON.stringify(reply)).toString('base64url');
      const value = `${sealOf(packed, place)}${packed}`;
      return value.length <= LIMITS.value ? value : undefined;
    },
    open(value, place) {
      const packed = value.slice(SEAL);
      const [given, own] = [Buffer.from(value.slice(0, SEAL)), Buffer.from(sealOf(packed, place))];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      const text = brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_BYTES }).toString();
      return Sealed.safeParse(JSON.parse(text)).data;
    },
  };
}
