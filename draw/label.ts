import type { HTMLString } from '@viz-js/viz';

/** What stands in a node: columns of paragraphs, some with a word in front. */
export type Column = { characters: number; rows: readonly Row[] };
export type Row = { head?: string; text: string; bold?: boolean };

/** The points that a character takes, on average. */
const CHARACTER = 5;
const INDENT = '\u00a0'.repeat(3);
const END = '<BR ALIGN="LEFT"/>';

/** The columns beside each other. Graphviz wraps nothing, so a text is cut into lines by the width of its column. */
export function labelOf(columns: readonly Column[]): HTMLString {
  const cells = columns.map(({ characters, rows }) => {
    const text = rows.map((row) => linesOf(row, characters)).join('');
    return `<TD ALIGN="LEFT" VALIGN="TOP" WIDTH="${Math.round(characters * CHARACTER)}">${text}</TD>`;
  });
  return { html: `<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="3"><TR>${cells.join('')}</TR></TABLE>` };
}

/** Text that stands in markup as it is. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function linesOf({ head = '', text, bold }: Row, characters: number): string {
  const width = (bold ? 0.9 : 1) * characters - INDENT.length;
  const [first = '', ...more] = wrapped(`${head} ${text}`.trim(), width);
  const start = head === '' ? '' : `<I>${drawable(head)}</I>`;
  const lines = [start + drawable(first.slice(head.length)), ...more.map((line) => INDENT + drawable(line))];
  return lines.map((line) => (bold ? `<B>${line}</B>${END}` : line + END)).join('');
}

/** Graphviz puts the name of the node in place of \N, in markup too. */
function drawable(text: string): string {
  return escaped(text).replaceAll('\\', '\\\\');
}

function wrapped(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= characters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
