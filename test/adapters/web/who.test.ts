import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../../../adapters/documents/documents.ts';
import { explainCase } from '../../../src/journeys/case.ts';
import { decide } from '../../support/cases.ts';
import { TODAY } from '../../support/day.ts';
import { library } from '../../support/library.ts';
import { peopleOf } from '../../support/people.ts';
import { chromiumPath, holdsUp, LEFT_OUT, looks, openBrowser, openPage } from './browser.ts';
import { listenUntil, send } from './http.ts';
import { card, type Scripted, startScripted } from './scripted.ts';

const EVA = 'eva@utrecht.example';
const BO = 'bo@utrecht.example';
const people = peopleOf(`
- { email: ${EVA}, name: Eva de Wit, roles: [editor, administrator] }
- { email: ${BO}, name: 'Bo <script>alert("1")</script> & Zoon' }
`).all;

let bot: Scripted;
let address: string;
let alone: Scripted;

beforeAll(async () => {
  bot = await startScripted(0, people);
  alone = await startScripted();
  address = bot.channel.address();
});
afterAll(async () => {
  await bot.channel.stop();
  await alone.channel.stop();
});

/** Somebody with a browser: keeps the cookies that are set. */
function visitor(at = address) {
  const jar = new Map<string, string>();
  const go = async (path: string, more: { method?: string; body?: string; headers?: Record<string, string> } = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const got = await send(at, { path, ...more, headers: { cookie, ...more.headers } });
    for (const set of [got.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = set.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return got;
  };
  const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
    go(path, { method: 'POST', body, headers: { origin: at, 'content-type': type, ...headers } });
  return {
    go,
    jar,
    session: () => [...jar].find(([name]) => name.startsWith('session-'))?.[1] ?? '',
    chooses: (email: string, headers: Record<string, string> = {}) =>
      post('/me', 'application/x-www-form-urlencoded', new URLSearchParams({ me: email }).toString(), headers),
    says: (text: string) =>
      post(
        '/turns',
        'application/json',
        JSON.stringify({ id: randomUUID(), input: { kind: 'text', text }, locale: 'nl' }),
      ),
  };
}

/** Who said the last thing. */
const lastFrom = (from = bot) => from.turns.at(-1)?.from;

describe('who is at this computer', () => {
  it('is asked, with every colleague and what they may do', async () => {
    const { body } = await visitor().go('/');
    expect(body).toContain('>Wie ben je?</label>');
    expect(body).toContain(`<option value="${EVA}">Eva de Wit, editor, administrator</option>`);
    expect(body).toContain('<option value="" data-word="nobody">Niemand in het bijzonder</option>');
  });

  it('is not asked where there is no file of colleagues, and cannot be told', async () => {
    const ann = visitor(alone.channel.address());
    const { body } = await ann.go('/');
    expect(body).not.toMatch(/>Wie ben je|<select|"\/me"/);
    expect(body).not.toContain('<!-- people -->');
    await ann.chooses(EVA);
    await ann.says('langzaam');
    expect(lastFrom(alone)).toEqual({ id: `web:${ann.session()}`, name: '' });
  });

  it('is who was chosen: what they say comes from that colleague', async () => {
    const ann = visitor();
    await ann.go('/');
    await ann.says('langzaam');
    expect(lastFrom()).toEqual({ id: `web:${ann.session()}`, name: '' });
    expect(await ann.chooses(EVA)).toMatchObject({ status: 303, headers: { location: '/#new' } });
    expect((await ann.go('/')).body).toContain(`<option value="${EVA}" selected>`);
    await ann.says('langzaam');
    expect(lastFrom()).toEqual({ id: EVA, name: 'Eva de Wit', email: EVA });
  });

  it.each(['cas@utrecht.example', 'Eva de Wit', '', '__proto__', `${EVA},${BO}`])(
    'is nobody in particular when %j is chosen, which is not in the list',
    async (name) => {
      const ann = visitor();
      await ann.go('/');
      await ann.chooses(EVA);
      expect((await ann.chooses(name)).status).toBe(303);
      expect((await ann.go('/')).body).not.toContain(' selected');
      await ann.says('langzaam');
      expect(lastFrom()).toEqual({ id: `web:${ann.session()}`, name: '' });
    },
  );

  it('is nobody in particular when the list no longer has them', async () => {
    const ann = visitor();
    await ann.go('/');
    await ann.chooses(EVA);
    const [name = ''] = [...ann.jar.keys()].filter((key) => key.startsWith('me-'));
    ann.jar.set(name, encodeURIComponent('vertrokken@utrecht.example'));
    await ann.says('langzaam');
    expect(lastFrom()).toEqual({ id: `web:${ann.session()}`, name: '' });
  });

  it('begins a conversation of their own: what was said before is not theirs', async () => {
    const ann = visitor();
    await ann.go('/');
    const before = ann.session();
    await bot.channel.post(
      { channel: 'web', id: before },
      { language: 'nl', parts: [{ kind: 'text', text: 'geheim' }] },
    );
    await ann.chooses(EVA);
    expect(ann.session()).not.toBe(before);
    const cookie = [...ann.jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const heard = await listenUntil(address, cookie, ({ event }) => event === 'ready');
    expect(heard.map(({ data }) => data).join()).not.toContain('geheim');
  });

  it('cannot be chosen by a page elsewhere', async () => {
    const ann = visitor();
    await ann.go('/');
    for (const origin of ['http://evil.example', 'null', ''])
      expect((await ann.chooses(EVA, { origin })).status).toBe(403);
    await ann.says('langzaam');
    expect(lastFrom()?.email).toBeUndefined();
  });

  it('is kept where no script and no other page can read it', async () => {
    const { headers } = await visitor().chooses(EVA);
    const [set] = [headers['set-cookie'] ?? []].flat().filter((one) => one.startsWith('me-'));
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Strict/);
  });

  it('may have any name: it is shown as words alone', async () => {
    const { body } = await visitor().go('/');
    expect(body).toContain('Bo &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Zoon');
    expect(body).not.toContain('<script>alert');
  });
});

describe('a file that came with a message', () => {
  it('is in the link itself, exactly as it was made', async () => {
    const ann = visitor();
    await ann.go('/');
    await ann.says('kaart');
    const cookie = [...ann.jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const [told] = await listenUntil(address, cookie, ({ data }) => data.includes(card.name));
    const [, link = ''] = /href="([^"]*)" download="CHK-2026-0001\.html"/.exec(told?.data ?? '') ?? [];
    expect(link).toMatch(/^data:text\/html;charset=utf-8;base64,/);
    expect(await (await fetch(link)).text()).toBe(card.content);
  });
});

if (!chromiumPath) {
  it(`who is at this computer, in a browser, ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('in a browser', { timeout: 60_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    const says = async (page: Page, text: string, seen: string) => {
      await page.locator('#question').fill(text);
      await page.locator('#question').press('Enter');
      await page.locator(seen).first().waitFor();
    };

    it.each(looks)('the form and a message with a file hold up: $name', async (look) => {
      const page = await openPage(browser, look, address);
      await page.locator('.from-bot .buttons').waitFor();
      await holdsUp(page);
      await says(page, 'kaart', '.file a');
      await holdsUp(page);
      await page.context().close();
    });

    it('somebody chooses who they are, begins anew, and the form says who it is', async () => {
      const [light] = looks;
      const page = await openPage(browser, light ?? { name: 'light', options: {} }, address);
      await page.locator('.from-bot .buttons').waitFor();
      await says(page, 'Wat is een sociale onderneming?', '.sources');
      await page.locator('#question').fill('half geschreven');
      await page.getByLabel('Wie ben je?').selectOption({ value: EVA });
      await page.getByRole('button', { name: 'Kies', exact: true }).click();
      await page.locator('.from-bot .buttons').waitFor();
      expect(await page.locator('.message').count()).toBe(1);
      expect(await page.locator('#question').inputValue()).toBe('');
      expect(await page.getByLabel('Wie ben je?').inputValue()).toBe(EVA);
      await says(page, 'Wat is een sociale onderneming?', '.sources');
      expect(lastFrom()).toEqual({ id: EVA, name: 'Eva de Wit', email: EVA });
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByLabel('Who are you?').waitFor();
      await page.context().close();
    });

    it('the file is kept under its own name, exactly as it was made', async () => {
      const [light] = looks;
      const page = await openPage(browser, light ?? { name: 'light', options: {} }, address);
      await page.locator('.from-bot .buttons').waitFor();
      await says(page, 'kaart', '.file a');
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name: `Bewaar op je computer: ${card.name}` }).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(card.name);
      expect(readFileSync(await download.path(), 'utf8')).toBe(card.content);
      await page.context().close();
    });

    it.each(looks)('the page of a card holds up by itself, and asks nothing of any computer: $name', async (look) => {
      const facts = {
        ...{ kind: 'social-service', contract: 'no', amount: 600, supplier: 'the-colour-kitchen', date: TODAY },
        conflictOfInterest: 'no',
      };
      const setting = { library, today: TODAY, documents: createDocuments(), receiptKey: undefined };
      const { receipt } = explainCase(facts, decide(facts), 'nl', setting);
      const page = await openPage(browser, look, 'about:blank');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(createDocuments().receipt(receipt).content);
      await page.getByRole('heading', { name: receipt.title, level: 1 }).waitFor();
      await holdsUp(page);
      expect(asked).toEqual([]);
      await page.context().close();
    });
  });
}
