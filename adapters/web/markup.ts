import { html } from 'hono/html';
import { type Line, type Mark, marksOf, paragraphsOf, plainAddress, runsOf } from '../../src/markup.ts';
import { clean } from '../../src/on-screen.ts';
import type { PageTexts } from '../../src/texts/page.nl.ts';

export type Html = ReturnType<typeof html>;

/** Hono's `html`, which escapes every value, and takes the steering characters out as well. */
export function safe(strings: TemplateStringsArray, ...values: unknown[]): Html {
  return html(strings, ...values.map(cleaned));
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'string' ? clean(value) : value;
}

/** Paragraphs and lists; inside them **bold** and [links](…). All else stays text. */
export function blocks(text: string, words: PageTexts): Html[] {
  return paragraphsOf(text)
    .flatMap(runsOf)
    .map((lines) => block(lines, words));
}

function block(lines: readonly Line[], words: PageTexts): Html {
  const [first] = lines;
  if (!first || first.kind === 'plain')
    return safe`<p>${lines.map(({ text }, at) => [at > 0 ? safe`<br>` : '', inline(text, words)])}</p>`;
  const items = lines.map(({ text }) => safe`<li>${inline(text, words)}</li>`);
  return first.kind === 'dotted' ? safe`<ul>${items}</ul>` : safe`<ol start="${first.number}">${items}</ol>`;
}

export function inline(text: string, words: PageTexts): Html {
  return safe`${marksOf(text).map((mark) => marked(mark, words))}`;
}

function marked(mark: Mark, words: PageTexts): Html | string {
  switch (mark.kind) {
    case 'bold':
      return safe`<strong>${inline(mark.text, words)}</strong>`;
    case 'link':
      return opening(inline(mark.label, words), mark.address, words);
    case 'plain':
      return mark.text;
  }
}

/** Undefined for an address that is no plain http or https: what it stood on then stays text. */
export function link(label: Html | string, address: string, words: PageTexts): Html | undefined {
  const url = plainAddress(address);
  return url === undefined ? undefined : opening(label, url, words);
}

function opening(label: Html | string, url: string, words: PageTexts): Html {
  return safe`<a href="${url}" target="_blank" rel="noopener noreferrer">${label}<span class="unseen"> (${words.newTab})</span></a>`;
}
