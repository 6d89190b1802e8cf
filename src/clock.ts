const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const MINUTE = 60_000;
let last = { minute: Number.NaN, day: '' };

/** The day it is in Amsterdam, as an ISO date. It is asked many times a minute, and no day begins within one. */
export function todayInAmsterdam(now?: Date): string {
  const minute = Math.floor((now?.getTime() ?? Date.now()) / MINUTE);
  if (minute !== last.minute) last = { minute, day: inAmsterdam.format(minute * MINUTE) };
  return last.day;
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', hourCycle: 'h23' });

/** The hour it is in Amsterdam, 0 to 23. */
export function hourInAmsterdam(now: Date): number {
  return Number(hour.format(now));
}
