import { html, raw } from 'hono/html';
import type { Documents } from '../../src/ports.ts';
import { canonical, type Receipt } from '../../src/receipt.ts';
import { texts } from '../../src/texts/texts.ts';

/** Files to keep outside the bot: pages of one file, without anything from elsewhere. */
export function createDocuments(): Documents {
  return {
    receipt: (receipt) => ({
      name: `${receipt.number ?? 'check'}.html`,
      type: 'text/html',
      content: receiptPage(receipt),
    }),
  };
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.2rem 0 .2rem}p,ul,dl{margin:.2rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.1rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}li,code{overflow-wrap:anywhere}
footer{margin-top:1.5rem;border-top:1px solid #666;padding-top:.5rem;font-size:.85rem}
@media print{body{margin:0;font-size:11px;max-width:none}h1{font-size:16px}h2{font-size:12px;margin:.5rem 0 0}}`;

/** The same receipt is always the same page, to the byte; its data stands in it for verification. */
function receiptPage(receipt: Receipt): string {
  const { language, title, sections, seal } = receipt;
  const said = texts[language].receipt;
  const data = canonical(receipt).replaceAll('<', '\\u003c');
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
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
<script type="application/json" id="receipt">${raw(data)}</script>
</body>
</html>
`;
  return String(page);
}
