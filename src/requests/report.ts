import type { Event, PurchaseRequest } from './request.ts';
import { teamKey } from './team.ts';

/** The days of a period, the last one included, as ISO dates. */
export type Period = { from: string; to: string };

/** What is told of a period. Nothing in it is about one person, or about a group so small that it would be. */
export type Report = {
  period: Period;
  /** Requests of the period: all, and those that were withdrawn. */
  posted: number;
  withdrawn: number;
  /** Requests that were finished in the period. */
  done: number;
  /**
   * Euros, as they were said: what is without btw and what is with btw are two sums, and no third is made of them.
   * Undefined when they would tell of a purchase of too few people.
   */
  spent: Record<'excluded' | 'included', number | undefined>;
  /** Suppliers from whom was bought for the first time, in the order in which that was. Undefined when too few people bought. */
  newSuppliers: string[] | undefined;
  /** Hours within which half of the requests was picked up; undefined when they are of too few people, or picked up by too few. */
  hoursToPickUp: number | undefined;
  months: { month: string; posted: number; done: number }[];
  /** Undefined when the groups are too small to be told. */
  categories: Group[] | undefined;
  teams: Group[] | undefined;
};

/** `name` null: all others together. */
export type Group = { name: string | null; requests: number };

/** Smaller groups are not told apart: fewer requests, or requests of fewer people. */
export const LEAST = 5;

/** What the report must be told: on which day a moment lies here, and to which category a thing belongs. */
export type Reading = { dayOf: (moment: string) => string; categoryOf: (thing: string) => string | undefined };

/** Counts the requests of a period; `all` are those of every time, so that a supplier is known to be new. */
export function reportOf(all: readonly PurchaseRequest[], period: Period, { dayOf, categoryOf }: Reading): Report {
  const isIn = (day: string) => period.from <= day && day <= period.to;
  const posted = all.filter(({ on }) => isIn(on));
  const finished = all
    .flatMap((request) => {
      const end = request.status === 'done' ? request.history.findLast(({ what }) => what === 'finish') : undefined;
      return end ? [{ request, at: end.on, day: dayOf(end.on) }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const done = finished.filter(({ day }) => isIn(day));
  const spentIn = (vat: 'included' | 'excluded') => {
    const own = done.map(({ request }) => request).filter(({ bought }) => bought?.vat === vat);
    const sum = own.reduce((cents, { bought }) => cents + Math.round((bought?.amount ?? 0) * 100), 0);
    return own.length === 0 || isEnough(own) ? sum / 100 : undefined;
  };
  const isTold = done.length === 0 || isEnough(done.map(({ request }) => request));
  return {
    period,
    posted: posted.length,
    withdrawn: posted.filter(({ status }) => status === 'withdrawn').length,
    done: done.length,
    spent: { excluded: spentIn('excluded'), included: spentIn('included') },
    newSuppliers: isTold ? newIn(finished, isIn) : undefined,
    hoursToPickUp: hoursToPickUp(posted),
    months: monthsOf(period).map((month) => ({
      month,
      posted: posted.filter(({ on }) => on.startsWith(month)).length,
      done: done.filter(({ day }) => day.startsWith(month)).length,
    })),
    categories: groupsOf(posted, ({ need }) => categoryOf(need.thing ?? '')),
    teams: groupsOf(posted, ({ need }) => need.team && teamKey(need.team)),
  };
}

function newIn(
  finished: readonly { request: PurchaseRequest; day: string }[],
  isIn: (day: string) => boolean,
): string[] {
  const first = new Map<string, string>();
  for (const { request, day } of finished) {
    const supplier = request.bought?.supplier;
    if (supplier !== undefined && !first.has(supplier)) first.set(supplier, day);
  }
  return [...first].filter(([, day]) => isIn(day)).map(([supplier]) => supplier);
}

/** The middle one of the times between posting and the first pick-up, in whole hours. */
function hoursToPickUp(posted: readonly PurchaseRequest[]): number | undefined {
  const first = (history: readonly Event[], what: Event['what']) => history.find((event) => event.what === what);
  const picked = posted.flatMap((request) => {
    const [from, to] = [first(request.history, 'posted'), first(request.history, 'claim')];
    return from && to ? [{ request, by: to.by.id, hours: (Date.parse(to.on) - Date.parse(from.on)) / 3_600_000 }] : [];
  });
  const hours = picked.map((one) => one.hours).toSorted((a, b) => a - b);
  const middle = hours[Math.ceil(hours.length / 2) - 1];
  // How fast a few buyers work is nobody's affair either.
  const isTold = isEnough(picked.map(({ request }) => request)) && new Set(picked.map(({ by }) => by)).size >= LEAST;
  return isTold && middle !== undefined ? Math.round(middle) : undefined;
}

/**
 * Groups that are large enough, the largest first, and the rest together. Where the rest is too small by itself the
 * smallest of the others joins it: else it could be found by subtracting. Undefined when nothing large enough is left.
 */
function groupsOf(
  requests: readonly PurchaseRequest[],
  nameOf: (request: PurchaseRequest) => string | undefined,
): Group[] | undefined {
  const all = [...Map.groupBy(requests, (request) => nameOf(request) ?? null)];
  const large = all
    .filter(([name, group]) => name !== null && isEnough(group))
    .toSorted(([a, one], [b, other]) => other.length - one.length || (String(a) < String(b) ? -1 : 1));
  const rest = all.filter(([name, group]) => name === null || !isEnough(group)).flatMap(([, group]) => group);
  while (rest.length > 0 && !isEnough(rest) && large.length > 0) rest.push(...(large.pop()?.[1] ?? []));
  if (!isEnough(rest) && large.length === 0) return undefined;
  return [
    ...large.map(([name, group]) => ({ name, requests: group.length })),
    ...(rest.length > 0 ? [{ name: null, requests: rest.length }] : []),
  ];
}

function isEnough(group: readonly PurchaseRequest[]): boolean {
  return group.length >= LEAST && new Set(group.map(({ requester }) => requester.id)).size >= LEAST;
}

function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  const date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = date.toISOString().slice(0, 7)) {
    months.push(month);
    date.setUTCMonth(date.getUTCMonth() + 1);
  }
  return months;
}
