import { z } from 'zod';
import type { Address } from '../../src/turn.ts';

/**
 * A conversation in Teams: a personal chat, a group chat, or one thread of a channel; or a person, whose personal chat is
 * opened when there is something to say.
 */
export type Place = { tenant: string; conversation: string } | { tenant: string; person: string };

/**
 * How that place was last reached: the address of the service, the message that was pressed there, and whether it is a
 * chat with one person. `otherwise`: the conversation to speak in where that person cannot be spoken to alone.
 */
const Spot = z.strictObject({
  service: z.string(),
  pressed: z.string().optional(),
  personal: z.boolean().optional(),
  otherwise: z.string().optional(),
});
export type Spot = z.infer<typeof Spot>;

/** No conversation is called so. */
const PERSON = 'person ';

export function addressOf(place: Place, spot: Spot): Address {
  const id = 'person' in place ? `${PERSON}${place.person}` : place.conversation;
  return { channel: 'teams', id: `${place.tenant}/${id}`, spot: JSON.stringify(spot) };
}

/** Undefined for what is no address of ours. */
export function placeAt({ id, spot }: Address): { place: Place; spot: Spot | undefined } | undefined {
  const at = id.indexOf('/');
  if (at < 1 || at === id.length - 1) return undefined;
  const [tenant, where] = [id.slice(0, at), id.slice(at + 1)];
  const place = where.startsWith(PERSON)
    ? { tenant, person: where.slice(PERSON.length) }
    : { tenant, conversation: where };
  return { place, spot: spotOf(spot) };
}

/** The channel of which this is a thread: what is said there begins a new one. Undefined for a chat. */
export function roomOf(at: Address): Address | undefined {
  const known = placeAt(at);
  if (!known?.spot || 'person' in known.place) return undefined;
  const [channel, thread] = known.place.conversation.split(THREAD);
  if (!channel || thread === undefined) return undefined;
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
