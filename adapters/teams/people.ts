import type { Log } from '../../src/ports.ts';
import type { Person } from '../../src/turn.ts';
import { bounded } from './bounded.ts';
import type { Heard } from './read.ts';

/** Looks up the e-mail address of somebody in a conversation, within so many milliseconds. */
export type EmailOf = (heard: Heard, milliseconds: number) => Promise<string | undefined>;

const KEPT = 5000;
const A_DAY = 24 * 60 * 60 * 1000;
/** Who could not be looked up is asked for again after this time, not with each message. */
const A_MINUTE = 60 * 1000;
const LONGEST = 1000;

/**
 * Who somebody is: by e-mail address where that is needed and Teams gives it in time, so that a person is one
 * everywhere; else by the id of the organisation.
 */
export function createPeople(
  emailOf: EmailOf | undefined,
  log: Log,
  now: () => number,
): (heard: Heard) => Promise<Person> {
  const known = bounded<{ email?: string }>(KEPT, now, A_DAY);
  return async (heard) => {
    const { user, tenant } = heard;
    const id = `teams:${tenant}:${user.aad ?? user.id}`;
    const email = emailOf ? await find(id, heard, emailOf) : undefined;
    return email ? { id: email, name: user.name, email } : { id, name: user.name };
  };

  async function find(id: string, heard: Heard, look: EmailOf): Promise<string | undefined> {
    const before = known.get(id);
    if (before) return before.email;
    const email = await inTime(look(heard, LONGEST)).catch((error: unknown) => {
      log.error('teams-person-unknown', error);
      return undefined;
    });
    known.set(id, email ? { email } : {}, email ? A_DAY : A_MINUTE);
    return email;
  }
}

function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer in time')), LONGEST);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
