import { foldedWords } from '../understand/fold.ts';
import { eurosIn } from './money.ts';
import { type TimesAYear, timesAYear } from './period.ts';
import { scaleIn } from './scale.ts';
import type { Approach, ColumnId } from './subject.ts';
import { type Cell, isEmptyRow, type Sheet, textOf } from './table.ts';
import { vatIn } from './vat.ts';

/** A sheet with its titles found. `columns`: the place of each column that was recognised. */
export type Recognised = {
  sheet: Sheet;
  /** The place of the row of titles; -1 where there is none. */
  titles: number;
  columns: Partial<Record<ColumnId, number>>;
  /** No title told what is bought: the column with most words was taken. */
  guessed: boolean;
  vat: 'included' | 'excluded' | undefined;
  /** The value is for one year or a part of it: what counts is the whole term. */
  yearly: boolean;
  times: TimesAYear | undefined;
  /** So many euros is a one in the column of values. */
  scale: number;
  /** A scale stands beside the table that does not go with its numbers: nobody knows what they are worth. */
  unsure: boolean;
};

/** Titles stand below a heading at most this far. */
const HIGHEST_TITLES = 20;
const LOOKED_AT = 200;

/** The sheet that looks most like a calendar, with its columns by name. Undefined where no sheet has a line. */
export function recognise(sheets: readonly Sheet[], approach: Approach): Recognised | undefined {
  const all = sheets
    .filter(({ rows }) => rows.some((row) => !isEmptyRow(row)))
    .map((sheet) => recogniseOne(sheet, approach));
  const worth = ({ columns, guessed }: Recognised) => Object.keys(columns).length - (guessed ? 2 : 0);
  return all.toSorted((a, b) => worth(b) - worth(a))[0];
}

function recogniseOne(sheet: Sheet, { columns: names }: Approach): Recognised {
  const tried = sheet.rows.slice(0, HIGHEST_TITLES).map((row, at) => ({ at, columns: columnsIn(row, names) }));
  const known = ({ columns }: (typeof tried)[number]) =>
    Object.keys(columns).length + (columns.description === undefined ? 0 : 1.5);
  const best = tried.toSorted((a, b) => known(b) - known(a) || a.at - b.at)[0];
  const first = sheet.rows.findIndex((row) => !isEmptyRow(row));
  const titles = best && known(best) > 1 ? best.at : first;
  const columns = best && known(best) > 1 ? best.columns : {};
  const row = sheet.rows[titles] ?? [];
  const guessed = columns.description === undefined;
  const description = columns.description ?? wordiest(sheet.rows.slice(titles + 1), columns);
  const valueTitle = textOf(row[columns.value ?? -1]);
  const times = timesAYear(valueTitle);
  const beside = columns.value === undefined ? undefined : scaleBeside(sheet, titles);
  const unsure = scaleIn(valueTitle) === undefined && beside !== undefined && areWhole(sheet, titles, columns.value);
  return {
    sheet,
    titles,
    columns: { ...columns, description },
    guessed,
    vat: vatIn(valueTitle),
    yearly: typeof times === 'number',
    times,
    scale: scaleIn(valueTitle) ?? (unsure ? undefined : beside) ?? 1,
    unsure,
  };
}

const OF_MONEY = /bedrag|waarde|raming|cijfers|getallen|budget|euro|\beur\b|€|amount|value|figure/i;

/** "Bedragen x € 1.000" above the titles, in the name of the sheet, or by itself on a line below. */
function scaleBeside({ name, rows }: Sheet, titles: number): number | undefined {
  const texts = [
    name,
    ...rows
      .slice(0, titles + 1)
      .flat()
      .map(textOf),
    ...[...rows.slice(titles + 1, titles + LOOKED_AT), ...rows.slice(-HIGHEST_TITLES)].flatMap((row) => {
      const [only, more] = row.map(textOf).filter((text) => text !== '');
      return only !== undefined && more === undefined ? [only] : [];
    }),
  ];
  return texts.flatMap((text) => (text.length <= 100 && OF_MONEY.test(text) ? (scaleIn(text) ?? []) : []))[0];
}

/** In thousands hardly any number is this large. */
const LARGE = 10_000;

/** Half of the numbers or more look like whole euros. */
function areWhole({ rows }: Sheet, titles: number, at: number | undefined): boolean {
  const worth = rows.slice(titles + 1, titles + 1 + LOOKED_AT).flatMap((row) => eurosIn(row[at ?? -1]) ?? []);
  return worth.length > 0 && worth.filter((euros) => euros >= LARGE).length * 2 >= worth.length;
}

/** Each column goes to the title that fits it best, and each title to one column. */
function columnsIn(row: readonly Cell[], names: Approach['columns']): Partial<Record<ColumnId, number>> {
  const fits = row.flatMap((cell, at) => {
    const title = foldedWords(textOf(cell));
    if (title.length === 0 || title.length > 8 || typeof cell !== 'string') return [];
    return names.flatMap(({ id, nl, en }) => {
      const score = Math.max(...[...nl, ...en].map((name) => fitOf(title, foldedWords(name))));
      return score > 0 ? [{ id, at, score }] : [];
    });
  });
  const found: Partial<Record<ColumnId, number>> = {};
  const taken = new Set<number>();
  for (const { id, at } of fits.toSorted((a, b) => b.score - a.score || a.at - b.at)) {
    if (found[id] !== undefined || taken.has(at)) continue;
    found[id] = at;
    taken.add(at);
  }
  return found;
}

/** A title that is the name itself, then one that begins with it, then one that holds it; longer names tell more. */
function fitOf(title: readonly string[], name: readonly string[]): number {
  const at = title.findIndex((_, start) => name.every((word, place) => title[start + place] === word));
  if (at < 0) return 0;
  const length = name.join(' ').length;
  if (name.length === title.length) return 100 + length;
  return length + (at === 0 ? 5 : 0);
}

function wordiest(rows: readonly (readonly Cell[])[], taken: Partial<Record<ColumnId, number>>): number {
  const used = new Set(Object.values(taken));
  const words: number[] = [];
  for (const row of rows.slice(0, LOOKED_AT))
    row.forEach((cell, at) => {
      if (typeof cell === 'string' && !used.has(at))
        words[at] = (words[at] ?? 0) + foldedWords(cell).filter((word) => /^[a-z]{3,}/.test(word)).length;
    });
  const most = Math.max(0, ...words.map((count) => count ?? 0));
  return Math.max(
    0,
    words.findIndex((count) => count === most && most > 0),
  );
}
