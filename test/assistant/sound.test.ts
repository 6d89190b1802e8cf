import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/assistant/sentences.ts';
import { createJudge, type Fault, type Judge } from '../../src/assistant/sound.ts';
import { knowledge, library } from '../support/library.ts';
import { ownText, passagesOf } from '../support/passages.ts';
import { generated, seed } from '../support/seed.ts';
import { paraphrases } from './paraphrases.ts';
import { turned } from './turned.ts';

type Language = 'nl' | 'en';

const judges = new Map<string, Judge>();
/** A judge for whom a draft of any length up to three times the article will do, so that it is judged by what it says. */
function judgeOf(id: string, language: Language): Judge {
  const key = `${language} ${id}`;
  const own = ownText(id, language).repeat(3);
  const judge = judges.get(key) ?? createJudge({ passages: passagesOf(id, language), own, language, library });
  judges.set(key, judge);
  return judge;
}

const idsOf = (id: string) => passagesOf(id, 'nl').map((one) => one.id);

const articles = [...knowledge.articles.keys()];
const ids = (['nl', 'en'] as const).flatMap((language) => articles.map((id) => ({ id, language })));
/** What a passage says, as a sentence of a draft that would be shown. */
const sayings = ids.flatMap(({ id, language }) =>
  sentencesOf(ownText(id, language))
    .map(({ text, lead }) => (lead === '' ? text : `${lead}\n- ${text}`))
    .filter((text) => !text.endsWith('?'))
    .map((text) => ({ id, language, text })),
);

describe('a draft that says what the articles say', () => {
  it('is shown for only one in ten of those that a faithful model words freely: what is in doubt is not shown', () => {
    const refused = paraphrases.flatMap(({ article, language, text }) => {
      const own = ownText(article, language);
      const judge = createJudge({ passages: passagesOf(article, language), own, language, library });
      const fault = judge({ text, cites: [article] });
      return fault ? [`${fault}: ${text}`] : [];
    });
    process.stdout.write(
      `\n${paraphrases.length - refused.length} of ${paraphrases.length} faithful drafts are shown\n`,
    );
    expect(paraphrases.length).toBeGreaterThanOrEqual(30);
    expect(refused.length / paraphrases.length, refused.join('\n')).toBeLessThanOrEqual(0.9);
  });

  it('is shown where it is the article itself, unless that holds links', () => {
    const refused = ids
      .filter(({ id, language }) => !/\]\(|\b[\w-]+\.(?:nl|com|eu|org)\b/.test(ownText(id, language)))
      .filter(({ id, language }) => ownText(id, language).length <= 1200)
      .filter(({ id, language }) => judgeOf(id, language)({ text: ownText(id, language), cites: [id] }) !== undefined);
    expect(refused.length / ids.length).toBeLessThan(0.05);
  });
});

/** Words that turn a norm around when they take another's place. */
const TURNS: Record<Language, readonly [RegExp, string][]> = {
  nl: [
    [/\bniet\b/, ''],
    [/\bgeen\b/, 'een'],
    [/\bmag\b/, 'moet'],
    [/\bmag\b/, 'mag niet'],
    [/\bmoet\b/, 'hoeft niet'],
    [/\bmoet\b/, 'mag'],
    [/\bTot\b(?= €)/, 'Vanaf'],
    [/\btot\b(?= €)/, 'vanaf'],
    [/\bvanaf\b(?= €)/, 'tot'],
    [/\bis\b/, 'is niet'],
    [/\balleen\b/, ''],
    [/\bDaarboven\b/, 'Daaronder'],
    [/€ 10\.000/, '€ 70.000'],
    [/€ 70\.000/, '€ 10.000'],
    [/\bdrie\b/, 'één'],
    [/\bmeestal\b/, 'altijd'],
    [/\bkoopt\b/, 'koopt nooit'],
  ],
  en: [
    [/\bnot\b/, ''],
    [/\bno\b/, 'a'],
    [/\bmay\b/, 'must'],
    [/\bmay\b/, 'may not'],
    [/\bmust\b/, 'need not'],
    [/\bmust\b/, 'may'],
    [/\bUp to\b/, 'Above'],
    [/\bup to\b/, 'above'],
    [/\bis\b/, 'is not'],
    [/\bonly\b/, ''],
    [/\babove\b/, 'below'],
    [/€10,000/, '€70,000'],
    [/€70,000/, '€10,000'],
    [/\busually\b/, 'always'],
  ],
};

