import type { Action } from '../../src/action.ts';
import { bytesOf, type FileRef, sizeOf } from '../../src/file.ts';
import type { Button, Part, Reply } from '../../src/reply.ts';
import { unreachable } from '../../src/reply.ts';
import type { PageTexts } from '../../src/texts/page.nl.ts';
import { texts } from '../../src/texts/texts.ts';
import { announcement } from './announcement.ts';
import { field } from './fields.ts';
import { blocks, type Html, inline, safe } from './markup.ts';
import { sources } from './sources.ts';
import { type Language, words } from './words.ts';

/** Where a reply stands: `id` is its own on the page, `number` is what a person counts. */
export type Place = { id: number; number: number };
type Setting = { id: string; name: string; words: PageTexts; language: Language };

export function render(reply: Reply, { id, number }: Place): string {
  const { language } = reply;
  const said = words[language];
  const name = `${said.answer} ${number}`;
  const parts = reply.parts.map((part, index) => toHtml(part, { id: `m${id}-${index}`, name, words: said, language }));
  const replaces = reply.replaces ? safe` data-replaces="${reply.replaces}"` : '';
  const card = reply.card ? safe` data-card="${reply.card}"` : '';
  const label = reply.wordedBy === 'model' ? safe`<p class="worded-by-model">${texts[language].wordedByModel}</p>` : '';
  const announced = announcement(reply, number);
  return safe`<article class="message from-bot" id="m${id}" lang="${language}" tabindex="-1" aria-labelledby="m${id}-name" data-announced="${announced}"${replaces}${card}>
<h3 id="m${id}-name" aria-label="${said.bot}, ${name}">${said.bot}</h3>
${label}${parts}
</article>`.toString();
}

function toHtml(part: Part, setting: Setting): Html {
  switch (part.kind) {
    case 'text':
      return part.text.trim() === '' ? safe`` : safe`<div class="text">${blocks(part.text, setting.words)}</div>`;
    case 'facts':
      return facts(part, setting);
    case 'buttons':
      return safe`<ul class="buttons">${part.buttons.map((one) => safe`<li>${button(one, setting)}</li>`)}</ul>`;
    case 'form':
      return safe`<form class="form" novalidate>${part.fields.map((one, index) =>
        field(one, { ...setting, id: `${setting.id}-${index}` }),
      )}${button(part.submit, setting, 'submit')}</form>`;
    case 'image':
      return picture(part);
    case 'file':
      return download(part.file, setting);
    case 'sources':
      return sources(part.sources, setting.words, setting.language);
    default:
      return unreachable(part);
  }
}

/** The picture travels in the page itself. Its size is known before it is drawn, so that nothing moves. */
function picture({ file, alt }: Extract<Part, { kind: 'image' }>): Html {
  const { width, height } = sizeOf(file) ?? {};
  const size = width && height ? safe` width="${String(width)}" height="${String(height)}"` : '';
  const link = `data:${file.type};base64,${bytesOf(file).toString('base64')}`;
  return safe`<p class="picture"><img src="${link}"${size} alt="${alt}"></p>`;
}

/** The file travels in the link itself, so that it can be kept without asking for it again. */
function download(file: FileRef, { words: said }: Setting): Html {
  const { name, type } = file;
  const link = `data:${type}${type.startsWith('text/') ? ';charset=utf-8' : ''};base64,${bytesOf(file).toString('base64')}`;
  return safe`<p class="file"><a href="${link}" download="${name}">${said.download} ${name}</a></p>`;
}

function facts({ title, lead, facts: all }: Extract<Part, { kind: 'facts' }>, { id, words: said }: Setting): Html {
  const heading = title === undefined ? '' : safe`<h4 id="${id}-title">${title}</h4>`;
  const about = lead === undefined ? '' : safe`<div class="text">${blocks(lead, said)}</div>`;
  const named = title === undefined ? '' : safe` aria-labelledby="${id}-title"`;
  const rows = all.map(({ label, value }) => safe`<div><dt>${label}</dt><dd>${inline(value, said)}</dd></div>`);
  return safe`<div class="about">${heading}${about}<dl class="facts"${named}>${rows}</dl></div>`;
}

/** Two buttons with one label are told apart by their answer; asking the same again is the same, so that needs none. */
function button({ label, action, style }: Button, { name }: Setting, type: 'button' | 'submit' = 'button'): Html {
  const look = action.do === 'rate' ? 'small' : (style ?? (type === 'submit' ? 'primary' : 'plain'));
  const which = action.do === 'ask' ? '' : safe` aria-label="${label}, ${name}"`;
  return safe`<button type="${type}" class="${look}"${which} data-label="${label}" data-action="${carried(action)}">${label}</button>`;
}

/** Nothing but plain ASCII, so that an action comes back exactly as it went. */
function carried(action: Action): string {
  return JSON.stringify(action).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
