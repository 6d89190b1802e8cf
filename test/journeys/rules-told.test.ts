import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('what holds before an amount does', () => {
  it.each([
    [
      'een sociale onderneming verwerkt bewonersgegevens voor 5000 euro, mag dat zonder inkoop',
      'verwerkersovereenkomst',
    ],
    ['mag ik een kerstpakket van 60 euro aan een wethouder geven', 'Blijf onder ongeveer € 50'],
    ['mag een wethouder een cadeau krijgen', 'Blijf onder ongeveer € 50'],
    ['mag ik een raadslid een cadeau geven', 'Blijf onder ongeveer € 50'],
    [
      'ik wil iemand met een afstand tot de arbeidsmarkt inhuren voor de receptie',
      'Personeel inhuren gaat niet rechtstreeks',
    ],
    ['hoe dien ik een subsidieaanvraag in', 'Een subsidie volgt een andere weg'],
    [
      'er loopt een raamovereenkomst catering, mag ik bij the colour kitchen bestellen voor 800 euro',
      'via het lopende contract',
    ],
    ['elk team bestelt zelf voor 4000 euro bij i-did, met 5 teams, mag dat', 'Knip niet om onder een lijn te blijven'],
    [
      'mag ik bij meerdere sociale ondernemingen elk voor 9000 euro lunches kopen',
      'Knip niet om onder een lijn te blijven',
    ],
    ['mag een sociale onderneming post versturen met adressen van inwoners voor 2000 euro', 'verwerkersovereenkomst'],
    ['mag ik een stichting 4000 euro geven voor een buurtfeest', 'Een subsidie is geen inkoop'],
    [
      'mag ik een vriend met een sociale onderneming een opdracht geven van 500 euro',
      /persoonlijke band|zelf niet|niet zelf/,
    ],
  ])('is said: %s', async (text, rule) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(rule);
  });

  it.each([
    ['9.900 plus 200 bezorgkosten', /tellen mee. Ik reken dus met € 10.100.\s+Vraag eerst Inkoop/],
    ['is 9.900 plus 400 euro voor de bezorging te veel', /Ik reken dus met € 10.300.\s+Vraag eerst Inkoop/],
    ['telt bezorging mee bij 9.900 plus 200 bezorgkosten', /Ik reken dus met € 10.100.\s+Vraag eerst Inkoop/],
    ['9,000 excl vat but with delivery 9,300', /So I count with €9,300.\s+Up to €10,000/],
  ])('counts the costs that come with a price, and says so: %s', async (text, told) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(told);
    expect(ann.made().sources.map(({ id }) => id)).toContain('aanname-kosten-meetellen');
  });

  it.each([
    [
      'elke maand 900 euro, mag dat rechtstreeks',
      /12 keer: dat hoort bij elkaar. Ik reken dus met € 10.800.\s+Vraag eerst/,
    ],
    [
      'per kwartaal 2000 euro, kan dat direct?',
      /4 keer: dat hoort bij elkaar. Ik reken dus met € 8.000.\s+Tot € 10.000/,
    ],
  ])('counts every time that something is bought: %s', async (text, told) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(told);
    ann.doesNotHear(/Kosten die erbij komen/);
  });

  it('asks about a purchase of so much for each of so many people what it asks about an amount', async () => {
    const ann = conversation(library);
    await ann.says('lunch 20 p a 12,50 pp incl btw mag dat zo');
    expect(ann.made()).toMatchObject({ intent: 'check', status: 'clarify' });
    ann.hears('20 × € 12,50 = € 250');
  });

  it.each([
    ['kan ik de factuur in 2en delen zodat het onder de 10.000 blijft', 'Je mag een opdracht niet knippen'],
    ['wat is het telefoonnr van inkoop', 'Begin bij Inkoop'],
    ['twee keer 6.000, telt dat samen?', 'Tel gelijke aankopen op'],
    ['mag ik dat voor 12.000 doen', 'Vraag eerst Inkoop'],
    ['mag ik een kado aannemen van een leverancier', 'Krijg je zelf iets van een leverancier'],
    ['kadootje voor de wethouder mag dat', 'Blijf onder ongeveer € 50'],
    ['hoeveel social return bij 100.000', 'vonden wij geen percentage'],
    ['wie is contractmanager catering', 'Vraag dit als eerste aan de contracteigenaar'],
    ['opdracht van 8k nu en volgend jaar weer 8k', 'Tel gelijke aankopen op'],
  ])('is told of what a hurried colleague types: %s', async (text, told) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(told);
  });

  it('does not take who signs for who draws', async () => {
    const ann = conversation(library);
    await ann.says('mogen we al tekenen zonder inkoop');
    expect(ann.made().understood).not.toHaveProperty('category');
  });

  it('comes before where to buy it for who asks whether it is allowed, and below for who only asks where', async () => {
    const ann = conversation(library);
    await ann.says('waar koop ik een cadeau voor een wethouder, mag dat?');
    ann.hears(/Blijf onder ongeveer € 50[\s\S]*leveranciers? pas/);
    const bo = conversation(library);
    await bo.says('waar koop ik een cadeau voor een wethouder?');
    bo.hears(/leveranciers? pas[\s\S]*Blijf onder ongeveer € 50/);
  });

  it('does not take an order to a foundation for a subsidy', async () => {
    const ann = conversation(library);
    await ann.says('mag ik een stichting de opdracht geven voor tassen van 4000 euro');
    expect(ann.made().understood).not.toMatchObject({ kind: 'subsidy' });
  });

  it('does not make a subsidy of what is bought from somebody who gets one', async () => {
    const ann = conversation(library);
    await ann.says('we geven de stichting al subsidie, mogen we ze ook opdracht geven voor 8000 euro');
    expect(ann.made().understood).not.toHaveProperty('kind');
    ann.hears('Dan is het inkoop');
    await ann.says('mag ik een subsidie geven aan een stichting van 5000 euro');
    expect(ann.made().understood).toMatchObject({ kind: 'subsidy' });
  });

  it('leaves who asks what a word means with that word', async () => {
    const ann = conversation(library);
    await ann.says('wat is een voorbehouden opdracht bij inhuur');
    ann.hears('Bij een voorbehouden opdracht');
  });
});
