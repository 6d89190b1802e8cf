import type { Backlog } from './backlog.ts';
import type { Channel, Store } from './ports.ts';
import { within } from './within.ts';

/** Who asks must hear within two seconds, also when a part never answers. */
const LONGEST_LOOK = 1500;

export type Parts = {
  store: Pick<Store, 'healthy'>;
  backlog: Pick<Backlog, 'stuck'>;
  channels: Readonly<Record<string, Pick<Channel, 'ready'>>>;
  stopping: () => boolean;
};

/** The names of the parts that cannot do their work at this moment; none when all is well. */
export async function notReady({ store, backlog, channels, stopping }: Parts): Promise<string[]> {
  const parts: [name: string, ready: boolean][] = [
    ['stopping', !stopping()],
    ['store', await storeHealthy(store)],
    ['outbox', !backlog.stuck()],
    ...Object.entries(channelsReady(channels)),
  ];
  return parts.filter(([, ready]) => !ready).map(([name]) => name);
}

/** Whether the store can keep things; one that does not answer cannot. */
export function storeHealthy(store: Pick<Store, 'healthy'>): Promise<boolean> {
  return within(
    LONGEST_LOOK,
    Promise.resolve().then(() => store.healthy()),
    false,
  );
}

export function channelsReady(channels: Parts['channels']): Record<string, boolean> {
  return Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, isReady(channel)]));
}

function isReady({ ready }: Pick<Channel, 'ready'>): boolean {
  try {
    return ready?.() ?? true;
  } catch {
    return false;
  }
}
