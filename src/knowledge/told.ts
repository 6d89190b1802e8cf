import type { Log } from '../ports.ts';
import type { Knowledge } from './load.ts';
import { warningsOf } from './warnings.ts';

/** Says at the start what was read, and what in it wants an editor. */
export function tellOf(knowledge: Knowledge, today: string, log: Log): void {
  log.info('knowledge-read', {
    articles: knowledge.articles.size,
    suppliers: knowledge.suppliers.size,
    sources: knowledge.sources.size,
  });
  const warnings = warningsOf(knowledge, today);
  const reach = warnings.filter(({ kind }) => kind === 'no-contact').map(({ about }) => about);
  if (reach.length > 0) log.warn('contacts-to-fill-in', { file: 'contacten.yaml', contacts: reach.join(', ') });
  if (warnings.some(({ kind }) => kind === 'no-contracts'))
    log.warn('contracts-to-fill-in', { file: 'contracten.yaml' });
  const late = warnings.filter(({ kind }) => kind === 'past-review').length;
  if (late > 0) log.warn('content-past-its-review-day', { count: late });
}
