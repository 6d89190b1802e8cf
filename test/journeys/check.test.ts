import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Store } from '../../src/ports.ts';
import { en } from '../../src/texts/en.ts';
import { nl } from '../../src/texts/nl.ts';
import { type Conversation, conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const { buttons } = nl.check;
const LUNCH = 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?';

/** The answer in one line that belongs to an outcome, and what is asked for a fact, as a person reads them. */
const answer = (outcome: string, language: 'nl' | 'en' = 'nl') =>
  knowledge.check.outcomes[outcome]?.answer[language].replaceAll('**', '') ?? `no outcome ${outcome}`;
const asks = (fact: string, language: 'nl' | 'en' = 'nl') =>
  knowledge.check.questions.find(({ id }) => id === fact)?.ask[language] ?? `no question ${fact}`;

/** The fields of the last form that was sent. */
async function shownForm(store: Promise<Store>) {
  const sent = await (await store).outbox.waiting();
  const parts = sent.at(-1)?.message.reply.parts ?? [];
  return parts.flatMap((part) => (part.kind === 'form' ? part.fields : []));
}

async function talk(one: Conversation, ...texts: string[]) {
  for (const text of texts) await one.says(text);
}

describe('every outcome', () => {
  it.each([
    ['hiring-route', 'Mag ik een projectleider inhuren voor 9000 euro?'],
    ['not-a-purchase', 'Mag ik een subsidie van 5000 euro geven aan een buurthuis?'],
    ['contract-first', LUNCH, 'ja'],
    ['contract-unknown', LUNCH, 'weet ik niet'],
    ['european-tender', 'Mag ik voor 300.000 euro zonder btw kasten kopen?', 'nee'],
    ['national-tender', 'Mag ik een verbouwing van 2 miljoen zonder btw laten doen?', 'nee', 'eenmalig'],
    ['multiple-quotes', 'Mag ik een verbouwing van 200.000 euro zonder btw laten doen?', 'nee', 'eenmalig'],
    ['multiple-quotes', 'Mag ik voor 80.000 euro zonder btw catering bestellen?', 'nee', 'eenmalig'],
    ['single-quote-advice', 'Mag ik voor 12.000 euro zonder btw kasten kopen bij i-did?', 'nee', 'eenmalig'],
    ['single-quote-advice', 'Mag ik een verbouwing van 500 euro laten doen?', 'nee'],
    ['specialist-first', `${LUNCH} Het gaat ook om persoonsgegevens`, 'nee'],
    ['integrity-stop', `${LUNCH} Mijn zus werkt daar.`, 'nee'],
    ['supplier-unavailable', 'Mag ik lunch voor 300 euro bestellen bij Syr?', 'nee', 'nee'],
    ['supplier-unproven', 'Mag ik een cadeau van 300 euro kopen bij Green Gift Box?', 'nee', 'nee'],
    ['confirm-supplier', 'Mag ik lunch voor 200 euro bestellen bij Brownies & Downies?', 'nee', 'nee'],
    ['direct', LUNCH, 'nee', 'nee hoor'],
  ])('%s follows on: %s', async (outcome, ...texts) => {
    const ann = conversation(library);
    await talk(ann, ...texts);
    ann.hears(answer(outcome), nl.check.why.replaceAll('**', ''), /^Bron: /m);
    expect(ann.made()).toMatchObject({ intent: 'check', status: 'answered' });
  });

  it.each([
    ['hiring-route', 'May I hire a project manager for 9000 euros directly?'],
    ['contract-first', 'May I order lunch for 600 euros from The Colour Kitchen?', 'yes'],
    ['single-quote-advice', 'Can I buy gifts for 12,000 euros excluding VAT from i-did directly?', 'no', 'only once'],
    ['supplier-unproven', 'May I buy a gift of 300 euros from Green Gift Box?', 'no', 'no'],
    ['confirm-supplier', 'May I order lunch for 200 euros from Brownies & Downies?', 'no', 'no'],
    ['integrity-stop', 'May I order lunch for 500 euros from The Colour Kitchen? My sister works there', 'no'],
  ])('%s is told in English on: %s', async (outcome, ...texts) => {
    const ann = conversation(library);
    await talk(ann, ...texts);
    ann.hears(answer(outcome, 'en'), /^Source: /m);
    ann.doesNotHear('Waarom?', /^Bron: /m);
  });
});

describe('the questions of the check', () => {
  it('lets a lunch from the list be bought directly after two questions, one at a time', async () => {
    const ann = conversation(library);
    await ann.says(LUNCH);
    ann.hears('€ 600', 'The Colour Kitchen', asks('contract'));
    ann.doesNotHear(asks('conflictOfInterest'), asks('amount'), asks('vat'), asks('supplier'));
    await ann.presses('Nee, geen contract');
    ann.hears(asks('conflictOfInterest'));
    await ann.says('nee hoor');
    ann.hears(answer('direct'), 'Vraag eerst na of The Colour Kitchen nog bestaat');
    ann.isOffered(buttons.change, buttons.keep);
  });

  it('asks nothing when everything was said at once', async () => {
    const ann = conversation(library);
    await ann.says(
      'Mag ik voor 500 euro zonder btw lunch bestellen bij The Colour Kitchen? Er is geen contract en ik heb geen persoonlijke band.',
    );
    ann.hears(answer('direct'));
  });

  it('counts with what was said earlier in the conversation', async () => {
    const ann = conversation(library);
    await talk(ann, 'Wie kan lunch brengen voor 20 man?');
    await ann.says('Mag ik dat rechtstreeks bestellen bij The Colour Kitchen voor 25 euro per persoon?');
    ann.hears('20 × € 25 = € 500');
    await talk(ann, 'nee', 'nee');
    ann.hears(answer('direct'), 'Je totaal is € 500');
  });

  it('asks about btw only when it makes a difference', async () => {
    const small = conversation(library);
    await talk(small, LUNCH, 'nee');
    small.doesNotHear(asks('vat'));

    const large = conversation(library);
    await talk(large, 'Mag ik een cadeau van 11.000 euro kopen bij i-did? Het is eenmalig.', 'nee');
    large.hears(asks('vat'));
    await large.says('inclusief');
    large.hears(asks('vatRate'));
    await large.says('21');
    large.hears(asks('conflictOfInterest'));
    await large.says('nee');
    large.hears(answer('direct'), '€ 9.090,91');
  });

  it('does not ask the rate when the low and the high rate lead to the same', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch voor 600 euro met btw bestellen bij The Colour Kitchen?', 'nee');
    ann.doesNotHear(asks('vatRate'));
    await ann.says('nee');
    ann.hears(answer('direct'), knowledge.check.warnings['vat-rate-assumed'].nl);
  });

  it('asks how often only when twelve times the amount passes the line', async () => {
    const below = conversation(library);
    await talk(below, 'Mag ik lunch voor 833 euro zonder btw bestellen bij The Colour Kitchen?', 'nee');
    below.doesNotHear(asks('occurrences'));
    await below.says('nee');
    below.hears(nl.check.assumed('eenmalig'));

    const above = conversation(library);
    await talk(above, 'Mag ik lunch voor 834 euro zonder btw bestellen bij The Colour Kitchen?', 'nee');
    above.hears(asks('occurrences'));
    await above.fillsIn({ occurrences: '12', related: '0' });
    above.hears(answer('single-quote-advice'), '€ 10.008');
  });

  it.each([
    [
      'multiple-quotes',
      '€ 72.000',
      'schoonmaak 3000 euro per maand ex btw voor 2 jaar, geen contract, mag dat rechtstreeks',
    ],
    [
      'european-tender',
      '€ 288.000',
      'drie jaar lang elke maand 8000 euro ex btw drukwerk, geen contract, mag dat rechtstreeks',
    ],
    [
      'single-quote-advice',
      '€ 16.000',
      'twee jaar lang elk kwartaal 2000 euro ex btw fruit, geen contract, rechtstreeks?',
    ],
  ])('counts all years of a contract: %s on %s', async (outcome, total, text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(answer(outcome), `Je totaal is ${total}`);
  });

  it.each(['3000', '12000'])(
    'asks how often in all years, when their number was not said: %s a month',
    async (euros) => {
      const ann = conversation(library);
      await ann.says(`drukwerk ${euros} euro per maand ex btw, meerjarig, geen contract, mag dat rechtstreeks`);
      ann.hears(asks('occurrences'), 'Tel dan alle jaren');
      await ann.says('elke maand');
      ann.hears(nl.check.unreadable.occurrences);
      await ann.says('elke maand, twee jaar lang');
      ann.hears(`Je totaal is € ${euros === '3000' ? '72.000' : '288.000'}`);
    },
  );

  it('asks how often once more, when it turns out to be for years', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik fruit voor 500 euro per maand zonder btw bestellen bij i-did?', 'nee');
    ann.doesNotHear(asks('occurrences'));
    await ann.says('het is meerjarig');
    ann.hears(asks('occurrences'));
    await ann.fillsIn({ occurrences: 'elke maand', related: '0' });
    ann.hears(nl.check.unreadable.occurrences);
    await ann.fillsIn({ occurrences: 'elke maand, drie jaar lang', related: '0' });
    ann.hears('Je totaal is € 18.000');
  });

  it('takes no for once, where it asks whether it is bought more often', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch voor 5000 euro zonder btw bestellen bij The Colour Kitchen?', 'nee', 'nee');
    ann.hears(asks('conflictOfInterest'));
  });

  it('adds what was bought already', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch voor 4000 euro zonder btw bestellen bij The Colour Kitchen?', 'nee');
    await ann.fillsIn({ occurrences: '1', related: '6.000,01' });
    ann.hears(answer('single-quote-advice'), '€ 10.000,01');
  });

  it('asks for sensitive points where the thing that is bought suggests them', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik voor 400 euro een website laten maken?', 'nee');
    ann.hears(asks('sensitive'));
    await ann.presses('Persoonsgegevens');
    ann.hears(answer('specialist-first'));
  });

  it('says what holds already with the first question', async () => {
    const ann = conversation(library);
    await ann.says(`${LUNCH} Mijn zus werkt daar.`);
    ann.hears(/dit staat al vast: Persoonlijke band/, asks('contract'));
    await ann.says('weet ik niet');
    ann.hears(answer('contract-unknown'), knowledge.check.outcomes['integrity-stop']?.name.nl ?? '');
  });

  it('does for typed answers what it does for pressed ones', async () => {
    const [typed, pressed] = [conversation(library), conversation(library)];
    for (const one of [typed, pressed]) await one.says('Mag ik een cadeau van 9500 euro kopen bij i-did?');
    for (const label of ['Nee, geen contract', 'Zonder btw', nl.check.once, 'Nee, geen band'])
      await pressed.presses(label);
    await talk(typed, 'nee', 'exclusief btw', 'eenmalig, verder niets', 'nee hoor, geen band');
    typed.hears(answer('direct'));
    expect(typed.heard()).toBe(pressed.heard());
  });

  it('reads amounts as people type them', async () => {
    for (const typed of ['9500', '€ 9.500,-', 'ongeveer 9,5k', 'negenduizend vijfhonderd euro', 'dat kost 9.500,00']) {
      const ann = conversation(library);
      await talk(ann, 'Mag ik cadeaus kopen bij i-did?', 'nee', typed);
      expect(ann.made().understood.amount, typed).toBe(9500);
    }
  });

  it('keeps what stood in the form, with the error beside its field', async () => {
    const store = openLowdbStore({ today: () => TODAY });
    const ann = conversation(library, { store });
    await talk(ann, 'Mag ik lunch voor 900 euro zonder btw bestellen bij The Colour Kitchen?', 'nee');
    await ann.fillsIn({ occurrences: 'vaak', related: '250' });
    ann.hears(nl.check.unreadable.occurrences);
    ann.doesNotHear(nl.check.unreadable.related);
    expect(await shownForm(store)).toMatchObject([
      { id: 'occurrences', value: 'vaak', error: nl.check.unreadable.occurrences },
      { id: 'related', value: '250' },
    ]);
    await ann.fillsIn({ occurrences: '2', related: '250' });
    ann.hears(asks('conflictOfInterest'));
    await ann.says('nee');
    ann.hears(answer('direct'), '€ 2.050');
  });
});

