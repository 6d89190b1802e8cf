import type { Scanned } from './scan.ts';

/** More lines of one subject tell the same again. */
const MOST_OF_ONE = 2;

/** The lines with the best chances: first where somebody can do a part, then the highest level, then the largest value. What began already comes too late. */
export function bestOf(lines: readonly Scanned[], most: number, today: string): Scanned[] {
  const ahead = lines.filter(
    ({ advice, project: { start } }) =>
      (advice.chance === 'high' || advice.chance === 'some') && (start === undefined || start >= today),
  );
  const worth = ({ advice }: Scanned) =>
    (advice.chance === 'high' ? 8 : 0) + (advice.suppliers.length > 0 ? 4 : 0) + (advice.level ?? 0);
  const sorted = ahead.toSorted(
    (a, b) => worth(b) - worth(a) || (b.project.amount ?? 0) - (a.project.amount ?? 0) || a.row - b.row,
  );
  const bySubject = Map.groupBy(sorted, ({ advice: { about } }) => (about.kind === 'subject' ? about.subject.id : ''));
  const first = new Set([...bySubject.values()].flatMap((own) => own.slice(0, MOST_OF_ONE)));
  return sorted.filter((line) => first.has(line)).slice(0, most);
}
