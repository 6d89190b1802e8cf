import { writeAmount } from '../knowledge/amounts.ts';
import type { Texts } from '../texts/texts.ts';
import type { KeptLine } from './memory.ts';
import type { How, Since } from './since.ts';
import type { Cell } from './table.ts';

type Words = { texts: Texts; language: 'nl' | 'en' };
/** One change of a line: what it was and what it is now, where that can be said. */
type Told = { what: string; kind: string; was: string; is: string };

/** All that changed, as the rows of a sheet. */
export function changesOf(changed: Since, words: Words): Cell[][] {
  const { commission, calendar } = words.texts;
  return [
    [commission.scan.line, calendar.since.what, calendar.since.was, calendar.since.is],
    ...told(changed, words).map(({ what, kind, was, is }) => [what, kind, was, is]),
  ];
}

/** Each change as a line of text: what became more hopeful first. */
export function changesSaid(changed: Since, words: Words): string[] {
  return told(changed, words).map(({ what, kind, was, is }) =>
    was === '' && is === '' ? `${what}: ${kind}` : `${what}: ${kind}, ${[was, is].filter(Boolean).join(' → ')}`,
  );
}

function told({ fresh, gone, changed }: Since, words: Words): Told[] {
  const { kinds } = words.texts.calendar.since;
  const of = (how: How) =>
    changed
      .filter((one) => one.how.includes(how))
      .map(({ was, is }) => ({
        what: is.what,
        kind: kinds[how],
        was: saidOf(how, was, words),
        is: saidOf(how, is, words),
      }));
  return [
    ...of('gained'),
    ...fresh.map((is) => ({ what: is.what, kind: kinds.fresh, was: '', is: saidOf('gained', is, words) })),
    ...gone.map((was) => ({ what: was.what, kind: kinds.gone, was: saidOf('gained', was, words), is: '' })),
    ...of('value'),
    ...of('quarter'),
    ...of('lost'),
  ];
}

function saidOf(how: How, { value, quarter, chance }: KeptLine, { texts, language }: Words): string {
  const { unknown } = texts.calendar.since;
  if (how === 'value') return value === undefined ? unknown : writeAmount(value, 'euro', language);
  return how === 'quarter' ? (quarter ?? unknown) : texts.commission.chances[chance];
}
