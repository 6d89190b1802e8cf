import type { filesNl } from './files.nl.ts';

/** What the bot says about a file that somebody hands over, in English. */
export const filesEn: typeof filesNl = {
  kinds: 'I read a table: an Excel file (.xlsx) or a CSV.',
  unread: 'I did not read your attachment. I do read a table (.xlsx or CSV), in a chat with me alone.',
  oneByOne: 'I read one file in each message.',
  notFetched: {
    gone: 'This file is no longer there. Send it again.',
    'not-here': 'I do not get to see this file here. Send it yourself, in a chat with me alone.',
    away: 'I could not fetch this file just now. Send it again in a few minutes.',
  },
};
