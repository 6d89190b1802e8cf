import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { todayInAmsterdam } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { categoriesByThing } from '../../src/knowledge/categories.ts';
import { openDocuments, openKnowledge, openStore } from '../../src/open.ts';
import type { Table } from '../../src/paper.ts';
import { type ReportTables, reportChart, reportPage, reportTables } from '../../src/report-paper.ts';
import { type Report, reportOf } from '../../src/requests/report.ts';
import { reportNl as words } from '../../src/texts/report.nl.ts';
import { makeFolder, write } from './file.ts';
import { stayLean } from './lean.ts';
import { complain, print } from './output.ts';
import { wrongPeriod } from './period.ts';

const USAGE = 'impact report --from 2026-01-01 --to 2026-12-31 [--out FOLDER]';

/** What was asked and bought in a period: on screen, or in a folder as a page, a picture and a workbook. */
export async function runReport(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  });
  const { from, to, out } = values;
  const wrong = from && to ? wrongPeriod({ from, to }) : USAGE;
  if (!from || !to || wrong) {
    complain(wrong ?? USAGE);
    return 2;
  }
  stayLean();
  const config = readConfig();
  const knowledge = await openKnowledge(config);
  const categories = categoriesByThing(knowledge.words);
  const store = await openStore(config, { readOnly: true });
  const all = await store.read((records) => records.requests.list({}));
  await store.close();
  const report = reportOf(
    all,
    { from, to },
    {
      dayOf: (moment) => todayInAmsterdam(new Date(moment)),
      categoryOf: (thing) => categories.get(thing)?.id,
    },
  );
  const tables = reportTables(report, knowledge);
  if (out !== undefined) return filed(report, tables, out);
  print(textOf(tables));
  return 0;
}

async function filed(report: Report, tables: ReportTables, folder: string): Promise<number> {
  const documents = openDocuments();
  const name = `rapport-${report.period.from}-${report.period.to}`;
  const png = await documents.chart(reportChart(report));
  const files: [string, string | Uint8Array][] = [
    [`${name}.html`, documents.page(reportPage(report, tables, png, `${name}.html`)).content],
    [`${name}.png`, png],
    [`${name}.xlsx`, await documents.workbook(sheetsOf(tables))],
  ];
  if (!makeFolder(folder)) return 2;
  for (const [file, content] of files) {
    if (!write(join(folder, file), content)) return 2;
    print(join(folder, file));
  }
  return 0;
}

function sheetsOf({ figures, spent, months, categories, teams, newSuppliers }: ReportTables): Table[] {
  return [figures, spent, months, categories, teams, newSuppliers].filter((table) => table !== undefined);
}

function textOf(tables: ReportTables): string {
  const parts = sheetsOf(tables).map(({ name, rows }) =>
    [
      name.toUpperCase(),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('nl-NL') : cell)).join('  '),
      ),
    ].join('\n'),
  );
  const hidden = tables.categories && tables.teams ? [] : [words.hidden];
  return [...parts, words.spentNote, ...hidden].join('\n\n');
}