describe('the way through the check', () => {
  it('goes back one question, typed and pressed', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'terug');
    ann.hears(asks('contract'));
    await ann.says('nee');
    await ann.presses(buttons.back);
    ann.hears(asks('contract'));
    await ann.says('terug');
    ann.hears(nl.check.nothingBack, asks('contract'));
  });

  it('begins again with nothing known', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'opnieuw');
    ann.hears(asks('kind'));
    ann.doesNotHear('The Colour Kitchen');
    await ann.says('een cadeau');
    ann.hears(asks('contract'));
  });

  it('begins when somebody asks for it, and is offered where somebody asks what the rule is', async () => {
    const [asked, wondered] = [conversation(library), conversation(library)];
    await wondered.says('Mag dit rechtstreeks?');
    wondered.isOffered(buttons.start);
    await asked.says('ik wil de check doen');
    asked.hears(asks('kind'));
  });

  it('stops when it is told to, and is gone then', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'stop');
    ann.hears(nl.check.stopped);
    await ann.says('Wat is social return?');
    ann.doesNotHear(nl.check.back);
  });

  it('goes on with the other questions when somebody does not know, and says what is unknown', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch bestellen bij The Colour Kitchen?', 'nee');
    ann.hears(asks('amount'));
    await ann.says('geen idee');
    ann.hears(asks('conflictOfInterest'));
    await ann.presses('Nee, geen band');
    ann.hears(answer('incomplete'), nl.check.stillUnknown('prijs van één keer'));
    await ann.says('het is 600 euro');
    ann.hears(answer('direct'));
  });

  it('takes another answer from a button of an earlier question', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee');
    ann.hears(answer('direct'));
    await ann.presses('Ja, er is een contract');
    ann.hears(answer('contract-first'));
    await ann.presses('Nee, geen contract');
    ann.hears(answer('direct'));
  });

  it('changes an answer that somebody chooses from a list', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee');
    await ann.presses(buttons.change);
    await ann.presses('Persoonlijke band: Nee, geen band');
    ann.hears(asks('conflictOfInterest'));
    await ann.presses('Ja, wel een band');
    ann.hears(answer('integrity-stop'));
  });

  it.each(['nee, het is 12.000 euro zonder btw', 'het bedrag is 12.000 euro ex btw', 'nee, het is 12.000'])(
    'corrects the amount when somebody says another: %s',
    async (other) => {
      const ann = conversation(library);
      await talk(ann, `${LUNCH} Zonder btw, eenmalig.`, 'nee', 'nee', other);
      if (ann.heard().includes(asks('vat'))) await ann.says('zonder btw');
      ann.hears(answer('single-quote-advice'), '€ 12.000');
    },
  );

  it('corrects an answer also after something else was asked', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee', 'Wat is social return?', 'er is toch wel een contract');
    ann.hears(answer('contract-first'));
  });

  it('asks for the tie anew when another supplier is chosen', async () => {
    const ann = conversation(library);
    await talk(ann, `${LUNCH} Mijn zus werkt daar.`, 'nee', 'doe maar bij Queridon');
    ann.hears(asks('conflictOfInterest'));
    ann.doesNotHear(answer('integrity-stop'));
  });

  it('answers a detour and repeats the question that is open', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'Wat is social return?');
    ann.hears('opdrachtnemer', nl.check.back, asks('contract'));
    expect(ann.made().intent).toBe('policy');
    await talk(ann, 'nee', 'wie kan onze ramen wassen?');
    ann.hears('glasbewassing', nl.check.back, asks('conflictOfInterest'));
    await ann.says('nee');
    ann.hears(answer('direct'), 'Je totaal is € 600');
  });

  it('says that it does not know an answer, and asks again', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'paars');
    ann.hears(asks('contract'));
    ann.doesNotHear(nl.refused);
  });

  it('shows what follows without a contract, and stays with: find out first', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'weet ik niet');
    await ann.presses(buttons.suppose);
    ann.hears(nl.check.supposingQuestion, asks('conflictOfInterest'));
    await ann.says('nee');
    ann.hears(answer('contract-unknown'), /Stel dat er geen contract is, dan .*rechtstreeks kopen/);
    ann.doesNotHear(answer('direct'));
    await ann.says('er is geen contract');
    ann.hears(answer('direct'));
  });

  it('takes a second purchase for a check of its own', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', 'nee', 'En mag ik voor 400 euro een cadeau kopen bij i-did?');
    ann.hears('€ 400', 'i-did', asks('contract'));
    ann.doesNotHear('The Colour Kitchen');
  });

  it('asks about a supplier that is not in the list how we know that it is social', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik een cadeau van 500 euro kopen?', 'nee', 'nee', buttons.supplier, 'Studio Vuurvlieg');
    ann.hears(asks('evidence'));
    await ann.presses('Geen bewijs');
    ann.hears(asks('conflictOfInterest'));
    await ann.says('nee');
    ann.hears(answer('supplier-unproven'), nl.check.outside('Studio Vuurvlieg'));
  });

  it('never lets a supplier that it does not know pass in silence', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik voor 500 euro cadeaus kopen bij Bakkerij Jansen?', 'nee', 'nee');
    ann.doesNotHear(answer('direct'));
  });
});

