import { z } from 'zod';
import type { Library } from '../../src/knowledge/compile.ts';
import { clean, cut } from '../../src/on-screen.ts';
import type { Fact, Reply } from '../../src/reply.ts';
import { match } from '../../src/suppliers/match.ts';
import type { Supplier } from '../../src/suppliers/supplier.ts';
import { texts } from '../../src/texts/texts.ts';
import { foldedWords } from '../../src/understand/fold.ts';
import { read } from '../../src/understand/read.ts';
import { CARD } from './card.ts';
import { render } from './render.ts';
import { type Language, words } from './words.ts';

/** The command of the manifest; its one parameter holds what was typed so far. */
export const SEARCH = { command: 'zoekLeverancier', parameter: 'wat' } as const;
const SHOWN = 8;
const LONGEST = 300;

const Query = z.object({
  commandId: z.literal(SEARCH.command),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown().optional() })).max(20),
});

/** What was typed in the search box; undefined for another command. */
export function typedIn(value: unknown): string | undefined {
  const read = Query.safeParse(value);
  if (!read.success) return undefined;
  const typed = read.data.parameters.find(({ name }) => name === SEARCH.parameter)?.value;
  return typeof typed === 'string' ? typed.slice(0, LONGEST).toWellFormed() : '';
}

/** Suppliers that fit what was typed, and those whose name begins so: best first. */
export function found(typed: string, library: Library, today: string, language?: Language): Supplier[] {
  const begun = foldedWords(typed).join(' ');
  if (begun === '') return [];
  const reading = read(typed, library.lexicon, { today, ...(language ? { language } : {}) });
  const { area, people } = reading.slots;
  const need = {
    things: reading.things,
    words: [...new Set(reading.stems)],
    mentions: reading.mentions,
    day: today,
    ...(area ? { area } : {}),
    ...(people ? { people } : {}),
  };
  const named = library.suppliers.suppliers.filter(({ name, alsoKnownAs }) =>
    [name, ...alsoKnownAs].some((one) => ` ${foldedWords(one).join(' ')}`.includes(` ${begun}`)),
  );
  const fitting = match(need, library.suppliers).best.map(({ supplier }) => supplier);
  return [...new Set([...named, ...fitting])].slice(0, SHOWN);
}

/** What Teams lists while somebody types; the one that is chosen goes into the conversation as a card. */
export function resultsOf(suppliers: readonly Supplier[], language: Language, today: string): object {
  if (suppliers.length === 0) {
    return { composeExtension: { type: 'message', text: words[language].searchNothing } };
  }
  const attachments = suppliers.map((supplier) => {
    const [card] = render(replyOf(supplier, language, today), { id: supplier.id }).attachments ?? [];
    return {
      contentType: CARD,
      content: card?.content,
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: { title: shown(supplier.name, 100), text: shown(offersOf(supplier, language), 160) },
      },
    };
  });
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A preview may hold markup; what suppliers say of themselves does not. */
function shown(text: string, most: number): string {
  return cut(clean(text), most).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function offersOf({ offers }: Supplier, language: Language): string {
  return offers.map(({ text }) => text[language]).join('; ') || texts[language].offerUnknown;
}

/** A supplier as it stands in a conversation of colleagues, with what it rests on. */
function replyOf(supplier: Supplier, language: Language, today: string): Reply {
  const said = texts[language];
  const { website, phone, email } = supplier.contact;
  const proof = [
    said.evidence[supplier.evidence.kind],
    supplier.evidence.latest ? said.latestProof(supplier.evidence.latest) : said.noDate,
    supplier.checkedOn ? said.checkedOn(supplier.checkedOn) : said.neverChecked,
    ...(supplier.reviewBy < today ? [said.pastReview] : []),
  ];
  const lead = supplier.impact?.[language];
  const facts: Fact[] = [
    { label: said.offers, value: offersOf(supplier, language) },
    { label: said.status, value: said.statuses[supplier.status] },
    { label: said.place, value: supplier.place.text?.[language] ?? said.notKnown },
    { label: said.contact, value: [website, phone, email].filter(Boolean).join(', ') || said.notKnown },
    { label: said.proof, value: proof.join('; ') },
    ...(supplier.note ? [{ label: said.watchOut, value: supplier.note[language] }] : []),
  ];
  const [first] = supplier.sources;
  return {
    language,
    parts: [
      { kind: 'facts', title: supplier.name, ...(lead ? { lead } : {}), facts },
      ...(first
        ? [
            {
              kind: 'sources' as const,
              sources: [
                {
                  id: supplier.id,
                  title: new URL(first.url).hostname,
                  at: first.supports,
                  url: first.url,
                  remark: said.recordedOn(supplier.recordedOn),
                },
              ],
            },
          ]
        : []),
    ],
  };
}
