import type { requestMailNl } from './request-mail.nl.ts';

/** The e-mail that asks a supplier for a quote, for who sends it to a supplier that reads English. */
export const requestMailEn: typeof requestMailNl = {
  subject: (what) => `Subject: Request for a quote: ${what}`,
  dear: (supplier) => `Dear people of ${supplier},`,
  dearAll: 'Dear supplier,',
  lead: 'For the municipality of Utrecht we are looking for:',
  labels: { what: 'What', howMany: 'How many', wantedBy: 'Needed on', place: 'Where', wishes: 'Wishes' },
  line: (label, value) => `${label}: ${value}`,
  fillIn: '(fill in here what you need)',
  ask: 'Would you send us a quote? Please answer these questions too:',
  price: 'What is the price without VAT, and what is the price with VAT?',
  costs: 'Does this price include delivery and other costs?',
  deliverOn: (day) => `Can you deliver this on ${day}?`,
  deliver: 'When and how can you deliver this?',
  wishes: 'Can you take the wishes above into account?',
  proof: 'How do you show that you are a social enterprise? Think of a label or a register.',
  valid: 'Until which day can we accept the quote?',
  number: (id) => `The number of our request is ${id}. Please put this number on the quote.`,
  noOrder: 'This e-mail is a question and no order yet.',
  greeting: 'Kind regards,',
  name: '(fill in your name here)',
  city: 'Gemeente Utrecht',
};
