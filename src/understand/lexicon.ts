import { commonWords } from './common-words.ts';
import { fold, foldedWords, tokens } from './fold.ts';
import { functionWords } from './language.ts';
import { createNameIndex, type Named, type NameIndex } from './names.ts';
import { createPhraseTable, type Likeness, type PhraseTable, type Stemmed } from './phrases.ts';
import { type Language, stem } from './stem.ts';
import { createSpellIndex, type SpellIndex } from './typo.ts';
import type { Ambiguous, Intent, SaidFact, Words } from './words.ts';

export type ThingNode = {
  id: string;
  category: string;
  label: Record<Language, string>;
  usual: boolean;
  /** It is for so many people, and not so many pieces. */
  forPeople: boolean;
  /** What the check calls it; a category that holds all sorts says nothing of that. */
  kind?: string | undefined;
  /** What it makes likely that a specialist must look at. */
  sensitive: readonly string[];
};

/** Everything that understanding knows, made once from begrippen.yaml and the suppliers' names. */
export type Lexicon = {
  things: ReadonlyMap<string, ThingNode>;
  thingWords: PhraseTable;
  diets: PhraseTable;
  themes: PhraseTable;
  areas: PhraseTable;
  areaNeedsCue: ReadonlySet<string>;
  /** From an area to all that it lies in. */
  areaParents: ReadonlyMap<string, readonly string[]>;
  signals: PhraseTable;
  means: ReadonlyMap<string, Partial<Record<Intent, number>>>;
  /** The answers of the check that a signal gives. */
  says: ReadonlyMap<string, { fact: SaidFact; value: string }>;
  ambiguous: readonly { rule: Ambiguous; words: PhraseTable; cues: PhraseTable }[];
  names: NameIndex;
  people: ReadonlySet<string>;
  /** Words for people that end a longer one: stage-begeleiders. */
  peopleEndings: readonly string[];
  isFiller(word: string): boolean;
  /** A word that no search looks for. */
  saysNothing(word: string): boolean;
  /** The language that alone knows a word. */
  ownLanguage(word: string): { nl: boolean; en: boolean };
  spelling: SpellIndex;
  /** True for a word that exists, so that nobody mends it. */
  exists(word: string): boolean;
  /** True for a word that a rule or an article uses. */
  inArticles(word: string): boolean;
  /** The last part of a compound of two words that exist: kinder-boerderij. */
  tail(word: string): string | undefined;
  /** The parts of a compound, of which the last says what it is. */
  split(word: string): string[] | undefined;
};

const LANGUAGES = ['nl', 'en'] as const;
/** Words so usual that they tell nothing about what somebody wants. */
const MOST_USUAL = 900;
/** Words that everybody uses: two of them make a compound that is no misspelt name. */
const FAMILIAR = 4000;
/** No compound of ours is longer; trying every split of a longer one would take long. */
const LONGEST_WORD = 45;
const LINKS = ['', 's', 'en', 'n', 'e'];

