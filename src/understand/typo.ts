/** Words one may have meant, found by their first sound and their length, so that a look-up stays short however long the list. */
export type SpellIndex = {
  /** `stem` is another form of the same word, by which it is found too. */
  add(word: string, stem?: string): void;
  nearest(word: string): string | undefined;
};

export function createSpellIndex(): SpellIndex {
  const words = new Map<string, string>();
  const buckets = new Map<string, string[]>();
  function put(form: string, word: string): void {
    if (form.length < 4 || words.has(form)) return;
    words.set(form, word);
    const key = bucketOf(form, form.length);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(form);
    else buckets.set(key, [form]);
  }
  return {
    add(word, stem) {
      put(word, word);
      if (stem !== undefined && stem !== word) put(stem, word);
    },
    nearest(word) {
      const most = allowed(word);
      if (most === 0) return undefined;
      let best: string | undefined;
      let bestDistance = most + 0.5;
      const sounded = sound(word);
      for (let length = word.length - most; length <= word.length + most; length++)
        for (const candidate of buckets.get(bucketOf(word, length)) ?? []) {
          const typed = distance(word, candidate, most);
          const heard = sound(candidate) === sounded ? 0.4 : typed;
          const found = Math.min(typed, heard);
          if (found < bestDistance) [best, bestDistance] = [candidate, found];
        }
      return best === undefined ? undefined : words.get(best);
    },
  };
}

/** One slip in five letters, two from eight on. */
function allowed(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

const FIRST: Record<string, string> = { c: 'k', q: 'k', z: 's', v: 'f', y: 'i', j: 'i' };

function bucketOf(word: string, length: number): string {
  const first = word[0] ?? '';
  return (FIRST[first] ?? first) + length;
}

/** How a Dutch word sounds, near enough: ij and ei, c and k, a letter twice. */
export function sound(word: string): string {
  return word
    .replace(/ij|ei|y/g, 'ei')
    .replace(/ou|au/g, 'au')
    .replace(/ph/g, 'f')
    .replace(/ch|g/g, 'g')
    .replace(/c|q/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/dt$|d$/g, 't')
    .replace(/(.)\1+/g, '$1');
}

/** Slips between two words (a letter more, less, other, or two turned round); more than `most` is not counted out. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
