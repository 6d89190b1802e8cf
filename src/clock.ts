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
