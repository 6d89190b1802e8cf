import type { Chart } from '../paper.ts';
import type { Texts } from '../texts/texts.ts';
import type { Scanned } from './scan.ts';
import { quarterOf } from './when.ts';

const SHOWN = ['high', 'some'] as const;

/** How many lines have a chance, by the quarter in which they begin. Lines without a date stand at the end. */
export function chancesByQuarter(lines: readonly Scanned[], { commission }: Texts): Chart {
  const { chances, scan } = commission;
  const quarters = Map.groupBy(lines, ({ project: { start } }) => (start ? quarterOf(start) : scan.unknownQuarter));
  const labels = [...quarters.keys()].toSorted();
  return {
    title: scan.picture,
    labels,
    series: SHOWN.map((chance) => ({
      name: chances[chance],
      values: labels.map((label) => quarters.get(label)?.filter(({ advice }) => advice.chance === chance).length ?? 0),
    })),
  };
}
