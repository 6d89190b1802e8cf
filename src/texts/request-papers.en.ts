import type { requestPapersNl } from './request-papers.nl.ts';

/** What the bot says about the papers of a purchase request, in English. */
export const requestPapersEn: typeof requestPapersNl = {
  buttons: { proof: 'File card', mail: 'Draft a quote e-mail' },
  proof: {
    title: (number) => `File card ${number}`,
    request: 'The request',
    posted: 'Posted on',
    check: 'The check',
    outcome: 'Outcome',
    checkNumber: 'Number of its card',
    checkedOn: 'Day of the check',
    noCheck: 'No check was done for this request.',
    notKept: 'not kept',
    choice: 'The choice',
    chosen: 'Supplier',
    noChoice: 'No supplier has been chosen yet.',
    alternatives: 'Other suppliers that were shown',
    noAlternatives: 'No other suppliers were shown.',
    bought: 'The purchase',
    boughtFrom: 'Bought from',
    boughtFor: 'Amount',
    notBought: 'Nothing has been bought yet.',
    events: 'Who did what, and when',
    roles: { requester: 'requester', buyer: 'buyer', 'stand-in': 'stand-in' },
    event: (day, event, role) => `${day}: ${event} (${role})`,
    note: (day) => `This card was made on ${day}. It shows what was recorded. It is not a decision.`,
  },
  mail: {
    lead: 'Here is a draft of an e-mail. I send nothing. Read it, fill in your name and send it yourself. The e-mail itself is in Dutch, because most suppliers read Dutch. Below it stands the same in English.',
    same: 'The same e-mail in English:',
    to: (email) => `The address in my list is ${email}. Check whether it is right.`,
    noAddress: 'I know no e-mail address of this supplier. Please look it up.',
    notNow: 'You draft a quote e-mail when the request is picked up and not done yet.',
  },
};
