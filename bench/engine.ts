import type { Knowledge } from '../src/knowledge/load.ts';
import type { Line } from './questions.ts';

/** Something that finds suppliers for a question, made from the same records each time. */
export type Engine = {
  build(knowledge: Knowledge): Built;
};

export type Built = {
  /** A fresh start, in which nothing was asked before. */
  open(): Promise<Ask>;
  /** Held on to while memory is measured. */
  held: unknown;
};

/** The ids of the suppliers found, best first. */
export type Ask = (line: Line) => Promise<string[]>;
