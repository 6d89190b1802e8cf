import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf({ name: 'Ann' }, { name: 'Bo', roles: ['buyer'] });
const ASKS = 'Is dit je antwoord op IMP-2026-0001?';

/** Bo, a buyer, has picked up the request of Ann and waits for an answer. */
async function waiting() {
  const here = office(library, { people });
  const [ann, bo] = [here.worker('Ann'), here.worker('Bo')];
  await bo.says('meld aanvragen hier');
  await ann.says('plaats een aanvraag: 30 tote bags');
  await ann.presses('Plaats de aanvraag');
  await bo.presses('Ik pak dit op');
  await bo.presses('Stel een vraag');
  await bo.says('Hoeveel mensen komen er en wanneer?');
  return { ann, bo };
}

describe('what is typed while a buyer waits for an answer', () => {
  it.each([
    'er komen 40 mensen op 12 december in Overvecht, graag halal',
    'liever bij i-did, budget is 500 euro ex btw',
    'we hebben 30 rode tassen nodig voor de vrijwilligersdag in Zuilen',
    'bloemen',
  ])('is asked about, and a typed yes sends it: %s', async (text) => {
    const { ann, bo } = await waiting();
    await ann.says(text);
    ann.hears(ASKS, 'Hoeveel mensen komen er');
    bo.doesNotHear(text);
    await ann.says('ja, klopt');
    bo.hears('Ann geeft antwoord over IMP-2026-0001', text);
  });

  it('is sent whole, its lines as well, or comes back whole when it is too long', async () => {
    const { ann, bo } = await waiting();
    const long = `rode tassen graag\n${'en een blauwe erbij '.repeat(60)}\nlaatste regel`;
    await ann.says(long);
    ann.hears('Is dit je antwoord op IMP-2026-0001?', 'te lang', 'hier passen 1000 tekens');
    expect(ann.isAsked()).toMatchObject([{ id: 'text', value: long }]);
    await ann.says('ja');
    ann.hears('te lang', 'Maak je tekst korter');
    expect(ann.isAsked()).toMatchObject([{ id: 'text', value: long }]);
    await ann.says('ja');
    expect(ann.isAsked()).toMatchObject([{ id: 'text', value: long }]);
    await ann.fillsIn({ text: long });
    ann.hears('Maak je tekst korter');
    bo.doesNotHear('rode tassen', 'Ann geeft antwoord');
    const whole = `rode tassen graag\n${'en een blauwe erbij '.repeat(40)}\nlaatste regel`;
    await ann.says('stop');
    await ann.says(whole);
    await ann.says('ja');
    bo.hears('rode tassen graag', 'laatste regel');
  });

  it('is a question to the bot after one press, and so is what follows, until the buyer asks again', async () => {
    const { ann, bo } = await waiting();
    await ann.says('lunch voor 20 man in overvecht');
    ann.hears(ASKS);
    await ann.presses('Nee, dit was een vraag aan jou');
    ann.hears('Ik zocht', '20 personen');
    await ann.says('liever vegetarisch');
    ann.hears('Ik zocht');
    bo.doesNotHear('vegetarisch', 'lunch');
    await ann.says('rood');
    ann.hears(ASKS);
    await ann.says('nee');
    await bo.presses('Stel een vraag');
    await bo.says('En welke kleur?');
    await ann.says('liever vegetarisch');
    ann.hears(ASKS);
  });

  it.each(['Nee, dit was een vraag aan jou', 'nee'])(
    'is asked whole of the bot, also what no button could carry, after "%s"',
    async (no) => {
      const { ann } = await waiting();
      const before = 'we doen dit elk jaar met de hele afdeling en iedereen heeft er zin in. '.repeat(20);
      await ann.says(`${before}Het gaat om lunch voor 20 man in overvecht.`);
      ann.hears('te lang');
      await (no === 'nee' ? ann.says(no) : ann.presses(no));
      ann.hears('Ik zocht', 'lunch', '20 personen');
    },
  );

  it('is a question to the bot after a typed no', async () => {
    const { ann, bo } = await waiting();
    await ann.says('lunch voor 20 man in overvecht');
    await ann.says('nee');
    ann.hears('Ik zocht', '20 personen');
    bo.doesNotHear('lunch');
  });

  it('is asked about anew when something else is typed instead', async () => {
    const { ann, bo } = await waiting();
    await ann.says('veertig mensen op 12 december');
    await ann.says('vijftig mensen op 13 december');
    ann.hears(ASKS);
    await ann.says('verstuur maar');
    bo.hears('vijftig mensen op 13 december');
  });

  it.each([
    ['lunch voor 20 man in overvecht?', 'Ik zocht'],
    ['wie levert taart in overvecht', 'Ik zocht'],
    ['mag ik lunch voor 600 euro bestellen bij the colour kitchen', 'contract'],
    ['ik zoek 40 kerstpakketten', 'Ik zocht'],
    ['mijn aanvragen', 'Jouw aanvragen'],
    ['opnieuw', 'We beginnen opnieuw'],
    ['plaats een aanvraag: 12 taarten', 'Dit wordt je aanvraag'],
  ])('is not asked about when it is a question or a command to the bot: %s', async (text, heard) => {
    const { ann } = await waiting();
    await ann.says(text);
    ann.hears(heard);
    ann.doesNotHear(ASKS);
  });

  it('answers the question that the bot itself has open', async () => {
    const { ann } = await waiting();
    await ann.says('mag ik lunch voor 600 euro bestellen bij the colour kitchen?');
    await ann.says('geen contract');
    ann.hears('persoonlijke band');
    ann.doesNotHear(ASKS);
  });
});

describe('a typed yes or no', () => {
  it('hands a question over to a colleague, or does not', async () => {
    const here = office(library, { people });
    const [ann, bo] = [here.worker('Ann'), here.worker('Bo')];
    await bo.says('meld vragen hier');
    await ann.says('wie levert zwembadchloor');
    await ann.presses('Leg mijn vraag voor aan een collega');
    await ann.says('nee');
    ann.hears('ik stuur niets door');
    await ann.presses('Leg mijn vraag voor aan een collega');
    await ann.says('ja, doe maar');
    ann.hears('doorgestuurd als VRG-2026-0001');
    bo.hears('zwembadchloor');
  });

  it('answers the check and nothing before it', async () => {
    const ann = conversation(library);
    await ann.says('mag ik lunch voor 600 euro bestellen bij the colour kitchen');
    await ann.says('ja');
    expect(ann.made().understood).toMatchObject({ contract: 'yes' });
  });
});
