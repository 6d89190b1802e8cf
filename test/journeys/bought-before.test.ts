import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('what belongs together', () => {
  it.each([
    ['we kochten al voor 7000 bij the colour kitchen, mag er nog 4000 bij', 4000, 7000],
    ['we zitten al op 9500 dit jaar bij the colour kitchen, kan er nog 800 bij', 800, 9500],
    ['vorige maand 6000 bij i-did en nu weer 6000', 6000, 6000],
    ['in maart hebben we voor 6.000 euro tassen gekocht bij i-did, nu willen we er nog voor 5.000', 5000, 6000],
    ['lunch bij the colour kitchen van 4000 euro, eerder dit jaar kochten we daar al voor 7000 euro', 4000, 7000],
    ['we already spent 7,000 at the colour kitchen, can we spend another 4,000', 4000, 7000],
  ])('is heard as what was bought and what comes on top: %s', async (text, amount, related) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made()).toMatchObject({ intent: 'check', understood: { amount, related } });
  });

  it.each([
    ['catering for 9,000 plus 1,500 from the colour kitchen', 10500],
    ['tassen van i-did voor 9000 en nog eens 3000 voor bedrukken', 12000],
    ['9000 euro plus 1500 euro bezorgkosten catering bij the colour kitchen, mag dat?', 10500],
    ['20 tassen à 45 euro plus 50 euro verzendkosten bij i-did', 950],
    ['9.999 euro tassen bij i-did, ex btw', 9999],
  ])('is one amount: %s', async (text, amount) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made()).toMatchObject({ intent: 'check', understood: { amount } });
  });

  it('is asked when somebody tells that they bought before, and not for how much', async () => {
    const ann = conversation(library);
    await ann.says('we hebben al eerder tassen besteld bij i-did, mag ik voor 500 euro tassen bij i-did kopen');
    await ann.says('nee, geen contract');
    await ann.says('ex');
    ann.hears('Al gekocht of gepland, in euro zonder btw');
  });

  it('is asked of what was bought last year, for it may be too long ago', async () => {
    const ann = conversation(library);
    await ann.says('we hebben vorig jaar 7000 uitgegeven bij i-did, mag ik nu weer 9000');
    expect(ann.made().understood).toMatchObject({ amount: 9000 });
    expect(ann.made().understood).not.toHaveProperty('related');
    for (const text of ['spullen', 'nee, geen contract', 'ex']) await ann.says(text);
    ann.hears('Al gekocht of gepland, in euro zonder btw');
  });

  it.each([
    ['20 tassen van 45 euro plus 50 euro verzendkosten bij i-did, mag dat', 'amount'],
    ['we kochten al voor 7000 euro bij i-did, mag ik nog 20 tassen van 45 euro bij i-did kopen', 'amount'],
    ['vorige week kochten we 20 tassen van 45 euro bij i-did, mag ik nog voor 4000 euro tassen kopen', 'related'],
    ['9000 euro plus 45 euro per stuk aan tassen bij i-did, mag dat', 'amount'],
  ])('is not made of the price of one: %s', async (text, open) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made().intent).toBe('check');
    expect(ann.made().understood).not.toHaveProperty(open);
  });

  it.each([
    'mijn collega bestelde al voor 6000 euro catering, ik wil nog voor 5000 euro',
    'mag ik voor 4000 euro bestellen, er is al 7000 besteed',
  ])('is checked without a supplier as well: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made()).toMatchObject({ intent: 'check', status: 'clarify' });
    ann.hears('al gekocht of gepland: €');
  });

  it('keeps the btw of what was bought before apart from that of the amount', async () => {
    const ann = conversation(library);
    await ann.says('we kochten al voor 1000 euro incl btw bij i-did, mag ik nog voor 9500 euro tassen bij i-did kopen');
    expect(ann.made().understood).toMatchObject({ amount: 9500, related: 1000 });
    expect(ann.made().understood).not.toHaveProperty('vat');
  });

  it.each(['wie is i-did, wij hebben 500 euro', 'wat maken ze bij i-did, ik heb 500 euro voor tassen'])(
    'leaves who asks about a supplier with the supplier: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says(text);
      expect(ann.made().intent).not.toBe('check');
    },
  );
});
