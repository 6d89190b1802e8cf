import fc from 'fast-check';
import { generated } from './seed.ts';

/** Colleagues of the directory: with words between, with signs on letters, and with names that are everyday words. */
export const DIRECTORY = [
  'Fatima el Amrani',
  'Jan de Boer',
  'Zoë Müller',
  'Roos van den Berg',
  'Mark Visser',
  'Anne-Marie van der Linden',
  'Özgür Yıldız',
  'Bas Bakker',
  'Chantal Groen',
  'José Fernández',
  'Wim Kok',
  'Sanne van ’t Hof',
  'Mohammed Ait Taleb',
  'Joris Winter',
  'Esmée de Wit',
  'Ruud ter Horst',
  'Priscilla Mensink',
  'Thijs Zwart',
  'Naïma Bouzid',
  'Willemijn Stoffels',
] as const;

/** Names of people that stand in no list of ours. */
const FREE = [
  'Gijs van der Meulen',
  'Wietske Dijkstra',
  'Aaltje Hoekstra',
  'Sjoerd Postma',
  'Chayenne Pinas',
  'Priya Ramdin',
  'Kwame Asante',
  'Ayşe Demir',
  'Youssef Benali',
  'Daan Vermeer',
  'Marijke Oosterhuis',
  'Henk-Jan Wiersma',
  'Floortje Kuipers',
  'Ibrahim Çelik',
  'Nguyen Thi Lan',
  'Jelle Terpstra',
  'Soraya El Khattabi',
  'Pieter-Bas Hendriks',
  'Ines Cardoso',
  'Teun Scholten',
  'Karin Jongsma',
  'Rachid Oulad',
  'Maartje Veenstra',
  'Dirk-Jan Smeets',
  'Lieke Janssen',
  'Abdelkader Mimoun',
  'Tjitske Boonstra',
  'Stijn Verhoeven',
  'Hatice Kaya',
  'Olga Petrova',
  'Sander de Vries',
  'Femke Brouwer',
  'Xavi Martina',
  'Joke Peters',
  'Guusje Rutten',
  'Delano Kromosoeto',
  'Yvonne Schippers',
  'Bram Timmermans',
  'Liesbeth Vos',
  'Emre Arslan',
] as const;

const QUESTIONS = [
  'Wie kan lunch leveren voor 25 personen?',
  'Mag ik een opdracht van 9500 euro rechtstreeks gunnen?',
  'Wat is een sociale onderneming?',
  'Ik zoek een cadeau voor 40 vrijwilligers.',
  'Hoeveel offertes moet ik vragen bij 40.000 euro?',
  'Which supplier can clean our office in Overvecht?',
  'Waar staat het beleid over social return?',
  'We need catering for 60 guests on Thursday.',
];

/** Ways in which people name themselves and each other, with the name as `@`. */
const SAYS_FREE = [
  'Ik ben @.',
  'Mijn naam is @.',
  'Mijn collega @ vroeg dit ook al.',
  'Met vriendelijke groet, @',
  'Groetjes @',
  'Gr. @',
  'Ik vraag dit namens @.',
  'Mevrouw @ wil het graag weten.',
  'Dhr. @ gaf dit door.',
  'Kan @ dat ook bestellen?',
  'Het is voor het afscheid van @.',
  'My name is @.',
  'I am @ and I work in the city office.',
  'My colleague @ asked this too.',
  'Kind regards, @',
  'Overleg met @ is al geweest.',
  'De factuur gaat naar @.',
  'Leidinggevende @ is akkoord.',
  'Hoi, met @ hier.',
  'Bel @ maar als er iets is.',
];
const SAYS_DIRECTORY = [
  'Vraag het anders aan @.',
  '@ weet er meer van.',
  'Ik deed dit vorig jaar met @.',
  'Cc @',
  'Is @ hier ook bij?',
  'Ask @ about it.',
  'volgens @ mag het',
];
const SAYS_NUMBER = ['Mijn gegevens: @.', 'Zet @ erbij.', 'Het gaat om @.', 'Please use @.', '@'];

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

/** Nine digits that pass the test of citizen numbers, written in several ways. */
const citizen = fc
  .tuple(digits(8), fc.constantFrom('', '.', ' ', '-'))
  .filter(([first]) => first[0] !== '0' && weigh(first) % 11 < 10 && weigh(first) % 11 >= 0)
  .map(([first, mark]) => {
    const all = first + (weigh(first) % 11);
    return mark === '' ? all : [all.slice(0, 4), all.slice(4, 6), all.slice(6)].join(mark);
  });
const weigh = (first: string) => [...first].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0);

