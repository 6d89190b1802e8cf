import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl.ts';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('looking for a supplier', () => {
  it('shows who fits, why, with proof and sources, and what is not known', async () => {
    const ann = conversation(library);
    await ann.says('Wie kan donderdag lunch brengen voor 25 man?');
    ann.hears(
      '25 personen, donderdag 26 november 2026',
      `${nl.why}: `,
      `${nl.proof}: `,
      nl.missing.price,
      /^Bron: .*20\d\d/m,
    );
    expect(ann.made().suppliers).toHaveLength(3);
    ann.isOffered(nl.buttons.more, nl.buttons.helpful, nl.buttons.notHelpful);
  });

  it('goes on with the same list, and shows nobody twice', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 25 man');
    const first = ann.made().suppliers;
    await ann.presses(nl.buttons.more);
    expect(ann.made().suppliers.length).toBeGreaterThan(0);
    expect(ann.made().suppliers.filter((id) => first.includes(id))).toEqual([]);
  });

  it('does for a typed label or number what it does for a press', async () => {
    const [presses, types, counts] = [conversation(library), conversation(library), conversation(library)];
    for (const one of [presses, types, counts]) await one.says('lunch voor 25 man');
    await presses.presses(nl.buttons.more);
    await types.says(nl.buttons.more.toLowerCase());
    await counts.says('1');
    types.isShown(...presses.made().suppliers);
    counts.isShown(...presses.made().suppliers);
  });

  it('takes what was said before along, until somebody asks for something else', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 25 man');
    await ann.says('en in Overvecht?');
    expect(ann.made().understood).toMatchObject({ category: 'catering', people: 25, area: 'overvecht' });
    await ann.says('Wie kan onze ramen wassen?');
    expect(ann.made().understood).toMatchObject({ category: 'schoonmaak' });
    expect(ann.made().understood).not.toHaveProperty('people');
  });

  it.each([
    ['broodjes voor 12 in Overvecht', 'en bloemen?', 'bloemen-en-groen'],
    ['lunch for 12 people in Overvecht', 'and flowers?', 'bloemen-en-groen'],
    ['zaal voor 12 man in Overvecht', 'met drukwerk erbij', 'drukwerk'],
  ])(
    'leaves for how many it is behind where something else is not for people: %s, %s',
    async (first, then, category) => {
      const ann = conversation(library);
      await ann.says(first);
      await ann.says(then);
      expect(ann.made().understood).toEqual({ category, area: 'overvecht' });
    },
  );

  it('takes for how many it is along to something else for people', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 30 man vrijdag');
    await ann.says('en ook een zaal');
    expect(ann.made().understood).toMatchObject({ category: 'vergaderlocaties', people: 30, date: expect.any(String) });
  });

  it('shows back how often it is wanted, and that an amount is that of one time', async () => {
    const ann = conversation(library);
    await ann.says('wie kan 4x per jaar onze ramen wassen voor 3000 euro');
    ann.hears(', 4 keer, € 3.000 per keer.');
    const bo = conversation(library);
    await bo.says('wie kan onze ramen wassen voor 3000 euro');
    bo.hears(', € 3.000 in totaal.');
  });

  it('answers in the language in which it was asked', async () => {
    const ann = conversation(library);
    await ann.says('Who can bring lunch for 25 people?');
    ann.hears('I looked for', /^Source: /m);
    ann.doesNotHear('Ik zocht', /^Bron: /m);
    await ann.says('Wie levert taart voor tien mensen?');
    ann.hears('Ik zocht');
  });

  it('says so when nobody on the list has it, who may know, and keeps the question for the editors', async () => {
    const ann = conversation(library);
    await ann.says('Ik zoek een helikopter om te huren');
    expect(ann.made()).toMatchObject({ status: 'unanswered', suppliers: [] });
    ann.hears('staat niet in mijn kennisbank', 'Inkoop');
    expect(await ann.notes()).toMatchObject([{ kind: 'unanswered', text: 'Ik zoek een helikopter om te huren' }]);
  });

  it('asks which amount is meant rather than choose one', async () => {
    const ann = conversation(library);
    await ann.says('lunch voor 25 man, budget 1,500 euro');
    ann.hears('Welk bedrag bedoel je met 1,500?');
    expect(ann.made().understood).not.toHaveProperty('amount');
  });
});

describe('a supplier that is asked for by name', () => {
  it('is told about honestly when it is not shown to be social, with others instead', async () => {
    const ann = conversation(library);
    await ann.says('Wat doet Kringloop De Waarde?');
    ann.hears('is niet aangetoond dat het een sociale onderneming is', nl.instead);
    expect(ann.made().understood.supplier).toBe('de-waarde');
    expect(ann.made().suppliers).not.toContain('de-waarde');
  });
});

describe('whether it helped', () => {
  it('is asked below an answer; why not is asked in a form, and kept without a name', async () => {
    const ann = conversation(library, { person: 'ann' });
    await ann.says('Wat is social return voor regeling?');
    await ann.presses(nl.buttons.notHelpful);
    ann.hears(nl.rateReason, nl.rateReasons.incomplete);
    await ann.fillsIn({ reason: '' });
    ann.hears(nl.chooseOne);
    await ann.fillsIn({ reason: 'incomplete', more: 'het percentage' });
    ann.hears(nl.rateNoted);
    expect(await ann.notes()).toMatchObject([
      { kind: 'not-helpful', reason: 'incomplete: het percentage', text: 'Wat is social return voor regeling?' },
    ]);
    expect(JSON.stringify(await ann.notes())).not.toMatch(/web:ann|"ann"/);
  });
});

describe('the first thing a person hears', () => {
  it('is what it is, that it is a program, and a few questions to press', async () => {
    const ann = conversation(library, { locale: 'nl' });
    await ann.opens();
    ann.hears('Ik ben een computerprogramma');
    await ann.presses('Vergaderzaal voor 12 personen');
    expect(ann.made()).toMatchObject({
      intent: 'find-supplier',
      understood: { category: 'vergaderlocaties', people: 12 },
    });
  });

  it('is in English for who reads English', async () => {
    const ann = conversation(library, { locale: 'en' });
    await ann.opens();
    ann.hears('I am a computer program');
  });
});

describe('a search', () => {
  it('is another one below an open question that asks about other things', async () => {
    const ann = conversation(library);
    await ann.says('300 bloemen voor 1 december');
    ann.hears('bloemen om weg te geven');
    await ann.says('zoek lunch voor 20');
    ann.hears(/Ik zocht: lunch laten bezorgen, 20 personen\.\n/);
  });

  it.each([
    ['aanvraag: 20 taarten', 'en wie levert dat?'],
    ['mag ik taart kopen voor 300 euro', 'waar kan ik dat kopen?'],
    ['plaats een aanvraag voor 20 taarten', 'wie kan dat leveren'],
  ])('is for what was just spoken of, where it only points to that: %s, %s', async (before, text) => {
    const ann = conversation(library);
    await ann.says(before);
    await ann.says(text);
    ann.hears('Ik zocht: taart en gebak', 'Koeckebackers');
  });

  it('is none where "that" is a rule', async () => {
    const ann = conversation(library);
    await ann.says('taart');
    await ann.says('wat is social return');
    await ann.says('wie doet dat');
    ann.doesNotHear('Ik zocht');
  });
});
