import { hash } from 'node:crypto';
import { z } from 'zod';
import { Action } from '../../src/action.ts';
import { handedOver } from '../../src/handed.ts';
import type { Address, Input } from '../../src/turn.ts';
import type { Activity } from './activity.ts';
import { tenantsOf } from './activity.ts';
import { addressOf } from './address.ts';
import { filesOf } from './handed.ts';
import { callsUs, typed } from './text.ts';
import { languageOf } from './words.ts';

/** What was read: a turn of somebody who is still to be looked up. */
export type Heard = {
  id: string;
  tenant: string;
  user: { id: string; aad?: string | undefined; name: string };
  conversation: string;
  at: Address;
  input: Input;
  locale?: 'nl' | 'en' | undefined;
};

/** A press counts once within this time, whatever id it has, in milliseconds: Teams may send it again under a new one. */
export const ONE_PRESS = 60_000;
/** `key`: what was pressed, by whom and with what filled in; `time`: when. */
export type Press = Heard & { press: { key: string; time: number } };

const Carried = z.object({
  impact: z.object({
    action: z.string().max(10_000),
    card: z.string().max(100),
    form: z.number().int().min(0).max(1000).optional(),
  }),
});
/** More than any form of ours has. */
const MOST = { fields: 20, characters: 4000 };

/**
 * What a person did in Teams. `unknown`: a button that carries nothing this version knows. Undefined: nothing that is
 * meant for the bot, such as its own messages, an edit, and what is said to others.
 */
export function read(activity: Activity): Heard | Press | { unknown: Heard } | undefined {
  if (activity.from.id === activity.recipient.id || activity.from.role === 'bot') return undefined;
  switch (activity.type) {
    case 'message':
      return Carried.safeParse(activity.value).success || isPress(activity) ? readPress(activity) : readText(activity);
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ? readOpened(activity) : undefined;
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? readOpened(activity) : undefined;
    default:
      return undefined;
  }
}

/** A press of a button has a value and says nothing. */
function isPress({ value, text }: Activity): boolean {
  return typeof value === 'object' && value !== null && !text;
}

function readText(activity: Activity): Heard | undefined {
  const { conversation, id } = activity;
  if (!id || !(isPersonal(activity) || callsUs(activity))) return undefined;
  return {
    ...heard(activity),
    id: turnId('said', conversation.id, id),
    input: handedOver(filesOf(activity), typed(activity)),
  };
}

/** Whether nobody else sees what is said there. */
function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal';
}

/** Being added and being installed come both; whoever is greeted is greeted once. */
function readOpened(activity: Activity): Heard {
  return { ...heard(activity), id: turnId('opened', activity.conversation.id), input: { kind: 'opened' } };
}

function readPress(activity: Activity): Press | { unknown: Heard } {
  const base = heard(activity, activity.replyToId ?? undefined);
  const { data: carried } = Carried.safeParse(activity.value);
  const action = Action.safeParse(parsed(carried?.impact.action ?? ''));
  const values = carried?.impact.form === undefined ? {} : valuesOf(activity.value, carried.impact.form);
  if (!carried || !action.success || !values) {
    return {
      unknown: { ...base, id: turnId('old', activity.conversation.id, activity.id ?? ''), input: { kind: 'opened' } },
    };
  }
  const { card, action: pressed } = carried.impact;
  const who = base.user.aad ?? base.user.id;
  const key = turnId('pressed', activity.conversation.id, who, card, pressed, JSON.stringify(values));
  const time = Date.parse(activity.timestamp ?? '') || Date.now();
  return {
    ...base,
    id: `${key} ${Math.floor(time / ONE_PRESS)}`,
    input: { kind: 'action', action: action.data, values },
    press: { key, time },
  };
}

/** A message that was handed on from anywhere: what follows is said in the chat with that person. */
export function readHandedOn(activity: Activity, text: string, chat: string): Press {
  const base = heard(activity);
  const { tenant, user } = base;
  const key = turnId('handed on', activity.conversation.id, user.aad ?? user.id, text);
  const time = Date.parse(activity.timestamp ?? '') || Date.now();
  return {
    ...base,
    conversation: chat,
    at: addressOf({ tenant, conversation: chat }, { service: activity.serviceUrl, personal: true }),
    id: `${key} ${Math.floor(time / ONE_PRESS)}`,
    input: { kind: 'handed-on', text },
    press: { key, time },
  };
}

/** Undefined when there is more than a form of ours can hold. */
function valuesOf(value: unknown, form: number): Record<string, string> | undefined {
  const name = `field:${form}:`;
  const found = Object.entries(value as object)
    .filter(([key, one]) => key.startsWith(name) && typeof one === 'string')
    .map(([key, one]): [string, string] => [key.slice(name.length).toWellFormed(), String(one).toWellFormed()]);
  const fits = found.length <= MOST.fields && found.flat().every(({ length }) => length <= MOST.characters);
  return fits ? Object.fromEntries(found) : undefined;
}

function heard(activity: Activity, pressed?: string): Omit<Heard, 'id' | 'input'> {
  const { from, conversation, serviceUrl, locale } = activity;
  const tenant = tenantsOf(activity)[0] ?? 'local';
  const language = languageOf(locale ?? undefined);
  return {
    tenant,
    user: { id: from.id, aad: from.aadObjectId ?? undefined, name: (from.name ?? '').toWellFormed() },
    conversation: conversation.id,
    at: addressOf(
      { tenant, conversation: conversation.id },
      {
        service: serviceUrl,
        ...(pressed === undefined ? {} : { pressed }),
        ...(isPersonal(activity) ? { personal: true } : {}),
      },
    ),
    ...(language ? { locale: language } : {}),
  };
}

/** The ids of Teams together are longer than what a button may carry. */
function turnId(...parts: string[]): string {
  return `teams ${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 27)}`;
}

/** JSON may carry half a character, in any string; nothing further on has to know that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value));
  } catch {
    return undefined;
  }
}
