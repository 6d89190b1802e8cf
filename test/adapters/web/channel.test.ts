import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebChannel } from '../../../adapters/web/channel.ts';
import { ConfigError } from '../../../src/errors.ts';
import type { Log } from '../../../src/ports.ts';
import type { Reply } from '../../../src/reply.ts';
import { type Event, listenUntil, send } from './http.ts';
import { type Scripted, startScripted } from './scripted.ts';

let bot: Scripted;
let address: string;

beforeAll(async () => {
  bot = await startScripted();
  address = bot.channel.address();
});
afterAll(() => bot.channel.stop());

const reply = (text: string): Reply => ({ language: 'nl', parts: [{ kind: 'text', text }] });
const isReady = ({ event }: Event) => event === 'ready';
const turn = (input: object = { kind: 'text', text: 'langzaam' }, id = randomUUID()) => ({ id, input, locale: 'nl' });

/** Opens the page and keeps its session. */
async function visitor() {
  const { headers } = await send(address);
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  return {
    cookie,
    session: cookie.split('=')[1] ?? '',
    post: (body: unknown, headers: Record<string, string> = {}) =>
      send(address, {
        method: 'POST',
        path: '/turns',
        headers: { cookie, origin: address, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

describe('the door of the page', () => {
  it('listens on this computer alone, and on the next port when none was set and one is taken', async () => {
    const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const free = () => createWebChannel({ accept: async () => undefined, log });
    const [first, second] = [free(), free()];
    await first.start();
    await second.start();
    expect(first.address()).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(Number(new URL(second.address()).port)).toBeGreaterThan(Number(new URL(first.address()).port));
    await first.stop();
    await second.stop();
  });

  it('says so when the port that was set is taken, and goes to no other', async () => {
    const port = Number(new URL(address).port);
    const refused = await startScripted(port).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toContain(`WEB_PORT: port ${port} is already in use`);
  });

  it('can be on the last port there is', async () => {
    const [one, two] = await Promise.allSettled([startScripted(65_535), startScripted(65_535)]);
    const refused = [one, two].filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toBeInstanceOf(ConfigError);
    for (const each of [one, two]) if (each.status === 'fulfilled') await each.value.channel.stop();
  });

  it('refuses a host that is not this computer', async () => {
    const { port } = new URL(address);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', '127.0.0.1:1', `127.0.0.1.evil:${port}`]) {
      for (const path of ['/', '/page.js', '/messages', '/words']) {
        expect((await send(address, { path, headers: { host } })).status).toBe(403);
      }
    }
    expect((await send(address, { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  it('refuses a post that another page started', async () => {
    const { post, cookie } = await visitor();
    const before = bot.turns.length;
    for (const origin of [
      'http://evil.example',
      'null',
      address.replace('127.0.0.1', 'localhost'),
      `${address}1`,
      '',
    ]) {
      expect((await post(turn(), { origin })).status).toBe(403);
    }
    const bare = { method: 'POST', path: '/turns', headers: { cookie }, body: JSON.stringify(turn()) };
    expect((await send(address, bare)).status).toBe(403);
    expect(bot.turns).toHaveLength(before);
  });

  it('sends the headers that keep everything else out', async () => {
    const { headers } = await send(address);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('speaks Dutch until English is chosen', async () => {
    expect((await send(address)).body).toContain('<html lang="nl">');
    const chosen = await send(address, { path: '/words?lang=en' });
    expect(JSON.parse(chosen.body)).toMatchObject({ send: 'Send' });
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
    const page = (await send(address, { headers: { cookie } })).body;
    expect(page).toContain('<html lang="en">');
    expect(page).not.toContain('{{');
  });
});

describe('what is posted', () => {
  it('is taken in at once, in the name of the session', async () => {
    const { post, session } = await visitor();
    const sent = turn();
    expect(await post(sent)).toMatchObject({ status: 202, body: '{}' });
    expect(bot.turns.at(-1)).toMatchObject({ id: sent.id, from: { id: `web:${session}` }, at: { id: session } });
  });

  it('is the same turn when it is sent again', async () => {
    const { post } = await visitor();
    const sent = turn();
    await post(sent);
    expect((await post(sent)).status).toBe(202);
    expect(bot.accepted.slice(-2)).toEqual([sent.id, sent.id]);
  });

  it('takes a text of 100 kB, and refuses 256 kB with a sentence', async () => {
    const { post } = await visitor();
    expect((await post(turn({ kind: 'text', text: 'a'.repeat(100_000) }))).status).toBe(202);
    const refused = await post(turn({ kind: 'text', text: 'a'.repeat(300_000) }));
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.body).error).toContain('te lang');
    const streamed = await post(turn({ kind: 'text', text: 'a'.repeat(300_000) }), { 'transfer-encoding': 'chunked' });
    expect(streamed.status).toBe(413);
  });

  it.each(['', '{', 'null', '[]', '{"id":"x"}', '\u0000'])(
    'is refused kindly when it cannot be read: %j',
    async (body) => {
      const { post } = await visitor();
      const refused = await post(body);
      expect(refused.status).toBe(400);
      expect(JSON.parse(refused.body).error).toContain('Ververs de pagina');
    },
  );

  it('is refused without a session, or with one that was made up', async () => {
    const { post } = await visitor();
    expect((await post(turn(), { cookie: '' })).status).toBe(403);
    expect((await post(turn(), { cookie: `session-${new URL(address).port}=../../x` })).status).toBe(403);
  });

  it('is asked for again, without a word of ours, when it could not be booked', async () => {
    const { post } = await visitor();
    const failed = await post(turn({ kind: 'text', text: 'kapot' }));
    expect(failed.status).toBe(500);
    expect(failed.body).not.toContain('disk');
    expect(bot.logged).toContain('web-failed');
  });
});

describe('messages', () => {
  it('reach the session they are for, and no other', async () => {
    const [an, bo] = [await visitor(), await visitor()];
    await bot.channel.post({ channel: 'web', id: an.session }, reply('voor An'));
    const [anHears, boHears] = [
      await listenUntil(address, an.cookie, isReady),
      await listenUntil(address, bo.cookie, isReady),
    ];
    expect(anHears.map(({ data }) => data).join()).toContain('voor An');
    expect(boHears.map(({ data }) => data).join()).not.toContain('voor An');
  });

  it('arrive while the page listens', async () => {
    const { cookie, post } = await visitor();
    const hears = listenUntil(address, cookie, ({ data }) => data.includes('Hallo!'));
    await post(turn({ kind: 'opened' }));
    expect((await hears).some(({ event }) => event === 'reply')).toBe(true);
  });

  it('go on after the last one that was seen, with ids that rise', async () => {
    const { cookie, session } = await visitor();
    for (const text of ['een', 'twee', 'drie']) await bot.channel.post({ channel: 'web', id: session }, reply(text));
    const all = (await listenUntil(address, cookie, isReady)).filter(({ event }) => event === 'reply');
    const ids = all.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));

    const rest = await listenUntil(address, cookie, isReady, all[0]?.id);
    expect(rest.filter(({ event }) => event === 'reply').map(({ id }) => Number(id))).toEqual(ids.slice(1));
  });

  it.each(['Infinity', '1e400', '9007199254740993', 'x', '1.5'])(
    'start at the beginning for an id that is none of ours: %s',
    async (seen) => {
      const { cookie, session } = await visitor();
      await bot.channel.post({ channel: 'web', id: session }, reply('alles'));
      const heard = await listenUntil(address, cookie, isReady, seen);
      expect(heard.map(({ data }) => data).join()).toContain('alles');
    },
  );

  it('are kept for a session that is not open, the last two hundred', async () => {
    const { cookie, session } = await visitor();
    for (let n = 1; n <= 250; n += 1) await bot.channel.post({ channel: 'web', id: session }, reply(`bericht ${n}.`));
    const kept = (await listenUntil(address, cookie, isReady)).filter(({ event }) => event === 'reply');
    expect(kept).toHaveLength(200);
    expect(kept[0]?.data).toContain('bericht 51.');
    expect(kept.at(-1)?.data).toContain('bericht 250.');
  });

  it('for a session that nobody knows are no error', async () => {
    await expect(bot.channel.post({ channel: 'web', id: 'nobody' }, reply('x'))).resolves.toBeUndefined();
  });
});

describe('a page that closes', () => {
  it('answers what was being taken in, ends the pages that are open, and takes no message that nobody can fetch', async () => {
    const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const taken = Promise.withResolvers<void>();
    const inside = Promise.withResolvers<void>();
    const accept = async () => {
      inside.resolve();
      await taken.promise;
    };
    const channel = createWebChannel({ accept, port: 0, log });
    await channel.start();
    const port = new URL(channel.address()).port;
    const cookie = `session-${port}=${randomUUID()}`;
    const open = await fetch(`${channel.address()}/messages`, { headers: { cookie } });
    const posted = send(channel.address(), {
      method: 'POST',
      path: '/turns',
      headers: { cookie, origin: channel.address(), 'content-type': 'application/json' },
      body: JSON.stringify(turn()),
    });
    await inside.promise;
    const start = performance.now();
    const stopped = channel.stop();
    taken.resolve();
    expect((await posted).status).toBe(202);
    expect(await open.text()).toContain('ready');
    await stopped;
    expect(performance.now() - start).toBeLessThan(2500);
    const unheard = channel.post({ channel: 'web', id: 'a' }, reply('te laat'));
    await expect(unheard).rejects.toMatchObject({ failure: { kind: 'down' } });
    await expect(send(channel.address())).rejects.toThrow();
  });
});
