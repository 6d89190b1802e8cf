import { hourInAmsterdam, todayInAmsterdam } from './clock.ts';
import type { Due, Turn } from './turn.ts';
import { monthBefore } from './understand/period.ts';
import { isWorkingDay } from './working-days.ts';

const AN_HOUR = 60 * 60 * 1000;
/** Every day, when nobody is at work: at three in the night, in winter. */
const TIDY_AT = 3 * AN_HOUR;
/** Hours of a working day between which people are reminded: never at night, also when nothing ran in the morning. */
const REMIND = { from: 9, until: 17 };

/**
 * What is due at this moment, each as a turn with an id of its own: whoever books it first makes it happen. After a time
 * in which nothing ran only the last of each kind is due, so that nothing piles up.
 */
export function turnsDue(now: Date): Turn[] {
  const night = todayInAmsterdam(new Date(now.getTime() - TIDY_AT));
  const day = todayInAmsterdam(now);
  const hour = hourInAmsterdam(now);
  const reminds = hour >= REMIND.from && hour < REMIND.until && isWorkingDay(day);
  const month = monthBefore(day.slice(0, 7));
  return [
    due(night, { kind: 'due', what: 'tidy' }),
    // On the first working day of a month; where nothing ran then, on the next on which something does.
    ...(reminds
      ? [due(day, { kind: 'due', what: 'remind' }), due(month, { kind: 'due', what: 'monthly', month })]
      : []),
  ];
}

function due(when: string, input: Due): Turn {
  const { what } = input;
  return {
    id: `due ${what} ${when}`,
    from: { id: 'due', name: '' },
    at: { channel: 'cli', id: `due ${what}` },
    input,
  };
}
