/** What is filled in: an empty setting is one that is not set. */
export function given(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value]] : [])),
  );
}

/** Settings that belong together: all of `all` and one of `oneOf`, or none of them. */
export type Group = { of: string; all: readonly string[]; oneOf?: readonly string[] };

/** What is missing in a group of which some is set. */
export function missingOf({ of, all, oneOf = [] }: Group, isSet: (name: string) => boolean): string[] {
  if (![...all, ...oneOf].some(isSet)) return [];
  const missing = all.filter((name) => !isSet(name));
  const choice = oneOf.length === 0 || oneOf.some(isSet) ? [] : [oneOf.join(' of ')];
  return [...missing, ...choice].map(
    (name) => `${name}: ontbreekt, en is nodig voor ${of}; vul in, of maak alles van ${of} leeg`,
  );
}

export type Odd = { name: string; near: string };

/** A short name looks like too many others. */
const SHORTEST = 7;

/** Names that are none of ours and look like one: a slip of the pen, which would leave a part off without a word. */
export function oddNames(names: readonly string[], known: readonly string[]): Odd[] {
  return names
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !known.includes(name))
    .flatMap((name) => {
      const near = known.find((one) => looksLike(bare(name), bare(one)));
      return near ? [{ name, near }] : [];
    });
}

const bare = (name: string) => name.replaceAll('_', '');

function looksLike(name: string, known: string): boolean {
  return known.length >= SHORTEST && distance(name, known) <= Math.floor(known.length / 6);
}

/** How many letters must be added, left out, changed, or change places with the next. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const [above, left, before] = [rows[i - 1]?.[j] ?? 0, row[j - 1] ?? 0, rows[i - 1]?.[j - 1] ?? 0];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(above + 1, left + 1, before + (a[i - 1] === b[j - 1] ? 0 : 1), swap));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Number.POSITIVE_INFINITY;
}
