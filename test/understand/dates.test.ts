import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/understand/read.ts';
import { TODAY } from '../support/day.ts';
import { lexicon } from '../support/library.ts';
import { generated, seed } from '../support/seed.ts';

const dateIn = (text: string, today = TODAY) => read(text, lexicon, { today }).slots.date;

const DAYS = {
  nl: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};
const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const SHORT = {
  nl: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

type Day = { iso: string; day: number; month: number; year: number; weekday: number };

function dayAfter(days: number): Day {
  const date = new Date(Date.UTC(2026, 10, 21 + days));
  return {
    iso: date.toISOString().slice(0, 10),
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    weekday: date.getUTCDay(),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** The ways in which people write a day. Those without a year name the next such day. */
const forms: Record<'nl' | 'en', ((day: Day) => string)[]> = {
  nl: [
    ({ iso }) => iso,
    ({ day, month, year }) => `${day}-${month}-${year}`,
    ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
    ({ day, month, year }) => `${two(day)}-${two(month)}-${String(year).slice(2)}`,
    ({ day, month, year }) => `${day} ${MONTHS.nl[month - 1]} ${year}`,
    ({ day, month }) => `${day} ${MONTHS.nl[month - 1]}`,
    ({ day, month }) => `${day} ${SHORT.nl[month - 1]}.`,
    ({ day, month, weekday }) => `${DAYS.nl[weekday]} ${day} ${MONTHS.nl[month - 1]}`,
    ({ day, month }) => `${day}/${month}`,
    ({ day, month }) => `de ${day}e ${MONTHS.nl[month - 1]}`,
  ],
  en: [
    ({ iso }) => iso,
    ({ day, month, year }) => `${day} ${MONTHS.en[month - 1]} ${year}`,
    ({ day, month, year }) => `${MONTHS.en[month - 1]} ${day}, ${year}`,
    ({ day, month }) => `${MONTHS.en[month - 1]} ${day}`,
    ({ day, month }) => `${SHORT.en[month - 1]} ${day}`,
    ({ day, month, weekday }) => `${DAYS.en[weekday]} ${day} ${MONTHS.en[month - 1]}`,
    ({ day, month, weekday }) => `${DAYS.en[weekday]}, ${MONTHS.en[month - 1]} ${day}`,
    ({ day, month }) =>
      `the ${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'} of ${MONTHS.en[month - 1]}`,
  ],
};
const sentences = {
  nl: [
    'Wij zoeken een lunch op … voor 25 personen',
    'Graag … een vergaderzaal voor ons team',
    'Kan iemand op … taart brengen?',
  ],
  en: ['We need a lunch on … for 25 people', 'Who can bring cake on …?', 'A meeting room for the team on … please'],
};

describe('a written date', () => {
  const cases = fc
    .tuple(fc.integer({ min: 0, max: 364 }), fc.constantFrom<('nl' | 'en')[]>('nl', 'en'), fc.nat(), fc.nat())
    .map(([days, language, which, where]) => {
      const day = dayAfter(days);
      const list = forms[language];
      const typed = (list[which % list.length] as (day: Day) => string)(day);
      return { text: (sentences[language][where % 3] as string).replace('…', typed), iso: day.iso };
    });

  it(`is read back, however it is written (seed ${seed})`, () => {
    const wrong = generated(cases, 1_500).flatMap(({ text, iso }) => {
      const came = dateIn(text);
      return came === iso ? [] : [`${text} → ${came}, not ${iso}`];
    });
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  const slashed = fc.tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('', '/2027', '/27'),
    fc.constantFrom('-', '/'),
  );

  it(`with slashes is two days in English and one in Dutch (seed ${seed})`, () => {
    for (const [day, month, year, sign] of generated(
      slashed.filter(([a, b]) => a !== b),
      300,
    )) {
      const typed = `${day}/${month}${year}`.replaceAll('/', year ? sign : '/');
      expect(dateIn(`We need a lunch on ${typed} for the team`), typed).toBeUndefined();
      const dutch = dateIn(`Wij zoeken een lunch op ${typed} voor het team`);
      expect(dutch?.slice(5), typed).toBe(`${two(month)}-${two(day)}`);
    }
  });

  it.each([
    ['We need a lunch on 26/11/2026 for the team', '2026-11-26'],
    ['We need a lunch on 11/26/2026 for the team', '2026-11-26'],
    ['We need a lunch on 12/12 for the team', '2026-12-12'],
  ])('in English is one day where only one is possible: "%s"', (text, iso) => {
    expect(dateIn(text)).toBe(iso);
  });
});

describe('a day without a date', () => {
  it.each([
    ['lunch vandaag', '2026-11-21'],
    ['lunch voor het team, morgen', '2026-11-22'],
    ['lunch morgenmiddag', '2026-11-22'],
    ['lunch overmorgen', '2026-11-23'],
    ['lunch op donderdag', '2026-11-26'],
    ['lunch voor donderdagmiddag', '2026-11-26'],
    ['lunch komende vrijdag', '2026-11-27'],
    ['broodjes do 25 man vega', '2026-11-26'],
    ['lunch vr om 12 uur', '2026-11-27'],
    ['bloemen op di', '2026-11-24'],
    ['taart vr', '2026-11-27'],
    ['lunch thurs 20 ppl', '2026-11-26'],
    ['lunch op zaterdag', '2026-11-28'],
    ['lunch op zondag', '2026-11-22'],
    ['lunch volgende week donderdag', '2026-11-26'],
    ['lunch donderdag volgende week', '2026-11-26'],
    ['lunch volgende week zaterdag', '2026-11-28'],
    ['lunch volgende week zondag', '2026-11-29'],
    ['lunch donderdag over een week', '2026-12-03'],
    ['lunch over twee weken', '2026-12-05'],
    ['lunch over 10 dagen', '2026-12-01'],
    ['lunch op 20 november', '2027-11-20'],
    ['lunch op 21 november', '2026-11-21'],
    ['lunch op 1 maart', '2027-03-01'],
    ['lunch op tweede kerstdag', '2026-12-26'],
    ['lunch op Koningsdag', '2027-04-27'],
    ['we need a lunch tomorrow', '2026-11-22'],
    ['we need a lunch the day after tomorrow', '2026-11-23'],
    ['we need a lunch on Thursday', '2026-11-26'],
    ['we need a lunch on Saturday', '2026-11-28'],
    ['we need a lunch Thursday next week', '2026-11-26'],
    ['we need a lunch in two weeks', '2026-12-05'],
    ['we need a lunch on Boxing Day', '2026-12-26'],
  ])('is found: "%s"', (text, iso) => {
    expect(dateIn(text)).toBe(iso);
  });

  it('is counted from the day on which it is asked', () => {
    expect(dateIn('lunch op donderdag', '2026-11-26')).toBe('2026-12-03');
    expect(dateIn('lunch volgende week donderdag', '2026-11-23')).toBe('2026-12-03');
    expect(dateIn('lunch op 29 februari', '2027-03-01')).toBe('2028-02-29');
    expect(dateIn('lunch morgen', '2026-12-31')).toBe('2027-01-01');
  });

  it.each([
    'lunch volgende donderdag',
    'we need a lunch next Thursday',
    'lunch elke donderdag',
    'we need a lunch every Thursday',
    'lunch volgende week',
    'lunch eind november',
    'lunch in december',
    'lunch op 31 februari',
    'lunch op 32 december 2026',
    'lunch op 24 of 25 november',
    'lunch op donderdag of vrijdag',
    'lunch op 26 november en 3 december',
    'Goedemorgen, wie levert lunch?',
    'Goede morgen, wie levert lunch?',
    'Mag ik een lunch bestellen?',
    'artikel 1-2 van de wet over lunch',
  ])('that could be two days, or none, is left open: "%s"', (text) => {
    expect(dateIn(text)).toBeUndefined();
  });
});

describe('a date beside numbers', () => {
  it('is no amount and no head count, and the other way round', () => {
    const { slots } = read('Lunch op 26 november 2026 voor 25 man, budget € 500', lexicon, { today: TODAY });
    expect(slots).toMatchObject({ date: '2026-11-26', people: 25, amount: 500 });
    const { slots: english } = read('We need lunch on November 26 for 25 people, budget € 500', lexicon, {
      today: TODAY,
    });
    expect(english).toMatchObject({ date: '2026-11-26', people: 25, amount: 500 });
  });
});

it('a number behind a day is its year only when it can be one, and no amount or count', () => {
  const slots = (text: string) => read(text, lexicon, { today: TODAY }).slots;
  expect(slots('lunch op 10 december, 5000 euro')).toMatchObject({ date: '2026-12-10', amount: 5000 });
  expect(slots('lunch op 10 december, 2000 euro')).toMatchObject({ date: '2026-12-10', amount: 2000 });
  expect(slots('lunch op 10 december 2027')).toMatchObject({ date: '2027-12-10' });
});
