import { z } from 'zod';

/** What somebody said of a line of their calendar that was not clear; `what`: the line, so that it is not taken for another. */
const FilledLine = z.strictObject({
  row: z.int().positive(),
  what: z.string().max(80),
  text: z.string().min(1).max(200),
});
export type FilledLine = z.infer<typeof FilledLine>;

/** The purchasing calendar that somebody handed over last, and what they said of it; the file itself is not kept. */
export const CalendarSoFar = z.strictObject({
  name: z.string(),
  /** The channel's own reference: the file is fetched again when more is said of it. */
  ref: z.string(),
  /** The department, where somebody said it. */
  department: z.string().max(80).optional(),
  /** The departments it is of, as far as that was told. */
  departments: z.array(z.string().max(80)).max(20),
  /** The first lines that are not clear. */
  open: z.array(z.strictObject({ row: z.int().positive(), what: z.string().max(80) })).max(200),
  filled: z.array(FilledLine).max(200),
  at: z.enum(['result', 'aside']),
});
export type CalendarSoFar = z.infer<typeof CalendarSoFar>;
