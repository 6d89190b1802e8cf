const UNITS: readonly [RegExp, number][] = [
  [/^(?:mln|miljoen|million|mio|m)$/, 1e6],
  [/^(?:k|duizend|thousand)$/, 1e3],
  [/^ton$/, 1e5],
  [/^(?:mrd|miljard|billion)$/, 1e9],
];
const AMOUNT = /^(?:eur|euro|€)?\s*(\d[\d.,'’ {2}]*?)\s*(?:,-+|\.-+)?\s*([a-z]+)?\s*(?:eur|euro|euros|€)?$/;

/** Euros in a cell of a calendar; undefined when it holds no single amount. */
export function eurosIn(cell: string | number | boolean | Date | null | undefined): number | undefined {
  if (typeof cell === 'number') return cell > 0 && Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const said = cell
    .toLowerCase()
    .replace(/\((?:.*?)\)/g, '')
    .replace(/\b(?:ca|circa|ongeveer|plm|about|approx|excl?|incl?|exclusief|inclusief|btw|vat)\b\.?/g, '')
    .trim();
  const [, digits, word] = AMOUNT.exec(said) ?? [];
  if (digits === undefined) return undefined;
  const unit = word === undefined || /^eur/.test(word) ? 1 : UNITS.find(([name]) => name.test(word))?.[1];
  const number = numberOf(digits.replace(/['’\s]/g, ''));
  if (unit === undefined || number === undefined || number <= 0) return undefined;
  return Math.round(number * unit * 100) / 100;
}

/** The last sign parts the decimals, unless it stands before groups of three. */
function numberOf(digits: string): number | undefined {
  const signs = new Set(digits.match(/[.,]/g));
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const sign = digits[last] as string;
  const thousands = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits) && signs.size === 1;
  if (thousands) return Number(digits.replace(/[.,]/g, ''));
  if (digits.indexOf(sign) !== last) return undefined;
  const whole = digits.slice(0, last).replace(/[.,]/g, '');
  const made = Number(`${whole}.${digits.slice(last + 1)}`);
  return Number.isFinite(made) ? made : undefined;
}
