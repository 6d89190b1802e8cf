import { describe, it } from 'vitest';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', team: 'Jeugd' },
  { name: 'Bo', roles: ['buyer'] },
  { name: 'Cas', roles: ['editor'] },
);
const ROOM = 'vragen';
const HAND = 'Leg mijn vraag voor aan een collega';

async function atWork() {
  const here = office(library, { people });
  const ann = here.worker('Ann');
  const bo = here.worker('Bo', { rooms: [ROOM], in: ROOM });
  const cas = here.worker('Cas', { channel: 'teams' });
  await bo.says('meld vragen hier');
  bo.hears('Vragen van collega’s meld ik vanaf nu hier');
  return { ...here, ann, bo, cas };
}

describe('a question that the bot cannot answer', () => {
  it('goes to a colleague when the person agrees to what is sent, and the answer comes back', async () => {
    const { ann, bo } = await atWork();
    await ann.says('wie levert een hijskraan');
    await ann.presses(HAND);
    ann.hears('wie levert een hijskraan', 'Je naam staat erbij', 'Goed?');
    bo.doesNotHear('hijskraan');
    await ann.presses('Ja, stuur door');
    ann.hears('VRG-2026-0001');
    bo.hears('Vraag VRG-2026-0001: wie levert een hijskraan', 'Van: Ann', 'wacht op antwoord');
    await bo.presses('Geef antwoord');
    await bo.fillsIn({ text: '' });
    bo.hears('Vul een antwoord in');
    await bo.fillsIn({ text: 'Vraag het aan Facilitair, die hebben een contract.' });
    bo.hears('Je antwoord op VRG-2026-0001 is doorgegeven');
    ann.hears('Bo geeft antwoord op je vraag VRG-2026-0001', 'die hebben een contract');
  });

  it('is not sent when the person does not want that', async () => {
    const { ann, bo } = await atWork();
    await ann.says('wie levert een hijskraan');
    await ann.says(HAND);
    await ann.says('Nee, niet doen');
    ann.hears('ik stuur niets door');
    bo.doesNotHear('hijskraan');
  });

  it('is sent once, and answered once', async () => {
    const { ann, bo, worker } = await atWork();
    await ann.says('wie levert een hijskraan');
    await ann.presses(HAND);
    await ann.presses('Ja, stuur door');
    await ann.presses('Ja, stuur door');
    ann.hears('al doorgestuurd als VRG-2026-0001');
    await bo.presses('Geef antwoord');
    await bo.says('Bel Facilitair.');
    ann.hears('Bel Facilitair.');
    const cas = worker('Cas', { rooms: [ROOM] });
    await cas.presses('Maak er een notitie van');
    cas.hears('zonder namen');
    ann.doesNotHear('notitie');
  });

  it('is offered nowhere when no colleague takes questions', async () => {
    const ann = office(library, { people }).worker('Ann');
    await ann.says('wie levert een hijskraan');
    ann.doesNotHear(HAND);
  });

  it('is for who may answer alone', async () => {
    const { ann, worker } = await atWork();
    await ann.says('meld vragen hier');
    ann.hears('Alleen een inkoper of redacteur kan zeggen waar vragen komen');
    await ann.says('wie levert een hijskraan');
    await ann.presses(HAND);
    await ann.presses('Ja, stuur door');
    const other = worker('Ann', { rooms: [ROOM] });
    await other.presses('Geef antwoord');
    other.hears('Alleen een inkoper of redacteur kan hier antwoord geven');
  });
});

describe('an outcome of the check', () => {
  it('can be put to a colleague, with what was checked and what came out', async () => {
    const { ann, bo } = await atWork();
    await ann.says('mag ik voor 25.000 euro ex btw bloemen kopen? geen contract');
    await ann.presses(HAND);
    ann.hears('bloemen', '€ 25.000', /Wat ik al vond/);
    await ann.presses('Ja, stuur door');
    bo.hears('VRG-2026-0001', '€ 25.000');
  });
});

describe('a message that is handed on', () => {
  it('becomes what is needed, and what it says of day, number and money is filled in', async () => {
    const { worker } = await atWork();
    const ann = worker('Ann');
    await ann.handsOn('Hoi Ann, kun jij voor 18 december 40 kerstpakketten regelen? Max 900 euro. Vergeet mij niet!');
    ann.hears('Dit wordt je aanvraag', 'Hoi Ann, kun jij', '40 stuks', 'vrijdag 18 december 2026');
    await ann.presses('Plaats de aanvraag');
    ann.hears('IMP-2026-0001');
  });
});
