import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = [process.env.CHROMIUM ?? '', ...places].find((path) => path !== '' && existsSync(path));

const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '', args });
}

export type Look = { name: string; options: BrowserContextOptions; largeText?: boolean };
export const looks: Look[] = [
  { name: 'light', options: { viewport: { width: 1100, height: 800 } } },
  { name: 'dark', options: { viewport: { width: 1100, height: 800 }, colorScheme: 'dark' } },
  { name: '320 px', options: { viewport: { width: 320, height: 640 } } },
  { name: '200 % text', options: { viewport: { width: 1100, height: 800 } }, largeText: true },
  {
    name: '320 px with 200 % text, dark',
    options: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
    largeText: true,
  },
];

/** What went wrong in the page itself: an error in its script, or something the security policy held back. */
export const mishaps = new WeakMap<Page, string[]>();

export async function openPage(browser: Browser, look: Look, address: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...look.options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const heard: string[] = [];
  mishaps.set(page, heard);
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (said) => {
    if (/Content Security Policy/.test(said.text())) heard.push(said.text());
  });
  await page.goto(address);
  await enlarge(page, look);
  return page;
}

export async function enlarge(page: Page, { largeText }: Look): Promise<void> {
  if (largeText) await page.evaluate("document.documentElement.style.fontSize = '200%'");
}

/** What holds in every state of the page. */
export async function holdsUp(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // One frame; the other mode opens a page of its own for every look, which takes three times as long.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(TOO_WIDE)).toBe(false);
  expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  expect(await page.evaluate(SAME_NAME)).toEqual([]);
  expect(await page.evaluate(SAME_LINK)).toEqual([]);
  expect(mishaps.get(page)).toEqual([]);
}

const TOO_WIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

/** Links within a sentence are as high as the sentence. */
const TOO_SMALL = `[...document.querySelectorAll('button, input, select, textarea, .sources a')]
  .filter((one) => one.getBoundingClientRect().width < 24 || one.getBoundingClientRect().height < 24)
  .map((one) => one.outerHTML)`;

/** Asking the same is the same button; all others are told apart by their name. */
const SAME_NAME = `[...document.querySelectorAll('button')]
  .filter((one) => !one.dataset.action?.includes('"do":"ask"'))
  .map((one) => one.getAttribute('aria-label') ?? one.textContent)
  .filter((name, index, all) => all.indexOf(name) !== index)`;

/** Within one answer a name leads to one place. */
const SAME_LINK = `[...document.querySelectorAll('article')].flatMap((answer) =>
  [...answer.querySelectorAll('a')].filter((one, _, all) =>
    all.some((other) => other.textContent === one.textContent && other.href !== one.href)).map((one) => one.textContent))`;

/** Without Chromium these tests cannot be; where everything must be tested, that is a failure. */
export const LEFT_OUT = 'is LEFT OUT here: there is no Chromium (with CI=true that is a failure)';
