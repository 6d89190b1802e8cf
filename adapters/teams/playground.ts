import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MESSAGES } from './channel.ts';

/** The bot, and beside it the Playground of Microsoft to look at it; the one stops with the other. */
const require = createRequire(import.meta.url);
const playground = require.resolve('@microsoft/m365agentsplayground/cli.js');
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** As in playground.env. */
const BOT = 'http://127.0.0.1:3978';
const LOOK = 56_150;

const running: ChildProcess[] = [];
const stop = () => {
  for (const one of running) one.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

start([main]);
await answering(`${BOT}/healthz`);
start([
  playground,
  'start',
  '-e',
  `${BOT}${MESSAGES}`,
  '-c',
  'msteams',
  '-p',
  String(LOOK),
  '--disable-telemetry',
  'true',
]);
await answering(`http://127.0.0.1:${LOOK}/`);
process.stdout.write(`\nPlayground: http://127.0.0.1:${LOOK}\n\n`);

function start(args: string[]): void {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  child.once('exit', stop);
  running.push(child);
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  stop();
  throw new Error(`${url} does not answer`);
}
