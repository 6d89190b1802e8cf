import { z } from 'zod';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case, with hyphens');
const Day = z.iso.date();
const Both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const Lists = z.strictObject({ nl: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });
const Words = { nl: z.array(z.string().min(1)), en: z.array(z.string().min(1)) };
const Citation = z.strictObject({
  source: Id,
  at: z.string().min(1),
  mark: z.enum(['SEED', 'PUBLIC', 'ASSUMPTION']),
});

/** What can be asked, by the names that the command line promises. */
export const factIds = [
  'kind',
  'contract',
  'amount',
  'vat',
  'vatRate',
  'occurrences',
  'related',
  'sensitive',
  'supplier',
  'evidence',
  'conflictOfInterest',
] as const;
export type FactId = (typeof factIds)[number];

/** What a rule can look at. `proof` and `supplierStatus` follow from the supplier or the evidence that was given. */
const Choice = z.enum(['kind', 'contract', 'sensitive', 'conflictOfInterest', 'proof', 'supplierStatus']);
export type ChoiceId = z.infer<typeof Choice>;

/** What must hold. There is no `not`: what must hold is written as what must hold. */
export type Condition =
  | { fact: ChoiceId; is: string | string[] }
  | { fact: 'total'; above: string }
  | { fact: 'total'; from: string }
  | { all: Condition[] }
  | { any: Condition[] };

const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: Choice, is: z.union([z.string(), z.array(z.string()).min(1)]) }),
    z.strictObject({ fact: z.literal('total'), above: Id }),
    z.strictObject({ fact: z.literal('total'), from: Id }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
  ]),
);

const Option = z.strictObject({ id: z.string().min(1), label: Both, ...Words });

const Question = z.strictObject({
  id: z.enum(factIds),
  /** The fact by name, as it stands in a summary. */
  label: Both,
  ask: Both,
  help: Both.optional(),
  options: z.array(Option).min(2).optional(),
  /** The choices are the rates of `total`. */
  rates: z.literal(true).optional(),
  /** The answer that none of the options holds. */
  none: z.strictObject({ label: Both, ...Words }).optional(),
  /** By category, the article that tells what is known before somebody answers. */
  hints: z.record(Id, Id).optional(),
  /** A field to type in. */
  field: Both.optional(),
  /** What counts when nobody said it. */
  assumed: Both.optional(),
});
export type Question = z.infer<typeof Question>;

const Because = { because: Both, sources: z.array(Citation).min(1, 'a rule needs a source') };

const Rule = z.strictObject({
  /** Its own name, where several rules lead to one outcome; else that of the outcome. */
  id: Id.optional(),
  outcome: Id,
  when: Condition,
  /** After this rule nothing else matters. */
  alone: z.literal(true).optional(),
  /** Of a group only the first that holds is named. */
  group: Id.optional(),
  /** Always named before the other points of attention. */
  named: z.literal('first').optional(),
  ...Because,
});
export type Rule = z.infer<typeof Rule>;

const Outcome = z.strictObject({
  name: Both,
  /** The answer in one line. */
  answer: Both,
  now: Lists,
  /** How impact is still possible: here, or by the routes of that name. */
  impact: Both.optional(),
  impactSources: z.array(Citation).optional(),
  routes: Id.optional(),
  contact: Id,
  article: Id,
  /** Other suppliers can be looked for from here. */
  suppliers: z.literal(true).optional(),
  /** The editors can be asked to confirm the supplier. */
  confirm: z.literal(true).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

const Signal = z.strictObject({
  nl: z.string().min(1),
  en: z.string().min(1),
  article: Id,
  /** From which part of the line on, 0 to 1. */
  share: z.number().positive().max(1).optional(),
  /** How many days back counts. */
  days: z.int().positive().optional(),
});

/** A check as its file in knowledge/checks/ states it: questions, rules from the top, outcomes with their texts. */
export const Check = z.strictObject({
  id: Id,
  version: z.string().regex(/^\d{4}-\d{2}(\.\d+)?$/, 'a version as 2026-11, or 2026-11.2'),
  recordedOn: Day,
  /** The day Inkoop looked at it; null as long as nobody did. */
  checkedOn: Day.nullable(),
  reviewBy: Day,
  title: Both,
  /** The btw rates an amount may hold, and how it is counted when btw or its rate was not said. */
  total: z.strictObject({
    rates: z.array(Id).min(1),
    unknownVat: Id,
    unknownRate: z.array(Id).min(1),
    safeRate: Id,
  }),
  /** Repetition is asked only when so many times the amount passes this line. */
  repeat: z.strictObject({ times: z.int().min(2), passes: Id }),
  questions: z.array(Question),
  rules: z.array(Rule).min(1),
  otherwise: z.strictObject({
    outcome: Id,
    ...Because,
    conditions: z.array(z.strictObject({ id: Id, when: Condition, text: Both })),
  }),
  outcomes: z.record(Id, Outcome),
  routes: z.record(Id, z.strictObject({ intro: Both, ways: Lists, article: Id, sources: z.array(Citation).min(1) })),
  warnings: z.strictObject({
    'rules-expired': Both,
    'vat-assumed-excluded': Both,
    'vat-rate-assumed': Both,
    'evidence-ignored': Both,
  }),
  signals: z.strictObject({
    'close-to-line': Signal,
    delivery: Signal,
    options: Signal,
    'other-offer': Signal,
    'outside-supplier': Signal,
    'bought-before': Signal,
    splitting: Signal,
    'for-official': Signal,
  }),
  selfTest: z.strictObject({
    intro: Both,
    sources: z.array(Citation).min(1),
    statements: z.array(z.strictObject({ id: Id, nl: z.string().min(1), en: z.string().min(1) })).min(1),
  }),
});
export type Check = z.infer<typeof Check>;
export type Warning = keyof Check['warnings'];

/** The ids of the amounts that a condition compares with. */
export function linesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(linesIn);
  if ('any' in condition) return condition.any.flatMap(linesIn);
  if ('above' in condition) return [condition.above];
  return 'from' in condition ? [condition.from] : [];
}

/** Every amount and rate that the check counts with. */
export function amountsOf({ rules, total, repeat }: Pick<Check, 'rules' | 'total' | 'repeat'>): string[] {
  const lines = rules.flatMap(({ when }) => linesIn(when));
  return [
    ...new Set([...lines, repeat.passes, ...total.rates, total.unknownVat, ...total.unknownRate, total.safeRate]),
  ];
}
