import type { Knowledge } from '../src/knowledge/load.ts';
import { mayBeOffered, type Supplier } from '../src/suppliers/supplier.ts';
import type { Words } from '../src/understand/words.ts';
import { type Chance, createChance } from './chance.ts';
import { newName } from './names.ts';

type Both = { nl: string; en: string };
type Region = Supplier['place']['region'];
type Thing = { id: string; label: Both };
type World = {
  /** Real suppliers after which the others are shaped: their categories, evidence, status and region. */
  examples: readonly Supplier[];
  things: ReadonlyMap<string, readonly Thing[]>;
  themes: readonly string[];
  areas: Record<Region, readonly { id: string; label: string }[]>;
};

const SEED = 30;

/** For whom. Much of what suppliers write of themselves says little about what they sell. */
const CUSTOMERS: readonly Both[] = [
  { nl: 'voor kantoren en scholen', en: 'for offices and schools' },
  { nl: 'voor bijeenkomsten van de gemeente', en: 'for meetings of the municipality' },
  { nl: 'voor bedrijven en instellingen', en: 'for companies and institutions' },
  { nl: 'op maat, ook in kleine aantallen', en: 'made to measure, also in small numbers' },
  { nl: 'in de wijk, met buurtbewoners', en: 'in the neighbourhood, with residents' },
  { nl: 'volgens afspraak, ook in de avond', en: 'by appointment, also in the evening' },
  { nl: 'met materiaal dat anders afval was', en: 'with material that would have been waste' },
  { nl: 'van ontwerp tot levering', en: 'from design to delivery' },
];

const DEEDS: readonly Both[] = [
  { nl: 'Werk en begeleiding', en: 'Work and support' },
  { nl: 'Een eerste baan', en: 'A first job' },
  { nl: 'Leerplekken met een diploma', en: 'Training places with a diploma' },
  { nl: 'Betaald werk op eigen tempo', en: 'Paid work at their own pace' },
  { nl: 'Taalles en werkervaring', en: 'Language lessons and work experience' },
];

const PEOPLE: readonly Both[] = [
  { nl: 'mensen met een arbeidsbeperking', en: 'people with a work disability' },
  { nl: 'nieuwkomers en statushouders', en: 'newcomers and refugees' },
  { nl: 'jongeren zonder diploma', en: 'young people without a diploma' },
  { nl: 'mensen met autisme', en: 'people with autism' },
  { nl: 'mensen die dakloos zijn geweest', en: 'people who have been homeless' },
  { nl: 'vrouwen met een afstand tot de arbeidsmarkt', en: 'women at a distance from the labour market' },
];

/** This many suppliers, the same ones every time: all real ones first, then made-up ones that may all be offered. */
export function suppliersUpTo(count: number, { suppliers, words }: Pick<Knowledge, 'suppliers' | 'words'>): Supplier[] {
  const real = [...suppliers.values()];
  const world: World = {
    examples: real.filter(mayBeOffered),
    things: thingsOf(words),
    themes: words.themes.map(({ id }) => id),
    areas: areasOf(words),
  };
  const chance = createChance(SEED);
  const taken = new Set(suppliers.keys());
  const made = Array.from({ length: Math.max(0, count - real.length) }, () => newSupplier(world, taken, chance));
  return [...real, ...made];
}

function newSupplier(world: World, taken: Set<string>, chance: Chance): Supplier {
  const { categories, status, evidence, place, labels, note } = chance.pick(world.examples);
  const things = categories.flatMap((category) => world.things.get(category) ?? []);
  const area = chance.pick(world.areas[place.region]);
  const naming = newName(tradeOf(categories, world), area.label, taken, chance);
  const website = `https://www.${naming.id}.nl`;
  const latest = evidence.latest === null ? null : newMoment(chance);
  const [deed, people] = [chance.pick(DEEDS), chance.pick(PEOPLE)];
  return {
    ...naming,
    status,
    note,
    categories: [...categories],
    offers: Array.from({ length: 1 + chance.below(3) }, () => newOffer(things, chance)),
    impact: { nl: `${deed.nl} voor ${people.nl}.`, en: `${deed.en} for ${people.en}.` },
    themes: chance.some(world.themes, 1 + chance.below(2)),
    place: {
      text: { nl: area.label, en: area.label },
      region: place.region,
      areas: place.region === 'utrecht-stad' ? [...new Set(['utrecht', area.id])] : [area.id],
    },
    contact: { website, phone: null, email: chance.happens(0.5) ? `info@${naming.id}.nl` : null },
    labels,
    evidence: { kind: evidence.kind, said: evidence.said, latest },
    sources: [{ url: website, dated: latest, supports: 'aanbod en werkwijze' }],
    recordedOn: '2026-11-21',
    checkedOn: null,
    reviewBy: '2027-05-21',
  };
}

function newOffer(things: readonly Thing[], chance: Chance): Supplier['offers'][number] {
  const sold = chance.some(things, 1 + chance.below(2));
  const customer = chance.pick(CUSTOMERS);
  return {
    text: {
      nl: `${sold.map(({ label }) => label.nl).join(', ')} ${customer.nl}`,
      en: `${sold.map(({ label }) => label.en).join(', ')} ${customer.en}`,
    },
    things: sold.map(({ id }) => id),
    ...(chance.happens(0.1) ? { capacity: 10 * (1 + chance.below(20)) } : {}),
  };
}

/** A date as sources have them: a year, a month or a day. */
function newMoment(chance: Chance): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [2014 + chance.below(13), two(1 + chance.below(12)), two(1 + chance.below(28))];
  return day.slice(0, 1 + chance.below(3)).join('-');
}

/** Per category what can be bought in it, the category itself included. */
function thingsOf({ categories }: Words): World['things'] {
  return new Map(categories.map(({ id, label, things }) => [id, [{ id, label }, ...things]]));
}

function areasOf({ areas }: Words): World['areas'] {
  const within = new Map(areas.map((area) => [area.id, area.within]));
  const lies = (id: string | undefined, where: string): boolean =>
    id !== undefined && (id === where || lies(within.get(id), where));
  const city = areas.filter(({ id }) => lies(id, 'utrecht'));
  const province = areas.filter(({ id }) => lies(id, 'provincie-utrecht') && !lies(id, 'utrecht'));
  const country = areas.filter(({ id }) => !lies(id, 'provincie-utrecht'));
  return { 'utrecht-stad': city, 'utrecht-provincie': province, landelijk: country, onbekend: country };
}

/** What a name calls the trade: Drukwerk, Bloemen en groen. */
function tradeOf([category]: readonly string[], { things }: World): string {
  const label = things.get(category ?? '')?.[0]?.label.nl ?? '';
  return label.charAt(0).toUpperCase() + label.slice(1);
}
