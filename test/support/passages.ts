import { withAmounts } from '../../src/knowledge/amounts.ts';
import type { Quotable } from '../../src/ports.ts';
import { TODAY } from './day.ts';
import { knowledge } from './library.ts';

/** The text of an article as it is shown today. */
export function ownText(id: string, language: 'nl' | 'en'): string {
  const article = knowledge.articles.get(id);
  if (!article) throw new Error(`no article ${id}`);
  return withAmounts(article.body[language], knowledge.amounts, TODAY, language);
}

/** An article and what lies next to it, as a model gets them. */
export function passagesOf(id: string, language: 'nl' | 'en'): Quotable[] {
  const related = knowledge.articles.get(id)?.related ?? [];
  return [id, ...related.slice(0, 2)].map((one) => ({
    id: one,
    text: `${knowledge.articles.get(one)?.question[language]}\n\n${ownText(one, language)}`,
  }));
}
