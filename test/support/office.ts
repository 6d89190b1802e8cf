import { expect } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Action } from '../../src/action.ts';
import { createBot } from '../../src/bot.ts';
import type { Library } from '../../src/knowledge/compile.ts';
import { type Colleague, nobodyKnown, type People } from '../../src/people.ts';
import type { Log, Store } from '../../src/ports.ts';
import { type Button, type Field, plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Address, Input } from '../../src/turn.ts';
import { TODAY } from './day.ts';

/** Somebody in the office, on the platform they like, who sees what is sent to the places they are in. */
export type Worker = {
  says(text: string): Promise<void>;
  /** Makes a request of somebody's message. */
  handsOn(text: string): Promise<void>;
  /** Sends the form of a request from a dialog of their platform, before any conversation about it. */
  sendsDialog(values: Record<string, string>): Promise<void>;
  /** Presses the newest button with this label in one of their places. */
  presses(label: string): Promise<void>;
  /** Sends the newest form they were asked. */
  fillsIn(values: Record<string, string>): Promise<void>;
  /** All that came since they last did something, in any of their places. */
  hears(...wanted: (string | RegExp)[]): void;
  doesNotHear(...unwanted: (string | RegExp)[]): void;
  /** The card of a thing as it now stands in a room. */
  sees(room: string, card: string): string;
  isAsked(): Field[];
};

export type Office = {
  store: Promise<Store>;
  /** `alone`: their own conversation with the bot; `rooms`: places they share with others. */
  worker(id: string, more?: { channel?: 'slack' | 'teams'; rooms?: string[]; in?: string }): Worker;
  /** What is sent by itself, to whoever it is for. */
  deliver(): Promise<void>;
};

const strict: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => {
    throw error;
  },
};

/** Colleagues, each with an e-mail address of their name. */
export function peopleOf(...colleagues: (Partial<Omit<Colleague, 'email'>> & { name: string })[]): People {
  const all = colleagues.map(
    (one): Colleague => ({ roles: [], ...one, email: `${one.name.toLowerCase()}@utrecht.example` }),
  );
  return {
    known: true,
    all,
    find: ({ id, email }) => all.find((one) => one.email === (email ?? id)),
  };
}

let offices = 0;

/** `deaf`: the place whose id begins with this takes no message. */
export function office(
  library: Library,
  setting: { people?: People; store?: Promise<Store>; today?: string; now?: () => Date; deaf?: string } = {},
): Office {
  offices += 1;
  const number = offices;
  const { people = nobodyKnown, today = TODAY } = setting;
  const store = setting.store ?? openLowdbStore({ today: () => today });
  const bot = store.then((opened) =>
    createBot({
      store: opened,
      library: () => library,
      documents: createDocuments(),
      people,
      log: strict,
      today: () => today,
      now: setting.now ?? (() => new Date(`${today}T10:00:00Z`)),
      send: () => undefined,
    }),
  );
  const placeOf = ({ channel, id }: Address) => `${channel} ${id}`;
  const stands = new Map<string, Reply[]>();
  const unheard = new Map<string, Reply[]>();
  let turns = 0;

  /** Messages arrive; a card takes the place of an earlier one of the same thing. */
  async function deliver(): Promise<void> {
    const { outbox } = await store;
    for (let waiting = await outbox.waiting(); waiting.length > 0; waiting = await outbox.waiting()) {
      for (const { id, message } of waiting) {
        const isDeaf = setting.deaf !== undefined && message.to.id.startsWith(setting.deaf);
        const to = isDeaf ? message.orElse : message.to;
        if (!to) {
          await outbox.arrived(id);
          continue;
        }
        const place = placeOf(to);
        const before = (stands.get(place) ?? []).filter(
          ({ card }) => card === undefined || card !== message.reply.card,
        );
        stands.set(place, [...before, message.reply]);
        unheard.set(place, [...(unheard.get(place) ?? []), message.reply]);
        await outbox.arrived(id);
      }
    }
  }

  function worker(
    name: string,
    { channel = 'slack', rooms = [], in: room }: Parameters<Office['worker']>[1] = {},
  ): Worker {
    const email = `${name.toLowerCase()}@utrecht.example`;
    const colleague = people.find({ id: email });
    const from = colleague ? { id: email, name: colleague.name, email } : { id: `${channel}:${name}`, name };
    const own: Address = { channel, id: `alone ${number} ${name}` };
    const places = [own, ...rooms.map((id): Address => ({ channel, id }))];
    const at: Address = room ? { channel, id: `${room} thread ${name}` } : own;
    if (room) places.push(at);
    const roomAt: Address | undefined = room ? { channel, id: room } : undefined;

    async function does(input: Input): Promise<void> {
      turns += 1;
      for (const place of places) unheard.set(placeOf(place), []);
      const turn = {
        id: `${number} ${turns}`,
        from,
        at,
        input,
        reach: own,
        ...(roomAt ? { room: roomAt } : {}),
      };
      expect(await (await store).book(turn)).toBe(true);
      await (await bot).handle(turn);
      await deliver();
    }
    const heard = () => places.flatMap((place) => unheard.get(placeOf(place)) ?? []);
    const words = (replies: readonly Reply[]) =>
      replies.map((reply) => plainText(reply, texts[reply.language])).join('\n\n');
    const standing = () => places.flatMap((place) => stands.get(placeOf(place)) ?? []);
    const act = (action: Action, values: Record<string, string> = {}) => does({ kind: 'action', action, values });
    const forms = () =>
      standing().flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'form' ? [part] : [])));

    return {
      says: (text) => does({ kind: 'text', text }),
      handsOn: (text) => does({ kind: 'handed-on', text }),
      sendsDialog: (values) => act({ do: 'start', journey: 'requests' }, values),
      async presses(label) {
        const buttons: Button[] = standing().flatMap(({ parts }) =>
          parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])),
        );
        const button = buttons.findLast((one) => one.label === label);
        expect(button?.label, `a button "${label}" among: ${buttons.map((one) => one.label).join(' | ')}`).toBe(label);
        if (button) await act(button.action);
      },
      async fillsIn(values) {
        const form = forms().at(-1);
        expect(form, 'a form').toBeDefined();
        if (form) await act(form.submit.action, values);
      },
      isAsked: () => forms().at(-1)?.fields ?? [],
      hears(...wanted) {
        for (const one of wanted) expect(words(heard())).toMatch(one);
      },
      doesNotHear(...unwanted) {
        for (const one of unwanted) expect(words(heard())).not.toMatch(one);
      },
      sees(id, card) {
        const there = (stands.get(placeOf({ channel, id })) ?? []).filter((reply) => reply.card === card);
        expect(there).toHaveLength(1);
        return words(there);
      },
    };
  }

  return { store, worker, deliver };
}
