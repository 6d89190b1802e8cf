import { blank } from './dates.ts';
import { withCosts } from './extra-costs.ts';
import { frequencyIn, yearlyIn } from './frequency.ts';
import { wordValue } from './number-words.ts';
import { numerals } from './numbers.ts';
import type { Numeral } from './numeral.ts';
import type { Slots } from './slots.ts';
import type { Language } from './stem.ts';
import { termIn } from './term.ts';
import { together } from './together.ts';

/** What a text says in numbers, what is left of it, and what could mean two things. */
export type Amounts = {
  slots: Pick<Slots, 'people' | 'amount' | 'perPerson' | 'vat' | 'vatRate' | 'occurrences' | 'related'>;
  /** Numbers that no rule could place: a number before a thing is a number of pieces. */
  loose: Numeral[];
  /** An amount that can be read in two ways, as typed. It is asked, never guessed. */
  doubt?: string;
  /** The amount stands behind "van" or "à": with a number of things before it, it is the price of one. */
  each?: boolean;
  /** The amount is a least or a most of what it may be. */
  bound?: boolean;
  /** Something was bought for it before, and for how much cannot be told. */
  before?: boolean;
  /** How many months it goes on, where it returns each so often. */
  months?: number;
  /** How often it returns was said for twelve months, and not how long it goes on. */
  endless?: boolean;
  /** The price without the costs that come with it, where the amount is both. */
  withoutCosts?: number;
};

const EURO_BEFORE = /(?:€|\beur|\beuro|\beuros)\s*$/;
const EURO_AFTER = /^\s*(?:,-+|,=)?\s*(?:euro|euros|eur|eu|€)(?!\p{L})|^\s*,-|^\s*p\/m(?:nd)?(?!\p{L})/u;
const VAT_AFTER =
  /^\s*(?:ex|excl|exclusief|incl|inclusief|inc|zonder|plus|met|excluding|including|without|with)\b\.?.{0,14}?(?:btw|vat)(?!\p{L})/u;
/** "900 ex", "1200 excl, mag dat": nobody says that of anything but an amount and its btw. */
const BARE_VAT =
  '(?:euro|euros|eur|€)?\\s*(?:(ex|excl|exclusief)|incl|inclusief)(?!\\p{L})\\.?\\s*(?=$|[?!,;)]|\\d{1,2}\\s*(?:%|procent)|(?:en|mag|kan|bij|voor|and|may|can|at|from|for)\\s)';
const BARE_VAT_AFTER = new RegExp(`^\\s*${BARE_VAT}`, 'u');
const WITH_BARE_VAT = new RegExp(`\\d\\s*(?:k|mille|duizend)?\\s*${BARE_VAT}`, 'u');
const MONEY_WORD =
  /(?:budget|bedrag|bedragen|maximaal|max|hooguit|limiet|kost|kosten|prijs|waarde|offerte|totaal|ongeveer|voor|uitgeven|besteden|spend|cost|costs|price|worth|amount|total|of|van|is|circa|rond|up to|tot|about|around)\W*$/;
const MONEY_ONLY =
  /(?:budget|bedrag|kost|kosten|prijs|waarde|limiet|spend|cost|costs|price|worth|amount)\W*(?:\p{L}+\W+){0,2}$/u;
/** "7500 aan drukwerk": what is spent on something. */
const SPENT_ON_AFTER = /^\s*aan\s+(?!de\s|het\s|een\s|tafel)\p{L}/u;
/** "Voor 9.500 kopen", "bestellen voor 9.500": more than the people that a bare number stands for. */
const BOUGHT_FOR_BEFORE =
  /(?<!\p{L})(?:(?<bought>kopen|inkopen|bestellen|aanschaffen|doen|buy|order|purchase|do)\s+(?:\p{L}+\s+){0,2})?(?:voor|for)\s*$/u;
const BOUGHT_AFTER =
  /^\s*(?:(?:bij|at|from)\s+(?:[\p{L}-]+\s+){1,4})?(?:(?:zo|wel|ook|dan|zelf|direct|directly|rechtstreeks)\s+)?(?:kopen|inkopen|bestellen|aanschaffen|uitgeven|doen|buy|order|purchase)(?!\p{L})/u;
