import type { SlackTexts } from './slack.nl.ts';

/** The fixed words around the messages in Slack, in English. */
export const slackEn: SlackTexts = {
  sources: 'Sources',
  file: 'File',
  fileRefused: (name) => `I could not put the file ${name} here.`,
  more: (count) => `${count} more are not shown here: this message was full.`,
  cut: 'This message was too long. Ask about a part of it to read the rest.',
  error: 'Not right:',
  choose: 'Choose',
  helps: 'This helps',
  working: 'is looking it up…',

  share: 'Share with the channel',
  shareLabel: 'Share this answer with the whole channel',
  sharedBy: (person) => `Shared by ${person}`,
  notShared: 'I can no longer share this answer. Ask the question again in the channel.',
  privately: 'Only you can see this answer.',

  seeMessages: 'I answer in your messages with Inkopen met impact.',
  didYouMean: (command) => `Did you mean \`/impact ${command}\`?`,
  about: [
    'I am the assistant of *Inkopen met impact*, a computer program.',
    'I help you buy from social enterprises. I find suppliers and explain rules. I also check with you whether you may buy directly. I do not decide whether a purchase is allowed.',
    'Type `/impact search`, `/impact check`, `/impact mine`, `/impact request` or `/impact help`. Or just type your question after it. Do you want to know whether AI takes part and what I keep? Type "about" in a message to me.',
  ].join('\n'),
  oldButton: 'I no longer know this button. Ask your question again and I will help you.',

  ask: 'Ask your question',
  askHint: 'Leave out names and personal data.',
  askPlaceholder: 'For example: who can bring lunch for 25 people?',
  search: 'What are you looking for?',
  requestsText: 'What you asked for, what you picked up and what your team asked for.',
  searchPlaceholder: 'For example: meeting room for 12 people',
  send: 'Send',
  cancel: 'Cancel',
  askEmpty: 'Type your question first.',
  answerComes: 'The answer comes in your messages with me.',
  requestComes: 'You then see the request in your messages with me. There you check it and post it.',
  notOpened: 'The window did not open. Type your question after `/impact` and I will look it up.',

  homeTitle: 'Inkopen met impact',
  homeIntro: 'I help you buy from social enterprises. You find the answer in your messages with me.',
  doorSearch: 'Find a supplier',
  doorCheck: 'May I buy directly?',
  doorAsk: 'Ask a question',
  myChecks: 'My checks',
  noChecks: 'You have not kept a check yet.',
  checkOn: (day) => `of ${day}`,
  kept: 'What is kept about me',
  keptText: 'I forget what you say in a conversation after 30 days. A check that you keep stays for seven years.',
  seeKept: 'Show what is kept',
  whoToAsk: 'Who do I ask?',
  whoToAskText: 'If I cannot help you, I look up who you can ask.',
  seeWho: 'Who can help me?',

  promptsTitle: 'What can I help you with?',
};
