import { Progress } from '../progress.ts';
import type { Reading } from '../understand/read.ts';
import type { Slots } from '../understand/slots.ts';
import type { Context } from './journey.ts';

/** What counts now: said here, or said before and not taken back. */
export function merged(context: Context): Progress {
  const { reading, progress, library, followUp } = context;
  if (!reading) return progress;
  const { supplier: _named, category, ...details } = reading.slots;
  const strongest = reading.things[0]?.weight ?? 0;
  const heard = reading.things.filter(({ weight }) => weight >= Math.max(0.45, strongest * 0.6));
  const words = [...new Set(reading.stems)];
  const sameSubject =
    followUp || (category !== undefined && category === progress.slots.category && progress.subject === 'suppliers');
  const anew = reading.signals.has('list-all') && heard.length === 0;
  if (
    !anew &&
    sameSubject &&
    (heard.length === 0 ||
      category === undefined ||
      category === progress.slots.category ||
      isChoice(category, context))
  )
    return {
      ...progress,
      things: heard.length > 0 ? narrowed(heard, library.lexicon.things) : progress.things,
      words: words.length > 0 && heard.length === 0 && progress.things.length === 0 ? words : progress.words,
      mentions: heard.length > 0 ? [...reading.mentions] : [...progress.mentions, ...reading.mentions],
      slots: clean({
        ...progress.slots,
        supplier: undefined,
        ...details,
        ...dietsOf(progress.slots, reading),
        ...(category ? { category } : {}),
      }),
      seen: reading.signals.has('more') && heard.length === 0 && words.length === 0 ? progress.seen : [],
      open: undefined,
    };
  const wanted = category ?? library.lexicon.things.get(heard[0]?.id ?? '')?.category;
  const isForPeople = library.lexicon.things.get(wanted ?? '')?.forPeople === true;
  return Progress.parse({
    language: progress.language,
    things: heard,
    words,
    mentions: [...reading.mentions],
    slots: clean({ ...keptOf(progress, reading, isForPeople), ...(category ? { category } : {}), ...details }),
  });
}

/** One of the things that the open question asks about. */
function isChoice(category: string, { progress, library: { lexicon } }: Context): boolean {
  const asked = lexicon.ambiguous.find(({ rule }) => rule.id === progress.open)?.rule;
  return asked?.choices.some(({ thing }) => lexicon.things.get(thing)?.category === category) ?? false;
}

const ADDING = new Set(['en', 'met', 'ook', 'alleen', 'erbij', 'dan', 'and', 'with', 'also', 'only']);

/** A few words that add something else to the same occasion: when and where stay, and for how many where it is for people. */
function keptOf({ slots, subject }: Progress, { weighty, tokens }: Reading, isForPeople: boolean): Slots {
  const adds = ADDING.has(tokens[0]?.folded ?? '') || ADDING.has(tokens.at(-1)?.folded ?? '');
  if (subject !== 'suppliers' || weighty > 4 || !adds) return {};
  const { people, date, area } = slots;
  return clean({ ...(isForPeople ? { people } : {}), date, area });
}

/** A diet is added to those named before, unless it takes their place: leaving one out could harm somebody. */
function dietsOf(before: Slots, { slots, signals }: Reading): Pick<Slots, 'diet'> {
  if (!slots.diet || !before.diet || signals.has('instead')) return {};
  return { diet: [...new Set([...before.diet, ...slots.diet])] };
}

/** A more precise word takes the place of the general one. */
function narrowed(things: Progress['things'], tree: ReadonlyMap<string, { category: string }>): Progress['things'] {
  const precise = things.filter(({ id }) => tree.get(id)?.category !== id);
  return [...(precise.length > 0 ? precise : things)];
}

function clean(slots: { [Key in keyof Slots]?: Slots[Key] | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined)) as Slots;
}
