import { describe, expect, it, vi } from 'vitest';
import { createGuard, type GuardParts } from '../../src/assistant/guard.ts';
import { createStrip } from '../../src/assistant/strip.ts';
import type { Colleague, People } from '../../src/people.ts';
import { noMeter } from '../../src/ports.ts';
import { foldedWords, LONGEST_TEXT } from '../../src/understand/fold.ts';
import { fakeAssistant } from '../support/assistant.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { writtenLog } from '../support/lines.ts';
import { DIRECTORY, plantedPrompts } from '../support/planted.ts';
import { seed } from '../support/seed.ts';

const all = DIRECTORY.map((name, at): Colleague => ({ name, email: `${at}@utrecht.example`, roles: [] }));
const people: People = { known: true, all, find: () => undefined };
const turn = (who = 'ann') => ({ id: 't', from: { id: who, name: '' }, at: { channel: 'web' as const, id: 'a' } });

function guardOf(parts: Partial<GuardParts> & Pick<GuardParts, 'assistant'>) {
  return createGuard({
    people,
    log: writtenLog().log,
    meter: noMeter,
    now: () => new Date(`${TODAY}T10:00:00Z`),
    today: () => TODAY,
    ...parts,
  });
}

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
const PARTICLES = new Set(['van', 'de', 'den', 'der', 'el', 't', 'ter', 'ait']);
const partsOf = (name: string) => foldedWords(name).filter((word) => !PARTICLES.has(word));

describe(`five hundred messages with fifteen hundred things that identify people (seed ${seed})`, () => {
  const prompts = plantedPrompts(500);
  const sent = async () => {
    const model = fakeAssistant();
    const guard = guardOf({ assistant: model, limits: { personPerHour: 1000, allPerDay: 1000 } });
    const vocabulary = { intents: [], categories: [], areas: [], diets: [], themes: [] };
    for (const [at, { prompt }] of prompts.entries())
      await (at % 2
        ? guard(turn(), library).read(prompt, vocabulary)
        : guard(turn(), library).answer(prompt, [], 'nl'));
    return model.reached.map(({ text }) => text);
  };

  it('reach a model without a number, an address or a name of the directory, and almost without any other name', async () => {
    const texts = await sent();
    expect(texts).toHaveLength(500);
    const numbers = prompts.filter(({ numbered }, at) => bare(texts[at] ?? '').includes(bare(numbered.value)));
    expect(numbers.map(({ numbered }) => numbered)).toEqual([]);
    const leaked = prompts.filter(({ colleague }, at) => {
      const words = new Set(foldedWords(texts[at] ?? ''));
      return partsOf(colleague).some((part) => words.has(part));
    });
    expect(leaked.map(({ colleague, prompt }) => `${colleague}: ${prompt}`)).toEqual([]);
    const free = prompts.filter(({ free: name }, at) => {
      const words = new Set(foldedWords(texts[at] ?? ''));
      return partsOf(name).some((part) => words.has(part));
    });
    process.stdout.write(`\n${500 - free.length} of 500 free names were taken away\n`);
    expect(free.length, free.map(({ prompt }) => prompt).join('\n')).toBeLessThanOrEqual(25);
  });

  it.each([
    ['mevrouw Groen heeft een burn-out, mag ik bloemen kopen', 'mevrouw … heeft een burn-out, mag ik bloemen kopen'],
    ['mijn collega Mila Groen is ziek', 'mijn collega … is ziek'],
    ['mijn naam is Groen', 'mijn naam …'],
    ['naam: Groen', 'naam: …'],
    ['boeket voor cliënt Bakker, dossier 2024-12345', 'boeket voor cliënt …, …'],
    ['boeket voor patiënt Bloem', 'boeket voor patiënt …'],
    ['Anna Utrecht wil lunch', '… wil lunch'],
    ['mijn personeelsnummer is 48213, mag ik lunch', 'mijn …, mag ik lunch'],
    ['zaaknummer Z-12345, mag ik lunch', '…, mag ik lunch'],
    ['geboren op 12-03-1984, mag ik taart', '…, mag ik taart'],
    ['born on 12 March 1984', '…'],
    ['zie linkedin.com/in/annjansen voor lunch', 'zie … voor lunch'],
    ['vraag het aan ann.jansen voor lunch', 'vraag het aan … voor lunch'],
    ['Mila Groen in Overvecht wil lunch', '… in Overvecht wil lunch'],
    ['mevrouw Groen, Lunch voor 25 personen', 'mevrouw …, Lunch voor 25 personen'],
  ])('keep nothing by which a person can be found: %s', (text, left) => {
    expect(createStrip({ all: [] }, library)(text)).toBe(left);
  });

  it('are still questions that can be answered', () => {
    const strip = createStrip(people, library);
    for (const question of [
      'Wie kan lunch leveren voor 25 personen in Overvecht?',
      'Mag ik 9.500 euro besteden bij The Colour Kitchen?',
      'Hoeveel offertes vraag ik bij 40.000 euro op 12 december 2026?',
      'Mag ik als klant van The Colour Kitchen in Utrecht lunch bestellen?',
    ])
      expect(strip(question)).toBe(question);
  });
});

