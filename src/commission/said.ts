import { writeAmount } from '../knowledge/amounts.ts';
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

/** Why the chance is what it is, in a sentence or two; with how a value per year was counted, and what was filled in. */
function reasonOf(scanned: Scanned, words: Words): string {
  return [whyOf(scanned, words), countedOf(scanned, words), filledOf(scanned, words)].filter(Boolean).join(' ');
}

function countedOf({ yearly, project }: Scanned, { texts, language }: Words): string {
  if (yearly?.years === undefined || project.amount === undefined) return '';
  const euros = (value: number) => writeAmount(value, 'euro', language);
  return texts.commission.scan.yearlyCounted(euros(yearly.value), yearly.years, euros(project.amount));
}

function filledOf({ filled }: Scanned, { texts }: Words): string {
  return filled === undefined ? '' : texts.commission.scan.filled(filled);
}

function whyOf({ advice }: Scanned, { texts, language }: Words): string {
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
function routeOf({ advice, yearly }: Scanned, { knowledge, texts, language }: Words): string {
  const { decision, about } = advice;
  const said = texts.commission.scan;
  if (about.kind === 'unclear') return said.routeUnclear;
  if (!decision) return about.kind === 'without' ? said.withoutRoute : said.routeUnknown;
  if (yearly && yearly.years === undefined) return said.routeYearly;
  if (decision.outcome === 'incomplete')
    return decision.missing.includes('amount') ? said.routeUnknown : said.routeNear;
  return knowledge.check.outcomes[decision.outcome]?.name[language] ?? decision.outcome;
}
