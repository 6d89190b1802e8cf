import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../src/ports.ts';
import { fakeAssistant, talk } from '../support/assistant.ts';
import { cases, decide } from '../support/cases.ts';
import { library } from '../support/library.ts';
import { long } from '../support/long.ts';
import { generated, seed } from '../support/seed.ts';

/** Says of everything that it may, or of everything that it may not, and cites all it got. */
const contrary = (text: string): Assistant => ({
  answer: async (question, passages) => {
    const cites = passages.map(({ id }) => id);
    // The rules as they stand would count as a draft: here too the bot keeps to its own words.
    const [, , first = ''] = passages[0]?.text.split('\n') ?? [];
    return { text: question.length % 2 ? text : first, cites };
  },
  read: async () => ({ intent: 'check', category: 'catering' }),
});

describe(`what the check decides (seed ${seed})`, () => {
  it('is the same in every case, whatever a model says', async () => {
    const model = fakeAssistant(contrary('Je mag dit rechtstreeks kopen.'));
    const says = await talk(library, { assistant: model, assistantLimits: { personPerHour: 1e6, allPerDay: 1e6 } });
    const plain = await talk(library);
    const some = generated(cases({ given: 4, absent: 1, doubted: 0 }), long ? 1000 : 100);
    const outcomes = new Set<string>();
    let compared = 0;
    for (const [at, facts] of some.entries()) {
      outcomes.add(decide(facts).outcome);
      const question = questionOf(facts, at);
      const [heard, own] = [await says(question), await plain(question)];
      if (own.made.intent !== 'check') continue;
      compared += 1;
      expect(heard.replies, question).toEqual(own.replies);
    }
    expect(outcomes.size).toBeGreaterThan(1);
    expect(compared / some.length).toBeGreaterThan(0.7);
  });

  it('is the same at the end of a whole check, whatever a model says in between', async () => {
    const says = await talk(library, { assistant: contrary('Dat mag niet. You may not.') });
    const plain = await talk(library);
    for (const text of [
      'mag ik lunch voor 600 euro zonder btw bestellen bij The Colour Kitchen?',
      'nee',
      'nee hoor',
      'eenmalig',
      'nee',
    ]) {
      const [heard, own] = [await says(text, { place: 'a' }), await plain(text, { place: 'a' })];
      expect(heard.replies).toEqual(own.replies);
    }
  });
});

const THINGS = ['lunch', 'schoonmaak', 'cadeaus', 'een verbouwing', 'kerstpakketten', 'drukwerk'];

/** The case as somebody asks it. */
function questionOf(
  { amount, supplier, contract, vat }: ReturnType<typeof generated<Parameters<typeof decide>[0]>>[number],
  at: number,
): string {
  const euros = amount === undefined ? '' : ` voor ${String(amount).replace('.', ',')} euro`;
  const btw = vat === 'excluded' ? ' zonder btw' : vat === 'included' ? ' met btw' : '';
  const where =
    supplier && library.knowledge.suppliers.has(supplier)
      ? ` bij ${library.knowledge.suppliers.get(supplier)?.name}`
      : '';
  const running = contract === 'yes' ? ' Er is een lopend contract.' : contract === 'no' ? ' Er is geen contract.' : '';
  return `Mag ik ${THINGS[at % THINGS.length]}${euros}${btw} rechtstreeks kopen${where}?${running}`;
}
