/** Chance that falls the same way every run (mulberry32). */
export type Chance = {
  /** At least 0, under 1. */
  next(): number;
  /** True this share of the time. */
  happens(share: number): boolean;
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** This many different items, or all when there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[];
};

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    happens: (share) => next() < share,
    below,
    pick<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[below(items.length)] as Item;
    },
    some<Item>(items: readonly Item[], count: number): Item[] {
      const left = [...items];
      const picked: Item[] = [];
      while (picked.length < count && left.length > 0) picked.push(...left.splice(below(left.length), 1));
      return picked;
    },
  };
}
