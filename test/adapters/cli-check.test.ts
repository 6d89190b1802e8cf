import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide, whole } from '../support/cases.ts';
import { knowledge } from '../support/library.ts';
import { generated, seed } from '../support/seed.ts';
import { inFolderOfItsOwn, jsonOf } from './program.ts';

const { folder, impact, fileWith } = inFolderOfItsOwn();

const LUNCH = {
  kind: 'social-service',
  contract: 'no',
  amount: 600,
  vat: 'excluded',
  supplier: 'the-colour-kitchen',
  conflictOfInterest: 'no',
  date: '2026-11-21',
};
const lunch = JSON.stringify(LUNCH);
const answer = (outcome: string, language: 'nl' | 'en') =>
  knowledge.check.outcomes[outcome]?.answer[language].replaceAll('**', '') ?? `no outcome ${outcome}`;

/** The keys and the values that scripts may rely on. */
const KEYS = ['id', 'outcome', 'total', 'conditions', 'missing', 'attention', 'warnings', 'rules', 'ruleset'];
const outcomes = [
  ...['hiring-route', 'not-a-purchase', 'contract-first', 'contract-unknown', 'european-tender', 'national-tender'],
  ...['multiple-quotes', 'single-quote-advice', 'specialist-first', 'integrity-stop', 'supplier-unavailable'],
  ...['supplier-unproven', 'confirm-supplier', 'direct', 'incomplete'],
];
const facts = [
  ...['kind', 'contract', 'amount', 'vat', 'vatRate', 'occurrences', 'related', 'sensitive', 'supplier', 'evidence'],
  'conflictOfInterest',
];
const warnings = ['rules-expired', 'vat-assumed-excluded', 'vat-rate-assumed', 'evidence-ignored'];
const conditions = ['choose-supplier', 'confirm-details'];

function keepsItsPromise(answer: Record<string, unknown>): void {
  expect(Object.keys(answer)).toEqual(KEYS);
  const { outcome, total, missing, attention, ruleset } = answer;
  expect(outcomes).toContain(outcome);
  expect(total === null || (typeof total === 'number' && Number(total.toFixed(2)) === total), `${total}`).toBe(true);
  for (const [values, all] of [
    [answer.conditions, conditions],
    [missing, facts],
    [attention, outcomes],
    [answer.warnings, warnings],
  ] as [string[], string[]][])
    expect(values.filter((value) => !all.includes(value))).toEqual([]);
  for (const rule of answer.rules as Record<string, unknown>[]) {
    expect(Object.keys(rule)).toEqual(['id', 'mark', 'source']);
    expect(['SEED', 'PUBLIC', 'ASSUMPTION']).toContain(rule.mark);
    expect(rule.source === null).toBe(rule.mark === 'ASSUMPTION');
  }
  expect(ruleset).toBe(knowledge.check.version);
}

