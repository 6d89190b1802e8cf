import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens');
const Day = z.iso.date();
/** A month or a year counts as a date too: sources seldom name the day. */
const Moment = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date as 2026, 2026-11 or 2026-11-21');
const Both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const Website = z.url({ protocol: /^https?$/ });

/** How we know that somebody is a social enterprise, strongest first. */
export const evidenceKinds = [
  'municipality',
  'register',
  'third-party',
  'self-declared',
  'sheltered-employment',
  'none',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a supplier sells. It counts for the things it names, and for nothing else. */
const Offer = z.strictObject({ text: Both, things: z.array(Id).min(1), capacity: z.int().positive().optional() });

/** One supplier, as its file in knowledge/leveranciers/ states it. */
export const Supplier = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** Other names people type. */
  alsoKnownAs: z.array(z.string().min(1)).default([]),
  status: z.enum(['active', 'unknown', 'stopped']),
  /** What somebody must know before they call. */
  note: Both.nullable(),
  /** Who came in its place. */
  successor: Id.optional(),
  categories: z.array(Id).min(1),
  offers: z.array(Offer),
  impact: Both.nullable(),
  themes: z.array(Id),
  place: z.strictObject({
    text: Both.nullable(),
    region: z.enum(['utrecht-stad', 'utrecht-provincie', 'landelijk', 'onbekend']),
    /** Slugs of the neighbourhoods and towns where it is. */
    areas: z.array(Id),
  }),
  contact: z.strictObject({
    website: Website.nullable(),
    phone: z.string().nullable(),
    email: z.email().nullable(),
  }),
  labels: z.array(Both),
  evidence: z.strictObject({
    kind: z.enum(evidenceKinds),
    /** In the words of who recorded it. */
    said: z.string().min(1),
    /** What an editor saw with their own eyes. */
    seen: z.string().min(1).optional(),
    /** The latest dated proof that it exists; null when no source has a date. */
    latest: Moment.nullable(),
  }),
  sources: z.array(z.strictObject({ url: z.url(), dated: Moment.nullable(), supports: z.string().min(1) })).min(1),
  recordedOn: Day,
  /** The day an editor checked it; null as long as nobody did. */
  checkedOn: Day.nullable(),
  reviewBy: Day,
});
export type Supplier = z.infer<typeof Supplier>;

/** Only who works and is shown to be social is ever offered as social. */
export function mayBeOffered({ status, evidence }: Pick<Supplier, 'status' | 'evidence'>): boolean {
  return status !== 'stopped' && evidence.kind !== 'none';
}
