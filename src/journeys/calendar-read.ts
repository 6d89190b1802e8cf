import { setImmediate } from 'node:timers';
import type { FilledLine } from '../calendar-so-far.ts';
import { sheetsOf } from '../commission/book.ts';
import { type Recognised, recognise } from '../commission/columns.ts';
import { byDepartment, type Department, departmentIn } from '../commission/department.ts';
import { comparedWith, keptLine, type Remembered } from '../commission/memory.ts';
import { chancesByQuarter, picturePlain } from '../commission/picture.ts';
import { type Scanned, scan } from '../commission/scan.ts';
import { type Since, since } from '../commission/since.ts';
import { type FileRef, fileOf, XLSX } from '../file.ts';
import { type HandedOver, type HandedRead, readHanded } from '../handed.ts';
import type { Turn } from '../turn.ts';
import { adviserOf } from './commission-advice.ts';
import type { Context } from './journey.ts';

/** A calendar of which every line was looked at, with the files that tell it. */
export type CalendarScanned = {
  kind: 'scanned';
  found: Recognised;
  macros: boolean;
  lines: readonly Scanned[];
  departments: readonly Department[];
  /** What changed since a day; absent where no earlier calendar of it is known. */
  since?: Since & { on: string };
  book: FileRef;
  picture: { file: FileRef; alt: string };
};
export type CalendarRead = CalendarScanned | Exclude<HandedRead, { kind: 'read' }> | { kind: 'too-many' };

/** A longer table is no calendar of a department; the command line reads it all the same. */
export const MOST_LINES = 20_000;
/** So many lines are read in one go; then others get their turn. */
const SLICE = 100;
/** A line is the same one when it begins so. */
const LONGEST_WHAT = 80;

/** Fetches a calendar and makes of it all that can be made, with what was said of its lines and its department. */
export async function readCalendar(
  turn: Turn,
  file: HandedOver,
  told: { filled: readonly FilledLine[]; department?: string | undefined },
  context: Context,
): Promise<CalendarRead> {
  const { library, texts, language } = context;
  const table = await readHanded(turn.at, file, context);
  if (table.kind !== 'read') return table;
  const found = recognise(table.sheets, library.knowledge.approach);
  if (!found) return { kind: 'not-read', why: 'empty' };
  if (found.sheet.rows.length > MOST_LINES) return { kind: 'too-many' };
  const lines = await scanned(found, told.filled, context);
  const departments = byDepartment(lines, told.department ?? departmentIn(file.name));
  const changed = await changedSince(departments, context);
  const words = { knowledge: library.knowledge, texts, language };
  const chart = chancesByQuarter(lines, words);
  const name = file.name.replace(/\.[^.]*$/, '');
  const book = await context.documents.book(sheetsOf(found, lines, words, changed));
  const picture = await context.documents.chart(chart);
  return {
    kind: 'scanned',
    found,
    macros: table.notes.includes('macros'),
    lines,
    departments,
    ...(changed ? { since: changed } : {}),
    book: fileOf(texts.calendar.files.book(name), XLSX, book),
    picture: {
      file: fileOf(texts.calendar.files.picture(name), 'image/png', picture),
      alt: picturePlain(chart, words),
    },
  };
}

/** In slices, so that a long calendar keeps nobody else waiting. */
async function scanned(found: Recognised, filled: readonly FilledLine[], context: Context): Promise<Scanned[]> {
  const { library } = context;
  const scanner = { tell: library.tellSubject, advise: adviserOf(context), lexicon: library.lexicon };
  const lines: Scanned[] = [];
  for (const line of scan(found, scanner, (row, what) => saidOf(row, what, filled))) {
    lines.push(line);
    if (lines.length % SLICE === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return lines;
}

/** What was said of a line counts only for that line: in a file that was mended, rows move. */
function saidOf(row: number, what: string, filled: readonly FilledLine[]): string | undefined {
  const same = filled.filter((one) => one.what === whatOf(what));
  return (same.find((one) => one.row === row) ?? (same.length === 1 ? same[0] : undefined))?.text;
}

export function whatOf(description: string): string {
  return description.slice(0, LONGEST_WHAT).toWellFormed();
}

/** Each department is compared with its own last calendar; of one that is new nothing can be said. */
async function changedSince(
  departments: readonly Department[],
  { read, today }: Context,
): Promise<(Since & { on: string }) | undefined> {
  const pairs: { was: Remembered; lines: Department['lines'] }[] = [];
  await read(async ({ calendars }) => {
    for (const { id, lines } of departments) {
      const was = comparedWith(await calendars.get(id), today);
      if (was) pairs.push({ was, lines });
    }
  });
  const [first] = pairs.map(({ was }) => was.on).toSorted();
  if (first === undefined) return undefined;
  const before = pairs.flatMap(({ was }) => was.lines);
  return {
    on: first,
    ...since(
      before,
      pairs.flatMap(({ lines }) => lines.map(keptLine)),
    ),
  };
}
