import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, enlarge, holdsUp, LEFT_OUT, looks, openBrowser, openPage } from './browser.ts';
import { type Scripted, startScripted } from './scripted.ts';

if (!chromiumPath) {
  it(`accessibility in a browser ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('the page has no accessibility violation, no sideways scrolling and no small target', {
    timeout: 60_000,
  }, () => {
    let bot: Scripted;
    let browser: Browser;

    beforeAll(async () => {
      bot = await startScripted();
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser.close();
      await bot.channel.stop();
    });

    it.each(looks)('in any state: $name', async (look) => {
      const page = await openPage(browser, look, bot.channel.address());
      const says = async (text: string, seen: string) => {
        await page.locator('#question').fill(text);
        await page.locator('#question').press('Enter');
        await page.locator(seen).first().waitFor();
        await holdsUp(page);
      };

      await page.locator('.from-bot .buttons').waitFor();
      await holdsUp(page);
      await says('', '#question[aria-invalid=true]');
      await says('Wat is een sociale onderneming?', '.sources');
      await says('nog een keer', '.message:nth-child(5) .sources');
      await says('formulier', '.form');
      await page.locator('.form [type=submit]').click();
      await page.locator('.form .error').first().waitFor();
      await holdsUp(page);
      await page.getByLabel('Wat kost het').fill('600');
      await page.getByLabel('Een dienst').check();
      await page.locator('.form [type=submit]').click();
      await page.locator('.form :disabled').first().waitFor();
      await holdsUp(page);
      await page.getByRole('button', { name: 'Dit helpt niet' }).last().click();
      await page.locator('.form').nth(1).waitFor();
      await holdsUp(page);
      await page.locator('#question').fill('a'.repeat(4001));
      await page.locator('#question-length:not(:empty)').waitFor();
      await holdsUp(page);
      await says('langzaam', '#status.busy');
      await page.context().setOffline(true);
      await says('onderweg', '.waiting');
      await page.context().close();
    });

    it.each(looks)('before the bot has said anything: $name', async (look) => {
      const page = await openPage(browser, look, 'about:blank');
      await page.route('**/messages', () => {});
      await page.goto(bot.channel.address());
      await enlarge(page, look);
      await holdsUp(page);
      await page.context().close();
    });
  });
}
