import { createDocuments } from '../adapters/documents/documents.ts';
import { createBot } from '../src/bot.ts';
import { todayInAmsterdam } from '../src/clock.ts';
import { compile } from '../src/knowledge/compile.ts';
import { openMemory } from '../src/open.ts';
import type { Log } from '../src/ports.ts';
import type { Engine } from './engine.ts';

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

/** The whole way of a question through the bot, from text to finished reply, with a store in memory. */
export const bot: Engine = {
  build(knowledge) {
    const library = compile(knowledge);
    return {
      held: library,
      async open() {
        const now = todayInAmsterdam();
        let day = now;
        let asked = 0;
        const store = await openMemory();
        const { handle } = createBot({
          store,
          library: () => library,
          documents: createDocuments(),
          log,
          today: () => day,
          send: () => undefined,
        });
        return async ({ question, conversation, locale, today }) => {
          asked += 1;
          day = today ?? now;
          const { made } = await handle({
            id: `turn ${asked}`,
            from: { id: 'bench:you', name: '' },
            at: { channel: 'cli', id: conversation ?? `single ${asked}` },
            input: { kind: 'text', text: question },
            ...(locale ? { locale } : {}),
          });
          if (!made) throw new Error(`no answer to: ${question}`);
          return made.suppliers;
        };
      },
    };
  },
};
