import type { CitedSource } from '../../src/reply.ts';
import { beforeComma } from '../../src/source-title.ts';
import type { PageTexts } from '../../src/texts/page.nl.ts';
import { type Html, link, safe } from './markup.ts';
import type { Language } from './words.ts';

/** The sources under an answer. */
export function sources(all: readonly CitedSource[], said: PageTexts, language: Language): Html {
  const items = all.map((source, index) => {
    const { url, remark } = source;
    const [name, rest] = nameOf(source, index, all);
    const own = (text: string) =>
      source.language && source.language !== language
        ? safe`<span lang="${source.language}">${text}</span>`
        : safe`${text}`;
    const shown = (url && link(own(name), url, said)) ?? own(name);
    return safe`<li>${shown}${rest ? own(rest) : ''}${remark ? safe` <span class="remark">${remark}</span>` : ''}</li>`;
  });
  return safe`<div class="sources"><h4>${said.sources}</h4><ol>${items}</ol></div>`;
}

/** The name of a link and what comes after it. Links with one title and other addresses are told apart by what they support. */
function nameOf({ title, at, url }: CitedSource, index: number, all: readonly CitedSource[]): [string, string] {
  const place = at ? `, ${at}` : '';
  const name = at ? beforeComma(title) : title;
  const twins = all.filter((one) => one.title === title && one.url !== url);
  if (twins.length === 0) return [name, place];
  const before = all.slice(0, index).filter((one) => one.title === title && one.at === at).length;
  return [`${name}${place}${before > 0 ? ` (${before + 1})` : ''}`, ''];
}
