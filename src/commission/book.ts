import type { Knowledge } from '../knowledge/load.ts';
import type { Texts } from '../texts/texts.ts';
import { changesOf } from './changes.ts';
import type { Recognised } from './columns.ts';
import { lineOf } from './said.ts';
import type { Scanned } from './scan.ts';
import type { Since } from './since.ts';
import type { Cell, Sheet } from './table.ts';
import { quarterOf } from './when.ts';

type Words = { knowledge: Knowledge; texts: Texts; language: 'nl' | 'en' };

const CHANCES = ['high', 'some', 'none', 'unclear'] as const;

/** The calendar as it was with our columns beside it, what it comes to, what is still open, and the sources. */
export function sheetsOf(from: Recognised, lines: readonly Scanned[], words: Words, changed?: Since): Sheet[] {
  const { texts } = words;
  const { sheets } = texts.commission.scan;
  return [
    { name: sheets.lines, rows: withOurs(from, lines, words) },
    { name: sheets.summary, rows: summary(lines, words) },
    { name: sheets.open, rows: stillOpen(lines, words) },
    ...(changed ? [{ name: texts.calendar.since.sheet, rows: changesOf(changed, words) }] : []),
    { name: sheets.sources, rows: sources(lines, words) },
  ];
}

function withOurs({ sheet, titles }: Recognised, lines: readonly Scanned[], words: Words): Cell[][] {
  const { columns } = words.texts.commission.scan;
  const width = Math.max(...sheet.rows.map((row) => row.length));
  const byPlace = new Map(lines.map((line) => [line.at, line]));
  return sheet.rows.map((row, at) => {
    const own = [...row, ...Array<null>(width - row.length).fill(null)];
    if (at === titles) return [...own, ...Object.values(columns)];
    const line = byPlace.get(at);
    return line ? [...own, ...ours(line, words)] : own;
  });
}

function ours(line: Scanned, words: Words): Cell[] {
  const { knowledge, texts, language } = words;
  const { advice } = line;
  const { themes, level, chance, reason, suppliers, route } = lineOf(line, words);
  return [
    subjectName(line, words),
    themes.map((id) => knowledge.words.themes.find((one) => one.id === id)?.label[language] ?? id).join(', '),
    level,
    texts.commission.chances[chance],
    reason,
    suppliers.map((id) => knowledge.suppliers.get(id)?.name ?? id).join(', '),
    route,
    advice.ways.map(({ label }) => label[language]).join(', '),
    advice.questions[0]?.[language] ?? '',
  ];
}

function subjectName({ advice: { about } }: Scanned, { texts, language }: Words): string {
  if (about.kind === 'subject') return about.subject.label[language];
  return about.kind === 'without' ? about.without.label[language] : texts.commission.chances.unclear;
}

/** How many lines have which chance, by subject and by quarter. */
function summary(lines: readonly Scanned[], words: Words): Cell[][] {
  const { texts } = words;
  const { columns, quarter, unknownQuarter, total } = texts.commission.scan;
  const heads = CHANCES.map((chance) => texts.commission.chances[chance]);
  const table = (title: string, keyOf: (line: Scanned) => string): Cell[][] => {
    const groups = [...Map.groupBy(lines, keyOf)].toSorted(([a], [b]) => a.localeCompare(b));
    return [
      [title, ...heads, total],
      ...groups.map(([key, all]) => [key, ...CHANCES.map((chance) => countOf(all, chance)), all.length]),
      [total, ...CHANCES.map((chance) => countOf(lines, chance)), lines.length],
    ];
  };
  return [
    ...table(columns.subject, (line) => subjectName(line, words)),
    [],
    ...table(quarter, ({ project: { start } }) => (start ? quarterOf(start) : unknownQuarter)),
    [],
    [texts.commission.assumed],
  ];
}

function countOf(lines: readonly Scanned[], chance: Scanned['advice']['chance']): number {
  return lines.filter(({ advice }) => advice.chance === chance).length;
}

/** What nobody could make anything of: to be filled in. */
function stillOpen(lines: readonly Scanned[], words: Words): Cell[][] {
  const { row, line, columns } = words.texts.commission.scan;
  return [
    [row, line, columns.reason],
    ...unclearOf(lines).map((one) => [one.row, one.description, lineOf(one, words).reason]),
  ];
}

export function unclearOf(lines: readonly Scanned[]): Scanned[] {
  return lines.filter(({ advice }) => advice.chance === 'unclear');
}

function sources(lines: readonly Scanned[], { knowledge, texts }: Words): Cell[][] {
  const { source, at, address } = texts.commission.scan;
  const citations = [
    ...lines.flatMap(({ advice: { about, ways } }) => [
      ...(about.kind === 'subject' ? about.subject.sources : about.kind === 'without' ? about.without.sources : []),
      ...ways.flatMap((way) => way.sources),
    ]),
    ...(lines.some(({ yearly }) => yearly) ? knowledge.approach.yearly.sources : []),
    ...knowledge.check.rules.flatMap((rule) => rule.sources.filter(({ mark }) => mark !== 'ASSUMPTION')),
  ];
  const once = [...new Map(citations.map((one) => [one.source, one])).values()];
  return [
    [source, at, texts.commission.scan.mark, address],
    ...once.map((one) => {
      const known = knowledge.sources.get(one.source);
      return [known?.title ?? one.source, one.at, texts.marks[one.mark], known?.url ?? ''];
    }),
  ];
}
