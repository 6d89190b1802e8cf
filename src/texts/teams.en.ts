import type { TeamsTexts } from './teams.nl.ts';

/** The same words in English. */
export const teamsEn: TeamsTexts = {
  bot: 'Inkopen met impact',
  sources: 'Sources',
  fileTooLarge: (name) => `The file ${name} is too large to give in Teams. Ask for a smaller part.`,
  fileHeld: (name) => `Below you get the file ${name}. Choose Allow within an hour and it is in your OneDrive.`,
  fileOffered: (name) => `Below you get the file ${name}. Choose Allow and it is in your OneDrive.`,
  filePrivate: (name) => `I give you the file ${name} in a chat with me alone. Please ask again there.`,
  fileWhy: 'I made this file for you. Choose whether it may be in your OneDrive.',
  fileFailed: 'The file did not get into your OneDrive. Please ask for it again.',
  more: (count) => `${count} more are left out here: this message was full.`,
  cut: 'This message was too long. Ask about a part of it to read the rest.',
  error: 'Please note:',
  optional: 'optional',
  choose: 'Make a choice',
  fillIn: 'Please fill this in.',
  pressed: 'I have received your choice.',
  notNow: 'This did not work now. Please press the button again in a moment.',
  oldButton: 'I no longer know this button. Ask your question again and I will help you.',

  handOnTitle: 'Purchase request',
  handOnWhat: 'What do you need?',
  handOnWhy: 'Look at what is written here and add to it. Then I ask in the chat what I still miss.',
  handOnSend: 'Make the request',
  handOnDone: 'I have it. Look in the chat with Inkopen met impact: you finish the request there.',
  handOnNoChat:
    'I cannot send you a message yet. Add Inkopen met impact to Teams as an app. Then press the button again.',
  searchNothing: 'Nothing found. Type what you are looking for, for example: lunch.',
};
