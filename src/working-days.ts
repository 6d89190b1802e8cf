import Holidays from 'date-holidays';

let dutch: Holidays | undefined;
const known = new Map<number, ReadonlySet<string>>();

/** The public holidays of a year in the Netherlands, as ISO dates. */
function holidaysOf(year: number): ReadonlySet<string> {
  dutch ??= new Holidays('NL', { types: ['public'] });
  const found = known.get(year) ?? new Set(dutch.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  known.set(year, found);
  return found;
}

/** Whether people of the city are at work on this day (an ISO date). */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The day that is so many working days later, or earlier when it is negative; a day off counts as the next working day. */
export function workingDaysFrom(day: string, days: number): string {
  const step = days < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(days); left > 0; ) {
    at = next(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The next first working day of a month after this day. */
export function nextFirstWorkingDay(day: string): string {
  const first = firstIn(`${day.slice(0, 7)}-01`);
  if (first > day) return first;
  const [year = 0, month = 1] = day.split('-').map(Number);
  return firstIn(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10));
}

function firstIn(day: string): string {
  return isWorkingDay(day) ? day : workingDaysFrom(day, 1);
}

function next(day: string, step: 1 | -1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}
