import type { Action } from '../../src/action.ts';
import type { Button, CitedSource, Field, Part, Reply } from '../../src/reply.ts';
import { unreachable } from '../../src/reply.ts';
import type { PageTexts } from '../../src/texts/page.nl.ts';
import { blocks, type Html, inline, link, safe } from './markup.ts';
import { words } from './words.ts';

/** Where a reply stands: `id` is its own on the page, `number` is what a person counts. */
export type Place = { id: number; number: number };
type Setting = { id: string; name: string; words: PageTexts };

/** So many choices are shown at once; more become a list to open. */
const SHOWN_CHOICES = 6;

export function render(reply: Reply, { id, number }: Place): string {
  const said = words[reply.language];
  const name = `${said.answer} ${number}`;
  const parts = reply.parts.map((part, index) => toHtml(part, { id: `m${id}-${index}`, name, words: said }));
  const replaces = reply.replaces ? safe` data-replaces="${reply.replaces}"` : '';
  const label = reply.wordedBy === 'model' ? safe`<p class="worded-by-model">${said.wordedByModel}</p>` : '';
  return safe`<article class="message from-bot" id="m${id}" lang="${reply.language}" tabindex="-1"${replaces}>
<h3>${said.bot}<span class="unseen">, ${name}</span></h3>
${label}${parts}
</article>`.toString();
}

function toHtml(part: Part, setting: Setting): Html {
  switch (part.kind) {
    case 'text':
      return safe`<div class="text">${blocks(part.text, setting.words)}</div>`;
    case 'facts':
      return safe`<dl class="facts">${part.facts.map(
        ({ label, value }) => safe`<div><dt>${label}</dt><dd>${inline(value, setting.words)}</dd></div>`,
      )}</dl>`;
    case 'buttons':
      return safe`<ul class="buttons">${part.buttons.map((one) => safe`<li>${button(one, setting)}</li>`)}</ul>`;
    case 'form':
      return safe`<form class="form" novalidate>${part.fields.map((one, index) =>
        field(one, { ...setting, id: `${setting.id}-${index}` }),
      )}${button(part.submit, setting, 'submit')}</form>`;
    case 'sources':
      return safe`<div class="sources"><h4>${setting.words.sources}</h4><ol>${part.sources.map((source) =>
        cited(source, setting.words),
      )}</ol></div>`;
    default:
      return unreachable(part);
  }
}

/** Two buttons with one label are told apart by their answer; asking the same again is the same, so that needs none. */
function button({ label, action, style }: Button, setting: Setting, type: 'button' | 'submit' = 'button'): Html {
  const look = action.do === 'rate' ? 'small' : (style ?? (type === 'submit' ? 'primary' : 'plain'));
  const which = action.do === 'ask' ? '' : safe`<span class="unseen">, ${setting.name}</span>`;
  return safe`<button type="${type}" class="${look}" data-label="${label}" data-action="${carried(action)}">${label}${which}</button>`;
}

/** Nothing but plain ASCII, so that an action comes back exactly as it went. */
function carried(action: Action): string {
  return JSON.stringify(action).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function cited({ title, at, url, remark }: CitedSource, said: PageTexts): Html {
  const name = (url && link(title, url, said)) ?? title;
  return safe`<li>${name}${at ? `, ${at}` : ''}${remark ? safe` <span class="remark">${remark}</span>` : ''}</li>`;
}

function field(asked: Field, setting: Setting): Html {
  const { id } = setting;
  const error = asked.error
    ? safe`<p class="error" id="${id}-error"><strong>${setting.words.error}</strong> ${asked.error}</p>`
    : '';
  const state = asked.error ? safe` aria-invalid="true" aria-describedby="${id}-error"` : '';
  const label = safe`${asked.label}${asked.required ? '' : safe` <span class="optional">(${setting.words.optional})</span>`}`;
  const choices = asked.choices ?? [];

  if (asked.kind === 'choice' && choices.length <= SHOWN_CHOICES) {
    return safe`<fieldset class="field" role="radiogroup" data-label="${asked.label}" aria-required="${String(asked.required)}"${state}>
<legend>${label}</legend>${error}${choices.map(
      ({ value, label: choice }) =>
        safe`<label class="choice"><input type="radio" name="${asked.id}" value="${value}"${value === asked.value ? safe` checked` : ''}> <span>${choice}</span></label>`,
    )}</fieldset>`;
  }
  return safe`<div class="field" data-label="${asked.label}"><label for="${id}">${label}</label>${error}${control(asked, setting, state)}</div>`;
}

function control(asked: Field, { id, words: said }: Setting, state: Html | ''): Html {
  const common = safe`id="${id}" name="${asked.id}"${asked.required ? safe` required` : ''}${state}`;
  switch (asked.kind) {
    case 'text':
      return safe`<input type="text" autocomplete="off" value="${asked.value ?? ''}" ${common}>`;
    case 'long-text':
      // A browser drops the first line break of a textarea.
      return safe`<textarea rows="4" ${common}>${`\n${asked.value ?? ''}`}</textarea>`;
    case 'choice':
      return safe`<select ${common}><option value="">${said.choose}</option>${asked.choices?.map(
        ({ value, label }) =>
          safe`<option value="${value}"${value === asked.value ? safe` selected` : ''}>${label}</option>`,
      )}</select>`;
    default:
      return unreachable(asked.kind);
  }
}
