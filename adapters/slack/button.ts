import type { Button as SlackButton } from '@slack/types';
import type { Action } from '../../src/action.ts';
import type { Button } from '../../src/reply.ts';
import { LIMITS } from './limits.ts';
import { plain } from './mrkdwn.ts';

/** A button of ours; `id` is its own among those it stands with. */
export function button({ label, action, style }: Button, id: string): SlackButton {
  return {
    type: 'button',
    action_id: id,
    text: plain(label, LIMITS.buttonText),
    value: carried(action),
    ...(style ? { style } : {}),
  };
}

/** Nothing but plain ASCII, and no sign that Slack writes another way, so that an action comes back exactly as it went; escaped less where it would not fit. */
export function carried(action: Action): string {
  const json = JSON.stringify(action);
  const ascii = json.replace(/[^ -~]|[<>&]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return ascii.length <= LIMITS.value ? ascii : json;
}
