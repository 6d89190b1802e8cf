import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolderOfItsOwn, jsonOf } from './program.ts';

const { folder, impact, fileWith } = inFolderOfItsOwn();

const FIELDS = ['id', 'intent', 'status', 'language', 'text', 'suppliers', 'sources', 'actions', 'understood'];
/** The names of next steps that scripts may rely on. */
const actionNames = [
  'check-direct-purchase',
  'post-request',
  'more-suppliers',
  'compare-suppliers',
  'show-supplier',
  'start-commission',
  'ask-confirmation',
  'ask-person',
  'browse-category',
  'helpful',
  'not-helpful',
  'answer',
];
const intents = [
  'find-supplier',
  'supplier-info',
  'policy',
  'check',
  'post-request',
  'commission',
  'help',
  'smalltalk',
  'out-of-scope',
];

describe('impact ask', () => {
  it('--json prints one object, with the promised fields and nothing else', () => {
    const { status, out, err } = impact(['ask', '--json', 'Wie levert lunch voor 25 man in Overvecht, budget € 500?']);
    expect([status, err]).toEqual([0, '']);
    expect(out.endsWith('}\n')).toBe(true);
    const [answer = {}, ...others] = jsonOf(out);
    expect(others).toEqual([]);
    expect(Object.keys(answer)).toEqual(FIELDS);
    expect(answer).toMatchObject({
      intent: 'find-supplier',
      status: 'answered',
      language: 'nl',
      understood: { category: 'catering', people: 25, amount: 500, area: 'overvecht' },
    });
    for (const source of answer.sources as object[]) expect(Object.keys(source)).toEqual(['id', 'url']);
    expect((answer.suppliers as string[]).length).toBeGreaterThan(0);
  });

  it('prints the answer as a person reads it', () => {
    const { status, out, err } = impact(['ask', 'Wat', 'is', 'een', 'sociale', 'onderneming?']);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/sociale onderneming/i);
    expect(out).toMatch(/^Bron: /m);
    expect(out).not.toMatch(/\*\*|\]\(|^\{/m);
  });

  it('names only intents, statuses and actions of the lists that are promised', () => {
    const questions = [
      'hoi',
      'wat kun je?',
      'taart voor 12',
      'lunch',
      'pizza',
      'Wie is The Colour Kitchen?',
      'Wat is mvoi?',
      'Mag ik dit kopen voor 8000 euro?',
      'wat is het weer?',
      'helikopter huren',
      'Vergelijk Queridon en The Colour Kitchen',
      'cadeau van 1,500',
    ];
    const { status, out } = impact(['ask', '--batch', '-'], {
      input: questions.map((question) => JSON.stringify({ question })).join('\n'),
    });
    expect(status).toBe(0);
    const answers = jsonOf(out);
    expect(answers).toHaveLength(questions.length);
    for (const answer of answers) {
      expect(intents).toContain(answer.intent);
      expect(['answered', 'clarify', 'unanswered', 'refused']).toContain(answer.status);
      expect(['nl', 'en']).toContain(answer.language);
      expect((answer.actions as string[]).filter((action) => !actionNames.includes(action))).toEqual([]);
    }
  });

  it('says how it is used when there is no question', () => {
    expect(impact(['ask'])).toMatchObject({ status: 2, out: '' });
    expect(impact(['ask', '--onbekend', 'x'])).toMatchObject({ status: 2, out: '' });
    expect(impact([])).toMatchObject({ status: 2, out: '' });
    expect(impact(['help'])).toMatchObject({ status: 0 });
    expect(impact(['help']).err).toMatch(/impact ask/);
  });

  it('remembers nothing on disk', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    impact(['ask', 'helikopter huren'], { env: { DATA_DIR: empty } });
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe('impact ask --batch', () => {
  const lines = [
    { id: 'a', question: 'lunch voor 20 man', today: '2026-11-21' },
    '{"id": "b", "question"',
    { id: 'c', vraag: 'taart' },
    { id: 'd', question: 'Wat is social return?', today: '2026-11-21' },
    { id: 'e', question: 'lunch', today: 'morgen' },
    '',
    { id: 5, question: 'taart' },
    '[]',
    { question: 'taart voor 12' },
    { id: 'f', question: '' },
  ];

  it('answers each line in the same order, says what was wrong with the others, and goes on', () => {
    const { status, out, err } = impact(['ask', '--batch', fileWith('mixed.jsonl', lines)]);
    const answers = jsonOf(out);
    expect([status, err]).toEqual([2, '']);
    expect(answers.map(({ id, error }) => [id, error ? (error as { line: number }).line : 'answer'])).toEqual([
      ['a', 'answer'],
      [null, 2],
      ['c', 3],
      ['d', 'answer'],
      ['e', 5],
      [null, 7],
      [null, 8],
      [expect.any(String), 'answer'],
      ['f', 'answer'],
    ]);
    for (const answer of answers) expect(Object.keys(answer)).toEqual(answer.error ? ['id', 'error'] : FIELDS);
    for (const { error } of answers) if (error) expect(Object.keys(error)).toEqual(['line', 'field', 'message']);
    expect(answers[2]).toMatchObject({ error: { field: 'question' } });
    expect(answers[4]).toMatchObject({ error: { field: 'today' } });
  });

  it('ends well when every line was usable', () => {
    expect(impact(['ask', '--batch', fileWith('good.jsonl', [{ id: 'a', question: 'taart' }])]).status).toBe(0);
    expect(impact(['ask', '--batch', fileWith('none.jsonl', [])])).toEqual({ status: 0, out: '', err: '' });
  });

  it('reads lines that end as on Windows, and a file that begins with a mark of its own', () => {
    const windows = fileWith('windows.jsonl', [
      `\ufeff${JSON.stringify({ id: 'a', question: 'taart' })}\r\n${JSON.stringify({ id: 'b', question: 'lunch' })}\r\n`,
    ]);
    const { status, out } = impact(['ask', '--batch', windows]);
    expect([status, jsonOf(out).map(({ id }) => id)]).toEqual([0, ['a', 'b']]);
  });

  it('takes lines of one conversation for one conversation, and others for themselves', () => {
    const { out } = impact(['ask', '--batch', '-'], {
      input: [
        { conversation: 'c1', question: 'Wie levert lunch voor 25 man?' },
        { conversation: 'c2', question: 'taart voor 12 mensen' },
        { conversation: 'c1', question: 'en in Overvecht?' },
        { question: 'en in Overvecht?' },
        { conversation: 'c2', question: 'toch voor 30 mensen' },
        { conversation: 'c1', user: 'bo', question: 'en in Zeist?' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    });
    const understood = jsonOf(out).map(
      (answer) => answer.understood as { category?: string; people?: number; area?: string },
    );
    expect(understood[2]).toMatchObject({ category: 'catering', people: 25, area: 'overvecht' });
    expect(understood[3]).not.toHaveProperty('people');
    expect(understood[4]).toMatchObject({ people: 30 });
    expect(understood[5]).not.toHaveProperty('people');
  });

  it('counts days from the day that a line names', () => {
    const { out } = impact(['ask', '--batch', '-'], {
      input: `${JSON.stringify({ question: 'lunch op donderdag', today: '2026-11-21' })}\n${JSON.stringify({ question: 'lunch op donderdag', today: '2030-01-01' })}`,
    });
    expect(jsonOf(out).map(({ understood }) => (understood as { date: string }).date)).toEqual([
      '2026-11-26',
      '2030-01-03',
    ]);
  });

  it('answers in the language of the person when the text does not tell', () => {
    const { out } = impact(['ask', '--batch', '-'], {
      input: `${JSON.stringify({ question: '???', locale: 'en' })}\n${JSON.stringify({ question: '???' })}`,
    });
    expect(jsonOf(out).map(({ language }) => language)).toEqual(['en', 'nl']);
  });

  it('prints the same, byte for byte, when it runs again', () => {
    const file = fileWith(
      'again.jsonl',
      [
        'lunch voor 20 man',
        'leuk cadeau',
        'Wat is mvoi?',
        'helikopter',
        'wie levert taart?',
        'schoonmaak in Zeist',
      ].map((question, at) => ({ id: `q${at}`, question, today: '2026-11-21' })),
    );
    const [first, second] = [impact(['ask', '--batch', file]), impact(['ask', '--batch', file])];
    expect(first.status).toBe(0);
    expect(second.out).toBe(first.out);
  });

  it('says so when the file is not there', () => {
    const { status, out, err } = impact(['ask', '--batch', join(folder, 'nergens.jsonl')]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/nergens\.jsonl/);
  });
});

describe('impact eval', () => {
  it('counts what is right and names each miss', () => {
    const file = fileWith('set.jsonl', [
      { id: 'r', question: 'lunch voor 20 man', intent: 'find-supplier', understood: { people: 20 } },
      { id: 'w', question: 'lunch voor 20 man', intent: ['policy', 'help'], noneOf: [] },
      { id: 'x', question: 'wat is het weer?', intent: 'out-of-scope' },
      '{',
    ]);
    const { status, out, err } = impact(['eval', file, '--json']);
    expect(status).toBe(2);
    expect(err).toMatch(/^line 4: /);
    const [report] = jsonOf(out);
    expect(report).toMatchObject({
      lines: 3,
      right: 2,
      intents: { 'find-supplier': { lines: 1, right: 1 }, policy: { lines: 1, right: 0 } },
      falseAnswers: 0,
      misses: [{ id: 'w' }],
    });
    expect(impact(['eval', file]).out).toMatch(/all +2\/3 \(66\.7%\)/);
  });
});

describe('impact notes', () => {
  const env = { DATA_DIR: join(folder, 'data') };

  it('holds nothing of what people asked where nobody asked anything', () => {
    const { status, out, err } = impact(['notes', 'list', '--json'], { env });
    expect([status, err]).toEqual([0, '']);
    expect(jsonOf(out).filter(({ id }) => id !== '')).toEqual([]);
  });

  it('says so when there is no note with that id', () => {
    expect(impact(['notes', 'done', 'onbekend'], { env })).toEqual({
      status: 2,
      out: '',
      err: 'no note with id onbekend\n',
    });
  });
});

describe('knowledge with mistakes', () => {
  it('is not used: every problem is listed and nothing is answered', () => {
    const broken = join(folder, 'kennis');
    mkdirSync(join(broken, 'artikelen'), { recursive: true });
    writeFileSync(join(broken, 'artikelen', 'kapot.md'), 'geen kop');
    const { status, out, err } = impact(['ask', '--json', 'lunch'], { env: { KNOWLEDGE_DIR: broken } });
    expect([status, out]).toEqual([2, '']);
    for (const wanted of [
      'artikelen/kapot.md: no head',
      'leveranciers: the folder cannot be read',
      'bronnen.yaml: ',
      'drempels.yaml: ',
      'begrippen.yaml: ',
    ])
      expect(err).toContain(wanted);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('says which setting is wrong', () => {
    const { status, out, err } = impact(['ask', 'lunch'], { env: { WEB_PORT: 'deur' } });
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/WEB_PORT/);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
