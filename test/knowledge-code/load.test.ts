import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { warningsOf } from '../../src/knowledge/warnings.ts';
import { TODAY } from '../support/day.ts';
import { changed, folderWith, problemsWith } from './folder.ts';
import { sound } from './sound.ts';

describe('a folder without a mistake', () => {
  it('is loaded', () => {
    const { articles, suppliers, sources, amounts, contacts } = loadKnowledge(folderWith());
    expect([articles.size, suppliers.size, sources.size, amounts.size, contacts.size]).toEqual([2, 2, 3, 2, 1]);
    expect(articles.get('drempel')?.body).toEqual({
      nl: 'Tot {bedrag drempel} mag je zelf kopen.',
      en: 'Up to {bedrag drempel} you may buy yourself.',
    });
  });

  it('is loaded although something should have been looked at again: that is work, not a mistake', () => {
    const late = {
      ...changed('artikelen/drempel.md', 'reviewBy: 2027-05-21', 'reviewBy: 2026-11-20'),
      ...changed('leveranciers/kok.yaml', "reviewBy: '2027-05-21'", "reviewBy: '2026-11-20'"),
      ...changed('leveranciers/schoon.yaml', "reviewBy: '2027-05-21'", `reviewBy: '${TODAY}'`),
    };
    expect(problemsWith(late)).toEqual([]);
    const warned = warningsOf(loadKnowledge(folderWith(late)), TODAY).filter(({ kind }) => kind === 'past-review');
    expect(warned.map(({ about }) => about).toSorted()).toEqual(['drempel', 'kok']);
    expect(warningsOf(loadKnowledge(folderWith()), TODAY).filter(({ kind }) => kind === 'past-review')).toEqual([]);
  });

  it('is loaded although the city has not said how to reach whom, and that is listed as work', () => {
    const unreachable = () =>
      warningsOf(loadKnowledge(folderWith()), TODAY).filter(({ kind }) => kind === 'no-contact');
    expect(unreachable().map(({ about }) => about)).toEqual(['inkoop']);
    const reachable = loadKnowledge(folderWith(changed('contacten.yaml', 'email: null', 'email: inkoop@example.org')));
    expect(warningsOf(reachable, TODAY).filter(({ kind }) => kind === 'no-contact')).toEqual([]);
  });

  it('may hold a phrase with alternatives, which is read as all that it stands for', () => {
    const several = changed(
      'begrippen.yaml',
      'nl: [catering]',
      "nl: [catering, '(bon|fles wijn) voor * (een|de) raad']",
    );
    expect(loadKnowledge(folderWith(several)).words.categories[0]?.nl).toEqual([
      'catering',
      'bon voor * een raad',
      'bon voor * de raad',
      'fles wijn voor * een raad',
      'fles wijn voor * de raad',
    ]);
  });

  it('may hold files of an editor’s own program', () => {
    expect(problemsWith({ 'artikelen/.drempel.md.swp': 'x', 'artikelen/notities.txt': 'x' })).toEqual([]);
  });
});