const BOUGHT_ENDS =
  /^\s*(?:$|[?!.,;)]|(?:bij|at|from|direct|directly|rechtstreeks|mag|kan|en|and|zonder|without)(?!\p{L}))/u;
const PER_PERSON_AFTER =
  /^\s*(?:,-+)?\s*(?:euro|euros|eur|€)?\s*(?:(?:ex|excl|exclusief|incl|inclusief|zonder|met|plus|excluding|including|without|with)\.?\s*(?:\d{1,2}\s*%\s*)?(?:btw|vat)\s*)?(?:p\.?\s?p\.?(?!\p{L})|p\/p|p\.pers|per\s+(?:persoon|man|hoofd|deelnemer|gast|medewerker|collega|vrijwilliger|kind|bezoeker|neus|eter|couvert|cursist|leerling|inwoner|person|head|guest|employee|participant|colleague|volunteer|capita)|each(?!\p{L}|\s+(?:time|week|month|year))|a\s+head|de\s+(?:man|persoon)(?!\p{L})|ieder(?!\p{L})|elk(?!\p{L})|a\s+person)/u;
const PER_PERSON_BEFORE =
  /(?:per\s+persoon|per\s+person|per\s+head|p\.?p\.?|per\s+man|per\s+deelnemer|per\s+gast)\W*(?:max|maximaal|hooguit|ongeveer|is|ca|circa|up to|around|about|tot|niet meer dan)?\W*(?:€|eur|euro)?\s*$/;
/** A price of one of something: of a period it says how often, and of a time or an order it is the price of one occurrence. */
const PER_PIECE_AFTER =
  /^\s*(?:,-+)?\s*(?:euro|euros|eur|€)?\s*(?:(?:ex|excl|exclusief|incl|inclusief|zonder|met|plus|excluding|including|without|with)\.?\s*(?:\d{1,2}\s*%\s*)?(?:btw|vat)\s*)?(?:p\/st|\/\s*\p{L}+|an\s+hour|per\s+(?!(?:maand|week|kwartaal|keer|bestelling|levering|opdracht|month|quarter|time|order|delivery)(?!\p{L}))\p{L}+)/u;
