import type { calendarNl } from './calendar.nl.ts';

/** What is said about a purchasing calendar in a conversation, in English. calendar.nl.ts has the same keys. */
export const calendarEn: typeof calendarNl = {
  read: (name, count) => `**${name}**: ${count === 1 ? '1 line' : `${count} lines`} read.`,
  filledIn: (count) =>
    count === 1 ? 'I took along what you added to 1 line.' : `I took along what you added to ${count} lines.`,
  counts: 'Chances in this calendar',
  columns: 'How I read your columns',
  left: (titles) => `The rest stays as it is: ${titles}.`,
  department: (name) => `Department: **${name}**. Not right? Type "department" and then its name.`,
  departments: (names, more) => (more > 0 ? `Departments: ${names}, and ${more} more.` : `Departments: ${names}.`),
  noDepartment: 'I do not see which department this calendar is of. If I know that, I compare it with the last time.',
  best: 'The best chances',
  noBest: 'I do not see a chance for a social enterprise in this calendar yet.',
  open: (count) =>
    count === 1 ? 'Of 1 line I do not know what it is' : `Of ${count} lines I do not know what they are`,
  openHow: (row) =>
    `Add it below, or type for example: ${row}: cleaning. You can also add it in your file and send that again.`,
  openMore: (count) =>
    count === 1 ? 'And 1 more line: see the sheet To fill in.' : `And ${count} more lines: see the sheet To fill in.`,
  unnamed: 'without a description',
  allInFile:
    'All of it is in the Excel file: your columns, mine beside them, a summary and the sources. You still have to ask each candidate.',
  unkept: 'I do not keep your file.',
  remembered: (day) =>
    `Of each line I remember the description, the subject, the chance, the value and the quarter. Who owns it I do not remember. So next time I can say what changed. That is gone after ${day}.`,
  tooMany: (most) => `This table has more than ${most} lines. Send only the sheet with the calendar.`,
  goneSince: 'I can no longer fetch your file. Send it again, then I take along what you added.',
  notOpen: (rows) => `Not found among the lines that are open: ${rows}.`,
  noCalendar:
    'Send me your purchasing calendar: an Excel file (.xlsx) or a CSV. Then I say of each line which chance there is, and who can take part.',
  files: {
    book: (name) => `${name} chances.xlsx`,
    picture: (name) => `${name} chances by quarter.png`,
  },
  fields: {
    department: 'Which department is this calendar of?',
    row: (row, words) => `Row ${row}: ${words}. What is this?`,
  },
  since: {
    title: (day) => `Changed since ${day}`,
    nothing: (day) => `Nothing changed since ${day}.`,
    counts: (fresh, gone, changed) => `${fresh} new, ${gone} gone, ${changed} different.`,
    kinds: {
      fresh: 'new',
      gone: 'gone',
      value: 'other value',
      quarter: 'other quarter',
      gained: 'better chance',
      lost: 'smaller chance',
    },
    unknown: 'unknown',
    more: (count) => (count === 1 ? 'and 1 more line' : `and ${count} more lines`),
    sheet: 'Changed',
    was: 'Was',
    is: 'Is now',
    what: 'What',
    first: 'This is the first calendar of this department that I read. Next time I say what changed.',
  },
  picture: {
    title: 'Chances by quarter and subject, in number of lines',
    others: 'other subjects',
    none: 'no chances',
  },
  remind: {
    offered: 'Do you want a note each quarter to send the new calendar?',
    on: 'Good. On the first working day of each quarter I send you a note. If you send no calendar for a year, I stop.',
    off: 'Good, you get no more notes about the purchasing calendar.',
    offAlready: 'You get no notes about the purchasing calendar.',
    notNow: 'Good, not now then. I ask again next quarter.',
    due: (departments) =>
      departments === ''
        ? 'A new quarter begins. Will you send the new purchasing calendar? Then I say what changed and where chances are.'
        : `A new quarter begins. Will you send the new purchasing calendar of ${departments}? Then I say what changed and where chances are.`,
  },
  buttons: {
    fill: 'Add this',
    remind: 'Remind me every quarter',
    unremind: 'Remind me no more',
  },
};
