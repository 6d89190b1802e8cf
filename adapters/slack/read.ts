import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Action } from '../../src/action.ts';
import { handedOver } from '../../src/handed.ts';
import type { Address, Input } from '../../src/turn.ts';
import { addressOf, type Place } from './address.ts';
import { mentions, typed } from './text.ts';
import { wellFormed } from './well-formed.ts';

/** What was read: a turn of somebody who is still to be looked up. `locale` is known where they chose a language. */
export type Heard = {
  id: string;
  team: string;
  user: string;
  at: Address;
  input: Input;
  locale?: 'nl' | 'en' | undefined;
};

const Id = z.string().min(1).max(200);
const Message = z.object({
  team_id: Id,
  authorizations: z.array(z.object({ user_id: Id.nullish() })).optional(),
  event: z.object({
    type: z.enum(['message', 'app_mention']),
    channel: Id,
    channel_type: z.string().optional(),
    user: Id,
    text: z.string().default(''),
    ts: Id,
    thread_ts: Id.optional(),
    subtype: z.string().optional(),
    bot_id: Id.nullish(),
    edited: z.unknown().optional(),
    files: z
      .array(z.object({ id: Id, name: z.string().nullish() }))
      .optional()
      .catch(undefined),
  }),
});
/** Kinds of message that a person wrote; all other kinds are edits, notices and bots. */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** Something that was written where the bot can hear it. */
export type Written = Heard & {
  /** The thread, when only those who are in it are meant to hear it: the bot answers when it is one of them. */
  onlyWithin?: string;
  direct: boolean;
  channel: string;
  thread: string;
};

/** A message to the bot. Undefined for its own, another bot's, an edit, and what is said to others. */
export function readMessage(body: unknown, privately: ReadonlySet<string>): Written | undefined {
  const read = Message.safeParse(body);
  if (!read.success) return undefined;
  const { team_id: team, event, authorizations } = read.data;
  const { channel, user, ts, thread_ts } = event;
  const bot = authorizations?.[0]?.user_id ?? undefined;
  if (!WRITTEN.has(event.subtype) || event.bot_id || event.edited || user === bot || user === 'USLACKBOT')
    return undefined;

  const thread = thread_ts ?? ts;
  const called = mentions(event.text);
  const files = (event.files ?? []).map(({ id, name }) => ({ name: name ?? '', ref: id }));
  const direct = event.channel_type === 'im' || channel.startsWith('D');
  const heard = {
    // A mention comes twice, as a mention and as a message: it is one turn.
    id: `slack ${team} ${channel} ${ts}`,
    team,
    user,
    channel,
    thread,
    input: handedOver(files, typed(event.text, bot)),
  };
  if (direct) {
    return { ...heard, direct, at: addressOf({ kind: 'direct', team, user }, { channel, thread }) };
  }
  const at = addressOf(
    { kind: 'thread', team, channel, thread, ...(privately.has(channel) ? { only: user } : {}) },
    thread_ts ? { thread: thread_ts } : {},
  );
  // Of a mention with a file beside it only the message may come.
  const mentioned = event.type === 'app_mention' || (files.length > 0 && bot !== undefined && called.includes(bot));
  if (mentioned) return { ...heard, direct, at };
  return thread_ts && called.length === 0 ? { ...heard, direct, at, onlyWithin: thread_ts } : undefined;
}

const Pressed = z.object({
  team: z.object({ id: Id }).nullish(),
  user: z.object({ id: Id, team_id: Id.optional() }),
  container: z
    .object({ channel_id: Id.optional(), message_ts: Id.optional(), thread_ts: Id.optional(), view_id: Id.optional() })
    .optional(),
  channel: z.object({ id: Id }).nullish(),
  message: z.object({ ts: Id, thread_ts: Id.optional() }).optional(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }).nullish(),
  actions: z
    .array(z.object({ action_id: Id, block_id: z.string().default(''), value: z.string().optional(), action_ts: Id }))
    .min(1),
});
const Entered = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/** Presses of one button within this time are one press, in seconds. */
export const ONE_PRESS = 10;

/** `button`: what was pressed and when, in seconds; absent for a form, which is sent once for each thing that is filled in. */
export type Press = Heard & { button?: { key: string; at: number } };

/** A pressed button or a sent form. `unknown`: it carries nothing that this version knows. Undefined: no press at all. */
export function readPress(body: unknown): Press | (Omit<Heard, 'input'> & { unknown: true }) | undefined {
  const read = Pressed.safeParse(body);
  const pressed = read.data?.actions[0];
  if (!read.success || !pressed || pressed.value === undefined) return undefined;
  const { user, container = {}, channel, message, state } = read.data;
  const team = read.data.team?.id ?? user.team_id;
  if (!team) return undefined;

  const conversation = channel?.id ?? container.channel_id;
  const ts = message?.ts ?? container.message_ts;
  const at = addressOf(
    ...placeOfPress({ team, user: user.id, conversation, ts }, pressed.block_id, message, container),
  );
  const where = [team, user.id, conversation ?? container.view_id ?? '', ts ?? ''].join(' ');
  // What the button carries may be what somebody asked: it stands in no id, for ids are logged.
  const key = `slack ${team} press ${hashOf(`${where} ${pressed.block_id} ${pressed.value}`)}`;
  const seconds = Number(pressed.action_ts) || 0;
  const heard = { id: `${key} ${Math.floor(seconds / ONE_PRESS)}`, team, user: user.id, at };
  const action = Action.safeParse(parsed(pressed.value));
  if (!action.success) return { ...heard, unknown: true };
  const form = /^submit:(\d+)$/.exec(pressed.action_id)?.[1];
  if (form === undefined) {
    return { ...heard, input: { kind: 'action', action: action.data, values: {} }, button: { key, at: seconds } };
  }
  const values = wellFormed(valuesOf(state?.values ?? {}, `field:${form}:`));
  const filledIn = hashOf(JSON.stringify(values));
  return { ...heard, id: `${key} ${filledIn}`, input: { kind: 'action', action: action.data, values } };
}

function placeOfPress(
  {
    team,
    user,
    conversation,
    ts,
  }: { team: string; user: string; conversation: string | undefined; ts: string | undefined },
  block: string,
  message: { thread_ts?: string | undefined } | undefined,
  container: { thread_ts?: string | undefined },
): Parameters<typeof addressOf> {
  const thread = message?.thread_ts ?? container.thread_ts;
  const pressed = ts === undefined ? {} : { pressed: ts };
  const within = thread === undefined ? {} : { thread };
  const [, , privately = ''] = block.split(' ');
  const [channel, root] = privately.split('/');
  if (channel && root) return [{ kind: 'thread', team, channel, thread: root, only: user }, within];
  if (conversation === undefined) return [{ kind: 'direct', team, user }];
  if (conversation.startsWith('D'))
    return [
      { kind: 'direct', team, user },
      { channel: conversation, ...within, ...pressed },
    ];
  const place: Place = { kind: 'thread', team, channel: conversation, thread: thread ?? ts ?? '0' };
  return [place, { ...within, ...pressed }];
}

/** What stands in the fields of which the name begins so, by what is left of their names. */
export function valuesOf(all: Record<string, Record<string, unknown>>, form: string): Record<string, string> {
  const entered = Object.values(all).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    entered
      .filter(([name]) => name.startsWith(form))
      .map(([name, one]) => {
        const { value, selected_option } = Entered.safeParse(one).data ?? {};
        return [name.slice(form.length), value ?? selected_option?.value ?? ''];
      }),
  );
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
