import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Outgoing } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { long } from '../support/long.ts';
import { generated, seed } from '../support/seed.ts';
import { messagesTo } from '../support/sending.ts';

const { count, kills } = long ? { count: 100, kills: 20 } : { count: 30, kills: 8 };
const places = ['a', 'b', 'c', 'd', 'e'];
const program = fileURLToPath(new URL('../support/outbox-process.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
let server: Server | undefined;
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A service that remembers what it heard, and tells when it has heard so much. */
async function service() {
  const heard: { place: string; id: string }[] = [];
  let wanted = Number.POSITIVE_INFINITY;
  let enough = Promise.withResolvers<void>();
  let atOnce = false;
  server = createServer(async (request, response) => {
    const body = await request.toArray().catch(() => undefined);
    if (!body) return;
    heard.push(JSON.parse(body.join('')));
    const reached = heard.length >= wanted;
    // Killed with the answer still to come, or on its way.
    if (reached && atOnce) enough.resolve();
    response.end(() => {
      if (reached) enough.resolve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    hears(more: number, beforeAnswer: boolean): Promise<void> {
      wanted = heard.length + more;
      atOnce = beforeAnswer;
      enough = Promise.withResolvers();
      return enough.promise;
    },
  };
}

it(`loses no message when the process is killed ${kills} times, and repeats only what was on its way (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const file = join(folder, 'store.json');
  const waiting = async (): Promise<Outgoing[]> => {
    const store = await openLowdbStore({ file, today: () => TODAY, readOnly: true });
    return store.outbox.waiting();
  };
  const first = await openLowdbStore({ file, today: () => TODAY });
  await first.settle('t', async () => messagesTo(places, count));
  await first.close();
  const { port, heard, hears } = await service();
  const start = () => {
    child = fork(program, [file, String(port)]);
    return child;
  };

  const inFlight: number[] = [];
  const most = Math.floor((count * places.length) / kills);
  for (const more of generated(fc.integer({ min: 1, max: most }), kills)) {
    const enough = hears(more, more % 2 === 0);
    const running = start();
    await enough;
    const killed = once(running, 'exit');
    running.kill('SIGKILL');
    await killed;
    const known = new Set(heard.map(({ id }) => id));
    inFlight.push((await waiting()).filter(({ id }) => known.has(id)).length);
  }
  // One message of each place is on its way, at most.
  expect(Math.max(...inFlight)).toBeLessThanOrEqual(places.length);

  const all = new Set(messagesTo(places, count).map((_, at) => `t/${at}`));
  const last = start();
  while (new Set(heard.map(({ id }) => id)).size < all.size) await hears(1, false);
  const ended = once(last, 'exit');
  last.disconnect();
  expect(await ended).toEqual([0, null]);

  expect(await waiting()).toEqual([]);
  expect(new Set(heard.map(({ id }) => id))).toEqual(all);
  expect(heard.length - all.size).toBeLessThanOrEqual(inFlight.reduce((sum, one) => sum + one, 0));
  for (const place of places) {
    const order = heard.filter((one) => one.place === place).map(({ id }) => Number(id.slice(2)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
});
