import { z } from 'zod';
import { Address } from './turn.ts';
import { foldedWords } from './understand/fold.ts';

/** What an editor can find: proof that counts, proof that stays too weak, or none. */
export const foundKinds = ['municipality', 'register', 'third-party', 'none'] as const;

/** What an editor found out about a supplier: the proof, where it was seen, and on which day. */
export const Found = z.strictObject({
  evidence: z.enum(foundKinds),
  /** What was looked at, in the editor's words. */
  source: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  on: z.iso.date(),
});

/** A supplier that was put before the editors: one of the knowledge base, or one that somebody named. */
export const Confirmation = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** One of the knowledge base. */
  listed: z.boolean(),
  /** What the asker knows of one that is not listed, by the statements of the self-test. */
  selfTest: z.record(z.string(), z.enum(['yes', 'no', 'unsure'])).optional(),
  on: z.iso.date(),
  /** Who asked, to hear the answer. The editors do not see this. */
  askers: z.array(z.strictObject({ person: z.string(), at: Address, language: z.enum(['nl', 'en']) })),
  status: z.enum(['open', 'answered']),
  found: Found.optional(),
});
export type Confirmation = z.infer<typeof Confirmation>;
export type Found = z.infer<typeof Found>;

const LONGEST_NAME = 80;

/** A name as it may be shown to others: letters, digits and the signs of names. Undefined when no letter is left. */
export function cleanName(typed: string): string | undefined {
  const plain = typed
    .toWellFormed()
    .replace(/[^\p{L}\p{N} .,&'’+-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = Array.from(plain).slice(0, LONGEST_NAME).join('').trim();
  return /\p{L}/u.test(name) ? name : undefined;
}

/** The id of a supplier by name: two spellings of one name are one. */
export function nameId(name: string): string {
  return `naam-${foldedWords(name).join('-')}`.slice(0, 120);
}
