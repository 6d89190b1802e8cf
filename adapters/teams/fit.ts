import type { TeamsTexts } from '../../src/texts/teams.nl.ts';
import type { Element } from './card.ts';
import { LIMITS } from './limits.ts';
import { lineOf, run } from './rich-text.ts';

/** What belongs together: it is shown whole or not at all. `other`: what can be pressed or filled in always stays. */
export type Unit = { kind: 'text' | 'facts' | 'sources' | 'other'; elements: Element[] };

/** As many whole units as one message holds. What is left out is said: suppliers by their number, a text by its end. */
export function fitted(units: readonly Unit[], said: TeamsTexts, room: number = LIMITS.message): Element[] {
  if (atMost(units) <= room - 1000) return units.flatMap(({ elements }) => elements);
  let kept = [...units];
  let suppliers = 0;
  let shortened = false;
  while (sizeOf(kept) > room - 1000) {
    const facts = kept.findLastIndex(({ kind }) => kind === 'facts');
    const at = facts >= 0 ? facts : kept.findLastIndex(({ kind }) => kind === 'text' || kind === 'sources');
    if (at < 0) break;
    if (facts >= 0) suppliers += 1;
    else shortened = true;
    kept = kept.toSpliced(at, 1);
  }
  const notes = [...(suppliers > 0 ? [said.more(suppliers)] : []), ...(shortened ? [said.cut] : [])];
  const place = kept.findLastIndex(({ kind }) => kind === 'text' || kind === 'facts') + 1;
  const note: Unit[] = notes.map((text) => ({ kind: 'other', elements: [lineOf(run(text, { isSubtle: true }))] }));
  return [...kept.slice(0, place), ...note, ...kept.slice(place)].flatMap(({ elements }) => elements);
}

/** Never less than `sizeOf` for texts that may stand on a screen, and a good deal quicker: of these no sign takes more than two. */
function atMost(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 2;
  if (typeof value !== 'object' || value === null) return 25;
  let size = 2;
  if (Array.isArray(value)) for (const one of value) size += atMost(one) + 1;
  else for (const key in value) size += key.length + 4 + atMost((value as Record<string, unknown>)[key]);
  return size;
}

/** Teams does not count a picture that travels in the message. */
const PICTURE = /"url":"data:[^"]*"/g;

function sizeOf(units: readonly Unit[]): number {
  const text = JSON.stringify(units);
  return text.length - (text.match(PICTURE) ?? []).reduce((sum, { length }) => sum + length, 0);
}
