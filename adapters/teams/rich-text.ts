import { clean, cut } from '../../src/on-screen.ts';
import type { RichText, TextRun } from './card.ts';
import { LIMITS } from './limits.ts';

/** Bold or a link, with bounds, so that a hostile text costs no more than a moment. */
const MARK = /\*\*(?<bold>.{1,2000}?)\*\*|\[(?<label>[^\][]{1,500})\]\((?<address>[^()\s]{1,2000})\)/g;
const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<text>.*)$/;

export type Look = Pick<TextRun, 'isSubtle' | 'size' | 'weight' | 'color'>;

/**
 * A text as lines of plain text with **bold** and [links](…): Teams reads no markup in these, so that nothing in it can
 * become a link, a picture or a mention.
 */
export function richText(text: string, look: Look = {}): RichText[] {
  return clean(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
    .flatMap((lines) => paragraph(lines, look));
}

/** Each line is a block of its own: not every Teams draws a line break within one. */
function paragraph(lines: string[], look: Look): RichText[] {
  const items = lines.map((line) => ITEM.exec(line)?.groups);
  return lines.map((line, at) => {
    const item = items[at];
    const text = item ? `${item.number === undefined ? '•' : `${item.number}.`} ${item.text}` : line;
    const apart = at === 0 || (items[at - 1] !== undefined && !item);
    return {
      ...lineOf(inline(cut(text, LIMITS.paragraph), look)),
      spacing: apart ? 'Default' : item ? 'Small' : 'None',
    };
  });
}

export function lineOf(inlines: TextRun[]): RichText {
  return { type: 'RichTextBlock', inlines };
}

export function inline(text: string, look: Look = {}): TextRun[] {
  const found: TextRun[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    found.push(...run(text.slice(from, mark.index), look), ...marked(mark, look));
    from = mark.index + mark[0].length;
  }
  return [...found, ...run(text.slice(from), look)];
}

function marked({ 0: whole, groups }: RegExpExecArray, look: Look): TextRun[] {
  if (groups?.bold !== undefined) return inline(groups.bold, { ...look, weight: 'Bolder' });
  const { label = '', address = '' } = groups ?? {};
  return linked(label.replaceAll('**', ''), address, look) ?? run(whole, look);
}

export function run(text: string, look: Look = {}): TextRun[] {
  return text === '' ? [] : [{ type: 'TextRun', text, ...look }];
}

/** Undefined for an address that is no plain http or https: what it stood on then stays text. */
export function linked(label: string, address: string, look: Look = {}): TextRun[] | undefined {
  const url = plainAddress(address);
  if (!url) return undefined;
  return run(label, look).map((one) => ({ ...one, selectAction: { type: 'Action.OpenUrl', url } }));
}

export function plainAddress(address: string): string | undefined {
  const url = URL.parse(address);
  const plain = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  return plain ? url.href : undefined;
}