describe('one mistake is one problem, with its file and field', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    [
      'a source that is not there',
      changed('artikelen/drempel.md', 'source: beleid,', 'source: verdwenen,'),
      ['artikelen/drempel.md: sources: "verdwenen" is not in bronnen.yaml'],
    ],
    [
      'a mark that is not that of the source',
      changed('artikelen/drempel.md', 'mark: SEED', 'mark: ASSUMPTION'),
      ['artikelen/drempel.md: sources: "beleid" is marked SEED in bronnen.yaml, not ASSUMPTION'],
    ],
    [
      'no source at all',
      changed('artikelen/drempel.md', /sources: .*/, 'sources: []'),
      ['artikelen/drempel.md: sources: an article needs a source'],
    ],
    [
      'a contact nobody knows',
      changed('artikelen/drempel.md', 'contact: inkoop', 'contact: niemand'),
      ['artikelen/drempel.md: contact: "niemand" is not known'],
    ],
    [
      'a related article that is not there',
      changed('artikelen/drempel.md', 'related: [term]', 'related: [weg]'),
      ['artikelen/drempel.md: related: "weg" is not known'],
    ],
    [
      'an amount that is not there',
      changed('artikelen/drempel.md', /\{bedrag drempel\} mag/, '{bedrag weg} mag'),
      ['artikelen/drempel.md: body: "weg" is not known'],
    ],
    [
      'no English',
      changed('artikelen/drempel.md', /# English[\s\S]*/, ''),
      ['artikelen/drempel.md: body: the English text is missing (under "# English")'],
    ],
    [
      'no Dutch',
      changed('artikelen/drempel.md', /Tot .* kopen\./, ''),
      ['artikelen/drempel.md: body: the Dutch text is missing'],
    ],
    [
      'HTML in a text',
      changed('artikelen/drempel.md', 'mag je', 'mag <b>je</b>'),
      ['artikelen/drempel.md: body: HTML is not allowed'],
    ],
    [
      'no head',
      { 'artikelen/drempel.md': 'Zomaar een tekst.' },
      ['artikelen/drempel.md: no head between two lines of ---'],
    ],
    [
      'an id that is not the name of the file',
      changed('leveranciers/schoon.yaml', 'id: schoon', 'id: anders'),
      ['leveranciers/schoon.yaml: id: "anders" is not the name of the file'],
    ],
    [
      'a day that does not exist',
      changed('leveranciers/schoon.yaml', "recordedOn: '2026-11-21'", "recordedOn: '2026-02-31'"),
      ['leveranciers/schoon.yaml: recordedOn: Invalid ISO date'],
    ],
    [
      'a field nobody knows',
      changed('leveranciers/kok.yaml', 'id: kok', 'id: kok\nprijs: 10'),
      ['leveranciers/kok.yaml: file: Unrecognized key: "prijs"'],
    ],
    [
      'a category that is not there',
      changed('leveranciers/kok.yaml', 'categories: [catering]', 'categories: [ballonvaart]'),
      ['leveranciers/kok.yaml: categories: "ballonvaart" is not known'],
    ],
    [
      'a thing that is not there',
      changed('leveranciers/kok.yaml', 'things: [lunch]', 'things: [soep]'),
      ['leveranciers/kok.yaml: offers.things: "soep" is not known'],
    ],
    [
      'a theme that is not there',
      changed('leveranciers/kok.yaml', 'themes: []', 'themes: [vrede]'),
      ['leveranciers/kok.yaml: themes: "vrede" is not known'],
    ],
    [
      'an area that is not there',
      changed('leveranciers/kok.yaml', 'areas: [utrecht]', 'areas: [atlantis]'),
      ['leveranciers/kok.yaml: place.areas: "atlantis" is not known'],
    ],
    [
      'a successor that is not there',
      changed('leveranciers/kok.yaml', 'id: kok', 'id: kok\nsuccessor: weg'),
      ['leveranciers/kok.yaml: successor: "weg" is not known'],
    ],
    [
      'a supplier without a source',
      changed('leveranciers/kok.yaml', /sources:\n(?: .*\n)+/, 'sources: []\n'),
      ['leveranciers/kok.yaml: sources: Too small: expected array to have >=1 items'],
    ],
    ['YAML that is none', { 'leveranciers/kok.yaml': 'id: [kok' }, ['leveranciers/kok.yaml: not valid YAML: ']],
    [
      'YAML with a field twice',
      changed('leveranciers/kok.yaml', 'id: kok', 'id: kok\nid: kok'),
      ['leveranciers/kok.yaml: not valid YAML: '],
    ],
    [
      'an amount without a source',
      changed('drempels.yaml', /sources: .* at: btw.*/, 'sources: []'),
      ['drempels.yaml: btw.periods.0.sources: an amount needs a source'],
    ],
    [
      'periods that overlap',
      changed('drempels.yaml', 'to: 2025-12-31', 'to: 2026-06-30'),
      ['drempels.yaml: drempel.periods: 2026-01-01 lies within an earlier period'],
    ],
    [
      'a period that ends before it begins',
      changed('drempels.yaml', 'to: 2025-12-31', 'to: 2019-12-31'),
      ['drempels.yaml: drempel.periods: ends on 2019-12-31, before it begins'],
    ],
    [
      'an id that stands twice',
      changed('bronnen.yaml', 'id: los', 'id: beleid'),
      ['bronnen.yaml: id: "beleid" stands in bronnen.yaml too'],
    ],
    [
      'an assumption with an address',
      changed('bronnen.yaml', 'url: null', 'url: https://example.org/'),
      ['bronnen.yaml: aanname.url: an assumption has no address'],
    ],
    [
      'a word that stands twice',
      changed('begrippen.yaml', 'id: cadeaus', 'id: catering'),
      ['begrippen.yaml: categories: "catering" stands there twice'],
    ],
    [
      'an area within one that is not there',
      changed('begrippen.yaml', 'within: utrecht', 'within: atlantis'),
      ['begrippen.yaml: areas.within: "atlantis" is not known'],
    ],
    ...(
      [
        ['(een|twee', 'has a bracket without its other half, or one within another'],
        ['((een|twee) drie|vier)', 'has a bracket without its other half, or one within another'],
        ['een|twee', 'has a | outside brackets'],
        ['(een) twee', 'needs two or more alternatives in each pair of brackets, and none of them empty'],
        ['(een|) twee', 'needs two or more alternatives in each pair of brackets, and none of them empty'],
      ] as const
    ).map(([phrase, problem]): [string, Record<string, string | null>, string[]] => [
      `a phrase with alternatives that cannot be read: ${phrase}`,
      changed('begrippen.yaml', 'nl: [catering]', `nl: [catering, '${phrase}']`),
      [`begrippen.yaml: categories.0.nl.1: "${phrase}" ${problem}`],
    ]),
    [
      'a phrase that stands for far too many',
      changed('begrippen.yaml', 'nl: [catering]', `nl: ['${'(een|twee|drie) '.repeat(6).trim()}']`),
      [
        'begrippen.yaml: categories.0.nl.0: "(een|twee|drie) (een|twee|drie) (een|twee|drie) (een|twee|dr…" stands for more than 400 phrases',
      ],
    ],
    [
      'a contract for a category that is not there',
      {
        'contracten.yaml':
          '- { id: c, category: weg, holder: X, until: null, duty: null, sources: [{ source: beleid, at: x, mark: SEED }] }',
      },
      ['contracten.yaml: c.category: "weg" is not known'],
    ],
    [
      'a file that is not there',
      { 'contacten.yaml': null },
      [
        'contacten.yaml: the file cannot be read (ENOENT)',
        'artikelen/drempel.md: contact: "inkoop" is not known',
        'artikelen/term.md: contact: "inkoop" is not known',
      ],
    ],
    [
      'a folder that is not there',
      { 'artikelen/drempel.md': null, 'artikelen/term.md': null },
      ['artikelen: the folder cannot be read (ENOENT)'],
    ],
    [
      'a folder that is a file',
      { 'artikelen/drempel.md': null, 'artikelen/term.md': null, artikelen: 'x' },
      ['artikelen: the folder cannot be read (ENOTDIR)'],
    ],
    ['no words', { 'begrippen.yaml': null }, ['begrippen.yaml: the file cannot be read (ENOENT)']],
    ['an empty file', { 'begrippen.yaml': '' }, ['begrippen.yaml: not valid YAML: ']],
  ])('%s', (_what, files, wanted) => {
    const problems = problemsWith(files);
    expect(
      problems
        .toSorted()
        .map((problem, at) =>
          wanted.toSorted()[at]?.endsWith(': ') ? problem.slice(0, wanted.toSorted()[at]?.length) : problem,
        ),
    ).toEqual(wanted.toSorted());
  });

  it('a folder that is not there at all names each file that is missed', () => {
    const missing = join(folderWith(), 'nergens');
    expect(() => loadKnowledge(missing)).toThrow(KnowledgeError);
    expect(() => loadKnowledge(missing)).toThrow(
      /artikelen[\s\S]*leveranciers[\s\S]*bronnen\.yaml[\s\S]*begrippen\.yaml/,
    );
  });

  it('a mistake in one source does not make every citation a dead one', () => {
    const sources = `${sound['bronnen.yaml']}- { id: kapot, title: x, publisher: x, url: geen-adres, dated: null, mark: PUBLIC, recordedOn: 2026-11-21 }\n`;
    const problems = problemsWith({ 'bronnen.yaml': sources });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^bronnen\.yaml: kapot\.url/);
  });
});

