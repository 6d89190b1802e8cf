import { describe, expect, it } from 'vitest';
import { ownRequests } from '../../src/own-requests.ts';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';

const people = peopleOf(
  { name: 'Ann', roles: ['team-lead'], team: 'Jeugd', standIn: 'dee@utrecht.example' },
  { name: 'Bo', roles: ['buyer'], standIn: 'eva@utrecht.example' },
  { name: 'Cas', roles: ['buyer'] },
  { name: 'Dee', team: 'Jeugd' },
  { name: 'Eva', roles: ['buyer'] },
  { name: 'Fen', team: 'Wijken' },
  { name: 'Gus', team: 'team jeugd' },
);
const DESK = 'inkoop';

/** Ann in Slack; Bo, a buyer in Slack; Cas, a buyer in Teams; both desks announce requests. */
async function atWork() {
  const here = office(library, { people });
  const ann = here.worker('Ann');
  const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
  const cas = here.worker('Cas', { channel: 'teams', rooms: ['kanaal'], in: 'kanaal' });
  await bo.says('meld aanvragen hier');
  await cas.says('announce requests here');
  return { ...here, ann, bo, cas };
}

describe('writing a request', () => {
  it('takes what is said at once, says what is missing, and posts it under a number', async () => {
    const { ann, bo, cas } = await atWork();
    await ann.says('ik wil een aanvraag plaatsen: 40 kerstpakketten voor 18 december, 900 euro met btw');
    ann.hears('40 stuks', 'vrijdag 18 december 2026', '€ 900, met btw', 'Team: Jeugd', /Klopt het\?/);
    await ann.presses('Plaats de aanvraag');
    ann.hears('IMP-2026-0001', 'De inkopers zien hem nu');
    bo.hears(
      'IMP-2026-0001: 40 kerstpakketten',
      'Gevraagd door: Ann',
      'Team: Jeugd',
      'Check: niet gedaan',
      'Ik pak dit op',
    );
    cas.hears('IMP-2026-0001', 'I pick this up');
  });

  it('goes on with what is typed, in any order, until it is posted', async () => {
    const { ann } = await atWork();
    await ann.says('plaats een oproep: catering voor buurtfeest, 200 man');
    ann.hears('200 personen', 'Nog niet gezegd: nodig op, bedrag');
    await ann.says('budget is 2500 euro');
    ann.hears('€ 2.500', 'Nog niet gezegd: nodig op.');
    await ann.says('12 december, in overvecht en graag halal');
    ann.hears('zaterdag 12 december', 'Overvecht', 'halal', /Klopt het\?/i);
    await ann.says('plaats de aanvraag');
    ann.hears('IMP-2026-0001');
  });

  it('begins with the form that a dialog sent, whatever was said before', async () => {
    const { ann } = await atWork();
    await ann.says('ik wil een aanvraag plaatsen: 40 kerstpakketten voor 18 december, 900 euro met btw');
    await ann.sendsDialog({ what: 'Bloemen voor de balie', howMany: '3 stuks', amount: '', team: 'Wijken' });
    ann.hears('Bloemen voor de balie', '3 stuks', 'Wijken', 'Nog niet gezegd: nodig op, bedrag');
    ann.doesNotHear('kerst', '900');
    await ann.presses('Plaats de aanvraag');
    ann.hears('IMP-2026-0001');
  });

  it('takes the finished check along into a dialog about the same, and into no other', async () => {
    const { ann, bo } = await atWork();
    await ann.says('Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?');
    await ann.presses('Nee, geen contract');
    await ann.presses('Nee, geen band');
    await ann.sendsDialog({ what: 'Bloemen voor de balie' });
    await ann.presses('Plaats de aanvraag');
    bo.hears(/IMP-2026-0001: Bloemen.*Check: niet gedaan/s);
    await ann.sendsDialog({ what: 'Lunch voor 20 man' });
    await ann.presses('Plaats de aanvraag');
    bo.hears(/IMP-2026-0002: Lunch.*Check: Rechtstreeks kopen/s);
  });

  it('comes back as a form with what was typed when a dialog was filled in wrong', async () => {
    const { ann } = await atWork();
    await ann.sendsDialog({ what: 'Bloemen', howMany: 'veel' });
    expect(ann.isAsked().find(({ id }) => id === 'howMany')).toMatchObject({ value: 'veel' });
    await ann.fillsIn({ what: 'Bloemen', howMany: '3 stuks' });
    ann.hears('3 stuks');
  });

  it('asks with a form when nothing was said, keeps what was typed, and says what is wrong beside the field', async () => {
    const { ann } = await atWork();
    await ann.says('ik wil een aanvraag plaatsen');
    expect(ann.isAsked().map(({ id }) => id)).toContain('what');
    await ann.fillsIn({ what: '', howMany: 'veel', wantedBy: 'ooit', amount: '300 euro', place: 'Stadskantoor' });
    const fields = Object.fromEntries(ann.isAsked().map((field) => [field.id, field]));
    expect([fields.what?.error, fields.howMany?.error, fields.wantedBy?.error].every(Boolean)).toBe(true);
    expect([fields.howMany?.value, fields.wantedBy?.value, fields.place?.value]).toEqual([
      'veel',
      'ooit',
      'Stadskantoor',
    ]);
    await ann.fillsIn({
      what: 'boeketten',
      howMany: '12 stuks',
      wantedBy: '3 december',
      amount: '300 euro',
      place: 'Stadskantoor',
    });
    ann.hears('boeketten', '12 stuks', 'donderdag 3 december', '€ 300', 'Stadskantoor');
  });

  it('answers something else in between and comes back', async () => {
    const { ann } = await atWork();
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.says('wat is een sociale onderneming?');
    ann.hears('maatschappelijke doel', 'Nog even je aanvraag', '30 tote bags');
    await ann.says('stop');
    ann.hears('niet geplaatst');
    await ann.says('mijn aanvragen');
    ann.hears('Je hebt geen aanvragen');
  });

  it.each([
    ['plaats aanvraag bloemen 50 eur', 'we gaan rioolvervanging doen voor 2 miljoen euro', /€ ?50/, /2\.000\.000/],
    ['post a request: flowers, 50 euro', 'project new sports hall 2 million 2028', /€ ?50/, /2,000,000/],
    ['plaats aanvraag: 20 lunches', 'wie levert taart in overvecht', '20 stuks', /Waar: /],
    ['plaats aanvraag: 20 lunches', 'en 10 taarten', '20 stuks', /10 stuks/],
    ['plaats aanvraag: 25 broodjes', 'mag ik dat rechtstreeks kopen bij de colour kitchen', '25 stuks', /Liefst van/],
  ])('stays as it is when something else is said: %s; %s', async (request, other, stays, never) => {
    const { ann, bo } = await atWork();
    await ann.says(request);
    await ann.says(other);
    ann.hears(/.{30}[\s\S]*(Nog even je aanvraag|Back to your request)/, stays);
    ann.doesNotHear(/^(?:Dat begreep ik niet|Daar ga ik niet over)/);
    await ann.says('plaats maar');
    bo.hears('IMP-2026-0001', stays);
    bo.doesNotHear(never);
  });

  it.each([
    ['voor een vergadering op 5 december', 'zaterdag 5 december'],
    ['met koffie erbij, 300 euro', '€ 300'],
    ['hij moet op 3 december bij de sporthal', 'donderdag 3 december'],
    ['bij the colour kitchen, 600 euro ex btw', '€ 600, zonder btw'],
  ])('takes "%s" for a detail, whatever else it names', async (text, wanted) => {
    const { ann } = await atWork();
    await ann.says('plaats aanvraag: 20 lunches');
    await ann.says(text);
    ann.hears(wanted, '20 stuks');
    ann.doesNotHear('Nog even je aanvraag');
  });

  it('says in its title what was changed later, and counts nobody as a thing', async () => {
    const { ann } = await atWork();
    await ann.says('plaats aanvraag: 20 broodjes op donderdag 3 december');
    await ann.says('30 man ipv 20');
    ann.hears('20 broodjes op donderdag 3 december (gewijzigd: 30 man ipv 20)', 'Hoeveel: 30 personen');
    ann.doesNotHear('stuks');
    await ann.says('toch 5 december');
    ann.hears('(gewijzigd: toch 5 december)', 'zaterdag 5 december');
    await ann.says('300 euro');
    ann.doesNotHear('gewijzigd: 300 euro');
  });

  it.each([
    ['ja', 'IMP-2026-0001'],
    ['Ja, dat klopt.', 'IMP-2026-0001'],
    ['yes please', 'IMP-2026-0001'],
  ])('is posted by "%s" when it is asked whether all is right', async (text, wanted) => {
    const { ann } = await atWork();
    await ann.says('plaats een aanvraag: 40 kerstpakketten voor 18 december, 900 euro met btw');
    ann.hears('Klopt het?');
    await ann.says(text);
    ann.hears(wanted);
  });

  it('shows what is missing after "ja" while something is, and the form after "nee"', async () => {
    const { ann, bo } = await atWork();
    await ann.says('plaats een aanvraag: 40 kerstpakketten voor 18 december');
    await ann.says('ja');
    ann.hears('Nog niet gezegd: bedrag');
    bo.doesNotHear('IMP-');
    await ann.says('nee');
    ann.hears('Wat heb je nodig?');
    ann.doesNotHear('Daar ga ik niet over');
    expect(ann.isAsked().find(({ id }) => id === 'what')?.value).toContain('40 kerstpakketten');
    await ann.says('no');
    ann.hears(/What do you need|Wat heb je nodig/);
  });

  it.each(['post request', 'place request', 'submit request', 'new request for'])(
    'keeps all that stands behind "%s"',
    async (words) => {
      const { ann, bo } = await atWork();
      await ann.says(`${words} flowers for 3 receptions, 150 each, next week`);
      ann.hears('This will be your request', 'flowers for 3 receptions, 150 each, next week');
      await ann.says('submit');
      bo.hears('IMP-2026-0001: flowers for 3 receptions, 150 each, next week');
    },
  );

  it('is posted once, however often it is pressed', async () => {
    const { ann, bo } = await atWork();
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    await ann.presses('Plaats de aanvraag');
    ann.hears('al geplaatst als IMP-2026-0001');
    bo.doesNotHear('IMP-2026-0002');
  });

  it.each(['plaats maar', 'ok, plaats hem maar', 'verstuur maar', 'post it', 'Post it please!'])(
    'is not there yet: "%s" is told so, and taken for no mail',
    async (text) => {
      const { ann } = await atWork();
      await ann.says(text);
      ann.hears(/Er is geen aanvraag om te plaatsen|There is no request to post/, /Plaats een aanvraag|Post a request/);
      ann.doesNotHear('Cycloon', 'IMP-');
    },
  );

  it('is posted by "plaats maar", once; after a question for suppliers that shows what would be posted', async () => {
    const { ann } = await atWork();
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.says('plaats maar');
    ann.hears('IMP-2026-0001');
    await ann.says('post it');
    ann.hears('IMP-2026-0001');
    ann.doesNotHear('IMP-2026-0002');
    await ann.says('wie kan broodjes brengen voor 25 man?');
    await ann.says('plaats maar');
    ann.hears('Dit wordt je aanvraag', '25 personen');
  });

  it('comes from the outcome of a check, which goes along', async () => {
    const { ann, bo } = await atWork();
    await ann.says(
      'mag ik voor 600 euro ex btw bloemen kopen bij Moestuin Maarschalkerweerd? geen contract, geen persoonlijke band',
    );
    await ann.presses('Eenmalig, verder niets').catch(() => undefined);
    await ann.presses('Plaats een aanvraag');
    ann.hears('€ 600, zonder btw');
    await ann.presses('Plaats de aanvraag');
    ann.doesNotHear('niet nagegaan');
    bo.hears('Moestuin Maarschalkerweerd', /Check: (?!niet gedaan)/);
  });

  it('works in English', async () => {
    const { ann } = await atWork();
    await ann.says('can you post a request for me? we need 30 tote bags by 5 January');
    ann.hears('This will be your request', '30 pieces', 'Tuesday 5 January 2027');
    await ann.says('post the request');
    ann.hears('posted as IMP-2026-0001');
  });

  it('is honest where nobody is there to see it', async () => {
    const alone = office(library).worker('Ann');
    await alone.says('plaats een aanvraag: 30 tote bags');
    await alone.presses('Plaats de aanvraag');
    alone.hears('nog geen inkoper bekend', 'De aanvraag is bewaard');
  });
});

