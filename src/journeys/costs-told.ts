import { writeAmount } from '../knowledge/amounts.ts';
import type { Context } from './journey.ts';
import type { Said } from './said.ts';
import { citedSources } from './show.ts';

/** Whose price comes with costs hears first that they count, and what it all comes to. */
export function withCostsTold(said: Said, context: Context): Said {
  const { reading, library, language, texts } = context;
  const amount = reading?.slots.amount;
  if (reading?.withoutCosts === undefined || amount === undefined) return said;
  const article = library.knowledge.articles.get(library.knowledge.check.signals.delivery.article);
  const sources = article ? citedSources(article.sources, article, context) : [];
  const known = new Set(said.sources.map(({ id }) => id));
  return {
    ...said,
    parts: [{ kind: 'text', text: texts.costsCount(writeAmount(amount, 'euro', language)) }, ...said.parts],
    sources: [...said.sources, ...sources.filter(({ id }) => !known.has(id))],
  };
}
