import type { WebClient } from '@slack/web-api';
import type { Log } from '../../src/ports.ts';
import type { Person } from '../../src/turn.ts';
import { bounded } from './bounded.ts';

const A_DAY = 24 * 60 * 60 * 1000;
/** Who has no address we may see is asked for again sooner. */
const A_WHILE = 10 * 60 * 1000;
/** What the acknowledgement waits for it. */
const LONGEST_WAIT = 1000;

export type Known = { person: Person; locale?: 'nl' | 'en' };
export type PeopleHere = { find(team: string, user: string): Promise<Known> };

/**
 * Who somebody is. Their address is asked for only where roles need it; when it cannot be had in time they go by their
 * id in Slack, and nothing they said waits for it.
 */
export function createPeople(client: WebClient, { needed, log }: { needed: boolean; log: Log }): PeopleHere {
  const known = bounded<Known>(5000, A_DAY);
  const unknown = bounded<Known>(5000, A_WHILE);
  let ours: Promise<Home> | undefined;

  function home(): Promise<Home> {
    ours ??= client.auth.test().catch((error: unknown) => {
      ours = undefined;
      throw error;
    });
    return ours;
  }

  return {
    async find(team, user) {
      const id = `slack:${team}:${user}`;
      const plain: Known = { person: { id, name: '' } };
      if (!needed) return plain;
      const before = known.get(id) ?? unknown.get(id);
      if (before) return before;
      const found = await within(lookedUp(client, user, home), LONGEST_WAIT).catch((error: unknown) => {
        log.error('slack-person-not-found', error);
        return undefined;
      });
      if (!found) return plain;
      if (found.person.email) known.set(id, found);
      else unknown.set(id, { ...found, person: { ...plain.person, name: found.person.name } });
      return (known.get(id) ?? unknown.get(id)) as Known;
    },
  };
}

/** The workspace that the bot is of, and the organisation with several workspaces, where there is one. */
type Home = { team_id?: string; enterprise_id?: string };

/** In a channel that is shared with another organisation, that organisation says which address its people have. */
function isOurs(found: { team_id?: string; enterprise_user?: { enterprise_id?: string } } | undefined, home: Home) {
  const enterprise = found?.enterprise_user?.enterprise_id;
  return (
    (home.team_id !== undefined && found?.team_id === home.team_id) ||
    (enterprise !== undefined && enterprise === home.enterprise_id)
  );
}

async function lookedUp(client: WebClient, user: string, home: () => Promise<Home>): Promise<Known> {
  const [{ user: found }, ours] = await Promise.all([client.users.info({ user, include_locale: true }), home()]);
  const email = isOurs(found, ours) ? found?.profile?.email?.toLowerCase() : undefined;
  const locale = found?.locale?.slice(0, 2);
  return {
    person: { id: email ?? user, name: found?.real_name ?? '', ...(email ? { email } : {}) },
    ...(locale === 'nl' || locale === 'en' ? { locale } : {}),
  };
}

async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  const timer = Promise.withResolvers<never>();
  const late = setTimeout(() => timer.reject(new Error('Slack did not say in time who this is')), milliseconds);
  try {
    return await Promise.race([promise, timer.promise]);
  } finally {
    clearTimeout(late);
    promise.catch(() => undefined);
  }
}
