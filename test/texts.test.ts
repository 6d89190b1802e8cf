import { describe, expect, it } from 'vitest';
import { withAmounts } from '../src/knowledge/amounts.ts';
import { en } from '../src/texts/en.ts';
import { nl } from '../src/texts/nl.ts';
import { pageEn } from '../src/texts/page.en.ts';
import { pageNl } from '../src/texts/page.nl.ts';
import { slackEn } from '../src/texts/slack.en.ts';
import { slackNl } from '../src/texts/slack.nl.ts';
import { teamsEn } from '../src/texts/teams.en.ts';
import { teamsNl } from '../src/texts/teams.nl.ts';
import { TODAY } from './support/day.ts';
import { knowledge } from './support/library.ts';

type Piece = { id: string; text: string; subject?: string };

/** What stands in the place of what a text is told: a date, a number of things, or a word. */
const sample: Record<string, unknown> = { date: '2026-11-26', count: 3, total: 3 };

/** Every sentence of a list of texts, with an example where a text needs one. */
function piecesOf(texts: object, name: string): Piece[] {
  return Object.entries(texts).flatMap(([key, value]): Piece[] => {
    const id = `${name}.${key}`;
    if (typeof value === 'string') return [{ id, text: value }];
    if (typeof value === 'function') return [{ id, text: String(value(...argumentsOf(value))) }];
    return typeof value === 'object' && value !== null ? piecesOf(value, id) : [];
  });
}

function argumentsOf(text: (...values: unknown[]) => unknown): unknown[] {
  const [, names = ''] = /^\(?([^)=]*)\)?\s*=>|^function \w*\(([^)]*)\)/.exec(String(text)) ?? [];
  const listed = (names || (/^function \w*\(([^)]*)\)/.exec(String(text))?.[1] ?? ''))
    .split(',')
    .filter((one) => one.trim() !== '');
  return listed.map((one) => sample[one.trim()] ?? (/dat(e|um)/i.test(one) ? sample.date : 'lunch'));
}

const fixed = [
  ...piecesOf(nl, 'nl'),
  ...piecesOf(pageNl, 'page'),
  ...piecesOf(slackNl, 'slack'),
  ...piecesOf(teamsNl, 'teams'),
];
const fixedEnglish = [
  ...piecesOf(en, 'en'),
  ...piecesOf(pageEn, 'page'),
  ...piecesOf(slackEn, 'slack'),
  ...piecesOf(teamsEn, 'teams'),
];
const articles: Piece[] = [...knowledge.articles.values()].map(({ id, body, question, also }) => ({
  id,
  text: withAmounts(body.nl, knowledge.amounts, TODAY, 'nl'),
  subject: [question.nl, ...also.nl].join(' '),
}));

