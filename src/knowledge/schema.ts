import { z } from 'zod';

export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens');
const Day = z.iso.date();
export const Both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
export type Both = z.infer<typeof Both>;

/** How sure a statement is: from a founding document, from a public page, or assumed and still to be confirmed. */
export const Mark = z.enum(['SEED', 'PUBLIC', 'ASSUMPTION']);
export type Mark = z.infer<typeof Mark>;

/** A law, policy, page or assumption that is cited. */
export const Source = z.strictObject({
  id: Id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  /** Null where it has no address: an assumption, a paper. */
  url: z.url().nullable(),
  /** The date that the source itself carries, as it says it; null when it has none. */
  dated: z.string().nullable(),
  mark: Mark,
  recordedOn: Day,
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Citation = z.strictObject({ source: Id, at: z.string().min(1), mark: Mark });
export type Citation = z.infer<typeof Citation>;

/** An amount in euros or a rate in percent, by the days between which it holds. */
export const Amount = z.strictObject({
  id: Id,
  label: Both,
  unit: z.enum(['euro', 'percent']),
  /** The article that tells what holds up to this line, and the one for all above the highest line. */
  article: Id.optional(),
  articleAbove: Id.optional(),
  periods: z
    .array(
      z.strictObject({
        from: Day,
        /** Null: until further notice. */
        to: Day.nullable(),
        value: z.number().nonnegative(),
        sources: z.array(Citation).min(1, 'an amount needs a source'),
      }),
    )
    .min(1),
});
export type Amount = z.infer<typeof Amount>;

/** What stands above the text of an article. */
export const ArticleHead = z.strictObject({
  id: Id,
  question: Both,
  /** Other words and ways in which people ask this. */
  also: z.strictObject({ nl: z.array(z.string().min(1)), en: z.array(z.string().min(1)) }),
  topic: z.enum([
    'regels',
    'raming',
    'contracten',
    'sociale-onderneming',
    'social-return',
    'themas',
    'ambitie',
    'organisatie',
    'ecosysteem',
    'praktisch',
    'integriteit',
  ]),
  recordedOn: Day,
  /** The day an editor checked it; null as long as nobody did. */
  checkedOn: Day.nullable(),
  reviewBy: Day,
  contact: Id,
  sources: z.array(Citation).min(1, 'an article needs a source'),
  related: z.array(Id).max(3),
});

/** One question that people really ask, with its answer in both languages. */
export type Article = z.infer<typeof ArticleHead> & { body: Both };

/** Whom to ask about a subject. Unknown stays null, and the screen says so. */
export const Contact = z.strictObject({
  id: Id,
  name: Both,
  /** What they know. */
  about: Both,
  email: z.email().nullable(),
  phone: z.string().nullable(),
  channel: z.string().nullable(),
  address: z.string().nullable(),
  sources: z.array(Citation),
});
export type Contact = z.infer<typeof Contact>;

/** How well the bot answered when it was last measured: questions of sets, and how many were answered well. */
export const Quality = z.strictObject({
  measuredOn: Day,
  sets: z
    .array(
      z
        .strictObject({ id: Id, questions: z.int().positive(), right: z.int().nonnegative() })
        .refine(({ questions, right }) => right <= questions, 'more are right than were asked'),
    )
    .min(1),
});
export type Quality = z.infer<typeof Quality>;

/** A running contract or framework agreement, as the city fills it in. */
export const Contract = z.strictObject({
  id: Id,
  category: Id,
  holder: z.string().min(1),
  until: Day.nullable(),
  /** Whether the city must buy here. */
  duty: z.boolean().nullable(),
  sources: z.array(Citation).min(1),
});
export type Contract = z.infer<typeof Contract>;
