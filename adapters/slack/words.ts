import type { Reply } from '../../src/reply.ts';
import { slackEn } from '../../src/texts/slack.en.ts';
import { type SlackTexts, slackNl } from '../../src/texts/slack.nl.ts';

export type Language = Reply['language'];
export const words: Record<Language, SlackTexts> = { nl: slackNl, en: slackEn };
