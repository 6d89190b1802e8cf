import type { Numeral } from './numeral.ts';

/** A price with the costs that come with it, and what it all comes to. */
export type WithCosts = { price: number; total: number; read: ReadonlySet<Numeral> };

/** How the number of an amount is told from all others: it is money, it is no amount at all, or it is the price of one. */
type Around = Record<'isMoney' | 'isOther' | 'isEach', (item: Numeral) => boolean>;

const EXTRA =
  '(?:(?:(?:bezorg|verzend|transport|voorrij|aflever|lever|montage|installatie|plaatsings|opstart|verpakkings|reis|service|annulerings|personeels|bedienings|administratie)-?|bijkomende\\s|extra\\s)kosten|bezorging|bezorgen|levering|verzending|transport|montage|installatie|plaatsing|bediening|servieshuur|huur\\s(?:van\\s)?servies|toeslag|(?:delivery|shipping|transport(?:ation)?|installation|assembly|call[ -]?out|cancellation|set-?up|service|extra|additional)\\s(?:costs?|fees?|charges?)|delivery|shipping|installation|assembly|serving\\sstaff|crockery\\shire)(?!\\p{L})';
const EURO = '(?:€|eur|euro)?\\s*';
const VAT = '(?:(?:ex|excl|exclusief|excluding|without|zonder)\\.?\\s*(?:btw|vat)\\s*)?';
/** "200 bezorgkosten", "200 euro voor de montage". */
const EXTRA_AFTER = new RegExp(
  `^\\s*(?:,-+)?\\s*(?:euros?|eur|€)?\\s*${VAT}(?:(?:aan|voor|for|of|in)\\s+)?(?:de\\s+|het\\s+|the\\s+)?${EXTRA}`,
  'u',
);
/** "Bezorgkosten van 200", "met bezorging erbij komt het op 10.300". */
const EXTRA_BEFORE = new RegExp(
  `(?<!\\p{L})${EXTRA}\\W*(?:(?:erbij|mee|inbegrepen|included|is|zijn|komt|kom|wordt|word|worden|het|dat|we|ik|op|uit|van|of|à|a|at|are|it|comes|to|becomes|dan|then|nog|ca|circa|ongeveer|about)\\s+)*${EURO}$`,
  'u',
);
const WITH_EXTRA = new RegExp(
  `(?<!\\p{L})(?:met|incl|inclusief|zonder|ex|excl|exclusief|plus|with|including|without|excluding)\\.?\\s+(?:de\\s+|the\\s+)?${EXTRA}`,
  'u',
);
/** The costs are in the price that stands before them. */
const WITHIN = /(?<!\p{L})(?:incl|inclusief|including|waarvan|of which)\.?\s*(?:€|eur|euro)?\s*$/u;
const EITHER_OR = /^\s*(?:euro\s*)?(?:tot|t\/m|à|a|-|–|of|en|or|to|and)\s*(?:€|eur|euro)?\s*$/u;
const BOTH_VATS =
  /(?:incl|inclusief|met|including)\.?\s*(?:btw|vat).*(?:ex|excl|exclusief|zonder|excluding)\.?\s*(?:btw|vat)|(?:ex|excl|exclusief|zonder|excluding)(?:\.?\s*(?:btw|vat)|[\s,.]).*(?:incl|inclusief|met|including)\.?\s*(?:btw|vat)/u;
/** "20 boeketten van 45 euro". */
const OF_EACH = /(?<!\p{L})(?:van|of|at|à|a)\s*(?:€|eur|euro)?\s*$/u;
const LEAST_BARE = 500;

/** Reads "9.900 plus 200 bezorgkosten" and "10.000, met bezorging 10.300"; undefined where more than one price stands, or none. */
export function withCosts(
  lower: string,
  all: readonly Numeral[],
  { isMoney, isOther, isEach }: Around,
): WithCosts | undefined {
  if (!HAS_EXTRA.test(lower) || BOTH_VATS.test(lower)) return undefined;
  const before = ({ start }: Numeral) => lower.slice(Math.max(0, start - 60), start);
  const after = ({ end }: Numeral) => lower.slice(end, end + 60);
  const numbers = all.filter((item) => !isOther(item));
  if (numbers.some((item) => item.doubtful || isEach(item))) return undefined;
  const named = numbers.filter((item) => EXTRA_AFTER.test(after(item)) || EXTRA_BEFORE.test(before(item)));
  const rest = numbers.filter((item) => !named.includes(item));
  const marked = rest.filter(isMoney);
  const prices = named.length > 0 && marked.length === 1 ? marked : rest.filter(({ value }) => value >= LEAST_BARE);
  const [price, other, third] = prices;
  if (!price || third || (rest.length > prices.length && OF_EACH.test(before(price)))) return undefined;
  const read = new Set([...named, ...prices]);
  if (named.length === 0) {
    if (!other || !WITH_EXTRA.test(lower) || EITHER_OR.test(lower.slice(price.end, other.start))) return undefined;
    const [least, most] = [price.value, other.value].toSorted((a, b) => a - b) as [number, number];
    return most < 2 * least ? { price: least, total: most, read } : undefined;
  }
  if (other) return undefined;
  const whole = named.find(({ value }) => value >= price.value);
  if (whole) return named.length === 1 ? { price: price.value, total: whole.value, read } : undefined;
  const onTop = named.filter((item) => !WITHIN.test(before(item)));
  const total = onTop.reduce((sum, { value }) => sum + value, price.value);
  return { price: price.value, total: Math.round(total * 100) / 100, read };
}

const HAS_EXTRA = new RegExp(`(?<!\\p{L})${EXTRA}`, 'u');
