import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One line of a file: what it holds, or what is wrong with it. `id` is null when it cannot be read. */
export type Line<Value> =
  | { ok: true; id: string | null; value: Value }
  | { ok: false; id: string | null; error: { line: number; field: string; message: string } };

const Named = z.object({ id: z.string() });

/** The lines of a JSON Lines file, each with what is wrong with it; empty lines are passed over. */
export function linesOf<Value>(file: string, read: (made: unknown) => Read<Value>): Line<Value>[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  return text
    .split('\n')
    .flatMap((line, at): Line<Value>[] => (line.trim() === '' ? [] : [readLine(line, at + 1, read)]));
}

type Read<Value> = { value: Value } | { field: string; message: string };

export function readLine<Value>(line: string, number: number, read: (made: unknown) => Read<Value>): Line<Value> {
  let made: unknown;
  try {
    made = JSON.parse(line);
  } catch {
    return { ok: false, id: null, error: { line: number, field: '', message: 'not valid JSON' } };
  }
  const id = Named.safeParse(made).data?.id ?? null;
  const result = read(made);
  return 'value' in result
    ? { ok: true, id, value: result.value }
    : { ok: false, id, error: { line: number, field: result.field, message: result.message } };
}

/** Reads by a schema. A key that it does not know is named itself, so that a slip of the pen is not passed over. */
export function by<Value>(schema: z.ZodType<Value>): (made: unknown) => Read<Value> {
  return (made) => {
    const result = schema.safeParse(made);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    if (issue?.code === 'unrecognized_keys') return { field: issue.keys[0] ?? '', message: 'is not known here' };
    return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'cannot be read' };
  };
}
