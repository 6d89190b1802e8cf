import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { activity } from '../test/adapters/teams/activities.ts';
import { type FakeConnector, startConnector } from '../test/adapters/teams/fake-connector.ts';
import type { Target } from './report-stores.ts';

/** Full answers a second: a signed message in, and the answer arrived at the service. */
export type TeamsFigures = Record<Which, number[]> & { ratio: number; targets: Target[] };
/** `words`: an echo that says the bot's own answer, made beforehand; what a bot that thinks of nothing could reach. */
type Which = 'echo' | 'words' | 'bot';

const ROUNDS = 5;
/** The bot has more code to be made quick than an echo has. */
const WARM = 1000;
const MESSAGES = 800;
/** Colleagues who each wait for their answer before they go on: so many that the bot is never idle while it writes. */
const AT_ONCE = 64;
const LEAST = 0.6;
export const QUESTION = 'lunch voor 20 man';

/** The bot, with everything it keeps, beside bare echoes of Bot Framework; all with the SDK's own client, in turns. */
export async function measureTeams(): Promise<TeamsFigures> {
  const connector = await startConnector();
  const service = await startService();
  const all: Record<Which, number[]> = { echo: [], words: [], bot: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const which of ['echo', 'words', 'bot'] as const) all[which].push(await measured(which, connector, service));
  service.close();
  await connector.stop();
  // Side by side in each round: the machine is quicker in one than in another.
  const ratio = median(all.bot.map((bot, round) => bot / (all.echo[round] ?? Number.NaN)));
  const targets = [
    {
      what: 'full answers a second in Teams beside a bare echo of Bot Framework',
      limit: `at least ${LEAST} times`,
      came: `${ratio.toFixed(2)} times`,
      holds: ratio >= LEAST,
    },
  ];
  return { ...all, ratio, targets };
}

export function teamsText({ echo, words, bot, targets }: TeamsFigures): string {
  const row = (name: string, all: number[]) =>
    `${name.padEnd(6)} ${all.map((one) => one.toFixed(0).padStart(6)).join('')}   median ${median(all).toFixed(0)}`;
  const held = targets.map(
    ({ what, limit, came, holds }) => `${holds ? 'holds' : 'FAILS'}  ${what}: ${came}, ${limit}`,
  );
  return [
    'full answers a second, by round',
    row('echo', echo),
    row('words', words),
    row('bot', bot),
    `the bot gives ${(median(bot) / median(words)).toFixed(2)} times as many as an echo that says the same answer without thinking or keeping`,
    ...held,
  ].join('\n');
}

async function measured(what: Which, connector: FakeConnector, service: Service): Promise<number> {
  const script = fileURLToPath(new URL('teams-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, what, connector.issuer.openId, service.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(child.stdout, 'data');
  const url = `http://127.0.0.1:${String(port).trim()}/api/messages`;
  const token = await connector.token({ serviceurl: service.url });
  await answered(WARM, url, token, service);
  const from = performance.now();
  await answered(MESSAGES, url, token, service);
  const seconds = (performance.now() - from) / 1000;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return MESSAGES / seconds;
}

/** So many messages, from colleagues who each go on in a chat of their own once they have their answer. */
async function answered(count: number, url: string, token: string, service: Service): Promise<void> {
  let left = count;
  async function colleague(_: unknown, number: number): Promise<void> {
    const conversation = { ...activity().conversation, id: `a:gesprek-${number}` };
    const from = { ...activity().from, aadObjectId: `collega-${number}` };
    while (left > 0) {
      left -= 1;
      const body = activity({ serviceUrl: service.url, conversation, from, text: QUESTION });
      const answer = service.answerIn(conversation.id);
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (response.status !== 200) throw new Error(`the door answered ${response.status}`);
      await answer;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, colleague));
}

type Service = { url: string; answerIn(conversation: string): Promise<void>; close(): void };

/** As much of the service as takes a message, at once, and keeps none: it is not what is measured. */
async function startService(): Promise<Service> {
  const answers = new Map<string, () => void>();
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"bericht"}');
      const conversation = decodeURIComponent(/conversations\/([^/]+)\/activities/.exec(incoming.url ?? '')?.[1] ?? '');
      answers.get(conversation)?.();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/service/`,
    answerIn: (conversation) => new Promise((resolve) => answers.set(conversation, resolve)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
}
