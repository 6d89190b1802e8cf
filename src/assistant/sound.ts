import type { Library } from '../knowledge/compile.ts';
import type { Draft, Quotable } from '../ports.ts';
import { commonWords } from '../understand/common-words.ts';
import { englishWords } from '../understand/english-words.ts';
import { fold, foldedWords, tokens } from '../understand/fold.ts';
import { functionWords } from '../understand/language.ts';
import { stemmed } from '../understand/lexicon.ts';
import type { Language } from '../understand/stem.ts';
import { isBacked } from './backing.ts';
import { figuresIn } from './figures.ts';
import { isPlain } from './markup.ts';

/** Why a draft does not count. */
export type Fault = 'uncited' | 'length' | 'markup' | 'telling-of-itself' | 'name' | 'figure' | 'word' | 'unfounded';
/** What a draft is held against: the passages it may rest on, the bot's own text, and all names that are known. */
export type Given = { passages: readonly Quotable[]; own: string; language: Language; library: Library };

const LONGEST_DRAFT = 1200;
const ROOM = 1.5;

/** What is wrong with a draft, if anything. What is in doubt is wrong: the bot's own words are always there. */
export function faultOf(draft: Draft, { passages, own, language, library }: Given): Fault | undefined {
  const { text, cites } = draft;
  const cited = passages.filter(({ id }) => cites.includes(id));
  if (cites.length === 0 || !cites.every((id) => passages.some((one) => one.id === id))) return 'uncited';
  if (text.trim() === '' || text.length > Math.min(LONGEST_DRAFT, ROOM * own.length)) return 'length';
  if (!isPlain(text)) return 'markup';
  const held = cited.map((one) => one.text).join('\n');
  if (OF_ITSELF.test(text) && !OF_ITSELF.test(held)) return 'telling-of-itself';
  if (!namesHeld(text, held, library)) return 'name';
  const figures = figuresIn(held, language);
  if (![...figuresIn(text, language)].every((figure) => figures.has(figure))) return 'figure';
  if (!wordsHeld(text, held, language, library)) return 'word';
  return isBacked(text, cited, language) ? undefined : 'unfounded';
}

/** A model that speaks of what it was told, or of itself. */
const OF_ITSELF =
  /prompt|instruct|passage|\bjson\b|systeembericht|system message|taalmodel|language model|\bals ai\b|\bas an ai\b|\bassistent\b|\bassistant\b|ik ben een|i am an? /i;

/** Every supplier that is named, and every word that is written as a name, stands in the passages. */
function namesHeld(text: string, held: string, { lexicon }: Library): boolean {
  const idsIn = (one: string) => new Set(lexicon.names.find(stemmed(one)).map(({ id }) => id));
  const known = idsIn(held);
  if (![...idsIn(text)].every((id) => known.has(id))) return false;
  const words = new Set(foldedWords(held));
  return tokens(text).every(({ raw, start, folded }) => {
    const begins = /(?:^|[.!?:]["'”’]?\s|\n)\s*(?:[-*•]\s+)?["'“‘(*]*$/.test(text.slice(0, start));
    return (
      !/^\p{Lu}/u.test(raw) || words.has(fold(raw)) || words.has(folded) || (begins && !/\p{Lu}/u.test(raw.slice(1)))
    );
  });
}

/** Every word exists: it stands in the passages, is one that everybody uses, or a form or compound of those. */
function wordsHeld(text: string, held: string, language: Language, { articles, lexicon }: Library): boolean {
  const words = new Set(foldedWords(held));
  const own = articles.words(language);
  const common = language === 'nl' ? commonWords() : englishWords();
  const known = (word: string) => words.has(word) || own.has(word) || common.has(word);
  return foldedWords(text).every(
    (word) =>
      known(word) ||
      functionWords[language].has(word) ||
      /^\d/.test(word) ||
      (language === 'nl' &&
        (lexicon.tail(word) !== undefined ||
          FORMS.some(([end, other]) => end.test(word) && known(word.replace(end, other))))),
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
