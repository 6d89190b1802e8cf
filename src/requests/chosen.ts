import type { PurchaseRequest, Status } from './request.ts';
import { isOneTeam } from './team.ts';

/** Which requests are asked for: those with this status, of this team, posted on these days. */
export type Choice = {
  status?: Status | undefined;
  team?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** The requests that were asked for, in the order of their numbers. */
export function chosenFrom(
  all: readonly PurchaseRequest[],
  { status, team, from = '', to = '9999' }: Choice,
): PurchaseRequest[] {
  const { compare } = new Intl.Collator('nl', { numeric: true });
  return all
    .filter((one) => status === undefined || one.status === status)
    .filter(({ on }) => from <= on && on <= to)
    .filter(({ need }) => team === undefined || isOneTeam(need.team, team))
    .toSorted((a, b) => compare(a.id, b.id));
}
