import { createTurnstile } from './turnstile.ts';

/** Tasks that wait for each other in lines: those of one line are done one after the other, the lines beside each other. */
export type Lines = {
  /** Puts a task at the end of a line; what it throws is its own affair. */
  add(line: string, task: () => Promise<unknown>): void;
  /** How many wait or are being done: in one line, and in all. */
  of(line: string): number;
  inAll(): number;
  /** The end of each line. */
  all(): Promise<unknown>[];
};

export function createLines(): Lines {
  const pass = createTurnstile();
  const lines = new Map<string, { last: Promise<unknown>; count: number }>();
  let count = 0;
  return {
    add(line, task) {
      const before = lines.get(line) ?? { last: Promise.resolve(), count: 0 };
      const last = before.last
        .then(pass, pass)
        .then(task)
        .finally(() => {
          count -= 1;
          const now = lines.get(line);
          if (now) now.count -= 1;
          if (now?.count === 0) lines.delete(line);
        });
      count += 1;
      lines.set(line, { last, count: before.count + 1 });
    },
    of: (line) => lines.get(line)?.count ?? 0,
    inAll: () => count,
    all: () => [...lines.values()].map(({ last }) => last),
  };
}
