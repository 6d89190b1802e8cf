import { expect } from 'vitest';
import { createDocuments } from '../../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../../adapters/lowdb/store.ts';
import type { Card } from '../../../adapters/teams/card.ts';
import { type Bot, createBot } from '../../../src/bot.ts';
import { createOutbox } from '../../../src/outbox.ts';
import type { People } from '../../../src/people.ts';
import type { Turn } from '../../../src/turn.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { pressing, TENANT } from './activities.ts';
import { buttonsOf, inputsOf, readIn } from './cards.ts';
import { type Desk, openDesk } from './setting.ts';

/** The whole bot in Teams: the channel with the real SDK, before a service of our own. */
export type Office = Desk & {
  /** Waits until all that was said is answered and sent. */
  quiet: () => Promise<void>;
  person: (name: string, conversation?: string) => Colleague;
  stop: () => Promise<void>;
};

/** What stands in a conversation: a card by its id, and the text around it. */
type Shown = { id: string; card: Card; text: string };

export type Colleague = {
  says(text: string): Promise<void>;
  /** Presses the newest button with this label, as often as asked at once. */
  presses(label: string, times?: number): Promise<void>;
  /** Fills in the newest form and sends it. */
  fillsIn(values: Record<string, string>): Promise<void>;
  /** What came since the last thing that was done here. */
  heard(): string;
  cards(): Card[];
  /** The labels of the buttons that came. */
  offered(): string[];
  /** How many messages came since. */
  count(): number;
};

/** `people`: who is known by their e-mail address. */
export async function openOffice({ people }: { people?: People } = {}): Promise<Office> {
  const store = await openLowdbStore({ today: () => TODAY });
  let bot: Bot;
  const desk = await openDesk({ accept: (turn: Turn) => bot.accept(turn), byEmail: people !== undefined });
  const outbox = createOutbox({ store, channels: { teams: desk.channel }, log: desk.log });
  bot = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    ...(people ? { people } : {}),
    log: desk.log,
    today: () => TODAY,
    send: outbox.send,
  });

  async function quiet(): Promise<void> {
    await bot.idle();
    while ((await store.outbox.waiting()).length > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  const person: Office['person'] = (name, conversation) => colleagueAt(desk, quiet, name, conversation);

  return {
    ...desk,
    quiet,
    person,
    async stop() {
      await bot.idle();
      await outbox.stop();
      await desk.stop();
      await store.close();
    },
  };
}

/** Somebody in front of this desk, who sees what stands in their own conversation. `quiet` waits until all is sent. */
export function colleagueAt(
  desk: Desk,
  quiet: () => Promise<void>,
  name: string,
  conversation = `a:${name}`,
): Colleague {
  let from = 0;
  const here = () => desk.connector.received.filter((one) => one.conversation === conversation);
  const shown = (): Shown[] => {
    const all = new Map<string, Shown>();
    for (const [at, one] of desk.connector.received.entries()) {
      if (one.conversation !== conversation) continue;
      const id = one.id ?? `bericht-${at + 1}`;
      const [attachment] = (one.body.attachments ?? []) as { content: Card }[];
      if (attachment) all.set(id, { id, card: attachment.content, text: String(one.body.text ?? '') });
    }
    return [...all.values()];
  };
  const speaker = {
    from: { id: `29:${name}`, name, aadObjectId: name },
    conversation: { id: conversation, tenantId: TENANT, conversationType: 'personal' },
  };
  async function does(more: Parameters<Desk['says']>[0], times = 1): Promise<void> {
    from = here().length;
    const all = Array.from({ length: times }, () => desk.says({ ...speaker, ...more }));
    for (const { status } of await Promise.all(all)) expect(status).toBe(200);
    await quiet();
  }
  const since = () => here().slice(from);
  const cards = () =>
    since().flatMap(({ body }) => ((body.attachments ?? []) as { content: Card }[]).map(({ content }) => content));

  return {
    says: (text) => does({ text }),
    async presses(label, times) {
      const found = shown()
        .flatMap(({ id, card }) => buttonsOf(card).map((one) => ({ id, one })))
        .findLast(({ one }) => one.title === label);
      if (!found) throw new Error(`no button "${label}"`);
      await does({ ...pressing(found.one), replyToId: found.id }, times);
    },
    async fillsIn(values) {
      const last = shown().findLast(({ card }) => inputsOf(card).length > 0);
      const submit = last && buttonsOf(last.card).find(({ associatedInputs }) => associatedInputs === 'auto');
      if (!submit) throw new Error('no form to send');
      const filled = inputsOf(last.card).map(({ id, value = '' }) => [id, values[id.split(':')[2] ?? ''] ?? value]);
      await does({ ...pressing(submit, Object.fromEntries(filled)), replyToId: last.id });
    },
    heard: () => cards().map(readIn).join('\n'),
    cards,
    offered: () => cards().flatMap((card) => buttonsOf(card).map(({ title }) => title)),
    count: () => since().length,
  };
}
