import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Bought, Need, Status } from '../../src/requests/request.ts';
import { type Event, type Party, PurchaseRequest, withKeys } from '../../src/requests/request.ts';

type Wanted = {
  number?: number;
  on?: string;
  status?: Status;
  need?: Partial<Need>;
  by?: string;
  claimedBy?: string;
  /** The moment it was picked up, and finished. */
  claimedAt?: string;
  doneAt?: string;
  bought?: Bought;
};

export function partyOf(name: string): Party {
  return {
    id: `${name.toLowerCase()}@utrecht.example`,
    name,
    at: { channel: 'slack', id: `alone ${name}` },
    language: 'nl',
  };
}

/** A request that was posted at nine in the morning, unless said otherwise. */
export function requestOf(wanted: Wanted = {}): PurchaseRequest {
  const {
    number = 1,
    on = '2026-11-20',
    status = 'open',
    by = 'Ann',
    claimedBy = 'Bo',
    claimedAt,
    doneAt,
    bought,
  } = wanted;
  const [requester, claimer] = [partyOf(by), partyOf(claimedBy)];
  const event = (at: string | undefined, what: Event['what'], who: Party, as: Event['as']): Event[] =>
    at ? [{ on: at, by: { id: who.id, name: who.name }, as, what }] : [];
  const request = PurchaseRequest.parse({
    id: `IMP-${on.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    status,
    on,
    need: { what: 'iets', ...wanted.need },
    requester,
    ...(status === 'claimed' || status === 'done' ? { claimer } : {}),
    suggested: [],
    ...(bought ? { bought } : {}),
    history: [
      ...event(`${on}T09:00:00Z`, 'posted', requester, 'requester'),
      ...event(claimedAt, 'claim', claimer, 'buyer'),
      ...event(doneAt, 'finish', claimer, 'buyer'),
    ],
    cards: [],
  });
  return withKeys(request);
}

/** Keeps requests in a file, as the bot would. */
export async function keepRequests(file: string, requests: readonly PurchaseRequest[]): Promise<void> {
  const store = await openLowdbStore({ file, today: () => '2026-11-28' });
  await store.settle('requests', async (records) => {
    for (const one of requests) await records.requests.put(one.id, one);
    return [];
  });
  await store.close();
}