const account = fc
  .tuple(fc.constantFrom('ABNA', 'INGB', 'RABO', 'TRIO'), digits(10), fc.boolean())
  .map(([bank, number, apart]) => {
    const rest = [...`${bank}${number}NL00`].reduce(
      (left, sign) => Number(`${left}${Number.parseInt(sign, 36)}`) % 97,
      0,
    );
    const all = `NL${String(98 - rest).padStart(2, '0')}${bank}${number}`;
    return apart ? (all.match(/.{1,4}/g) ?? []).join(' ') : all;
  });

const person = fc.constantFrom('j.jansen', 'fatima.elamrani', 'inkoop+lunch', 'w_dijkstra', 'h.vd.berg');
const mail = fc
  .tuple(person, fc.constantFrom('utrecht.nl', 'gmail.com', 'sub.voorbeeld.co.uk'))
  .map(([name, host]) => `${name}@${host}`);
const phone = fc.oneof(
  digits(8).map((all) => `06${all}`),
  digits(8).map((all) => `06-${all}`),
  digits(7).map((all) => `030 ${all.slice(0, 3)} ${all.slice(3, 5)} ${all.slice(5)}`),
  digits(7).map((all) => `(030) ${all}`),
  digits(8).map((all) => `+31 6 ${all.slice(0, 4)} ${all.slice(4)}`),
  digits(8).map((all) => `0031-6-${all}`),
  digits(8).map((all) => `+49 30 ${all}`),
  digits(9).map((all) => `+32 ${all}`),
);
const street = fc.constantFrom(
  'Oudegracht',
  'Croeselaan',
  'Jan van Scorelstraat',
  'Prins Hendriklaan',
  'Amsterdamsestraatweg',
  'Twijnstraat aan de Werf',
  'Biltstraat',
  'Vredenburgkade',
  'Nachtegaalstraat',
  'Maliesingel',
);
const house = fc
  .tuple(fc.integer({ min: 1, max: 399 }), fc.constantFrom('', ' A', '-bis', 'b', ' III'))
  .map(([number, more]) => `${number}${more}`);
const postcode = fc
  .tuple(fc.integer({ min: 3500, max: 3585 }), fc.constantFrom('AB', 'GW', 'XK', 'TN'), fc.constantFrom('', ' '))
  .map(([number, letters, space]) => `${number}${space}${letters}`);
const address = fc.oneof(
  fc
    .tuple(
      street.filter((name) => !name.includes(' aan ')),
      house,
    )
    .map(([name, number]) => `${name} ${number}`),
  fc.tuple(postcode, fc.integer({ min: 1, max: 399 })).map(([code, number]) => `${code} ${number}`),
);
const platform = fc.oneof(
  digits(6).map((all) => `<@U${all}AB>`),
  digits(7).map((all) => `U0${all}K`),
  digits(7).map((all) => `W0${all}`),
  digits(9).map((all) => `29:1aBcD${all}-_x`),
  fc.uuid(),
);

export type Kind = 'citizen' | 'account' | 'mail' | 'phone' | 'address' | 'platform';
const numbered: Record<Kind, fc.Arbitrary<string>> = { citizen, account, mail, phone, address, platform };

/** One message with three things in it that identify people. */
export type Planted = { prompt: string; numbered: { kind: Kind; value: string }; colleague: string; free: string };

/** How people write a name: as it is, in small letters, without the signs on letters, the first or the last name alone. */
const written = (name: string, how: number): string => {
  if (how === 1) return name.toLowerCase();
  if (how === 2) return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (how === 3) return name.split(' ')[0] as string;
  return name;
};

export function plantedPrompts(count: number): Planted[] {
  const kinds = Object.entries(numbered).map(([kind, values]) =>
    values.map((value) => ({ kind: kind as Kind, value })),
  );
  const one = fc.record({
    question: fc.constantFrom(...QUESTIONS),
    number: fc.oneof(...kinds),
    colleague: fc.constantFrom(...DIRECTORY),
    how: fc.integer({ min: 0, max: 3 }),
    free: fc.constantFrom(...FREE),
    alone: fc.boolean(),
    says: fc.tuple(
      fc.constantFrom(...SAYS_NUMBER),
      fc.constantFrom(...SAYS_DIRECTORY),
      fc.constantFrom(...SAYS_FREE.slice(0, -5), ...SAYS_FREE.slice(-5)),
    ),
  });
  return generated(one, count).map(({ question, number, colleague, how, free, alone, says }) => {
    const named = written(colleague, how);
    const other = alone ? written(free, 3) : free;
    const [aboutNumber, aboutColleague, aboutOther] = says;
    const prompt = [
      question,
      aboutNumber.replace('@', () => number.value),
      aboutColleague.replace('@', () => named),
      aboutOther.replace('@', () => other),
    ].join(' ');
    return { prompt, numbered: number, colleague: named, free: other };
  });
}