describe('a request on the desk', () => {
  const posted = async () => {
    const all = await atWork();
    await all.ann.says('plaats een aanvraag: 40 kerstpakketten voor 18 december, 900 euro met btw');
    await all.ann.presses('Plaats de aanvraag');
    return all;
  };

  it('is picked up by the first who presses; the second hears by whom, on the other platform', async () => {
    const { ann, bo, cas } = await posted();
    await bo.presses('Ik pak dit op');
    bo.hears('Je hebt IMP-2026-0001 opgepakt');
    ann.hears('Bo heeft je aanvraag IMP-2026-0001 opgepakt');
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Status: opgepakt\nOpgepakt door: Bo/);
    expect(cas.sees('kanaal', 'IMP-2026-0001')).toMatch(/Status: picked up\nPicked up by: Bo/);
    await cas.says('IMP-2026-1');
    await cas.presses('Take over');
    cas.hears('You took over IMP-2026-0001');
    bo.hears('Cas heeft IMP-2026-0001 overgenomen');
    ann.hears('Cas heeft IMP-2026-0001 overgenomen');
  });

  it('is among those of who asked for it and of who picked it up, until it is over', async () => {
    const { ann, bo, store } = await posted();
    const { read } = await store;
    const now = async () => (await read(({ requests }) => requests.list({})))[0];
    const asker = (await now())?.requester.id ?? '';
    expect(await ownRequests({ read }, asker)).toMatchObject([{ id: 'IMP-2026-0001', status: 'open' }]);
    await bo.presses('Ik pak dit op');
    const both = [asker, (await now())?.claimer?.id ?? ''];
    for (const id of both) expect(await ownRequests({ read }, id)).toMatchObject([{ status: 'claimed' }]);
    expect(await ownRequests({ read }, 'somebody else')).toEqual([]);
    await bo.presses('Rond af');
    await bo.fillsIn({ boughtFrom: 'Mesjokke', boughtFor: '900 euro met btw' });
    for (const id of both) expect(await ownRequests({ read }, id)).toEqual([]);
    ann.hears('Mesjokke');
  });

  it('walks from posting to done over two platforms, and everybody hears what is not their own doing', async () => {
    const { ann, bo, cas } = await posted();
    await cas.presses('I pick this up');
    ann.hears('Cas heeft je aanvraag');
    await cas.presses('Ask a question');
    await cas.says('May it be there a week later?');
    cas.hears('Your question about IMP-2026-0001 was asked');
    ann.hears('Cas heeft een vraag', 'May it be there a week later?');
    await ann.presses('Beantwoord de vraag');
    await ann.fillsIn({ text: 'Ja, tot 22 december.' });
    cas.hears('Ann answers about IMP-2026-0001', 'Ja, tot 22 december.');
    bo.doesNotHear('22 december');
    await cas.presses('Finish');
    await cas.fillsIn({ boughtFrom: 'Geluks BV', boughtFor: '880 euro' });
    cas.hears('Say whether this includes VAT');
    await cas.fillsIn({ boughtFrom: 'Geluks BV', boughtFor: '880 euro incl vat' });
    cas.hears('IMP-2026-0001 is done');
    ann.hears('Cas heeft IMP-2026-0001 afgerond', 'Geluks', '€ 880, met btw');
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Status: afgerond/);
    await ann.says('IMP-2026-0001');
    ann.hears(
      'geplaatst door Ann',
      'opgepakt door Cas',
      'vraag van Cas: May it',
      'antwoord van Ann',
      'afgerond door Cas',
    );
  });

  it('takes a typed answer to its question only after asking whether it is that', async () => {
    const { ann, bo } = await posted();
    await ann.says('rood');
    ann.doesNotHear('Is dit je antwoord');
    await bo.presses('Ik pak dit op');
    await bo.presses('Stel een vraag');
    await bo.says('Welke kleur moet het zijn?');
    await ann.says('rood');
    ann.hears('Is dit je antwoord op IMP-2026-0001?', 'Welke kleur moet het zijn?');
    expect(ann.isAsked()).toMatchObject([{ id: 'text', value: 'rood' }]);
    bo.doesNotHear('rood');
    await ann.says('wie levert taart in overvecht');
    ann.doesNotHear('IMP-2026-0001');
    await ann.says('rood');
    await ann.fillsIn({ text: 'rood' });
    bo.hears('Ann geeft antwoord over IMP-2026-0001', 'rood');
    await ann.says('rood');
    ann.doesNotHear('Is dit je antwoord');
  });

  it('is not asked about in company, by a colleague, or when two questions wait', async () => {
    const { ann, bo, worker } = await posted();
    const ask = async () => {
      await bo.presses('Ik pak dit op');
      await bo.presses('Stel een vraag');
      await bo.says('Welke kleur moet het zijn?');
    };
    await ask();
    for (const other of [worker('Ann', { in: 'gang' }), worker('Dee')]) {
      await other.says('rood');
      other.doesNotHear('Is dit je antwoord', 'Welke kleur');
    }
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    await ask();
    await ann.says('rood');
    ann.doesNotHear('Is dit je antwoord');
  });

  it('lists who may fit on its card, one name a line, and with what is known of them where it is shown', async () => {
    const { bo } = await posted();
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Past misschien\n(?:- (?!.*(?:bewijs|;|, ))[^\n]+(?:\n|$)){2,}/);
    await bo.says('IMP-2026-0001');
    bo.hears(/Past misschien\n(?:- [^\n]+: [^\n]*bewijs[^\n]*(?:\n|$)){2,}/);
  });

  it.each([
    ['900 euro met btw', '€ 900, met btw'],
    ['900 euro', undefined],
  ])('asks of what was bought only what is not known yet: of "%s" it fills in %s', async (said, known) => {
    const { ann, bo } = await atWork();
    await ann.says(`plaats een aanvraag: 40 kerstpakketten, ${said}`);
    await ann.presses('Plaats de aanvraag');
    await bo.presses('Ik pak dit op');
    await bo.presses('Rond af');
    const [, amount] = bo.isAsked();
    expect(amount?.value).toBe(known);
    await bo.fillsIn({ boughtFrom: 'Mesjokke', boughtFor: known ?? '900 euro met btw' });
    ann.hears('Mesjokke, € 900, met btw');
  });

  it.each(['met btw', '880 euro incl btw', 'Geluks BV, 880 euro incl btw'])(
    'keeps what was sent when "%s" is typed to mend it',
    async (text) => {
      const { bo, ann } = await posted();
      await bo.presses('Ik pak dit op');
      await bo.presses('Rond af');
      await bo.fillsIn({ boughtFrom: 'Geluks BV', boughtFor: '880 euro' });
      bo.hears('Zeg erbij of dit met of zonder btw is');
      await bo.says(text);
      bo.hears('IMP-2026-0001 is afgerond');
      ann.hears('Geluks BV', '€ 880, met btw');
    },
  );

  it('keeps the supplier that was asked for when only the amount is typed', async () => {
    const { ann, bo } = await atWork();
    await ann.says('plaats een aanvraag: 40 kerstpakketten, liefst van Mesjokke');
    await ann.presses('Plaats de aanvraag');
    await bo.presses('Ik pak dit op');
    await bo.presses('Rond af');
    await bo.says('880 euro incl btw');
    ann.hears('Mesjokke, € 880, met btw');
  });

  it('tells who asked alone, and where they asked it in company when that cannot be', async () => {
    for (const deaf of [undefined, 'alone']) {
      const here = office(library, { people, ...(deaf ? { deaf } : {}) });
      const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
      await bo.says('meld aanvragen hier');
      const dee = here.worker('Dee', { in: 'gang' });
      await dee.says('plaats een aanvraag: 40 kerstpakketten');
      await dee.presses('Plaats de aanvraag');
      await bo.presses('Ik pak dit op');
      dee.hears('Bo heeft je aanvraag');
      const request = await (await here.store).read(({ requests }) => requests.get('IMP-2026-0001'));
      expect(request?.requester.at?.id).toMatch(/^alone/);
    }
  });

  it('can be finished in one typed sentence', async () => {
    const { bo, ann } = await posted();
    await bo.presses('Ik pak dit op');
    await bo.presses('Rond af');
    await bo.says('Geluks BV, 880 euro incl btw');
    bo.hears('IMP-2026-0001 is afgerond');
    ann.hears('€ 880, met btw');
  });

  it('can be changed until it is picked up, and withdrawn also after that', async () => {
    const { ann, bo } = await posted();
    await ann.says('IMP-2026-0001');
    await ann.presses('Wijzig de aanvraag');
    await ann.fillsIn({
      what: '50 kerstpakketten',
      howMany: '50 stuks',
      amount: '1100 euro met btw',
      wantedBy: '18 december',
    });
    await ann.presses('Bewaar de wijziging');
    ann.hears('IMP-2026-0001 is gewijzigd');
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/50 kerstpakketten[\s\S]*€ 1.100/);
    await bo.presses('Ik pak dit op');
    await ann.says('IMP-2026-0001');
    await ann.presses('Wijzig de aanvraag');
    ann.hears('Dat kan nu niet: de aanvraag is opgepakt door Bo.');
    await ann.presses('Trek in');
    bo.hears('Ann heeft IMP-2026-0001 ingetrokken');
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Status: ingetrokken/);
  });

  it('can be given back, and get another supplier', async () => {
    const { ann, bo } = await posted();
    await bo.presses('Ik pak dit op');
    await bo.presses('Andere leverancier');
    await bo.says('Mesjokke');
    ann.hears('Bo koos een andere leverancier', 'Mesjokke');
    await bo.presses('Geef terug');
    ann.hears('Bo heeft IMP-2026-0001 teruggegeven');
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Status: open[\s\S]*Liefst van: Mesjokke/);
  });

  it('is not for who is no buyer, and not seen by who has nothing to do with it', async () => {
    const { worker, bo } = await posted();
    const fen = worker('Fen', { rooms: [DESK] });
    await fen.presses('Ik pak dit op');
    fen.hears(/Ik ken geen aanvraag IMP-2026-0001 die jij mag zien/);
    expect(bo.sees(DESK, 'IMP-2026-0001')).toMatch(/Status: open/);
    const dee = worker('Dee');
    await dee.says('IMP-2026-0001');
    dee.hears('40 kerstpakketten');
    await dee.presses('Trek in');
    dee.hears('IMP-2026-0001 is ingetrokken');
    const gus = worker('Gus');
    await gus.says('IMP-2026-0001');
    gus.hears('40 kerstpakketten');
    await gus.says('mijn aanvragen');
    gus.hears('Van je team', 'IMP-2026-0001');
    const ed = worker('Fen', { channel: 'teams' });
    await ed.says('IMP-2026-0001');
    ed.hears('Ik ken geen aanvraag');
  });

  it('is moved by the stand-in of who has it', async () => {
    const { worker, bo, ann } = await posted();
    await bo.presses('Ik pak dit op');
    const eva = worker('Eva', { rooms: [DESK] });
    await eva.presses('Geef terug');
    ann.hears('Eva heeft IMP-2026-0001 teruggegeven');
    bo.hears('Eva heeft IMP-2026-0001 teruggegeven');
  });
});

