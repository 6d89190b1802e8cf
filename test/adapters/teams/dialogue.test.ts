import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversation } from '../../support/conversation.ts';
import { library } from '../../support/library.ts';
import { long } from '../../support/long.ts';
import { holdsFor, seed } from '../../support/seed.ts';
import { TYPED } from './activities.ts';
import { inputsOf } from './cards.ts';
import { type Office, openOffice } from './dialogue.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.stop();
});

type Asked = { question: string; language: 'nl' | 'en'; conversation?: string };
const asked = readFileSync(new URL('../../knowledge/sets/golden.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Asked);

/** Every seventh question of the golden set, and every conversation in it. */
const talks: string[][] = [
  ...Map.groupBy(
    asked.filter((one) => one.conversation),
    (one) => one.conversation,
  ).values(),
]
  .map((some) => some.map(({ question }) => question))
  .concat(asked.filter((one, at) => !one.conversation && at % 7 === 0).map(({ question }) => [question]));

/** What is read, without the numbers that only the plain text has. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** Each gets a number of their own. */
const numberless = (text: string) => text.replace(/\b(IMP|CHK)-\d{4}-\d+/g, '$1');

describe('the same talks in Teams', () => {
  it('mean the same as in the core: each sentence, each fact and each button is there', async () => {
    expect(talks.length).toBeGreaterThan(60);
    for (const [at, talk] of talks.entries()) {
      const core = conversation(library, { person: `talk-${at}`, locale: 'nl' });
      const ann = office.person(`talk-${at}`);
      for (const text of talk) {
        await core.says(text);
        await ann.says(text);
        const read = ` ${linesOf(ann.heard()).join(' ')} `.replace(/\s+/g, ' ');
        const missing = linesOf(core.heard())
          .filter((line) => !/^(?:Bron|Source): /.test(line))
          .filter((line) => !read.includes(line.replace(/ \(https?:[^)]*\)/g, '')));
        expect(missing, `${text}\n${read}`).toEqual([]);
      }
    }
  }, 120_000);

  it('let a lunch be checked by pressing, from the question to the outcome', async () => {
    const ann = office.person('ann');
    await ann.says('Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?');
    for (let question = 0; question < 2; question += 1) {
      const no = ann.offered().find((label) => label.startsWith('Nee'));
      await ann.presses(no ?? 'a button that says no');
    }
    expect(ann.heard()).toContain(library.knowledge.check.outcomes.direct?.answer.nl.replaceAll('**', ''));
    expect(ann.heard()).toMatch(/Bronnen\n\[1\] /);
  });

  it('end the same whether the buttons are pressed or their labels are typed', async () => {
    const starts = ['Mag ik voor 900 euro lunch bestellen bij The Colour Kitchen?', 'lunch voor 20 man', 'hoi'];
    for (const [at, start] of starts.entries()) {
      const bo = office.person(`bo-${at}`);
      const cas = office.person(`cas-${at}`);
      await bo.says(start);
      await cas.says(start);
      for (let step = 0; step < 6; step += 1) {
        const label = bo.offered().find((one) => !/^(?:Dit helpt|Stop|Terug)|IMP-|CHK-/.test(one));
        if (label === undefined) break;
        await bo.presses(label);
        await cas.says(label);
        expect(numberless(cas.heard()), `${start}: ${label}`).toBe(numberless(bo.heard()));
      }
    }
  });

  it('ask why an answer did not help, keep what was filled in, and put the thanks in its place', async () => {
    const dee = office.person('dee');
    await dee.says('lunch voor 20 man');
    await dee.presses('Dit helpt niet');
    expect(inputsOf(dee.cards()[0] as never).length).toBeGreaterThan(1);
    await dee.fillsIn({ more: 'Er ontbreekt iets' });
    expect(dee.heard()).toContain('Let op:');
    expect(inputsOf(dee.cards()[0] as never).map(({ value }) => value)).toContain('Er ontbreekt iets');
    const [reason] = inputsOf(dee.cards()[0] as never);
    const choice = reason?.type === 'Input.ChoiceSet' ? reason.choices[0]?.value : undefined;
    await dee.fillsIn({ reason: choice ?? '' });
    expect(office.connector.received.at(-1)).toMatchObject({ method: 'PUT' });
    expect(dee.count()).toBe(1);
  });

  it('answer an English question in English', async () => {
    const eve = office.person('eve');
    await eve.says('Who can bring lunch for 20 people?');
    expect(eve.heard()).toMatch(/suppliers? fit/);
    expect(eve.cards()[0]?.lang).toBe('en');
  });

  it(`lose nothing and double nothing, whatever happens in whatever order (seed ${seed})`, async () => {
    let talk = 0;
    const step = fc.oneof(
      fc.constantFrom(...TYPED).map((text) => ({ text })),
      fc.record({ press: fc.nat(20), times: fc.integer({ min: 1, max: 3 }) }),
    );
    const walk = fc.array(fc.tuple(fc.constantFrom('een', 'twee'), step), { minLength: 1, maxLength: long ? 30 : 12 });
    await holdsFor(
      walk,
      async (steps) => {
        talk += 1;
        const people = { een: office.person(`een-${talk}`, `19:groep-${talk}`), twee: office.person(`twee-${talk}`) };
        for (const [who, what] of steps) {
          const person = people[who as keyof typeof people];
          if ('text' in what) await person.says(what.text);
          else {
            const labels = person.offered();
            const label = labels[what.press % Math.max(1, labels.length)];
            if (label === undefined) continue;
            await person.presses(label, what.times);
          }
          expect(person.count(), JSON.stringify(what)).toBe(1);
          expect(person.heard()).not.toMatch(/Er ging iets mis|Something went wrong/);
        }
      },
      long ? 300 : 15,
    );
    expect(office.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 300_000);
});
