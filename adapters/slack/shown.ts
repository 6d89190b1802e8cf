import type { KnownBlock } from '@slack/types';
import type { FileRef } from '../../src/file.ts';
import { plain } from '../../src/journeys/request-card.ts';
import { cut } from '../../src/on-screen.ts';
import type { Reply } from '../../src/reply.ts';
import type { Place } from './address.ts';
import { isTooMuch } from './failure.ts';
import { LIMITS } from './limits.ts';
import { markOf, named, note, render, type SlackMessage } from './render.ts';
import { type Sharing, shareButton } from './share.ts';
import { words } from './words.ts';

/** A reply as it is shown in this place: where only one person sees it, that is said, and they can share it. */
export function messageOf(
  reply: Reply,
  place: Place,
  { id, repeat, carried }: { id: string; repeat: boolean; carried: Sharing['carried'] },
): SlackMessage {
  const only = place.kind === 'thread' && place.only ? `${place.channel}/${place.thread}` : undefined;
  const message = render(reply, { id, repeat, place: only });
  if (!only) return message;
  const said = words[reply.language];
  const value = carried(reply, markOf(id), only);
  const around: KnownBlock[] = [note(said.privately), shareButton(value, reply.language)];
  const blocks = [...message.blocks, ...around].slice(0, LIMITS.blocks);
  const text = [message.text, said.privately].join('\n\n');
  return { text, blocks: named(blocks, id, only) };
}

/** Says of files that may not be put there that they are missing. */
export function withRefused(reply: Reply, refused: readonly FileRef[]): Reply {
  const said = words[reply.language];
  return {
    ...reply,
    parts: reply.parts.map((part) =>
      (part.kind === 'file' || part.kind === 'image') && refused.includes(part.file)
        ? {
            kind: 'text',
            text: [part.kind === 'image' ? part.alt : '', said.fileRefused(plain(part.file.name))].join('\n\n').trim(),
          }
        : part,
    ),
  };
}

/** Blocks that Slack does not take are no reason to say nothing. */
export async function asBlocksOrText<Value>(
  message: SlackMessage,
  say: (shown: SlackMessage) => Promise<Value>,
): Promise<Value> {
  try {
    return await say(message);
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    return say({ text: cut(message.text, LIMITS.message), blocks: [] });
  }
}

export function isShare(block: KnownBlock): boolean {
  return block.type === 'actions' && block.elements.some((one) => one.action_id === 'share');
}