describe('the desk', () => {
  it('is set by a buyer, and told what is still open', async () => {
    const here = office(library, { people });
    const ann = here.worker('Ann');
    await ann.says('meld aanvragen hier');
    ann.hears('Alleen een inkoper kan zeggen waar aanvragen komen');
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    ann.hears('nog geen plek waar inkopers aanvragen zien');
    const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
    await bo.says('meld aanvragen hier');
    bo.hears('Er staat nog 1 aanvraag open', 'IMP-2026-0001: 30 tote bags');
    await bo.presses('Ik pak dit op');
    ann.hears('Bo heeft je aanvraag');
    await bo.says('meld aanvragen hier niet meer');
    bo.hears('niet meer');
    await ann.says('plaats een aanvraag: 10 boeketten');
    await ann.presses('Plaats de aanvraag');
    bo.doesNotHear('boeketten');
  });

  it('can be for one category', async () => {
    const here = office(library, { people });
    const bo = here.worker('Bo', { rooms: [DESK], in: DESK });
    await bo.says('meld aanvragen voor catering hier');
    bo.hears('Nieuwe aanvragen voor catering');
    const ann = here.worker('Ann');
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    bo.doesNotHear('tote bags');
    await ann.says('plaats een aanvraag: lunch voor 20 man');
    await ann.presses('Plaats de aanvraag');
    bo.hears('lunch voor 20 man');
  });
});

