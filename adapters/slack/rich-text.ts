import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { type Line, marksOf, paragraphsOf, runsOf } from '../../src/markup.ts';
import { cut } from '../../src/on-screen.ts';
import { unreachable } from '../../src/reply.ts';
import { LIMITS, pieces } from './limits.ts';

/** Of one paragraph or list: a block holds it with the space after it. */
const LONGEST = LIMITS.richText - 100;

type Piece = RichTextSection | RichTextList;

/**
 * A text as rich text: paragraphs and lists, inside them **bold** and [links](…). All else is plain text to Slack, so
 * that nothing in it can be a mention, an emoji or markup.
 */
export function richText(text: string): RichTextBlock[] {
  const paragraphs = paragraphsOf(text).map(runsOf);
  const made = paragraphs.flatMap((runs, at) => withSpace(runs.flatMap(pieceOf), at < paragraphs.length - 1));
  return inBlocks(made);
}

function pieceOf(lines: readonly Line[]): Piece[] {
  const [first] = lines;
  if (!first || first.kind === 'plain')
    return pieces(lines.map(({ text }) => text).join('\n'), LONGEST).flatMap((text) => section(inline(text)));
  const items = lines.flatMap(({ text }) => section(inline(cut(text, LONGEST))));
  let before = (first.number ?? 1) - 1;
  return inLists(items).map((elements) => {
    const offset = before;
    before += elements.length;
    return first.kind === 'dotted'
      ? { type: 'rich_text_list', style: 'bullet', elements }
      : { type: 'rich_text_list', style: 'ordered', ...(offset > 0 ? { offset } : {}), elements };
  });
}

/** A list that is too long for one block goes on in the next. */
function inLists(items: RichTextSection[]): RichTextSection[][] {
  const lists: RichTextSection[][] = [];
  let length = 0;
  for (const item of items) {
    length += lengthOf(item);
    if (lists.length === 0 || length > LONGEST) {
      lists.push([]);
      length = lengthOf(item);
    }
    lists.at(-1)?.push(item);
  }
  return lists;
}

export function section(elements: RichTextElement[]): RichTextSection[] {
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

/** An empty line after a paragraph; a list keeps its distance by itself. */
function withSpace(made: Piece[], more: boolean): Piece[] {
  const last = made.at(-1);
  if (!more || last?.type !== 'rich_text_section') return made;
  return [...made.slice(0, -1), { ...last, elements: [...last.elements, { type: 'text', text: '\n' }] }];
}

/** As many blocks as are needed to keep each within its limit. */
function inBlocks(made: Piece[]): RichTextBlock[] {
  const blocks: Piece[][] = [];
  let length = 0;
  for (const piece of made) {
    const own = lengthOf(piece);
    if (blocks.length === 0 || length + own > LIMITS.richText) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(piece);
    length += own;
  }
  return blocks.map((elements) => ({ type: 'rich_text', elements }));
}

function lengthOf(piece: Piece): number {
  if (piece.type === 'rich_text_list') return piece.elements.reduce((sum, one) => sum + lengthOf(one), 0);
  return piece.elements.reduce((sum, one) => sum + ('text' in one ? (one.text?.length ?? 0) : 0), 0);
}

export function inline(text: string, bold = false): RichTextElement[] {
  return marksOf(text).flatMap((mark): RichTextElement[] => {
    switch (mark.kind) {
      case 'bold':
        return inline(mark.text, true);
      case 'link':
        return [linkTo(mark.address, mark.label.replaceAll('**', ''), bold)];
      case 'plain':
        return words(mark.text, bold);
      default:
        return unreachable(mark);
    }
  });
}

function linkTo(url: string, text: string, bold: boolean): RichTextElement {
  return { type: 'link', url, text, ...(bold ? { style: { bold } } : {}) };
}

function words(text: string, bold: boolean): RichTextElement[] {
  return text === '' ? [] : [{ type: 'text', text, ...(bold ? { style: { bold } } : {}) }];
}
