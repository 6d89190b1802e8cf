import type { aboutNl } from './about.nl.ts';

/** The same in English. */
export const aboutEn: typeof aboutNl = {
  title: 'About me',
  purpose:
    'I am the assistant of Inkopen met impact. I am a computer program. I find suppliers, explain rules and check with you whether you may buy directly. I do not decide whether a purchase is allowed.',
  model: 'AI',
  modelOff: 'is off. All words come from the editors and from fixed rules.',
  modelOn: (name) =>
    `is on (${name}). Sometimes AI words an explanation, or reads a question that I did not understand. An answer worded by AI says so. AI gets your question without names and numbers. AI picks no supplier and decides nothing.`,
  unnamed: 'name not filled in',
  sources: 'What I know',
  sourcesOf: (articles, suppliers, sources) =>
    `${articles} answers and ${suppliers} suppliers, from ${sources} sources. Each answer shows its source with the date.`,
  kept: 'What I keep',
  keptFor: (talk, notes, checks) =>
    `A conversation for ${talk} days. A question without an answer for ${notes} days, without your name. A check that you keep for ${checks} years. Type "my data" to see what is kept about you.`,
  quality: 'How well I answer',
  measured: (right, questions, date) => `On ${date}, ${right} of the ${questions} test questions were answered well.`,
  notMeasured: 'not measured',
  responsible: 'Who looks after this',
  whoKnows: (name, ways) => `${name}. Reach them through: ${ways}.`,
  whoUnknown: (name) => `${name}. An e-mail address, phone number or channel is not filled in yet.`,
  nobody: 'not filled in yet',
  mine: 'What is kept about me',
};
