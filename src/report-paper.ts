import { todayInAmsterdam } from './clock.ts';
import { categoriesByThing } from './knowledge/categories.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Chart, Table } from './paper.ts';
import { type Group, type Period, type Report, reportOf } from './requests/report.ts';
import type { PurchaseRequest } from './requests/request.ts';
import { texts } from './texts/texts.ts';

/** A report as tables: what the page, the workbook and the screen show. */
export type ReportTables = {
  figures: Table;
  spent?: Table;
  months: Table;
  categories?: Table;
  teams?: Table;
  newSuppliers?: Table;
};

type Language = 'nl' | 'en';
type Words = (typeof texts)[Language]['report'];

/** The report of a period, by the days of Amsterdam and the categories of the knowledge base. */
export function reportFor(
  all: readonly PurchaseRequest[],
  period: Period,
  { words }: Pick<Knowledge, 'words'>,
): Report {
  const categories = categoriesByThing(words);
  return reportOf(all, period, {
    dayOf: (moment) => todayInAmsterdam(new Date(moment)),
    categoryOf: (thing) => categories.get(thing)?.id,
  });
}

export function reportTables(report: Report, knowledge: Knowledge, language: Language): ReportTables {
  const { report: words, sayDate } = texts[language];
  const { categories, teams, newSuppliers } = report;
  const spent = [
    [words.spentWithout, report.spent.excluded] as const,
    [words.spentWith, report.spent.included] as const,
  ].flatMap(([said, euros]) => (euros === undefined ? [] : [[said, euros]]));
  const byThing = categoriesByThing(knowledge.words);
  const labelOf = (id: string) => byThing.get(id)?.label[language] ?? id;
  return {
    figures: figuresTable(report, words),
    ...(spent.length === 0
      ? {}
      : {
          spent: {
            name: words.spent,
            columns: [
              { title: words.said, kind: 'text' },
              { title: words.euros, kind: 'euro' },
            ],
            rows: spent,
          },
        }),
    months: {
      name: words.months,
      columns: [
        { title: words.month, kind: 'text' },
        { title: words.figures.posted, kind: 'number' },
        { title: words.figures.done, kind: 'number' },
      ],
      rows: report.months.map(({ month, posted, done }) => [sayDate(month), posted, done]),
    },
    ...(categories ? { categories: groupTable([words.categories, words.category], categories, labelOf, words) } : {}),
    ...(teams ? { teams: groupTable([words.teams, words.team], teams, capitalised, words) } : {}),
    ...(newSuppliers
      ? {
          newSuppliers: {
            name: words.newSuppliers,
            columns: [{ title: words.supplier, kind: 'text' }],
            rows: newSuppliers.map((id) => [knowledge.suppliers.get(id)?.name ?? id]),
          },
        }
      : {}),
  };
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function figuresTable({ posted, done, withdrawn, newSuppliers, hoursToPickUp }: Report, words: Words): Table {
  const { figures, units } = words;
  return {
    name: words.keyFigures,
    columns: [
      { title: words.figure, kind: 'text' },
      { title: words.value, kind: 'number' },
      { title: words.unit, kind: 'text' },
    ],
    rows: [
      [figures.posted, posted, units.requests],
      [figures.withdrawn, withdrawn, units.requests],
      [figures.done, done, units.requests],
      ...(newSuppliers ? [[figures.newSuppliers, newSuppliers.length, units.suppliers]] : []),
      ...(hoursToPickUp === undefined ? [] : [[figures.pickedUp, hoursToPickUp, units.hours]]),
    ],
  };
}

function groupTable(
  [name, title]: readonly [string, string],
  groups: readonly Group[],
  labelOf: (id: string) => string,
  words: Words,
): Table {
  return {
    name,
    columns: [
      { title, kind: 'text' },
      { title: words.requests, kind: 'number' },
    ],
    rows: groups.map((group) => [group.name === null ? words.rest : labelOf(group.name), group.requests]),
  };
}

/** What was asked and what was finished, month by month. */
export function reportChart({ months }: Report, language: Language): Chart {
  const { report: words, sayDate } = texts[language];
  return {
    title: words.months,
    labels: months.map(({ month }) => sayDate(month)),
    series: [
      { name: words.figures.posted, values: months.map(({ posted }) => posted) },
      { name: words.figures.done, values: months.map(({ done }) => done) },
    ],
  };
}

/** What that picture tells, in words. */
export function chartAlt({ months }: Report, language: Language): string {
  const { report: words, sayDate } = texts[language];
  const told = months.map(({ month, posted, done }) => words.chartMonth(sayDate(month), String(posted), String(done)));
  return words.chartAlt(words.months, told.join('; '));
}

/** The tables as the sheets of a workbook. */
export function sheetsOf({ figures, spent, months, categories, teams, newSuppliers }: ReportTables): Table[] {
  return [figures, spent, months, categories, teams, newSuppliers].filter((table) => table !== undefined);
}
