import { basename } from 'node:path';
import type { Approach, Subject } from '../commission/subject.ts';
import type { Check } from '../rules/check.ts';
import type { Supplier } from '../suppliers/supplier.ts';
import type { Words } from '../understand/words.ts';
import { amountsIn } from './amounts.ts';
import { problemsOfCheck } from './check-problems.ts';
import type { Amount, Article, Citation, Contact, Contract, Source } from './schema.ts';
import { problemsOfSubjects } from './subject-problems.ts';

type In<Item> = { file: string; item: Item }[];
type Parts = {
  /** The names of all article files, those that cannot be read too: one mistake is one problem. */
  articleNames: readonly string[];
  articles: In<Article>;
  suppliers: In<Supplier>;
  sources: In<Source>;
  amounts: In<Amount>;
  contacts: In<Contact>;
  contracts: In<Contract>;
  words: Words;
  check: { file: string; item: Check };
  subjects: In<Subject>;
  approach: Approach;
  /** No file that a check names had a problem of its own: one mistake is one problem. */
  allRead: boolean;
};

/** What is wrong between the files: ids that stand twice or nowhere, dead citations, days that cross. */
export function problemsAmong(parts: Parts): string[] {
  const { articles, suppliers, sources, amounts, contacts, contracts, words, check } = parts;
  const ids = (items: In<{ id: string }>) => new Set(items.map(({ item }) => item.id));
  const sourceById = new Map(sources.map(({ item }) => [item.id, item]));
  const categories = new Set(words.categories.map(({ id }) => id));
  const things = new Set(words.categories.flatMap(({ id, things: own }) => [id, ...own.map((thing) => thing.id)]));
  const themes = new Set(words.themes.map(({ id }) => id));
  const areas = new Set(words.areas.map(({ id }) => id));
  const problems: string[] = [];
  const say = (file: string, field: string, problem: string) => problems.push(`${file}: ${field}: ${problem}`);
  const unknown = (file: string, field: string, id: string, known: ReadonlySet<string>) => {
    if (!known.has(id)) say(file, field, `"${id}" is not known`);
  };
  const cited = (file: string, citations: readonly Citation[]) => {
    for (const { source, mark } of citations) {
      const found = sourceById.get(source);
      if (!found) say(file, 'sources', `"${source}" is not in bronnen.yaml`);
      else if (found.mark !== mark)
        say(file, 'sources', `"${source}" is marked ${found.mark} in bronnen.yaml, not ${mark}`);
    }
  };

  for (const items of [articles, suppliers, sources, amounts, contacts, contracts, parts.subjects])
    problems.push(...twice(items));
  problems.push(...twiceInWords(words));
  for (const { file, item } of sources) {
    const assumed = item.mark === 'ASSUMPTION';
    if (assumed && item.url) say(file, `${item.id}.url`, 'an assumption has no address');
  }
  for (const { file, item } of articles) {
    cited(file, item.sources);
    unknown(file, 'contact', item.contact, ids(contacts));
    for (const id of item.related) unknown(file, 'related', id, ids(articles));
    for (const id of new Set(amountsIn(item.body.nl + item.body.en))) unknown(file, 'body', id, ids(amounts));
  }
  for (const { file, item } of suppliers) {
    if (item.id !== basename(file, '.yaml')) say(file, 'id', `"${item.id}" is not the name of the file`);
    for (const id of item.categories) unknown(file, 'categories', id, categories);
    for (const id of item.offers.flatMap((offer) => offer.things)) unknown(file, 'offers.things', id, things);
    for (const id of item.themes) unknown(file, 'themes', id, themes);
    for (const id of item.place.areas) unknown(file, 'place.areas', id, areas);
    if (item.successor) unknown(file, 'successor', item.successor, ids(suppliers));
  }
  for (const { file, item } of amounts) {
    for (const { sources: own } of item.periods) cited(file, own);
    item.periods.forEach(({ from, to }, index) => {
      const next = item.periods[index + 1];
      if (to !== null && to < from) say(file, `${item.id}.periods`, `ends on ${to}, before it begins`);
      if (next && (to === null || next.from <= to))
        say(file, `${item.id}.periods`, `${next.from} lies within an earlier period`);
    });
  }
  for (const { file, item } of contacts) cited(file, item.sources);
  for (const { file, item } of contracts) {
    cited(file, item.sources);
    unknown(file, `${item.id}.category`, item.category, categories);
  }
  const answers = [
    ...words.signals.map((signal) => ({ field: `signals.${signal.id}.article`, id: signal.article })),
    ...words.categories.map((category) => ({ field: `categories.${category.id}.article`, id: category.article })),
    { field: 'fallbacks.check', id: words.fallbacks.check },
    { field: 'fallbacks.commission', id: words.fallbacks.commission },
  ];
  const named = new Set([...ids(articles), ...parts.articleNames]);
  if (named.size > 0) for (const { field, id } of answers) if (id) unknown('begrippen.yaml', field, id, named);
  for (const { file, item } of amounts)
    for (const id of [item.article, item.articleAbove])
      if (id && named.size > 0) unknown(file, `${item.id}.article`, id, named);
  const amountById = new Map(amounts.map(({ item }) => [item.id, item]));
  const inCheck = {
    amounts: amountById,
    articles: named,
    contacts: ids(contacts),
    cited: (citations: readonly Citation[]) => cited(check.file, citations),
  };
  if (parts.allRead)
    for (const { field, problem } of problemsOfCheck(check.item, inCheck)) say(check.file, field, problem);
  const { subjects, approach } = parts;
  const inSubjects = {
    themes,
    things,
    contacts: ids(contacts),
    outcomes: new Set([...Object.keys(check.item.outcomes), check.item.otherwise.outcome]),
    cited,
  };
  if (parts.allRead)
    for (const { file, field, problem } of problemsOfSubjects(subjects, approach, inSubjects))
      say(file, field, problem);
  for (const { within } of words.areas) if (within) unknown('begrippen.yaml', 'areas.within', within, areas);
  for (const { id, thing, choices } of words.ambiguous)
    for (const wanted of [thing, ...choices.map((choice) => choice.thing)])
      unknown('begrippen.yaml', `ambiguous.${id}`, wanted, things);
  return problems;
}

function twice(items: In<{ id: string }>): string[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ file, item }) => {
    const before = seen.get(item.id);
    seen.set(item.id, file);
    return before === undefined ? [] : [`${file}: id: "${item.id}" stands in ${before} too`];
  });
}

function twiceInWords(words: Words): string[] {
  const lists: [string, readonly { id: string }[]][] = [
    ['categories', words.categories.flatMap((category) => [category, ...category.things])],
    ['ambiguous', words.ambiguous],
    ['diets', words.diets],
    ['themes', words.themes],
    ['areas', words.areas],
    ['signals', words.signals],
  ];
  return lists.flatMap(([name, items]) => {
    const ids = items.map(({ id }) => id);
    const double = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
    return [...double].map((id) => `begrippen.yaml: ${name}: "${id}" stands there twice`);
  });
}
