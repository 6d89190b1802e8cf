import type { ContextBlock } from '@slack/types';
import { cut } from '../../src/on-screen.ts';
import type { CitedSource } from '../../src/reply.ts';
import { beforeComma } from '../../src/source-title.ts';
import { LIMITS } from './limits.ts';
import { escaped, linked, mrkdwn } from './mrkdwn.ts';
import { type Language, words } from './words.ts';

/** Sources that stand below each other, and what their remarks end with alike. */
type Group = { from: number; sources: CitedSource[]; ends: string[] };

const BETWEEN = '; ';

/** The sources under an answer, small. What is true of several of them is said once, below them; no line comes twice. */
export function sources(all: readonly CitedSource[], language: Language): ContextBlock[] {
  const own = all.filter((one, at) => all.findIndex((other) => line(other) === line(one)) === at);
  const lines = grouped(own).flatMap((group) => linesOf(group, own.length, language));
  return packed([`*${words[language].sources}*`, ...lines]).map((text) => ({
    type: 'context',
    elements: [mrkdwn(text)],
  }));
}

function grouped(all: readonly CitedSource[]): Group[] {
  const groups: Group[] = [];
  for (const [at, source] of all.entries()) {
    const pieces = source.remark?.split(BETWEEN) ?? [];
    const last = groups.at(-1);
    const ends = last ? commonEnd(last.ends, pieces) : [];
    if (last && ends.length > 0) {
      last.sources.push(source);
      last.ends = ends;
    } else groups.push({ from: at + 1, sources: [source], ends: pieces });
  }
  return groups;
}

function commonEnd(some: readonly string[], others: readonly string[]): string[] {
  const differs = some.findLastIndex((piece, at) => others[others.length - some.length + at] !== piece);
  return some.slice(differs + 1);
}

function linesOf({ from, sources: some, ends }: Group, count: number, language: Language): string[] {
  const numbered = (source: CitedSource, at: number) => `${from + at}. ${line(source)}`;
  if (some.length === 1) return some.map(numbered);
  const ofAll = ends.join(BETWEEN);
  const own = some.map(({ remark = '', ...source }, at) =>
    numbered({ ...source, remark: remark.slice(0, -ofAll.length).replace(/; $/, '') }, at),
  );
  const { ofAllSources, ofSources } = words[language];
  const head = some.length === count ? ofAllSources : ofSources(from, from + some.length - 1);
  return [...own, escaped(`${head} ${cut(ofAll, 300)}`)];
}

function line({ title, at, url, remark }: CitedSource): string {
  const rest = [at && cut(at, 600), remark && cut(remark, 300)].filter((text) => text !== undefined && text !== '');
  const name = cut(rest.length > 0 ? beforeComma(title) : title, 300);
  const written = (first: string) => [first, ...rest.map((text) => escaped(text ?? ''))].join(', ');
  const whole = written(url ? linked(name, url) : escaped(name));
  const fitting = whole.length <= LONGEST ? whole : cut(written(escaped(name)), LONGEST);
  return fitting.replace(/\s*\n\s*/g, ' ');
}

/** Room is left for the number of the line. */
const LONGEST = LIMITS.contextText - 10;

/** Lines below each other, in as few texts as hold them. */
function packed(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const one of lines) {
    const longer = `${texts.at(-1) ?? ''}\n${one}`;
    if (texts.length > 0 && longer.length <= LIMITS.contextText) texts[texts.length - 1] = longer;
    else texts.push(one);
  }
  return texts;
}
