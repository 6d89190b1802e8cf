/** How often a model may be asked: by one person in an hour, and by all in a day. */
export type Limits = { personPerHour: number; allPerDay: number };

export type Caps = {
  /** Counts a question, or says that it is one too many. */
  take(person: string): boolean;
};

const AN_HOUR = 60 * 60 * 1000;

/** Counts in the memory of this process alone: a restart begins anew, and each of two processes counts its own. */
export function createCaps({ personPerHour, allPerDay }: Limits, now: () => number, today: () => string): Caps {
  const asked = new Map<string, number[]>();
  let day = '';
  let inAll = 0;

  function withinHour(person: string): number[] {
    const since = now() - AN_HOUR;
    return (asked.get(person) ?? []).filter((time) => time > since);
  }

  return {
    take(person) {
      if (day !== today()) {
        day = today();
        inAll = 0;
        for (const known of asked.keys()) if (withinHour(known).length === 0) asked.delete(known);
      }
      const mine = withinHour(person);
      if (inAll >= allPerDay || mine.length >= personPerHour) return false;
      inAll += 1;
      asked.set(person, [...mine, now()]);
      return true;
    },
  };
}
