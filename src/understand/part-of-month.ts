import { any, MONTHS } from './dates.ts';

const PARTS: readonly (readonly [RegExp, (year: number, month: number) => number])[] = [
  [/^(?:begin|early|start)/, () => 1],
  [/^(?:half|halverwege|medio|midden|mid)/, () => 15],
  [/^(?:eind|end|late)/, (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate()],
];

const WORD = 'beginning|begin|start|early|halverwege|half|medio|midden|middle|mid|einde|eind|end|late';
const THIS = 'deze maand|this month';
const NEXT = 'volgende maand|next month';
const FOUND = new RegExp(
  `(?<![\\p{L}\\d])(${WORD})[ -](?:(?:van|of|in) )?(?:(${any(MONTHS)})\\.?(?: (20\\d{2}))?|(${THIS})|(${NEXT}))(?![\\p{L}\\d])`,
  'giu',
);

/** A part of a month that a text names, and the day that it is taken for: the first, the fifteenth or the last. Of two it is none. */
export function partOfMonth(text: string, today: string): { said: string; day: string } | undefined {
  const [found, another] = text.matchAll(FOUND);
  if (!found || another) return undefined;
  const [said] = found;
  const [, word = '', name, named, current, next] = found.map((part) => part?.toLowerCase());
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const dayIn = (inYear: number, inMonth: number) => {
    const day = PARTS.find(([part]) => part.test(word))?.[1](inYear, inMonth) ?? 1;
    return new Date(Date.UTC(inYear, inMonth - 1, day)).toISOString().slice(0, 10);
  };
  const inMonth = current || next ? month + (next ? 1 : 0) : (MONTHS[name ?? ''] ?? month);
  const day = dayIn(named ? Number(named) : year, inMonth);
  return { said, day: day < today && name && !named ? dayIn(year + 1, inMonth) : day };
}
