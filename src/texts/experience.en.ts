import type { experienceNl } from './experience.nl.ts';

/** What the bot says about what colleagues think of a purchase, in English. */
export const experienceEn: typeof experienceNl = {
  ask: 'Would you buy here again? Your answer helps colleagues. Your name is not with it.',
  yes: 'Yes, again',
  no: 'No, not again',
  more: (name) => `Thank you. Would you like to tell colleagues something about ${name}? You need not.`,
  line: 'One line for colleagues',
  named: 'May your name be with it?',
  nameless: 'No, without my name',
  withName: 'Yes, with my name',
  thanks: 'Thank you. Colleagues see this once there are three.',
  notYours: 'Only who made the request can say something about it, and only when it is done.',
  outside: (name) => `${name} is not in my list. So I cannot show your experience.`,
  summary: (again, count) => `**What colleagues say:** ${again} of ${count} would buy here again.`,
  quote: (line, name, date) => `- "${line}" (${name}, ${date})`,
};
