import type { Page, Piece, Table } from './paper.ts';
import { chartAlt, type ReportTables } from './report-paper.ts';
import type { Report } from './requests/report.ts';
import { texts } from './texts/texts.ts';

/** The report as a page, with its picture. */
export function reportPage(
  report: Report,
  tables: ReportTables,
  { png, name, language }: { png: Uint8Array; name: string; language: 'nl' | 'en' },
): Page {
  const { report: words, sayDate } = texts[language];
  const { period, hoursToPickUp, newSuppliers, spent } = report;
  const text = (said: string): Piece => ({ kind: 'text', text: said });
  const groups = (table: Table | undefined): Piece => (table ? { kind: 'table', table } : text(words.hidden));
  return {
    name,
    language,
    title: words.title(sayDate(period.from), sayDate(period.to)),
    sections: [
      {
        title: words.keyFigures,
        pieces: [
          { kind: 'table', table: tables.figures },
          { kind: 'list', lines: words.counting },
          text(hoursToPickUp === undefined ? words.pickedUpHidden : words.pickedUpNote),
        ],
      },
      {
        title: words.spent,
        pieces: [
          ...(tables.spent ? [{ kind: 'table' as const, table: tables.spent }, text(words.spentNote)] : []),
          ...(Object.values(spent).includes(undefined) ? [text(words.fewHidden)] : []),
        ],
      },
      {
        title: words.months,
        pieces: [
          { kind: 'picture', png, alt: chartAlt(report, language) },
          { kind: 'table', table: tables.months },
        ],
      },
      { title: words.categories, pieces: [text(words.groupsNote), groups(tables.categories)] },
      { title: words.teams, pieces: [groups(tables.teams)] },
      {
        title: words.newSuppliers,
        pieces: [
          tables.newSuppliers && newSuppliers?.length !== 0
            ? { kind: 'table', table: tables.newSuppliers }
            : text(newSuppliers ? words.noNewSuppliers : words.fewHidden),
        ],
      },
    ],
  };
}
