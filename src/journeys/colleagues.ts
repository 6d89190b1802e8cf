import { type Experience, summaryOf } from '../experience.ts';
import type { Part } from '../reply.ts';
import type { Context } from './journey.ts';

/** What colleagues say of one supplier, when enough of them did. */
export function saidByColleagues(all: readonly Experience[], { texts }: Context): Part[] {
  const summary = summaryOf(all);
  if (!summary) return [];
  const { experience: said, requests } = texts;
  const lines = summary.lines.map(({ line, name, on }) =>
    said.quote(line ?? '', name ?? requests.someone, texts.sayDate(on)),
  );
  return [{ kind: 'text', text: [said.summary(summary.again, summary.count), ...lines].join('\n') }];
}
