import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { lexicon } from '../support/library.ts';
import { inDutch, inEnglish } from '../support/number-words.ts';
import { generated, seed } from '../support/seed.ts';

type Language = 'nl' | 'en';
type Read = {
  amount?: number;
  doubt?: string;
  perPerson?: number;
  people?: number;
  vat?: string;
  occurrences?: number;
};

function readOf(text: string): Read & { language: Language } {
  const { slots, doubt, language } = read(text, lexicon, { today: TODAY });
  const { amount, perPerson, people, vat, occurrences } = slots;
  return JSON.parse(JSON.stringify({ amount, perPerson, people, vat, occurrences, doubt, language }));
}

/** Digits in groups of three, with the signs that a country puts there. */
function grouped(cents: number, group: string, point: string, decimals: boolean): string {
  const [euros, rest] = [Math.floor(cents / 100), cents % 100];
  const whole = String(euros).replace(/\B(?=(\d{3})+$)/g, group);
  return decimals || rest > 0 ? `${whole}${point}${String(rest).padStart(2, '0')}` : whole;
}

/** How people write an amount in a language. `bare` has no mark of money, so it needs a sentence about money around it. */
function spellings(cents: number, language: Language): { marked: string[]; bare: string[] } {
  const euros = cents / 100;
  const whole = Number.isInteger(euros);
  const [group, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const own = grouped(cents, group as string, point as string, false);
  const full = grouped(cents, group as string, point as string, true);
  const [otherGroup, otherPoint] = language === 'nl' ? [',', '.'] : ['.', ','];
  /** Both signs at once can be read in one way only, whatever the language. */
  const foreign = euros >= 1000 ? [grouped(cents, otherGroup as string, otherPoint as string, true)] : [];
  const spaced = grouped(cents, ' ', point as string, false);
  const plain = whole ? String(euros) : own.replaceAll(group as string, '');
  const bare = [own, plain, ...foreign];
  const marks = (text: string) => [
    `€ ${text}`,
    `€${text}`,
    `EUR ${text}`,
    `eur ${text}`,
    `${text} euro`,
    `${text} eur`,
    `${text} €`,
  ];
  const dutchDash = whole && language === 'nl' ? [`€ ${own},-`, `€${own},--`, `${own},-`, `€ ${plain},=`] : [];
  const thousands = euros / 1000;
  const short = String(thousands).replace('.', point as string);
  const inK =
    Number.isInteger(thousands * 10) && thousands >= 0.5
      ? [`${short}k`, `${short} k`, `€ ${short}k`, `€${short}K`]
      : [];
  const inThousands = Number.isInteger(thousands)
    ? [language === 'nl' ? `${thousands} duizend euro` : `${thousands} thousand euros`]
    : [];
  const words =
    whole && euros < 1_000_000 && euros > 1
      ? language === 'nl'
        ? [`${inDutch(euros)} euro`]
        : [`${inEnglish(euros)} euros`]
      : [];
  const millions = euros / 1_000_000;
  const inMillions =
    Number.isInteger(millions * 10) && millions >= 0.1
      ? (language === 'nl' ? ['miljoen', 'mln', 'miljoen euro'] : ['million', 'million euros']).map(
          (word) => `${String(millions).replace('.', point as string)} ${word}`,
        )
      : [];
  const half = language === 'nl' && euros === 1_500_000 ? ['anderhalf miljoen', 'anderhalf miljoen euro'] : [];
  const euroPlural = language === 'en' ? [`${own} euros`, `${full} euros`] : [];
  return {
    bare,
    marked: [
      ...marks(own),
      ...marks(full),
      ...marks(plain),
      ...foreign.flatMap(marks),
      ...(spaced === own ? [] : marks(spaced)),
      ...dutchDash,
      ...inK,
      ...inThousands,
      ...words,
      ...inMillions,
      ...half,
      ...euroPlural,
    ],
  };
}

const around: Record<Language, { marked: string[]; bare: string[] }> = {
  nl: {
    marked: [
      'Mag ik dit voor … bestellen',
      'Wij hebben hier … voor',
      'Ik wil een lunch bestellen van …',
      'het gaat om …',
      'Kan dat voor … met de hele afdeling',
      '…, mag dat zonder offertes',
    ],
    bare: [
      'Het budget is …',
      'Wij hebben een budget van …',
      'Mijn bedrag: …',
      'De kosten zijn … denk ik',
      'het bedrag is … voor alles',
    ],
  },
  en: {
    marked: [
      'May I order this for … please',
      'We have … for this',
      'I would like to order a lunch of …',
      'it is about …',
      'Can this be done for … with the team',
      '…, is that allowed without quotes',
    ],
    bare: [
      'The budget is …',
      'We have a budget of …',
      'My amount: …',
      'The costs are … I think',
      'the amount is … for everything',
    ],
  },
};

const vatPhrases: Record<Language, [string, 'included' | 'excluded' | undefined][]> = {
  nl: [
    ['', undefined],
    [' ex btw', 'excluded'],
    [' excl. btw', 'excluded'],
    [' exclusief btw', 'excluded'],
    [' incl. btw', 'included'],
    [' inclusief 21% btw', 'included'],
    [' inclusief btw', 'included'],
  ],
  en: [
    ['', undefined],
    [' excl. VAT', 'excluded'],
    [' excluding VAT', 'excluded'],
    [' without VAT', 'excluded'],
    [' incl. VAT', 'included'],
    [' including VAT', 'included'],
  ],
};

const cents = fc.oneof(
  fc.integer({ min: 100, max: 2_000 }).map((euros) => euros * 100),
  fc.integer({ min: 10, max: 600 }).map((times) => times * 50_000),
  fc.integer({ min: 2, max: 999_999 }).map((euros) => euros * 100),
  fc.integer({ min: 5_000, max: 9_999_999 }),
  fc.integer({ min: 1, max: 60 }).map((tenths) => tenths * 10_000_000),
  fc.constant(150_000_000),
);

const cases = fc
  .tuple(cents, fc.constantFrom<Language[]>('nl', 'en'), fc.nat(), fc.nat(), fc.nat(), fc.boolean())
  .map(([value, language, which, where, taxed, isBare]) => {
    const { marked, bare } = spellings(value, language);
    const kind = isBare && value >= 5_000 ? 'bare' : 'marked';
    const list = kind === 'bare' ? bare : marked;
    const typed = list[which % list.length] as string;
    const sentences = around[language][kind];
    const [phrase, vat] = vatPhrases[language][taxed % vatPhrases[language].length] as [string, Read['vat']];
    const text = (sentences[where % sentences.length] as string).replace('…', () => typed + phrase);
    return { text, expected: { amount: value / 100, ...(vat ? { vat } : {}), language } };
  });

describe('amounts', () => {
  it(`reads two thousand spellings, and not one wrongly (seed ${seed})`, () => {
    const wrong = generated(cases, 2_000).flatMap(({ text, expected }) => {
      const came = readOf(text);
      const { amount, vat, language } = came;
      return JSON.stringify({ amount, vat, language }) ===
        JSON.stringify({ amount: expected.amount, vat: expected.vat, language: expected.language }) && !came.doubt
        ? []
        : [`${text} → ${JSON.stringify(came)}`];
    });
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it.each<[string, Read]>([
    ['Mag ik voor tienduizend euro inkopen?', { amount: 10_000 }],
    ['wij willen voor 10k eten bestellen', { amount: 10_000 }],
    ['het gaat om EUR 9.999,50 excl. btw', { amount: 9999.5, vat: 'excluded' }],
    ['De offerte is 10,000.00 zonder btw', { amount: 10_000, vat: 'excluded' }],
    ['Het is € 8.500,- voor alles', { amount: 8500 }],
    ['we hebben anderhalf miljoen voor dit project', { amount: 1_500_000 }],
    ['het kost vijftienhonderd euro', { amount: 1500 }],
    ['het kost duizend honderd euro', { amount: 1100 }],
    ['het kost tweeduizend honderd euro', { amount: 2100 }],
    ['it costs two thousand one hundred euros', { amount: 2100 }],
    ['het gaat om € 12', { amount: 12 }],
    ['het kost vijfentwintighonderd euro', { amount: 2500 }],
    ['Wij betalen 12 x 850 voor de schoonmaak', { amount: 10_200 }],
    ['Wij betalen 12 x € 850,50 voor de schoonmaak', { amount: 10_206 }],
    ['Wij betalen 12 keer 850 euro voor de schoonmaak', { amount: 850, occurrences: 12 }],
    ['Wij betalen elke maand 850 euro voor de schoonmaak', { amount: 850, occurrences: 12 }],
    ['lunch, 15 pp voor 40 man', { perPerson: 15, people: 40 }],
    ['lunch van € 12,50 per persoon voor 40 collega’s', { perPerson: 12.5, people: 40 }],
    ['lunch voor 40 man, ongeveer 15 euro p.p.', { perPerson: 15, people: 40 }],
    ['a lunch for 40 people at 15 euros each', { perPerson: 15, people: 40 }],
    ['lunch for 25 people, € 500 in total', { amount: 500, people: 25 }],
    ['lunch voor vijfentwintig personen voor vijfhonderd euro', { amount: 500, people: 25 }],
    ['we would like to spend two thousand five hundred euros', { amount: 2500 }],
  ])('reads "%s"', (text, expected) => {
    const { language: _language, ...came } = readOf(text);
    expect(came).toEqual(expected);
  });

  it.each([
    'Tussen de 500 en 800 euro voor de hele lunch',
    'Wij hebben 500 tot 800 euro voor de lunch',
    'Het is 500 euro of misschien 800 euro, dat weet ik niet',
    'Wij willen 40 pakketten van 25 euro per stuk',
    'De zaal kost 45 euro per uur',
  ])('guesses no total in "%s"', (text) => {
    expect(readOf(text).amount).toBeUndefined();
  });

  it.each([
    'artikel 2.1.3 van de wet',
    'niveau 3 van de trap',
    'om 12.30 uur op kamer 4.12',
    'PSO 30+ of NEN 7510',
    'wij zoeken 500 flyers',
    'op 26-11-2026',
  ])('hears no money in "%s"', (text) => {
    const { amount, perPerson, doubt } = readOf(text);
    expect({ amount, perPerson, doubt }).toEqual({});
  });
});

describe('doubt', () => {
  const wholes = fc.integer({ min: 1, max: 99 });
  const tails = fc.constantFrom('000', '200', '500', '750', '999');
  const doubtful = fc
    .tuple(fc.constantFrom<Language[]>('nl', 'en'), wholes, tails, fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat())
    .map(([language, whole, tail, tenth, which, where]) => {
      const foreign = `${whole}${language === 'nl' ? ',' : '.'}${tail}`;
      const tenths = `${whole}${language === 'nl' ? ',' : '.'}${tenth}`;
      const roughly = `${language === 'nl' ? 'ongeveer' : 'about'} ${(whole % 40) + 1}`;
      const kinds: [string, boolean][] = [
        [foreign, false],
        [`€ ${foreign}`, true],
        [`${foreign} euro`, true],
        [tenths, false],
        [roughly, false],
      ];
      const [typed, marked] = kinds[which % kinds.length] as [string, boolean];
      const sentences = [...around[language].bare, ...(marked ? around[language].marked : [])];
      return (sentences[where % sentences.length] as string).replace('…', () => typed);
    });

  it(`is told and never guessed away, in a thousand sentences (seed ${seed})`, () => {
    const guessed = generated(doubtful, 1_000).flatMap((text) => {
      const came = readOf(text);
      return came.doubt !== undefined &&
        came.amount === undefined &&
        came.perPerson === undefined &&
        came.people === undefined
        ? []
        : [`${text} → ${JSON.stringify(came)}`];
    });
    expect(guessed.slice(0, 20)).toEqual([]);
  });

  it.each([
    ['Mag ik dit voor 1,500 euro kopen?', '1,500'],
    ['May I buy this for 1.500 euros?', '1.500'],
    ['Ons budget is 1,5', '1,5'],
    ['We hebben een budget van ongeveer 10', '10'],
    ['Het budget is 10,000', '10,000'],
  ])('asks what is meant in "%s"', (text, typed) => {
    const { amount, doubt } = readOf(text);
    expect({ amount, doubt }).toEqual({ doubt: typed });
  });
});

describe('number words', () => {
  const values = fc.oneof(
    fc.integer({ min: 2, max: 999 }),
    fc.integer({ min: 2, max: 999_999 }),
    fc.integer({ min: 1, max: 999 }).map((thousands) => thousands * 1000),
    fc
      .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }))
      .map(([thousands, rest]) => thousands * 1000 + rest),
  );

  it.each<[string, Language, (value: number) => string]>([
    ['Dutch', 'nl', inDutch],
    ['Dutch, in one word', 'nl', (value) => inDutch(value).replaceAll(' ', '')],
    ['Dutch, without a trema', 'nl', (value) => inDutch(value).replaceAll('ë', 'e')],
    ['English', 'en', inEnglish],
    [
      'English, without "and" and hyphens',
      'en',
      (value) => inEnglish(value).replaceAll(' and ', ' ').replaceAll('-', ' '),
    ],
  ])(`in %s are read back (seed ${seed})`, (_name, language, write) => {
    const wrong = generated(values, 1_000).flatMap((value) => {
      const text =
        language === 'nl'
          ? `Het kost ons ${write(value)} euro voor alles`
          : `It costs us ${write(value)} euros for everything`;
      const came = readOf(text);
      return came.amount === value && came.doubt === undefined ? [] : [`${value}: ${text} → ${JSON.stringify(came)}`];
    });
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

describe('how many, in words', () => {
  it.each([
    ["lunch, we komen met z'n vijven", 5],
    ['lunch, we komen met zijn tweeën', 2],
    ["lunch, we komen met z'n zessen", 6],
    ['lunch, we komen met ons twaalven', 12],
    ["lunch, we komen met z'n vijfentwintigen", 25],
    ["lunch, we komen met z'n allen", undefined],
  ])('reads %s', (text, people) => {
    expect(readOf(text).people).toBe(people);
  });

  it.each([
    ['drie keer per jaar lunch voor 500 euro', 3],
    ['twaalf keer per jaar lunch voor 500 euro', 12],
    ['lunch for 500 euros, ten times a year', 10],
    ['4x per jaar lunch voor 500 euro', 4],
    ['een paar keer per jaar lunch voor 500 euro', undefined],
  ])('reads %s', (text, occurrences) => {
    const seen = readOf(text);
    expect([seen.amount, seen.occurrences]).toEqual([500, occurrences]);
  });
});

describe('how often, in all the years that it goes on', () => {
  it.each([
    ['lunch voor 500 euro per maand voor 2 jaar', 24],
    ['drie jaar lang elke maand lunch voor 500 euro', 36],
    ['twee jaar lang elk kwartaal lunch voor 500 euro', 8],
    ['lunch voor 500 euro, 3 keer per jaar, 2 jaar lang', 6],
    ['een driejarig contract voor lunch, 500 euro per maand', 36],
    ['lunch for 500 euros a month for three years', 36],
    ['lunch voor 500 euro per maand, 2 jaar met een optie op 1 jaar verlenging', 36],
    ['lunch voor 500 euro per maand, 2+1+1 jaar', 48],
    ['lunch voor 500 euro per maand voor 2 jaar en 2 keer 1 jaar verlengen', 48],
    ['lunch voor 500 euro per maand voor 18 maanden', 18],
    ['lunch voor 500 euro per maand gedurende 6 maanden', 6],
    ['lunch voor 500 euro per jaar voor 4 jaar', 4],
    ['lunch for 500 euros a year for four years', 4],
  ])('reads %s', (text, occurrences) => {
    const seen = readOf(text);
    expect([seen.amount, seen.occurrences]).toEqual([500, occurrences]);
    const { sensitive } = read(text, lexicon, { today: TODAY }).slots;
    expect(sensitive).toEqual(occurrences === 6 && text.includes('maanden') ? undefined : ['multi-year']);
  });

  it.each([
    'wij kopen al 2 jaar elke maand lunch voor 500 euro',
    'elke maand lunch voor 500 euro voor kinderen van 4 tot 12 jaar',
    'elke maand lunch voor 500 euro, de opzegtermijn is 3 maanden',
    'elke maand lunch voor 500 euro bij een bedrijf met 10 jaar ervaring',
  ])('takes what is no term for none: %s', (text) => {
    expect(readOf(text).occurrences).toBe(12);
  });

  it.each([
    ['500 euro per maand, half jaar', 6],
    ['500 euro per maand voor een half jaar', 6],
    ['lunch voor 500 euro per maand gedurende een halfjaar', 6],
    ['500 euro per week, 26 weken', 26],
    ['500 euro per week voor 10 weken', 10],
    ['500 euro per maand, 6 maanden', 6],
    ['contract van 6 maanden, 500 euro per maand', 6],
    ['6 maanden 500 euro per maand', 6],
    ['500 euro per maand - 6 maanden', 6],
    ['500 euro per maand voor 1 jaar en 6 maanden', 18],
    ['500 euro per week, 104 weken', 104],
    ['500 euros a month, half a year', 6],
    ['500 euros a week for ten weeks', 10],
    ['elke 6 maanden 500 euro', 2],
    ['om de drie weken lunch voor 500 euro', 18],
    ['500 euros every 2 weeks', 26],
    ['elke twee weken 500 euro', 26],
    ['lunch voor 500 euro p/m', 12],
    ['elke vrijdag lunch voor 500 euro', 52],
    ['lunch for 500 euros every friday', 52],
  ])('takes a term as it is said: %s', (text, occurrences) => {
    expect([readOf(text).amount, readOf(text).occurrences]).toEqual([500, occurrences]);
  });

  it.each([
    '500 euro per maand, 3 maanden opzegtermijn',
    '500 euro per maand, minimaal 6 maanden',
    '500 euro per maand voor 6 maanden met optie tot verlenging',
    '500 euro per maand, 6 maanden, daarna zien we verder',
    '500 euro per maand over 6 maanden',
    '500 euro per maand, eerst 6 maanden',
    '500 euro per maand, 6 maanden gratis',
    'elke maand lunch voor 500 euro, 2 weken vooraf bestellen',
    'elke maand lunch voor 500 euro, 3 weken',
    '500 euro per maand, 3 maanden na de start',
    '500 euro per maand, 6 maanden of langer',
  ])('counts twelve months where less is not surely said: %s', (text) => {
    expect(readOf(text).occurrences).toBe(12);
  });

  it('leaves open how often, when years are spoken of without their number', () => {
    expect(readOf('meerjarig, lunch voor 500 euro per maand').occurrences).toBeUndefined();
    expect(readOf('multiyear, lunch for 500 euros each month').occurrences).toBeUndefined();
  });
});

describe('an amount with a bare word for its btw', () => {
  it.each([
    ['900 ex', 900, 'excluded'],
    ['lunch voor 1200 excl.', 1200, 'excluded'],
    ['1,5k ex, mag dat', 1500, 'excluded'],
    ['€ 950 incl', 950, 'included'],
    ['950 inclusief 9%', 950, 'included'],
  ])('is read from %s', (text, amount, vat) => {
    expect(readOf(text)).toMatchObject({ amount, vat });
  });

  it.each(['100 man incl kinderen', '20 taarten excl bezorgen', 'lunch voor 25 man incl. vega'])(
    'is not read from %s',
    (text) => {
      expect(readOf(text)).not.toHaveProperty('amount');
      expect(readOf(text)).not.toHaveProperty('vat');
    },
  );
});

describe('a bare number that something is bought for', () => {
  it.each([
    ['mag ik dit voor 9.500 kopen', 9500],
    ['mag ik dat voor 12.000 doen', 12_000],
    ['kan ik voor 8500 bij i-did bestellen', 8500],
    ['mag ik rechtstreeks kopen voor 9500', 9500],
    ['can I buy this for 9,500', 9500],
  ])('is an amount: %s', (text, amount) => {
    expect(readOf(text).amount).toBe(amount);
  });

  it.each([
    'lunch voor 900 bestellen',
    'lunch voor 1200 inwoners bestellen',
    'zakken voor 2500 bomen bestellen',
    'wat kunnen we doen voor 5000 huishoudens',
    'doen we iets voor 2027',
  ])('is none where it may be people, things or a year: %s', (text) => {
    expect(readOf(text).amount).toBeUndefined();
  });

  it('is not the price of all where that would be less than a euro each', () => {
    expect(readOf('kerstpakketten 120 stuks max 35 euro').amount).toBeUndefined();
    expect(readOf('lunch voor 60 man budget 15 euro').amount).toBeUndefined();
    expect(readOf('lunch voor 60 man budget 600 euro').amount).toBe(600);
    expect(readOf('1000 flyers voor 400 euro').amount).toBe(400);
  });
});

describe('a price with costs that come with it', () => {
  it.each([
    ['de offerte is 10.000 ex btw maar met bezorgkosten 10.300', 10_300],
    ['9.900 plus 200 bezorgkosten', 10_100],
    ['9.500 ex, met installatie erbij 10.400', 10_400],
    ['het kost 9900 zonder bezorgkosten, met komt het op 10.150', 10_150],
    ['9.700 euro exclusief 400 euro montage', 10_100],
    ['9.500 plus 300 bezorging plus 400 montage', 10_200],
    ['lunch voor 12, 400 euro plus 50 bezorgkosten', 450],
    ['the quote is 9,900 plus 200 delivery', 10_100],
    ['9.900 inclusief 200 bezorgkosten', 9900],
  ])('is all of it together: %s', (text, amount) => {
    expect(readOf(text).amount).toBe(amount);
  });

  it.each([
    '20 boeketten van 45 euro plus 30 bezorgkosten',
    'lunch 12,50 pp plus 40 bezorgkosten voor 30 man',
    'een cursus van 600 euro pp plus 400 voor de bezorging',
    'tussen 9.000 en 10.000 met bezorging',
    '9.000 ex btw, 10.890 incl btw met bezorging',
  ])('is not made of the price of one, of a range, or of one price with and without btw: %s', (text) => {
    expect(readOf(text).amount).toBeUndefined();
  });

  it('leaves what was bought before apart', () => {
    const { slots } = read('vorige maand 3.000, nu 5.000 plus 200 bezorgkosten', lexicon, { today: TODAY });
    expect(slots).toMatchObject({ amount: 5200, related: 3000 });
  });
});

describe('a number beside a thing', () => {
  it.each([
    ['20 boeketten à 45 euro', 900],
    ['20 boeketten a 45 euro', 900],
    ['40 stuks @ 25 euro', 1000],
  ])('is counted where the price of one stands behind it: %s', (text, amount) => {
    expect(readOf(text).amount).toBe(amount);
  });

  it('is not taken for all when it comes on top of a price for each', () => {
    expect(readOf('40 lunches van 12,50 pp plus 150 euro bezorging').amount).toBeUndefined();
  });

  it('is not counted when it can be read in two ways', () => {
    expect(readOf('1,000 flyers à 2 euro').amount).toBeUndefined();
  });

  const slots = (text: string) => read(text, lexicon, { today: TODAY }).slots;

  it('is what is spent when it stands before "aan"', () => {
    expect(slots('moet 7500 aan drukwerk langs inkoop?').amount).toBe(7500);
    expect(slots('er komen 25 man aan tafel').amount).toBeUndefined();
  });

  it('is a number of pieces before a plural, and nothing sure behind "voor" before a singular', () => {
    expect(slots('mogen we voor 15.000 schoonmaak inkopen').pieces).toBeUndefined();
    expect(slots('wie drukt er 300 flyers').pieces).toBe(300);
    expect(slots('iets voor 300 flyers').pieces).toBe(300);
  });
});