describe('my requests', () => {
  it('are mine, what I picked up and my team, what is open first, in pages', async () => {
    const { ann, bo, worker } = await atWork();
    for (let at = 1; at <= 10; at++) {
      await ann.says(`plaats een aanvraag: ${at} boeketten`);
      await ann.presses('Plaats de aanvraag');
    }
    await ann.says('mijn aanvragen');
    ann.hears('Jouw aanvragen', 'IMP-2026-0010: 10 boeketten (open)', 'Pagina 1 van 2');
    await ann.presses('Volgende');
    ann.hears('IMP-2026-0001', 'Pagina 2 van 2');
    const dee = worker('Dee');
    await dee.says('mijn aanvragen');
    dee.hears('Van je team', 'IMP-2026-0010');
    await bo.presses('Ik pak dit op');
    await bo.says('mijn aanvragen');
    bo.hears('Door jou opgepakt', 'opgepakt');
  });

  it.each([
    'open aanvragen',
    'welke aanvragen staan er open',
    'alle aanvragen',
    'openstaande aanvragen',
    'nieuwe aanvragen?',
    'aanvragen',
    'open requests',
    'which requests are open',
  ])('are for a buyer also what nobody picked up yet: "%s"', async (text) => {
    const { ann, bo, worker } = await atWork();
    await ann.says('plaats een aanvraag: 10 boeketten');
    await ann.presses('Plaats de aanvraag');
    await bo.says(text);
    bo.hears(/Open, nog niet opgepakt|Open, not picked up yet/, 'IMP-2026-0001: 10 boeketten (open)');
    const fen = worker('Fen');
    await fen.says(text);
    fen.hears(/Je hebt geen aanvragen|You have no requests/);
    await bo.presses('Ik pak dit op');
    const cas = worker('Cas');
    await cas.says(text);
    cas.hears(/geen aanvragen open|No requests are open/);
  });

  it('show what waits before what is over', async () => {
    const { ann, bo } = await atWork();
    for (let at = 1; at <= 9; at++) {
      await bo.says(`plaats een aanvraag: ${at} boeketten`);
      await bo.presses('Plaats de aanvraag');
      await bo.presses('Trek in');
    }
    await ann.says('plaats een aanvraag: 30 tote bags');
    await ann.presses('Plaats de aanvraag');
    await bo.says('open aanvragen');
    bo.hears('30 tote bags (open)', 'Pagina 1 van 2');
  });

  it.each(['nieuwe aanvraag', 'nieuwe aanvragen: 10 taarten', 'hoe moet ik subsidie aanvragen'])(
    'are not meant by "%s"',
    async (text) => {
      const { bo } = await atWork();
      await bo.says(text);
      bo.doesNotHear('geen aanvragen open');
    },
  );
});
