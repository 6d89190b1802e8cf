import { type Chosen, chosenFrom, vocabularyOf } from '../assistant/vocabulary.ts';
import { stemmed } from '../understand/lexicon.ts';
import type { Reading } from '../understand/read.ts';
import type { Context } from './journey.ts';

/**
 * A text that words could not place, as a model places it in our own lists. Words go before it: it fills only what they
 * left open, and never an amount, a date, or what answers a question of ours.
 */
export async function hearAgain(context: Context): Promise<Context> {
  const { assistant, reading, library } = context;
  if (!assistant || !reading || !isLost(reading, context) || isAsking(context)) return context;
  const vocabulary = vocabularyOf(library);
  const understood = await assistant.read(reading.text, vocabulary);
  if (!understood) return context;
  const chosen = chosenFrom(vocabulary, understood);
  const { intent } = chosen;
  if (intent === undefined || (intent === 'find-supplier' && !namesSomething(chosen, reading))) {
    assistant.refuse();
    return context;
  }
  return intent === 'out-of-scope'
    ? context
    : { ...context, intent, guessed: true, reading: filled(reading, chosen, context) };
}

/** Not ours, or not understood, by words alone. What is surely not ours stays so, whatever a model makes of it. */
function isLost({ tokens, signals, weighty }: Reading, { intent, progress, library: { lexicon } }: Context): boolean {
  if (tokens.length === 0 || weighty === 0) return false;
  if ([...signals].some((id) => (lexicon.means.get(id)?.['out-of-scope'] ?? 0) > 0)) return false;
  const unheard =
    intent === 'help' && progress.subject !== 'none' && !['help', 'tip', 'correction'].some((id) => signals.has(id));
  return intent === 'out-of-scope' || unheard;
}

/** A form of ours is open, and what is typed may be for it. The check and the requests keep such texts to themselves. */
function isAsking({ progress: { commission } }: Context): boolean {
  return commission !== undefined && commission.at !== 'aside';
}

function namesSomething({ category }: Chosen, { things }: Reading): boolean {
  return category !== undefined || things.length > 0;
}

function filled(
  reading: Reading,
  { intent: _chosen, ...chosen }: Chosen,
  { library: { lexicon, knowledge }, language }: Context,
): Reading {
  const { category, theme } = chosen;
  const things = reading.things.length > 0 || category === undefined ? reading.things : [{ id: category, weight: 1 }];
  const labels = [
    theme === undefined ? undefined : knowledge.words.themes.find(({ id }) => id === theme)?.label[language],
    category === undefined ? undefined : lexicon.things.get(category)?.label[language],
  ];
  // What it is about, in words by which the articles can be searched.
  const said = stemmed(labels.filter((label) => label !== undefined).join(' '));
  return { ...reading, things, slots: { ...chosen, ...reading.slots }, tokens: [...reading.tokens, ...said] };
}
