import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { DeliveryError, failureOfError, failureOfStatus } from '../../src/delivery.ts';
import { createOutbox } from '../../src/outbox.ts';
import type { Channel } from '../../src/ports.ts';

/** A process that sends what waits in a file to a service on this computer, until it is told to stop or is killed. */
const [file = '', port = ''] = process.argv.slice(2);

const channel: Channel = {
  start: async () => undefined,
  stop: async () => undefined,
  async post({ id: place }, _reply, { id, repeat }) {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      body: JSON.stringify({ place, id, repeat }),
    }).catch((cause: unknown) => {
      throw new DeliveryError(failureOfError(cause), { cause });
    });
    await response.arrayBuffer();
    const failure = failureOfStatus(response.status, response.headers.get('retry-after'), Date.now());
    if (failure) throw new DeliveryError(failure);
    return undefined;
  },
};

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = await openLowdbStore({ file, today: () => '2026-11-28' });
const outbox = createOutbox({ store, channels: { slack: channel }, log: quiet });
outbox.send();

process.on('disconnect', async () => {
  await outbox.stop();
  await store.close();
});
