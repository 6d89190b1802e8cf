import { fold } from '../understand/fold.ts';
import type { KeptLine } from './memory.ts';

/** What became otherwise since an earlier calendar. */
export type Since = { fresh: readonly KeptLine[]; gone: readonly KeptLine[]; changed: readonly Changed[] };
export type Changed = { was: KeptLine; is: KeptLine; how: readonly How[] };
export type How = 'value' | 'quarter' | 'gained' | 'lost';

const RANK = { unclear: 0, none: 0, some: 1, high: 2 } as const;

/** Compares two calendars line by line: first by words and owner, then by words alone, for owners change. */
export function since(before: readonly KeptLine[], now: readonly KeptLine[]): Since {
  const bySign = paired(before, now, ({ what, sign }) => `${sign} ${fold(what)}`);
  const byWords = paired(bySign.gone, bySign.fresh, ({ what }) => fold(what));
  const pairs = [...bySign.pairs, ...byWords.pairs];
  const changed = pairs.map(([was, is]) => ({ was, is, how: howOf(was, is) })).filter(({ how }) => how.length > 0);
  return { fresh: byWords.fresh, gone: byWords.gone, changed };
}

function howOf(was: KeptLine, is: KeptLine): How[] {
  const rank = RANK[is.chance] - RANK[was.chance];
  return [
    ...(was.value === is.value ? [] : ['value' as const]),
    ...(was.quarter === is.quarter ? [] : ['quarter' as const]),
    ...(rank > 0 ? ['gained' as const] : []),
    ...(rank < 0 ? ['lost' as const] : []),
  ];
}

type Paired = { pairs: [was: KeptLine, is: KeptLine][]; fresh: KeptLine[]; gone: KeptLine[] };

/** Each line with one of the same key, in their order: of two alike, one that went is one that went. */
function paired(before: readonly KeptLine[], now: readonly KeptLine[], keyOf: (line: KeptLine) => string): Paired {
  const waiting = Map.groupBy(before, keyOf);
  const found: Paired = { pairs: [], fresh: [], gone: [] };
  for (const line of now) {
    const was = waiting.get(keyOf(line))?.shift();
    if (was) found.pairs.push([was, line]);
    else found.fresh.push(line);
  }
  const left = new Set([...waiting.values()].flat());
  found.gone = before.filter((line) => left.has(line));
  return found;
}
