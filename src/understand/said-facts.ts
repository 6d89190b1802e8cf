import type { Lexicon } from './lexicon.ts';
import type { Found } from './phrases.ts';
import type { Slots } from './slots.ts';

/** Of two phrases that say something about the purchase the longer counts: "geen persoonlijke band" holds "persoonlijke band". */
export function whole(found: readonly Found[], { says }: Lexicon): Found[] {
  const solid = found.filter(({ gapped }) => !gapped);
  return found.filter(
    (one) =>
      !says.has(one.id) ||
      !solid.some(
        (other) =>
          other.id !== one.id &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

/** Where words stand that answer a question of the check; a word for a kind may be the thing itself. */
export function saidSpans(found: readonly Found[], { says }: Lexicon): Found[] {
  return found.filter(({ id, gapped }) => !gapped && says.has(id) && says.get(id)?.fact !== 'kind');
}

/** The answers of the check that words give. Two different answers to one question are none. */
export function saidOf(
  found: readonly Found[],
  occurrences: number | undefined,
  { says }: Lexicon,
): Pick<Slots, 'kind' | 'contract' | 'occurrences' | 'related' | 'sensitive' | 'conflictOfInterest'> {
  const said = new Map<string, Set<string>>();
  for (const { id } of found) {
    const one = says.get(id);
    if (one) said.set(one.fact, (said.get(one.fact) ?? new Set()).add(one.value));
  }
  const only = (fact: string) => (said.get(fact)?.size === 1 ? [...(said.get(fact) ?? [])][0] : undefined);
  const times = only('occurrences');
  const related = only('related');
  const points = [...(said.get('sensitive') ?? [])].filter((value) => value !== 'none');
  const kind = kindOf(said.get('kind'));
  const contract = only('contract');
  const tie = only('conflictOfInterest');
  return {
    ...(kind ? { kind } : {}),
    ...(contract ? { contract } : {}),
    ...(times && occurrences === undefined ? { occurrences: Number(times) } : {}),
    ...(related ? { related: Number(related) } : {}),
    ...(said.has('sensitive') ? { sensitive: points } : {}),
    ...(tie ? { conflictOfInterest: tie } : {}),
  };
}

/** Hiring and subsidies go another way, whatever else is said. */
function kindOf(kinds: ReadonlySet<string> | undefined): string | undefined {
  const apart = ['hiring', 'subsidy'].find((kind) => kinds?.has(kind));
  if (apart) return apart;
  return kinds?.size === 1 ? [...kinds][0] : undefined;
}