export function createLexicon(
  words: Words,
  suppliers: readonly Named[],
  articleWords: (language: Language) => ReadonlySet<string> = () => new Set(),
): Lexicon {
  const fillers = new Set(LANGUAGES.flatMap((language) => words.fillers[language].map(fold)));
  const fillerStems = new Set(words.fillers.nl.filter((word) => word.length > 5).map((word) => stem(fold(word), 'nl')));
  const own = { nl: ownWords(words, 'nl'), en: ownWords(words, 'en') };
  const isFunction = (word: string, language: Language) => functionWords[language].has(word);
  const isFiller = (word: string) => fillers.has(word) || isFunction(word, 'nl') || isFunction(word, 'en');
  const people = new Set(LANGUAGES.flatMap((language) => words.people[language].map(fold)));
  let stems: ReadonlySet<string> | undefined;
  /** Another form of a word that everybody knows: "tekenden" is no slip of "tekening". */
  const isForm = (word: string) => {
    stems ??= new Set([...common].map((known) => stem(known, 'nl')));
    return stems.has(stem(word, 'nl'));
  };
  const saysNothing = (word: string) =>
    isFiller(word) || usual.has(word) || (word.length > 5 && fillerStems.has(stem(word, 'nl')));
  const inArticles = (word: string) => LANGUAGES.some((language) => articleWords(language).has(word));
  const light = (word: string, language: Language) => isFunction(word, language);
  const common = commonWords();
  const familiar = new Set([...common].slice(0, FAMILIAR));
  const usual = new Set([...common].slice(0, MOST_USUAL));
  const spelling = createSpellIndex();
  const vocabulary = new Set<string>();
  const fill = (
    table: PhraseTable,
    id: string,
    lists: { nl: readonly string[]; en: readonly string[] },
    spell = true,
  ) => {
    for (const language of LANGUAGES)
      for (const phrase of lists[language])
        for (const folded of table.add(id, phrase, language)) {
          vocabulary.add(folded);
          if (spell && !isFiller(folded)) spelling.add(folded, stem(folded, language));
        }
  };
  const table = (likeness?: Likeness) => createPhraseTable(light, likeness);

  const things = new Map<string, ThingNode>();
  const thingWords = table();
  for (const category of words.categories) {
    const { id, label, kind, forPeople, sensitive = [] } = category;
    things.set(id, { id, category: id, label, usual: true, forPeople, kind, sensitive });
    fill(thingWords, category.id, category);
    for (const thing of category.things) {
      things.set(thing.id, {
        id: thing.id,
        category: id,
        label: thing.label,
        usual: thing.usual,
        forPeople,
        kind: thing.kind ?? kind,
        sensitive: thing.sensitive ?? sensitive,
      });
      fill(thingWords, thing.id, thing);
    }
  }
  const labelled = (items: readonly { id: string; nl: string[]; en: string[] }[]) => {
    const made = table();
    for (const item of items) fill(made, item.id, item);
    return made;
  };
  const areas = table('exact');
  for (const { id, names } of words.areas) fill(areas, id, { nl: names, en: names });
  const within = new Map(words.areas.map(({ id, within: parent }) => [id, parent]));
  const signals = table('long-stem');
  for (const signal of words.signals) fill(signals, signal.id, signal, false);

  for (const name of suppliers.flatMap(({ names }) => names))
    for (const folded of foldedWords(name)) vocabulary.add(folded);
  const heads = headsOf(words);
  const exists = (word: string) =>
    vocabulary.has(word) ||
    common.has(word) ||
    isFiller(word) ||
    word.length < 4 ||
    /\d/.test(word) ||
    inArticles(word) ||
    isForm(word);

  return {
    things,
    thingWords,
    diets: labelled(words.diets),
    themes: labelled(words.themes),
    areas,
    areaNeedsCue: new Set(words.areas.filter(({ cue }) => cue).map(({ id }) => id)),
    areaParents: new Map(words.areas.map(({ id }) => [id, parentsOf(id, within)])),
    signals,
    means: new Map(words.signals.map(({ id, means }) => [id, means])),
    says: new Map(words.signals.flatMap(({ id, says }) => (says ? [[id, says] as const] : []))),
    ambiguous: words.ambiguous.map((rule) => ambiguity(rule, words, table, fill)),
    names: createNameIndex(
      suppliers,
      (word) => common.has(word) || isFiller(word) || LANGUAGES.some((language) => thingWords.knows(word, language)),
      (word) => tailOf(word, (part) => part.length > 3 && familiar.has(part)) !== undefined,
      (word) => saysNothing(word) || people.has(word),
    ),
    people,
    peopleEndings: words.people.nl.map(fold).filter((word) => word.length > 4),
    isFiller,
    saysNothing,
    ownLanguage: (word) => ({
      nl: own.nl.has(word) || thingWords.knows(word, 'nl') || articleWords('nl').has(word),
      en: own.en.has(word) || thingWords.knows(word, 'en'),
    }),
    spelling,
    exists,
    inArticles,
    tail: (word) => tailOf(word, (part) => common.has(part) || vocabulary.has(part) || inArticles(part)),
    split: (word) => split(word, heads, (part) => exists(part) && part.length > 2),
  };
}

function ambiguity(
  rule: Ambiguous,
  words: Words,
  table: () => PhraseTable,
  fill: (
    made: PhraseTable,
    id: string,
    lists: { nl: readonly string[]; en: readonly string[] },
    spell?: boolean,
  ) => void,
) {
  const own = table();
  const thing = words.categories.flatMap(({ things }) => things).find(({ id }) => id === rule.thing);
  const lists = rule.words ?? thing;
  if (lists) fill(own, rule.id, lists, false);
  const cues = table();
  for (const choice of rule.choices) fill(cues, choice.thing, choice, false);
  return { rule, words: own, cues };
}

function ownWords(words: Words, language: Language): ReadonlySet<string> {
  return new Set([...words.fillers[language], ...words.people[language]].map(fold));
}

function parentsOf(id: string, within: ReadonlyMap<string, string | undefined>): string[] {
  const parent = within.get(id);
  return parent === undefined || parent === id ? [] : [parent, ...parentsOf(parent, within)];
}

/** Single words that name a thing: what a compound can end or begin with. */
function headsOf(words: Words): ReadonlyMap<string, string> {
  const all = words.categories.flatMap((category) => [category, ...category.things]);
  const single = all.flatMap(({ nl }) => nl.filter((phrase) => !/\s/.test(phrase)).map(fold));
  return new Map(single.filter((word) => word.length > 2).map((word) => [stem(word, 'nl'), word]));
}

/** Splits an unknown compound at a word that names a thing: directie-lunch, buurt-borrel, lunch-arrangement. */
function split(
  word: string,
  heads: ReadonlyMap<string, string>,
  real: (part: string) => boolean,
): string[] | undefined {
  if (word.length < 7 || word.length > LONGEST_WORD) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const tail = word.slice(at);
    if (tail.length < 3 || !heads.has(stem(tail, 'nl'))) continue;
    const head = word.slice(0, at);
    if (LINKS.some((link) => head.endsWith(link) && real(head.slice(0, head.length - link.length))))
      return [head, tail];
  }
  for (let at = word.length - 3; at >= 4; at--) {
    const head = word.slice(0, at);
    if (heads.has(stem(head, 'nl')) && real(word.slice(at))) return [head];
  }
  return undefined;
}

function tailOf(word: string, real: (part: string) => boolean): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  for (let at = 3; at <= word.length - 4; at++) {
    const head = word.slice(0, at);
    if (
      real(word.slice(at)) &&
      LINKS.some(
        (link) =>
          head.endsWith(link) && head.length - link.length > 2 && real(head.slice(0, head.length - link.length)),
      )
    )
      return word.slice(at);
  }
  return undefined;
}

/** A text as tokens with their stems. */
export function stemmed(text: string): Stemmed[] {
  return tokens(text).map((token) => ({ ...token, nl: stem(token.folded, 'nl'), en: stem(token.folded, 'en') }));
}
