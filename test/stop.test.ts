import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { send } from './adapters/web/http.ts';
import { freePort, newFolder, startBot, turnsIn } from './support/bot-process.ts';
import { postTurn } from './support/page.ts';

/** STOP_ROUNDS=50 for the long form. */
const ROUNDS = Number(process.env.STOP_ROUNDS ?? 5);
const AT_ONCE = 200;
const LONGEST = 10_000;
/** A process that starts on a busy machine needs seconds. */
const A_PROCESS = { timeout: 90_000 };

async function started(folder: string, more: Record<string, string> = {}, before?: string) {
  const port = await freePort();
  const bot = startBot({ DATA_DIR: folder, WEB_PORT: String(port), ...more }, before);
  await bot.says(`http://127.0.0.1:${port}\n`);
  return { ...bot, port };
}

/** Runs ahead of the bot: at a signal something goes wrong that nobody catches. */
const atSignal = (wrong: string) => `process.on('SIGUSR2', () => { ${wrong} })`;
/** Runs ahead of the bot: a function of node:fs/promises does something else. */
const instead = (name: string, other: string) =>
  `import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module'; const own = fs.${name}; fs.${name} = ${other}; syncBuiltinESMExports();`;

describe('a bot that is asked to stop', A_PROCESS, () => {
  it(`loses no turn that it took in, with ${AT_ONCE} on their way, ${ROUNDS} times, and answers all of them after the next start`, {
    timeout: 60_000 + ROUNDS * 40_000,
  }, async () => {
    const folder = newFolder();
    const taken: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const bot = await started(folder);
      let answers = 0;
      const enough = Promise.withResolvers<void>();
      const posts = Array.from({ length: AT_ONCE }, async (_, at) => {
        const posted = await postTurn(bot.port, randomUUID(), 'wie kan lunch brengen voor 25 man');
        answers += 1;
        if (answers === 1 + ((round * 37) % 150)) enough.resolve();
        return { ...posted, at };
      });
      await enough.promise;
      bot.child.kill('SIGTERM');
      const { status, took } = await bot.ended();
      expect(status).toBe(0);
      expect(took).toBeLessThan(LONGEST);
      const acknowledged = (await Promise.all(posts)).filter((posted) => posted.status === 202).map(({ id }) => id);
      expect(acknowledged.length).toBeGreaterThan(0);
      const { booked, settled } = turnsIn(folder);
      expect(acknowledged.filter((id) => !booked.has(id) && !settled.has(id))).toEqual([]);
      expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
      expect(bot.err()).toBe('');
      taken.push(...acknowledged);
    }
    await started(folder);
    const left = () => taken.filter((id) => !turnsIn(folder).settled.has(id));
    await expect.poll(left, { timeout: 30_000 }).toEqual([]);
  });

  it('stops once, however often it is asked', async () => {
    const bot = await started(newFolder());
    for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGTERM'] as const) bot.child.kill(signal);
    expect((await bot.ended()).status).toBe(0);
    expect(bot.lines().filter(({ msg }) => msg === 'stopping')).toHaveLength(1);
  });

  it('stops when that is asked before it is open', async () => {
    const folder = newFolder();
    const bot = startBot({ DATA_DIR: folder, WEB_PORT: String(await freePort()) });
    await bot.says('knowledge-read');
    bot.child.kill('SIGTERM');
    expect((await bot.ended()).status).toBe(0);
    expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
  });

  it('stops within ten seconds, also when the disk never answers', async () => {
    const hanging = instead('rename', '() => new Promise(() => undefined)');
    const bot = await started(newFolder(), {}, hanging);
    const posted = postTurn(bot.port, randomUUID(), 'hoi');
    await bot.says('web-open');
    bot.child.kill('SIGTERM');
    const { status, took } = await bot.ended();
    expect(status).toBe(0);
    expect(took).toBeLessThan(LONGEST);
    expect((await posted).status).toBeUndefined();
  });
});

