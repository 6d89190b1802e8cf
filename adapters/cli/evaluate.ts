import { z } from 'zod';
import type { Answer, Asker } from './ask.ts';
import { Question } from './ask.ts';

const anyOf = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]);

/** A question with what a right answer holds. */
export const Expected = Question.extend({
  language: z.enum(['nl', 'en']).optional(),
  intent: anyOf(z.string()).optional(),
  status: anyOf(z.string()).optional(),
  anyOf: z.array(z.string()).optional(),
  allOf: z.array(z.string()).optional(),
  noneOf: z.array(z.string()).optional(),
  textMatches: z.array(z.string()).optional(),
  textExcludes: z.array(z.string()).optional(),
  understood: z.record(z.string(), z.unknown()).optional(),
});
export type Expected = z.infer<typeof Expected>;

export type Miss = { id: string; question: string; what: string[] };
export type Score = { lines: number; right: number };
export type Report = {
  lines: number;
  right: number;
  intents: Record<string, Score>;
  /** Of the expected suppliers, how many stand in the first three (at most three count). */
  recallAt3: number | null;
  meanReciprocalRank: number | null;
  /** Out-of-scope questions that were answered with suppliers. */
  falseAnswers: number;
  misses: Miss[];
};

/** Asks every question and counts how many answers hold all that is expected of them. */
export async function evaluate(questions: readonly Expected[], ask: Asker): Promise<Report> {
  const intents: Record<string, Score> = {};
  const misses: Miss[] = [];
  const recalls: number[] = [];
  const ranks: number[] = [];
  let falseAnswers = 0;
  for (const expected of questions) {
    const answer = await ask(expected);
    const what = wrongIn(answer, expected);
    const kind = listed(expected.intent)[0] ?? 'any';
    intents[kind] ??= { lines: 0, right: 0 };
    const score = intents[kind];
    score.lines += 1;
    if (what.length === 0) score.right += 1;
    else misses.push({ id: expected.id ?? '', question: expected.question, what });
    if (listed(expected.intent)[0] === 'out-of-scope' && answer.suppliers.length > 0) falseAnswers += 1;
    if (!expected.anyOf) continue;
    const wanted = new Set(expected.anyOf);
    recalls.push(answer.suppliers.slice(0, 3).filter((id) => wanted.has(id)).length / Math.min(3, wanted.size));
    const first = answer.suppliers.findIndex((id) => wanted.has(id));
    ranks.push(first < 0 ? 0 : 1 / (first + 1));
  }
  const right = questions.length - misses.length;
  return {
    lines: questions.length,
    right,
    intents,
    recallAt3: mean(recalls),
    meanReciprocalRank: mean(ranks),
    falseAnswers,
    misses,
  };
}

function wrongIn(answer: Answer, expected: Expected): string[] {
  const { suppliers, text, understood } = answer;
  const wrong: string[] = [];
  const say = (what: string, wanted: unknown, came: unknown) =>
    wrong.push(`${what}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(came)}`);
  if (expected.language && answer.language !== expected.language) say('language', expected.language, answer.language);
  if (expected.intent && !listed(expected.intent).includes(answer.intent))
    say('intent', expected.intent, answer.intent);
  if (expected.status && !listed(expected.status).includes(answer.status))
    say('status', expected.status, answer.status);
  if (expected.anyOf && !suppliers.slice(0, 3).some((id) => expected.anyOf?.includes(id)))
    say('anyOf', expected.anyOf, suppliers);
  const absent = (expected.allOf ?? []).filter((id) => !suppliers.includes(id));
  if (absent.length > 0) say('allOf', absent, suppliers);
  const unwanted = (expected.noneOf ?? []).filter((id) => suppliers.includes(id));
  if (unwanted.length > 0) say('noneOf', unwanted, suppliers);
  for (const pattern of expected.textMatches ?? [])
    if (!new RegExp(pattern, 'i').test(text)) say('textMatches', pattern, text.slice(0, 200));
  for (const pattern of expected.textExcludes ?? [])
    if (new RegExp(pattern, 'i').test(text)) say('textExcludes', pattern, text.slice(0, 200));
  for (const [slot, value] of Object.entries(expected.understood ?? {})) {
    const came = understood[slot as keyof typeof understood];
    if (JSON.stringify(came) !== JSON.stringify(value)) say(`understood.${slot}`, value, came ?? null);
  }
  return wrong;
}

function listed(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The report as people read it. */
export function reportText(report: Report): string {
  const share = (right: number, lines: number) =>
    `${right}/${lines} (${((100 * right) / Math.max(1, lines)).toFixed(1)}%)`;
  const figure = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  return [
    ...report.misses.map(({ id, question, what }) => `${id}  ${question}\n    ${what.join('\n    ')}`),
    '',
    ...Object.entries(report.intents).map(
      ([intent, { right, lines }]) => `${intent.padEnd(16)} ${share(right, lines)}`,
    ),
    `${'all'.padEnd(16)} ${share(report.right, report.lines)}`,
    `recall in first three ${figure(report.recallAt3)}, mean reciprocal rank ${figure(report.meanReciprocalRank)}, out-of-scope answered with suppliers ${report.falseAnswers}`,
  ].join('\n');
}
