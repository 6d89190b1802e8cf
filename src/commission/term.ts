import { fold } from '../understand/fold.ts';
import type { Cell } from './table.ts';

const UNITS: readonly [RegExp, number][] = [
  [/^(?:jaar|jaren|jr|years?|yrs?|y)$/, 1],
  [/^(?:maand|maanden|mnd|mnden|months?|mths?)$/, 1 / 12],
];
const PIECE = /^(?:(\d{1,2})\s*[x*×]\s*)?(\d{1,3}(?:[.,]\d)?)\s*([a-z]+)?$/;
const BESIDE =
  /\(|\)|\b(?:ca|circa|ongeveer|about|max|maximaal|incl|inclusief|including|optie|opties|optiejaren|verlengen|verlenging|verlengingen|options?|extensions?|met|of|with)\b\.?/g;
const EXTENDS = /\b(?:optie|opties|verlengen|verlenging|verlengingen|options?|extensions?)\b/;
/** An extension that stands beside a term: it comes on top of what is counted, for nobody knows how long. */
const ON_TOP = /\b(?:met|with)\b/;
const ALL_IN = /\b(?:incl|inclusief|including|max|maximaal)\b/;
/** A bare number up to here counts years; above it, in twelves, months. */
const MOST_YEARS = 10;
const LONGEST_YEARS = 50;

/** The years of a term: "4 jaar", "48 maanden", "2+1+1", "2 jaar + 2x1 jaar". Undefined when it is not said, or may be longer. */
export function yearsIn(cell: Cell | undefined, title: string): number | undefined {
  if (typeof cell !== 'number' && typeof cell !== 'string') return undefined;
  const parts = fold(String(cell)).split(/\s*(?:\+|\bplus\b|\ben\b|\band\b|&)\s*/);
  if (!ALL_IN.test(parts.join(' ')) && parts.some(extendsOpenly)) return undefined;
  const pieces = parts.map((part) => PIECE.exec(part.replace(BESIDE, ' ').trim()));
  const named = [...pieces.map((piece) => piece?.[3]), ...fold(title).split(/[^a-z]+/)];
  const usual = named.map(unitOf).find((unit) => unit !== undefined);
  let years = 0;
  for (const piece of pieces) {
    const [, times = '1', count, word] = piece ?? [];
    const number = Number(count?.replace(',', '.'));
    const unit = word === undefined ? (usual ?? bareUnit(number)) : unitOf(word);
    if (unit === undefined) return undefined;
    years += Number(times) * number * unit;
  }
  return years > 0 && years <= LONGEST_YEARS ? Math.round(years * 100) / 100 : undefined;
}

/** An extension is named, and not that it is counted in. */
export function extendsOn(folded: string): boolean {
  return EXTENDS.test(folded) && !ALL_IN.test(folded);
}

/** "2 jaar met verlenging": behind a plus a number may be that of the extension itself. */
function extendsOpenly(part: string, at: number): boolean {
  return EXTENDS.test(part) && (at === 0 || ON_TOP.test(part));
}

function unitOf(word: string | undefined): number | undefined {
  return UNITS.find(([name]) => name.test(word ?? ''))?.[1];
}

function bareUnit(number: number): number | undefined {
  if (number <= MOST_YEARS) return 1;
  return number % 12 === 0 ? 1 / 12 : undefined;
}
