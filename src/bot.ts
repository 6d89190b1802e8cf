import { type AssistantLimits, createGuard } from './assistant/guard.ts';
import { StoreError } from './errors.ts';
import type { Fetched } from './file.ts';
import { withUnread } from './handed.ts';
import type { Made } from './journeys/journey.ts';
import { journeyFor } from './journeys/route.ts';
import type { Library } from './knowledge/compile.ts';
import { createLines } from './lines.ts';
import { nobodyKnown, type People } from './people.ts';
import {
  type Assistant,
  type Documents,
  type Log,
  type Message,
  type Meter,
  noMeter,
  type Records,
  type Store,
} from './ports.ts';
import { reaching } from './reaching.ts';
import { type Texts, texts } from './texts/texts.ts';
import { createThink } from './think.ts';
import { type Address, placeOf, type Turn } from './turn.ts';

export type Bot = {
  /** Books a turn and returns; what it leads to follows by itself. A turn that was booked before leads to nothing. */
  accept(turn: Turn): Promise<void>;
  /** Thinks about a booked turn, and keeps and returns all that follows from it. */
  handle(turn: Turn): Promise<Handled>;
  /** Takes up what was booked and is in nobody's hands: after a stop, or when the store was away. */
  resume(): Promise<void>;
  /** How many turns wait or are being handled in this process. */
  waiting(): number;
  /** Waits until all that was accepted is done. */
  idle(): Promise<void>;
};
export type Handled = { messages: Message[]; made?: Made };

export type BotParts = {
  store: Store;
  library: () => Library;
  documents: Documents;
  people?: People;
  receiptKey?: string | undefined;
  /** A language model at arm's length, and what it is called; without one every word is the bot's own. */
  assistant?: Assistant | undefined;
  assistantName?: string | undefined;
  assistantLimits?: Partial<AssistantLimits> | undefined;
  log: Log;
  meter?: Meter;
  now?: () => Date;
  /** The day in Amsterdam, as an ISO date. */
  today: () => string;
  /** Fetches a file that was handed over; absent where nobody can hand over any. */
  fetchFile?: (at: Address, ref: string) => Promise<Fetched>;
  /** Told when messages wait to be sent. */
  send: () => void;
  /** Told when somebody will wait a little: a model is asked, or a file is read. */
  working?: (at: Turn['at']) => void;
};

/** More turns are not taken in hand: who comes then is told to come back, instead of waiting for an answer that is late. */
export const MOST_IN_HAND = { inAll: 500, ofOnePlace: 20 };

/** The bot: book, think, act; sending is the outbox's. */
export function createBot({
  store,
  library,
  documents,
  people = nobodyKnown,
  receiptKey,
  assistant,
  assistantName,
  assistantLimits,
  log,
  meter = noMeter,
  now = () => new Date(),
  today,
  fetchFile = async () => ({ kind: 'not-here' }),
  send,
  working,
}: BotParts): Bot {
  const lines = createLines();
  const guard =
    assistant &&
    createGuard({ assistant, name: assistantName, limits: assistantLimits, people, log, meter, now, today, working });
  const think = createThink({ store, library, documents, people, receiptKey, fetchFile, guard, now, today });
  const declining = new Set<Promise<unknown>>();

  async function accept(turn: Turn): Promise<void> {
    const from = performance.now();
    const isNew = await store.book(turn);
    if (turn.input.kind !== 'due') meter.acknowledged(turn.at.channel, performance.now() - from);
    if (!isNew) {
      if (turn.input.kind !== 'due') meter.count('duplicates');
      return;
    }
    const place = placeOf(turn);
    if (lines.inAll() < MOST_IN_HAND.inAll && lines.of(place) < MOST_IN_HAND.ofOnePlace) takeUp(place);
    else decline(turn);
  }

  /** The turns of one person in one place are handled one after the other, in whichever process they came in. */
  function takeUp(place: string): void {
    lines.add(place, () =>
      store
        .alone(`turns ${place}`, async () => {
          for (const turn of await store.unsettled(place)) await handle(turn);
        })
        .catch((error: unknown) => log.error('turns-left-waiting', error)),
    );
  }

  function decline(turn: Turn): void {
    meter.count('declined');
    const done = say(turn, ({ busy }) => busy).finally(() => declining.delete(done));
    declining.add(done);
  }

  async function handle(turn: Turn): Promise<Handled> {
    let made: Made | undefined;
    try {
      // It may happen twice without harm, so it comes before it is settled.
      if (turn.input.kind === 'due' && turn.input.what === 'tidy') await store.tidy(today());
      if (turn.input.kind === 'file') working?.(turn.at);
      const { meant, context, known } = await think(turn);
      const act = await journeyFor(meant, context)(meant, context);
      let forgot = false;
      const messages = await store.settle(turn.id, async (records) => {
        const step = await act(records);
        const place = placeOf(turn);
        // Who was forgotten in another place since this was thought about stays forgotten.
        const gone = known && (await records.progress.get(place)) === undefined;
        if (step.progress && !gone)
          await records.progress.put(place, { ...step.progress, person: turn.from.id, place });
        made = step.made;
        if (people.find(turn.from)) await keepReach(turn, context.language, records);
        forgot = step.forgets === true;
        const said =
          meant.input.kind !== turn.input.kind && turn.input.kind === 'file'
            ? withUnread(step.messages, turn.at, context.texts)
            : step.messages;
        return reaching(said, turn);
      });
      if (forgot) await tidied(turn);
      send();
      return { messages, ...(made ? { made } : {}) };
    } catch (error) {
      log.error('turn-failed', error, { turn: turn.id });
      // What could not be kept is tried again later; an apology could not be kept either.
      if (error instanceof StoreError || turn.input.kind === 'due') return { messages: [] };
      meter.count('failed');
      return { messages: await say(turn, ({ failed }) => failed(turn.id)) };
    }
  }

  /** Before the answer goes out: it says that nothing is left. */
  async function tidied(turn: Turn): Promise<void> {
    await store.tidy(today()).catch((error: unknown) => log.error('not-tidied', error, { turn: turn.id }));
  }

  /** Settles a turn with one sentence, and nothing else: an apology with a number by which we can find it, or a later. */
  async function say(turn: Turn, sentence: (words: Texts) => string): Promise<Message[]> {
    try {
      const language = turn.locale ?? 'nl';
      const reply = { parts: [{ kind: 'text' as const, text: sentence(texts[language]) }], language };
      const messages = await store.settle(turn.id, async () => reaching([{ to: turn.at, reply }], turn));
      send();
      return messages;
    } catch (error) {
      log.error('turn-left-waiting', error, { turn: turn.id });
      return [];
    }
  }

  return {
    accept,
    handle,
    async resume() {
      for (const place of new Set((await store.unsettled()).map(placeOf)))
        if (lines.of(place) === 0 && lines.inAll() < MOST_IN_HAND.inAll) takeUp(place);
    },
    waiting: lines.inAll,
    async idle() {
      while (lines.inAll() > 0 || declining.size > 0) await Promise.allSettled([...lines.all(), ...declining]);
    },
  };
}

/** Where a colleague was last spoken to: reminders go there. Written only when it has changed. */
async function keepReach(turn: Turn, language: 'nl' | 'en', { reach }: Records): Promise<void> {
  const { id } = turn.from;
  const at = turn.reach ?? turn.at;
  const before = await reach.get(id);
  const same = before?.at.channel === at.channel && before.at.id === at.id && before.language === language;
  if (!same) await reach.put(id, { id, at, language });
}
