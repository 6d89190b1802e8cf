import type { Knowledge } from '../knowledge/load.ts';
import type { Texts } from '../texts/texts.ts';
import type { Scanned } from './scan.ts';

type Words = { knowledge: Knowledge; texts: Texts; language: 'nl' | 'en' };

/** What the command line promises of each line. */
export type ScanLine = {
  row: number;
  subject: string;
  themes: readonly string[];
  level: 1 | 2 | 3 | null;
  chance: 'high' | 'some' | 'none' | 'unclear';
  reason: string;
  suppliers: readonly string[];
  route: string;
};

export function lineOf(scanned: Scanned, words: Words): ScanLine {
  const { row, advice } = scanned;
  const { about, themes, level, chance, suppliers } = advice;
  return {
    row,
    subject: about.kind === 'subject' ? about.subject.id : 'none',
    themes,
    level,
    chance,
    reason: reasonOf(scanned, words),
    suppliers,
    route: routeOf(scanned, words),
  };
}

/** Why the chance is what it is, in a sentence or two. */
export function reasonOf({ advice }: Scanned, { texts, language }: Words): string {
  const { about, suppliers } = advice;
  const said = texts.commission.scan;
  switch (about.kind) {
    case 'unclear':
      return said.reasons[about.why];
    case 'without':
      return about.without.why[language];
    case 'subject': {
      const why = (about.piece ?? { why: about.subject.chance.why }).why[language];
      return suppliers.length > 0 ? `${why} ${said.candidates(suppliers.length)}` : why;
    }
  }
}

/** The procedure by the rules of the check, in a few words. */
export function routeOf({ advice }: Scanned, { knowledge, texts, language }: Words): string {
  const { decision, about } = advice;
  const said = texts.commission.scan;
  if (about.kind === 'unclear') return said.routeUnknown;
  if (!decision) return about.kind === 'without' ? said.withoutRoute : said.routeUnknown;
  if (decision.outcome === 'incomplete')
    return decision.missing.includes('amount') ? said.routeUnknown : said.routeNear;
  return knowledge.check.outcomes[decision.outcome]?.name[language] ?? decision.outcome;
}
