import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { DeliveryError } from '../../src/delivery.ts';
import type { FileRef } from '../../src/file.ts';
import { cut } from '../../src/on-screen.ts';
import type { Channel, Posting } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import type { Timer } from '../../src/timer.ts';
import type { Address } from '../../src/turn.ts';
import { type Place, placeAt, type Spot } from './address.ts';
import { bounded } from './bounded.ts';
import { codeOf, failureOf, isNoFile, isTooMuch } from './failure.ts';
import { LIMITS } from './limits.ts';
import { createPace, PACE } from './pace.ts';
import { markOf, type SlackMessage } from './render.ts';
import type { Sharing } from './share.ts';
import { asBlocksOrText, isShare, messageOf, withRefused } from './shown.ts';
import { isThere } from './stands.ts';
import { filesIn, type Upload, upload } from './upload.ts';

type Post = Required<Pick<Channel, 'post' | 'stands'>>;
type Target = { place: Place; spot: Spot };
/** Where it came to stand: its conversation, and what Slack calls the message. */
type Stood = { channel: string; ts?: string | undefined };

/** The message that was pressed can no longer be changed: the answer comes below it. */
const UNCHANGEABLE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'block_mismatch',
  'update_failed',
]);
/** The thread of a direct message is gone: the conversation is not. */
const NO_THREAD = new Set(['invalid_thread_ts', 'thread_not_found', 'cannot_reply_to_message', 'thread_locked']);