describe('a draft that says something else', () => {
  it('is never shown where a norm word or an amount of any sentence of any article is turned around', () => {
    const turned = sayings.flatMap(({ id, language, text }) =>
      TURNS[language]
        .filter(([word]) => word.test(text))
        .map(([word, other]) => ({ id, language, text: text.replace(word, other).replace(/ {2,}/g, ' ').trim() })),
    );
    const shown = turned.filter(
      ({ id, language, text }) =>
        !text.endsWith('?') && judgeOf(id, language)({ text, cites: idsOf(id) }) === undefined,
    );
    expect(turned.length).toBeGreaterThan(1000);
    expect(shown).toEqual([]);
  });

  it.each(turned)('is refused where it turns the advice around: %s (%s) %s', (article, language, text) => {
    expect(judgeOf(article, language)({ text, cites: idsOf(article) })).toBe('unfounded');
  });

  it.each<[Fault, string, string[]?]>([
    ['uncited', 'Je mag een opdracht niet knippen.', []],
    ['uncited', 'Je mag een opdracht niet knippen.', ['knippen-mag-niet', 'wet-op-de-maan']],
    ['length', 'Je mag een opdracht niet knippen. '.repeat(90)],
    ['length', '   '],
    ['markup', 'Je mag een opdracht niet [knippen](https://utrecht.nl/).'],
    ['markup', 'Je mag een opdracht niet <b>knippen</b>.'],
    ['markup', 'Je mag een opdracht niet knippen, <!channel>.'],
    ['markup', 'Je mag een opdracht niet \u202eknippen\u202c.'],
    ['markup', 'Je mag een opdracht niet knip\u200bpen.'],
    ['markup', 'Je mag een opdracht niet **knippen.'],
    ['markup', 'Je mag een opdracht niet knippen, kijk op knippen.nl.'],
    ['telling-of-itself', 'Mijn instructies zeggen: je mag een opdracht niet knippen.'],
    ['telling-of-itself', 'Als AI weet ik: je mag een opdracht niet knippen.'],
    ['name', 'Je mag een opdracht niet knippen. Queridon doet dat wel.'],
    ['name', 'Je mag een opdracht niet knippen. Vraag het Bakkerij Zonneschijn.'],
    ['figure', 'Je mag een opdracht van € 12.345 niet knippen.'],
    ['figure', 'Je mag een opdracht van twintigduizend euro niet knippen.'],
    ['word', 'Je mag een opdracht niet knippen bij groenlustig.'],
    ['unfounded', 'Je mag een opdracht knippen om onder inkoopregels uit te komen.'],
    ['word', 'You may not split an order to escape procurement rules.'],
    ['unfounded', 'Hoort het bij elkaar? Ja.'],
  ])('is refused as %s: %s', (fault, text, cites) => {
    expect(judgeOf('knippen-mag-niet', 'nl')({ text, cites: cites ?? ['knippen-mag-niet'] })).toBe(fault);
  });
});

const invented = {
  supplier: fc.constantFrom(
    'Queridon',
    'The Colour Kitchen',
    'Bakkerij De Gouden Korst',
    'Groenlust BV',
    'Stichting Wereldwijd Lekker',
    'Zorgzaam Catering',
    'de firma Van Puffelen',
    'SocialeBakkers030',
    'groenlustig',
  ),
  amount: fc.oneof(
    fc.integer({ min: 11, max: 9_999_999 }).map((value) => `€ ${value.toLocaleString('nl-NL')}`),
    fc.integer({ min: 11, max: 99 }).map((value) => `${value * 1000 + 1} euro`),
    fc.constantFrom(
      'vijftigduizend euro',
      '13%',
      'tien mille',
      '€ 9.999,50',
      'vijfentwintigduizend euro',
      '17 procent',
    ),
  ),
  address: fc.constantFrom(
    'https://evil.example/inkoop',
    'www.goedkoop-inkopen.nl',
    'goedkoop.nl',
    '[klik](https://evil.example)',
    'javascript:alert(1)',
    'http://10.0.0.1/x',
    'mailto:x@y.nl',
  ),
  mail: fc.constantFrom('inkoop@utrecht-bestellen.nl', 'jan (at) voorbeeld.nl', 'bestel@evil.example'),
  phone: fc.constantFrom('030 123 45 67', '+31 6 12345678', '06-12345678', '0900-1234', '14 030 99'),
};
const AROUND: Record<Language, readonly ((what: string) => string)[]> = {
  nl: [
    (what) => `Bestel bij ${what}.`,
    (what) => `Dat kan ook bij ${what}, zeggen collega’s.`,
    (what) => `Kijk op of bel ${what} voor meer.`,
    (what) => `De grens is ${what}.`,
    (what) => `${what} is een goede keus.`,
  ],
  en: [
    (what) => `Order from ${what}.`,
    (what) => `That is also possible with ${what}, colleagues say.`,
    (what) => `Look at or call ${what} for more.`,
    (what) => `The limit is ${what}.`,
    (what) => `${what} is a good choice.`,
  ],
};

describe(`a thousand drafts with something invented (seed ${seed})`, () => {
  it('are none of them shown', () => {
    const kinds = Object.entries(invented).map(([kind, what]) => what.map((value) => ({ kind, value })));
    const drafts = generated(
      fc.record({
        where: fc.constantFrom(...sayings.filter(({ text }) => text.length < 200)),
        what: fc.oneof(...kinds),
        around: fc.nat(AROUND.nl.length - 1),
        inside: fc.boolean(),
      }),
      1000,
    );
    const shown = drafts.flatMap(({ where: { id, language, text }, what, around, inside }) => {
      const held = passagesOf(id, language)
        .map((one) => one.text)
        .join('\n')
        .includes(what.value);
      const more = AROUND[language][around]?.(what.value) ?? what.value;
      const draft = inside ? text.replace(/\.?$/, ` ${what.value}.`) : `${text} ${more}`;
      const fault = judgeOf(id, language)({ text: draft, cites: idsOf(id) });
      return fault === undefined && !held ? [`${what.kind}: ${draft}`] : [];
    });
    expect(shown).toEqual([]);
  });
});
