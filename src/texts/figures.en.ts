import type { figuresNl } from './figures.nl.ts';

/** What the bot says about figures of purchase requests, in English. */
export const figuresEn: typeof figuresNl = {
  notYou: 'The report and the export are for buyers. Who is a buyer is in the file of colleagues.',
  title: (from, until) => `Requests from ${from} to ${until}`,
  none: 'none',
  number: (value) => value.toLocaleString('en-GB'),
  euros: (value) => value.toLocaleString('en-GB', { style: 'currency', currency: 'EUR' }),
  requests: (count) => (count === 1 ? '1 request' : `${count} requests`),
  exported: (count) => (count === 1 ? 'Here is 1 request.' : `Here are ${count} requests.`),
  nothing: 'There are no requests that fit this.',
  chosen: (what) => `Chosen: ${what}.`,
  days: (from, until) => `posted from ${from} to ${until}`,
  noNames: 'No colleague is named in it. What they typed is. Share the file only with who needs it.',
  files: { report: 'report', requests: 'requests' },
  buttons: { report: 'Show the report', xlsx: 'Export to Excel', csv: 'Export to CSV' },
  monthly: {
    title: (month) => `Monthly message: requests in ${month}`,
    quiet: (month) => `In ${month} nothing was asked for and nothing was finished.`,
    why: 'You get this message every month, because you asked for it.',
    on: (day) => `From now on you get the figures every month. The first message comes on ${day}.`,
    already: (day) => `You get the monthly message already. The next one comes on ${day}.`,
    off: 'You no longer get the monthly message.',
    never: 'You did not get the monthly message.',
    unknown: 'The monthly message is for who is in the file of colleagues. Ask the administrator to add you.',
    buttons: { on: 'Send me the figures every month', off: 'Stop the monthly message' },
  },
};
