import { html } from 'hono/html';
import type { Mine, Own } from '../../src/mine.ts';
import type { Kind } from '../../src/ports.ts';
import type { Receipt } from '../../src/receipt.ts';
import { KINDS, keptUntil, TERMS } from '../../src/terms.ts';
import type { Texts } from '../../src/texts/texts.ts';
import { texts } from '../../src/texts/texts.ts';
import { framed } from './page.ts';
import { STYLE } from './style.ts';

const MORE = `h3{font-size:1rem;margin:1rem 0 .2rem}h4{font-size:1rem;margin:.6rem 0 .2rem}details{margin:.4rem 0}summary{cursor:pointer;min-height:24px}`;

/** All that is kept about a person: first what it is and how long it is kept, then every field of it. */
export function minePage(mine: Mine, language: 'nl' | 'en', today: string): string {
  const said = texts[language].mine.page;
  const { sayDate } = texts[language];
  const body = html`<main>
<h1>${said.title}</h1>
<p>${said.made(sayDate(today))}</p>
<section>
<h2>${said.what}</h2>
<p>${said.whatText}</p>
<h2>${said.who}</h2>
<p>${said.whoText}</p>
<p>${texts[language].mine.chat}</p>
<h2>${said.ask}</h2>
<p>${said.askText}</p>
<h2>${said.parts}</h2>
<dl>${KINDS.map((kind) => html`<dt>${said.kinds[kind].title}</dt><dd>${meaning(kind, texts[language], today)}</dd>`)}</dl>
</section>
${KINDS.map(
  (kind) => html`<section>
<h2>${said.kinds[kind].title}</h2>
${mine[kind].length === 0 ? html`<p>${said.none}</p>` : mine[kind].map((own) => shown(kind, own, texts[language]))}
</section>
`,
)}
</main>`;
  return framed({ language, title: said.title, style: `${STYLE}\n${MORE}` }, body);
}

function meaning(kind: Kind, { mine, sayDate }: Texts, today: string): string {
  const term = TERMS[kind];
  return mine.page.kinds[kind].means(term === null ? '' : sayDate(keptUntil(today, term)));
}

type Piece = ReturnType<typeof html>;

function shown<K extends Kind>(kind: K, { item, until }: Own<K>, words: Texts): Piece {
  const kept = item as object;
  const said = words.mine.page;
  const held = until === null ? '' : html`<p>${said.until(words.sayDate(until))}</p>`;
  const rows = html`<dl>${fieldsOf(kept, words).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
  if (kind !== 'receipts') return html`<h3>${titleOf(kept, said.kinds[kind].title)}</h3>${held}${rows}`;
  const { receipt } = item as Own<'receipts'>['item'];
  return html`<h3>${receipt.title}</h3>${held}${card(receipt)}<details><summary>${said.all}</summary>${rows}</details>`;
}

function titleOf(kept: object, other: string): string {
  return 'name' in kept && typeof kept.name === 'string' ? kept.name : other;
}

function card({ sections }: Receipt): Piece[] {
  return sections.map(
    ({ title, lines, facts }) => html`${title === '' ? '' : html`<h4>${title}</h4>`}
${lines.map((line) => html`<p>${line}</p>`)}
${facts.length > 0 ? html`<dl>${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>` : ''}`,
  );
}

/** Every value in it, however deep, under the name of its field and the way to it. */
function fieldsOf(kept: object, words: Texts): [label: string, value: string][] {
  const names: Record<string, string> = words.mine.page.fields;
  return leavesOf(kept, []).map(({ way: [field = '', ...deeper], value }) => [
    [names[field] ?? field, ...deeper].join(' › '),
    value === true ? words.mine.page.yes : value === false ? words.mine.page.no : String(value),
  ]);
}

type Leaf = { way: string[]; value: string | number | boolean };

function leavesOf(value: unknown, way: readonly string[]): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value === '' ? [] : [{ way: [...way], value }];
  if (typeof value !== 'object' || value === null) return [];
  const step = (key: string) => (Array.isArray(value) ? String(Number(key) + 1) : key);
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...way, step(key)]));
}
