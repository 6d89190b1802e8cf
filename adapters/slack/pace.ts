/** Slack takes one message a second in one conversation. */
export const PACE = 1000;
/** A conversation that was quiet for this long needs no remembering. */
const MOST = 5000;

export type Pace = { turn(conversation: string): Promise<void> };

/** Lets messages to one conversation go a second apart, and holds up no other. */
export function createPace(milliseconds = PACE): Pace {
  const next = new Map<string, number>();
  return {
    async turn(conversation) {
      const now = performance.now();
      const at = Math.max(now, next.get(conversation) ?? 0);
      next.delete(conversation);
      next.set(conversation, at + milliseconds);
      if (next.size > MOST) for (const [one, until] of next) if (until <= now) next.delete(one);
      if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    },
  };
}