describe('what goes to a model', () => {
  it('is nothing where the filter fails', async () => {
    const model = fakeAssistant({ answer: async () => ({ text: 'x', cites: [] }) });
    const broken: People = {
      ...people,
      get all(): never {
        throw new Error('the directory is away');
      },
    };
    const { log, text } = writtenLog();
    expect(
      await guardOf({ assistant: model, people: broken, log })(turn(), library).answer('Wat is MVI?', [], 'nl'),
    ).toBe(undefined);
    expect(model.reached).toEqual([]);
    expect(text()).toContain('assistant-not-asked');
  });

  it('is at most four thousand characters, however much was typed, and takes no time to make', async () => {
    const model = fakeAssistant();
    const guard = guardOf({ assistant: model });
    const start = performance.now();
    for (const piece of ['lunch ', 'Aa ', 'van ', '06 ', 'a.a@', 'straat ', 'é', 'NL00 '])
      await guard(turn(piece), library).answer(piece.repeat(100_000 / piece.length), [], 'nl');
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(model.reached).toHaveLength(8);
    expect(model.reached.filter(({ text }) => text.length > LONGEST_TEXT)).toEqual([]);
  });

  it('is twenty questions an hour of one person at most, and a number a day of all', async () => {
    let time = new Date(`${TODAY}T10:00:00Z`);
    let today = TODAY;
    const model = fakeAssistant();
    const guard = guardOf({ assistant: model, limits: { allPerDay: 45 }, now: () => time, today: () => today });
    const asks = async (who: string, times: number) => {
      const before = model.reached.length;
      for (let at = 0; at < times; at += 1) await guard(turn(who), library).answer('Wat is MVI?', [], 'nl');
      return model.reached.length - before;
    };
    expect(await asks('ann', 1000)).toBe(20);
    expect(await asks('bo', 10)).toBe(10);
    time = new Date(`${TODAY}T10:59:59Z`);
    expect(await asks('ann', 10)).toBe(0);
    time = new Date(`${TODAY}T11:00:01Z`);
    expect(await asks('ann', 10)).toBe(10);
    expect(await asks('cas', 10)).toBe(5);
    today = '2027-01-01';
    expect(await asks('cas', 1)).toBe(1);
  });

  it('takes no more than the time there is, for a reading and an answer together', async () => {
    vi.useFakeTimers();
    try {
      const counted: string[] = [];
      const never = () => new Promise<never>(() => undefined);
      const asked = guardOf({
        assistant: fakeAssistant({ read: never, answer: never }),
        meter: { ...noMeter, count: (what) => counted.push(what) },
      })(turn(), library);
      const done: string[] = [];
      const both = asked
        .read('xyzzy', { intents: [], categories: [], areas: [], diets: [], themes: [] })
        .then(() => done.push('read'))
        .then(() => asked.answer('xyzzy', [], 'nl'))
        .then(() => done.push('answer'));
      await vi.advanceTimersByTimeAsync(1999);
      expect(done).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(done).toEqual(['read', 'answer']);
      await both;
      expect(counted).toEqual(['fallbacks', 'fallbacks']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is asked of a model that throws as of one that knows nothing', async () => {
    const thrower = {
      answer: () => {
        throw new Error('at once');
      },
      read: async () => Promise.reject(new Error('later')),
    };
    const asked = guardOf({ assistant: thrower })(turn(), library);
    expect(await asked.answer('Wat is MVI?', [], 'nl')).toBe(undefined);
    expect(await asked.read('xyzzy', { intents: [], categories: [], areas: [], diets: [], themes: [] })).toBe(
      undefined,
    );
  });
});
