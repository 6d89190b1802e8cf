import { html, raw } from 'hono/html';
import type { Cell, Column, Page, Piece, Table } from '../../src/paper.ts';
import { unreachable } from '../../src/reply.ts';
import { dutchDay } from './cells.ts';

const STYLE = `:root{color-scheme:light dark;--ink:#111;--paper:#fff;--line:#666}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#aaa}}
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:1.6rem 0 .3rem}p,ul,dl{margin:.3rem 0}h1,h2,p,li,td,th,dd,dt{overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:.1rem 1rem}dt{font-weight:600}dd{margin:0}
table{border-collapse:collapse;margin:.5rem 0}caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border-bottom:1px solid var(--line);padding:.25rem 1rem .25rem 0;text-align:left;vertical-align:top}
.number{text-align:right}img{max-width:100%;height:auto}
@media print{:root{--ink:#000;--paper:#fff}body{margin:0;font-size:11px;max-width:none}h1{font-size:16px}h2{font-size:12px}}`;

type Html = ReturnType<typeof html>;

/** A page of one file, without anything from elsewhere, for a light screen, a dark one, and paper. */
export function pageOf({ language, title, sections }: Page): string {
  return framed(
    { language, title, style: STYLE },
    html`<main>
<h1>${title}</h1>
${sections.map(
  (section) => html`<section>
${section.title === '' ? '' : html`<h2>${section.title}</h2>`}
${section.pieces.map((piece) => drawn(piece))}
</section>
`,
)}</main>`,
  );
}

/** What stands around every page. */
export function framed(
  { language, title, style }: { language: string; title: string; style: string },
  body: Html,
): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`);
}

function drawn(piece: Piece): Html {
  switch (piece.kind) {
    case 'text':
      return html`<p>${piece.text}</p>`;
    case 'list':
      return html`<ul>${piece.lines.map((line) => html`<li>${line}</li>`)}</ul>`;
    case 'facts':
      return html`<dl>${piece.facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
    case 'table':
      return tableOf(piece.table);
    case 'picture':
      return html`<p><img src="data:image/png;base64,${Buffer.from(piece.png).toString('base64')}" alt="${piece.alt}"></p>`;
    default:
      return unreachable(piece);
  }
}

/** The first column names the row. The heading above is seen, so the name is only for who listens. */
function tableOf({ name, columns, rows }: Table): Html {
  const look = ({ kind }: Column) => (kind === 'number' || kind === 'euro' ? raw(' class="number"') : '');
  return html`<table><caption>${name}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${look(column)}>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map((column, at) =>
      at === 0
        ? html`<th scope="row">${written(row[at] ?? null, column)}</th>`
        : html`<td${look(column)}>${written(row[at] ?? null, column)}</td>`,
    )}</tr>
`,
  )}</tbody></table>`;
}

function written(cell: Cell, { kind }: Column): string {
  if (cell === null) return '';
  if (kind === 'day') return dutchDay(String(cell));
  return typeof cell === 'number' ? (kind === 'euro' ? EUROS : NUMBERS).format(cell) : cell;
}

const NUMBERS = new Intl.NumberFormat('nl-NL');
const EUROS = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
