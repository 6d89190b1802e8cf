import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { LARGEST_TABLE } from '../../src/commission/table.ts';
import { DeliveryError } from '../../src/delivery.ts';
import { ConfigError } from '../../src/errors.ts';
import { close } from '../../src/listen.ts';
import type { Colleague } from '../../src/people.ts';
import type { Channel, Log } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';
import type { Address, Turn } from '../../src/turn.ts';
import { bodyOf, bytesOf } from './body.ts';
import { type Files, readFiles } from './files.ts';
import { beginSession, choose, chosen, headers, onlyFromHere, sessionOf } from './guard.ts';
import { readTurn } from './read.ts';
import { render } from './render.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { languageOf, words } from './words.ts';

/** Without a `port` the first free one from 3000 on; 0 is any. `page` is the folder of the page. */
type Settings = {
  accept: (turn: Turn) => Promise<void>;
  port?: number | undefined;
  log: Log;
  page?: URL;
  /** Colleagues to choose from: who is at this computer says who they are. */
  people?: readonly Colleague[];
};
/** Posting here is telling a session in memory: it needs no id and is never a repeat. */
export type WebChannel = Omit<Channel, 'post'> & {
  address(): string;
  post(to: Address, reply: Reply): Promise<undefined>;
};

const FIRST_PORT = 3000;
const PORTS_TRIED = 50;
const KEEP_ALIVE = 15_000;
/** Milliseconds in which what was posted may still be taken in when the page closes. */
const LONGEST_END = 3000;
/** More than an e-mail address in a form. */
const LONGEST_CHOICE = 2000;

export function createWebChannel({ accept, port, log, page, people = [] }: Settings): WebChannel {
  const sessions = createSessions();
  const uploads = createUploads();
  const listening = new Set<SSEStreamingApi>();
  let server: Server | undefined;
  let stopped = false;
  const bound = () => (server?.address() as AddressInfo | null)?.port ?? port ?? FIRST_PORT;
  const address = () => `http://127.0.0.1:${bound()}`;

  return {
    async start() {
      const app = createApp({
        accept,
        log,
        sessions,
        uploads,
        listening,
        people,
        files: await readFiles(page),
        port: bound,
      });
      server = await listen(() => createAdaptorServer({ fetch: app.fetch }) as Server, port);
      log.info('web-open', { address: address() });
    },
    async stop() {
      stopped = true;
      if (!server) return;
      const closed = close(server, LONGEST_END);
      for (const stream of listening) void stream.close();
      await closed;
    },
    async post(to, reply) {
      // Nobody can fetch it any more; at the next start the page asks again.
      if (stopped) throw new DeliveryError({ kind: 'down' });
      sessions.tell(to.id, (place) => render(reply, place), reply.card);
      return undefined;
    },
    fetch: async (at, ref) => uploads.fetch(at.id, ref),
    address,
  };
}

type Parts = {
  accept: Settings['accept'];
  log: Log;
  sessions: Sessions;
  uploads: Uploads;
  /** The pages that are open; each holds a request for as long as it is. */
  listening: Set<SSEStreamingApi>;
  people: readonly Colleague[];
  files: Files;
  port: () => number;
};

function createApp({ accept, log, sessions, uploads, listening, people, files, port }: Parts): Hono {
  const app = new Hono();
  app.use(headers);
  app.use(onlyFromHere(port, (c) => refuse(c, 403, 'wrongDoor')));

  app.get('/', (c) => {
    if (!sessionOf(c)) beginSession(c);
    c.header('Cache-Control', 'no-store');
    return c.html(files.index(spoken(c), people, chosen(c, people)));
  });

  app.post('/me', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > LONGEST_CHOICE) return refuse(c, 413, 'tooLarge');
    const form = await c.req.parseBody().catch(() => undefined);
    if (!form) return refuse(c, 400, 'unreadable');
    const email = String(form.me ?? '');
    choose(
      c,
      people.find((one) => one.email === email),
    );
    beginSession(c);
    return c.redirect('/#new', 303);
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
    const turn = readTurn(body.json, session, chosen(c, people));
    if (!turn) return refuse(c, 400, 'unreadable');
    await accept(turn);
    return c.json({}, 202);
  });

  app.post('/files', async (c) => {
    const bytes = await bytesOf(c.req.raw, LARGEST_TABLE);
    if (!bytes) return refuse(c, 413, 'fileTooLarge');
    const session = sessionOf(c);
    if (!session) return refuse(c, 403, 'noSession');
    return c.json({ ref: uploads.keep(session, bytes) }, 201);
  });

  app.get('/messages', (c) => {
    const session = sessionOf(c);
    if (!session) return refuse(c, 403, 'noSession');
    return streamSSE(c, async (stream) => {
      listening.add(stream);
      stream.onAbort(() => void listening.delete(stream));
      let seen = lastSeen(c);
      let ready = false;
      while (!stream.aborted && !stream.closed) {
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

/** What cannot be an id of ours is a page that has seen nothing. */
function lastSeen(c: Context): number {
  const id = Number(c.req.header('last-event-id') ?? 0);
  return Number.isSafeInteger(id) ? id : 0;
}

/** A port that was set is the one it must be; the page is not to be found where nobody looks for it. */
async function listen(create: () => Server, set: number | undefined): Promise<Server> {
  const last = set ?? FIRST_PORT + PORTS_TRIED;
  for (let port = set ?? FIRST_PORT; ; port += 1) {
    const server = create();
    server.listen(port, '127.0.0.1');
    const failed = await once(server, 'listening').then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    );
    if (!failed) return server;
    if (failed.code === 'EACCES' && set !== undefined) throw portProblem(set, 'may not be used by this account');
    if (failed.code !== 'EADDRINUSE') throw failed;
    if (set !== undefined) throw portProblem(set, 'is already in use');
    if (port >= last)
      throw new ConfigError([`WEB_PORT: ports ${FIRST_PORT} to ${last} are all in use; set a free one`]);
  }
}

const portProblem = (port: number, what: string) =>
  new ConfigError([`WEB_PORT: port ${port} ${what}; set another one`]);
