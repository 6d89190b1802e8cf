import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { knowledge, library } from '../support/library.ts';

/** The first sentence of an article, as a person reads it. */
const opening = (id: string, language: 'nl' | 'en') =>
  (knowledge.articles.get(id)?.body[language] ?? `no article ${id}`).split(/(?<=\.)\s/)[0]?.trim() ?? '';
const language = (text: string) => (/^(?:may|can|am) /i.test(text) ? 'en' : 'nl');

describe('who is given something by a supplier', () => {
  it.each([
    'mag ik een etentje van een leverancier aannemen',
    'mag ik een kerstpakket van een leverancier aannemen',
    'mag ik een cadeaubon van de leverancier aannemen',
    'mag ik naar een etentje op kosten van een leverancier',
    'Ik kreeg een taart van onze cateraar, mag ik die houden?',
    'we zijn uitgenodigd voor een diner door een leverancier, mogen we gaan',
    'may I accept a gift card from a supplier',
    'can I accept a dinner invitation from a supplier',
    'am I allowed to go to a dinner paid for by a vendor',
  ])('hears what holds for gifts: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made().intent).toBe('policy');
    const rule =
      language(text) === 'en' ? 'Does a supplier give you something' : 'Krijg je zelf iets van een leverancier';
    ann.hears(rule);
  });

  it.each([
    ['check', 'Mag ik een kerstpakket van een sociale leverancier kopen voor 300 euro?'],
    ['check', 'Ik kreeg een offerte van een leverancier voor 8000 euro, mag ik die rechtstreeks bestellen?'],
    ['find-supplier', 'wie kan kerstpakketten leveren die we mogen houden'],
  ])('is somebody else than who buys: %s for %s', async (intent, text) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made().intent).toBe(intent);
  });
});

describe('who gives something to an official', () => {
  it.each([
    'cadeau geven aan een raadslid',
    'mag ik een cadeau geven aan een raadslid',
    'can i give a gift to a councillor',
  ])('hears what holds for gifts: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    expect(ann.made().intent).toBe('policy');
    ann.hears(opening('geschenken-aan-ambtenaren', language(text)));
  });

  it('is shown suppliers when they look for some, with what holds for gifts', async () => {
    const ann = conversation(library);
    await ann.says('ik wil een cadeautje kopen voor de wethouder');
    expect(ann.made()).toMatchObject({ intent: 'find-supplier', status: 'answered' });
    ann.hears(opening('geschenken-aan-ambtenaren', 'nl'));
    await ann.says('lunch voor 20 raadsleden');
    ann.doesNotHear(opening('geschenken-aan-ambtenaren', 'nl'));
  });

  it('hears of it below the outcome of a check', async () => {
    const ann = conversation(library);
    await ann.says('mag ik bloemen voor de wethouder kopen bij happy flower voor 40 euro ex btw, eenmalig');
    await ann.says('geen contract');
    await ann.says('geen band');
    ann.hears('Voor geschenken gelden grenzen');
  });
});

describe('who accepts a quote', () => {
  it.each([
    'offerte van een leverancier aannemen',
    'mag ik een offerte accepteren',
    'may I accept a quote from a supplier',
  ])('buys, and is given nothing: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(opening('offertes-en-drempels', language(text)));
    ann.doesNotHear(opening('geschenken-aan-ambtenaren', language(text)));
  });

  it('is asked what the check needs when they say of whom and for how much', async () => {
    const ann = conversation(library);
    await ann.says('mag ik een offerte aannemen van happy flower voor 800 euro');
    expect(ann.made().intent).toBe('check');
  });
});

describe('staying below the line by a colleague, a budget or a cost centre', () => {
  it.each([
    'mag ik de factuur over twee budgetten verdelen zodat het onder de 10.000 blijft',
    'mag mijn collega de helft van de bestelling doen zodat het onder de 10.000 blijft',
    'mag mijn collega de andere helft bestellen zodat we onder de tienduizend blijven',
    'mag ik de lunch over twee kostenplaatsen boeken om onder de 10.000 te blijven',
    'mag ik de lunch over twee kostenplaatsen boeken om onder de 10.000 euro te blijven',
    'mag een collega de rest bestellen zodat we eronder blijven',
    'can I book the lunch on two cost centres to stay under 10,000',
    'can my colleague order the other half so we stay under 10,000',
    'may I divide the invoice over two budgets so it stays below 10,000',
  ])('is splitting: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(opening('knippen-mag-niet', language(text)));
  });

  it('is not what half of the colleagues eat', async () => {
    const ann = conversation(library);
    await ann.says("lunch voor 20 collega's, de helft vegetarisch");
    expect(ann.made().intent).toBe('find-supplier');
  });
});

describe('somebody who comes to work with us', () => {
  it.each([
    'Mag een medewerker van een sociale onderneming een half jaar op onze afdeling komen werken voor 9000',
    'kunnen we iemand een half jaar bij ons laten werken via een sociale onderneming voor 8000 euro',
    'can someone from a social enterprise come and work in our department for six months for 9000',
  ])('is hiring: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears((knowledge.check.outcomes['hiring-route']?.answer[language(text)] ?? '').replaceAll('**', ''));
  });
});
