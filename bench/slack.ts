import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Target } from './report-stores.ts';

/** Full answers over signed HTTP: how many a second, and the processor time that one event costs. */
type Round = { answers: number; cpu: number; rss: number };
/** `words`: a bare app that says the bot's own answers, made beforehand; what a bot that thinks of nothing could reach. */
export type SlackFigures = { bot: Round; bare: Round; words: Round; share: number; targets: Target[] };

type Which = 'bot' | 'bare' | 'words';

const SECRET = 'bench';
const ROUNDS = 3;
const EVENTS = 1500;
const WARM_UP = 1000;
const BESIDE = 32;
const LEAST = 0.6;
export const QUESTIONS = [
  'Wie kan donderdag broodjes brengen voor 25 man, vega graag?',
  'Leuk cadeau voor 40 vrijwilligers',
  'Vergaderzaal voor 12 personen',
  'Tot welk bedrag mag ik rechtstreeks kopen?',
  'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?',
];

/** The bot and two bare Bolt apps in turns, each in a process of its own; of each the round in the middle. */
export async function measureSlack(): Promise<SlackFigures> {
  const rounds: Record<Which, Round[]> = { bot: [], bare: [], words: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const which of ['bot', 'bare', 'words'] as const) rounds[which].push(await measured(which));
  const [bot, bare, words] = [middle(rounds.bot), middle(rounds.bare), middle(rounds.words)];
  const share = bot.answers / bare.answers;
  const target = {
    what: 'full answers in Slack beside a bare app that says one thing',
    limit: `at least ${LEAST} times`,
    came: `${share.toFixed(2)} times`,
    holds: share >= LEAST,
  };
  return { bot, bare, words, share, targets: [target] };
}

export function slackText({ bot, bare, words, share, targets }: SlackFigures): string {
  const line = (name: string, { answers, cpu, rss }: Round) =>
    `${name.padEnd(24)}${answers.toFixed(0).padStart(12)}${cpu.toFixed(2).padStart(16)}${rss.toFixed(0).padStart(10)}`;
  return [
    `${'Slack, signed HTTP'.padEnd(24)}${'answers/s'.padStart(12)}${'CPU ms/event'.padStart(16)}${'rss MB'.padStart(10)}`,
    line('the bot, whole', bot),
    line('bare Bolt, ack + say()', bare),
    line('bare Bolt, our words', words),
    `the bot gives ${share.toFixed(2)} times as many answers, each thought about, kept on disk and drawn`,
    `and ${(bot.answers / words.answers).toFixed(2)} times as many as an app that says the same answers without thinking or keeping`,
    ...targets.map(({ what, limit, came, holds }) => `${holds ? 'holds' : 'MISSED'}  ${what}: ${limit}, ${came}`),
  ].join('\n');
}

function middle(rounds: Round[]): Round {
  return rounds.toSorted((a, b) => a.answers - b.answers)[Math.floor(rounds.length / 2)] as Round;
}

async function measured(which: Which): Promise<Round> {
  const slack = await startSlack();
  const script = fileURLToPath(new URL('slack-server.ts', import.meta.url));
  const child = fork(script, [which, slack.url, SECRET], { execArgv: [] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const ask = async () => {
    child.send('figures');
    return ((await once(child, 'message')) as [{ cpu: number; rss: number }])[0];
  };
  await run(slack, port, WARM_UP);
  const before = await ask();
  const from = performance.now();
  await run(slack, port, EVENTS);
  const seconds = (performance.now() - from) / 1000;
  const after = await ask();
  child.kill();
  await once(child, 'exit');
  slack.close();
  return { answers: EVENTS / seconds, cpu: (after.cpu - before.cpu) / EVENTS, rss: after.rss };
}

type Slack = { url: string; answered: Map<string, () => void>; close(): void };

/** As much of Slack as takes a message, which answers at once. */
async function startSlack(): Promise<Slack> {
  const answered = new Map<string, () => void>();
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (piece) => {
      body += piece;
    });
    incoming.on('end', () => {
      const channel = new URLSearchParams(body).get('channel') ?? '';
      const ok = JSON.stringify({ ok: true, channel, ts: '1.1', user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' });
      response.writeHead(200, { 'content-type': 'application/json' }).end(ok);
      answered.get(channel)?.();
      answered.delete(channel);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return { url, answered, close: () => server.close().closeAllConnections() };
}

let sent = 0;

/** So many events, of colleagues beside each other; each says the next thing when the answer has come. */
async function run(slack: Slack, port: number, events: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: BESIDE });
  let left = events;
  const colleague = async (_: unknown, who: number) => {
    while (left > 0) {
      left -= 1;
      sent += 1;
      await one(slack, port, agent, { who, number: sent });
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, colleague));
  agent.destroy();
}

function one(
  slack: Slack,
  port: number,
  agent: Agent,
  { who, number }: { who: number; number: number },
): Promise<void> {
  const channel = `C${who}`;
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${number}`,
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
    event: {
      type: 'app_mention',
      channel,
      user: `U${who}`,
      thread_ts: `17${who}.0001`,
      text: `<@UBOT> ${QUESTIONS[number % QUESTIONS.length]}`,
      ts: `17900${number}.0001`,
    },
  });
  const stamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return new Promise((resolve, reject) => {
    slack.answered.set(channel, resolve);
    const asked = request(
      { port, host: '127.0.0.1', path: '/slack/events', method: 'POST', agent, headers },
      (response) => {
        response.resume();
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
