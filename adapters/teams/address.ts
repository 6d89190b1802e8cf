import { z } from 'zod';
import type { Address } from '../../src/turn.ts';

/** A conversation in Teams: a personal chat, a group chat, or one thread of a channel. */
export type Place = { tenant: string; conversation: string };

/** How that place was last reached: the address of the service, the message that was pressed there, and whether it is a chat with one person. */
const Spot = z.strictObject({ service: z.string(), pressed: z.string().optional(), personal: z.boolean().optional() });
export type Spot = z.infer<typeof Spot>;

export function addressOf({ tenant, conversation }: Place, spot: Spot): Address {
  return { channel: 'teams', id: `${tenant}/${conversation}`, spot: JSON.stringify(spot) };
}

/** Undefined for what is no address of ours. */
export function placeAt({ id, spot }: Address): { place: Place; spot: Spot | undefined } | undefined {
  const at = id.indexOf('/');
  if (at < 1 || at === id.length - 1) return undefined;
  return { place: { tenant: id.slice(0, at), conversation: id.slice(at + 1) }, spot: spotOf(spot) };
}

/** The channel of which this is a thread: what is said there begins a new one. Undefined for a chat. */
export function roomOf(at: Address): Address | undefined {
  const known = placeAt(at);
  const [channel, thread] = known?.place.conversation.split(THREAD) ?? [];
  if (!known?.spot || !channel || thread === undefined) return undefined;
  const { service } = known.spot;
  return addressOf({ tenant: known.place.tenant, conversation: channel }, { service });
}

const THREAD = ';messageid=';

function spotOf(spot: string | undefined): Spot | undefined {
  try {
    return Spot.safeParse(JSON.parse(spot ?? '')).data;
  } catch {
    return undefined;
  }
}
