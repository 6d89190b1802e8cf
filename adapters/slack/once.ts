import { bounded } from './bounded.ts';
import { ONE_PRESS, type Press } from './read.ts';

/** Presses of one button that come together are one, also where ten seconds end between them. */
export function createOnce(): (press: Press) => Press {
  const last = bounded<{ at: number; id: string }>(2000);
  return (press) => {
    if (!press.button) return press;
    const { key, at } = press.button;
    const before = last.get(key);
    if (before && Math.abs(at - before.at) < ONE_PRESS) return { ...press, id: before.id };
    last.set(key, { at, id: press.id });
    return press;
  };
}
