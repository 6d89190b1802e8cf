import { readFile } from 'node:fs/promises';
import { html, raw } from 'hono/html';
import { LARGEST_TABLE } from '../../src/commission/table.ts';
import type { Colleague } from '../../src/people.ts';
import { type Language, words } from './words.ts';

const TYPES = {
  '/page.css': 'text/css; charset=utf-8',
  '/messages.css': 'text/css; charset=utf-8',
  '/forms.css': 'text/css; charset=utf-8',
  '/page.js': 'text/javascript; charset=utf-8',
  '/forms.js': 'text/javascript; charset=utf-8',
  '/announce.js': 'text/javascript; charset=utf-8',
  '/memory.js': 'text/javascript; charset=utf-8',
  '/messages.js': 'text/javascript; charset=utf-8',
  '/room.js': 'text/javascript; charset=utf-8',
  '/upload.js': 'text/javascript; charset=utf-8',
  '/icon.svg': 'image/svg+xml',
};

export type Files = {
  index: (language: Language, people: readonly Colleague[], me: Colleague | undefined) => string;
  assets: { path: string; type: string; body: string }[];
};

/** The files of the page, read once. In index.html each {{key}} becomes the words of that key. */
export async function readFiles(folder = new URL('./page/', import.meta.url)): Promise<Files> {
  const read = (path: string) => readFile(new URL(`.${path}`, folder), 'utf8');
  const index = await read('/index.html');
  const assets = Object.entries(TYPES).map(async ([path, type]) => ({ path, type, body: await read(path) }));
  return {
    index: (language, people, me) =>
      filledIn(index, language).replace('<!-- people -->', () => whoAreYou(language, people, me)),
    assets: await Promise.all(assets),
  };
}

/** Where there is a file of colleagues, the person at this computer chooses who they are. */
function whoAreYou(language: Language, people: readonly Colleague[], me: Colleague | undefined): string {
  if (people.length === 0) return '';
  const said = words[language];
  const option = (one: Colleague) =>
    html`<option value="${one.email}"${one === me ? raw(' selected') : ''}>${[one.name, ...one.roles].join(', ')}</option>`;
  return String(html`<form class="who" method="post" action="/me">
<label for="me" data-word="whoAreYou">${said.whoAreYou}</label>
<select id="me" name="me"><option value="" data-word="nobody">${said.nobody}</option>${people.map(option)}</select>
<button type="submit" data-word="choosePerson">${said.choosePerson}</button>
</form>`);
}

function filledIn(page: string, language: Language): string {
  const values: Record<string, string> = {
    ...words[language],
    words: JSON.stringify(words[language]),
    most: String(LARGEST_TABLE),
  };
  return page
    .replace('<html lang="nl">', `<html lang="${language}">`)
    .replace(/\{\{(\w+)\}\}/g, (_, key: string) => html`${values[key] ?? ''}`.toString());
}
