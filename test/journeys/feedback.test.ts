import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl.ts';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('what people think of an answer', () => {
  it('is kept for the editors under the question it was for, also when another was asked since', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 20 man');
    await ann.says('wat is social return?');
    await ann.presses(nl.buttons.notHelpful, 1);
    await ann.fillsIn({ reason: 'wrong', more: 'dit klopt niet meer' });
    ann.hears(nl.rateNoted);
    expect(await ann.notes()).toMatchObject([
      { kind: 'not-helpful', text: 'lunch voor 20 man', reason: 'wrong: dit klopt niet meer' },
    ]);
  });

  it('may be typed instead of filled in', async () => {
    const ann = conversation(library);
    await ann.says('wat is social return?');
    await ann.says(nl.buttons.notHelpful.toLowerCase());
    ann.hears(nl.rateWhy);
    await ann.says(nl.rateReasons['too-long']);
    ann.hears(nl.rateNoted);
    expect((await ann.notes()).map(({ reason }) => reason)).toEqual(['too-long']);
  });

  it('is asked again, beside the field, when no reason was chosen, and keeps what was typed', async () => {
    const ann = conversation(library);
    await ann.says('wat is social return?');
    await ann.presses(nl.buttons.notHelpful);
    await ann.fillsIn({ more: 'te veel tekst' });
    ann.hears(nl.chooseOne);
    expect(await ann.notes()).toEqual([]);
  });
});

describe('what people tell the editors', () => {
  it('is noted without an address or a number by which somebody can be found', async () => {
    const ann = conversation(library);
    await ann.says('jullie missen een leverancier: Pietje, mail jan@example.nl of bel 0612345678');
    ann.hears(nl.tipNoted);
    const [note] = await ann.notes();
    expect(note).toMatchObject({ kind: 'tip' });
    expect(JSON.stringify(note)).not.toMatch(/example\.nl|0612345678/);
  });

  it('is a correction of the supplier that was just shown', async () => {
    const ann = conversation(library);
    await ann.says('wat doet breedweer?');
    await ann.says('klopt niet, ze zijn gestopt');
    ann.hears(nl.correctionNoted);
    expect(await ann.notes()).toMatchObject([{ kind: 'correction', about: 'breedweer' }]);
  });

  it('is also the question that had no answer', async () => {
    const ann = conversation(library);
    await ann.says('zoek een sociale pianostemmer');
    ann.hears(nl.unknownNext);
    expect(await ann.notes()).toMatchObject([{ kind: 'unanswered', text: 'zoek een sociale pianostemmer' }]);
  });
});

describe('a very long text', () => {
  it('is read from its beginning, and the person hears so', async () => {
    const ann = conversation(library);
    await ann.says(`lunch voor 20 man ${'en nog wat '.repeat(600)}`);
    ann.hears(nl.tooLong);
  });
});
