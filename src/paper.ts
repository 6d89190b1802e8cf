/** A cell of a table: a text, a number, or nothing known. A day is an ISO date. */
export type Cell = string | number | null;
export type Column = { title: string; kind: 'text' | 'number' | 'euro' | 'day' };
export type Table = { name: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

/** A page to keep outside the bot, of one file. */
export type Page = { name: string; language: 'nl' | 'en'; title: string; sections: readonly Section[] };
export type Section = { title: string; pieces: readonly Piece[] };
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'list'; lines: readonly string[] }
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  | { kind: 'table'; table: Table }
  | { kind: 'picture'; png: Uint8Array; alt: string };

/** Bars beside each other: for each label one of each series; or `stacked`, one on the other. */
export type Chart = { title: string; labels: readonly string[]; series: readonly Series[]; stacked?: boolean };
export type Series = { name: string; values: readonly number[] };
