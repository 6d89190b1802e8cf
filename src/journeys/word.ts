import type { Quotable } from '../ports.ts';
import { bodyOf } from './explain.ts';
import type { Context } from './journey.ts';
import { citedSources } from './show.ts';
import type { Answered } from './step.ts';

/**
 * The explanation in other words, where a model gave some that say the same: only the text changes, with the sources of
 * what it cites. All else that is said stays the bot's own, and so does the text when anything is wrong with the draft.
 */
export async function worded(said: Answered, context: Context): Promise<Answered> {
  const { assistant, reading, intent, library, language } = context;
  const [own, ...others] = said.parts;
  if (!assistant || !reading || intent !== 'policy' || !said.told || own?.kind !== 'text') return said;
  const articles = said.told.flatMap((id) => library.knowledge.articles.get(id) ?? []);
  const passages: Quotable[] = articles.map((article) => ({
    id: article.id,
    text: `${article.question[language]}\n\n${bodyOf(article, context)}`,
  }));
  const draft = await assistant.answer(reading.text, passages, language);
  if (!draft) return said;
  // It brings a long list of English words, that only a draft needs.
  const { createJudge } = await import('../assistant/sound.ts');
  const judge = createJudge({ passages, own: own.text, language, library });
  if (judge(draft) !== undefined) {
    assistant.refuse();
    return said;
  }
  const cited = articles.filter(({ id }) => draft.cites.includes(id));
  const ownSources = articles[0]?.sources.length ?? 0;
  return {
    ...said,
    parts: [{ kind: 'text', text: draft.text.trim() }, ...others],
    sources: [
      ...cited.flatMap((article) => citedSources(article.sources, article, context)),
      ...said.sources.slice(ownSources),
    ],
    wordedBy: 'model',
  };
}
