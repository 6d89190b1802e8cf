import { z } from 'zod';
import { Action } from './action.ts';
import { Departure } from './commission/departure.ts';
import { KeptCalendar } from './commission/memory.ts';
import { Confirmation } from './confirmation.ts';
import { Experience } from './experience.ts';
import { fileTypes } from './file.ts';
import { Note } from './notes.ts';
import { Desk, Reach, Standing, Subscriber } from './places.ts';
import type { Kept, Kind } from './ports.ts';
import { Progress } from './progress.ts';
import { Question } from './question.ts';
import { Card } from './receipt.ts';
import { Reminder } from './reminder.ts';
import type { Part } from './reply.ts';
import { PurchaseRequest } from './requests/request.ts';
import { KINDS } from './terms.ts';
import { Address, Turn } from './turn.ts';

const Id = z.string().min(1);
const Day = z.iso.date();
const Button = z.looseObject({ label: z.string(), action: Action });

const File = z.looseObject({ name: z.string(), type: z.enum(fileTypes), content: z.string() });

const parts: Record<Part['kind'], z.ZodType> = {
  text: z.looseObject({ text: z.string() }),
  facts: z.looseObject({ facts: z.array(z.looseObject({ label: z.string(), value: z.string() })) }),
  buttons: z.looseObject({ buttons: z.array(Button) }),
  form: z.looseObject({ fields: z.array(z.looseObject({ id: z.string(), label: z.string() })), submit: Button }),
  sources: z.looseObject({ sources: z.array(z.looseObject({ id: z.string(), title: z.string() })) }),
  image: z.looseObject({ file: File, alt: z.string() }),
  file: z.looseObject({ file: File }),
};

const items: Record<Kind, z.ZodType> = {
  progress: Progress,
  notes: Note,
  receipts: z.strictObject({
    id: Id,
    owner: Id,
    thing: z.string().nullable(),
    on: Day.optional(),
    receipt: Card,
  }),
  confirmations: Confirmation,
  requests: PurchaseRequest,
  experiences: Experience,
  questions: Question,
  departures: Departure,
  calendars: KeptCalendar,
  reminders: Reminder,
  desks: Desk,
  reach: Reach,
  subscribers: Subscriber,
  cards: Standing,
  counters: z.strictObject({ last: z.int().min(0) }),
};

const Said = z.looseObject({ kind: z.enum(Object.keys(parts) as Part['kind'][]) }).superRefine((part, context) => {
  pass(parts[part.kind], part, [], context);
});

/** One thing that is kept, as it comes from a file. It judges, and changes nothing: the order of keys is part of what was sealed. */
export const keptSchema: z.ZodType<unknown, Kept> = z
  .discriminatedUnion('kept', [
    z.strictObject({ kept: z.literal('turn'), id: Id, on: Day, turn: Turn.optional() }),
    z.strictObject({
      kept: z.literal('outgoing'),
      id: Id,
      message: z.strictObject({
        to: Address,
        orElse: Address.optional(),
        reply: z.looseObject({ language: z.enum(['nl', 'en']), parts: z.array(Said) }),
      }),
    }),
    z.strictObject({
      kept: z.literal('record'),
      kind: z.enum(KINDS),
      id: Id,
      on: Day,
      item: z.looseObject({}),
    }),
  ])
  .superRefine((one, context) => {
    if (one.kept === 'record') pass(items[one.kind], one.item, ['item'], context);
  }) as unknown as z.ZodType<unknown, Kept>;

/** What is wrong with a value by the schema of its kind, at its place in the whole. */
function pass(schema: z.ZodType, value: unknown, at: string[], context: z.core.$RefinementCtx): void {
  for (const issue of schema.safeParse(value).error?.issues ?? [])
    context.issues.push({ ...issue, path: [...at, ...issue.path], input: value } as z.core.$ZodRawIssue);
}
