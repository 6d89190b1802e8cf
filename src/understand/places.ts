import type { Lexicon } from './lexicon.ts';
import type { NameFound } from './names.ts';
import type { Stemmed } from './phrases.ts';
import { isFunctionWord } from './things.ts';

const AREA_CUES = new Set([
  'in',
  'wijk',
  'uit',
  'near',
  'bij',
  'rond',
  'around',
  'buurt',
  'omgeving',
  'naar',
  'stadsdeel',
]);
const OUTSIDE = new Set(['buiten', 'outside', 'niet', 'not', 'behalve']);
const NO_AREA = new Set(['gemeente', 'stad', 'city', 'municipality', 'van', 'fc', 'universiteit']);

/** The smallest area that is named; the name of the organisation is no place. */
export function readArea(tokens: readonly Stemmed[], lexicon: Lexicon): string | undefined {
  const found = lexicon.areas.all(tokens).filter(({ id, start, words }) => {
    const before = tokens[start - 1]?.folded ?? '';
    if (id === 'utrecht' && words === 1 && NO_AREA.has(before)) return false;
    if (OUTSIDE.has(before) || OUTSIDE.has(tokens[start - 2]?.folded ?? '')) return false;
    const follows = tokens[start + words]?.folded;
    const alone = follows === undefined || isFunctionWord(follows);
    return !lexicon.areaNeedsCue.has(id) || words > 1 || AREA_CUES.has(before) || (alone && tokens.length > 1);
  });
  const ids = [...new Set(found.map(({ id }) => id))];
  const smallest = ids.filter((id) => !ids.some((other) => lexicon.areaParents.get(other)?.includes(id)));
  return smallest.length === 1 ? smallest[0] : undefined;
}

/** A town is no thing: nothing in Houten is made of wood. */
export function withoutAreas(tokens: readonly Stemmed[], area: string | undefined, lexicon: Lexicon): Stemmed[] {
  const places = lexicon.areas.all(tokens).filter(({ id }) => id === area);
  return places.length === 0 ? [...tokens] : without(tokens, places);
}

/** Words of a name say nothing about what is wanted: "Buurtcafé Vonk" asks for no café. */
export function without(tokens: readonly Stemmed[], names: readonly NameFound[]): Stemmed[] {
  return tokens.map((token, index) =>
    names.some(({ start, end }) => index >= start && index < end) ? { ...token, folded: '', nl: '', en: '' } : token,
  );
}
