import type { Texts } from './texts.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function sayDate(date: string): string {
  const [year, month, day] = date.split('-');
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** Every fixed sentence the bot says, in English. nl.ts has the same keys. */
export const en: Texts = {
  source: 'Source',
  sayDate,
  sayDay: (date) => `${days[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${sayDate(date)}`,

  greeting:
    'Hi, I am the assistant of Inkopen met impact. I am a computer program. I help you buy socially. Just type your question, for example:',
  greetingBack: 'Hi! How can I help you?',
  restarted: 'We start again. What are you looking for?',
  notUnderstood: 'I did not understand that. Type what you look for in a few words, or type "restart".',
  thanksBack: 'You are welcome. Do you have another question? Just type it.',
  examples: [
    'Who can deliver sandwiches for 25 people on Thursday, vegetarian please?',
    'Nice gift for 40 volunteers',
    'Meeting room for 12 people',
    'Up to which amount may I buy directly?',
  ],
  help: [
    'This is what I can do for you:',
    '- **Find suppliers.** Type what you need, for how many people and where. For example: lunch for 20 people.',
    '- **Tell you about a supplier.** Type the name.',
    '- **Explain the rules.** For example: when do I need three quotes?',
    '- **Show what there is.** For example: all suppliers for catering.',
    'Is a supplier missing, or is something wrong? Type it and the editors will hear. I explain. I do not decide whether a purchase is allowed.',
  ].join('\n'),
  refused: 'That is not my subject. I help with buying socially: suppliers, rules and themes of the city of Utrecht.',
  complaint: 'I cannot help with a complaint. Ask your manager or Procurement (Inkoop) who you need.',
  emptyText: 'I see no words in your message. Type your question in a few words.',
  tooLong: 'Your message is very long. I read only the beginning. Can you ask your question in fewer words?',
  gone: 'That button belongs to an older message. Ask your question again and I will help you.',
  failed: (id) => `Something went wrong on my side. Your message is kept. Try again, or report this number: ${id}.`,

  understood: 'I looked for',
  lookedFor: (what) => `I looked for: ${what}.`,
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  pieces: (count) => (count === 1 ? '1 piece' : `${count} pieces`),
  perPerson: (euros) => `${euros} per person`,
  totalOf: (euros) => `${euros} in total`,
  vat: { included: 'with VAT', excluded: 'without VAT' },
  inArea: (area) => `in ${area}`,
  amountDoubt: (typed) =>
    `Which amount do you mean by ${typed}? Type it without a point or comma, for example: 1500 euros.`,

  found: (count) => (count === 1 ? 'This supplier fits:' : `These ${count} suppliers fit:`),
  foundMore: 'A few more:',
  foundIn: (where, total) => `${where}: ${total} ${total === 1 ? 'supplier' : 'suppliers'}.`,
  notExactly: (wanted) => `Nobody on my list names exactly ${wanted}. These come closest:`,
  noMore: 'That was all of them. I know no more suppliers for this question.',
  noneNearby: (area) => `I know nobody in ${area} who fits. These are somewhere else:`,
  onlyThese: 'I cannot search on from this. Ask your question again, with what you are looking for.',
  order:
    'At the top is what fits your question best, not who is best. Then it counts how strong and recent the proof is. Equals change places each day.',
  contractFirst: (category) =>
    `Before you order: ask Procurement (Inkoop) if there is a running contract for ${category}. The list of contracts is not filled in here yet.`,
  contractRuns: (category, holder) =>
    `Before you order: there is a running contract for ${category} with ${holder}. Ask the owner of that contract first.`,

  why: 'Fits because',
  whereToFind: 'Find them',
  toAsk: 'Ask them',
  place: 'Place',
  contact: 'Contact',
  proof: 'Proof',
  watchOut: 'Please note',
  unknownFacts: 'Not known',
  impact: 'Impact',
  labels: 'Labels',
  themes: 'Themes',
  status: 'Status',
  offers: 'Offers',
  reasons: {
    'offers-this': (what) => `offers: ${what}`,
    'offers-category': (what) => `offers: ${what}`,
    'mentions-this': (what) => `mentions this in: ${what}`,
    nearby: (area) => `is in ${area}`,
    'in-the-city': () => 'is in the city of Utrecht',
    'too-small': () => 'may be too small for your group',
    proven: () => 'strong proof',
    recent: () => 'recent proof',
  },
  evidence: {
    municipality: 'Buy Social names it as a company where the city buys socially (page without a date)',
    register: 'seen in a register of social enterprises',
    'third-party': 'another source describes it as social',
    'self-declared': 'its own statement only, still to be confirmed',
    'sheltered-employment': 'social employment company, still to be confirmed',
    none: 'not shown',
  },
  latestProof: (date) => `latest proof: ${sayDate(date)}`,
  noDate: 'latest proof: date unknown',
  checkedOn: (date) => `checked by the editors on ${sayDate(date)}`,
  neverChecked: 'not checked by an editor yet',
  recordedOn: (date) => `written down on ${sayDate(date)}`,
  pastReview: 'not checked again yet',
  statuses: {
    active: 'active according to the latest source',
    unknown: 'unknown: ask if the company still exists and supplies',
    stopped: 'stopped',
  },
  notKnown: 'not known',
  offerUnknown: 'offer not known',
  missing: {
    status: 'whether it still exists',
    price: 'price',
    capacity: 'for how many people',
    area: 'delivery area',
    diet: (diets) => `whether ${diets} is possible`,
    contact: 'how to reach them',
  },

  stopped: (name) => `**${name}** has stopped. It no longer exists as a supplier.`,
  unproven: (name) =>
    `It is not shown that **${name}** is a social enterprise. So I do not offer it as a social supplier.`,
  unprovenWay: 'Buying there the ordinary way may still be possible. Ask Procurement (Inkoop).',
  instead: 'These suppliers do something similar:',
  successor: (name) => `Its successor is ${name}.`,
  whereTheyAre: 'This is where they are, as far as known:',
  howToReach: 'This is how to reach them, as far as known:',
  compareIntro: 'Side by side:',
  priceUnknown: 'I do not know the price of any of these suppliers. Ask for a quote and compare. Here they are again:',
  whichSuppliers: 'Which suppliers do you want to compare? Ask a question first, or type two names.',

  seeAlso: 'See also',
  assumption: 'assumption: the city still has to confirm this',
  marks: {
    SEED: 'source of the city or a partner',
    PUBLIC: 'public page',
    ASSUMPTION: 'assumption: the city still has to confirm this',
  },
  undated: 'without a date',
  rulesToo: 'About the rules:',
  suppliersToo: 'And these are suppliers that fit:',

  unknownThing: (what) => `A social enterprise for ${what} is not in my knowledge base.`,
  unknownSubject: 'The answer to this question is not in my knowledge base.',
  unknownNext: 'I noted your question for the editors, without your name.',
  whoKnows: (name, about) => `Who may know: ${name} (${about}).`,
  whoKnowsTitle: 'Who you can ask',
  reach: (what) => `Reach them by: ${what}.`,
  reachUnknown: 'An e-mail address, phone number or channel is not filled in here yet.',
  checkNotHere: 'I cannot decide for you whether your purchase is allowed. This is what the rules say:',
  postNotHere: 'I cannot post a request for you. Ask Procurement (Inkoop). I can search suppliers for you.',
  which: 'What do you mean?',

  tipNoted:
    'Thank you for the tip. I noted it for the editors, without your name. They check if it is a social enterprise.',
  correctionNoted: 'Thank you. I noted that something is wrong, without your name. The editors will look at it.',
  rateThanks: 'Thank you, good to know.',
  rateWhy: 'Sorry about that. What was missing? The editors read this, without your name.',
  rateReasons: {
    'not-what-i-asked': 'This was not my question',
    wrong: 'It is wrong',
    'too-long': 'Too long or too difficult',
    incomplete: 'Something is missing',
  },
  rateReason: 'What was wrong?',
  rateMore: 'Do you want to add something?',
  rateNoted: 'Thank you. I noted it for the editors.',
  chooseOne: 'Choose one of the answers.',

  buttons: {
    more: 'More suppliers',
    compare: 'Compare these',
    show: (name) => `More about ${name}`,
    browse: (category) => `All for ${category}`,
    person: 'Who can I ask?',
    helpful: 'This helps',
    notHelpful: 'This does not help',
    send: 'Send',
  },
};
