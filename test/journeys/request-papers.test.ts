import { describe, expect, it } from 'vitest';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', roles: ['team-lead'], team: 'Jeugd' },
  { name: 'Bo', roles: ['buyer'], standIn: 'gus@utrecht.example' },
  { name: 'Cas', roles: ['buyer'] },
  { name: 'Fen', team: 'Wijken' },
  { name: 'Gus' },
);
const DESK = 'inkoop';

async function posted(asks: string, language: 'nl' | 'en' = 'nl') {
  const here = office(library, { people });
  const ann = here.worker('Ann');
  const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
  await bo.says('meld aanvragen hier');
  await ann.says(asks);
  await ann.presses(language === 'nl' ? 'Plaats de aanvraag' : 'Post the request');
  return { ...here, ann, bo };
}
const ASKS = 'plaats een aanvraag: lunch voor 20 man in Overvecht, 500 euro ex btw, vegetarisch, op 18 december';

describe('the file card of a request', () => {
  it('tells what was asked, checked, shown, chosen and bought, and who did what and when', async () => {
    const { ann, bo } = await posted(ASKS);
    await bo.presses('Ik pak dit op');
    await bo.presses('Andere leverancier');
    await bo.says('The Colour Kitchen');
    await bo.presses('Rond af');
    await bo.says('The Colour Kitchen, 480 euro ex btw');
    await ann.says('dossierkaart IMP-2026-0001');
    ann.hears(
      'Dossierkaart IMP-2026-0001',
      /Status: afgerond/,
      /Hoeveel: 20 personen/,
      /Nodig op: vrijdag 18 december 2026/,
      'Wensen: vegetarisch',
      'geen check gedaan',
      /Leverancier: The Colour Kitchen \(/,
      /Andere leveranciers die zijn getoond\n- /,
      /Gekocht bij: The Colour Kitchen/,
      /Bedrag: € 480, zonder btw/,
      /geplaatst door Ann \(aanvrager\)/,
      /opgepakt door Bo \(inkoper\)/,
      /afgerond door Bo.*\(inkoper\)/,
      'geen besluit',
      'Bestand: IMP-2026-0001.html',
    );
  });

  it('names who it was bought from as the choice, and not among the others', async () => {
    const { ann, bo } = await posted(ASKS);
    await bo.presses('Ik pak dit op');
    await bo.presses('Rond af');
    await bo.says('The Colour Kitchen, 480 euro ex btw');
    await ann.says('dossierkaart IMP-2026-0001');
    ann.hears(/Leverancier: The Colour Kitchen \(/);
    ann.doesNotHear('nog geen leverancier gekozen', /getoond\n(- .*\n)*- The Colour Kitchen/);
  });

  it('holds the check that came first, with its outcome', async () => {
    const here = office(library, { people });
    const ann = here.worker('Ann');
    await ann.says(
      'mag ik voor 600 euro ex btw bloemen kopen bij Moestuin Maarschalkerweerd? geen contract, geen persoonlijke band, eenmalig',
    );
    await ann.presses('Eenmalig, verder niets').catch(() => undefined);
    await ann.presses('Plaats een aanvraag');
    await ann.presses('Plaats de aanvraag');
    await ann.presses('Bekijk IMP-2026-0001');
    await ann.presses('Dossierkaart');
    ann.hears(/Uitkomst: \S/, 'Nummer van de kaart: niet bewaard', /Dag van de check: \d+ \w+ 2026/);
    ann.doesNotHear('geen check gedaan');
  });

  it('is in the language of who asks', async () => {
    const { ann } = await posted('can you post a request for me? we need 30 tote bags by 5 January', 'en');
    await ann.says('file card for IMP-2026-1');
    ann.hears('File card IMP-2026-0001', 'No check was done', 'posted by Ann (requester)');
  });

  it('is not for who may not see the request', async () => {
    const { worker } = await posted(ASKS);
    const fen = worker('Fen');
    await fen.says('dossierkaart IMP-2026-0001');
    fen.hears('Ik ken geen aanvraag IMP-2026-0001 die jij mag zien');
    fen.doesNotHear('lunch', 'Ann');
  });
});

describe('the draft of an e-mail that asks for a quote', () => {
  it('says what is needed and what to answer, in Dutch, and sends nothing', async () => {
    const { bo, ann } = await posted(ASKS);
    await bo.presses('Ik pak dit op');
    await bo.presses('Andere leverancier');
    await bo.says('The Colour Kitchen');
    await bo.says('IMP-2026-0001');
    await bo.presses('Maak een offertemail');
    bo.hears(
      'Ik verstuur niets',
      'Onderwerp: Vraag om een offerte voor lunch',
      '- Wat: lunch voor 20 man in Overvecht, vegetarisch, op 18 december',
      'Beste mensen van The Colour Kitchen',
      'Hoeveel: 20 personen',
      'Nodig op: vrijdag 18 december 2026',
      'Waar: Overvecht',
      'Wensen: vegetarisch',
      'zonder btw, en wat is de prijs met btw',
      'Zijn bezorgen',
      'Kunnen jullie dit leveren op vrijdag 18 december 2026?',
      'sociale onderneming',
      'IMP-2026-0001',
    );
    ann.doesNotHear('Onderwerp');
    bo.doesNotHear('Subject');
  });

  it('names nobody, and no amount that somebody had in mind', async () => {
    const { bo } = await posted(
      'plaats een aanvraag: 40 boeketten voor team Jeugd, 500 euro ex btw, graag via kamer12@elders.nl, vraag naar Ann',
    );
    await bo.presses('Ik pak dit op');
    await bo.says('offertemail IMP-2026-0001');
    bo.hears('Wat: 40 boeketten voor team Jeugd\n');
    bo.doesNotHear('elders.nl', '500', 'Ann', /\bBo\b/);
  });

  it('is Dutch for who speaks English too, and says so, with the same in English below it', async () => {
    const { worker } = await posted(ASKS);
    const cas = worker('Cas', { channel: 'teams', rooms: ['room'], in: 'room' });
    await cas.says('announce requests here');
    await cas.presses('I pick this up');
    await cas.says('IMP-2026-0001');
    await cas.presses('Draft a quote e-mail');
    cas.hears('The e-mail itself is in Dutch', 'Willen jullie ons een offerte sturen?');
    cas.hears(
      /The same e-mail in English:[\s\S]*Subject: Request for a quote: have lunch delivered[\s\S]*Would you send us a quote\?/,
    );
    cas.hears(/How many: 20 people[\s\S]*Can you deliver this on Friday 18 December 2026\?/);
  });

  it('can be made by another buyer and by who stands in, and by nobody else', async () => {
    const { worker, bo, ann } = await posted(ASKS);
    await bo.presses('Ik pak dit op');
    for (const name of ['Cas', 'Gus']) {
      const one = worker(name);
      await one.says('maak een offertemail voor IMP 2026 1');
      one.hears('Onderwerp: Vraag om een offerte');
    }
    await ann.says('offertemail IMP-2026-0001');
    ann.hears('Dat mag alleen een collega met de juiste rol');
    ann.doesNotHear('Onderwerp');
    const fen = worker('Fen');
    await fen.says('offertemail IMP-2026-0001');
    fen.hears('Ik ken geen aanvraag');
  });

  it('waits until the request is picked up', async () => {
    const { bo } = await posted(ASKS);
    await bo.says('offertemail IMP-2026-0001');
    bo.hears('als de aanvraag is opgepakt');
    await bo.says('IMP-2026-0001');
    await expect(bo.presses('Maak een offertemail')).rejects.toThrow('a button');
  });
});
