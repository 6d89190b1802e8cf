/** Remembers the last few things, for a while; what is forgotten can be asked again. */
export type Bounded<Value> = {
  get(key: string): Value | undefined;
  set(key: string, value: Value, milliseconds?: number): void;
  delete(key: string): void;
};

export function bounded<Value>(most: number, now: () => number, usual = Number.POSITIVE_INFINITY): Bounded<Value> {
  const kept = new Map<string, { value: Value; until: number }>();
  return {
    get(key) {
      const one = kept.get(key);
      return one && one.until > now() ? one.value : undefined;
    },
    set(key, value, milliseconds = usual) {
      kept.delete(key);
      kept.set(key, { value, until: now() + milliseconds });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    delete(key) {
      kept.delete(key);
    },
  };
}
