import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suppliersOf } from '../../src/basis.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import { createAdviser } from '../../src/commission/advice.ts';
import { sheetsOf, unclearOf } from '../../src/commission/book.ts';
import { type Recognised, recognise } from '../../src/commission/columns.ts';
import { chancesByQuarter } from '../../src/commission/picture.ts';
import { lineOf } from '../../src/commission/said.ts';
import { type Scanned, scan } from '../../src/commission/scan.ts';
import { LARGEST_TABLE, type TableRead, textOf } from '../../src/commission/table.ts';
import { readConfig } from '../../src/config.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import { openDocuments, openLibrary } from '../../src/open.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { texts as allTexts, type Texts } from '../../src/texts/texts.ts';
import { complain, print, printAll } from './output.ts';

const USAGE = `impact scan FILE [--out FILE.xlsx] [--chart FILE.png] [--locale en]   chances for impact in a purchasing calendar (CSV or XLSX)
impact scan FILE --json                            one object a line`;

/** So often somebody who waits is told how far it is. */
const EVERY = 2000;

/** Reads a purchasing calendar and tells of each line what can be made of it. Remembers nothing. */
export async function runScan(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      out: { type: 'string' },
      chart: { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file) {
    complain(USAGE);
    return 2;
  }
  const language = values.locale === 'en' ? 'en' : 'nl';
  const texts = allTexts[language];
  const said = texts.commission.scan;
  const documents = openDocuments();
  const table: TableRead =
    statSync(file).size > LARGEST_TABLE
      ? { kind: 'not-read', why: 'too-large' }
      : await documents.readTable(readFileSync(file));
  if (table.kind === 'not-read') {
    complain(`${file}: ${said.notRead[table.why]}`);
    return 2;
  }
  const library = await openLibrary(readConfig());
  const found = recognise(table.sheets, library.knowledge.approach);
  if (!found) {
    complain(`${file}: ${said.notRead.empty}`);
    return 2;
  }
  for (const line of preview(found, table, library, texts, language)) complain(line);
  const lines = scanned(found, library);
  const words = { knowledge: library.knowledge, texts, language } as const;
  if (values.json) printAll(lines.map((line) => JSON.stringify(lineOf(line, words))));
  else for (const line of told(lines, texts)) print(line);
  if (values.out !== undefined) {
    writeFileSync(values.out, await documents.book(sheetsOf(found, lines, words)), { mode: 0o600 });
    complain(said.written(values.out));
  }
  if (values.chart !== undefined) {
    writeFileSync(values.chart, await documents.chart(chancesByQuarter(lines, texts)), { mode: 0o600 });
    complain(said.written(values.chart));
  }
  return 0;
}

function scanned(found: Recognised, library: Library): Scanned[] {
  const today = todayInAmsterdam();
  const suppliers = suppliersOf(library.knowledge);
  const decide = (facts: Facts) => {
    const decision = library.decide(facts, today, suppliers);
    if ('kind' in decision) throw new Error(`the check has no amounts for ${today}`);
    return decision;
  };
  const advise = createAdviser({ approach: library.knowledge.approach, suppliers: library.suppliers, today, decide });
  const lines: Scanned[] = [];
  for (const line of scan(found, { tell: library.tellSubject, advise, lexicon: library.lexicon })) {
    lines.push(line);
    if (lines.length % EVERY === 0) complain(`${lines.length} …`);
  }
  return lines;
}

/** Which column was taken for what, before anything is made of it. */
function preview(
  { sheet, titles, columns, guessed, yearly }: Recognised,
  table: Extract<TableRead, { kind: 'read' }>,
  library: Library,
  texts: Texts,
  language: 'nl' | 'en',
): string[] {
  const said = texts.commission.scan;
  const row = sheet.rows[titles] ?? [];
  const known = new Map(Object.entries(columns).map(([id, at]) => [at, id]));
  const nameOf = (id: string) => library.knowledge.approach.columns.find((one) => one.id === id)?.[language][0] ?? id;
  return [
    `${said.recognised} (${sheet.name}):`,
    ...row.map((cell, at) => {
      const id = known.get(at);
      return `  ${textOf(cell) || `#${at + 1}`}: ${id ? nameOf(id) : said.other}`;
    }),
    ...(guessed ? [said.guessed] : []),
    ...(yearly ? [said.yearly] : []),
    ...(table.notes.includes('macros') ? [said.macros] : []),
  ];
}

/** What a calendar comes to, and what has to be filled in. */
function told(lines: readonly Scanned[], texts: Texts): string[] {
  const said = texts.commission.scan;
  const open = unclearOf(lines);
  const counts = (['high', 'some', 'none', 'unclear'] as const).map(
    (chance) => `${texts.commission.chances[chance]}: ${lines.filter(({ advice }) => advice.chance === chance).length}`,
  );
  return [
    said.lines(lines.length),
    ...counts,
    ...(open.length > 0
      ? [said.open(open.length), ...open.map(({ row, description }) => `  ${row}. ${description}`)]
      : []),
  ];
}
