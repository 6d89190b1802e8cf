/** What a session was told, as it stands on the page. */
export type Told = { id: number; html: string; card?: string | undefined };
type Session = { told: Told[]; count: number; last: number; waiting: Set<() => void> };

/** Memory is bounded: the oldest messages go first, and so do the sessions that were longest unused. */
const KEPT = { messages: 200, sessions: 1000 };

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions() {
  const sessions = new Map<string, Session>();

  function sessionOf(id: string): Session {
    // Ids begin at the time, so that they keep rising when a restart has forgotten the session.
    const session = sessions.get(id) ?? { told: [], count: 0, last: Date.now(), waiting: new Set() };
    sessions.delete(id);
    sessions.set(id, session);
    const [oldest] = sessions.keys();
    if (sessions.size > KEPT.sessions && oldest !== undefined) sessions.delete(oldest);
    return session;
  }

  return {
    /** A card takes the place of an earlier one of the same thing. */
    tell(id: string, write: (place: { id: number; number: number }) => string, card?: string): void {
      const session = sessionOf(id);
      session.count += 1;
      session.last += 1;
      if (card !== undefined) session.told = session.told.filter((told) => told.card !== card);
      session.told.push({ id: session.last, html: write({ id: session.last, number: session.count }), card });
      session.told.splice(0, session.told.length - KEPT.messages);
      for (const wake of session.waiting) wake();
    },

    /** What was told after the message with this id, oldest first. */
    since(id: string, seen: number): Told[] {
      return sessionOf(id).told.filter((told) => told.id > seen);
    },

    /** Ends when there is something newer, or when so much time has passed. */
    async newer(id: string, seen: number, milliseconds: number): Promise<void> {
      const session = sessionOf(id);
      if ((session.told.at(-1)?.id ?? 0) > seen) return;
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          session.waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds).unref();
        session.waiting.add(wake);
      });
    },
  };
}
