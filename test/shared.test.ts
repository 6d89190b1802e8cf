import { expect, it } from 'vitest';
import { shared } from '../src/shared.ts';

/** A task of which each run ends when it is told to, and says which one it was. */
function runs() {
  const ends: (() => void)[] = [];
  const task = shared(async () => {
    const number = ends.length + 1;
    await new Promise<void>((resolve) => ends.push(resolve));
    return number;
  });
  return { ends, task };
}

it('who asks during a run shares the next, that begins when this one has ended', async () => {
  const { ends, task } = runs();
  const first = task();
  const later = [task(), task(), task()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  const last = task();
  ends[1]?.();
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
  await Promise.resolve();
  ends[2]?.();
  expect(await last).toBe(3);
});

it('never runs twice at once, at whatever moment it is asked', async () => {
  let running = 0;
  let most = 0;
  const task = shared(async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  });
  const asked: Promise<void>[] = [];
  for (let moment = 0; moment < 50; moment += 1) {
    asked.push(task());
    await Promise.resolve();
  }
  await Promise.all(asked);
  expect(most).toBe(1);
});

it('a run that fails keeps no later one from being done', async () => {
  let fails = true;
  const task = shared(async () => {
    if (fails) throw new Error('no');
    return 'done';
  });
  const failed = task();
  const next = task();
  await expect(failed).rejects.toThrow('no');
  fails = false;
  await expect(next).rejects.toThrow('no');
  expect(await task()).toBe('done');
});
