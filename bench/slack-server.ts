import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { App } from '@slack/bolt';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { createSlackChannel, SLACK_PATH } from '../adapters/slack/channel.ts';
import { render, type SlackMessage } from '../adapters/slack/render.ts';
import { createBot } from '../src/bot.ts';
import { todayInAmsterdam } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import { compile } from '../src/knowledge/compile.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createOutbox } from '../src/outbox.ts';
import type { Log } from '../src/ports.ts';
import { QUESTIONS } from './slack.ts';

/** A bot in Slack in a process of its own: ours whole, or a bare app that acknowledges and says one thing, or the bot's answers. */
const [which = '', apiUrl = '', secret = ''] = process.argv.slice(2);
const token = 'xoxb-bench';
const today = todayInAmsterdam;
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => console.error(event, error),
};
const port =
  which === 'bot'
    ? await ours()
    : await bare(which === 'words' ? await ourWords() : ['Deze leveranciers passen erbij.']);
process.send?.({ port });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, rss: process.memoryUsage().rss / 2 ** 20 });
});

async function ours(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-slack-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const library = compile(loadKnowledge(readConfig().knowledgeDir));
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today });
  const channel = createSlackChannel({
    token,
    way: { kind: 'http', signingSecret: secret },
    accept: (turn) => bot.accept(turn),
    library: () => library,
    today,
    log,
    apiUrl,
    // A bare app keeps no pace either.
    pace: 0,
  });
  const outbox = createOutbox({ store, channels: { slack: channel }, log });
  const bot = createBot({ store, library: () => library, documents: createDocuments(), log, today, send: outbox.send });
  const door = channel.routes?.[SLACK_PATH];
  if (!door) throw new Error('no door');
  const server = createServer({ keepAliveTimeout: 60_000 }, getRequestListener(door));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function bare(words: readonly (string | SlackMessage)[]): Promise<number> {
  const app = new App({ token, signingSecret: secret, clientOptions: { slackApiUrl: apiUrl } });
  let said = 0;
  app.event('app_mention', async ({ say }) => {
    said += 1;
    await say(words[said % words.length] as string | SlackMessage);
  });
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  server.keepAliveTimeout = 60_000;
  return (server.address() as AddressInfo).port;
}

/** What the bot says to each of the questions, as Slack takes it. */
async function ourWords(): Promise<SlackMessage[]> {
  const library = compile(loadKnowledge(readConfig().knowledgeDir));
  const store = await openLowdbStore({ today });
  const bot = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log,
    today,
    send: () => undefined,
  });
  const words: SlackMessage[] = [];
  for (const [number, text] of QUESTIONS.entries()) {
    const at = { channel: 'slack' as const, id: `${number}` };
    const { messages } = await bot.handle({
      id: `${number}`,
      from: { id: 'U1', name: '' },
      at,
      input: { kind: 'text', text },
    });
    words.push(...messages.map(({ reply }) => render(reply, { id: `${number}` })));
  }
  return words;
}