describe('a disk that is full', A_PROCESS, () => {
  it('is named by /readyz while the bot lives and acknowledges nothing, and forgotten when there is room again', async () => {
    const folder = newFolder();
    const full = join(folder, 'vol');
    const enospc = `(...given) => existsSync(${JSON.stringify(full)}) ? Promise.reject(Object.assign(new Error('geheim'), { code: 'ENOSPC' })) : own(...given)`;
    const port = String(await freePort());
    const bot = await started(
      folder,
      { PORT: port },
      `import { existsSync, rmSync, writeFileSync } from 'node:fs'; ${instead('rename', enospc)}`,
    );
    const health = async (path: string) => {
      const start = performance.now();
      const { status, body } = await send(`http://127.0.0.1:${port}`, { path });
      expect(performance.now() - start).toBeLessThan(2000);
      return `${status} ${body}`;
    };
    await bot.says('door-open');
    expect(await health('/readyz')).toBe('200 {"ready":true}');
    writeFileSync(full, '');
    expect((await postTurn(bot.port, randomUUID(), 'hoi')).status).toBe(500);
    expect(await health('/readyz')).toBe('503 {"ready":false,"not":["store"]}');
    expect(await health('/healthz')).toBe('200 ok');
    rmSync(full);
    expect(await health('/readyz')).toBe('200 {"ready":true}');
    expect((await postTurn(bot.port, randomUUID(), 'hoi')).status).toBe(202);
    expect(bot.out()).not.toContain('geheim');
  });
});

describe('an error that nobody caught', A_PROCESS, () => {
  it.each([
    ['a promise', 'Promise.reject(new Error("geheim"))', 'unhandledRejection'],
    ['a timer', 'setTimeout(() => { throw new TypeError("geheim") })', 'uncaughtException'],
  ])(
    'in %s is noted without its words, and ends the process with 1 for the supervisor',
    async (_where, wrong, kind) => {
      const folder = newFolder();
      const bot = await started(folder, {}, atSignal(wrong));
      bot.child.kill('SIGUSR2');
      expect((await bot.ended()).status).toBe(1);
      expect(bot.lines().filter(({ msg }) => msg === 'stray-error')).toMatchObject([{ kind, level: 50 }]);
      expect(bot.out() + bot.err()).not.toContain('geheim');
      expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
    },
  );

  it('lets go of the data, also when it comes while these are read', async () => {
    const folder = newFolder();
    const stray = '(...given) => { Promise.reject(new Error("geheim")); return own(...given) }';
    const bot = startBot({ DATA_DIR: folder, WEB_PORT: String(await freePort()) }, instead('readFile', stray));
    expect((await bot.ended()).status).toBe(1);
    expect(bot.lines().some(({ msg }) => msg === 'stray-error')).toBe(true);
    expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
  });
});

describe('a bot that cannot start', A_PROCESS, () => {
  it('lists everything that is missing or wrong in the settings at once, and opens nothing', async () => {
    const folder = join(newFolder(), 'deep');
    const settings = {
      DATA_DIR: folder,
      PORT: 'x',
      TEAMS_APP_ID: 'id',
      SLACK_BOT_TOKEN: 'xoxb-geheim',
      RECEIPT_KEY: 'kort',
    };
    const bot = startBot(settings);
    expect((await bot.ended()).status).toBe(1);
    for (const name of [
      'PORT',
      'RECEIPT_KEY',
      'SLACK_SIGNING_SECRET of SLACK_APP_TOKEN',
      'TEAMS_APP_PASSWORD',
      'TEAMS_TENANT_ID',
    ])
      expect(bot.err()).toMatch(new RegExp(`^${name}: `, 'm'));
    expect(bot.out() + bot.err()).not.toContain('geheim');
    expect(existsSync(folder)).toBe(false);
  });

  it('says which port is taken, and lets go of its data', async () => {
    const [folder, other] = [newFolder(), newFolder()];
    const { port } = await started(other);
    for (const door of ['WEB_PORT', 'PORT', 'METRICS_PORT']) {
      const bot = startBot({ DATA_DIR: folder, WEB_PORT: String(await freePort()), [door]: String(port) });
      expect((await bot.ended()).status).toBe(1);
      expect(bot.err()).toMatch(new RegExp(`^${door}: `, 'm'));
      expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
    }
  });

  it('says what is wrong in the knowledge base, and lets go of its data', async () => {
    const folder = newFolder();
    const bot = startBot({ DATA_DIR: folder, KNOWLEDGE_DIR: newFolder() });
    expect((await bot.ended()).status).toBe(1);
    expect(bot.err()).toContain('problem(s) in knowledge/');
    expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(false);
  });

  it('refuses data that another process uses, in clear words', async () => {
    const folder = newFolder();
    await started(folder);
    const second = startBot({ DATA_DIR: folder, WEB_PORT: String(await freePort()) });
    expect((await second.ended()).status).toBe(1);
    expect(second.err()).toMatch(/^DATA_DIR: .* in use by another process/m);
    expect(existsSync(join(folder, 'inkopen.json.lock'))).toBe(true);
  });
});
