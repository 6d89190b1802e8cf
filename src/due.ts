import { hourInAmsterdam, todayInAmsterdam } from './clock.ts';
import { quarterOf } from './commission/when.ts';
import { oldestKept } from './terms.ts';
import type { Due, Turn } from './turn.ts';
import { monthBefore } from './understand/period.ts';
import { isWorkingDay } from './working-days.ts';

const AN_HOUR = 60 * 60 * 1000;
/** Every day, when nobody is at work: at three in the night, in winter. */
const TIDY_AT = 3 * AN_HOUR;
/** Days after the beginning of a quarter on which its turn may still come: fewer than those for which a turn is known. */
const LATEST_OF_QUARTER = 25;
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
  const quarterBegan = oldestKept(day, LATEST_OF_QUARTER) < firstOfQuarter(day);
  return [
    due(night, { kind: 'due', what: 'tidy' }),
    // On the first working day of a month; where nothing ran then, on the next on which something does.
    ...(reminds
      ? [due(day, { kind: 'due', what: 'remind' }), due(month, { kind: 'due', what: 'monthly', month })]
      : []),
    ...(reminds && quarterBegan ? [due(quarterOf(day), { kind: 'due', what: 'quarter' })] : []),
  ];
}

/** The first day of the quarter in which a day is. */
function firstOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
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
