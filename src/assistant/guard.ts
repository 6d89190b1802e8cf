import type { Library } from '../knowledge/compile.ts';
import type { People } from '../people.ts';
import type { Assistant, Draft, Log, Meter, Quotable, Understood, Vocabulary } from '../ports.ts';
import type { Turn } from '../turn.ts';
import { within } from '../within.ts';
import { createCaps, type Limits } from './caps.ts';
import type { Strip } from './strip.ts';

/** The assistant as a journey sees it: for one turn of one person, and within what is left of the time for that turn. */
export type Guarded = {
  answer(question: string, passages: readonly Quotable[], language: 'nl' | 'en'): Promise<Draft | undefined>;
  read(text: string, vocabulary: Vocabulary): Promise<Understood | undefined>;
  /** Counts a draft or a reading that was had and does not count. */
  refuse(): void;
  /** What the model is called, where that is known. */
  name: string | undefined;
};

export type AssistantLimits = Limits & {
  /** Milliseconds for all that is asked in one turn. */
  budget: number;
};
export const usualLimits: AssistantLimits = { personPerHour: 20, allPerDay: 2000, budget: 2000 };

export type GuardParts = {
  assistant: Assistant;
  name?: string | undefined;
  limits?: Partial<AssistantLimits> | undefined;
  people: People;
  log: Log;
  meter: Meter;
  now: () => Date;
  today: () => string;
  /** Told that a model is about to be asked, so that somebody who waits sees it. */
  working?: ((at: Turn['at']) => void) | undefined;
};

/** Makes the assistant safe to ask: nothing goes out that identifies people, not too often, and nobody waits for it long. */
export function createGuard({ assistant, name, limits, people, log, meter, now, today, working }: GuardParts) {
  const { budget, ...most } = { ...usualLimits, ...limits };
  const caps = createCaps(most, () => now().getTime(), today);
  const strips = new WeakMap<Library, Promise<Strip>>();

  /** Its lists of names are long: they are loaded when there is something to filter. */
  function stripFor(library: Library): Promise<Strip> {
    const known = strips.get(library);
    if (known) return known;
    const made = import('./strip.ts').then(({ createStrip }) => createStrip(people, library));
    strips.set(library, made);
    return made;
  }

  return (turn: Pick<Turn, 'id' | 'from' | 'at'>, library: Library): Guarded => {
    let until: number | undefined;

    async function ask<Value>(
      text: string,
      call: (safe: string) => Promise<Value | undefined>,
    ): Promise<Value | undefined> {
      const safe = await stripped(text);
      if (safe === undefined || !caps.take(turn.from.id)) return undefined;
      if (until === undefined) working?.(turn.at);
      until ??= performance.now() + budget;
      const left = until - performance.now();
      const value =
        left > 0
          ? await within<Value | undefined>(
              left,
              started(() => call(safe)),
              undefined,
            )
          : undefined;
      if (value === undefined) meter.count('fallbacks');
      return value;
    }

    /** What cannot be made safe is not sent. */
    async function stripped(text: string): Promise<string | undefined> {
      try {
        return (await stripFor(library))(text);
      } catch (error) {
        log.error('assistant-not-asked', error, { turn: turn.id });
        return undefined;
      }
    }

    return {
      name,
      answer: (question, passages, language) => ask(question, (safe) => assistant.answer(safe, passages, language)),
      read: (text, vocabulary) => ask(text, (safe) => assistant.read(safe, vocabulary)),
      refuse: () => meter.count('fallbacks'),
    };
  };
}

/** What is thrown before there is a promise is a promise that failed. */
async function started<Value>(call: () => Promise<Value>): Promise<Value> {
  return call();
}
