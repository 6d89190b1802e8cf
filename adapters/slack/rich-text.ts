import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { clean, cut } from '../../src/on-screen.ts';
import { LIMITS, pieces } from './limits.ts';
import { plainAddress } from './mrkdwn.ts';

/** Bold or a link, with bounds, so that a hostile text costs no more than a moment. */
const MARK = /\*\*(?<bold>.{1,2000}?)\*\*|\[(?<label>[^\][]{1,500})\]\((?<address>[^()\s]{1,2000})\)/g;
const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<text>.*)$/;

/** Of one paragraph or list: a block holds it with the space after it. */
const LONGEST = LIMITS.richText - 100;

type Piece = RichTextSection | RichTextList;

/**
 * A text as rich text: paragraphs and lists, inside them **bold** and [links](…). All else is plain text to Slack, so
 * that nothing in it can be a mention, an emoji or markup.
 */
export function richText(text: string): RichTextBlock[] {
  const paragraphs = clean(text)
    .split(/\n\s*\n/)
    .map((paragraph) => runs(paragraph.split('\n').filter((line) => line.trim() !== '')))
    .filter((lines) => lines.length > 0);
  const made = paragraphs.flatMap((lines, at) => withSpace(lines.flatMap(pieceOf), at < paragraphs.length - 1));
  return inBlocks(made);
}

/** Neighbouring lines that belong together: plain ones, items with a dot, items with a number. */
function runs(lines: string[]): string[][] {
  const found: string[][] = [];
  for (const line of lines) {
    const run = found.at(-1);
    if (run?.[0] !== undefined && typeOf(run[0]) === typeOf(line)) run.push(line);
    else found.push([line]);
  }
  return found;
}

function typeOf(line: string): 'plain' | 'dotted' | 'numbered' {
  const item = ITEM.exec(line);
  if (!item) return 'plain';
  return item.groups?.number === undefined ? 'dotted' : 'numbered';
}

function pieceOf(lines: string[]): Piece[] {
  const first = ITEM.exec(lines[0] ?? '');
  if (!first) return pieces(lines.join('\n'), LONGEST).flatMap((text) => section(inline(text)));
  const items = lines
    .map((line) => cut(ITEM.exec(line)?.groups?.text ?? line, LONGEST))
    .flatMap((text) => section(inline(text)));
  const number = first.groups?.number;
  let before = Number(number ?? 1) - 1;
  return inLists(items).map((elements) => {
    const offset = before;
    before += elements.length;
    return number === undefined
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
  const found: RichTextElement[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    found.push(...words(text.slice(from, mark.index), bold), ...marked(mark, bold));
    from = mark.index + mark[0].length;
  }
  return [...found, ...words(text.slice(from), bold)];
}

function marked({ 0: whole, groups }: RegExpExecArray, bold: boolean): RichTextElement[] {
  if (groups?.bold !== undefined) return inline(groups.bold, true);
  const { label = '', address = '' } = groups ?? {};
  const url = plainAddress(address);
  if (!url) return words(whole, bold);
  return [{ type: 'link', url, text: label.replaceAll('**', ''), ...(bold ? { style: { bold } } : {}) }];
}

function words(text: string, bold: boolean): RichTextElement[] {
  return text === '' ? [] : [{ type: 'text', text, ...(bold ? { style: { bold } } : {}) }];
}
