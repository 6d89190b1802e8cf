import { createHmac, randomUUID } from 'node:crypto';
import { BOT } from './fake.ts';

export const SECRET = 'a secret of Slack and us';

export type Signing = { secret?: string; at?: number; type?: string; headers?: Record<string, string> };

/** A request as Slack signs it. */
export function signed(body: string, { secret = SECRET, at = Date.now() / 1000, type, headers = {} }: Signing = {}) {
  const stamp = String(Math.floor(at));
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return new Request('http://127.0.0.1/slack/events', {
    method: 'POST',
    headers: {
      'content-type': type ?? (body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'),
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  });
}

let counted = 0;
/** A moment of its own for each thing that happens. */
export function moment(): string {
  counted += 1;
  return `${1_780_000_000 + counted}.000200`;
}

export function event(inner: Record<string, unknown>, outer: Record<string, unknown> = {}) {
  return {
    type: 'event_callback',
    team_id: BOT.team_id,
    api_app_id: BOT.app_id,
    event_id: `Ev${randomUUID()}`,
    event_time: 1_780_000_000,
    authorizations: [{ team_id: BOT.team_id, user_id: BOT.user_id, is_bot: true }],
    event: inner,
    ...outer,
  };
}

type Said = { user?: string; channel?: string; ts?: string; thread_ts?: string } & Record<string, unknown>;

export function direct(text: string, said: Said = {}) {
  const { user = 'UANN' } = said;
  return event({ type: 'message', channel_type: 'im', channel: `D${user}`, text, ts: moment(), ...said, user });
}

export function mention(text: string, said: Said = {}) {
  return event({
    type: 'app_mention',
    channel: 'C1',
    user: 'UANN',
    text: `<@${BOT.user_id}> ${text}`,
    ts: moment(),
    ...said,
  });
}

export function inChannel(text: string, said: Said = {}) {
  return event({ type: 'message', channel_type: 'channel', channel: 'C1', user: 'UANN', text, ts: moment(), ...said });
}

export function command(text: string, fields: Record<string, string> = {}) {
  return new URLSearchParams({
    command: '/impact',
    text,
    team_id: BOT.team_id,
    user_id: 'UANN',
    channel_id: 'C1',
    channel_name: 'inkoop',
    trigger_id: `trigger-${randomUUID()}`,
    response_url: 'http://127.0.0.1/response',
    ...fields,
  }).toString();
}

/** Buttons, dialogs and shortcuts come as a form with their JSON in it. */
export function interaction(payload: Record<string, unknown>): string {
  const whole = {
    team: { id: BOT.team_id },
    user: { id: 'UANN', name: 'ann', team_id: BOT.team_id },
    trigger_id: `trigger-${randomUUID()}`,
    ...payload,
  };
  return new URLSearchParams({ payload: JSON.stringify(whole) }).toString();
}

export type Message = { channel: string; ts: string; thread_ts?: string; seenBy?: string };

/** A press of a button of a message; `values` are what stands in its fields. */
export function press(
  message: Message,
  button: { action_id: string; block_id: string; value: string; type?: string },
  { user = 'UANN', at = moment(), values = {} }: { user?: string; at?: string; values?: object } = {},
): string {
  const { channel, ts, thread_ts, seenBy } = message;
  return interaction({
    type: 'block_actions',
    user: { id: user, name: user.toLowerCase(), team_id: BOT.team_id },
    channel: { id: channel },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: seenBy !== undefined },
    ...(seenBy === undefined ? { message: { ts, ...(thread_ts ? { thread_ts } : {}) } } : {}),
    state: { values },
    actions: [{ type: 'button', ...button, action_ts: at }],
  });
}
