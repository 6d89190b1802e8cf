/** Words one may have meant, found by their first sound and their length, so that a look-up stays short however long the list. */
export type SpellIndex = {
  /** `stem` is another form of the same word, by which it is found too. */
  add(word: string, stem?: string): void;
  nearest(word: string): string | undefined;
};

/** Forms of one first sound and length, with what rules most of them out before any letter is compared. */
type Bucket = { forms: string[]; sounds: number[]; letters: number[] };

const SHORT = 4;

export function createSpellIndex(): SpellIndex {
  const words = new Map<string, string>();
  const buckets = new Map<string, Bucket>();
  const sounds = new Map<string, number>();
  /** Most questions are spelt right: what was added is only put in its place once somebody looks for a word. */
  let added: [form: string, word: string][] = [];
  function put(form: string, word: string): void {
    if (form.length < 4 || words.has(form)) return;
    words.set(form, word);
    const key = bucketOf(form, form.length);
    const bucket = buckets.get(key) ?? { forms: [], sounds: [], letters: [] };
    buckets.set(key, bucket);
    const heard = sound(form);
    const id = sounds.get(heard) ?? sounds.size;
    sounds.set(heard, id);
    bucket.forms.push(form);
    bucket.sounds.push(id);
    bucket.letters.push(lettersOf(form));
  }
  return {
    add(word, stem) {
      added.push([word, word]);
      if (stem !== undefined && stem !== word) added.push([stem, word]);
    },
    nearest(word) {
      const most = allowed(word);
      if (most === 0) return undefined;
      for (const [form, meant] of added) put(form, meant);
      added = [];
      let best: string | undefined;
      let bestDistance = most + 0.5;
      const shortest = word.length === SHORT ? SHORT + 1 : word.length - most;
      const near = Array.from({ length: word.length + most + 1 - shortest }, (_, more) =>
        buckets.get(bucketOf(word, shortest + more)),
      ).filter((bucket) => bucket !== undefined);
      if (near.length === 0) return undefined;
      const sounded = sounds.get(sound(word)) ?? -1;
      const letters = lettersOf(word);
      for (const bucket of near) {
        for (let at = 0; at < bucket.forms.length; at++) {
          const alike = bucket.sounds[at] === sounded;
          if (!alike && bitsIn((bucket.letters[at] as number) ^ letters) > 2 * most) continue;
          const candidate = bucket.forms[at] as string;
          const typed = distance(word, candidate, most);
          const found = alike ? Math.min(typed, 0.4) : typed;
          if (found < bestDistance) [best, bestDistance] = [candidate, found];
        }
      }
      return best === undefined ? undefined : words.get(best);
    },
  };
}

/** Which letters a word has, a bit each. One slip changes two bits at most. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** One slip in five letters, two from eight on. Four letters can only be five of which one was forgotten: lunc. */
function allowed(word: string): number {
  if (word.length < SHORT || word.length > 60) return 0;
  return word.length < 8 ? 1 : 2;
}

const FIRST: Record<string, string> = { c: 'k', q: 'k', z: 's', v: 'f', y: 'i', j: 'i' };

function bucketOf(word: string, length: number): string {
  const first = word[0] ?? '';
  return (FIRST[first] ?? first) + length;
}

/** How a Dutch word sounds, near enough: ij and ei, c and k, lunsj and lunch, a letter twice. */
export function sound(word: string): string {
  return word
    .replace(/ij|ei|y/g, 'ei')
    .replace(/ou|au/g, 'au')
    .replace(/ph/g, 'f')
    .replace(/ch|sj|g/g, 'g')
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
