import type { Reply } from '../../src/reply.ts';
import { teamsEn } from '../../src/texts/teams.en.ts';
import { type TeamsTexts, teamsNl } from '../../src/texts/teams.nl.ts';

export type Language = Reply['language'];
export const words: Record<Language, TeamsTexts> = { nl: teamsNl, en: teamsEn };

/** The language of a locale such as nl-NL; undefined for one that we do not speak. */
export function languageOf(locale: string | undefined): Language | undefined {
  const language = locale?.toLowerCase().split('-')[0];
  return language === 'nl' || language === 'en' ? language : undefined;
}
