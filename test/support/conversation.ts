import { expect } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Action } from '../../src/action.ts';
import { createBot, type Handled } from '../../src/bot.ts';
import type { Fetched, FileRef } from '../../src/file.ts';
import type { Made } from '../../src/journeys/journey.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import type { Note } from '../../src/notes.ts';
import type { People } from '../../src/people.ts';
import type { Assistant, Log, Store } from '../../src/ports.ts';
import { type Button, type Field, type Part, plainText } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Input } from '../../src/turn.ts';
import { TODAY } from './day.ts';

/** A person who talks to the bot in one place. Without a store of their own they are alone with it. */
export type Conversation = {
  /** Opens the conversation, as on a first contact. */
  opens(): Promise<void>;
  says(text: string): Promise<void>;
  /** Hands over a file, of which the channel has this to give, with what is written beside it. */
  handsOver(name: string, there: Fetched, beside?: { text?: string; others?: number }): Promise<void>;
  /** Presses the button with this label; `back` 1 is the one of the message before the last that has it. */
  presses(label: string, back?: number): Promise<void>;
  /** Sends the form of the last answer. */
  fillsIn(values: Record<string, string>): Promise<void>;
  /** The fields of the form in the last answer, with what stands in them and what is said beside them. */
  isAsked(): Field[];
  hears(...wanted: (string | RegExp)[]): void;
  doesNotHear(...unwanted: (string | RegExp)[]): void;
  /** These suppliers were shown, in this order. */
  isShown(...suppliers: string[]): void;
  isOffered(...labels: string[]): void;
  /** The last answer here as a person reads it, and what was made of the turn. */
  heard(): string;
  /** The files and pictures of the last answer. */
  given(): FileRef[];
  made(): Made;
  notes(): Promise<Note[]>;
};

/** A `person` who is one of the `people` has an e-mail address for a name. */
export type Setting = {
  today?: string;
  locale?: 'nl' | 'en';
  person?: string;
  place?: string;
  store?: Promise<Store>;
  people?: People;
  assistant?: Assistant;
};

let conversations = 0;

export function conversation(library: Library, setting: Setting = {}): Conversation {
  conversations += 1;
  const number = conversations;
  const { today = TODAY, locale, person = 'ann', place = `gesprek ${number}`, people, assistant } = setting;
  const colleague = people?.find({ id: person });
  const from = colleague
    ? { id: colleague.email, name: colleague.name, email: colleague.email }
    : { id: `web:${person}`, name: person };
  let handed: Fetched = { kind: 'gone' };
  const store = setting.store ?? openLowdbStore({ today: () => today });
  const bot = store.then((opened) =>
    createBot({
      store: opened,
      library: () => library,
      documents: createDocuments(),
      ...(people ? { people } : {}),
      ...(assistant ? { assistant } : {}),
      log,
      today: () => today,
      fetchFile: async () => handed,
      send: () => undefined,
    }),
  );
  const pressable: Button[] = [];
  let turns = 0;
  let last: Handled = { messages: [] };

  async function does(input: Input): Promise<void> {
    turns += 1;
    const turn = {
      id: `${number} ${person} ${turns}`,
      from,
      at: { channel: 'web', id: place } as const,
      input,
      ...(locale ? { locale } : {}),
    };
    expect(await (await store).book(turn)).toBe(true);
    last = await (await bot).handle(turn);
    pressable.unshift(...parts().flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])));
  }

  const here = () => last.messages.filter(({ to }) => to.id === place).map(({ reply }) => reply);
  const parts = (): Part[] => here().flatMap((reply) => reply.parts);
  const act = (action: Action, values: Record<string, string> = {}) => does({ kind: 'action', action, values });
  const heard = () =>
    here()
      .map((reply) => plainText(reply, texts[reply.language]))
      .join('\n\n');

  return {
    opens: () => does({ kind: 'opened' }),
    says: (text) => does({ kind: 'text', text }),
    async handsOver(name, there, beside = {}) {
      handed = there;
      await does({ kind: 'file', name, ref: 'r1', ...beside });
    },
    async presses(label, back = 0) {
      const button = pressable.filter((one) => one.label === label)[back];
      expect(button?.label, `a button "${label}" among: ${pressable.map((one) => one.label).join(' | ')}`).toBe(label);
      if (button) await act(button.action);
    },
    async fillsIn(values) {
      const form = parts().find((part) => part.kind === 'form');
      expect(form, 'a form in the last answer').toBeDefined();
      if (form?.kind === 'form') await act(form.submit.action, values);
    },
    isAsked: () => parts().flatMap((part) => (part.kind === 'form' ? part.fields : [])),
    heard,
    hears(...wanted) {
      for (const one of wanted) expect(heard()).toMatch(one);
    },
    doesNotHear(...unwanted) {
      for (const one of unwanted) expect(heard()).not.toMatch(one);
    },
    isShown(...suppliers) {
      expect(last.made?.suppliers).toEqual(suppliers);
    },
    isOffered(...labels) {
      const offered = parts().flatMap((part) =>
        part.kind === 'buttons' ? part.buttons.map(({ label }) => label) : [],
      );
      expect(offered).toEqual(expect.arrayContaining(labels));
    },
    given: () => parts().flatMap((part) => (part.kind === 'file' || part.kind === 'image' ? [part.file] : [])),
    made() {
      if (!last.made) throw new Error(`the bot made nothing of this turn: ${heard()}`);
      return last.made;
    },
    notes: async () => (await store).read((records) => records.notes.list({})),
  };
}

/** What goes wrong inside the bot is an error here: a person would only see an apology. */
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};
