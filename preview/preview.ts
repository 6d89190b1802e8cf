import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { todayInAmsterdam } from '../src/clock.ts';
import { compile } from '../src/knowledge/compile.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { cards } from './cards.ts';
import { slackPages } from './slack.ts';
import { teamsPages } from './teams.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'data', 'preview');
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!browser) {
  console.error('no Chromium was found, so no pictures can be made');
  process.exit(1);
}

/** Draws every card of the bot as each channel draws it, those of Teams as wide as a phone too, into pictures to look at. */
const library = compile(loadKnowledge(join(root, 'knowledge')));
const today = todayInAmsterdam();
const drawn = await cards(library, today);
const inTeams = teamsPages(drawn);
const channels = [
  { channel: 'slack', pages: slackPages(drawn, { library, today }), width: 720 },
  { channel: 'teams', pages: inTeams, width: 720 },
  { channel: 'teams-phone', pages: inTeams, width: 375 },
];
const opened = await chromium.launch({
  executablePath: browser,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
const page = await opened.newPage();
for (const { channel, pages, width } of channels) {
  await page.setViewportSize({ width, height: 400 });
  mkdirSync(join(folder, channel), { recursive: true });
  for (const { name, html } of pages) {
    await page.setContent(html);
    await page.screenshot({ path: join(folder, channel, `${name}.png`), fullPage: true });
  }
  console.log(`${pages.length} pictures in ${join(folder, channel)}`);
}
await opened.close();
