import type { PurchaseRequest } from './request.ts';

/** Who is reminded of a request, and why. `late` goes to the stand-in too when it has gone on for long. */
export type Reminder =
  | { kind: 'nobody'; to: 'desk' }
  | { kind: 'soon'; to: 'claimer' | 'desk' }
  | { kind: 'late'; to: 'claimer' | 'desk'; standIn: boolean }
  | { kind: 'question'; to: 'requester' };

/** Working days, before and after which something is said. */
const SOON = 2;
const LONG_LATE = 3;

/** What is said of a request on a working day; nothing of one that is done. `workingDays` counts from a day. */
export function remindersOn(
  request: PurchaseRequest,
  today: string,
  workingDays: (from: string, days: number) => string,
): Reminder[] {
  const { status, need, history, question } = request;
  if (status === 'done' || status === 'withdrawn') return [];
  const { wantedBy } = need;
  const holder = status === 'claimed' ? 'claimer' : 'desk';
  const asked = history.findLast(({ what }) => what === 'ask')?.on.slice(0, 10);
  const waits: Reminder[] =
    question !== undefined && asked !== undefined && workingDays(asked, 1) <= today
      ? [{ kind: 'question', to: 'requester' }]
      : [];
  if (wantedBy !== undefined && wantedBy < today) {
    const standIn = status === 'claimed' && workingDays(wantedBy, LONG_LATE) <= today;
    return [...waits, { kind: 'late', to: holder, standIn }];
  }
  if (wantedBy !== undefined && wantedBy <= workingDays(today, SOON)) return [...waits, { kind: 'soon', to: holder }];
  const since = history.findLast(({ what }) => ['posted', 'release', 'reopen'].includes(what))?.on.slice(0, 10);
  const lonely = status === 'open' && since !== undefined && workingDays(since, 1) <= today;
  return lonely ? [...waits, { kind: 'nobody', to: 'desk' }] : waits;
}
