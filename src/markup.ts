import { clean } from './on-screen.ts';

/** A line of a text; `number` is that of an item with a number. */
export type Line = { kind: 'plain' | 'dotted' | 'numbered'; text: string; number?: number };
/** A piece of a line. The address of a link is a plain one. */
export type Mark = { kind: 'plain' | 'bold'; text: string } | { kind: 'link'; label: string; address: string };

/** Bold or a link, with bounds, so that a hostile text costs no more than a moment. */
const MARK = /\*\*(?<bold>.{1,2000}?)\*\*|\[(?<label>[^\][]{1,500})\]\((?<address>[^()\s]{1,2000})\)/g;
const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<text>.*)$/;

/** As long as any chat takes. */
const LONGEST_ADDRESS = 3000;

/** What the bot's texts are written in: paragraphs with lines, some of them items of a list. Lines that are empty fall away. */
export function paragraphsOf(text: string): Line[][] {
  return clean(text)
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(lineOf),
    )
    .filter((lines) => lines.length > 0);
}

function lineOf(line: string): Line {
  const item = ITEM.exec(line)?.groups;
  if (!item) return { kind: 'plain', text: line };
  const { number, text = '' } = item;
  return number === undefined ? { kind: 'dotted', text } : { kind: 'numbered', text, number: Number(number) };
}

/** Neighbouring lines that belong together: plain ones, items with a dot, items with a number. */
export function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === line.kind) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** **Bold** and [links](…) in a line; all else is plain, also a link to what is no plain address. */
export function marksOf(text: string): Mark[] {
  if (!text.includes('**') && !text.includes('](')) return text === '' ? [] : [{ kind: 'plain', text }];
  const marks: Mark[] = [];
  let from = 0;
  const plain = (until: number) => {
    if (until > from) marks.push({ kind: 'plain', text: text.slice(from, until) });
  };
  for (const found of text.matchAll(MARK)) {
    const { bold, label = '', address = '' } = found.groups ?? {};
    const url = bold === undefined ? plainAddress(address) : undefined;
    if (bold === undefined && !url) continue;
    plain(found.index);
    marks.push(url ? { kind: 'link', label, address: url } : { kind: 'bold', text: bold as string });
    from = found.index + found[0].length;
  }
  plain(text.length);
  return marks;
}

/** Undefined for an address that is no plain http or https: what it stood on then stays text. */
export function plainAddress(address: string): string | undefined {
  const url = URL.parse(address);
  const plain = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  return plain && url.href.length <= LONGEST_ADDRESS ? url.href : undefined;
}
