import { z } from 'zod';
import type { Address } from '../../src/turn.ts';

/**
 * Where the bot speaks in Slack. A person's direct messages are one place, in whichever thread; in a channel each thread
 * is a place, and for `only` a person it is one that nobody else sees. A room is the channel itself, outside any thread.
 */
export type Place =
  | { kind: 'direct'; team: string; user: string }
  | { kind: 'thread'; team: string; channel: string; thread: string; only?: string }
  | { kind: 'room'; team: string; channel: string };

/** Where in that place: the conversation and thread of a direct message, and the message that was pressed. */
const Spot = z.strictObject({
  channel: z.string().optional(),
  thread: z.string().optional(),
  pressed: z.string().optional(),
});
export type Spot = z.infer<typeof Spot>;

export function addressOf(place: Place, spot: Spot = {}): Address {
  const id = idOf(place);
  return { channel: 'slack', id, ...(Object.keys(spot).length > 0 ? { spot: JSON.stringify(spot) } : {}) };
}

function idOf(place: Place): string {
  switch (place.kind) {
    case 'direct':
      return `${place.team}/${place.user}`;
    case 'room':
      return `${place.team}/${place.channel}/${ROOM}`;
    default:
      return [place.team, place.channel, place.thread, ...(place.only ? [place.only] : [])].join('/');
  }
}

/** Undefined for what is no address of ours. */
export function placeAt({ id, spot }: Address): { place: Place; spot: Spot } | undefined {
  const [team, second, thread, only, ...rest] = id.split('/');
  if (!team || !second || rest.length > 0) return undefined;
  const read = Spot.safeParse(spot === undefined ? {} : parsed(spot));
  const place: Place =
    thread === undefined || thread === GREETING
      ? { kind: 'direct', team, user: second }
      : thread === ROOM
        ? { kind: 'room', team, channel: second }
        : { kind: 'thread', team, channel: second, thread, ...(only ? { only } : {}) };
  return { place, spot: read.success ? read.data : {} };
}

const GREETING = 'greeting';
const ROOM = 'room';

/** The room of a thread that everybody sees, and where somebody can be spoken to alone. */
export function around(at: Address, team: string, user: string): { room?: Address; reach: Address } {
  const place = placeAt(at)?.place;
  const { channel } = at;
  const room = place?.kind === 'thread' ? { room: addressOf({ kind: 'room', team, channel: place.channel }) } : {};
  return place?.kind === 'direct'
    ? { reach: { channel, id: at.id, ...(at.spot ? { spot: at.spot } : {}) } }
    : { ...room, reach: addressOf({ kind: 'direct', team, user }) };
}

/** Where somebody is greeted: beside what they may be in the middle of in their direct messages. */
export function greetingPlace(team: string, user: string, spot: Spot): Address {
  return { ...addressOf({ kind: 'direct', team, user }, spot), id: `${team}/${user}/${GREETING}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
