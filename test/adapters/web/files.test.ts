import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploads } from '../../../adapters/web/uploads.ts';
import { LARGEST_TABLE } from '../../../src/commission/table.ts';
import { chromiumPath, holdsUp, LEFT_OUT, type Look, looks, mishaps, openBrowser, openPage } from './browser.ts';
import { send } from './http.ts';
import { type Scripted, startScripted } from './scripted.ts';

let bot: Scripted;
let address: string;
beforeAll(async () => {
  bot = await startScripted();
  address = bot.channel.address();
});
afterAll(() => bot.channel.stop());

const calendar = 'Omschrijving;Waarde\nSchoonmaak;900000\n';
async function session() {
  const { headers } = await send(address);
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const upload = (body: string, more: Record<string, string> = {}) =>
    send(address, { method: 'POST', path: '/files', headers: { cookie, origin: address, ...more }, body });
  return { id: cookie.split('=')[1] ?? '', cookie, upload };
}
const fetched = (id: string, ref: string) => bot.channel.fetch?.({ channel: 'web', id }, ref);

describe('a file that is handed over on the page', () => {
  it('is kept for the session that gave it, and for no other', async () => {
    const [ann, bo] = [await session(), await session()];
    const { status, body } = await ann.upload(calendar);
    expect(status).toBe(201);
    const { ref } = JSON.parse(body);
    expect(await fetched(ann.id, ref)).toEqual({ kind: 'bytes', bytes: Buffer.from(calendar) });
    expect(await fetched(bo.id, ref)).toEqual({ kind: 'gone' });
    const input = { kind: 'file', name: 'kalender.csv', ref };
    const turn = JSON.stringify({ id: randomUUID(), input, locale: 'nl' });
    const headers = { cookie: ann.cookie, origin: address };
    expect((await send(address, { method: 'POST', path: '/turns', headers, body: turn })).status).toBe(202);
    expect(bot.turns.at(-1)).toMatchObject({ input, at: { id: ann.id } });
  });

  it('that is larger than any calendar is refused with a sentence', async () => {
    const { upload } = await session();
    const { status, body } = await upload('a'.repeat(LARGEST_TABLE + 1));
    expect(status).toBe(413);
    expect(JSON.parse(body).error).toContain('groter dan 50 MB');
  });

  it('is not taken from a page elsewhere, nor without a session', async () => {
    const { upload } = await session();
    expect((await upload(calendar, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await upload(calendar, { cookie: '' })).status).toBe(403);
  });

  it('is forgotten after a quarter of an hour, and sooner when there is much', () => {
    let now = 0;
    const uploads = createUploads(() => now);
    const large = Array.from({ length: 5 }, () => uploads.keep('ann', Buffer.alloc(LARGEST_TABLE / 2)));
    expect(large.map((ref) => uploads.fetch('ann', ref).kind)).toEqual(['gone', 'bytes', 'bytes', 'bytes', 'bytes']);
    now = 15 * 60 * 1000;
    expect(large.map((ref) => uploads.fetch('ann', ref).kind)).toEqual(Array(5).fill('gone'));
  });
});

const [first] = looks;
const last = looks.at(-1);

if (!chromiumPath || !first || !last) {
  it(`handing over a file in a browser ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('handing over a file in a browser', { timeout: 60_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    const open = async (look: Look) => {
      const page = await openPage(browser, look, address);
      await page.locator('.from-bot .buttons').waitFor();
      return page;
    };
    const sending = (page: Page) => page.getByRole('button', { name: 'Stuur bestand' });

    it('is done with the keyboard; what is wrong is said beside it', async () => {
      const page = await open(first);
      const field = page.getByLabel('Bestand (.xlsx of .csv)');
      await sending(page).press('Enter');
      await page.getByText('Kies eerst een bestand.').waitFor();
      expect(await page.locator(':focus').getAttribute('id')).toBe('file');
      await page.evaluate("document.getElementById('file').dataset.most = '9'");
      await field.setInputFiles({ name: 'groot.csv', mimeType: 'text/csv', buffer: Buffer.alloc(10) });
      await sending(page).press('Enter');
      await page.getByText('groter dan 50 MB').waitFor();

      await page.evaluate(`document.getElementById('file').dataset.most = '${LARGEST_TABLE}'`);
      await field.setInputFiles({ name: 'kalender 2027.csv', mimeType: 'text/csv', buffer: Buffer.from(calendar) });
      await sending(page).press('Enter');
      await page.locator('.from-bot').last().getByText('Ik heb kalender 2027.csv.').waitFor();
      expect(await page.locator('.from-you .text').last().textContent()).toBe('Bestand: kalender 2027.csv');
      const { input, at } = bot.turns.at(-1) ?? {};
      if (input?.kind !== 'file') throw new Error('no file was handed over');
      expect(await fetched(at?.id ?? '', input.ref)).toEqual({ kind: 'bytes', bytes: Buffer.from(calendar) });
      expect(await field.inputValue()).toBe('');
      expect(mishaps.get(page)).toEqual([]);
      await page.context().close();
    });

    it.each([first, last])('holds up with something wrong and a picture on the page: $name', async (look) => {
      const page = await open(look);
      await sending(page).click();
      await page.locator('#file[aria-invalid=true]').waitFor();
      await page.locator('#question').fill('plaatje');
      await page.locator('#question').press('Enter');
      await page.locator('.picture img').waitFor();
      await holdsUp(page);
      await page.context().close();
    });
  });
}
