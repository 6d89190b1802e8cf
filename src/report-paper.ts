import { categoriesByThing } from './knowledge/categories.ts';
import type { Knowledge } from './knowledge/load.ts';
import type { Chart, Page, Piece, Table } from './paper.ts';
import type { Group, Report } from './requests/report.ts';
import { nl } from './texts/nl.ts';
import { reportNl as words } from './texts/report.nl.ts';

/** A report as tables: what the page, the workbook and the screen show. */
export type ReportTables = {
  figures: Table;
  spent: Table;
  months: Table;
  categories?: Table;
  teams?: Table;
  newSuppliers: Table;
};

export function reportTables(report: Report, knowledge: Knowledge): ReportTables {
  const { categories, teams, newSuppliers } = report;
  const byThing = categoriesByThing(knowledge.words);
  const labelOf = (id: string) => byThing.get(id)?.label.nl ?? id;
  return {
    figures: figuresTable(report),
    spent: {
      name: words.spent,
      columns: [
        { title: words.said, kind: 'text' },
        { title: words.euros, kind: 'euro' },
      ],
      rows: [
        [words.spentWithout, report.spent.excluded],
        [words.spentWith, report.spent.included],
      ],
    },
    months: {
      name: words.months,
      columns: [
        { title: words.month, kind: 'text' },
        { title: words.figures.posted, kind: 'number' },
        { title: words.figures.done, kind: 'number' },
      ],
      rows: report.months.map(({ month, posted, done }) => [nl.sayDate(month), posted, done]),
    },
    ...(categories ? { categories: groupTable(words.categories, words.category, categories, labelOf) } : {}),
    ...(teams ? { teams: groupTable(words.teams, words.team, teams, capitalised) } : {}),
    newSuppliers: {
      name: words.newSuppliers,
      columns: [{ title: words.supplier, kind: 'text' }],
      rows: newSuppliers.map((id) => [knowledge.suppliers.get(id)?.name ?? id]),
    },
  };
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function figuresTable({ posted, done, withdrawn, newSuppliers, hoursToPickUp }: Report): Table {
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
      [figures.newSuppliers, newSuppliers.length, units.suppliers],
      ...(hoursToPickUp === undefined ? [] : [[figures.pickedUp, hoursToPickUp, units.hours]]),
    ],
  };
}

function groupTable(name: string, title: string, groups: readonly Group[], labelOf: (id: string) => string): Table {
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
export function reportChart({ months }: Report): Chart {
  return {
    title: words.months,
    labels: months.map(({ month }) => nl.sayDate(month)),
    series: [
      { name: words.figures.posted, values: months.map(({ posted }) => posted) },
      { name: words.figures.done, values: months.map(({ done }) => done) },
    ],
  };
}

/** The report as a page, with its picture. */
export function reportPage(report: Report, tables: ReportTables, png: Uint8Array, name: string): Page {
  const { period, months, hoursToPickUp, newSuppliers } = report;
  const text = (said: string): Piece => ({ kind: 'text', text: said });
  const groups = (table: Table | undefined): Piece => (table ? { kind: 'table', table } : text(words.hidden));
  const told = months.map(({ month, posted, done }) =>
    words.chartMonth(nl.sayDate(month), String(posted), String(done)),
  );
  return {
    name,
    language: 'nl',
    title: words.title(nl.sayDate(period.from), nl.sayDate(period.to)),
    sections: [
      {
        title: words.keyFigures,
        pieces: [
          { kind: 'table', table: tables.figures },
          { kind: 'list', lines: words.counting },
          text(hoursToPickUp === undefined ? words.pickedUpHidden : words.pickedUpNote),
        ],
      },
      { title: words.spent, pieces: [{ kind: 'table', table: tables.spent }, text(words.spentNote)] },
      {
        title: words.months,
        pieces: [
          { kind: 'picture', png, alt: words.chartAlt(words.months, told.join('; ')) },
          { kind: 'table', table: tables.months },
        ],
      },
      { title: words.categories, pieces: [text(words.groupsNote), groups(tables.categories)] },
      { title: words.teams, pieces: [groups(tables.teams)] },
      {
        title: words.newSuppliers,
        pieces: [newSuppliers.length > 0 ? { kind: 'table', table: tables.newSuppliers } : text(words.noNewSuppliers)],
      },
    ],
  };
}
