import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

describe('somebody who asks for another language', () => {
  it.each(['in english pls', 'English please', 'kan het in het engels?', 'can we speak english'])(
    'hears the last answer again, and all that follows: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says('wie levert lunch voor 25 man');
      ann.hears('Ik zocht');
      await ann.says(text);
      ann.hears('I looked for: have lunch delivered, 25 people');
      await ann.says('en voor 30 personen?');
      ann.hears('I looked for', '30 people');
      await ann.says('wat is een sociale onderneming');
      ann.hears('social');
      expect(ann.made().language).toBe('en');
    },
  );

  it('goes back the same way, and stays understood in the language they type', async () => {
    const ann = conversation(library);
    await ann.says('engels graag');
    ann.hears('from now on I answer in English');
    await ann.says('opnieuw');
    await ann.says('ik zoek 12 kerstpakketten');
    expect(ann.made().language).toBe('en');
    ann.hears('12 pieces');
    await ann.says('in het nederlands graag');
    ann.hears('12 stuks');
  });

  it('is asked the open question of the check in it, and answers as before', async () => {
    const ann = conversation(library);
    await ann.says('mag ik lunch voor 600 euro bestellen bij the colour kitchen');
    await ann.says('in english pls');
    ann.hears('from now on I answer in English', 'Is there a running contract');
    await ann.says('nee');
    ann.hears('Do you have a personal tie');
    await ann.says('no');
    ann.hears('According to this check', '€600');
    await ann.says('nederlands');
    ann.hears('Volgens deze check', '€ 600');
  });

  it('keeps the request, the project and the form they were in', async () => {
    const ann = conversation(library);
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.says('in english');
    ann.hears('This will be your request', '30 tote bags');
    await ann.says('stop');
    await ann.says('nieuwe sporthal, 2,4 miljoen euro, waar zitten kansen voor impact?');
    await ann.says('in het nederlands');
    ann.hears('vastgoed', /Kans op impact/i);
  });

  it('keeps the form of a buyer open', async () => {
    const here = office(library, { people: peopleOf({ name: 'Ann' }, { name: 'Bo', roles: ['buyer'] }) });
    const [ann, bo] = [here.worker('Ann'), here.worker('Bo')];
    await bo.says('meld aanvragen hier');
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    await bo.presses('Ik pak dit op');
    await bo.presses('Stel een vraag');
    await bo.says('in english please');
    await bo.says('Which colour?');
    ann.hears('Which colour?');
  });

  it.each(['ik zoek een cursus engels', 'wie geeft een rondleiding in het engels', 'english dutch'])(
    'is not who looks for something in a language: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says(text);
      ann.doesNotHear('from now on', 'vanaf nu');
    },
  );
});

describe('"can I buy direct", in the middle of a talk', () => {
  it('is about the purchase that is checked', async () => {
    const ann = conversation(library);
    await ann.says('can I buy lunch for 600 euros at the colour kitchen');
    await ann.says('can i buy direct');
    ann.hears('€600', 'Is there a running contract');
    await ann.says('no contract');
    await ann.says('no tie');
    await ann.says('can i buy direct');
    ann.hears('According to this check you can buy this directly');
  });

  it('is about the supplier that was picked, and what was said before', async () => {
    const ann = conversation(library);
    await ann.says('who can deliver lunch for 25 people, 12 euro pp');
    const [first] = ann.made().suppliers;
    await ann.says('can i buy direct at the first one');
    expect(ann.made().understood).toMatchObject({ supplier: first, people: 25, perPerson: 12 });
  });

  it('counts with what was looked for when a supplier is shown first', async () => {
    const ann = conversation(library);
    await ann.says('who can deliver lunch for 25 people, 12 euro pp');
    await ann.says('tell me about the first one');
    await ann.says('can i buy direct');
    ann.hears('25 × €12 = €300');
  });
});
