import { randomUUID } from 'node:crypto';
import type { Collection, Kind, Records } from './ports.ts';
import { isIn, withoutPerson } from './requests/request.ts';
import { KINDS, keptUntil, TERMS } from './terms.ts';

/** What is kept about one person, by kind. `until`: the last day on which it is kept, at the latest; null: for ever. */
export type Mine = { [K in Kind]: Own<K>[] };
export type Own<K extends Kind> = { item: Item<K>; until: string | null };
type Item<K extends Kind> = Records[K] extends Collection<infer One> ? One : never;

/** How a kind of thing is about a person. */
type Right<K extends Kind> = {
  /** What of it is about this person, and about nobody else. */
  about(person: string, all: Collection<Item<K>>): Promise<Item<K>[]>;
  /** The day it last changed, where it tells. */
  since(item: Item<K>): string | undefined;
  /** Takes the person out of it. */
  forget(item: Item<K>, who: { person: string; pseudonym: string }, all: Collection<Item<K>>): Promise<void>;
};

/** It names nobody, so nobody can be found in it. */
const nobody = { about: async () => [], since: () => undefined, forget: async () => undefined };

const rights: { [K in Kind]: Right<K> } = {
  progress: {
    about: (person, all) => all.list({ person }),
    since: () => undefined,
    forget: ({ place }, _who, all) => all.remove(place),
  },
  notes: nobody,
  /** A finished check stays, for whoever must account for the purchase; only whose it was goes. */
  receipts: {
    about: (person, all) => all.list({ owner: person }),
    since: ({ on }) => on,
    forget: (kept, { pseudonym }, all) => all.put(kept.id, { ...kept, owner: pseudonym }),
  },
  confirmations: {
    async about(person, all) {
      const asked = (await all.list({})).map((one) => ({ ...one, askers: one.askers.filter(isOf(person)) }));
      return asked.filter(({ askers }) => askers.length > 0);
    },
    since: () => undefined,
    async forget({ id }, { person }, all) {
      const whole = await all.get(id);
      if (whole) await all.put(id, { ...whole, askers: whole.askers.filter((one) => !isOf(person)(one)) });
    },
  },
  /** A request stays, for whoever must account for the purchase; only who it was goes. */
  requests: {
    about: async (person, all) => (await all.list({})).filter((request) => isIn(request, person)),
    since: () => undefined,
    forget: (request, { person, pseudonym }, all) => all.put(request.id, withoutPerson(request, person, pseudonym)),
  },
  experiences: {
    about: (person, all) => all.list({ person }),
    since: ({ on }) => on,
    forget: ({ id }, _who, all) => all.remove(id),
  },
  /** The question and its answer may help another; only who asked and who answered goes. */
  questions: {
    about: async (person, all) =>
      (await all.list({})).filter(({ asker, answer }) => asker.id === person || answer?.by.id === person),
    since: () => undefined,
    async forget(question, { person, pseudonym }, all) {
      const { asker, answer } = question;
      const { at: _at, ...silent } = asker;
      await all.put(question.id, {
        ...question,
        asker: asker.id === person ? { ...silent, id: pseudonym, name: '' } : asker,
        ...(answer?.by.id === person ? { answer: { ...answer, by: { id: pseudonym, name: '' } } } : {}),
      });
    },
  },
  desks: {
    about: async (person, all) => (await all.list({})).filter(({ by }) => by === person),
    since: () => undefined,
    forget: (desk, _who, all) => all.put(desk.id, { ...desk, by: '' }),
  },
  /** A reason stays, for whoever must account for the purchase; only whose it was goes. */
  departures: {
    about: (person, all) => all.list({ owner: person }),
    since: ({ on }) => on,
    forget: (kept, { pseudonym }, all) => all.put(kept.id, { ...kept, owner: pseudonym }),
  },
  calendars: nobody,
  reminders: {
    about: (person, all) => all.list({ id: person }),
    since: ({ on }) => on,
    forget: ({ id }, _who, all) => all.remove(id),
  },
  reach: {
    about: (person, all) => all.list({ id: person }),
    since: () => undefined,
    forget: ({ id }, _who, all) => all.remove(id),
  },
  /** Each monthly message counts the term anew. */
  subscribers: {
    about: (person, all) => all.list({ id: person }),
    since: () => undefined,
    forget: ({ id }, _who, all) => all.remove(id),
  },
  cards: nobody,
  counters: nobody,
};

/** All that is kept about a person, in whatever place they spoke. */
export async function keptAbout(person: string, records: Records, today: string): Promise<Mine> {
  const own = async <K extends Kind>(kind: K): Promise<Own<K>[]> => {
    const { about, since }: Right<K> = rights[kind];
    const term = TERMS[kind];
    return (await about(person, collectionOf(kind, records))).map((item) => ({
      item,
      until: term === null ? null : keptUntil(since(item) ?? today, term),
    }));
  };
  // One after the other: a transaction answers one question at a time.
  const all: [Kind, unknown][] = [];
  for (const kind of KINDS) all.push([kind, await own(kind)]);
  return Object.fromEntries(all) as Mine;
}

/** Forgets a person in all that is kept: returns what was about them. What must stay carries a random pseudonym from then on. */
export async function forget(person: string, records: Records, today: string): Promise<Mine> {
  const mine = await keptAbout(person, records, today);
  const who = { person, pseudonym: `pseudonym:${randomUUID()}` };
  const takeOut = async <K extends Kind>(kind: K): Promise<void> => {
    const right: Right<K> = rights[kind];
    const own: Own<K>[] = mine[kind];
    for (const { item } of own) await right.forget(item, who, collectionOf(kind, records));
  };
  for (const kind of KINDS) await takeOut(kind);
  return mine;
}

/** The last day on which any of these is kept. */
export function lastDay(own: readonly { until: string | null }[]): string | undefined {
  return own
    .flatMap(({ until }) => until ?? [])
    .toSorted()
    .at(-1);
}

function collectionOf<K extends Kind>(kind: K, records: Records): Collection<Item<K>> {
  return records[kind] as unknown as Collection<Item<K>>;
}

function isOf(person: string): (asker: { person: string }) => boolean {
  return (asker) => asker.person === person;
}
