/** Lets so many through at a time; the others wait for their turn. */
export type Gate = { enter(): Promise<void>; leave(): void };

export function createGate(most: number): Gate {
  let free = most;
  const waiting: (() => void)[] = [];
  return {
    async enter() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave() {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