describe('a wrong "direct"', () => {
  it.each([
    'nee, mijn zus werkt er',
    'geen familie maar wel een vriend',
    'nee, alleen mijn buurvrouw werkt daar',
    'geen probleem, mijn man is eigenaar',
  ])('does not follow on a tie that is told along with a no: %s', async (tie) => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee', tie);
    ann.doesNotHear(answer('direct'));
  });

  it('does not follow on an answer that is yes and no at once', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'gewoon ja of nee');
    ann.hears(asks('contract'));
  });

  it('does not take an answer about the tie for one about the contract', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'nee ik ken daar helemaal niemand');
    ann.hears(asks('contract'));
  });

  it('does not follow on a supposition that is typed where the contract is asked', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH, 'stel dat er geen contract is', 'nee');
    ann.doesNotHear(answer('direct'));

    const bo = conversation(library);
    await talk(bo, 'May I order lunch for 600 euros from The Colour Kitchen?', 'suppose there is no contract', 'no');
    bo.doesNotHear(answer('direct', 'en'));
  });

  it.each([
    'Mag ik bij i-did 40 tassen van 300 euro kopen?',
    'Mag ik bij Queridon 100 lunchpakketten van 120 euro bestellen?',
    'Mag ik bij Queridon lunch bestellen voor 3 dagen a 4000 euro?',
    'Mag ik bij Queridon lunch bestellen voor 1.500 en later nog eens 9000 euro?',
    'Mag ik bij Queridon lunch bestellen? De offerte is 12.000 maar ons budget is 9000 euro.',
  ])('does not follow on a part of the amount: %s', async (whole) => {
    const ann = conversation(library);
    await talk(ann, whole, 'nee');
    if (ann.heard().includes(asks('vat'))) await ann.says('zonder btw');
    if (ann.heard().includes(asks('occurrences'))) await ann.says('eenmalig');
    if (ann.heard().includes(asks('conflictOfInterest'))) await ann.says('nee');
    ann.doesNotHear(answer('direct'));
  });

  it('does not follow on the tie with nobody, once a supplier is chosen', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik een cadeau voor 300 euro kopen?', 'nee', 'nee', buttons.supplier, 'i-did');
    ann.hears(asks('conflictOfInterest'));
  });
});

