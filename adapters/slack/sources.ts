import type { ContextBlock } from '@slack/types';
import { cut } from '../../src/on-screen.ts';
import type { CitedSource } from '../../src/reply.ts';
import { LIMITS } from './limits.ts';
import { escaped, linked, mrkdwn } from './mrkdwn.ts';
import type { Language } from './words.ts';
import { words } from './words.ts';

/** The sources under an answer, small. */
export function sources(all: readonly CitedSource[], language: Language): ContextBlock[] {
  const lines = all.map((source, at) => `${at + 1}. ${line(source)}`);
  const blocks: ContextBlock[] = [];
  for (let from = 0; from < lines.length; from += LIMITS.context - 1) {
    const some = lines.slice(from, from + LIMITS.context - 1).map((text) => mrkdwn(text));
    const title = from === 0 ? [mrkdwn(`*${words[language].sources}*`)] : [];
    blocks.push({ type: 'context', elements: [...title, ...some] });
  }
  return blocks;
}

function line({ title, at, url, remark }: CitedSource): string {
  const name = cut(title, 300);
  const rest = [at && cut(at, 600), remark && cut(remark, 300)].filter((text) => text !== undefined && text !== '');
  return [url ? linked(name, url) : escaped(name), ...rest.map((text) => escaped(text ?? ''))].join(', ');
}
