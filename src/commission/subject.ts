import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens');
const Day = z.iso.date();
const Both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const Words = { nl: z.array(z.string().min(1)), en: z.array(z.string().min(1)) };
const Citations = z
  .array(z.strictObject({ source: Id, at: z.string().min(1), mark: z.enum(['SEED', 'PUBLIC', 'ASSUMPTION']) }))
  .min(1, 'needs a source');
const Kind = z.enum(['goods', 'service', 'social-service', 'works', 'hiring', 'subsidy']);
const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const Chance = z.enum(['high', 'some', 'none']);

export const wayIds = ['direct', 'early-talk', 'award', 'lot', 'reserved', 'subcontract', 'social-return'] as const;
const WayId = z.enum(wayIds);

/** A part of such a purchase that a social enterprise can deliver, or take part in. */
const Part = z.strictObject({ id: Id, role: z.enum(['deliver', 'part']), things: z.array(Id).min(1), text: Both });
export type SubjectPart = z.infer<typeof Part>;

/** Words with which a purchase of this subject has another chance. */
const Piece = z.strictObject({ id: Id, chance: Chance, level: Level.nullable(), why: Both, ...Words });

/** What purchases are about: one of the twelve subjects (`listed`), or a category that teams buy themselves. */
export const Subject = z.strictObject({
  id: Id,
  listed: z.boolean(),
  label: Both,
  /** What the check can call it; the usual one first. */
  purchases: z.array(Kind).min(1),
  /** Categories and things of begrippen.yaml whose words count here too. */
  covers: z.array(Id),
  words: z.strictObject(Words),
  /** Words that stand beside many subjects: they count less. */
  near: z.strictObject(Words),
  themes: z.array(Id).min(1),
  level: z.strictObject({ value: Level, why: Both }),
  chance: z.strictObject({ value: Chance, why: Both }),
  pieces: z.array(Piece),
  parts: z.array(Part),
  /** Best first. */
  ways: z.array(WayId).min(1),
  questions: z.array(Both).min(1),
  examples: z.array(z.strictObject({ text: Both, sources: Citations })),
  sources: Citations,
  recordedOn: Day,
  /** The day an editor checked it; null as long as nobody did. */
  checkedOn: Day.nullable(),
  reviewBy: Day,
});
export type Subject = z.infer<typeof Subject>;

export const columnIds = ['description', 'value', 'start', 'owner', 'department', 'kind', 'area', 'duration'] as const;
export type ColumnId = (typeof columnIds)[number];

/** What holds for every subject, as aanpak.yaml states it. */
export const Approach = z.strictObject({
  ways: z.array(
    z.strictObject({ id: WayId, label: Both, text: Both, outcomes: z.array(Id).min(1), sources: Citations }),
  ),
  levels: z.array(z.strictObject({ value: Level, label: Both, text: Both, sources: Citations })).length(3),
  /** The norm from which somebody departs who chooses lower. */
  unless: z.strictObject({ text: Both, sources: Citations }),
  firstStep: z.strictObject({ text: Both, contact: Id, sources: Citations }),
  /** A value for one year counts for as many years as the contract lasts. */
  yearly: z.strictObject({ text: Both, sources: Citations }),
  kinds: z.array(z.strictObject({ id: Kind, ...Words })),
  /** What is recognised and has no chance. */
  without: z.array(
    z.strictObject({ id: Id, label: Both, kind: Kind.optional(), why: Both, ...Words, sources: Citations }),
  ),
  /** Words that tell nothing. */
  vague: z.strictObject(Words),
  columns: z.array(z.strictObject({ id: z.enum(columnIds), ...Words })),
});
export type Approach = z.infer<typeof Approach>;
