import { plainAddress } from '../../src/markup.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { CitedSource } from '../../src/reply.ts';
import { beforeComma } from '../../src/source-title.ts';
import type { Container } from './card.ts';
import { LIMITS } from './limits.ts';
import { lineOf, linked, run } from './rich-text.ts';
import { type Language, words } from './words.ts';

const SMALL = { isSubtle: true, size: 'Small' } as const;

/** The sources under an answer, small, with the numbers that the citations have. */
export function sources(all: readonly CitedSource[], language: Language): Container {
  const lines = all.map((source, at) => ({ ...line(source, at + 1), spacing: 'Small' as const }));
  const head = lineOf(run(words[language].sources, { ...SMALL, weight: 'Bolder' }));
  return { type: 'Container', spacing: 'Medium', separator: true, items: [head, ...lines] };
}

function line({ title, at, url, remark }: CitedSource, number: number) {
  const address = url && plainAddress(url);
  const rest = [at, remark]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => cut(clean(text ?? ''), 600));
  const name = cut(clean(rest.length > 0 ? beforeComma(title) : title), 300);
  return lineOf([
    ...run(`[${number}] `, SMALL),
    ...(address ? linked(name, address, SMALL) : run(name, SMALL)),
    ...run(rest.map((text) => `, ${text}`).join(''), SMALL),
  ]);
}

type Citation = {
  '@type': 'Claim';
  position: number;
  appearance: { '@type': 'DigitalDocument'; name: string; abstract: string; url?: string };
};

/** The sources as Teams shows them when a number in the text is pointed at. */
export function citations(all: readonly CitedSource[]): Citation[] {
  return all.slice(0, LIMITS.sources).map(({ title, at, url, remark }, index) => {
    const address = url && plainAddress(url);
    const name = cut(clean(title), LIMITS.citationName) || '…';
    const about = [at, remark].filter((text) => text !== undefined && text !== '').join(', ');
    return {
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name,
        abstract: cut(clean(about), LIMITS.citationText) || name,
        ...(address ? { url: address } : {}),
      },
    };
  });
}
