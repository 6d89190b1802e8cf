import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Line = z.object({
  question: z.string(),
  conversation: z.string().optional(),
  locale: z.enum(['nl', 'en']).optional(),
  today: z.iso.date().optional(),
  intent: z.union([z.string(), z.array(z.string())]).optional(),
  anyOf: z.array(z.string()).optional(),
});
export type Line = z.infer<typeof Line>;

/** The lines of question sets, each set a file of one JSON object a line. */
export function readQuestions(files: readonly string[]): Line[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => inFile(Line.parse(JSON.parse(line)), file)),
  );
}

/** The sets that come with the tests. */
export function ownSets(root: string): string[] {
  return globSync(join(root, 'test', 'knowledge', 'sets', '*.jsonl')).toSorted();
}

/** Looks for a supplier, and says which are right. */
export function seeks({ intent, anyOf }: Line): boolean {
  return [intent].flat()[0] === 'find-supplier' && (anyOf?.length ?? 0) > 0;
}

/** Of the suppliers that are right, how many stand in the first three; at most three count. */
export function recallAt3(found: readonly string[], anyOf: readonly string[]): number {
  const right = new Set(anyOf);
  return new Set(found.slice(0, 3).filter((id) => right.has(id))).size / Math.min(3, right.size);
}

/** The same name in two sets is not the same conversation. */
function inFile(line: Line, file: string): Line {
  return line.conversation === undefined ? line : { ...line, conversation: `${file} ${line.conversation}` };
}
