import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl.ts';
import { conversation } from '../support/conversation.ts';
import { knowledge, library } from '../support/library.ts';

const bodyOf = (id: string) => knowledge.articles.get(id)?.body.nl.split('\n', 1)[0]?.slice(0, 40) ?? 'no such article';

describe('whether a purchase may be done', () => {
  it('begins with what stops it: a personal tie comes before any amount', async () => {
    const ann = conversation(library);
    await ann.says('mijn zus is eigenaar van mesjokke, mag ik daar voor 300 euro repen kopen?');
    ann.hears(/koop dit niet zelf/);
    ann.doesNotHear(/^Ja\b/);
  });

  it('is no direct purchase when people are hired', async () => {
    const ann = conversation(library);
    await ann.says('mag ik via AutiTalent een tester inhuren voor 8000 euro?');
    ann.hears(/^Inhuur gaat niet rechtstreeks/);
  });

  it.each([
    ['9000', 'tienduizend-euro-grens'],
    ['15.000', 'tien-tot-zeventigduizend'],
    ['80.000', 'offertes-en-drempels'],
    ['300.000', 'europese-drempels'],
  ])('goes by the line under which %s euro lies', async (amount, article) => {
    const ann = conversation(library);
    await ann.says(`mag ik voor ${amount} euro rechtstreeks bestellen?`);
    const [start] = bodyOf(article).split('{');
    ann.hears(nl.checkHere, (start ?? '').replaceAll('**', '').trim());
    ann.isOffered(nl.check.buttons.start);
  });

  it('is never said to be allowed', async () => {
    const ann = conversation(library);
    await ann.says('mag ik voor 600 euro lunch bestellen bij Queridon?');
    ann.hears('Is er een lopend contract');
    ann.doesNotHear(/^Ja\b/);
  });
});

describe('a supplier out of a list', () => {
  it.each([
    ['lunch voor 25 man', 'de tweede'],
    ['lunch voor 25 man', 'wat is nummer 2'],
    ['lunch for 25 people', 'who is the 2nd one?'],
    ['lunch for 25 people', 'tell me about the second one'],
  ])('is meant: %s, %s', async (question, choice) => {
    const ann = conversation(library);
    await ann.says(question);
    const [, second] = ann.made().suppliers;
    await ann.says(choice);
    expect(ann.made()).toMatchObject({ intent: 'supplier-info', understood: { supplier: second } });
  });
});

describe('a diet', () => {
  it('is added to the one before, unless it takes its place', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 15 personen, vegan');
    await ann.says('en zonder noten');
    expect(ann.made().understood.diet).toEqual(['veganistisch', 'notenvrij']);
    await ann.says('liever halal');
    expect(ann.made().understood.diet).toEqual(['halal']);
  });
});
