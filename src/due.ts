import { todayInAmsterdam } from './clock.ts';
import type { Turn } from './turn.ts';

const AN_HOUR = 60 * 60 * 1000;
/** Every day, when nobody is at work: at three in the night, in winter. */
const TIDY_AT = 3 * AN_HOUR;

/**
 * What is due at this moment, each as a turn with an id of its own: whoever books it first makes it happen. After a time
 * in which nothing ran only the last of each kind is due, so that nothing piles up.
 */
export function turnsDue(now: Date): Turn[] {
  const day = todayInAmsterdam(new Date(now.getTime() - TIDY_AT));
  return [
    {
      id: `due tidy ${day}`,
      from: { id: 'due', name: '' },
      at: { channel: 'cli', id: 'due' },
      input: { kind: 'due', what: 'tidy' },
    },
  ];
}
