import type { KnownBlock } from '@slack/types';
import type { SlackTexts } from '../../src/texts/slack.nl.ts';
import { LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';

/** Two are left for what stands around a reply: that it is private, and a button to share it. */
const MOST_BLOCKS = LIMITS.blocks - 2;

/** What belongs together: it is shown whole or not at all. */
export type Unit = { kind: 'text' | 'facts' | 'other'; blocks: KnownBlock[] };

/** As many whole units as one message holds. What is left out is said: suppliers by their number, a text by its end. */
export function fitted(units: readonly Unit[], said: SlackTexts): KnownBlock[] {
  if (fits(units, false)) return units.flatMap(({ blocks }) => blocks);
  let kept = [...units];
  let suppliers = 0;
  while (!fits(kept, suppliers > 0)) {
    const at = kept.findLastIndex(({ kind }) => kind === 'facts');
    if (at < 0) break;
    kept = kept.toSpliced(at, 1);
    suppliers += 1;
  }
  const after = kept.findLastIndex(({ kind }) => kind === 'facts');
  const place = after < 0 ? kept.findLastIndex(({ kind }) => kind === 'text') : after;
  const more = suppliers > 0 ? [line(said.more(suppliers))] : [];
  const all = [...kept.slice(0, place + 1), ...more, ...kept.slice(place + 1)];
  return fits(all, false) ? all.flatMap(({ blocks }) => blocks) : shortened(all, said);
}

/** Texts alone are too long: they end where the message does, and what can be pressed or filled in stays. */
function shortened(units: readonly Unit[], said: SlackTexts): KnownBlock[] {
  const others = units.filter(({ kind }) => kind === 'other');
  const room = { blocks: MOST_BLOCKS - 1, length: LIMITS.message - said.cut.length };
  const take = (block: KnownBlock): boolean => {
    if (room.blocks < 1 || room.length < lengthOf([block])) return false;
    room.blocks -= 1;
    room.length -= lengthOf([block]);
    return true;
  };
  const keptOthers = new Set(others.flatMap(({ blocks }) => (fitsIn(blocks, room) ? blocks.filter(take) : [])));
  let full = false;
  const kept = units.flatMap(({ kind, blocks }) =>
    kind === 'other'
      ? blocks.filter((block) => keptOthers.has(block))
      : blocks.filter((block) => {
          full ||= !take(block);
          return !full;
        }),
  );
  const end = kept.findLastIndex((block) => !keptOthers.has(block)) + 1;
  return [...kept.slice(0, end), ...line(said.cut).blocks, ...kept.slice(end)];
}

function fitsIn(blocks: readonly KnownBlock[], room: { blocks: number; length: number }): boolean {
  return blocks.length <= room.blocks && lengthOf(blocks) <= room.length;
}

function fits(units: readonly Unit[], more: boolean): boolean {
  const blocks = units.flatMap((unit) => unit.blocks);
  return blocks.length + (more ? 1 : 0) <= MOST_BLOCKS && lengthOf(blocks) <= LIMITS.message - 200;
}

/** What is read in it: the names and values that only programs see do not count. */
export function lengthOf(blocks: readonly object[]): number {
  return blocks.reduce((sum, block) => sum + readIn(block), 0);
}

const READ = new Set(['text', 'url', 'initial_value']);

function readIn(value: object): number {
  let length = 0;
  for (const key of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[key];
    if (typeof one === 'string') length += READ.has(key) ? one.length : 0;
    else if (typeof one === 'object' && one !== null) length += readIn(one);
  }
  return length;
}

function line(text: string): Unit {
  return { kind: 'other', blocks: [{ type: 'context', elements: [plain(text, LIMITS.contextText)] }] };
}
