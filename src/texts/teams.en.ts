import type { TeamsTexts } from './teams.nl.ts';

/** The same words in English. */
export const teamsEn: TeamsTexts = {
  bot: 'Inkopen met impact',
  sources: 'Sources',
  fileElsewhere: (name) => `I cannot give you the file ${name} in Teams. Open the check on the local page to keep it.`,
  wordedByModel: 'Written with AI. Check important facts in the sources.',
  more: (count) => `${count} more are left out here: this message was full.`,
  cut: 'This message was too long. Ask about a part of it to read the rest.',
  error: 'Please note:',
  optional: 'optional',
  choose: 'Make a choice',
  fillIn: 'Please fill this in.',
  oldButton: 'I no longer know this button. Ask your question again and I will help you.',

  searchNothing: 'Nothing found. Type what you are looking for, for example: lunch.',
};
