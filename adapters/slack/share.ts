import type { ActionsBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Reply } from '../../src/reply.ts';
import type { Place } from './address.ts';
import { type Bounded, bounded } from './bounded.ts';
import { named, note, render } from './render.ts';
import { type Language, words } from './words.ts';

/** An answer that only one person saw. */
export type Shared = { reply: Reply; place: Extract<Place, { kind: 'thread' }>; id: string };

const HALF_AN_HOUR = 30 * 60 * 1000;

export function shareable(): Bounded<Shared> {
  return bounded(300, HALF_AN_HOUR);
}

export function shareButton(key: string, language: Language): ActionsBlock {
  const said = words[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'share',
        text: { type: 'plain_text', text: said.share, emoji: false },
        accessibility_label: said.shareLabel,
        value: key,
      },
    ],
  };
}

const Pressed = z.object({
  user: z.object({ id: z.string(), name: z.string().default('') }),
  channel: z.object({ id: z.string() }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().default('') })).min(1),
});

/** Puts an answer that only the asker saw in the channel, at their word; says so when it can no longer be done. */
export async function share(client: WebClient, kept: Bounded<Shared>, body: unknown): Promise<void> {
  const { data } = Pressed.safeParse(body);
  if (!data) return;
  const { user, channel, actions } = data;
  const shared = kept.get(actions[0]?.value ?? '');
  if (!shared) {
    const text = words.nl.notShared;
    if (channel) await client.chat.postEphemeral({ channel: channel.id, user: user.id, text });
    return;
  }
  const { reply, place, id } = shared;
  const message = render(readOnly(reply), { id: `shared ${id}` });
  const blocks = [note(words[reply.language].sharedBy(user.name)), ...message.blocks];
  await client.chat.postMessage({
    channel: place.channel,
    thread_ts: place.thread,
    text: message.text,
    blocks: named(blocks, `shared ${id}`),
    unfurl_links: false,
    unfurl_media: false,
  });
}

/** What is to be pressed or filled in is the asker's own. */
function readOnly(reply: Reply): Reply {
  return {
    ...reply,
    parts: reply.parts.filter(({ kind }) => kind !== 'buttons' && kind !== 'form' && kind !== 'file'),
  };
}
