import { html, raw } from 'hono/html';
import { fileOf } from '../../src/file.ts';
import type { Documents } from '../../src/ports.ts';
import { canonical, type Receipt } from '../../src/receipt.ts';
import { texts } from '../../src/texts/texts.ts';
import { minePage } from './mine.ts';
import { framed, pageOf } from './page.ts';
import { STYLE } from './style.ts';

/** Files to keep outside the bot. What only some of them need is loaded when the first of those is made. */
export function createDocuments(): Documents {
  return {
    receipt: (receipt) => ({
      name: `${receipt.number ?? 'check'}.html`,
      type: 'text/html',
      content: receiptPage(receipt),
    }),
    mine: (mine, language, today) => ({
      name: language === 'nl' ? 'mijn-gegevens.html' : 'my-data.html',
      type: 'text/html',
      content: minePage(mine, language, today),
    }),
    page: (page) => ({ name: page.name, type: 'text/html', content: pageOf(page) }),
    csv: async (table) => (await import('./csv.ts')).csvOf(table),
    workbook: async (tables) => (await import('./workbook.ts')).workbookOf(tables),
    chart: async (chart) => (await import('./chart.ts')).pictureOf(chart),
    picture: async (name, chart) => fileOf(name, 'image/png', (await import('./chart.ts')).pictureOf(chart, 1)),
    readTable: async (bytes) => (await import('./read-table.ts')).readTable(bytes),
    book: async (sheets) => (await import('./write-book.ts')).bookOf(sheets),
  };
}

/** The same receipt is always the same page, to the byte; its data stands in it for verification. */
function receiptPage(receipt: Receipt): string {
  const { language, title, sections, seal } = receipt;
  const said = texts[language].receipt;
  const data = canonical(receipt).replaceAll('<', '\\u003c');
  const body = html`<main>
<h1>${title}</h1>
${sections.map(
  (section) => html`<section>
${section.title === '' ? '' : html`<h2>${section.title}</h2>`}
${section.lines.length === 1 ? html`<p>${section.lines[0]}</p>` : ''}
${section.lines.length > 1 ? html`<ul>${section.lines.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
${
  section.facts.length > 0
    ? html`<dl>${section.facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
    : ''
}
</section>
`,
)}
</main>
<footer>
<p>${said.seal}: <code>${seal}</code></p>
<p>${seal.startsWith('hmac') ? said.sealed : said.unsealed}</p>
</footer>
<script type="application/json" id="receipt">${raw(data)}</script>`;
  return framed({ language, title, style: STYLE }, body);
}
