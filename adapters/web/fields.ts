import type { Field } from '../../src/reply.ts';
import { unreachable } from '../../src/reply.ts';
import type { PageTexts } from '../../src/texts/page.nl.ts';
import { type Html, safe } from './markup.ts';

type Setting = { id: string; words: PageTexts };

/** So many choices are shown at once; more become a list to open. */
const SHOWN_CHOICES = 6;

/** A field of a form, with its label and what is wrong with it. */
export function field(asked: Field, setting: Setting): Html {
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
