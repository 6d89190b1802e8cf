import type { People } from '../people.ts';
import { foldedWords, type Token, tokens } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { CUES, PARTICLES, PERSON_CUES, SURE_CUES } from './name-cues.ts';
import { GONE } from './numbered.ts';

/** What is known of words: those that the bot needs to understand a question, and those that are also names. */
export type WordLore = {
  /** A word that carries a sentence, or names what can be bought: it stays, unless it stands as a name. */
  needed(word: string): boolean;
  /** The same, or a word of an article. */
  ours(word: string): boolean;
  /** Part of the name of a supplier or a place that the knowledge base knows. */
  named(word: string): boolean;
  everyday(word: string): boolean;
  /** A word of this language, or made of two that are. */
  exists(word: string): boolean;
  first(word: string): boolean;
  last(word: string): boolean;
};

const MOST_WORDS = 4;

/** Takes away the names of people: of the directory, and what looks like a name. Rather too much than too little. */
export function withoutNames(text: string, people: Pick<People, 'all'>, lore: WordLore): string {
  const all = tokens(text);
  const known = new Set(people.all.flatMap(({ name }) => foldedWords(name)).filter((word) => !PARTICLES.has(word)));
  const shouts = all.filter(({ raw }) => raw.length > 1 && raw === raw.toUpperCase()).length > all.length / 2;
  const capital = (token: Token | undefined) => token !== undefined && !shouts && /^\p{Lu}/u.test(token.raw);
  const begins = (at: number) => at === 0 || /[.!?:;\n"“(-]\s*$/.test(text.slice(0, all[at]?.start));
  const gone = new Set<number>();

  all.forEach((token, at) => {
    const { folded } = token;
    if (PARTICLES.has(folded) || folded === '') return;
    const plain = folded.replace(/s$/, '');
    if ((known.has(folded) || known.has(plain)) && (!lore.needed(folded) || (capital(token) && !begins(at))))
      gone.add(at);
    else if (looksLikeName(at)) gone.add(at);
  });
  all.forEach((_, at) => {
    if (gone.has(at) || isSureCue(at)) takeAfter(at);
  });
  // A word of the directory that is an everyday word too is a name beside another name.
  all.forEach(({ folded }, at) => {
    if (known.has(folded) && (gone.has(beside(at, -1)) || gone.has(beside(at, 1)))) gone.add(at);
  });
  all.forEach(({ raw, end }, at) => {
    const joined = text[end] === '-' && capital(all[at]) && gone.has(at + 1);
    if (joined) gone.add(at);
    const dotted = /^[._]$/.test(text.slice(end, all[at + 1]?.start));
    if (dotted && gone.has(at)) gone.add(at + 1);
    if (dotted && gone.has(at + 1)) gone.add(at);
    if (/^\p{Lu}$/u.test(raw) && (gone.has(at + 1) || gone.has(at - 1))) gone.add(at);
  });
  return pieced(text, all, gone);

  /** The next word that way that is no "van" or "de". */
  function beside(at: number, way: 1 | -1): number {
    let next = at + way;
    while (PARTICLES.has(all[next]?.folded ?? '')) next += way;
    return next;
  }

  function isSureCue(at: number): boolean {
    const word = all[at]?.folded ?? '';
    if (word === 'naam' || word === 'name')
      return (
        text[all[at]?.end ?? 0] === ':' ||
        ['mijn', 'my', 'naam', 'is'].some((one) => [all[at - 1]?.folded, all[at + 1]?.folded].includes(one))
      );
    return SURE_CUES.has(word);
  }

  function looksLikeName(at: number): boolean {
    const token = all[at] as Token;
    const { folded } = token;
    if (isCarrier(folded)) return false;
    const name = lore.first(folded) || lore.first(folded.replace(/s$/, ''));
    const plainly = !lore.ours(folded) && !lore.named(folded);
    if (capital(token)) {
      if (name && !lore.named(folded) && (!lore.ours(folded) || !begins(at))) return true;
      if (!begins(at)) return plainly && !lore.everyday(folded);
      return plainly && !lore.exists(folded);
    }
    const before = all[at - 1]?.folded ?? '';
    if (name && PERSON_CUES.has(before)) return true;
    return plainly && name && (CUES.has(before) || !lore.everyday(folded));
  }

  /** What belongs to a name: the words after a first name or a cue, with what stands between them. */
  function takeAfter(from: number): void {
    const sure = !gone.has(from);
    // Right behind a cue, or a first name, what has a capital is a name, also where it is a word or a place as well.
    let beside = sure || lore.first(all[from]?.folded ?? '');
    let waiting: number[] = [];
    for (let at = from + 1; at <= from + MOST_WORDS && all[at]; at += 1) {
      const token = all[at] as Token;
      const between = text.slice(all[at - 1]?.end, token.start);
      if (apart(between, sure)) return;
      if (gone.has(at - 1) && /[,:]|\.\s/.test(between)) beside = false;
      const { folded } = token;
      if (folded === 'in' || folded === 'op') beside = false;
      if (PARTICLES.has(folded) || (sure && folded === 'is')) {
        waiting.push(at);
        continue;
      }
      const plainly = !lore.ours(folded) && !lore.named(folded) && !isCarrier(folded);
      const isName = capital(token)
        ? !isCarrier(folded) &&
          (beside || (!lore.named(folded) && (plainly || lore.last(folded) || lore.first(folded))))
        : plainly &&
          (!lore.everyday(folded) || ((lore.last(folded) || lore.first(folded)) && (sure || waiting.length > 0)));
      if (!isName) return;
      for (const one of [...waiting, at]) gone.add(one);
      waiting = [];
    }
  }
}

function isCarrier(word: string): boolean {
  return functionWords.nl.has(word) || functionWords.en.has(word);
}

/** A name does not go on past the end of a sentence; after a cue there may be a comma. */
function apart(between: string, cue: boolean): boolean {
  return cue ? /[!?;]/.test(between) : /[,.!?;:()]\s/.test(between) && !/^\.\s$/.test(between);
}

/** The text with one mark in the place of each name. */
function pieced(text: string, all: readonly Token[], gone: ReadonlySet<number>): string {
  let made = '';
  let from = 0;
  all.forEach(({ start, end }, at) => {
    if (!gone.has(at)) return;
    const between = text.slice(from, start);
    made += gone.has(at - 1) && /^[\s.'’-]*$/.test(between) ? '' : between + GONE;
    from = end;
  });
  return made + text.slice(from);
}
