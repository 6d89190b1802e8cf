import type { Store } from './ports.ts';
import { type PurchaseRequest, statuses } from './requests/request.ts';

/** A purchase request that somebody asked for or picked up, and that is not over. */
export type OwnRequest = Pick<PurchaseRequest, 'id' | 'status'> & { what: string };

const GOING_ON = statuses.filter((status) => status === 'open' || status === 'claimed');

/** What this person asked for or picked up and is not over yet, newest first. */
export async function ownRequests({ read }: Pick<Store, 'read'>, person: string): Promise<OwnRequest[]> {
  const lists = await read((records) => Promise.all(GOING_ON.map((status) => records.requests.list({ status }))));
  return lists
    .flat()
    .filter(({ requester, claimer }) => requester.id === person || claimer?.id === person)
    .map(({ id, status, need }) => ({ id, status, what: need.what }))
    .toSorted((a, b) => b.id.localeCompare(a.id));
}