/** Says things in Slack. `joined` hears in which threads the bot now is; `carried` is below what only one person sees. */
export function createPost(
  client: WebClient,
  parts: {
    joined: (channel: string, thread: string) => void;
    carried: Sharing['carried'];
    pace: number;
    timer?: Timer | undefined;
  },
): Post {
  const pace = createPace(parts.pace, parts.timer);
  const underway = new Map<string, Promise<string | undefined>>();
  /** What of a message that is tried again has arrived already. */
  const done = bounded<Set<string>>(1000);
  /** The conversation of direct messages with somebody. */
  const directs = bounded<string>(5000);

  /** Who asks for a message that is still on its way waits for that one: it is not said twice. */
  function post(to: Address, reply: Reply, how: Posting): Promise<string | undefined> {
    const before = underway.get(how.id);
    if (before) return before;
    const sending = deliver(to, reply, how).finally(() => underway.delete(how.id));
    underway.set(how.id, sending);
    return sending;
  }

  async function deliver(to: Address, reply: Reply, how: Posting): Promise<string | undefined> {
    const target = placeAt(to);
    if (!target) throw new DeliveryError({ kind: 'refused' });
    const arrived = done.get(how.id) ?? new Set<string>();
    done.set(how.id, arrived);
    const conversation = conversationOf(target);
    await pace.turn(conversation, how.id);
    try {
      return await tell(reply, target, how, arrived);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'throttled') pace.rest(conversation, failure.wait ?? PACE);
      throw new DeliveryError(failure, { cause: error });
    }
  }

  async function tell(reply: Reply, target: Target, how: Posting, arrived: Set<string>): Promise<string | undefined> {
    const files = filesIn(reply);
    const refused = await putThere(files, target, arrived);
    const message = messageOf(refused.length === 0 ? reply : withRefused(reply, refused), target.place, {
      ...how,
      carried: parts.carried,
    });
    const stood = arrived.has('message') ? undefined : await say(message, reply, target, how);
    arrived.add('message');
    await putThere(files, target, arrived);
    return stood?.ts;
  }

  /** Files come first, so that a message that stands there has its files; those whose conversation is not known yet, after. */
  async function putThere(files: readonly Upload[], target: Target, arrived: Set<string>): Promise<FileRef[]> {
    const channel = knownConversation(target);
    const refused: FileRef[] = [];
    for (const [number, one] of (channel ? files : []).entries()) {
      const key = `file ${number}`;
      if (arrived.has(key)) continue;
      try {
        const within = target.place.kind === 'thread' && target.place.only ? {} : threadOf(target);
        await upload(client, one, { channel_id: channel as string, ...within });
      } catch (error) {
        if (!isNoFile(error)) throw error;
        refused.push(one.file);
      }
      arrived.add(key);
    }
    return refused;
  }

  async function say(message: SlackMessage, reply: Reply, target: Target, how: Posting): Promise<Stood | undefined> {
    const { place, spot } = target;
    const before = how.stands ?? (reply.replaces ? spot.pressed : undefined);
    const stood = await asBlocksOrText(message, (shown) =>
      place.kind === 'thread' && place.only
        ? privately(shown, { ...place, only: place.only }, spot)
        : before
          ? instead(shown, target, before)
          : plainly(shown, target),
    );
    if (place.kind === 'direct' && stood) directs.set(`${place.team} ${place.user}`, stood.channel);
    if (place.kind === 'thread' && !place.only) parts.joined(place.channel, place.thread);
    return stood;
  }

  async function plainly(message: SlackMessage, target: Target): Promise<Stood | undefined> {
    try {
      const { channel, ts } = await client.chat.postMessage({
        channel: conversationOf(target),
        ...threadOf(target),
        ...written(message),
        unfurl_links: false,
        unfurl_media: false,
      });
      return channel ? { channel, ts } : undefined;
    } catch (error) {
      const { place, spot } = target;
      const { thread, ...outside } = spot;
      if (place.kind !== 'direct' || thread === undefined || !NO_THREAD.has(codeOf(error) ?? '')) throw error;
      return plainly(message, { place, spot: outside });
    }
  }

  async function instead(message: SlackMessage, target: Target, ts: string): Promise<Stood | undefined> {
    const isAll = message.text.length <= LIMITS.changedText;
    if (!isAll && message.blocks.length === 0) return plainly(message, target);
    const text = cut(message.text, LIMITS.changedText);
    try {
      const { channel } = await client.chat.update({
        channel: conversationOf(target),
        ts,
        ...written({ ...message, text }),
      });
      return channel ? { channel, ts } : undefined;
    } catch (error) {
      if (!UNCHANGEABLE.has(codeOf(error) ?? '')) throw error;
      return plainly(message, target);
    }
  }

  /** Only the asker sees it; where Slack cannot do that, it comes as a direct message. */
  async function privately(
    message: SlackMessage,
    { team, channel, only }: Extract<Place, { kind: 'thread' }> & { only: string },
    { thread }: Spot,
  ): Promise<Stood | undefined> {
    try {
      await client.chat.postEphemeral({
        channel,
        user: only,
        ...(thread ? { thread_ts: thread } : {}),
        ...written(message),
      });
      return undefined;
    } catch (error) {
      if (failureOf(error).kind !== 'refused' || isTooMuch(error)) throw error;
      const target: Target = { place: { kind: 'direct', team, user: only }, spot: {} };
      return plainly({ ...message, blocks: message.blocks.filter((block) => !isShare(block)) }, target);
    }
  }

  /** A person's direct messages go by their id until their conversation is known. */
  function knownConversation({ place, spot }: Target): string | undefined {
    if (place.kind === 'room' || (place.kind === 'thread' && !place.only)) return place.channel;
    const user = place.kind === 'direct' ? place.user : (place.only as string);
    return (place.kind === 'direct' ? spot.channel : undefined) ?? directs.get(`${place.team} ${user}`);
  }

  return {
    post,
    async stands(to, id) {
      const target = placeAt(to);
      const channel = target && knownConversation(target);
      if (!channel || (target.place.kind === 'thread' && target.place.only)) return false;
      try {
        return await isThere(client, channel, threadOf(target).thread_ts, markOf(id));
      } catch (error) {
        throw new DeliveryError(failureOf(error), { cause: error });
      }
    },
  };
}

function conversationOf({ place, spot }: Target): string {
  return place.kind === 'direct' ? (spot.channel ?? place.user) : place.channel;
}

/** The blocks as Slack reads them: the client would take them apart first, for a log that is not kept. */
function written({ text, blocks }: SlackMessage): SlackMessage {
  return { text, blocks: JSON.stringify(blocks) as unknown as KnownBlock[] };
}

function threadOf({ place, spot }: Target): { thread_ts?: string } {
  const thread = place.kind === 'thread' ? place.thread : spot.thread;
  return thread ? { thread_ts: thread } : {};
}