/** What is read aloud of a text: no marks, and of a link its words. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_#`]/g, '');
}

/** Sentences, and the points of a list: what is read in one breath. A point that ends an abbreviation or stands in a number ends nothing. */
function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/\n+/)
    .flatMap((line) =>
      line
        .replace(/^\s*(?:[-•]|\d+\.)\s+/, '')
        .split(/(?<=[.!?])(?<!\b(?:art|nr|ca|bijv|o\.a|incl|excl)\.)\s+(?=[\p{Lu}\d€"'‘“])/iu),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** "€ 10.000" and "3.0" are one word, and so is "btw-tarief". */
function wordsOf(text: string): string[] {
  return (
    plain(text)
      .replace(/€\s+(?=\d)/g, '€')
      .match(/€?\d[\d.,]*%?|[\p{L}\d]+(?:[-'’&/.]\p{L}+)*/gu) ?? []
  );
}

/**
 * Words of this field that a colleague meets every day and that no easier word can replace without changing what is said:
 * they count as two syllables, or every text about buying would look harder than it is.
 */
const LONG_TERMS = [
  'leverancier',
  'leveranciers',
  'onderneming',
  'ondernemingen',
  'gemeente',
  'gemeenten',
  'organisatie',
  'organisaties',
  'sociale',
  'sociaal',
  'aanbesteding',
  'aanbestedingen',
  'aanbesteden',
  'aanbestedingswet',
  'offerte',
  'offertes',
  'contract',
  'contracten',
  'inkoopbeleid',
  'opdrachtgever',
  'opdrachtgevers',
  'Europese',
  'Europees',
  'maatschappelijk',
  'verantwoord',
  'opdrachtgeven',
  'actieplan',
  'inkopen',
  'inkoper',
  'inkopers',
  'redactie',
  'aanname',
  'categorie',
  'contractbeheer',
  'beleidsregel',
  'drempelbedrag',
  'drempelbedragen',
  'leveringen',
  'proportionaliteit',
  'criteria',
  'criterium',
  'keurmerk',
  'keurmerken',
  'computerprogramma',
  'raamovereenkomst',
  'raamovereenkomsten',
  'rechtstreeks',
  'circulaire',
  'economie',
  'participatie',
  'werkbedrijf',
  'wethouder',
  'subsidie',
  'subsidies',
  'regio',
  'Utrecht',
  'Utrechtse',
  'internationale',
];
const longTerms = new Set(LONG_TERMS.map((term) => term.toLowerCase()));

/** Vowels that sound together count once; a trema begins a new syllable. */
function syllablesOf(word: string): number {
  const lower = word.toLowerCase();
  if (longTerms.has(lower)) return 2;
  /** Numbers, and names of capitals alone, are looked at and not spelled. */
  if (/\d/.test(word) || /^\p{Lu}{2,}$/u.test(word)) return 2;
  return Math.max(
    1,
    lower.match(/aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ij|ei|ui|ou|au|ai|oi|[aeiouyàáâäèéêëìíîïòóôöùúûü]/g)
      ?.length ?? 0,
  );
}

/** Flesch-Douma: how easily a Dutch text reads. 60 to 70 is plain; higher is easier. */
function readingEase(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.84 - 77 * (syllables / words.length) - 0.93 * (words.length / sentencesOf(text).length);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const isSentence = ({ text }: Piece) => /[.!?:](\s|$)/.test(text) && wordsOf(text).length > 3;

describe.each([
  ['the fixed texts', fixed.filter(isSentence)],
  ['the articles', articles],
])('%s', (_name, pieces) => {
  const all = pieces.flatMap(({ id, text }) =>
    sentencesOf(text).map((sentence) => ({ id, sentence, length: wordsOf(sentence).length })),
  );

  it('have sentences of twelve words at most on average', () => {
    expect(pieces.length).toBeGreaterThan(30);
    expect(all.reduce((sum, { length }) => sum + length, 0) / all.length).toBeLessThanOrEqual(12);
  });

  it('have no sentence of more than twenty words', () => {
    expect(
      all.filter(({ length }) => length > 20).map(({ id, sentence, length }) => `${id} (${length}): ${sentence}`),
    ).toEqual([]);
  });

  it('read easily: each text of thirty words and more, and half of them very easily', () => {
    const long = pieces
      .filter(({ text }) => wordsOf(text).length >= 30)
      .map(({ id, text }) => ({ id, ease: readingEase(text) }));
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter(({ ease }) => ease < 55).map(({ id, ease }) => `${id}: ${ease.toFixed(1)}`)).toEqual([]);
    expect(median(long.map(({ ease }) => ease))).toBeGreaterThanOrEqual(65);
  });

  it('say je and never u', () => {
    const formal = all.filter(({ sentence }) =>
      /(?<![\p{L}-])(?:u|uw|uzelf)(?![\p{L}\d.-])/iu.test(withoutNames(sentence)),
    );
    expect(formal.map(({ id, sentence }) => `${id}: ${sentence}`)).toEqual([]);
  });

  it('explain each difficult word, or are about that word', () => {
    const unexplained = pieces.flatMap(({ id, text, subject = '' }) =>
      jargon
        .filter(
          ({ term, means }) =>
            term.test(plain(text)) && !means.test(plain(text)) && !new RegExp(term, 'i').test(subject),
        )
        .map(({ term }) => `${id}: ${term.source}`),
    );
    expect(unexplained).toEqual([]);
  });
});

/** UW is a supplier. */
function withoutNames(text: string): string {
  return text.replace(/\bUW\b/g, '').replace(/U-[sS]tal/g, '');
}

/** Difficult words, each with the words of which one must stand beside it to explain it. */
const jargon: { term: RegExp; means: RegExp }[] = [
  {
    term: /\bMVOI\b/,
    means:
      /maatschappelijk verantwoord opdrachtgeven en inkopen|programma voor (?:maatschappelijk )?verantwoord (?:opdrachtgeven|inkopen)/i,
  },
  { term: /\bMVI\b(?!-criteriatool)/, means: /maatschappelijk verantwoord inkopen/i },
  { term: /\bSROI\b/, means: /social return/i },
  { term: /social return/i, means: /werk|opleiding|stage|leer/i },
  { term: /\bPSO\b/, means: /prestatieladder|keurmerk|certificaat/i },
  { term: /\bMAEX\b/i, means: /website|platform|register|meet/i },
  { term: /\bBVM\b/, means: /besluit|beleid|vervoer|voorwaarden|betekent|staat voor/i },
  { term: /\bWZZR\b/i, means: /systeem/i },
  { term: /\bbibob\b/i, means: /misbruik|misdaad|crimin|strafbaar|onderzoek/i },
  { term: /enkelvoudig/i, means: /één|een enkele|1 (?:bedrijf|offerte|partij)/i },
  { term: /meervoudig/i, means: /drie|vijf|meer(?:dere)? (?:bedrijven|offertes|partijen)/i },
  { term: /onderhands/i, means: /offerte|uitnodig|zonder (?:openbare )?aankondiging|vraagt? .*zelf/i },
  { term: /inbested/i, means: /eigen|dat is|zelf/i },
  { term: /raamovereenkomst/i, means: /afspra|contract|langere tijd|lopend/i },
  { term: /voorbehouden opdracht/i, means: /alleen|mogen|werkplaats/i },
  { term: /perce(?:el|len)/i, means: /del|stuk|gedeelte/i },
  { term: /\bgun(?:nen|ning|t)\b/i, means: /krijg|geef|geven|kies|kiez|opdracht/i },
  { term: /\braming\b/i, means: /schat|waarde|bedrag|reken/i },
  { term: /proportionaliteit/i, means: /verhouding|past|passen|redelijk|te zwaar/i },
  { term: /gunningscriteri/i, means: /waarop|punten|kies|beoorde/i },
  { term: /grensoverschrijdend belang/i, means: /buitenland|ander(?:e)? land/i },
  { term: /TenderNed|\bTED\b/, means: /website|platform|systeem|bekend|publice/i },
  { term: /\bEMVI\b/, means: /prijs|kwaliteit/i },
  { term: /\bROI\b|\bKPI\b|\bESG\b|\bCSRD\b|\bSDG\b/, means: /betekent|staat voor|doelen|dat is/i },
];

describe('both languages', () => {
  it('have the same texts, and none is empty', () => {
    expect(fixedEnglish.map(({ id }) => id.replace(/^en\./, 'nl.'))).toEqual(fixed.map(({ id }) => id));
    expect([...fixed, ...fixedEnglish].filter(({ text }) => text.trim() === '').map(({ id }) => id)).toEqual([]);
  });

  it('leave nothing to fill in', () => {
    expect(
      [...fixed, ...fixedEnglish]
        .filter(({ text }) => /undefined|null|NaN|\[object|\$\{/.test(text))
        .map(({ id, text }) => `${id}: ${text}`),
    ).toEqual([]);
  });

  it('have labels of buttons that fit on a button', () => {
    const buttons = [...fixed, ...fixedEnglish].filter(({ id }) => /\.buttons\./.test(id));
    expect(buttons.length).toBeGreaterThan(10);
    expect(buttons.filter(({ text }) => text.length > 40 || /[.!]$/.test(text)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the ruler itself', () => {
  it.each([
    ['boom', 1],
    ['lunch', 1],
    ['nieuw', 1],
    ['milieu', 2],
    ['idee', 2],
    ['koeien', 2],
    ['ruimte', 2],
    ['financieel', 4],
    ['geïnteresseerd', 5],
    ['vergaderzaal', 4],
    ['bijvoorbeeld', 3],
    ['tweeëntwintig', 4],
    ['speciale', 4],
  ])('counts the syllables of %s', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });

  it('counts sentences and words as they are read', () => {
    expect(
      sentencesOf(
        'Tot € 10.000 mag het. Vraag [Inkoop](https://x.nl/a.b) om hulp:\n- art. 2.8 van de wet\n- **drie** offertes',
      ).map((sentence) => wordsOf(sentence).length),
    ).toEqual([4, 4, 5, 2]);
  });

  it('finds an easy text easier than a hard one', () => {
    expect(readingEase('Je koopt brood. Dat mag. Vraag wel om een bon.')).toBeGreaterThan(90);
    expect(
      readingEase('De aanbestedende dienst motiveert proportioneel de onderhandelingsprocedure voorafgaandelijk.'),
    ).toBeLessThan(20);
  });
});
