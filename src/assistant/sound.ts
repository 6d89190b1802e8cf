import type { Library } from '../knowledge/compile.ts';
import type { Draft, Quotable } from '../ports.ts';
import { commonWords } from '../understand/common-words.ts';
import { englishWords } from '../understand/english-words.ts';
import { foldedWords } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { stemmed } from '../understand/lexicon.ts';
import type { Language } from '../understand/stem.ts';
import { type Ground, groundOf, isBacked } from './backing.ts';
import { figuresIn } from './figures.ts';
import { isPlain } from './markup.ts';

/** Why a draft does not count. */
export type Fault = 'uncited' | 'length' | 'markup' | 'telling-of-itself' | 'name' | 'figure' | 'word' | 'unfounded';
/** What a draft is held against: the passages it may rest on, the bot's own text, and all names that are known. */
export type Given = { passages: readonly Quotable[]; own: string; language: Language; library: Library };

const LONGEST_DRAFT = 1200;
const ROOM = 1.5;

/** What is wrong with a draft, if anything. What is in doubt is wrong: the bot's own words are always there. */
export type Judge = (draft: Draft) => Fault | undefined;

export function createJudge({ passages, own, language, library }: Given): Judge {
  const known = new Map(passages.map((one) => [one.id, heldBy(one.text, language)]));
  return ({ text, cites }) => {
    const cited = [...known].flatMap(([id, held]) => (cites.includes(id) ? [held] : []));
    if (cites.length === 0 || !cites.every((id) => known.has(id))) return 'uncited';
    if (text.trim() === '' || text.length > Math.min(LONGEST_DRAFT, ROOM * own.length)) return 'length';
    if (!isPlain(text)) return 'markup';
    if (OF_ITSELF.test(text) && !cited.some((held) => OF_ITSELF.test(held.text))) return 'telling-of-itself';
    if (!namesHeld(text, cited, library)) return 'name';
    if (![...figuresIn(text, language)].every((figure) => cited.some(({ figures }) => figures.has(figure))))
      return 'figure';
    if (!wordsHeld(text, cited, language, library)) return 'word';
    const grounds = cited.map(({ ground }) => ground);
    return isBacked(text, grounds, language) ? undefined : 'unfounded';
  };
}

/** What a passage holds, looked up once for all drafts. */
type Held = { text: string; line: string; words: ReadonlySet<string>; figures: ReadonlySet<string>; ground: Ground };

/** The same articles are told again and again. */
const looked = new Map<string, Held>();
const MOST_LOOKED = 1000;

function heldBy(text: string, language: Language): Held {
  const key = `${language} ${text}`;
  const before = looked.get(key);
  if (before) return before;
  if (looked.size >= MOST_LOOKED) looked.clear();
  const words = foldedWords(text);
  const held = {
    text,
    line: ` ${words.join(' ')} `,
    words: new Set(words),
    figures: figuresIn(text, language),
    ground: groundOf(text, language),
  };
  looked.set(key, held);
  return held;
}

/** A model that speaks of what it was told, or of itself. */
const OF_ITSELF =
  /prompt|instruct|passage|\bjson\b|systeembericht|system message|taalmodel|language model|\bals ai\b|\bas an ai\b|\bassistent\b|\bassistant\b|ik ben een|i am an? /i;

/** Every supplier that is named, and every word that is written as a name, stands in the passages. */
function namesHeld(text: string, cited: readonly Held[], { lexicon }: Library): boolean {
  const all = stemmed(text);
  const phrase = (start: number, end: number) =>
    foldedWords(
      all
        .slice(start, end)
        .map(({ raw }) => raw)
        .join(' '),
    ).join(' ');
  const isHeld = (words: string) => cited.some(({ line }) => line.includes(` ${words} `));
  if (!lexicon.names.find(all).every(({ start, end }) => isHeld(phrase(start, end)))) return false;
  return all.every(
    ({ raw, start }, at) =>
      !/^\p{Lu}/u.test(raw) || isHeld(phrase(at, at + 1)) || beginsPlainly(raw, text.slice(0, start)),
  );
}

/** A capital that only begins a sentence. */
function beginsPlainly(word: string, before: string): boolean {
  return /(?:^|[.!?:]["'”’]?\s|\n)\s*(?:[-*•]\s+)?["'“‘(*]*$/.test(before) && !/\p{Lu}/u.test(word.slice(1));
}

/** Every word exists: it stands in the passages, is one that everybody uses, or a form or compound of those. */
function wordsHeld(text: string, cited: readonly Held[], language: Language, { articles, lexicon }: Library): boolean {
  const own = articles.words(language);
  const common = language === 'nl' ? commonWords() : englishWords();
  const known = (word: string) => cited.some(({ words }) => words.has(word)) || own.has(word) || common.has(word);
  const madeOfKnown = (word: string) =>
    lexicon.tail(word) !== undefined || FORMS.some(([end, other]) => end.test(word) && known(word.replace(end, other)));
  return foldedWords(text).every(
    (word) =>
      known(word) || functionWords[language].has(word) || /^\d/.test(word) || (language === 'nl' && madeOfKnown(word)),
  );
}

/** How a known word is written in another form. */
const FORMS: readonly [RegExp, string][] = [
  [/st(?:e)?$/, ''],
  [/e$/, ''],
  [/en$/, ''],
  [/t$/, ''],
  [/s$/, ''],
];
