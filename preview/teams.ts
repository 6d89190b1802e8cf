import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dialog } from '../adapters/teams/handing.ts';
import { render } from '../adapters/teams/render.ts';
import { words } from '../adapters/teams/words.ts';
import type { Card } from './cards.ts';

type Page = { name: string; html: string };

const library = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');

const HANDED = 'Kun jij 40 kerstpakketten regelen voor 18 december? Budget 900 euro met btw';

/** Every card as the library draws it on which Teams is built, in the colours of Teams. */
export function teamsPages(cards: readonly Card[]): Page[] {
  const messages = cards
    .filter(({ how }) => how !== 'private')
    .map(({ name, reply, how }) => {
      const message = render(reply, { id: name, repeat: how === 'repeat', files: true });
      return { name, html: page(message.text, message.attachments?.[0]?.content) };
    });
  return [
    ...messages,
    { name: 'dialoog', html: page(undefined, cardIn(dialog(HANDED, 'nl'))) },
    { name: 'dialoog-fout', html: page(undefined, cardIn(dialog('', 'nl', words.nl.fillIn))) },
  ];
}

/** The card in a dialog. */
function cardIn(dialog: object): object | undefined {
  return (dialog as { task: { value: { card: { content: object } } } }).task.value.card.content;
}

/** In a block of its own: one page is written over the other in the same window. */
function page(text: string | undefined, card: object | undefined): string {
  const drawn = JSON.stringify(card ?? {}).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><style>
body { margin: 16px; background: #f5f5f5; font: 14px 'Segoe UI', 'Noto Sans', sans-serif; }
main { max-width: 520px; background: #fff; border-radius: 6px; padding: 4px; }
.ac-actionSet { flex-wrap: wrap; }
.ac-pushButton { margin: 2px; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; font-weight: 600; }
.ac-pushButton.style-positive { background: #5b5fc7; color: #fff; }
.ac-input { width: 100%; box-sizing: border-box; }</style>
<p>${text ?? ''}</p><main></main><script>${library.replaceAll('</script', '<\\/script')}</script><script>{
const card = new AdaptiveCards.AdaptiveCard();
card.hostConfig = new AdaptiveCards.HostConfig({ fontFamily: "'Segoe UI', 'Noto Sans', sans-serif",
  containerStyles: { emphasis: { backgroundColor: '#f5f5f5' } }, actions: { maxActions: 6 },
  supportsInteractivity: true });
card.parse(${drawn});
document.querySelector('main').append(card.render());
}</script></html>`;
}
