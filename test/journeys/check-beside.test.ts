import { describe, expect, it } from 'vitest';
import { type Conversation, conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

const CONTRACT = 'Is er een lopend contract';

/** Ann is in a check, and is asked whether there is a contract. */
async function asked(text = 'mag ik bloemen bestellen bij happy flower?'): Promise<Conversation> {
  const ann = conversation(library);
  await ann.says(text);
  ann.hears(CONTRACT);
  return ann;
}

describe('a fact of the check that is typed while another is asked', () => {
  it.each([
    ['900 ex', 'prijs van één keer: € 900, zonder btw'],
    ['900 ex btw', 'prijs van één keer: € 900, zonder btw'],
    ['1200 excl.', 'prijs van één keer: € 1.200, zonder btw'],
    ['950 incl', 'prijs van één keer: € 950, met btw'],
    ['900 euro', 'prijs van één keer: € 900, btw niet gezegd'],
    ['900', 'prijs van één keer: € 900'],
    ['rond de 1.250', 'prijs van één keer: € 1.250'],
    ['20 boeketten à 45 euro', 'prijs van één keer: € 900'],
    ['20 boeketten a 45 euro', 'prijs van één keer: € 900'],
    ['3 keer per jaar', 'hele looptijd: 3'],
    ['dit jaar al 3000 euro uitgegeven', 'al gekocht of gepland: € 3.000'],
    ['mijn zwager werkt daar', 'persoonlijke band: ja'],
    ['geen band', 'persoonlijke band: nee'],
    ['het is een dienst', 'wat je inkoopt: spullen'],
    [
      'het gaat om 1200 euro ex btw en we hebben dit jaar al voor 3000 euro gekocht hoor',
      '€ 1.200, zonder btw; al gekocht of gepland: € 3.000',
    ],
  ])('is taken and told back, and the question is asked again: %s', async (text, told) => {
    const ann = await asked();
    await ann.says(text);
    ann.hears(/Dit neem ik mee:/, told, CONTRACT);
  });

  it('is taken along with the answer before it', async () => {
    const ann = await asked();
    await ann.says('nee, en het kost 900 ex');
    ann.hears('Dit neem ik mee: prijs van één keer: € 900, zonder btw.', 'Koop je dit vaker?');
  });

  it('is another amount below the question about its btw', async () => {
    const ann = await asked('mag ik bloemen bestellen bij happy flower voor 900 euro?');
    await ann.says('nee');
    ann.hears('Is dat bedrag met of zonder btw?');
    await ann.says('1200 ex');
    ann.hears('€ 1.200, zonder btw', 'Koop je dit vaker?');
  });

  it.each([
    ['the number of a button that is not there', '7'],
    ['a year', '2027'],
    ['a year with a word', 'tot 2027'],
    ['a bound', 'meer dan 900'],
  ])('is no amount when it may be %s: %s', async (_what, text) => {
    const ann = await asked();
    await ann.says(text);
    ann.doesNotHear('Dit neem ik mee');
    ann.hears(CONTRACT);
  });

  it.each(['nee maar wel 900 ex', 'nee, behalve dan voor 900 ex'])('is no half answer: %s', async (text) => {
    const ann = await asked();
    await ann.says(text);
    ann.hears(CONTRACT);
  });
});

describe('a term that is typed later', () => {
  it.each(['half jaar', 'het is voor 6 maanden', '26 weken'])('makes the bot ask how often: %s', async (text) => {
    const ann = await asked('mag ik bloemen voor 1000 euro ex btw per maand bij happy flower?');
    await ann.says(text);
    ann.hears('Die looptijd telt mee', 'Koop je dit vaker?');
    await ann.says('6');
    ann.hears(CONTRACT);
    await ann.says('geen contract');
    await ann.says('geen band');
    ann.hears(/hele looptijd[^\n]*: 6/, '€ 6.000');
    await ann.says('nee, 4 maanden');
    ann.hears('Koop je dit vaker?');
  });

  it('of years is a sensitive point too', async () => {
    const ann = await asked('mag ik bloemen voor 100 euro ex btw per maand bij happy flower?');
    await ann.says('looptijd van 3 jaar');
    ann.hears('Koop je dit vaker?', 'Eerst een specialist');
  });
});

/** What is about something else stays out of the check, whatever supplier or amount stands in it. */
describe('in the middle of a check', () => {
  it.each([
    ['a tip', 'tip: happy flower mist nog', 'Dank je voor de tip'],
    ['a correction', 'happy flower bestaat niet meer', 'Ik heb genoteerd dat er iets niet klopt'],
    ['a gift that is offered', 'mag ik een cadeaubon van 25 euro aannemen', 'Krijg je zelf iets van een leverancier'],
    ['a request about something else', 'aanvraag indienen voor een schadeclaim van 300 euro', 'klacht'],
  ])('%s fills in nothing', async (_what, text, heard) => {
    const ann = await asked('mag ik lunch voor 600 euro bestellen bij the colour kitchen?');
    await ann.says(text);
    ann.hears(heard, CONTRACT);
    ann.doesNotHear('Dit neem ik mee');
    await ann.says('geen contract');
    await ann.says('geen band');
    ann.hears('The Colour Kitchen', '€ 600');
    expect(ann.made().status).toBe('answered');
  });
});

describe('an order to search', () => {
  it.each([
    ['zoek lunch voor 20', 'Ik zocht: lunch laten bezorgen, 20 personen.'],
    ['ik zoek 30 stoelen', 'Ik zocht: tweedehands meubels, 30 stuks.'],
    ['vind een drukker voor 500 flyers', 'Ik zocht: drukwerk, 500 stuks.'],
    ['nee, zoek eerst lunch voor 20', 'Ik zocht: lunch laten bezorgen, 20 personen.'],
    ['kun je 20 taarten voor me zoeken', 'Ik zocht: taart en gebak, 20 stuks.'],
    ['find lunch for 20 people', 'I looked for: have lunch delivered, 20 people.'],
  ])('is no answer, whatever number it names, and the check stays open: %s', async (text, found) => {
    const ann = await asked();
    await ann.says('900 ex');
    await ann.says('terug');
    await ann.says(text);
    ann.hears(found, /Is er een lopend contract|Is there a running contract/);
  });

  it('is not what is bought either, when that is asked', async () => {
    const ann = conversation(library);
    await ann.says('start de check');
    await ann.says('zoek lunch');
    ann.hears('Ik zocht: lunch laten bezorgen.', 'Wat wil je inkopen');
  });

  it.each([
    ['zoek ik uit, het kost 950 euro ex', '€ 950, zonder btw'],
    ['vind ik wel 3 keer per jaar', 'hele looptijd: 3'],
  ])('is not read in an answer: %s', async (text, told) => {
    const ann = await asked();
    await ann.says(text);
    ann.hears(/Dit neem ik mee:/, told, CONTRACT);
  });
});
