import { describe, expect, it } from 'vitest';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

describe('who asks how to post a request', () => {
  it.each([
    'hoe plaats ik een aanvraag',
    'hoe dien ik een aanvraag in',
    'waar kan ik een aanvraag indienen',
    'hoe maak ik een aanvraag aan',
    'hoe vraag ik iets aan',
    'how do I post a request',
    'how can i submit a request',
    'where do I place a purchase request',
  ])('gets the empty form, and none of these words in it: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(/^(?:Zo gaat het|This is how it goes): /, /Wat heb je nodig|What do you need/);
    expect(ann.made()).toMatchObject({ intent: 'post-request', suppliers: [] });
    expect(ann.made().understood).not.toHaveProperty('category');
  });

  it('and says what it is for, gets the request with it', async () => {
    const ann = conversation(library);
    await ann.says('hoe plaats ik een aanvraag voor 20 lunches');
    ann.hears('Dit wordt je aanvraag', '20 lunches');
  });
});

describe('who asks what a request is', () => {
  it.each([
    'wat is een aanvraag',
    'wat is een inkoopaanvraag?',
    "wat houdt zo'n inkoopaanvraag in",
    'kun je uitleggen wat een aanvraag is',
    'wat wordt bedoeld met een inkoopaanvraag',
    'wie ziet mijn aanvraag eigenlijk',
    'what is a purchase request',
  ])('hears it, and has begun none: %s', async (text) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(/een inkoopaanvraag vertel je de inkopers|a purchase request you tell the buyers/);
    ann.isOffered(ann.made().language === 'nl' ? 'Plaats een aanvraag' : 'Post a request');
    expect(ann.made().intent).toBe('policy');
  });

  it.each(['wat is subsidie', 'wat is een subsidieaanvraag'])(
    'hears of subsidies when that is meant: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says(text);
      ann.hears('Een subsidie volgt een andere weg');
    },
  );
});

describe('a request that is typed in one sentence', () => {
  it.each([
    ['aanvraag: 300 bloembakken', '300 bloembakken'],
    ['inkoopaanvraag doen: 300 bloembakken', '300 bloembakken'],
    ['ik wil graag een inkoopaanvraag plaatsen voor 300 bloembakken', '300 bloembakken'],
    ['Nieuwe aanvraag - 10 taarten', '10 taarten'],
    ['inkoopaanvraag: 40 stoelen, nodig eind volgende maand', '40 stoelen, nodig eind volgende maand'],
    ['aanvraag voor 20 lunches', '20 lunches'],
    ['300 bloembakken, inkoopaanvraag plaatsen graag', '300 bloembakken'],
    ['new purchase request: 20 planters', '20 planters'],
  ])('has what is needed for a title, and not the words that ask for it: %s', async (text, title) => {
    const ann = conversation(library);
    await ann.says(text);
    ann.hears(new RegExp(`^(?:Dit wordt je aanvraag|This will be your request):\n\n${title}\n`));
  });

  it.each([
    ['mag ik stoelen kopen voor 8000 euro ex btw bij The Colour Kitchen?', 'aanvraag: 300 bloembakken'],
    ['mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?', 'aanvraag: 300 gevelborden'],
    ['ik wil voor 8000 euro kopen, mag dat?', 'inkoopaanvraag voor 300 regenjassen'],
    ['mag ik bloemen bestellen voor 900 euro bij happy flower?', 'plaats een aanvraag voor 300 wibbels'],
  ])('takes no amount and no supplier from a check about something else: %s', async (check, text) => {
    const ann = conversation(library);
    await ann.says(check);
    await ann.says(text);
    ann.hears('Dit wordt je aanvraag', 'Nog niet gezegd: ');
    ann.doesNotHear('€', 'Liefst van');
  });

  it('leaves nothing of what was spoken of before it in what is spoken of after it', async () => {
    const ann = conversation(library);
    await ann.says('mag lunch voor 9.900 plus 200 bezorgkosten?');
    await ann.says('aanvraag: 300 bloembakken');
    ann.hears('300 stuks');
    await ann.says('plaats maar');
    await ann.says('en bloemen voor de opening?');
    ann.hears('Ik zocht: bloemen');
    ann.doesNotHear('€');
  });

  it('takes the amount of a check about the same', async () => {
    const ann = conversation(library);
    await ann.says('mag ik bloemen bestellen voor 900 euro ex btw bij happy flower?');
    await ann.says('aanvraag: 30 boeketten');
    ann.hears('30 stuks', '€ 900, zonder btw', 'Happy Flower');
  });

  it.each(['aanvraag: 20 wibbels', 'plaats een aanvraag voor 20 wibbels', 'inkoopaanvraag: 20 plantenbakken'])(
    'takes the place of the one that was being written, which is not posted: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says('aanvraag: 300 bloembakken voor 900 euro');
      await ann.says(text);
      ann.hears(
        'Je vorige aanvraag is niet geplaatst: 300 bloembakken voor 900 euro.',
        /\n20 (?:wibbels|plantenbakken)/,
      );
      ann.doesNotHear('IMP-', '300 stuks', '€');
    },
  );
});

