import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { forget } from '../../src/mine.ts';
import { conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { knowledge, library } from '../support/library.ts';

const outcome = (id: string, language: 'nl' | 'en') => knowledge.check.outcomes[id]?.name[language] ?? id;

describe('advice on a project', () => {
  it('understands subject, value, start and place of a project, and says what follows', async () => {
    const an = conversation(library);
    await an.says(
      'we gaan een nieuwe sporthal bouwen in Overvecht, 2,4 miljoen, start 2027, welke kansen voor impact zijn er?',
    );
    expect(an.made()).toMatchObject({ intent: 'commission', status: 'answered' });
    an.hears('vastgoed', '€ 2.400.000, vanaf 2027', 'Overvecht', 'Circulaire economie', 'niveau 3', 'veel kans');
    an.hears(outcome('national-tender', 'nl'), 'gesprek vooraf', 'onderaannemer', 'kernteam', 'Vragen aan de markt');
    an.hears('Buurman', 'aanname');
    expect(an.made().suppliers.length).toBeGreaterThan(0);
    expect(an.made().sources.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['mvoi-programma-utrecht', 'beleidsregel-drempelbedragen']),
    );
  });

  it('says first what somebody in a hurry needs, and all of it when asked', async () => {
    for (const asked of ['Laat alles zien', 'vertel meer']) {
      const an = conversation(library);
      await an.says('aanbesteding schoonmaak van panden 800.000 euro ex btw, kan dat socialer?');
      an.hears('niveau 2', 'veel kans', 'Beste weg', 'kernteam', 'Biga Groep');
      an.doesNotHear('ramen wassen: ', 'Leeuwarden hield', 'Welke middelen');
      const brief = an.heard().length;
      await (asked === 'vertel meer' ? an.says(asked) : an.presses(asked));
      expect(an.made().intent).toBe('commission');
      an.hears('ramen wassen', 'Leeuwarden hield', 'Welke middelen', 'social return', 'geen lopend contract', 'Thema');
      expect(an.heard().length).toBeGreaterThan(brief * 1.5);
      await an.presses('Tekst voor je startdocument');
      an.hears('Voor je startdocument', 'schoonmaak');
    }
  });

  it('takes a large project for a project, also below a list of suppliers', async () => {
    for (const [before, project] of [
      ['ik zoek catering voor 25 man in Zuilen', 'nieuwe sporthal in overvecht 2,4 miljoen start 2027'],
      ['catering for 25 people in Zuilen', 'new sports hall in Overvecht, 2.4 million, start 2027'],
    ] as const) {
      const an = conversation(library);
      await an.says(before);
      await an.says(project);
      expect(an.made()).toMatchObject({ intent: 'commission', understood: { amount: 2_400_000, area: 'overvecht' } });
      expect(an.made().understood).not.toHaveProperty('people');
    }
    const an = conversation(library);
    await an.says('lunch voor 30 man');
    await an.says('en voor 300.000 euro?');
    expect(an.made().intent).toBe('find-supplier');
  });

  it('answers another project otherwise', async () => {
    const heard = new Set<string>();
    for (const project of [
      'rioolvervanging Zuilen',
      'schoonmaak van gemeentelijke panden',
      'groenbestek Overvecht',
      'nieuwe laptops',
    ]) {
      const an = conversation(library);
      await an.says(`aanbesteding voor ${project}, welke sociale kansen zijn er?`);
      expect(an.made().intent).toBe('commission');
      heard.add(an.heard());
    }
    expect(heard.size).toBe(4);
  });

  it('gives the procedure by the same lines as the check', async () => {
    for (const [value, wanted] of [
      ['60.000 euro', 'single-quote-advice'],
      ['150.000 euro', 'multiple-quotes'],
      ['800.000 euro', 'european-tender'],
    ] as const) {
      const an = conversation(library);
      await an.says(`aanbesteding schoonmaak van panden, ${value} exclusief btw, hoe krijgen we meer impact?`);
      an.hears(outcome(wanted, 'nl'));
    }
  });

  it('asks what it is about when the words do not tell, with a form that keeps what was filled in', async () => {
    const an = conversation(library);
    await an.says('opdrachtgever hier, hoe krijgen we sociale impact in een project?');
    expect(an.made()).toMatchObject({ intent: 'commission', status: 'clarify' });
    await an.fillsIn({ text: 'renovatie gymzaal', amount: 'heel veel', start: 'ooit' });
    expect(
      an
        .isAsked()
        .filter(({ error }) => error)
        .map(({ id }) => id),
    ).toEqual(['amount', 'start']);
    expect(an.isAsked().find(({ id }) => id === 'text')?.value).toBe('renovatie gymzaal');
    await an.fillsIn({ text: 'renovatie gymzaal', amount: '1,35 miljoen', start: 'juli 2027', area: 'Kanaleneiland' });
    an.hears('vastgoed', '€ 1.350.000', 'Kanaleneiland');
    expect(an.made().status).toBe('answered');
  });

  it('hears tons of euros, and not of rubble', async () => {
    const an = conversation(library);
    await an.says('we gaan de straat herinrichten, budget 3 ton ex btw, kan dat socialer?');
    an.hears('€ 300.000');
    const bo = conversation(library);
    await bo.says('we gaan een gebouw slopen, 300 ton puin, kan dat socialer?');
    bo.doesNotHear('€ 30');
    bo.hears('De waarde weet ik nog niet');
  });

  it.each([
    'schoonmaak van kantoren, 8.000 euro per maand ex btw, kan dat socialer?',
    'aanbesteding schoonmaak van panden van 8.000 euro per maand ex btw, kan dat socialer?',
    'aanbesteding schoonmaak van panden, 8.000 euro ex btw per kwartaal, kan dat socialer?',
    'aanbesteding schoonmaak van panden, 60.000 euro ex btw jaarlijks, kan dat socialer?',
    'aanbesteding schoonmaak van panden, 60.000 euro ex btw per jaar voor 2 jaar met verlenging, kan dat socialer?',
    'aanbesteding schoonmaak van panden, 3 keer per week, 9.000 euro ex btw, kan dat socialer?',
  ])('leaves the procedure open and asks for the whole: %s', async (project) => {
    const an = conversation(library);
    await an.says(project);
    expect(an.made().intent).toBe('commission');
    an.hears('Noem het bedrag voor de hele looptijd');
    await an.says('384.000 euro ex btw');
    an.hears('€ 384.000');
  });

  it.each([
    ['8.000 euro per maand ex btw, looptijd 4 jaar', '€ 384.000'],
    ['8.000 euro per maand ex btw voor 2+1+1 jaar', '€ 384.000'],
    ['60.000 euro ex btw jaarlijks, 4 jaar', '€ 240.000'],
    ['900.000 euro ex btw in totaal, jaarlijkse beurt', '€ 900.000'],
    ['900.000 euro ex btw voor 4 jaar', '€ 900.000'],
  ])('counts the whole term: %s is %s', async (said, amount) => {
    const an = conversation(library);
    await an.says(`aanbesteding schoonmaak van panden, ${said}, kan dat socialer?`);
    an.hears(amount);
    an.doesNotHear('hele looptijd');
  });

  it('asks for the whole in English too', async () => {
    const an = conversation(library, { locale: 'en' });
    await an.says('tender for cleaning offices, 8,000 euros a month excluding VAT, can that be more social?');
    an.hears('the amount for the whole term');
    await an.says('384,000 euros excluding VAT');
    an.hears('€384,000');
  });

  it('takes no amount per month for the whole, when it is added later or filled in', async () => {
    const an = conversation(library);
    await an.says('aanbesteding schoonmaak van panden 800.000 euro ex btw, kan dat socialer?');
    await an.says('toch 8.000 euro per maand');
    an.hears('Noem het bedrag voor de hele looptijd');
    an.doesNotHear('€ 8');
    await an.says('8.000 euro per maand voor 4 jaar');
    an.hears('€ 384.000');
    await an.presses('Vul aan of verander');
    await an.fillsIn({ text: 'schoonmaak van panden', amount: '8.000 euro per maand' });
    an.hears('Typ het bedrag voor de hele looptijd.');
    await an.fillsIn({ text: 'schoonmaak van panden', amount: '8.000 euro per maand, looptijd 4 jaar' });
    an.hears('€ 384.000');
  });

  it('lets a subject be chosen where it was not understood well', async () => {
    const an = conversation(library);
    await an.says('aanbesteding voor de renovatie van een gymzaal, kansen voor impact?');
    await an.presses('Vul aan of verander');
    await an.fillsIn({ text: 'iets met de gymzaal', subject: 'energie' });
    an.hears('Dit gaat over energie');
  });

  it('takes up a part of the project, and what is added to it', async () => {
    const an = conversation(library);
    await an.says('we gaan een fietspad opnieuw aanleggen, kan dat socialer?');
    await an.says('en voor de verkeersregelaars?');
    expect(an.made().intent).toBe('commission');
    an.hears('verkeersregelaars', 'nog niemand op onze lijst');
    await an.says('en de catering bij de opening?');
    an.hears('catering', 'wegen en fietspaden', 'The Colour Kitchen');
    await an.says('het wordt 6 miljoen');
    an.hears('€ 6.000.000', 'Met of zonder btw maakt hier verschil');
    await an.says('toch 8 miljoen');
    an.hears('€ 8.000.000', outcome('european-tender', 'nl'));
  });

  it('asks who aims lower for a reason, keeps it with the advice, and puts it in the summary', async () => {
    const store = openLowdbStore({ today: () => TODAY });
    const an = conversation(library, { store });
    await an.says('aanbesteding onderhoud sportvelden 340.000 euro, hoe maken we meer impact?');
    await an.presses('Kies een niveau');
    an.isOffered('niveau 3: het hoogste', 'Geen extra eisen');
    await an.presses('niveau 1: het minimum');
    an.hears('Waarom', 'MVI, tenzij');
    await an.says('De velden worden over een jaar gesloopt.');
    an.hears('ADV-2026-0001', 'geen besluit', 'De velden worden over een jaar gesloopt');
    const kept = await (await store).read(({ departures }) => departures.list({}));
    expect(kept).toEqual([
      expect.objectContaining({
        id: 'ADV-2026-0001',
        subject: 'sportvelden',
        advised: 3,
        chosen: 1,
        amount: 340_000,
        reason: 'De velden worden over een jaar gesloopt.',
      }),
    ]);
    await an.says('vergeet mij');
    an.hears('ADV-2026-0001');
    await (await store).settle('forget', async (records) => {
      await forget('web:ann', records, TODAY);
      return [];
    });
    const [left] = await (await store).read(({ departures }) => departures.list({}));
    expect(left?.owner).toMatch(/^pseudonym:/);
  });

  it('needs no reason for the advised level or higher, and keeps none', async () => {
    const store = openLowdbStore({ today: () => TODAY });
    const an = conversation(library, { store });
    await an.says('aanbesteding onderhoud sportvelden, hoe maken we meer impact?');
    await an.says('is niveau 1 ook goed?');
    an.doesNotHear('Waarom? Je reden');
    await an.presses('Kies een niveau');
    await an.says('we kiezen niveau 3');
    an.hears('past bij het advies');
    await an.says('doe maar geen mvi');
    an.hears('Waarom');
    await an.fillsIn({ reason: '  ' });
    expect(an.isAsked()[0]?.error).toBeTruthy();
    expect(await (await store).read(({ departures }) => departures.list({}))).toEqual([]);
  });

  it('answers a question in between, and gives a text to paste', async () => {
    const an = conversation(library);
    await an.says('aanbesteding onderhoud sportvelden, hoe maken we meer impact?');
    await an.says('wat is niveau 3?');
    expect(an.made().intent).toBe('policy');
    await an.presses('Tekst voor je startdocument', 0);
    an.hears('Voor je startdocument', 'sportvelden', 'niveau 3', 'geen besluit');
  });

  it('says so where there is no chance, and where it is no purchase at all', async () => {
    const an = conversation(library);
    await an.says('aanbesteding voor inhuur van projectleiders, kansen voor sociale impact?');
    an.hears('marktplein inhuur');
    expect(an.made().suppliers).toEqual([]);
  });

  it('says so when it only guessed that it is a service, and takes building for works', async () => {
    const an = conversation(library);
    await an.says('project met sociale impact: vastgoed, 400.000 euro');
    an.hears('Ik ging uit van');
    const bo = conversation(library);
    await bo.says('project: we gaan een schoolplein opnieuw inrichten, 400k, wat kan sociaal');
    bo.hears(outcome('multiple-quotes', 'nl'));
    bo.doesNotHear('Ik ging uit van');
  });

  it('speaks English, with the same facts', async () => {
    const an = conversation(library);
    await an.says('renovation of a school building, 3 million. how can we create social impact?');
    an.hears('real estate', '€3,000,000', 'level 3', outcome('national-tender', 'en'), 'subcontractor', 'core team');
    await an.says('and the catering at the opening?');
    an.hears('as a part of your project', 'The Colour Kitchen');
    await an.says('we choose level 1');
    an.hears('Why?');
    await an.says('The building will be sold next year.');
    an.hears('ADV-2026-0001', 'not a decision');
  });
});

describe('the kind of a project', () => {
  it.each([
    ['het is bouw', 'Ik reken met: bouw of aanleg. Dat zei jij.', 'Meer offertes via Inkoop'],
    ['het zijn werken', 'Ik reken met: bouw of aanleg. Dat zei jij.', 'Meer offertes via Inkoop'],
  ])('is said, and can be corrected by typing: %s', async (text, told, procedure) => {
    const an = conversation(library);
    await an.says('onderhoud bruggen 900.000 euro, waar zitten kansen voor impact');
    an.hears('Europees aanbesteden', 'Ik reken met: een dienst. Is het iets anders?');
    await an.says(text);
    an.hears(told, procedure);
  });

  it('stays what was said when the value changes, and is no question about a kind', async () => {
    const an = conversation(library);
    await an.says('onderhoud bruggen 900.000 euro, waar zitten kansen voor impact');
    await an.says('bouw');
    await an.says('wat is een dienst?');
    expect(an.made().intent).toBe('policy');
    await an.presses('Vul aan of verander');
    await an.fillsIn({ text: 'onderhoud bruggen 900.000 euro, waar zitten kansen voor impact', amount: '140.000' });
    an.hears('Ik reken met: bouw of aanleg. Dat zei jij.');
  });
});
