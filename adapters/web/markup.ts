import { html } from 'hono/html';
import type { PageTexts } from '../../src/texts/page.nl.ts';

export type Html = ReturnType<typeof html>;

/** Characters that steer a screen instead of standing on it: controls, and marks that turn the text after them around. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Bold or a link, with bounds, so that a hostile text costs no more than a moment. */
const MARK = /\*\*(?<bold>.{1,2000}?)\*\*|\[(?<label>[^\][]{1,500})\]\((?<address>[^()\s]{1,2000})\)/g;
const ITEM = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<text>.*)$/;

/** Hono's `html`, which escapes every value, and takes the steering characters out as well. */
export function safe(strings: TemplateStringsArray, ...values: unknown[]): Html {
  return html(strings, ...values.map(cleaned));
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(STEERING, '').toWellFormed() : value;
}

/** Paragraphs and lists; inside them **bold** and [links](…). All else stays text. */
export function blocks(text: string, words: PageTexts): Html[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((block) => runs(block.split('\n').filter((line) => line.trim() !== '')))
    .map((lines) => block(lines, words));
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

function block(lines: string[], words: PageTexts): Html {
  const first = ITEM.exec(lines[0] ?? '');
  if (!first) return safe`<p>${lines.map((line, index) => [index > 0 ? safe`<br>` : '', inline(line, words)])}</p>`;

  const items = lines.map((line) => safe`<li>${inline(ITEM.exec(line)?.groups?.text ?? line, words)}</li>`);
  const number = first.groups?.number;
  return number === undefined ? safe`<ul>${items}</ul>` : safe`<ol start="${Number(number)}">${items}</ol>`;
}

export function inline(text: string, words: PageTexts): Html {
  const pieces: unknown[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    pieces.push(text.slice(from, mark.index), marked(mark, words));
    from = mark.index + mark[0].length;
  }
  return safe`${[...pieces, text.slice(from)]}`;
}

function marked({ 0: whole, groups }: RegExpExecArray, words: PageTexts): Html | string {
  if (groups?.bold !== undefined) return safe`<strong>${inline(groups.bold, words)}</strong>`;
  const { label = '', address = '' } = groups ?? {};
  return link(inline(label, words), address, words) ?? whole;
}

/** Undefined for an address that is no plain http or https: what it stood on then stays text. */
export function link(label: Html | string, address: string, words: PageTexts): Html | undefined {
  const url = URL.parse(address);
  const plain = url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  if (!plain) return undefined;
  return safe`<a href="${url.href}" target="_blank" rel="noopener noreferrer">${label}<span class="unseen"> (${words.newTab})</span></a>`;
}