describe('who likes what a request will be', () => {
  it.each(['prima', 'ok', 'is goed', 'ziet er goed uit', 'Goed zo!', 'looks good'])(
    'is asked for a plain yes before it is posted: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says('aanvraag: 20 lunches op 12 december voor 400 euro ex');
      await ann.says(text);
      ann.hears(/^(?:Dit wordt je aanvraag|This will be your request)/, /Typ "ja" of|Type "yes" or/);
      ann.doesNotHear('IMP-');
      await ann.says('ja dat is goed');
      ann.hears('geplaatst als IMP-2026-0001');
    },
  );

  it('is asked whether it may be posted with what is missing', async () => {
    const ann = conversation(library);
    await ann.says('aanvraag: 20 lunches');
    await ann.says('prima');
    ann.hears('Wil je de aanvraag toch zo plaatsen?');
    await ann.says('zet maar uit');
    ann.hears('geplaatst als IMP-2026-0001');
  });
});

describe('a yes below a request of which something was not said', () => {
  it('is asked once more, and posts it then', async () => {
    const ann = conversation(library);
    await ann.says('aanvraag: 300 bloembakken');
    await ann.says('ja');
    ann.hears('Wil je de aanvraag toch zo plaatsen?');
    ann.doesNotHear('IMP-');
    await ann.says('ja hoor');
    ann.hears('geplaatst als IMP-2026-0001');
  });

  it.each(['voor 5 december', 'wat is een sociale onderneming', 'mijn aanvragen'])(
    'is asked again when something else was said in between: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says('aanvraag: 300 bloembakken');
      await ann.says('ja');
      await ann.says(text);
      await ann.says('ja');
      ann.hears('Wil je de aanvraag toch zo plaatsen?');
      ann.doesNotHear('IMP-');
    },
  );
});

describe('a part of a month in a request', () => {
  it('is a day, and which one is told; another part takes its place', async () => {
    const ann = conversation(library);
    await ann.says('inkoopaanvraag: 40 stoelen, nodig eind maart');
    ann.hears('Nodig op: woensdag 31 maart 2027', 'Ik lees "eind maart" als woensdag 31 maart 2027.');
    await ann.says('toch half april');
    ann.hears('(gewijzigd: toch half april)', 'Nodig op: donderdag 15 april 2027');
    await ann.says('nee');
    await ann.fillsIn({ what: '40 stoelen', howMany: '40 stuks', wantedBy: 'begin mei' });
    ann.hears('Nodig op: zaterdag 1 mei 2027');
  });

  it('gives way to a day', async () => {
    const ann = conversation(library);
    await ann.says('aanvraag: 20 lunches op 12 december, liever niet eind december');
    ann.hears('Nodig op: zaterdag 12 december 2026');
    ann.doesNotHear('Ik lees');
  });
});
