import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createDocuments } from '../adapters/documents/documents.ts';
import { openLowdbStore } from '../adapters/lowdb/store.ts';
import { createTeamsChannel, MESSAGES } from '../adapters/teams/channel.ts';
import { render, type TeamsMessage } from '../adapters/teams/render.ts';
import { type Bot, createBot } from '../src/bot.ts';
import { todayInAmsterdam } from '../src/clock.ts';
import { compile } from '../src/knowledge/compile.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createOutbox } from '../src/outbox.ts';
import type { Log } from '../src/ports.ts';
import type { Turn } from '../src/turn.ts';
import { APP, TENANT } from '../test/adapters/teams/activities.ts';
import { fakeFactory } from '../test/adapters/teams/fake-connector.ts';
import { QUESTION } from './teams.ts';

/** Serves the bot in Teams, or a bare echo of Bot Framework, of what came in or of the bot's answer, before the service that stands in for Microsoft. */
const [what = 'bot', openId = '', service = ''] = process.argv.slice(2);
const issuer = { openId, name: 'https://api.botframework.com' };
const knowledge = new URL('../knowledge', import.meta.url).pathname;
const today = todayInAmsterdam;
const quiet: Log = { info: () => undefined, warn: () => undefined, error: (_event, error) => console.error(error) };

const answer = what === 'bot' ? await bot() : echo(what === 'words' ? await ourWords() : undefined);
const server = createAdaptorServer({ fetch: answer }) as Server;
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

function echo(words?: TeamsMessage): (request: Request) => Promise<Response> {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: openId,
      ToBotFromChannelTokenIssuer: issuer.name,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com/',
      CallerId: 'urn:botframework:azure',
    },
    fakeFactory(),
  );
  const adapter = new CloudAdapter(authentication);
  return async (request) => {
    let status = 200;
    const response = {
      socket: undefined,
      header: () => response,
      send: () => response,
      end: () => response,
      status: (code: number) => {
        status = code;
        return response;
      },
    };
    const body = (await request.json()) as Record<string, unknown>;
    const headers = { authorization: request.headers.get('authorization') ?? '' };
    await adapter.process({ body, headers, method: 'POST' }, response, async (context) => {
      await context.sendActivity((words as Partial<Activity> | undefined) ?? `Echo: ${context.activity.text}`);
    });
    return new Response(null, { status });
  };
}

/** What the bot says to the question, as Teams takes it. */
async function ourWords(): Promise<TeamsMessage> {
  const library = compile(loadKnowledge(knowledge));
  const store = await openLowdbStore({ today });
  const thinking = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log: quiet,
    today,
    send: () => undefined,
  });
  const turn: Turn = {
    id: '1',
    from: { id: '1', name: '' },
    at: { channel: 'teams', id: '1' },
    input: { kind: 'text', text: QUESTION },
  };
  const [said] = (await thinking.handle(turn)).messages;
  if (!said) throw new Error('the bot said nothing');
  return render(said.reply, { id: '1' });
}

async function bot(): Promise<(request: Request) => Promise<Response>> {
  const folder = mkdtempSync(join(tmpdir(), 'teams-bench-'));
  process.on('SIGTERM', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  });
  const library = compile(loadKnowledge(knowledge));
  const store = await openLowdbStore({ file: join(folder, 'bench.json'), today });
  let made: Bot;
  const channel = createTeamsChannel({
    accept: (turn) => made.accept(turn),
    log: quiet,
    credentials: { appId: APP, password: 'geheim', tenant: TENANT },
    byEmail: false,
    library: () => library,
    today,
    instead: { issuer, services: (url) => url === service, factory: fakeFactory() },
  });
  const outbox = createOutbox({ store, channels: { teams: channel }, log: quiet });
  made = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log: quiet,
    today,
    send: outbox.send,
  });
  const route = channel.routes?.[MESSAGES];
  if (!route) throw new Error('Teams has no door');
  return route;
}
