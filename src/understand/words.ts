import { z } from 'zod';
import { alternativesOf } from './alternatives.ts';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens');
const Both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
/** Words and phrases; one with alternatives is read as all that it stands for. */
const Listed = z.array(z.string().min(1)).transform((phrases, context) => [
  ...new Set(
    phrases.flatMap((phrase, at) => {
      const all = /[()|]/.test(phrase) ? alternativesOf(phrase) : [phrase];
      if (Array.isArray(all)) return all;
      context.issues.push({ code: 'custom', input: phrase, path: [at], message: all.problem });
      return [];
    }),
  ),
]);
const BothLists = { nl: Listed, en: Listed };

const Kind = z.enum(['goods', 'service', 'social-service', 'works', 'hiring']);

/** Something that can be bought, with the words for it. */
const Thing = z.strictObject({
  id: Id,
  label: Both,
  /** What the check calls it, where that differs from its category. */
  kind: Kind.optional(),
  /** What it makes likely that a specialist must look at. */
  sensitive: z.array(z.string().min(1)).optional(),
  /** Who supplies the whole category usually supplies this as well. */
  usual: z.boolean().default(false),
  ...BothLists,
});

const Category = z.strictObject({
  id: Id,
  label: Both,
  /** What the check calls this kind of purchase; absent where all sorts are together. */
  kind: Kind.optional(),
  /** What it makes likely that a specialist must look at. */
  sensitive: z.array(z.string().min(1)).optional(),
  /** People go there, so where it delivers is no question. */
  visited: z.boolean().default(false),
  /** It is for so many people, and not so many pieces. */
  forPeople: z.boolean().default(false),
  /** The article that tells the rules for this kind of purchase, where it has rules of its own. */
  article: Id.optional(),
  ...BothLists,
  things: z.array(Thing),
});

/** A word with two meanings: the cues tell which, and without a cue the question is asked. */
const Ambiguous = z.strictObject({
  id: Id,
  thing: Id,
  /** The words that are ambiguous; absent: all words of the thing. */
  words: z.strictObject(BothLists).optional(),
  ask: Both,
  choices: z.array(z.strictObject({ thing: Id, label: Both, ...BothLists })).min(2),
});
export type Ambiguous = z.infer<typeof Ambiguous>;

export const intents = [
  'find-supplier',
  'supplier-info',
  'policy',
  'check',
  'post-request',
  'commission',
  'help',
  'smalltalk',
  'out-of-scope',
] as const;
export type Intent = (typeof intents)[number];

/** What words alone can say of a purchase. */
const saidFacts = ['kind', 'contract', 'occurrences', 'related', 'sensitive', 'conflictOfInterest'] as const;
export type SaidFact = (typeof saidFacts)[number];

const Labelled = z.strictObject({ id: Id, label: Both, ...BothLists });

/** The file begrippen.yaml: every word that the bot understands. */
export const Words = z.strictObject({
  categories: z.array(Category).min(1),
  ambiguous: z.array(Ambiguous),
  diets: z.array(Labelled),
  themes: z.array(Labelled),
  areas: z.array(
    z.strictObject({
      id: Id,
      label: z.string().min(1),
      within: Id.optional(),
      names: Listed.refine(({ length }) => length > 0, 'a place needs a name'),
      cue: z.boolean().default(false),
    }),
  ),
  people: z.strictObject(BothLists),
  fillers: z.strictObject(BothLists),
  signals: z.array(
    z.strictObject({
      id: Id,
      means: z.partialRecord(z.enum(intents), z.number()),
      /** The article that somebody who asks about a purchase must hear first. */
      article: Id.optional(),
      /** The answer to a question of the check that these words give. */
      says: z.strictObject({ fact: z.enum(saidFacts), value: z.string().min(1) }).optional(),
      ...BothLists,
    }),
  ),
  /** The article that answers when no other fits better. */
  fallbacks: z.strictObject({ check: Id, commission: Id }),
});
export type Words = z.infer<typeof Words>;
