import type { ChoiceId, Condition, FactId } from './check.ts';
import { btwMatters, type Lines, type Total } from './value.ts';

type Truth = true | false | undefined;
export type Open = { open: readonly FactId[] };
/** What is known when a rule is read. A choice that is open holds the facts that would settle it. */
export type View = { choices: Record<ChoiceId, string | readonly string[] | Open>; total: Total; lines: Lines };
/** Adds the facts it waits for to `open`, for who wants to know them. */
export type Reader = (view: View, open?: Set<FactId>) => Truth;

/** Reads a condition: true, false, or not settled; then the facts it waits for are added to `open`. */
export function readerOf(condition: Condition): Reader {
  if ('all' in condition) return joined(condition.all.map(readerOf), false);
  if ('any' in condition) return joined(condition.any.map(readerOf), true);
  if ('above' in condition) return above(condition.above, 0);
  if ('from' in condition) return above(condition.from, 1);
  const { fact } = condition;
  const wanted = new Set([condition.is].flat());
  return ({ choices }, open) => {
    const held = choices[fact];
    if (typeof held === 'string') return wanted.has(held);
    if (!isOpen(held)) return held.some((one) => wanted.has(one));
    for (const one of held.open) open?.add(one);
    return undefined;
  };
}

/** The total against a line, less so many cents. */
function above(id: string, less: number): Reader {
  return ({ total, lines }, open) => {
    const line = (lines.values.get(id) ?? 0) - less;
    if (total.low > line) return true;
    if (total.high <= line) return false;
    if (!open) return undefined;
    for (const fact of ['amount', 'occurrences', 'related'] as const) if (total.open[fact]) open.add(fact);
    if (total.open.btw && btwMatters(total, line)) open.add(total.open.btw);
    return undefined;
  };
}

/** Holds at once when one part is decisive, and is settled only when all parts are. */
function joined(readers: readonly Reader[], decisive: boolean): Reader {
  return (view, open) => {
    const waits = open && new Set<FactId>();
    let truth: Truth = !decisive;
    for (const read of readers) {
      const one = read(view, waits);
      if (one === decisive) return decisive;
      if (one === undefined) truth = undefined;
    }
    if (truth === undefined) for (const fact of waits ?? []) open?.add(fact);
    return truth;
  };
}

export function isOpen(held: View['choices'][ChoiceId]): held is Open {
  return typeof held === 'object' && 'open' in held;
}
