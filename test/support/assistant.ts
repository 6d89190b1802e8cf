import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { type BotParts, createBot } from '../../src/bot.ts';
import type { Made } from '../../src/journeys/journey.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Assistant, Log, Quotable, Vocabulary } from '../../src/ports.ts';
import { plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { TODAY } from './day.ts';

/** What reached a model, in order. */
export type Reached = { text: string; passages?: readonly Quotable[]; vocabulary?: Vocabulary };
export type Fake = Assistant & { reached: Reached[] };

/** A model that does what a test says, and keeps what it got. Without a way to do something it knows nothing. */
export function fakeAssistant(does: Partial<Assistant> = {}): Fake {
  const reached: Reached[] = [];
  return {
    reached,
    async answer(text, passages, language) {
      reached.push({ text, passages });
      return does.answer?.(text, passages, language);
    },
    async read(text, vocabulary) {
      reached.push({ text, vocabulary });
      return does.read?.(text, vocabulary);
    },
  };
}

export type Heard = { replies: Reply[]; text: string; made: Made };
export type Talk = (text: string, more?: { who?: string; place?: string; locale?: 'nl' | 'en' }) => Promise<Heard>;

/** Asks the bot one thing after another; each in a place of its own, unless a place is named. */
export async function talk(library: Library, parts: Partial<BotParts> = {}): Promise<Talk> {
  const bot = createBot({
    store: await openLowdbStore({ today: () => TODAY }),
    library: () => library,
    documents: createDocuments(),
    log: strict,
    now: () => new Date(`${TODAY}T10:00:00Z`),
    today: () => TODAY,
    send: () => undefined,
    ...parts,
  });
  let turns = 0;
  return async (text, { who = 'ann', place, locale } = {}) => {
    turns += 1;
    const at = { channel: 'web' as const, id: place ?? `plek ${turns}` };
    const { messages, made } = await bot.handle({
      id: `vraag ${turns}`,
      from: { id: `web:${who}`, name: who },
      at,
      input: { kind: 'text', text },
      ...(locale ? { locale } : {}),
    });
    if (!made) throw new Error(`nothing was made of: ${text}`);
    const replies = messages.map(({ reply }) => reply);
    return { replies, made, text: replies.map((reply) => plainText(reply, texts[reply.language])).join('\n\n') };
  };
}

/** What goes wrong inside the bot is an error here: a person would only see an apology. */
const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};
