import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { Channel, Log } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';
import { bodyOf } from './body.ts';
import { type Files, readFiles } from './files.ts';
import { beginSession, headers, onlyFromHere, sessionOf } from './guard.ts';
import { readTurn } from './read.ts';
import { render } from './render.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { languageOf, words } from './words.ts';

/** `port` or the next free one; 0 is any. `page` is the folder of the page. */
type Settings = { accept: (turn: Turn) => Promise<void>; port?: number | undefined; log: Log; page?: URL };
export type WebChannel = Channel & { address(): string };

const PORTS_TRIED = 50;
const KEEP_ALIVE = 15_000;

export function createWebChannel({ accept, port = 3000, log, page }: Settings): WebChannel {
  const sessions = createSessions();
  let server: Server | undefined;
  const bound = () => (server?.address() as AddressInfo | null)?.port ?? port;
  const address = () => `http://127.0.0.1:${bound()}`;

  return {
    async start() {
      const app = createApp({ accept, log, sessions, files: await readFiles(page), port: bound });
      server = await listen(() => createAdaptorServer({ fetch: app.fetch }) as Server, port);
      log.info('web-open', { address: address() });
    },
    async stop() {
      server?.close();
      server?.closeAllConnections();
    },
    async post(to, reply) {
      sessions.tell(to.id, (place) => render(reply, place));
    },
    address,
  };
}

type Parts = { accept: Settings['accept']; log: Log; sessions: Sessions; files: Files; port: () => number };

function createApp({ accept, log, sessions, files, port }: Parts): Hono {
  const app = new Hono();
  app.use(headers);
  app.use(onlyFromHere(port, (c) => refuse(c, 403, 'wrongDoor')));

  app.get('/', (c) => {
    if (!sessionOf(c)) beginSession(c);
    c.header('Cache-Control', 'no-store');
    return c.html(files.index(spoken(c)));
  });

  for (const { path, type, body } of files.assets) {
    app.get(path, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
  }

  app.get('/words', (c) => {
    const language = languageOf(c.req.query('lang'));
    setCookie(c, 'language', language, { sameSite: 'Strict', path: '/', maxAge: 365 * 24 * 60 * 60 });
    return c.json(words[language]);
  });

  app.post('/turns', async (c) => {
    const body = await bodyOf(c.req.raw);
    if (body.kind === 'too-large') return refuse(c, 413, 'tooLarge');
    const session = sessionOf(c);
    if (!session) return refuse(c, 403, 'noSession');
    const turn = readTurn(body.json, session);
    if (!turn) return refuse(c, 400, 'unreadable');
    await accept(turn);
    return c.json({}, 202);
  });

  app.get('/messages', (c) => {
    const session = sessionOf(c);
    if (!session) return refuse(c, 403, 'noSession');
    return streamSSE(c, async (stream) => {
      let seen = Number(c.req.header('last-event-id')) || 0;
      let ready = false;
      while (!stream.aborted) {
        for (const { id, html } of sessions.since(session, seen)) {
          await stream.writeSSE({ event: 'reply', id: String(id), data: html });
          seen = id;
        }
        // The first time: all that was said before is there. Later: a sign of life.
        if (!ready) await stream.writeSSE({ event: 'ready', data: '', retry: 2000 });
        else await stream.write(': still here\n\n');
        ready = true;
        await sessions.newer(session, seen, KEEP_ALIVE);
      }
    });
  });

  app.notFound((c) => refuse(c, 404, 'notFound'));
  app.onError((error, c) => {
    log.error('web-failed', error, { path: c.req.path });
    return refuse(c, 500, 'failed');
  });
  return app;
}

function refuse(c: Context, status: 400 | 403 | 404 | 413 | 500, why: keyof (typeof words)['nl']): Response {
  return c.json({ error: words[spoken(c)][why] }, status);
}

const spoken = (c: Context) => languageOf(getCookie(c, 'language'));

async function listen(create: () => Server, first: number): Promise<Server> {
  for (let port = first; ; port += 1) {
    const server = create();
    server.listen(port, '127.0.0.1');
    const taken = await once(server, 'listening').then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    );
    if (!taken) return server;
    if (taken.code !== 'EADDRINUSE' || port >= first + PORTS_TRIED) throw taken;
  }
}