/** "800 pm": a smaller number before it is an hour of the day. */
const PER_MONTH_AFTER = /^\s?p\.?m\.?(?!\p{L})/u;
const LEAST_PER_MONTH = 100;
/** Money of another country, and what is said to be less or more than the amount. */
const FOREIGN_BEFORE = /[$£¥]\s*$/;
const FOREIGN_AFTER = /^\s*(?:[$£¥]|(?:us\s*)?dollars?|usd|ponden?|pounds?|gbp)(?!\p{L})/u;
const NEGATIVE_BEFORE = /(?:^|[\s(])[-−–]\s?(?:€\s?)?$/u;
const BOUND_BEFORE =
  /(?:meer dan|minimaal|minstens|ten minste|tenminste|ruim|vanaf|boven de|boven|more than|at least|over|above|from)\W*(?:€|eur|euro)?\s*$/u;
const OTHER_AFTER =
  /^[\s-]*(?:%|procent|percent|e\b|ste\b|de\s+(?:verdieping|etage)|uur|u\b|h\b|minuten|min\b|dagen|dag\b|weken|week\b|maanden|maand\b|jaar|jarig|years?|months?|weeks?|days?|hours|hour|minutes|km|m2|meter|liter|kg|kilo|offertes|offerte|quotes|:\d)/;
const OTHER_BEFORE =
  /(?:\bart\.?|artikel|article|niveau|level|trede|stap|step|kamer|room|lijn|bus|code|nr|nummer|number|pso|verdieping|floor|versie|version|graad|fase|nen|iso)\W*$/;
/** What was spent before on the same: "al 6000 uitgegeven", "dit jaar al voor 3000 euro gekocht". */
const RELATED_AFTER =
  /^\s*(?:,-+)?\s*(?:euro|euros|eur|€)?\s*(?:(?:ex|excl|exclusief|zonder|excluding|without)\.?\s*(?:btw|vat)\s*)?(?:al\s+|already\s+|eerder\s+)?(?:uitgegeven|besteed|gekocht|spent|bought)(?!\p{L})/u;
const RELATED_BEFORE =
  /(?:(?<!\p{L})(?:al eerder|al|eerder|reeds|already|before)(?!\p{L}))\s+(?:voor\s+|for\s+|(?:uitgegeven|besteed|gekocht|besteld|spent|bought|ordered)\s+(?:voor\s+|for\s+)?)(?:€|eur|euro)?\s*$/u;
/** "40 tassen van 300 euro", "3 dagen à 4000 euro". */
const EACH_BEFORE = /(?<!\p{L})(?:van|of|at)\s*(?:€|eur|euro)?\s*$/u;
const SURELY_EACH = {
  nl: /(?:(?<!\p{L})[aà]|@)\s*(?:€|eur|euro)?\s*$/u,
  en: /(?:(?<!\p{L})à|@)\s*(?:€|eur|euro)?\s*$/u,
};
/** "Negen en een half duizend", "12½ duizend": no rule of ours puts these together. */
const HALVES =
  /\d?[½¼¾]\s*(?:duizend|thousand|k)?|(?<!\p{L})(?:een\s+|a\s+)?hal(?:f|ve)\s+(?:duizend|miljoen|mille|ton|thousand|million)/u;
const AT_TIME = /(?:\bom|\bat|\bvanaf|\btot)\W*$/;
/** A bare number behind "voor" is one of people up to here. */
const MOST_BARE_PEOPLE = 1000;
/** More than live in the country is a slip. */
const MOST_PEOPLE = 20_000_000;
const TOGETHER = /met\s+(?:z['’]?n|zijn|ons|hun)\s+(\p{L}+)[eë]n(?!\p{L})/u;
const PEOPLE_BEFORE =
  /(?:man of|mannetje of|team van|groep van|groepje van|clubje van|club van|klas van|ploeg van|afdeling van|gezelschap van|team of|group of|party of|mensen of|a man or|het zijn er|zijn er|worden er|worden het er|er komen|komen er|we zijn met|zijn met|met ongeveer|wij zijn met|there are|there will be|we are|we're)\W*(?:ongeveer |zo'n |circa |ca |about |around )?$/;
const BARE_PEOPLE_BEFORE =
  /(?:\bvoor|\bfor|\bmet|\bwith|\bnaar)\W*(?:ongeveer |zo'n |circa |ca\.? |een |about |around |max\.? |maximaal |minimaal )?$/;
const BARE_PEOPLE_AFTER =
  /^\s*(?:[?!.,;)\u0001]|$|on\s*\u0001|(?:graag|trouwens|lunchen|eten|vergaderen|dineren|borrelen|ongeveer|dan|aub|please|ipv|in\s+plaats|instead|en\s|op\s|in\s|vega|halal|volgende|morgen|then|maar|met\s))/;

/** Reads the numbers of a lower-case text in which the dates are blanked out. `isPeople` tells whether the words behind a number are people. */
export function readAmounts(text: string, language: Language, isPeople: (after: string) => boolean): Amounts {
  const slots: Amounts['slots'] = { ...readVat(text) };
  let lower = text.replace(/(\d{1,2})[:.](\d{2})\s*(?:uur|u\b|h\b)/g, (match) => '\u0001'.repeat(match.length));
  const said = termIn(lower);
  const often = frequencyIn(lower) ?? (said && said.months > 12 ? yearlyIn(lower) : undefined);
  const term = said && often && returnsIn(said.months, often.times) ? said : undefined;
  if (often) {
    slots.occurrences = Math.ceil(cents((often.times * (term?.months ?? 12)) / 12));
    for (const { start, end } of [often, ...(term?.spans ?? [])]) if (end > start) lower = blank(lower, start, end);
  }
  const together = TOGETHER.exec(lower);
  const group = together && wordValue(counted(together[1] as string));
  if (group) slots.people = group;
  const placed = place(lower, numerals(lower, language), slots, isPeople, language);
  // So much for each, and something on top of it: what it comes to is asked.
  if (placed.slots.perPerson !== undefined && ON_TOP.test(lower)) delete placed.slots.amount;
  if (!often) return placed;
  return { ...placed, ...(term ? { months: term.months } : { endless: true }) };
}

const ON_TOP = /(?:(?<!\p{L})plus|\+)\s*(?:€\s*)?\d/u;

/** In less than a year something returns at least twice; "elke maand, 2 weken" is about something else. */
function returnsIn(months: number, times: number): boolean {
  return months >= 12 || (times * months) / 12 >= 2;
}

/** "met z'n vijven" and "met z'n zessen" hold vijf and zes. */
function counted(group: string): string {
  return group.replace(/v$/, 'f').replace(/ss$/, 's');
}

function place(
  lower: string,
  all: Numeral[],
  slots: Amounts['slots'],
  isPeople: (after: string) => boolean,
  language: Language,
): Amounts {
  const loose: Numeral[] = [];
  const moneyAt = ({ start, end }: Numeral) =>
    isMoney(lower.slice(Math.max(0, start - 40), start), lower.slice(end, end + 60)) &&
    !PER_PERSON_AFTER.test(lower.slice(end, end + 60));
  const belonging = together(lower, all, { isMoney: moneyAt, isPeople });
  if (belonging.rest !== lower) {
    const { vat: _vat, vatRate: _rate, ...others } = slots;
    slots = { ...others, ...readVat(belonging.rest) };
  }
  const people = new Set<number>(slots.people ? [slots.people] : []);
  const amounts = new Set<number>();
  let doubt: string | undefined;
  let each = false;
  let bound = false;
  let unread = belonging.unread;
  const now = all.filter((item) => !belonging.before.has(item) && !belonging.longAgo.has(item));
  const costs = withCosts(lower, now, {
    isMoney: moneyAt,
    isEach: ({ end }) => isPriceOfOne(lower.slice(end, end + 60)),
    isOther: ({ start, end }) => {
      const [before, after] = [lower.slice(Math.max(0, start - 40), start), lower.slice(end, end + 60)];
      return isPeople(after) || PEOPLE_BEFORE.test(before) || OTHER_AFTER.test(after) || OTHER_BEFORE.test(before);
    },
  });
  if (costs) amounts.add(costs.total);
  for (let at = 0; at < all.length; at++) {
    const item = all[at] as Numeral;
    if (costs?.read.has(item)) continue;
    const before = lower.slice(Math.max(0, item.start - 40), item.start);
    const after = lower.slice(item.end, item.end + 60);
    const next = all[at + 1];
    const between = next ? lower.slice(item.end, next.start) : '';
    const monthly = item.value >= LEAST_PER_MONTH && PER_MONTH_AFTER.test(after);
    const isMoneyHere = isMoney(before, after) || FOREIGN_BEFORE.test(before) || FOREIGN_AFTER.test(after);
    const more = belonging.onTop.get(item);
    if (more) {
      const values: (number | undefined)[] = [wholeOf(item, all[at - 1], lower)];
      for (let next: Numeral | undefined = more; next; next = belonging.onTop.get(next)) {
        values.push(wholeOf(next, undefined, lower));
        at++;
      }
      const known = values.filter((value) => value !== undefined);
      if (known.length === values.length) amounts.add(cents(known.reduce((sum, value) => sum + value, 0)));
      else each = true;
    } else if (belonging.before.has(item)) {
      const value = wholeOf(item, all[at - 1], lower);
      if (value !== undefined) slots.related = cents((slots.related ?? 0) + value);
      else unread = true;
    } else if (belonging.longAgo.has(item)) {
      // It is asked.
    } else if (monthly && !item.doubtful) amounts.add(item.value);
    else if (belonging.now.has(item) && !isMoneyHere && wholeOf(item, all[at - 1], lower) !== undefined)
      amounts.add(item.value);
    else if (isMoneyHere && NEGATIVE_BEFORE.test(before)) doubt = `-${item.typed}`;
    else if (FOREIGN_BEFORE.test(before) || FOREIGN_AFTER.test(after)) doubt = item.typed;
    else if (
      next &&
      /^\s*\p{L}+\s*(?:x|×|\*)\s*(?:€|eur|euro)?\s*$/u.test(between) &&
      Number.isInteger(item.value) &&
      isPeople(after)
    ) {
      people.add(item.value);
      slots.perPerson = next.value;
      at++;
    } else if (
      next &&
      /^\s*(?:\p{L}+\s*)?(?:x|×|\*)\s*(?:€|eur|euro)?\s*$/u.test(between) &&
      Number.isInteger(item.value)
    ) {
      const behind = lower.slice(next.end, next.end + 20);
      if (PER_PERSON_AFTER.test(behind)) {
        people.add(item.value);
        slots.perPerson = next.value;
      } else if (next.doubtful) doubt = next.typed;
      else amounts.add(cents(item.value * next.value));
      at++;
    } else if (next && /^\s*(?:keer|maal|times)\s*(?:€|eur|euro)?\s*$/.test(between) && Number.isInteger(item.value)) {
      slots.occurrences = item.value;
    } else if (/^\s*(?:keer|maal|times)(?!\p{L})/u.test(after)) {
      if (Number.isInteger(item.value) && item.value > 0) slots.occurrences = item.value;
    } else if (isRange(before, between, next)) {
      at++;
    } else if (PER_PERSON_AFTER.test(after) || PER_PERSON_BEFORE.test(before)) {
      if (isPeople(after) && !PER_PERSON_AFTER.test(after)) people.add(item.value);
      else if (item.doubtful && /[.,]\d{3}$/.test(item.typed)) doubt = item.typed;
      else slots.perPerson = item.value;
    } else if (item.value < 25 && AT_TIME.test(before) && !EURO_BEFORE.test(before) && !EURO_AFTER.test(after)) {
      // An hour of the day.
    } else if (PER_PIECE_AFTER.test(after) || OTHER_AFTER.test(after) || OTHER_BEFORE.test(before)) {
      // A price a piece, a time, an article: nothing that a slot is for.
    } else if (
      !item.doubtful &&
      (RELATED_AFTER.test(after) || (RELATED_BEFORE.test(before) && isMoney(before, after)))
    ) {
      slots.related = item.value;
    } else if (isMoney(before, after)) {
      if (item.doubtful) doubt = item.typed;
      else if (!SURELY_EACH[language].test(before)) amounts.add(item.value);
      else if (isCounted(lower, loose.at(-1), item)) amounts.add(cents((loose.at(-1)?.value ?? 0) * item.value));
      each ||= EACH_BEFORE.test(before);
      bound ||= BOUND_BEFORE.test(before);
    } else if (!item.doubtful && Number.isInteger(item.value) && isPeople(after)) people.add(item.value);
    else if (!item.doubtful && Number.isInteger(item.value) && PEOPLE_BEFORE.test(before)) people.add(item.value);
    else if (item.multiplied && (MONEY_WORD.test(before) || !item.inWords || item.value >= 1000)) {
      if (item.doubtful) doubt = item.typed;
      else amounts.add(item.value);
    } else if (MONEY_ONLY.test(before) || SPENT_ON_AFTER.test(after) || isBoughtFor(item, before, after)) {
      if (item.doubtful || item.value < 50) doubt = item.typed;
      else amounts.add(item.value);
    } else if (
      BARE_PEOPLE_BEFORE.test(before) &&
      BARE_PEOPLE_AFTER.test(after) &&
      Number.isInteger(item.value) &&
      item.value <= MOST_BARE_PEOPLE
    ) {
      people.add(item.value);
    } else if (item.doubtful && /[.,]/.test(item.typed)) doubt = item.typed;
    else loose.push(item);
  }
  const [head] = people;
  if (people.size === 1 && head && head > 0 && head <= MOST_PEOPLE) slots.people = head;
  const [amount] = amounts;
  const halves = HALVES.exec(lower)?.[0].trim();
  if (halves) doubt = halves;
  else if (amounts.size === 1 && amount && amount > 0) slots.amount = amount;
  if (slots.perPerson === 0) delete slots.perPerson;
  return {
    slots,
    loose,
    ...(doubt === undefined ? {} : { doubt }),
    ...(each ? { each } : {}),
    ...(bound ? { bound } : {}),
    ...(unread ? { before: true } : {}),
    ...(costs && slots.amount === costs.total && costs.total > costs.price ? { withoutCosts: costs.price } : {}),
  };
}

function isBoughtFor({ value, typed }: Numeral, before: string, after: string): boolean {
  if (value <= MOST_BARE_PEOPLE || /^(?:19|20)\d\d$/.test(typed)) return false;
  const found = BOUGHT_FOR_BEFORE.exec(before);
  return (
    found !== null && (BOUGHT_AFTER.test(after) || (found.groups?.bought !== undefined && BOUGHT_ENDS.test(after)))
  );
}

function isPriceOfOne(after: string): boolean {
  return PER_PERSON_AFTER.test(after) || PER_PIECE_AFTER.test(after);
}

/** What a price comes to with the number of things before it; undefined of a price of one whose number nobody can tell. */
function wholeOf(price: Numeral, count: Numeral | undefined, lower: string): number | undefined {
  const before = lower.slice(Math.max(0, price.start - 40), price.start);
  const after = lower.slice(price.end, price.end + 60);
  if (isPriceOfOne(after)) return undefined;
  if (count && isCounted(lower, count, price)) return cents(count.value * price.value);
  const counted = count !== undefined && COUNTED_OF.test(lower.slice(count.end, price.start));
  return counted || SURELY_EACH.nl.test(before) ? undefined : price.value;
}
const COUNTED_OF = /^\s*\p{L}{2,}(?:\s+\p{L}{2,}){0,2}\s+(?:van|of|at)\s*(?:€|eur|euro)?\s*$/u;

/** "20 boeketten à 45 euro": so many things stand right before the price of one. */
function isCounted(lower: string, count: Numeral | undefined, price: Numeral): boolean {
  return count !== undefined && COUNTED_THINGS.test(lower.slice(count.end, price.start));
}
const COUNTED_THINGS = /^\s*\p{L}{2,}(?:\s+\p{L}{2,}){0,2}\s*(?:[aà]|@)\s*(?:€|eur|euro)?\s*$/u;

function isMoney(before: string, after: string): boolean {
  return EURO_BEFORE.test(before) || EURO_AFTER.test(after) || VAT_AFTER.test(after) || BARE_VAT_AFTER.test(after);
}

/** Two numbers with "tot" or a dash between them are a range, and a range is no number. */
function isRange(before: string, between: string, next: Numeral | undefined): boolean {
  if (next === undefined) return false;
  if (
    /(?:tussen|between)\W*(?:de\s+)?(?:€|eur|euro)?\s*$/.test(before) &&
    /^\s*(?:euro\s*)?(?:en|and)\s*(?:de\s+)?(?:€|eur|euro)?\s*$/.test(between)
  )
    return true;
  return /^\s*(?:tot|a|à|-|–|of|to|or|tot en met|t\/m)\s*(?:€|eur|euro)?\s*$/.test(between);
}

/** Both ways in one text: it is asked. */
const EITHER =
  /(?:incl\p{L}*|met).*(?<!\p{L})(?:of|or)\s+(?:excl\p{L}*|ex|zonder|without)|(?:excl\p{L}*|ex|zonder).*(?<!\p{L})(?:of|or)\s+(?:incl\p{L}*|met|with)/u;

function readVat(lower: string): Pick<Slots, 'vat' | 'vatRate'> {
  const bare = WITH_BARE_VAT.exec(lower);
  const excluded =
    bare?.[1] !== undefined ||
    /(?:\bex|excl|exclusief|zonder|plus|excluding|without|before)\b\.?\s*(?:de\s+)?(?:\d{1,2}\s*%\s*)?(?:btw|vat)(?!\p{L})|(?:btw|vat)\s+(?:niet inbegrepen|excluded|exclusief|er\s?bij|komt\s+er|bovenop)/u.test(
      lower,
    );
  const included =
    (bare !== null && bare[1] === undefined) ||
    /(?:\bincl|inclusief|\binc|\bmet|including|with|included)\b\.?\s*(?:de\s+)?(?:\d{1,2}\s*%\s*)?(?:btw|vat)(?!\p{L})|(?:btw|vat)\s+(?:inbegrepen|included|inclusief)/u.test(
      lower,
    );
  const rate =
    /(?<![\d.,])(\d{1,2})\s*(?:%|procent|percent)\s*(?:btw|vat)|(?:btw|vat)\s*(?:van\s*|of\s*)?(\d{1,2})\s*(?:%|procent|percent)/.exec(
      lower,
    );
  return {
    ...(excluded === included || EITHER.test(lower)
      ? {}
      : { vat: excluded ? ('excluded' as const) : ('included' as const) }),
    ...(rate ? { vatRate: Number(rate[1] ?? rate[2]) } : {}),
  };
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
