import { scaleIn, withoutScale } from './scale.ts';
import type { Cell } from './table.ts';

const UNITS: readonly [RegExp, number][] = [
  [/^(?:mln|miljoen|million|mio|m)$/, 1e6],
  [/^(?:k|duizend|thousand)$/, 1e3],
  [/^ton$/, 1e5],
  [/^(?:mrd|miljard|billion)$/, 1e9],
];
const AMOUNT = /^(?:eur|euro|€)?\s*(\d[\d.,'’ {2}]*?)\s*(?:,-+|\.-+)?\s*([a-z]+)?\s*(?:eur|euro|euros|€)?$/;
const BRACKETS = /\([^()]*\)/g;
const BESIDE =
  /\d{1,2}\s*%|\b(?:ca|circa|ongeveer|plm|about|approx|excl?|incl?|exclusief|inclusief|excluding|including|btw|vat)\b\.?/g;
/** What is between brackets and may change the amount. */
const COUNTS = /\d|\bper\b|[×*/]|\bx\b/;
/** "1.250 k": thousands of thousands to one, a fraction to another. */
const IN_TWO_WAYS = /^[1-9]\d{0,2}\.\d{3}$/;

/** Euros in a cell of a calendar whose numbers count `scale` times; undefined when it holds no single amount. */
export function eurosIn(cell: Cell | undefined, scale = 1): number | undefined {
  if (typeof cell === 'number') return cell > 0 && Number.isFinite(cell) ? cents(cell * scale) : undefined;
  if (typeof cell !== 'string') return undefined;
  const lower = cell.toLowerCase();
  const brackets = lower.match(BRACKETS) ?? [];
  if (brackets.some((text) => COUNTS.test(withoutScale(text).replace(BESIDE, '')))) return undefined;
  const [beside, ...more] = brackets.flatMap((text) => scaleIn(text) ?? []);
  const [, digits, word] = AMOUNT.exec(lower.replace(BRACKETS, '').replace(BESIDE, '').trim()) ?? [];
  if (digits === undefined || more.length > 0) return undefined;
  const unit = word === undefined || /^eur/.test(word) ? undefined : UNITS.find(([name]) => name.test(word));
  if (unit === undefined && word !== undefined && !/^eur/.test(word)) return undefined;
  if (unit && beside !== undefined) return undefined;
  const times = unit?.[1] ?? beside ?? scale;
  if (unit && unit[1] < 1e6 && IN_TWO_WAYS.test(digits)) return undefined;
  const number = numberOf(digits.replace(/['’\s]/g, ''), unit !== undefined || times >= 1e6);
  return number === undefined || number <= 0 ? undefined : cents(number * times);
}

const cents = (euros: number) => Math.round(euros * 100) / 100;

/** The last sign parts the decimals, unless it stands before groups of three; `fraction`: also before three. */
function numberOf(digits: string, fraction: boolean): number | undefined {
  const signs = new Set(digits.match(/[.,]/g));
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const sign = digits[last] as string;
  const thousands = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits) && signs.size === 1;
  if (thousands && !fraction) return Number(digits.replace(/[.,]/g, ''));
  if (digits.indexOf(sign) !== last) return undefined;
  const whole = digits.slice(0, last).replace(/[.,]/g, '');
  const made = Number(`${whole}.${digits.slice(last + 1)}`);
  return Number.isFinite(made) ? made : undefined;
}
