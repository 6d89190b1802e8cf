/** Slack takes one message a second in one conversation. */
const PACE = 1000;

export type Pace = <Value>(conversation: string, task: () => Promise<Value>) => Promise<Value>;

/**
 * Lets messages to one conversation go one after the other, a second apart as Slack sees them arrive, and holds up no
 * other. One that takes long does not hold up the next for longer than that.
 */
export function createPace(milliseconds = PACE): Pace {
  const free = new Map<string, Promise<void>>();
  return async (conversation, task) => {
    const before = free.get(conversation) ?? Promise.resolve();
    const done = before.then(task);
    const after = before
      .then(() => Promise.race([done.then(nothing, nothing), pause(milliseconds)]))
      .then(() => pause(milliseconds))
      .finally(() => {
        if (free.get(conversation) === after) free.delete(conversation);
      });
    free.set(conversation, after);
    return done;
  };
}

const nothing = () => undefined;

function pause(milliseconds: number): Promise<void> | undefined {
  return milliseconds > 0 ? new Promise((resolve) => void setTimeout(resolve, milliseconds).unref()) : undefined;
}
