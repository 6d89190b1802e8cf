import { DeliveryError } from '../../src/delivery.ts';
import type { Channel } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import type { Address } from '../../src/turn.ts';
import { placeAt } from './address.ts';
import { bounded } from './bounded.ts';
import { deliveryError, statusOf } from './failure.ts';
import { offerOf } from './files.ts';
import type { Held } from './held.ts';
import { offered } from './picture.ts';
import { type How, render, renderPlain } from './render.ts';
import type { Sdk } from './sdk.ts';
import { type Services, USUAL_SERVICE } from './services.ts';

/** Speaks in places, and knows how they are reached now. */
export type Speaker = {
  post: Channel['post'];
  /** Shows three dots where an answer is being made. That may fail. */
  working(at: Address): Promise<void>;
  /** Somebody spoke there: it is reached from here, and wants us. `alone`: who did so in a chat with us alone. */
  heardFrom(at: Address, alone?: Address): void;
  /** The address of the service for a place. */
  serviceOf(at: Address): string;
};

const KEPT = 10_000;
/** A place that does not want us is not tried again before somebody speaks there, or a day has passed. */
const A_DAY = 24 * 60 * 60 * 1000;

export function createSpeaker(sdk: Sdk, services: Services, held: Held, now: () => number): Speaker {
  const heardAt = bounded<string>(KEPT, now);
  const unreachable = bounded<true>(KEPT, now, A_DAY);
  /** The chats with people, by their address. */
  const chats = bounded<string>(KEPT, now, A_DAY);

  /** Where a place was last heard from goes before where it was when a message was decided. */
  function serviceOf(at: Address): string {
    const heard = heardAt.get(at.id);
    if (heard !== undefined && services(heard)) return heard;
    const known = [placeAt(at)?.spot?.service, USUAL_SERVICE];
    const service = known.find((one) => one !== undefined && services(one));
    if (service === undefined) throw new DeliveryError({ kind: 'refused' });
    return service;
  }

  /** The conversation to speak in, and whether files can be offered there. */
  async function whereTo(
    key: string,
    { place, spot }: NonNullable<ReturnType<typeof placeAt>>,
    service: string,
  ): Promise<{ conversation: string; files: boolean }> {
    if ('conversation' in place) return { conversation: place.conversation, files: spot?.personal === true };
    if (unreachable.get(key) && spot?.otherwise) return { conversation: spot.otherwise, files: false };
    const conversation = chats.get(key) ?? (await sdk.openChat(service, place.tenant, place.person));
    chats.set(key, conversation);
    return { conversation, files: true };
  }

  const speaker: Speaker = {
    serviceOf,
    heardFrom(at, alone) {
      for (const id of [at.id, ...(alone ? [alone.id] : [])]) unreachable.delete(id);
      heardAt.set(at.id, placeAt(at)?.spot?.service ?? USUAL_SERVICE);
    },
    async working(to) {
      const at = placeAt(to);
      // A chat that does not exist yet is not opened for three dots.
      if (!at || !('conversation' in at.place) || unreachable.get(to.id)) return;
      await sdk.send(serviceOf(to), at.place.conversation, { type: 'typing' });
    },
    async post(to, reply, how) {
      const at = placeAt(to);
      const standsIn = at?.spot?.otherwise !== undefined;
      const away = unreachable.get(to.id) === true;
      if (!at || (away && !standsIn)) throw new DeliveryError({ kind: 'refused' });
      const service = serviceOf(to);
      const standing = how.stands ?? (reply.replaces ? at.spot?.pressed : undefined);
      try {
        const { conversation, files } = await whereTo(to.id, at, service);
        const drawing = { ...how, files, shared: !files };
        const { id, drawn } = await deliver(sdk, { service, conversation, standing }, reply, drawing);
        for (const file of files ? offered(reply, drawn) : []) {
          const offer = offerOf(file, reply.language, held);
          if (offer) await sdk.send(service, conversation, offer);
        }
        return id;
      } catch (error) {
        if (error instanceof DeliveryError) throw error;
        const status = statusOf(error);
        if (status === 403 || status === 404) {
          unreachable.set(to.id, true);
          chats.delete(to.id);
          // Better in company than not at all.
          if (standsIn && !away) return speaker.post(to, reply, how);
        }
        throw deliveryError(error, now());
      }
    },
  };
  return speaker;
}

/** What Teams calls the message, and whether its pictures are drawn in it. */
type Delivered = { id: string | undefined; drawn: boolean };
type Where = { service: string; conversation: string; standing: string | undefined };

/**
 * In the place of what was pressed or is out of date, when that still stands there. When the card is not taken, without its
 * pictures; and when it is not taken then, without a card.
 */
async function deliver(
  sdk: Sdk,
  { service, conversation, standing }: Where,
  reply: Reply,
  how: How & { repeat: boolean },
): Promise<Delivered> {
  if (standing !== undefined) {
    try {
      // Put there twice, it still stands there once.
      await sdk.update(service, conversation, standing, render(reply, { ...how, repeat: false }));
      return { id: standing, drawn: true };
    } catch (error) {
      if (![400, 403, 404, 405].includes(statusOf(error) ?? 0)) throw error;
    }
  }
  const tries = [
    { drawn: true, message: () => render(reply, how) },
    ...(reply.parts.some(({ kind }) => kind === 'image')
      ? [{ drawn: false, message: () => render(reply, { ...how, pictures: false }) }]
      : []),
  ];
  for (const { drawn, message } of tries) {
    try {
      return { id: await sdk.send(service, conversation, message()), drawn };
    } catch (error) {
      if (![400, 413].includes(statusOf(error) ?? 0)) throw error;
    }
  }
  return { id: await sdk.send(service, conversation, renderPlain(reply, how)), drawn: false };
}
