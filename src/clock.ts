const inAmsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Amsterdam, as an ISO date. */
export function todayInAmsterdam(now = new Date()): string {
  return inAmsterdam.format(now);
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', hour: '2-digit', hourCycle: 'h23' });

/** The hour it is in Amsterdam, 0 to 23. */
export function hourInAmsterdam(now: Date): number {
  return Number(hour.format(now));
}