describe('impact check', () => {
  it('--json prints one object, with the promised fields and nothing else', () => {
    const { status, out, err } = impact(['check', '--json', JSON.stringify({ id: 'mijn lunch', ...LUNCH })]);
    expect([status, err]).toEqual([0, '']);
    const [one = {}, ...others] = jsonOf(out);
    expect(others).toEqual([]);
    keepsItsPromise(one);
    expect(one).toMatchObject({ id: 'mijn lunch', outcome: 'direct', total: 600, conditions: ['confirm-details'] });
    expect(one.rules).not.toEqual([]);
  });

  it('prints the answer as a person reads it, in Dutch or in English', () => {
    const [dutch, english] = [impact(['check', lunch]), impact(['check', '--locale', 'en', lunch])];
    expect([dutch.status, dutch.err, english.status, english.err]).toEqual([0, '', 0, '']);
    expect(dutch.out).toContain(answer('direct', 'nl'));
    expect(dutch.out).toMatch(/^Bron: /m);
    expect(english.out).toContain(answer('direct', 'en'));
    expect(english.out).toMatch(/^Source: /m);
    expect(english.out).not.toContain(answer('direct', 'nl'));
    for (const { out } of [dutch, english]) expect(out).not.toMatch(/\*\*|\]\(|^\{|undefined/m);
  });

  it('says what is still open', () => {
    const [one] = jsonOf(impact(['check', '--json', '{"kind":"goods","contract":"no","amount":950}']).out);
    expect(one).toMatchObject({ outcome: 'incomplete', missing: ['conflictOfInterest'] });
  });

  it('names what cannot be used', () => {
    const unusable: [given: string, field: string][] = [
      ['{"kind":"goods","prijs":10}', 'prijs'],
      ['{"kind":"goods","conflictofinterest":"no"}', 'conflictofinterest'],
      ['{"kind":"taart"}', 'kind'],
      ['{"amount":0}', 'amount'],
      ['{"amount":"600"}', 'amount'],
      ['{"amount":9.999}', 'amount'],
      ['{"occurrences":1.5}', 'occurrences'],
      ['{"sensitive":["personal-data","geheim"]}', 'sensitive'],
      ['{"date":"2026-02-30"}', 'date'],
      ['{"date":"2020-01-01"}', 'date'],
      ['{"kind":', ''],
      ['[]', ''],
      ['null', ''],
      ['"lunch"', ''],
    ];
    const refused = (line: number, field: string) => ({
      id: null,
      error: { line, field, message: expect.any(String) },
    });
    for (const [given, field] of [unusable[0], unusable.at(-1)] as typeof unusable) {
      const { status, out, err } = impact(['check', '--json', given]);
      expect([given, status, err, jsonOf(out)]).toEqual([given, 2, '', [refused(1, field)]]);
    }
    const { status, out, err } = impact(['check', '--batch', '-'], {
      input: unusable.map(([given]) => given).join('\n'),
    });
    expect([status, err]).toEqual([2, '']);
    expect(jsonOf(out)).toEqual(unusable.map(([, field], at) => refused(at + 1, field)));
    for (const { error } of jsonOf(out)) expect((error as { message: string }).message).not.toBe('');
  });

  it('says how it is used when there is no case', () => {
    expect(impact(['check'])).toMatchObject({ status: 2, out: '' });
    expect(impact(['check', '--onbekend', '{}'])).toMatchObject({ status: 2, out: '' });
    expect(impact(['check', '--batch', join(folder, 'nergens.jsonl')])).toMatchObject({ status: 2, out: '' });
    expect(impact(['check']).err).toMatch(/impact check/);
  });

  it('remembers nothing on disk', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    for (const more of [['--json'], ['--dossier']]) impact(['check', ...more, lunch], { env: { DATA_DIR: empty } });
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe('impact check --batch', () => {
  it('decides each line in the same order, says what was wrong with the others, and goes on', () => {
    const file = fileWith('mixed.jsonl', [
      { id: 'a', ...LUNCH },
      '{"id": "b", "kind"',
      { id: 'c', soort: 'goods' },
      { id: 'd', kind: 'hiring' },
      { id: 'e', amount: -1 },
      '',
      '[]',
      '7',
      { kind: 'subsidy' },
      { id: 'f', date: '1999-01-01' },
    ]);
    const { status, out, err } = impact(['check', '--batch', file]);
    expect([status, err]).toEqual([2, '']);
    const all = jsonOf(out);
    expect(all.map(({ id, outcome, error }) => [id, outcome ?? (error as { line: number }).line])).toEqual([
      ['a', 'direct'],
      [null, 2],
      ['c', 3],
      ['d', 'hiring-route'],
      ['e', 5],
      [null, 7],
      [null, 8],
      [expect.any(String), 'not-a-purchase'],
      ['f', 10],
    ]);
    const fields = all.map(({ error }) => (error as { field: string } | undefined)?.field);
    expect(fields).toEqual([undefined, '', 'soort', undefined, 'amount', '', '', undefined, 'date']);
    for (const one of all) expect(Object.keys(one)).toEqual(one.error ? ['id', 'error'] : KEYS);
    for (const { error } of all) if (error) expect(Object.keys(error)).toEqual(['line', 'field', 'message']);
  });

  it('gives no line another id than it has: one that is no text is unusable, as for a question', () => {
    const { status, out } = impact(['check', '--batch', fileWith('number.jsonl', [{ id: 5, ...LUNCH }])]);
    expect([status, jsonOf(out)]).toMatchObject([2, [{ id: null, error: { line: 1, field: 'id' } }]]);
  });

  it('ends well when every line was usable, and when there is none', () => {
    expect(impact(['check', '--batch', fileWith('good.jsonl', [LUNCH])]).status).toBe(0);
    expect(impact(['check', '--batch', fileWith('none.jsonl', [])])).toEqual({ status: 0, out: '', err: '' });
  });

  it('reads lines that end as on Windows, a file that begins with a mark of its own, and what is typed into it', () => {
    const input = `\ufeff${JSON.stringify({ id: 'a', ...LUNCH })}\r\n\r\n${JSON.stringify({ id: 'b', ...LUNCH })}\r\n`;
    const fromFile = impact(['check', '--batch', fileWith('windows.jsonl', [input])]);
    expect([fromFile.status, jsonOf(fromFile.out).map(({ id }) => id)]).toEqual([0, ['a', 'b']]);
    expect(impact(['check', '--batch', '-'], { input })).toEqual(fromFile);
  });

  it(`decides 2,000 lines in the order in which they came, and keeps its promise for each (seed ${seed})`, () => {
    const cases = generated(whole, 2000).map((one) => ({ ...one, date: one.date ?? '2026-11-21' }));
    const input = cases.map((one, at) => JSON.stringify({ id: `nr ${at}`, ...one })).join('\n');
    const { status, out, err } = impact(['check', '--batch', '-'], { input });
    expect([status, err]).toEqual([0, '']);
    const answers = jsonOf(out);
    expect(answers.map(({ id }) => id)).toEqual(cases.map((_, at) => `nr ${at}`));
    for (const one of answers) keepsItsPromise(one);
    const withoutRules = ({ rules: _, ...rest }: object & { rules: unknown }) => rest;
    expect(answers.map(({ id: _, ...one }) => withoutRules(one as { rules: unknown }))).toEqual(
      cases.map((one) => withoutRules(decide(one))),
    );
  });

  it('prints the same, byte for byte, when it runs again', () => {
    const file = fileWith('again.jsonl', generated(whole, 20));
    expect(impact(['check', '--batch', file]).out).toBe(impact(['check', '--batch', file]).out);
  });
});

const KEY = 'een sleutel voor de proef';
const OTHER = 'een andere sleutel dan die';
const withKey = (key?: string) => ({ env: key === undefined ? {} : { RECEIPT_KEY: key } });
const forms = { text: [], page: ['--html'], data: ['--json'] };

describe.each(Object.entries(forms))('a card as %s', (form, how) => {
  const { status, out, err } = impact(['check', '--dossier', ...how, lunch], withKey(KEY));
  const file = fileWith(`kaart-${form}`, [out]);
  /** The exit status, and the first of what is printed. */
  const verify = (path: string, key?: string) => {
    const { status, out, err } = impact(['check', '--verify', path, '--json'], withKey(key));
    return { status, err, ...jsonOf(out)[0] };
  };

  it('is given by --dossier, and is good for --verify', () => {
    expect([status, err]).toEqual([0, '']);
    expect(verify(file, KEY)).toEqual({
      ...{ status: 0, err: '' },
      ...{ verified: true, why: 'good', number: null, outcome: 'direct', sealed: true },
    });
    expect(impact(['check', '--verify', file], withKey(KEY)).out).toMatch(/^good: .*\noutcome: direct/);
  });

  it('is changed by one byte, and --verify ends with 2', () => {
    const bytes = readFileSync(file);
    for (const part of [0.02, 0.5, 0.98]) {
      const flipped = Buffer.from(bytes);
      const place = Math.floor(part * bytes.length);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      const path = join(folder, 'gewijzigd');
      writeFileSync(path, flipped);
      expect({ place, ...verify(path, KEY) }).toMatchObject({ place, status: 2, err: '', verified: false });
    }
  });

  it('is good with the key that sealed it, and no other', () => {
    expect(verify(file, OTHER)).toMatchObject({ status: 2, why: 'changed' });
    expect(verify(file)).toMatchObject({ status: 2, why: 'no-key' });
    const plain = fileWith(`kaart-zonder-${form}`, [impact(['check', '--dossier', ...how, lunch]).out]);
    expect(verify(plain)).toMatchObject({ status: 0, why: 'good', sealed: false });
    expect(verify(plain, KEY)).toMatchObject({ status: 2, why: 'not-keyed' });
  });

  it('does not hold the key', () => {
    expect(out).not.toContain(KEY);
  });
});

describe('impact check --verify', () => {
  it('reads what is typed into it', () => {
    const card = impact(['check', '--dossier', lunch]).out;
    expect(impact(['check', '--verify', '-'], { input: card }).status).toBe(0);
  });

  it('ends with 2 for what is no card, without a trace of where it went wrong', () => {
    for (const input of ['', '{', 'een brief', '\u0000']) {
      const { status, out, err } = impact(['check', '--verify', '-'], { input });
      expect([input, status, err]).toEqual([input, 2, '']);
      expect(out).toMatch(/^not a card/);
    }
    const missing = impact(['check', '--verify', join(folder, 'nergens.html')]);
    expect([missing.status, missing.out]).toEqual([2, '']);
    expect(missing.err).toMatch(/nergens\.html/);
    expect(missing.err).not.toMatch(/^\s+at /m);
  });

  it('ends with 2 when a letter of the seal was replaced by one that is written in two bytes', () => {
    const card = impact(['check', '--dossier', '--json', lunch]).out;
    const { status, out, err } = impact(['check', '--verify', '-'], {
      input: card.replace(/"seal":"(.*).("\}\s*)$/, '"seal":"$1é$2'),
    });
    expect([status, err]).toEqual([2, '']);
    expect(out).toMatch(/^changed/);
  });

  it('refuses a key that is too short to seal with, and does not repeat it', () => {
    const { status, out, err } = impact(['check', '--dossier', lunch], withKey('kort geheim'));
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(/RECEIPT_KEY/);
    expect(err).not.toContain('kort geheim');
  });
});

describe('impact check --dossier', () => {
  it('gives a card in the language that is asked for', () => {
    expect(impact(['check', '--dossier', '--html', '--locale', 'en', lunch]).out).toContain('<html lang="en">');
    expect(impact(['check', '--dossier', lunch]).out).toContain(answer('direct', 'nl'));
  });

  it('--batch gives a good card for each line, and an error for each other', () => {
    const file = fileWith('kaarten.jsonl', [LUNCH, '{', { ...LUNCH, amount: 12_000 }]);
    const { status, out, err } = impact(['check', '--dossier', '--batch', file]);
    expect([status, err]).toEqual([2, '']);
    const [first = '', second = '', third = ''] = out.split('\n');
    expect(JSON.parse(second)).toMatchObject({ id: null, error: { line: 2 } });
    for (const [card, outcome] of [
      [first, 'direct'],
      [third, 'single-quote-advice'],
    ]) {
      const verified = impact(['check', '--verify', '-', '--json'], { input: `${card}\n` });
      expect([verified.status, jsonOf(verified.out)[0]?.outcome]).toEqual([0, outcome]);
    }
  });
});
