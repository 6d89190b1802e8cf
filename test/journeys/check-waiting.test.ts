import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

/** Ann is in a check about cleaning, and is asked for the amount. */
async function askedAmount() {
  const ann = conversation(library);
  await ann.says('mag ik schoonmaak rechtstreeks kopen');
  await ann.says('geen contract');
  ann.hears('Wat kost het één keer');
  return ann;
}

describe('the amount of a check', () => {
  it.each([
    ['800 pm', 800, 12],
    ['800 p/m', 800, 12],
    ['800 per maand', 800, 12],
    ['2500 per kwartaal', 2500, 4],
    ['2500 per quarter', 2500, 4],
    ['800 pm, 2 jaar lang', 800, 24],
  ])('is taken with how often it returns, without the word euro: %s', async (text, amount, occurrences) => {
    const ann = await askedAmount();
    await ann.says(text);
    expect(ann.made().understood).toMatchObject({ amount, occurrences });
  });

  it.each(['6000 per jaar', '45 per uur'])('is not the price of one: %s', async (text) => {
    const ann = await askedAmount();
    await ann.says(text);
    ann.hears('de prijs van één uur, dag, jaar of stuk', 'Wat kost het één keer');
    expect(ann.made().understood).not.toHaveProperty('amount');
  });

  it('is no hour of the day', async () => {
    const ann = await askedAmount();
    await ann.says('at 8 pm');
    expect(ann.made().understood).not.toHaveProperty('occurrences');
  });
});

describe('somebody who asks in a check who else can supply it', () => {
  it.each([
    'wie levert dat nog meer',
    'wie kan dat ook leveren',
    'zijn er andere leveranciers',
    'who else supplies that',
  ])('gets suppliers for the thing of the check: %s', async (text) => {
    const ann = conversation(library);
    await ann.says('mag ik tassen bij i-did kopen');
    await ann.says(text);
    expect(ann.made()).toMatchObject({ intent: 'find-supplier', understood: { category: 'cadeaus' } });
    ann.hears(/Deze \d leveranciers passen|These \d suppliers fit/);
  });
});

describe('the open question of a check', () => {
  it('is repeated once below other answers, and after that one line says that it waits', async () => {
    const ann = conversation(library);
    await ann.says('mag ik tassen bij i-did kopen');
    await ann.says('wat is social return');
    ann.hears('Nog even je check', 'Is er een lopend contract');
    await ann.says('wat is pso');
    ann.hears('PSO laat zien', 'Je check staat nog open. Typ verder');
    ann.doesNotHear('Is er een lopend contract');
    ann.isOffered('Verder', 'Stop');
    await ann.says('ga verder');
    ann.hears('Is er een lopend contract');
    await ann.says('wat is bibob');
    ann.doesNotHear('Is er een lopend contract');
    await ann.presses('Verder');
    ann.hears('Is er een lopend contract');
    await ann.says('what is social return');
    ann.hears('Your check is still open. Type continue');
    await ann.says('continue');
    ann.hears('Is there a running contract');
  });

  it('is answered by typing, below that line as well', async () => {
    const ann = conversation(library);
    await ann.says('mag ik tassen bij i-did kopen');
    for (const text of ['wat is social return', 'wat is pso', 'geen contract']) await ann.says(text);
    ann.hears('Wat kost het één keer');
    for (const text of ['wat is social return', 'wat is pso', '900 ex btw']) await ann.says(text);
    ann.hears('Koop je dit vaker?');
    for (const text of ['wat is social return', 'wat is pso']) await ann.says(text);
    ann.hears('Je check staat nog open');
    await ann.says('2');
    expect(ann.made().understood).toMatchObject({ occurrences: 2 });
  });
});
