import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { changed, folderWith, problemsWith } from './folder.ts';
import { sound } from './sound.ts';

const FILE = 'checks/mag-het.yaml';
const inCheck = (from: string | RegExp, to: string) => changed(FILE, from, to);
/** The check with more in it, right below this line. */
const below = (line: string, more: string) => inCheck(`${line}\n`, `${line}\n${more}\n`);

const RULE = `  - outcome: advice
    id: nog-een
    when: { fact: contract, is: 'yes' }
    because: { nl: iets, en: something }
    sources: [{ source: beleid, at: x, mark: SEED }]`;
const outcome = (id: string, more: string) =>
  `  ${id}: { name: { nl: iets, en: x }, answer: { nl: iets, en: x }, now: { nl: [iets], en: [x] }, contact: inkoop, article: drempel${more} }`;
const IMPACT = ', impact: { nl: iets, en: x }';

describe('a check without a mistake', () => {
  it('is loaded, with the cases that stand beside it left to the tests', () => {
    expect(problemsWith({ 'checks/mag-het.voorbeelden.yaml': 'dit leest de bot niet' })).toEqual([]);
    expect(loadKnowledge(folderWith()).check).toMatchObject({ id: 'mag-het', version: '2026-11' });
  });

  it('may have several rules that lead to one outcome, each with an id of its own', () => {
    expect(problemsWith(below('rules:', RULE))).toEqual([]);
  });
});