describe('what is said along with it', () => {
  it('is that splitting is not allowed, as soon as somebody speaks of it', async () => {
    const ann = conversation(library);
    await ann.says(
      'Mag ik lunch van 6000 euro zonder btw bestellen bij The Colour Kitchen? Ik knip het in twee bestellingen.',
    );
    ann.hears(knowledge.check.signals.splitting.nl, asks('contract'));
  });

  it('is that splitting is not allowed, also when it comes up halfway', async () => {
    const ann = conversation(library);
    await talk(ann, 'Mag ik lunch van 6000 euro zonder btw bestellen bij The Colour Kitchen?', 'nee');
    await ann.says('ik splits het even in twee facturen');
    ann.hears('Knip niet', asks('occurrences'));
    await ann.presses(nl.check.once);
    await ann.says('nee');
    ann.hears(knowledge.check.signals.splitting.nl);
  });

  it('is which costs count, close to the line', async () => {
    const ann = conversation(library);
    await talk(
      ann,
      'Mag ik lunch van 9000 euro zonder btw bestellen bij The Colour Kitchen?',
      'nee',
      'eenmalig',
      'nee',
    );
    ann.hears(answer('direct'), 'Je zit dicht bij de lijn van € 10.000');
  });
});

describe('the check in English', () => {
  const LUNCH_EN = 'May I order lunch for 25 people at 30 euros per person from The Colour Kitchen?';

  it('counts for all people together, asks twice and lets it be bought', async () => {
    const ann = conversation(library);
    await ann.says(LUNCH_EN);
    ann.hears('25 × €30 = €750', asks('contract', 'en'));
    await ann.says('no, there is not');
    ann.hears(asks('conflictOfInterest', 'en'));
    await ann.says('nope');
    ann.hears(answer('direct', 'en'), 'Your total is €750');
  });

  it('knows back, restart, stop and I do not know', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH_EN, 'no', 'back');
    ann.hears(asks('contract', 'en'));
    await ann.says("I don't know");
    ann.hears(answer('contract-unknown', 'en'));
    ann.isOffered(en.check.buttons.suppose);
    await ann.says('restart');
    ann.hears(asks('kind', 'en'));
    await ann.says('stop');
    ann.hears(en.check.stopped);
  });

  it('asks the rate, and works the VAT out of the amount', async () => {
    const ann = conversation(library);
    await talk(ann, 'May I buy a gift of 11,000 euros including VAT from i-did? It is only once.', 'no');
    ann.hears(asks('vatRate', 'en'));
    await ann.presses('9%');
    ann.hears(answer('single-quote-advice', 'en'), '€10,091.74');
  });

  it('hears how often, and takes no for once', async () => {
    const [twice, once] = [conversation(library), conversation(library)];
    for (const one of [twice, once])
      await talk(one, 'May I order lunch for 9,000 euros excluding VAT from The Colour Kitchen?', 'no');
    await twice.says('twice a year');
    twice.hears(answer('single-quote-advice', 'en'), '€18,000');
    await talk(once, 'no, only once', 'no');
    once.hears(answer('direct', 'en'));
  });

  it('answers a detour and repeats the question', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH_EN, 'What is social return?');
    ann.hears(en.check.back, asks('contract', 'en'));
    ann.doesNotHear(nl.check.back);
  });

  it('goes on in Dutch when somebody goes on in Dutch', async () => {
    const ann = conversation(library);
    await talk(ann, LUNCH_EN, 'nee, er is geen contract');
    ann.hears(asks('conflictOfInterest'));
  });
});
