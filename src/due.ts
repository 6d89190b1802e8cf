import { hourInAmsterdam, todayInAmsterdam } from './clock.ts';
import type { Turn } from './turn.ts';
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
  return [due('tidy', night), ...(reminds ? [due('remind', day)] : [])];
}

function due(what: 'tidy' | 'remind', day: string): Turn {
  return {
    id: `due ${what} ${day}`,
    from: { id: 'due', name: '' },
    at: { channel: 'cli', id: `due ${what}` },
    input: { kind: 'due', what },
  };
}
