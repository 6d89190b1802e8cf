import type { WebClient } from '@slack/web-api';

/** So far back is looked: a message of which the answer was lost is among the newest. */
const PAGES = 5;
const PAGE = 200;

/** Looks for the mark of a message in what stands in a conversation or a thread. */
export async function isThere(
  client: WebClient,
  channel: string,
  thread: string | undefined,
  mark: string,
): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const asked = { channel, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const { messages = [], response_metadata } = thread
      ? await client.conversations.replies({ ...asked, ts: thread })
      : await client.conversations.history(asked);
    if (messages.some(({ blocks = [] }) => blocks.some((block) => block.block_id?.startsWith(mark)))) return true;
    cursor = response_metadata?.next_cursor;
    if (!cursor) return false;
  }
  return false;
}
