import { fileOf, XLSX } from '../file.ts';
import type { Part } from '../reply.ts';
import { reportPage } from '../report-page.ts';
import { chartAlt, type ReportTables, reportChart, reportFor, reportTables, sheetsOf } from '../report-paper.ts';
import type { Period, Report } from '../requests/report.ts';
import type { PurchaseRequest } from '../requests/request.ts';
import type { Texts } from '../texts/texts.ts';
import { monthBefore } from '../understand/period.ts';
import type { Context } from './journey.ts';

type Telling = Pick<Context, 'library' | 'documents' | 'texts' | 'language'>;

/** A short period says little by itself: its picture begins this many months earlier. */
const MONTHS_DRAWN = 6;

/** The figures of a period in words. `whole`: with those of each team, and how many were withdrawn. */
export function figuresTold(
  report: Report,
  title: string,
  whole: boolean,
  { library, texts, language }: Omit<Telling, 'documents'>,
): Part[] {
  const tables = reportTables(report, library.knowledge, language);
  const { report: words } = texts;
  const bought = tables.newSuppliers?.rows.map(([name]) => String(name)).join(', ');
  const { figures: said } = texts;
  const { posted, withdrawn, done, spent, hoursToPickUp } = report;
  const sum = (euros: number | undefined) => (euros === undefined ? words.fewHidden : said.euros(euros));
  const facts = [
    { label: words.figures.posted, value: said.requests(posted) },
    ...(whole ? [{ label: words.figures.withdrawn, value: said.requests(withdrawn) }] : []),
    { label: words.figures.done, value: said.requests(done) },
    ...(hoursToPickUp === undefined
      ? []
      : [{ label: words.figures.pickedUp, value: `${said.number(hoursToPickUp)} ${words.units.hours}` }]),
    { label: `${words.spent} ${words.spentWithout}`, value: sum(spent.excluded) },
    { label: `${words.spent} ${words.spentWith}`, value: sum(spent.included) },
    { label: words.newSuppliers, value: bought === undefined ? words.fewHidden : bought || said.none },
  ];
  return [
    { kind: 'facts', title, facts },
    ...groups(words.categories, tables.categories, report, texts),
    ...(whole ? groups(words.teams, tables.teams, report, texts) : []),
  ];
}

/** Nothing is said of groups where there is nothing at all. */
function groups(
  title: string,
  table: ReportTables['categories'],
  { posted }: Report,
  { report: words }: Texts,
): Part[] {
  if (posted === 0) return [];
  const lines = table ? table.rows.map(([name, count]) => `- ${name}: ${count}`) : [words.hidden];
  return [{ kind: 'text', text: [`**${title}**`, ...lines].join('\n') }];
}

/** The picture of a period, with all that it tells in words. */
export async function figuresDrawn(
  all: readonly PurchaseRequest[],
  period: Period,
  { library, documents, texts, language }: Telling,
): Promise<Part> {
  const report = reportFor(all, drawnFor(period), library.knowledge);
  const file = await documents.picture(`${nameOf(report.period, texts)}.png`, reportChart(report, language));
  return { kind: 'image', file, alt: chartAlt(report, language) };
}

function drawnFor({ from, to }: Period): Period {
  let first = to.slice(0, 7);
  for (let count = 1; count < MONTHS_DRAWN; count++) first = monthBefore(first);
  return { from: from < `${first}-01` ? from : `${first}-01`, to };
}

/** The report as a page and as a workbook, as the command line makes them. */
export async function reportFiles(report: Report, telling: Telling): Promise<Part[]> {
  const { library, documents, texts, language } = telling;
  const tables = reportTables(report, library.knowledge, language);
  const name = nameOf(report.period, texts);
  const png = await documents.chart(reportChart(report, language));
  const page = documents.page(reportPage(report, tables, { png, name: `${name}.html`, language }));
  const book = fileOf(`${name}.xlsx`, XLSX, await documents.workbook(sheetsOf(tables)));
  return [page, book].map((file) => ({ kind: 'file', file }));
}

function nameOf({ from, to }: Period, { figures }: Texts): string {
  return `${figures.files.report}-${from}-${to}`;
}
