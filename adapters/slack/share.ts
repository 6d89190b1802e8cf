import type { ActionsBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Reply } from '../../src/reply.ts';
import { bounded } from './bounded.ts';
import { markOf, named, note, render, topText } from './render.ts';
import type { Seal } from './seal.ts';
import type { Spoken } from './spoken.ts';
import { isThere } from './stands.ts';
import { type Language, words } from './words.ts';

export type Sharing = {
  /** What the button below an answer carries: the answer itself, or where that is too much, what it is remembered by. */
  carried(reply: Reply, mark: string, place: string): string;
  /** Puts an answer that only the asker saw in the channel, once, at their word; says so when it cannot be done. */
  share(body: unknown): Promise<void>;
};

const HALF_AN_HOUR = 30 * 60 * 1000;

export function shareButton(value: string, language: Language): ActionsBlock {
  const said = words[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'share',
        text: { type: 'plain_text', text: said.share, emoji: false },
        accessibility_label: said.shareLabel,
        value,
      },
    ],
  };
}

const Pressed = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), name: z.string().default('') }),
  channel: z.object({ id: z.string() }).nullish(),
  actions: z.array(z.object({ value: z.string().default(''), block_id: z.string().default('') })).min(1),
});

export function createSharing(client: WebClient, seal: Seal, spoken: Spoken): Sharing {
  const remembered = bounded<Reply>(300, HALF_AN_HOUR);
  const shared = bounded<true>(1000);
  const underway = new Set<string>();

  async function put(reply: Reply, { mark, place, by }: { mark: string; place: string; by: string }): Promise<boolean> {
    const [channel = '', thread = ''] = place.split('/');
    const id = `shared ${mark}`;
    // Another process may have done it, or this one before it was started anew. Where that cannot be seen, it is shared.
    const before = shared.get(mark) ?? (await isThere(client, channel, thread, markOf(id)).catch(() => false));
    if (before) return false;
    const message = render(reply, { id });
    const head = words[reply.language].sharedBy(by);
    await client.chat.postMessage({
      channel,
      thread_ts: thread,
      text: `${topText(head)}\n\n${message.text}`,
      blocks: named([note(head), ...message.blocks], id),
      unfurl_links: false,
      unfurl_media: false,
    });
    shared.set(mark, true);
    return true;
  }

  return {
    carried(reply, mark, place) {
      const own = readOnly(reply);
      const sealed = seal.close(own, place);
      if (sealed === undefined) remembered.set(mark, own);
      return sealed ?? mark;
    },
    async share(body) {
      const { data } = Pressed.safeParse(body);
      if (!data) return;
      const { team, user, channel, actions } = data;
      const { value = '', block_id = '' } = actions[0] ?? {};
      const [mark = '', , place = ''] = block_id.split(' ');
      const say = async (text: string) => {
        if (channel) await client.chat.postEphemeral({ channel: channel.id, user: user.id, text });
      };
      const reply = seal.open(value, place) ?? remembered.get(value);
      if (!reply || place === '') return say(words[spoken.by(team?.id ?? '', user.id)].notShared);
      if (underway.has(mark)) return;
      underway.add(mark);
      try {
        if (!(await put(reply, { mark, place, by: user.name }))) await say(words[reply.language].alreadyShared);
      } finally {
        underway.delete(mark);
      }
    },
  };
}

/** What is to be pressed or filled in is the asker's own; a picture is told in its words. */
function readOnly({ language, wordedBy, parts }: Reply): Reply {
  return {
    language,
    ...(wordedBy ? { wordedBy } : {}),
    parts: parts.flatMap((part): Reply['parts'] => {
      if (part.kind === 'image') return [{ kind: 'text', text: part.alt }];
      // Nobody reads the id of a source, and each character counts.
      if (part.kind === 'sources') return [{ ...part, sources: part.sources.map((one) => ({ ...one, id: '' })) }];
      return part.kind === 'text' || part.kind === 'facts' ? [part] : [];
    }),
  };
}