describe('many mistakes', () => {
  const broken = {
    ...changed('artikelen/drempel.md', 'source: beleid,', 'source: verdwenen,'),
    ...changed('artikelen/term.md', /# English[\s\S]*/, ''),
    ...changed('leveranciers/kok.yaml', 'things: [lunch]', 'things: [soep]'),
    ...changed('leveranciers/schoon.yaml', 'id: schoon', 'id: kok'),
    'leveranciers/kapot.yaml': 'id: [kapot',
    ...changed('drempels.yaml', /sources: .*/, 'sources: []'),
  };

  it('are listed at once, and nothing is loaded', () => {
    const problems = problemsWith(broken);
    const wanted = [
      /^artikelen\/drempel\.md: sources: "verdwenen"/,
      /^artikelen\/term\.md: body: the English text is missing/,
      /^leveranciers\/kok\.yaml: offers\.things: "soep"/,
      /^leveranciers\/schoon\.yaml: id: "kok" stands in leveranciers\/kok\.yaml too/,
      /^leveranciers\/kapot\.yaml: not valid YAML/,
      /^drempels\.yaml: [a-z-]+\.periods\.0\.sources: an amount needs a source/,
    ];
    for (const one of wanted)
      expect(
        problems.filter((problem) => one.test(problem)),
        String(one),
      ).toHaveLength(1);
  });

  it('are counted and spelled out in the message', () => {
    const folder = folderWith(broken);
    expect(() => loadKnowledge(folder)).toThrow(/problem\(s\) in knowledge\/:\n.*\n/);
  });

  it('are no longer there once they are mended', () => {
    const folder = folderWith(broken);
    for (const [name, text] of Object.entries(sound)) writeFileSync(join(folder, name), text);
    rmSync(join(folder, 'leveranciers/kapot.yaml'));
    expect(loadKnowledge(folder).articles.size).toBe(2);
    expect(readFileSync(join(folder, 'drempels.yaml'), 'utf8')).toBe(sound['drempels.yaml']);
  });
});
