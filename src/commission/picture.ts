import type { Chart } from '../paper.ts';
import type { Texts } from '../texts/texts.ts';
import type { Scanned } from './scan.ts';
import { quarterOf } from './when.ts';

/** More subjects than this cannot be told apart in a picture: the rest is one more. */
const MOST_SUBJECTS = 5;
/** More quarters than this are told by year. */
const MOST_LABELS = 12;

type Words = { texts: Texts; language: 'nl' | 'en' };

/** How many lines have a chance, by the quarter in which they begin and what they are about. Lines without a date stand at the end. */
export function chancesByQuarter(lines: readonly Scanned[], { texts, language }: Words): Chart {
  const { calendar, commission } = texts;
  const hopeful = lines.flatMap(({ advice: { about, chance }, project: { start } }) =>
    about.kind === 'subject' && (chance === 'high' || chance === 'some')
      ? [{ subject: about.subject.label[language], when: start ? quarterOf(start) : commission.scan.unknownQuarter }]
      : [],
  );
  const many = new Set(hopeful.map(({ when }) => when)).size > MOST_LABELS;
  const labelOf = ({ when }: { when: string }) => (many ? when.replace(/-Q\d$/, '') : when);
  const labels = [...new Set(hopeful.map(labelOf))].toSorted();
  const bySubject = [...Map.groupBy(hopeful, ({ subject }) => subject)].toSorted(
    ([a, one], [b, other]) => other.length - one.length || a.localeCompare(b),
  );
  const rest = bySubject.slice(MOST_SUBJECTS).flatMap(([, own]) => own);
  const shown = [
    ...bySubject.slice(0, MOST_SUBJECTS),
    ...(rest.length > 0 ? [[calendar.picture.others, rest] as const] : []),
  ];
  return {
    title: calendar.picture.title,
    labels,
    stacked: true,
    series: shown.map(([name, own]) => ({
      name,
      values: labels.map((label) => own.filter((one) => labelOf(one) === label).length),
    })),
  };
}

/** All that the picture says, in words. */
export function picturePlain({ title, labels, series }: Chart, { texts }: Pick<Words, 'texts'>): string {
  const told = labels.map((label, at) => {
    const own = series.flatMap(({ name, values }) => (values[at] ? [`${name} ${values[at]}`] : []));
    return `${label}: ${own.join(', ')}`;
  });
  return `${title}. ${told.length === 0 ? texts.calendar.picture.none : told.join('; ')}.`;
}
