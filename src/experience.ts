import { z } from 'zod';

/** What a requester says of a purchase that was made: whether they would buy there again, and a line for colleagues. */
export const Experience = z.strictObject({
  /** The number of the request. */
  id: z.string(),
  /** The supplier of the knowledge base. */
  supplier: z.string(),
  again: z.boolean(),
  line: z.string().max(200).optional(),
  /** Only when they want it to be shown. */
  name: z.string().max(100).optional(),
  /** Whose it is, so that they can be forgotten. */
  person: z.string(),
  on: z.iso.date(),
});
export type Experience = z.infer<typeof Experience>;

/** Fewer say something about a person more than about a supplier. */
const LEAST_SHOWN = 3;
const LINES_SHOWN = 3;

/** What is shown of a supplier: nothing below three; then how many would buy there again, and the newest lines. */
export function summaryOf(
  all: readonly Experience[],
): { count: number; again: number; lines: Experience[] } | undefined {
  if (new Set(all.map(({ person }) => person)).size < LEAST_SHOWN) return undefined;
  const lines = all.filter(({ line }) => line !== undefined).toSorted((a, b) => b.on.localeCompare(a.on));
  return { count: all.length, again: all.filter(({ again }) => again).length, lines: lines.slice(0, LINES_SHOWN) };
}
