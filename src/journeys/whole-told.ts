import { writeAmount } from '../knowledge/amounts.ts';
import type { Reading } from '../understand/read.ts';
import type { Context } from './journey.ts';
import type { Said } from './said.ts';
import { citedSources } from './show.ts';

/** What the whole need comes to, as far as one text tells: every time that it is bought. */
export function wholeOf({ slots: { amount, occurrences = 1 } }: Reading): number | undefined {
  return amount === undefined ? undefined : Math.round(amount * occurrences * 100) / 100;
}

/** Whose price comes with costs, or comes back, hears first that it counts together, and what it all comes to. */
export function withWholeTold(said: Said, context: Context): Said {
  const { reading, library, language, texts } = context;
  const whole = reading && wholeOf(reading);
  if (!reading || whole === undefined) return said;
  const { delivery, 'bought-before': repeated } = library.knowledge.check.signals;
  const { occurrences = 1 } = reading.slots;
  const counted = [
    ...(reading.withoutCosts === undefined ? [] : [{ text: texts.costsCount, article: delivery.article }]),
    ...(occurrences > 1 ? [{ text: texts.timesCount(occurrences), article: repeated.article }] : []),
  ];
  if (counted.length === 0) return said;
  const sources = counted.flatMap(({ article: id }) => {
    const article = library.knowledge.articles.get(id);
    return article ? citedSources(article.sources, article, context) : [];
  });
  const text = [...counted.map((one) => one.text), texts.countsWith(writeAmount(whole, 'euro', language))].join(' ');
  return {
    ...said,
    parts: [{ kind: 'text', text }, ...said.parts],
    sources: eachOnce([...said.sources, ...sources]),
  };
}

function eachOnce(sources: Said['sources']): Said['sources'] {
  return sources.filter(({ id }, at) => sources.findIndex((one) => one.id === id) === at);
}
