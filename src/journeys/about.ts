import type { Contact } from '../knowledge/schema.ts';
import type { Fact } from '../reply.ts';
import { TERMS } from '../terms.ts';
import type { Context } from './journey.ts';
import type { Answered } from './step.ts';

const ASKS =
  /^\s*(?:over|over (?:de|deze) bot|over jou|over je|colofon|about|about (?:the|this) bot|about you)\s*[?!.]*\s*$/iu;

/** "Over": what this bot is, typed as a command. */
export function asksAbout({ reading }: Context): boolean {
  return reading !== undefined && ASKS.test(reading.text);
}

/** What it is for, whether a model takes part, what it rests on, what is kept, how good it is and who looks after it. */
export function about(context: Context): Answered {
  const { texts, progress } = context;
  return {
    parts: [{ kind: 'facts', title: texts.about.title, lead: texts.about.purpose, facts: factsOf(context) }],
    sources: [],
    next: [{ label: texts.about.mine, action: { do: 'my-data' } }],
    suppliers: [],
    status: 'answered',
    progress,
    intent: 'help',
    plain: true,
  };
}

function factsOf({ texts, library, assistant, language }: Context): Fact[] {
  const said = texts.about;
  const { articles, suppliers, sources, quality, contacts } = library.knowledge;
  const count = (of: 'questions' | 'right') => (quality?.sets ?? []).reduce((sum, set) => sum + set[of], 0);
  return [
    { label: said.model, value: assistant ? said.modelOn(assistant.name ?? said.unnamed) : said.modelOff },
    { label: said.sources, value: said.sourcesOf(articles.size, suppliers.size, sources.size) },
    { label: said.kept, value: said.keptFor(TERMS.progress, TERMS.notes, TERMS.receipts / 365) },
    {
      label: said.quality,
      value: quality
        ? said.measured(count('right'), count('questions'), texts.sayDate(quality.measuredOn))
        : said.notMeasured,
    },
    { label: said.responsible, value: responsible(contacts.get('redactie'), language) },
  ];

  function responsible(contact: Contact | undefined, spoken: 'nl' | 'en'): string {
    if (!contact) return said.nobody;
    const ways = [contact.channel, contact.email, contact.phone].filter((way) => way !== null).join(', ');
    return ways === '' ? said.whoUnknown(contact.name[spoken]) : said.whoKnows(contact.name[spoken], ways);
  }
}
