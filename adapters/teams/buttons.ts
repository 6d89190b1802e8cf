import type { Button } from '../../src/reply.ts';
import { button, forEveryone, type Sent } from './button.ts';
import type { ActionSet, Element, Pressable } from './card.ts';
import { LIMITS } from './limits.ts';
import { lineOf, run } from './rich-text.ts';

/** Short labels share a row; a long one would be cut off there. Where one is too long for any button, each is a line. */
export function buttons(all: readonly Button[], { sent, replaced }: { sent: Sent; replaced: boolean }): Element[] {
  const drawn = all.map((one) => button(one, sent)).map((one) => (replaced ? forEveryone(one) : one));
  if (drawn.some(({ title }) => title.length > LIMITS.buttonLabel)) return drawn.map(pressableLine);
  const rows: ActionSet[] = [];
  let room = 0;
  for (const one of drawn) {
    const short = one.title.length <= LIMITS.shortLabel;
    if (short && room > 0) rows.at(-1)?.actions.push(one);
    else rows.push({ type: 'ActionSet', actions: [one] });
    room = short ? (room > 0 ? room : LIMITS.buttonsInRow) - 1 : 0;
  }
  return rows;
}

function pressableLine(drawn: Pressable): Element {
  const line = lineOf(run(drawn.title, { weight: 'Bolder', color: 'Accent' }));
  return { type: 'Container', style: 'emphasis', spacing: 'Small', selectAction: drawn, items: [line] };
}
