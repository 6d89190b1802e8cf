import { type Line, marksOf, paragraphsOf } from '../../src/markup.ts';
import { cut } from '../../src/on-screen.ts';
import { unreachable } from '../../src/reply.ts';
import type { RichText, TextRun } from './card.ts';
import { LIMITS } from './limits.ts';

export type Look = Pick<TextRun, 'isSubtle' | 'size' | 'weight' | 'color'>;

/**
 * A text as lines of plain text with **bold** and [links](…): Teams reads no markup in these, so that nothing in it can
 * become a link, a picture or a mention.
 */
export function richText(text: string, look: Look = {}): RichText[] {
  return paragraphsOf(text).flatMap((lines) => paragraph(lines, look));
}

/** Each line is a block of its own: not every Teams draws a line break within one. */
function paragraph(lines: readonly Line[], look: Look): RichText[] {
  return lines.map((line, at) => {
    const item = line.kind !== 'plain';
    const before = lines[at - 1];
    const apart = before === undefined || (before.kind !== 'plain' && !item);
    return {
      ...lineOf(inline(cut(withSign(line), LIMITS.paragraph), look)),
      spacing: apart ? 'Default' : item ? 'Small' : 'None',
    };
  });
}

function withSign({ kind, text, number }: Line): string {
  if (kind === 'plain') return text;
  return `${kind === 'dotted' ? '•' : `${number}.`} ${text}`;
}

export function lineOf(inlines: TextRun[]): RichText {
  return { type: 'RichTextBlock', inlines };
}

export function inline(text: string, look: Look = {}): TextRun[] {
  return marksOf(text).flatMap((mark): TextRun[] => {
    switch (mark.kind) {
      case 'bold':
        return inline(mark.text, { ...look, weight: 'Bolder' });
      case 'link':
        return linked(mark.label.replaceAll('**', ''), mark.address, look);
      case 'plain':
        return run(mark.text, look);
      default:
        return unreachable(mark);
    }
  });
}

export function run(text: string, look: Look = {}): TextRun[] {
  return text === '' ? [] : [{ type: 'TextRun', text, ...look }];
}

/** A label that opens a plain address. */
export function linked(label: string, url: string, look: Look = {}): TextRun[] {
  return run(label, look).map((one) => ({ ...one, selectAction: { type: 'Action.OpenUrl', url } }));
}
