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

/** An answer that lets a purchase go on: half of one is none. */
const DENIALS = new Set(['no', 'none', '0', '1']);
const DOUBTING = new Set(
  'niet not nooit never sure zeker mij denk think dacht waarschijnlijk misschien maybe probably of if whether als collega colleague hoop hope neem assume lijkt seems'.split(
    ' ',
  ),
);
const TURNING = new Set('wel maar but do except behalve tenzij unless nodig needed required though'.split(' '));
const NEAR = { before: 4, after: 4 };

/** "Volgens mij geen contract", "geen contract maar wel een raamovereenkomst": not said, so it is asked. */
function isTurned(tokens: readonly { folded: string }[], start: number, end: number): boolean {
  const before = tokens.slice(Math.max(0, start - NEAR.before), start);
  const after = tokens.slice(end, end + NEAR.after);
  return before.some(({ folded }) => DOUBTING.has(folded)) || after.some(({ folded }) => TURNING.has(folded));
}

/** The answers of the check that words give. Two different answers to one question are none. */
export function saidOf(
  found: readonly Found[],
  tokens: readonly { folded: string }[],
  occurrences: number | undefined,
  { says }: Lexicon,
): Pick<Slots, 'kind' | 'contract' | 'occurrences' | 'related' | 'sensitive' | 'conflictOfInterest'> {
  const said = new Map<string, Set<string>>();
  for (const { id, start, end } of found) {
    const one = says.get(id);
    if (one && !(DENIALS.has(one.value) && isTurned(tokens, start, end)))
      said.set(one.fact, (said.get(one.fact) ?? new Set()).add(one.value));
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
