import type { Activity } from '../../../adapters/teams/activity.ts';
import type { Pressable } from '../../../adapters/teams/card.ts';

export const TENANT = '11111111-2222-3333-4444-555555555555';
export const APP = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
let count = 0;

/** A message as Teams sends it in a personal chat, unless said otherwise. */
export function activity(other: Partial<Record<keyof Activity, unknown>> = {}): Activity {
  count += 1;
  return {
    type: 'message',
    id: `17${String(count).padStart(11, '0')}`,
    timestamp: new Date(Date.UTC(2026, 10, 21, 9, 0, 0)).toISOString(),
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    locale: 'nl-NL',
    text: 'lunch voor 20 man',
    from: { id: '29:ann', name: 'Ann', aadObjectId: 'ann-in-de-gids' },
    recipient: { id: `28:${APP}`, name: 'Inkopen met impact' },
    conversation: { id: 'a:gesprek', tenantId: TENANT, conversationType: 'personal' },
    channelData: { tenant: { id: TENANT } },
    ...other,
  } as Activity;
}

/** What Teams sends when a button is pressed, with what was filled in beside it. */
export function pressing(button: Pressable, values: object = {}): Record<string, unknown> {
  const data = { ...button.data, ...values };
  if (button.type === 'Action.Submit') return { text: undefined, value: data };
  const { type, title, verb } = button;
  const value = { action: { type, title, verb, data }, trigger: 'manual' };
  return { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value };
}

/** What somebody in a hurry types, in whatever order. */
export const TYPED = [
  'lunch voor 20 man',
  'mag ik 900 euro uitgeven',
  'ja',
  'nee',
  'opnieuw',
  'stop',
  'help',
  '1',
  'meer',
] as const;
