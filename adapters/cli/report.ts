import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { openDocuments, openKnowledge, openStore } from '../../src/open.ts';
import { reportPage } from '../../src/report-page.ts';
import { type ReportTables, reportChart, reportFor, reportTables, sheetsOf } from '../../src/report-paper.ts';
import type { Report } from '../../src/requests/report.ts';
import { texts } from '../../src/texts/texts.ts';
import { makeFolder, write } from './file.ts';
import { stayLean } from './lean.ts';
import { complain, print } from './output.ts';
import { wrongPeriod } from './period.ts';

const USAGE = 'impact report --from 2026-01-01 --to 2026-12-31 [--out FOLDER] [--locale en]';

/** What was asked and bought in a period: on screen, or in a folder as a page, a picture and a workbook. */
export async function runReport(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' }, locale: { type: 'string' } },
  });
  const { from, to, out } = values;
  const language = values.locale === 'en' ? 'en' : 'nl';
  const wrong = from && to ? wrongPeriod({ from, to }) : USAGE;
  if (!from || !to || wrong) {
    complain(wrong ?? USAGE);
    return 2;
  }
  stayLean();
  const config = readConfig();
  const knowledge = await openKnowledge(config);
  const store = await openStore(config, { readOnly: true });
  const all = await store.read((records) => records.requests.list({}));
  await store.close();
  const report = reportFor(all, { from, to }, knowledge);
  const tables = reportTables(report, knowledge, language);
  if (out !== undefined) return filed(report, tables, { folder: out, language });
  print(textOf(tables, language));
  return 0;
}

type Language = 'nl' | 'en';

async function filed(
  report: Report,
  tables: ReportTables,
  { folder, language }: { folder: string; language: Language },
): Promise<number> {
  const documents = openDocuments();
  const name = `${language === 'nl' ? 'rapport' : 'report'}-${report.period.from}-${report.period.to}`;
  const png = await documents.chart(reportChart(report, language));
  const files: [string, string | Uint8Array][] = [
    [`${name}.html`, documents.page(reportPage(report, tables, { png, name: `${name}.html`, language })).content],
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

function textOf(tables: ReportTables, language: Language): string {
  const { report: words } = texts[language];
  const locale = { nl: 'nl-NL', en: 'en-GB' }[language];
  const parts = sheetsOf(tables).map(({ name, rows }) =>
    [
      name.toUpperCase(),
      ...rows.map((row) =>
        row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString(locale) : cell)).join('  '),
      ),
    ].join('\n'),
  );
  const notes = [
    ...(tables.spent?.rows.length === 2 ? [words.spentNote] : [`${words.spent}: ${words.fewHidden}`]),
    ...(tables.newSuppliers ? [] : [`${words.newSuppliers}: ${words.fewHidden}`]),
    ...(tables.categories && tables.teams ? [] : [words.hidden]),
  ];
  return [...parts, ...notes].join('\n\n');
}
