import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suppliersOf } from '../../src/basis.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import { createAdviser } from '../../src/commission/advice.ts';
import { sheetsOf, unclearOf } from '../../src/commission/book.ts';
import { changesSaid } from '../../src/commission/changes.ts';
import { type Recognised, recognise } from '../../src/commission/columns.ts';
import { keptLine } from '../../src/commission/memory.ts';
import { chancesByQuarter } from '../../src/commission/picture.ts';
import { columnsSeen } from '../../src/commission/preview.ts';
import { lineOf } from '../../src/commission/said.ts';
import { type Scanned, scan } from '../../src/commission/scan.ts';
import { type Since, since } from '../../src/commission/since.ts';
import { LARGEST_TABLE, type NotRead, type TableRead } from '../../src/commission/table.ts';
import { readConfig } from '../../src/config.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import { openDocuments, openLibrary } from '../../src/open.ts';
import type { Documents } from '../../src/ports.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { texts as allTexts, type Texts } from '../../src/texts/texts.ts';
import { complain, print, printAll } from './output.ts';

const USAGE = `impact scan FILE [--out FILE.xlsx] [--chart FILE.png] [--locale en]   chances for impact in a purchasing calendar (CSV or XLSX)
impact scan FILE --before OLD                      and what changed since an earlier one
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
      before: { type: 'string' },
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
  const library = await openLibrary(readConfig());
  const now = await readCalendar(file, documents, library);
  if ('why' in now) {
    complain(`${file}: ${said.notRead[now.why]}`);
    return 2;
  }
  const before = values.before === undefined ? undefined : await readCalendar(values.before, documents, library);
  if (before && 'why' in before) {
    complain(`${values.before}: ${said.notRead[before.why]}`);
    return 2;
  }
  const { found, table } = now;
  for (const line of preview(found, table, library, texts, language)) complain(line);
  const lines = scanned(found, library);
  const changed = before && since(scanned(before.found, library).map(keptLine), lines.map(keptLine));
  const words = { knowledge: library.knowledge, texts, language } as const;
  if (values.json) printAll(lines.map((line) => JSON.stringify(lineOf(line, words))));
  else for (const line of [...told(lines, texts), ...toldSince(changed, values.before, words)]) print(line);
  if (values.out !== undefined) {
    writeFileSync(values.out, await documents.book(sheetsOf(found, lines, words, changed)), { mode: 0o600 });
    complain(said.written(values.out));
  }
  if (values.chart !== undefined) {
    writeFileSync(values.chart, await documents.chart(chancesByQuarter(lines, words)), { mode: 0o600 });
    complain(said.written(values.chart));
  }
  return 0;
}

type CalendarRead = { found: Recognised; table: Extract<TableRead, { kind: 'read' }> } | { why: NotRead };

async function readCalendar(file: string, documents: Documents, library: Library): Promise<CalendarRead> {
  if (statSync(file).size > LARGEST_TABLE) return { why: 'too-large' };
  const table = await documents.readTable(readFileSync(file));
  if (table.kind === 'not-read') return table;
  const found = recognise(table.sheets, library.knowledge.approach);
  return found ? { found, table } : { why: 'empty' };
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
  found: Recognised,
  table: Extract<TableRead, { kind: 'read' }>,
  { knowledge }: Library,
  texts: Texts,
  language: 'nl' | 'en',
): string[] {
  const said = texts.commission.scan;
  return [
    `${said.recognised} (${found.sheet.name}):`,
    ...columnsSeen(found, knowledge.approach, language).map(({ title, as }) => `  ${title}: ${as ?? said.other}`),
    ...(found.guessed ? [said.guessed] : []),
    ...(found.yearly ? [said.yearly] : []),
    ...(found.scale === 1 ? [] : [said.scaled(found.scale.toLocaleString(language))]),
    ...(found.unsure ? [said.unsure] : []),
    ...(table.notes.includes('macros') ? [said.macros] : []),
  ];
}

function toldSince(changed: Since | undefined, file = '', words: { texts: Texts; language: 'nl' | 'en' }): string[] {
  if (!changed) return [];
  const said = words.texts.calendar.since;
  const all = changesSaid(changed, words);
  if (all.length === 0) return [said.nothing(file)];
  const counts = said.counts(changed.fresh.length, changed.gone.length, changed.changed.length);
  return [`${said.title(file)}: ${counts}`, ...all.map((line) => `  ${line}`)];
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
