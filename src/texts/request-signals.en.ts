import type { requestSignalsNl } from './request-signals.nl.ts';

/** What stands out about a purchase request, in English. */
export const requestSignalsEn: typeof requestSignalsNl = {
  lead: '**This stands out.** It is a signal and no control.',
  named: (number, what, date) => `${number} (${what}, ${date})`,
  which: (named, others) =>
    [...named, ...(others > 0 ? [others === 1 ? '1 other request' : `${others} other requests`] : [])].join(' and '),
  double: (which) => `The very same was asked in the last two weeks: ${which}. Is it double?`,
  addsUp: (which) => `The same team asked this too in the last twelve months: ${which}.`,
  addUp: 'Does it belong together? Then add it up and do not split.',
  bundle: (which) => `Another team asks for something like it around that day: ${which}. Buying together is possible.`,
  askBuyers: 'Ask Procurement (Inkoop) what holds then.',
  together: (total) => `Together it is ${total} without VAT.`,
  above: (line) => `Together it is above the line of ${line} without VAT.`,
  maybeAbove: (line) => `Together it may be above the line of ${line} without VAT.`,
  between: (low, high) => `${low} to ${high}`,
};
