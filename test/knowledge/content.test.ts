import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amountOn, amountsIn, withAmounts } from '../../src/knowledge/amounts.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { browse } from '../../src/suppliers/match.ts';
import { mayBeOffered } from '../../src/suppliers/supplier.ts';
import { stemmed } from '../../src/understand/lexicon.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, knowledgeFolder, library } from '../support/library.ts';

const articles = [...knowledge.articles.values()];
const suppliers = [...knowledge.suppliers.values()];
const offered = suppliers.filter(mayBeOffered);

describe('the content', () => {
  it('loads without a problem', () => {
    expect(() => loadKnowledge(knowledgeFolder)).not.toThrow();
  });

  it('is there: every supplier, and at least fifty questions', () => {
    expect(suppliers).toHaveLength(69);
    expect(articles.length).toBeGreaterThanOrEqual(50);
  });

  it('has no file that is passed over', () => {
    const others = [
      ...readdirSync(join(knowledgeFolder, 'artikelen')).filter((name) => !name.endsWith('.md')),
      ...readdirSync(join(knowledgeFolder, 'leveranciers')).filter((name) => !name.endsWith('.yaml')),
    ];
    expect(others).toEqual([]);
    expect(readdirSync(join(knowledgeFolder, 'artikelen'))).toHaveLength(articles.length);
  });
});

describe('every article', () => {
  it('is in both languages, in words that differ', () => {
    const wrong = articles.filter(
      ({ body, question }) =>
        body.nl.length < 80 || body.en.length < 80 || body.nl === body.en || question.nl === question.en,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('says about as much in English as in Dutch', () => {
    const uneven = articles.filter(
      ({ body }) => body.en.length < body.nl.length * 0.5 || body.en.length > body.nl.length * 1.6,
    );
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });

  it('names the same amounts in both languages', () => {
    const uneven = articles.filter(
      ({ body }) => amountsIn(body.nl).toSorted().join() !== amountsIn(body.en).toSorted().join(),
    );
    expect(uneven.map(({ id }) => id)).toEqual([]);
  });

  it('gets each amount that it names filled in today', () => {
    const open = articles.filter(({ body }) =>
      /\{bedrag/.test(withAmounts(body.nl + body.en, knowledge.amounts, TODAY, 'nl')),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('cites sources that exist', () => {
    const dead = articles.flatMap(({ id, sources }) =>
      sources.filter(({ source }) => !knowledge.sources.has(source)).map(({ source }) => `${id}: ${source}`),
    );
    expect(dead).toEqual([]);
  });

  it('is marked as an assumption when nothing else stands behind it, and says so to the reader', () => {
    const silent = articles.filter(
      ({ sources, body }) =>
        sources.every(({ mark }) => mark === 'ASSUMPTION') && !/aanname|nog bevestigen/i.test(body.nl),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('links only to addresses that begin with https', () => {
    const links = articles.flatMap(({ id, body }) =>
      [...`${body.nl} ${body.en}`.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => [id, address ?? ''] as const),
    );
    expect(links.filter(([, address]) => !/^https:\/\/[^\s]+$/.test(address))).toEqual([]);
  });

  it('can be found by its own question, in both languages', () => {
    const lost = articles.flatMap(({ id, question }) =>
      (['nl', 'en'] as const)
        .filter((language) => !firstThree(question[language], language).includes(id))
        .map((language) => `${id}: ${question[language]}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('every source', () => {
  it('is cited somewhere', () => {
    const cited = new Set(
      [
        ...articles.flatMap(({ sources }) => sources),
        ...[...knowledge.amounts.values()].flatMap(({ periods }) => periods.flatMap(({ sources }) => sources)),
        ...[...knowledge.contacts.values()].flatMap(({ sources }) => sources),
        ...knowledge.contracts.flatMap(({ sources }) => sources),
        ...[...knowledge.subjects.values()].flatMap(({ sources }) => sources),
        ...knowledge.approach.yearly.sources,
      ].map(({ source }) => source),
    );
    expect([...knowledge.sources.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('says when it is from, or that it does not', () => {
    const odd = [...knowledge.sources.values()].filter(
      ({ dated }) => dated !== null && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(dated),
    );
    expect(odd.map(({ id, dated }) => `${id}: ${dated}`)).toEqual([]);
  });
});

describe('every amount', () => {
  it('holds today', () => {
    expect(
      [...knowledge.amounts.values()].filter((amount) => amountOn(amount, TODAY) === undefined).map(({ id }) => id),
    ).toEqual([]);
  });

  it('stands in an article by its name and not by its digits', () => {
    const lines = [...knowledge.amounts.values()]
      .filter(({ unit }) => unit === 'euro')
      .flatMap((amount) => amountOn(amount, TODAY) ?? []);
    const typed = articles.flatMap(({ id, body }) =>
      [...body.nl.matchAll(/€ ?(\d{1,3}(?:\.\d{3})+)/g)]
        .filter(([, digits]) => lines.includes(Number(digits?.replaceAll('.', ''))))
        .map(([whole]) => `${id}: ${whole}`),
    );
    expect(typed).toEqual([]);
  });
});

describe('every category', () => {
  it('has words in both languages, and so has each thing in it; only what fits nowhere has none', () => {
    const wordless = knowledge.words.categories
      .flatMap((category) => [category, ...category.things])
      .filter(({ nl, en }) => nl.length === 0 || en.length === 0);
    expect(wordless.map(({ id }) => id)).toEqual(['overig']);
  });

  it('is heard in its own name', () => {
    for (const { id, label } of knowledge.words.categories)
      for (const language of ['nl', 'en'] as const)
        expect(library.lexicon.things.get(id)?.label[language]).toBe(label[language]);
  });
});

describe('every supplier', () => {
  it('that may be offered is found by looking through its category', () => {
    const lost = offered.flatMap(({ id, categories }) =>
      categories
        .filter(
          (category) => !browse({ category }, TODAY, library.suppliers).best.some(({ supplier }) => supplier.id === id),
        )
        .map((category) => `${id}: ${category}`),
    );
    expect(lost).toEqual([]);
  });

  it('that stopped or is not shown to be social is found by nobody who looks around', () => {
    const shown = knowledge.words.categories.flatMap(({ id }) =>
      browse({ category: id }, TODAY, library.suppliers).best.map(({ supplier }) => supplier),
    );
    expect(shown.filter((supplier) => !mayBeOffered(supplier))).toEqual([]);
    expect(suppliers.length).toBeGreaterThan(offered.length);
  });

  it('that stopped says what a person must know', () => {
    expect(suppliers.filter(({ status, note }) => status === 'stopped' && note === null).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('has no proof that is dated after it was written down', () => {
    const ahead = suppliers.filter(
      ({ evidence: { latest }, recordedOn }) => latest !== null && latest > recordedOn.slice(0, latest.length),
    );
    expect(ahead.map(({ id }) => id)).toEqual([]);
  });
});

it('nowhere holds a name or number of a person who is not an organisation’s desk', () => {
  const files = ['artikelen', 'leveranciers'].flatMap((folder) =>
    readdirSync(join(knowledgeFolder, folder)).map((name) => join(folder, name)),
  );
  const mobile = files.filter((file) =>
    /(?:\+31|0)6[\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?\d{2}/.test(readFileSync(join(knowledgeFolder, file), 'utf8')),
  );
  expect(mobile).toEqual([]);
});

function firstThree(question: string, language: 'nl' | 'en'): string[] {
  return library.articles.search(stemmed(question), language, 3).map(({ article }) => article.id);
}
