import type { Context } from './journey.ts';
import { question } from './said.ts';
import { dietLabels } from './show.ts';
import type { Answered } from './step.ts';

/** What a model made of a text, as a question: one press searches for it, in words of ours. */
export function askBack(context: Context): Answered {
  const { texts, language, library, progress, reading } = context;
  const { slots = {}, things = [] } = reading ?? {};
  const area = library.knowledge.words.areas.find(({ id }) => id === slots.area)?.label;
  const wanted = [
    ...things.flatMap(({ id }) => library.lexicon.things.get(id)?.label[language] ?? []),
    ...(slots.people ? [texts.people(slots.people)] : []),
    ...dietLabels(slots, context),
    ...(area ? [texts.inArea(area)] : []),
  ].join(', ');
  return {
    ...question(texts.guess, progress),
    next: [{ label: wanted, action: { do: 'ask', text: wanted } }],
    understood: slots,
    plain: true,
  };
}
