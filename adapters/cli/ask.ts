import { z } from 'zod';
import type { Action } from '../../src/action.ts';
import { createBot } from '../../src/bot.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import type { Made } from '../../src/journeys/journey.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { WithAssistant } from '../../src/open.ts';
import type { Documents, Log, Store } from '../../src/ports.ts';
import { plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';

/** One line of a question file. */
export const Question = z.object({
  id: z.string().optional(),
  question: z.string(),
  conversation: z.string().optional(),
  locale: z.enum(['nl', 'en']).optional(),
  user: z.string().optional(),
  today: z.iso.date().optional(),
});
export type Question = z.infer<typeof Question>;

/** An answer as the machine interface promises it. */
export type Answer = {
  id: string;
  intent: Made['intent'];
  status: Made['status'];
  language: Made['language'];
  text: string;
  suppliers: string[];
  sources: Made['sources'];
  actions: string[];
  understood: Made['understood'];
};

/** Asks the bot, which remembers conversations in memory only. */
export type Asker = (question: Question) => Promise<Answer>;

const CONVERSATION_STARTS = 'single';

export function createAsker(
  library: Library,
  store: Store,
  documents: Documents,
  log: Log,
  assisted?: WithAssistant,
): Asker {
  let day = todayInAmsterdam();
  let asked = 0;
  const parts = { store, library: () => library, documents, log, today: () => day, send: () => undefined };
  const bot = createBot({ ...parts, ...assisted });
  return async (question) => {
    asked += 1;
    day = question.today ?? todayInAmsterdam();
    const id = question.id ?? `q${asked}`;
    const place = question.conversation ?? `${CONVERSATION_STARTS} ${asked}`;
    const { messages, made } = await bot.handle({
      id: `cli ${asked}`,
      from: { id: `cli:${question.user ?? 'you'}`, name: '' },
      at: { channel: 'cli', id: place },
      input: { kind: 'text', text: question.question },
      ...(question.locale ? { locale: question.locale } : {}),
    });
    if (!made) throw new Error(messages.map(({ reply }) => plainText(reply, texts[reply.language])).join('\n'));
    const text = messages.map(({ reply }) => plainText(reply, texts[reply.language])).join('\n\n');
    const { intent, status, language, suppliers, sources, understood } = made;
    return {
      id,
      intent,
      status,
      language,
      text,
      suppliers,
      sources,
      actions: actionsOf(messages.map(({ reply }) => reply)),
      understood,
    };
  };
}

/** What no outside program is promised. */
const UNNAMED: ReadonlySet<Action['do']> = new Set([
  'ask',
  'check',
  'show-receipt',
  'answer-confirmation',
  'move',
  'show-request',
  'my-requests',
  'announce-here',
  'experience',
  'hand-over',
  'answer-question',
  'note-question',
]);

const STARTS = {
  check: 'check-direct-purchase',
  requests: 'post-request',
  commission: 'start-commission',
} as const;

/** The names of what can be pressed, in the order shown; a button that only asks another question has none. */
function actionsOf(replies: readonly Reply[]): string[] {
  const names = replies
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'buttons' ? part.buttons : part.kind === 'form' ? [part.submit] : []))
    .flatMap(({ action }) => {
      if (UNNAMED.has(action.do)) return [];
      if (action.do === 'start') return [STARTS[action.journey]];
      if (action.do === 'request' || action.do === 'commission' || action.do === 'choose-level') return ['answer'];
      if (action.do === 'rate') return [action.helpful ? 'helpful' : 'not-helpful'];
      return action.do === 'rate-reason' ? ['not-helpful'] : [action.do];
    });
  return [...new Set(names)];
}
