import type { WebClient } from '@slack/web-api';
import { bounded } from './bounded.ts';
import { failureOf } from './failure.ts';
import { mentions } from './text.ts';

const A_DAY = 24 * 60 * 60 * 1000;
/** Short: it may be called into a thread any moment, and another process hears that. */
const A_MOMENT = 20 * 1000;
const PAGE = 200;

export type Threads = {
  /** The bot speaks in this thread, or was called into it. */
  joined(channel: string, thread: string): void;
  /** Whether it is in this thread; Slack is asked when it does not remember. */
  isIn(channel: string, thread: string, me: { user?: string | undefined; app?: string | undefined }): Promise<boolean>;
};

export function createThreads(client: WebClient): Threads {
  const inside = bounded<true>(5000, A_DAY);
  const outside = bounded<true>(5000, A_MOMENT);
  return {
    joined: (channel, thread) => inside.set(`${channel} ${thread}`, true),
    async isIn(channel, thread, { user, app }) {
      const key = `${channel} ${thread}`;
      if (inside.get(key)) return true;
      if (outside.get(key)) return false;
      const here = (await messagesIn(client, channel, thread)).some(
        (one) =>
          (user !== undefined && (one.user === user || mentions(one.text ?? '').includes(user))) ||
          (app !== undefined && one.app_id === app),
      );
      (here ? inside : outside).set(key, true);
      return here;
    },
  };
}

/** What stands in a thread; nothing where the bot may not look. */
async function messagesIn(client: WebClient, channel: string, thread: string) {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts: thread, limit: PAGE });
    return messages;
  } catch (error) {
    if (failureOf(error).kind === 'refused') return [];
    throw error;
  }
}
