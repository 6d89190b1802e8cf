/** What is wrong with a phrase that holds alternatives. */
export type Unreadable = { problem: string };

/** More than this is a slip: every phrase costs time at the start. */
const MOST = 400;
const GROUP = /\(([^()]*)\)/;

/** All phrases that one with alternatives stands for: "(bon|fles wijn) * (aannemen|houden)" is four. */
export function alternativesOf(phrase: string): string[] | Unreadable {
  const outside = phrase.replaceAll(new RegExp(GROUP, 'g'), '');
  if (/[()]/.test(outside))
    return { problem: `"${phrase}" has a bracket without its other half, or one within another` };
  if (outside.includes('|')) return { problem: `"${phrase}" has a | outside brackets` };
  const groups = [...phrase.matchAll(new RegExp(GROUP, 'g'))].map(([, held = '']) =>
    held.split('|').map((one) => one.trim()),
  );
  if (groups.some((words) => words.length < 2 || words.includes('')))
    return { problem: `"${phrase}" needs two or more alternatives in each pair of brackets, and none of them empty` };
  if (groups.reduce((count, { length }) => count * length, 1) > MOST)
    return { problem: `"${phrase.slice(0, 60)}…" stands for more than ${MOST} phrases` };
  return groups.reduce<string[]>(
    (all, words) => all.flatMap((one) => words.map((word) => one.replace(GROUP, () => word))),
    [phrase],
  );
}
