import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asker, createAsker } from '../../adapters/cli/ask.ts';
import { Expected, evaluate, type Report, reportText } from '../../adapters/cli/evaluate.ts';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { mayBeOffered } from '../../src/suppliers/supplier.ts';
import { texts } from '../../src/texts/texts.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const folder = new URL('./sets/', import.meta.url);
const sets = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

/** What the bot cannot do yet: it explains these and says that it does not decide, post or plan. */
const NOT_YET = new Set(['check', 'post-request']);

type Asked = { expected: Expected; answer: Answer };

const firstIntent = ({ intent }: Expected) => [intent].flat()[0] ?? 'any';

function linesOf(name: string): Expected[] {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Expected.parse(JSON.parse(line))]));
}

/** A conversation is left out as a whole: what follows on something that is not there yet cannot be right. */
function withoutWhatIsNotThereYet(lines: readonly Expected[]): Expected[] {
  const waiting = new Set(
    lines.filter((line) => NOT_YET.has(firstIntent(line))).map(({ conversation }) => conversation),
  );
  return lines.filter(
    (line) => !NOT_YET.has(firstIntent(line)) && (line.conversation === undefined || !waiting.has(line.conversation)),
  );
}

/** Asks every line of a set, and keeps each answer beside what was expected. */
async function asked(lines: readonly Expected[]): Promise<{ report: Report; all: Asked[] }> {
  const ask = createAsker(library, await openLowdbStore({ today: () => TODAY }), createDocuments(), {
    info: () => undefined,
    warn: () => undefined,
    error: failed,
  });
  const all: Asked[] = [];
  const keeping: Asker = async (expected) => {
    const answer = await ask({ ...expected, today: expected.today ?? TODAY });
    all.push({ expected, answer });
    return answer;
  };
  return { report: await evaluate(lines, keeping), all };
}

function failed(_event: string, error: unknown): void {
  throw error;
}

it('there are questions of somebody who had not seen the words that the bot knows', () => {
  expect(sets).not.toEqual([]);
  const lines = sets.flatMap(linesOf);
  expect(lines.length).toBeGreaterThanOrEqual(200);
  expect(lines.filter((line) => firstIntent(line) === 'out-of-scope').length).toBeGreaterThanOrEqual(100);
});

describe.each(sets)('the questions of %s', (name) => {
  let report: Report;
  let all: Asked[];

  beforeAll(async () => {
    ({ report, all } = await asked(withoutWhatIsNotThereYet(linesOf(name))));
    process.stdout.write(
      `\n${name}, without the intents that are not there yet (${[...NOT_YET].join(', ')})\n${reportText(report)}\n`,
    );
  });

  const known = ({ answer: { intent, status } }: Asked) =>
    status === 'answered' && ['find-supplier', 'supplier-info', 'policy'].includes(intent);

  it('are answered rightly for at least nine in ten, leaving out the intents that are not there yet', () => {
    expect(report.lines).toBeGreaterThan(100);
    expect(report.right / report.lines).toBeGreaterThanOrEqual(0.9);
  });

  it('lead to no supplier when they are not ours to answer', () => {
    expect(report.falseAnswers).toBe(0);
  });

  it('lead to no supplier that stopped or is not shown to be social', () => {
    const harmful = all.flatMap(({ expected, answer }) =>
      answer.suppliers
        .filter((id) => !knowledge.suppliers.has(id) || !mayBeOffered(knowledge.suppliers.get(id) as never))
        .map((id) => `${expected.question} → ${id}`),
    );
    expect(harmful).toEqual([]);
  });

  it('get at least one source with each answer about a supplier or a rule', () => {
    expect(
      all.filter((one) => known(one) && one.answer.sources.length === 0).map(({ expected }) => expected.question),
    ).toEqual([]);
  });

  it('get only sources that exist, with the address that is on file', () => {
    const dead = all.flatMap(({ expected, answer }) =>
      answer.sources.filter(({ id, url }) => sourceOf(id)?.url !== url).map(({ id }) => `${expected.question} → ${id}`),
    );
    expect(dead).toEqual([]);
  });

  it('get each source with its date, or with the remark that it has none', () => {
    const silent = all.flatMap(({ expected, answer }) =>
      answer.sources.flatMap(({ id }) => {
        const source = sourceOf(id);
        const says = source && dateOf(source.dated, source.assumed, answer.language);
        const lines = answer.text.split('\n').filter((line) => line.startsWith(`${texts[answer.language].source}: `));
        return source && lines.some((line) => line.includes(source.title) && line.includes(says ?? ''))
          ? []
          : [`${expected.question} → ${id}: ${says}`];
      }),
    );
    expect(silent).toEqual([]);
  });

  it('are never answered with an error or with something left to fill in', () => {
    const broken = all.filter(
      ({ answer: { text } }) => text.trim() === '' || /undefined|null|NaN|\[object|\{bedrag|\{\w+\}/.test(text),
    );
    expect(broken.map(({ expected }) => expected.question)).toEqual([]);
  });

  it('are handed over or said to be outside the subject for at least 95 in 100 of those outside it', () => {
    const outside = all.filter(({ expected }) => firstIntent(expected) === 'out-of-scope');
    const handedOver = outside.filter(({ answer: { status } }) => status === 'refused' || status === 'unanswered');
    expect(
      outside.filter((one) => !handedOver.includes(one)).length,
      outside
        .filter((one) => !handedOver.includes(one))
        .map(({ expected, answer }) => `${expected.question} → ${answer.intent} ${answer.status}`)
        .join('\n'),
    ).toBeLessThanOrEqual(Math.max(1, outside.length * 0.05));
  });

  it('are answered the same when they are asked again', async () => {
    const again = await asked(withoutWhatIsNotThereYet(linesOf(name)));
    expect(again.all).toEqual(all);
  });
});

describe('the question lists', () => {
  it('hold patterns that are patterns and suppliers that exist', () => {
    const wrong = sets
      .flatMap(linesOf)
      .flatMap(({ id, anyOf = [], allOf = [], noneOf = [], textMatches = [], textExcludes = [] }) => [
        ...[...anyOf, ...allOf, ...noneOf]
          .filter((supplier) => !knowledge.suppliers.has(supplier))
          .map((supplier) => `${id}: ${supplier}`),
        ...[...textMatches, ...textExcludes]
          .filter((pattern) => !isPattern(pattern))
          .map((pattern) => `${id}: ${pattern}`),
      ]);
    expect(wrong).toEqual([]);
  });
});

/** A source of the knowledge base, or the n-th of a supplier. */
function sourceOf(
  id: string,
): { title: string; url: string | null; dated: string | null; assumed: boolean } | undefined {
  const [supplierId, place] = id.split('/');
  if (place === undefined) {
    const source = knowledge.sources.get(id);
    return (
      source && { title: source.title, url: source.url, dated: source.dated, assumed: source.mark === 'ASSUMPTION' }
    );
  }
  const supplier = knowledge.suppliers.get(supplierId ?? '');
  const source = supplier?.sources[Number(place) - 1];
  return supplier && source && { title: supplier.name, url: source.url, dated: source.dated, assumed: false };
}

function dateOf(dated: string | null, assumed: boolean, language: 'nl' | 'en'): string {
  if (assumed) return texts[language].marks.ASSUMPTION;
  return dated ? texts[language].sayDate(dated) : texts[language].undated;
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'i'));
  } catch {
    return false;
  }
}
