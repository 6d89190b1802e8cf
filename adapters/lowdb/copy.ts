import type { DurableFile } from './file.ts';
import type { Layer } from './tables.ts';

/** The last good copy of the file. What was taken out of the store before it is made is not in it. */
export type GoodCopy = {
  make(): Promise<void>;
  /** Makes the copy anew when this message was still waiting in it: where somebody was answered is nobody's affair any longer. */
  arrived(id: string): Promise<void>;
};

export function goodCopy(disk: Pick<DurableFile, 'keepCopy'> | undefined, kept: Layer): GoodCopy {
  const waiting = new Set<string>();
  let making: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** One at a time; who asks while one is being made shares the next. */
  function make(): Promise<void> {
    next ??= making.then(() => {
      next = undefined;
      waiting.clear();
      for (const [id] of kept.rows('outbox')) waiting.add(id);
      return disk?.keepCopy();
    });
    making = next.catch(() => undefined);
    return next;
  }

  return {
    make,
    async arrived(id) {
      if (waiting.has(id)) await make();
    },
  };
}
