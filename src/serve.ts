import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import { close, listen } from './listen.ts';
import type { Channel, Log } from './ports.ts';
import { doorTexts } from './texts/door.ts';

export type DoorParts = {
  /** What the channels listen to. Each checks for itself who is there. */
  routes: NonNullable<Channel['routes']>;
  /** The names of the parts that cannot do their work now. */
  notReady: () => Promise<string[]>;
  /** Once true, nothing new comes in. */
  stopping: () => boolean;
  log: Log;
};
export type Door = { address: string; stop(): Promise<void> };

/** No platform sends a larger event. */
const LARGEST_BODY = 256 * 1024;
/** Milliseconds for a request to come in, and for its answer. */
const LONGEST_REQUEST = 10_000;
/** Longer than a proxy keeps a connection (60 s), so that it never writes to one that we just closed. */
const KEEP_ALIVE = 65_000;
/** Milliseconds in which what is under way may end. */
const LONGEST_END = 1000;

/** The one door to the outside: what the channels listen to, how it goes with the bot, and a page that says what this is. */
export function createDoor({ routes, notReady, stopping, log }: DoorParts): Hono {
  const app = new Hono();
  app.use(headers, async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    if (stopping()) c.header('Connection', 'close');
  });

  app.get('/', (c) => c.html(page));
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const names = await notReady();
    return names.length === 0 ? c.json({ ready: true }) : c.json({ ready: false, not: names }, 503);
  });

  for (const [path, answer] of Object.entries(routes)) {
    app.all(
      path,
      bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('', 413) }),
      timeout(LONGEST_REQUEST),
      async (c) => (stopping() ? c.text('', 503, { 'Retry-After': '30' }) : answer(c.req.raw)),
    );
  }

  app.notFound((c) => c.text('', 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.text('', error.status);
    if (!c.req.raw.signal.aborted) log.error('door-failed', error, { path: c.req.path });
    return c.text('', 500);
  });
  return app;
}

/** Opens the door at a port; 0 is any that is free. `longest`: milliseconds for a request to come in. */
export async function openDoor(
  parts: DoorParts,
  { port, host, longest = LONGEST_REQUEST }: { port: number; host: string; longest?: number },
): Promise<Door> {
  const serverOptions = {
    requestTimeout: longest,
    headersTimeout: longest,
    connectionsCheckingInterval: longest / 4,
    keepAliveTimeout: KEEP_ALIVE,
  };
  const server = createAdaptorServer({ fetch: createDoor(parts).fetch, serverOptions }) as Server;
  await listen(server, { port, host, setting: 'PORT' });
  const address = `http://${host}:${(server.address() as AddressInfo).port}`;
  parts.log.info('door-open', { address, routes: Object.keys(parts.routes).join(' ') });
  return {
    address,
    stop: () => close(server, LONGEST_END),
  };
}

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: 'max-age=31536000',
});

const page = html`<!doctype html>
<html lang="nl">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${doorTexts.nl.title}</title>
<main>
<h1>${doorTexts.nl.title}</h1>
${doorTexts.nl.text.map((text) => html`<p>${text}</p>`)}
<section lang="en">
<h2>${doorTexts.en.title}</h2>
${doorTexts.en.text.map((text) => html`<p>${text}</p>`)}
</section>
</main>
</html>
`;
