import type { Reply } from '../../src/reply.ts';
import { pageEn } from '../../src/texts/page.en.ts';
import { type PageTexts, pageNl } from '../../src/texts/page.nl.ts';

export type Language = Reply['language'];
export const words: Record<Language, PageTexts> = { nl: pageNl, en: pageEn };

export function languageOf(value: string | undefined): Language {
  return value === 'en' ? 'en' : 'nl';
}