describe('one mistake in a check is one problem, with its file and field', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    [
      'an amount in a rule that is not there',
      inCheck('above: drempel', 'above: weg'),
      [`${FILE}: rules.advice.when: "weg" is not known`],
    ],
    [
      'an amount in percent for a line',
      inCheck('above: drempel', 'above: btw'),
      [`${FILE}: rules.advice.when: "btw" is in percent, not in euro`],
    ],
    [
      'an amount in percent for the line of repetition',
      inCheck('passes: drempel', 'passes: btw'),
      [`${FILE}: repeat.passes: "btw" is in percent, not in euro`],
    ],
    [
      'an amount in euros for a rate',
      inCheck('safeRate: btw', 'safeRate: drempel'),
      [`${FILE}: total: "drempel" is in euro, not in percent`],
    ],
    [
      'a rate that is not there',
      inCheck('rates: [btw]', 'rates: [btw, btw-nul]'),
      [`${FILE}: total: "btw-nul" is not known`],
    ],
    [
      'a value in a rule that nobody can choose',
      inCheck('is: hiring', 'is: huren'),
      [`${FILE}: rules.hiring-route.when: "huren" is not known`],
    ],
    [
      'one such value in a list, deep in a rule',
      inCheck(
        '{ fact: kind, is: hiring }',
        "{ all: [{ any: [{ fact: kind, is: [hiring, huren] }] }, { fact: contract, is: 'no' }] }",
      ),
      [`${FILE}: rules.hiring-route.when: "huren" is not known`],
    ],
    [
      'a proof that nobody can give',
      inCheck('{ fact: kind, is: hiring }', '{ fact: proof, is: zeker }'),
      [`${FILE}: rules.hiring-route.when: "zeker" is not known`],
    ],
    [
      'a status that no supplier has',
      inCheck('{ fact: kind, is: hiring }', '{ fact: supplierStatus, is: failliet }'),
      [`${FILE}: rules.hiring-route.when: "failliet" is not known`],
    ],
    [
      'such a value in a condition of what is otherwise',
      inCheck('conditions: []', 'conditions: [{ id: kies, when: { fact: kind, is: huren }, text: { nl: x, en: y } }]'),
      [`${FILE}: otherwise.conditions.kies.when: "huren" is not known`],
    ],
    ['an outcome without a text', inCheck(/^ {2}advice: .*\n/m, ''), [`${FILE}: outcomes: "advice" is not known`]],
    [
      'no text for what is left open',
      inCheck(/^ {2}incomplete: .*\n/m, ''),
      [`${FILE}: outcomes: "incomplete" is not known`],
    ],
    [
      'a text for an outcome that no rule leads to',
      below('outcomes:', outcome('nooit', IMPACT)),
      [`${FILE}: outcomes.nooit: no rule leads here`],
    ],
    [
      'an outcome that says nothing of impact',
      inCheck(/^ {2}advice: .*$/m, outcome('advice', '')),
      [`${FILE}: outcomes.advice: says nothing about how impact is still possible`],
    ],
    [
      'an outcome with routes that are not there',
      inCheck(/^ {2}advice: .*$/m, outcome('advice', ', routes: omweg')),
      [`${FILE}: outcomes.advice.routes: "omweg" is not known`],
    ],
    [
      'an outcome that sends to nobody',
      inCheck(/^( {2}advice: .*)contact: inkoop/m, '$1contact: niemand'),
      [`${FILE}: outcomes.advice.contact: "niemand" is not known`],
    ],
    [
      'an outcome with an article that is not there',
      inCheck(/^( {2}advice: .*)article: drempel/m, '$1article: weg'),
      [`${FILE}: outcomes.advice.article: "weg" is not known`],
    ],
    [
      'a trap with an article that is not there',
      inCheck(/^( {2}splitting: .*)article: drempel/m, '$1article: weg'),
      [`${FILE}: splitting: "weg" is not known`],
    ],
    [
      'a hint with an article that is not there',
      inCheck(/^( {2}- \{ id: contract, .*) \}$/m, '$1, hints: { catering: weg } }'),
      [`${FILE}: questions.contract.hints: "weg" is not known`],
    ],
    [
      'a rule that stands there twice',
      below('rules:', RULE.replace('    id: nog-een\n', '')),
      [`${FILE}: rules: "advice" stands there twice: give each an id of its own`],
    ],
    [
      'a question that is missing',
      inCheck(/^ {2}- \{ id: contract, .*\n/m, ''),
      [`${FILE}: questions: "contract" is not asked`],
    ],
    [
      'a question that stands there twice',
      inCheck(/^( {2}- \{ id: contract, .*\n)/m, '$1$1'),
      [`${FILE}: questions: a question stands there twice`],
    ],
    [
      'a rule that cites a source that is not there',
      inCheck('source: beleid, at: inhuur', 'source: verdwenen, at: inhuur'),
      [`${FILE}: sources: "verdwenen" is not in bronnen.yaml`],
    ],
    [
      'what is otherwise, on a source that is not there',
      inCheck('source: beleid, at: drempel', 'source: verdwenen, at: drempel'),
      [`${FILE}: sources: "verdwenen" is not in bronnen.yaml`],
    ],
    [
      'a self-test on a source that is not there',
      inCheck('source: beleid, at: test', 'source: verdwenen, at: test'),
      [`${FILE}: sources: "verdwenen" is not in bronnen.yaml`],
    ],
    [
      'impact on a source that is not there',
      inCheck(
        /^ {2}advice: .*$/m,
        outcome('advice', `${IMPACT}, impactSources: [{ source: verdwenen, at: x, mark: SEED }]`),
      ),
      [`${FILE}: sources: "verdwenen" is not in bronnen.yaml`],
    ],
    [
      'an assumption that is cited as more than that',
      inCheck('at: advies, mark: ASSUMPTION', 'at: advies, mark: SEED'),
      [`${FILE}: sources: "aanname" is marked ASSUMPTION in bronnen.yaml, not SEED`],
    ],
    [
      'a rule without a source',
      inCheck('[{ source: beleid, at: inhuur, mark: SEED }]', '[]'),
      [`${FILE}: rules.0.sources: a rule needs a source`],
    ],
    [
      'a rule without a reason in English',
      inCheck('because: { nl: inhuur, en: inhuur }', 'because: { nl: inhuur }'),
      [`${FILE}: rules.0.because.en: `],
    ],
    [
      'a version that is no month',
      inCheck('version: 2026-11', 'version: nieuw'),
      [`${FILE}: version: a version as 2026-11, or 2026-11.2`],
    ],
    [
      'a second check',
      { 'checks/nog-een.yaml': sound[FILE].replace('id: mag-het', 'id: nog-een') },
      ['checks/nog-een.yaml: there is more than one check'],
    ],
    ['no check', { [FILE]: null, 'checks/leeg.voorbeelden.yaml': '[]' }, ['checks: there is no check']],
    ['no folder of checks', { [FILE]: null }, ['checks: the folder cannot be read (ENOENT)']],
    ['a check that is no YAML', { [FILE]: 'id: [mag' }, [`${FILE}: not valid YAML: `]],
    [
      'a folder of amounts with a mistake of its own, and not also of the check',
      changed('drempels.yaml', 'unit: euro', 'unit: dollar'),
      ['drempels.yaml: drempel.unit: ', 'artikelen/drempel.md: body: "drempel" is not known'],
    ],
  ])('%s', (_what, files, wanted) => {
    // What ends in a colon is followed by words of the reader that found it.
    const problems = problemsWith(files).map(
      (problem) => wanted.find((one) => one.endsWith(': ') && problem.startsWith(one)) ?? problem,
    );
    expect(problems.toSorted()).toEqual(wanted.toSorted());
  });

  it('and many are listed at once', () => {
    const text = sound[FILE]
      .replace('above: drempel', 'above: weg')
      .replace('is: hiring', 'is: huren')
      .replace('source: beleid, at: drempel', 'source: verdwenen, at: drempel')
      .replace(/^ {2}- \{ id: contract, .*\n/m, '');
    const problems = problemsWith({ [FILE]: text });
    for (const wanted of [
      '"weg" is not known',
      '"huren" is not known',
      '"verdwenen" is not in',
      '"contract" is not asked',
    ])
      expect(problems.filter((problem) => problem.startsWith(FILE) && problem.includes(wanted))).toHaveLength(1);
    expect(problems).toHaveLength(4);
  });
});
