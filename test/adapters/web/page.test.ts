import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, LEFT_OUT, looks, mishaps, openBrowser, openPage } from './browser.ts';
import { type Scripted, startScripted } from './scripted.ts';

const [light] = looks;

if (!chromiumPath || !light) {
  it(`the page in a browser ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('the page in a browser', { timeout: 60_000 }, () => {
    let bot: Scripted;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      bot = await startScripted();
      browser = await openBrowser();
    });
    afterEach(() => page.context().close());
    afterAll(async () => {
      await browser.close();
      await bot.channel.stop();
    });

    const greeted = async () => {
      page = await openPage(browser, light, bot.channel.address());
      await page.locator('.from-bot .buttons').waitFor();
    };
    const question = () => page.locator('#question');
    const focused = () => page.locator(':focus');
    const lastOf = (who: 'bot' | 'you') => page.locator(`.from-${who}`).last();
    const says = async (text: string) => {
      await question().fill(text);
      await question().press('Enter');
    };
    const hears = (text: string) => lastOf('bot').getByText(text).first().waitFor();

    it('is walked through with the keyboard alone: every control, in sight, with a visible focus, and out again', async () => {
      await greeted();
      await says('Wat is een sociale onderneming?');
      await page.locator('.sources').waitFor();
      await says('formulier');
      await page.locator('.form').waitFor();

      const controls = await page.evaluate<number>(`${CONTROLS}.length`);
      const walk: Walked[] = [];
      for (let step = 0; step < controls * 2 + 2; step += 1) {
        await page.keyboard.press('Tab');
        walk.push(await page.evaluate<Walked>(WALKED));
      }
      const onControls = walk.filter(({ index }) => index !== -1);
      expect(onControls.filter(({ outline, seen }) => outline < 2 || !seen)).toEqual([]);
      expect(new Set(onControls.map(({ index }) => index)).size).toBe(controls);
      expect(walk.some(({ index }) => index === -1)).toBe(true);
    });

    it('sends with Enter, starts a line with Shift + Enter, and keeps the focus where one types', async () => {
      await greeted();
      await question().fill('een');
      await question().press('Shift+Enter');
      await page.keyboard.type('twee');
      await question().press('Enter');
      await page.locator('.sources').waitFor();
      expect(await lastOf('you').locator('.text').textContent()).toBe('een\ntwee');
      expect(await question().inputValue()).toBe('');
      expect(await focused().getAttribute('id')).toBe('question');
    });

    it('asks an example question with the keyboard', async () => {
      await greeted();
      await page.locator('.from-bot button').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.sources').waitFor();
      expect(await lastOf('you').locator('.text').textContent()).toBe('Wat is een sociale onderneming?');
    });

    it('tells a screen reader what happens', async () => {
      await greeted();
      expect(await page.locator('#log').getAttribute('role')).toBe('log');
      expect(await page.locator('#log').getAttribute('aria-live')).toBe('off');
      expect(await page.locator('#log').getAttribute('aria-busy')).toBe('false');
      await says('langzaam');
      await page.getByRole('status').getByText('Even zoeken…').waitFor();
      await page.context().setOffline(true);
      await says('nog iets');
      await page.getByRole('alert').getByText('Geen verbinding').waitFor();
    });

    it('announces which answer came and how it begins, and nothing more of it', async () => {
      await greeted();
      await page.getByRole('status').getByText('Antwoord 1: Hallo!').waitFor();
      await says('Wat is een sociale onderneming?');
      await page.locator('.sources').waitFor();
      const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
      const said = (await page.locator(live).allTextContents()).filter((text) => text !== '');
      expect(said).toEqual([
        expect.stringMatching(/^Antwoord 2: Een sociale onderneming wil in de eerste plaats .{0,120}$/),
      ]);
      expect(await page.locator('#announced').getAttribute('lang')).toBe('nl');
    });

    it('names headings and buttons as one says them', async () => {
      await greeted();
      await says('Wat is een sociale onderneming?');
      await page.getByRole('heading', { name: 'Bot, antwoord 2', exact: true }).waitFor();
      await page.getByRole('button', { name: 'Dit helpt, antwoord 2', exact: true }).waitFor();
      await page.getByRole('heading', { name: 'The Colour Kitchen', exact: true, level: 4 }).waitFor();
    });

    it('goes on in the form that a button brings, then at the answer to it', async () => {
      await greeted();
      await says('Wat is een sociale onderneming?');
      await page.locator('.sources').waitFor();
      await page.getByRole('button', { name: 'Dit helpt niet' }).press('Enter');
      await page.locator('.form').waitFor();
      expect(await focused().getAttribute('name')).toBe('reason');
      await page.getByRole('button', { name: 'Stuur op' }).press('Enter');
      await page.locator('.form .error').waitFor();
      expect(await page.locator('.form').count()).toBe(1);
      expect(await focused().getAttribute('name')).toBe('reason');
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Stuur op' }).press('Enter');
      await hears('het staat genoteerd');
      expect(await page.locator('.form').count()).toBe(0);
      expect(await focused().getAttribute('id')).toBe(await lastOf('bot').getAttribute('id'));
      await page.reload();
      await hears('het staat genoteerd');
      expect(await page.locator('.form').count()).toBe(0);
    });

    it('leaves an answer where it stands when the reason is typed instead of sent', async () => {
      await greeted();
      await says('Wat is een sociale onderneming?');
      await page.locator('.sources').waitFor();
      await page.getByRole('button', { name: 'Dit helpt niet' }).press('Enter');
      await page.locator('.form').waitFor();
      await says('reden: verouderd');
      await hears('het staat genoteerd');
      expect(await page.locator('.sources').count()).toBe(1);
      expect(await focused().getAttribute('id')).toBe('question');
    });

    it('sends a form once, and goes on at its answer', async () => {
      await greeted();
      await says('formulier');
      const form = page.locator('.form');
      await form.getByLabel('Wat kost het').fill('600');
      await form.getByLabel('Een dienst').check();
      const before = bot.accepted.length;
      await form.getByRole('button', { name: 'Verder' }).focus();
      await page.evaluate("for (let n = 0; n < 2; n += 1) document.querySelector('.form').requestSubmit()");
      await hears('dit is genoeg');
      expect(await focused().getAttribute('id')).toBe(await lastOf('bot').getAttribute('id'));
      expect(await form.locator(':enabled').count()).toBe(0);
      await page.reload();
      await hears('dit is genoeg');
      expect(await form.locator(':enabled').count()).toBe(0);
      expect(bot.accepted.length).toBe(before + 1);
    });

    it('says at a field of a form that it holds too much, and keeps it', async () => {
      await greeted();
      await says('formulier');
      const why = page.locator('.form').getByLabel('Waar is het voor?');
      await why.fill('a'.repeat(4001));
      const before = bot.accepted.length;
      await page.getByRole('button', { name: 'Verder' }).press('Enter');
      expect(await page.evaluate("document.querySelector('.form textarea').validationMessage")).toContain('te lang');
      expect(await focused().getAttribute('name')).toBe('why');
      expect(await why.inputValue()).toHaveLength(4001);
      expect(bot.accepted.length).toBe(before);
    });

    it('says of a long question, before it is sent, how much of it is read', async () => {
      await greeted();
      const said = page.getByRole('status').getByText('alleen de eerste 4.000 tekens');
      await question().fill('a'.repeat(4000));
      expect(await said.count()).toBe(0);
      await question().fill('a'.repeat(4001));
      await said.waitFor();
      expect(await question().inputValue()).toHaveLength(4001);
      await page.reload();
      await said.waitFor();
      await question().press('Enter');
      await page.locator('.sources').waitFor();
      expect(await said.count()).toBe(0);
    });

    it('takes the focus to the first field that is wrong, keeps what was filled in, and takes the place of the old form', async () => {
      await greeted();
      await says('formulier');
      const form = page.locator('.form');
      await form.getByLabel('Waar is het voor?').fill('Een <b>lunch</b>');
      await form.getByLabel('Een dienst').check();
      await form.getByRole('button', { name: 'Verder' }).press('Enter');
      await form.locator('.error').waitFor();
      expect(await page.locator('.form').count()).toBe(1);
      expect(await focused().getAttribute('name')).toBe('amount');
      expect(await focused().getAttribute('aria-invalid')).toBe('true');
      const described = await focused().getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).textContent()).toContain('vul een bedrag in');
      expect(await form.getByLabel('Waar is het voor?').inputValue()).toBe('Een <b>lunch</b>');
      expect(await form.getByLabel('Een dienst').isChecked()).toBe(true);

      await form.getByLabel('Wat kost het').fill('600');
      await form.getByRole('button', { name: 'Verder' }).press('Enter');
      await hears('dit is genoeg');
      expect(bot.turns.at(-1)?.input).toMatchObject({
        action: { do: 'answer', question: 'order' },
        values: { amount: '600', why: 'Een <b>lunch</b>', kind: 'service', ward: '' },
      });
      expect(await lastOf('you').locator('.text').textContent()).toContain('Wat wil je inkopen?: Een dienst');
    });

    it.each([
      ['HTML', '<img src=x onerror="document.title=1"><script>document.title=2</script>'],
      ['markdown', '**vet** [klik](javascript:alert(1))'],
      ['right-to-left marks', '\u202egnirts \u2066x'],
      ['control and zero-width characters', '\u0000\u0007\u200b'],
      ['only emoji', '🙂🙂🙂'],
      ['100 kB', 'a'.repeat(100_000)],
    ])('shows odd text as it is, and answers: %s', async (_, text) => {
      await greeted();
      await says(text);
      await page.locator('.sources').waitFor();
      const shown = (await lastOf('you').locator('.text').textContent()) ?? '';
      expect(text.replaceAll('\u0000', '\ufffd').startsWith(shown.replaceAll('\u0000', '\ufffd'))).toBe(true);
      expect(await page.title()).toBe('Inkopen met impact');
      expect(await lastOf('you').locator('.text > *').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(mishaps.get(page)).toEqual([]);
    });

    it('shows one card of a thing, also after a reload', async () => {
      await greeted();
      await says('aanvraag');
      await hears('na: aanvraag');
      await says('pak op');
      await hears('na: pak op');
      expect(await page.locator('[data-card]').count()).toBe(1);
      await page.reload();
      await page.getByText('na: pak op').waitFor();
      expect(await page.getByText('na: aanvraag').count()).toBe(0);
    });

    it('gives a text that is too long back, with a sentence', async () => {
      await greeted();
      await says('b'.repeat(300_000));
      await page.getByRole('alert').getByText('te lang').waitFor();
      expect(await question().inputValue()).toHaveLength(300_000);
      expect(await question().getAttribute('aria-invalid')).toBe('true');
    });

    it('changes language without losing what was typed, and greets again in it', async () => {
      await greeted();
      await question().fill('half a question');
      await page.getByRole('button', { name: 'English' }).click();
      await hears('Hello!');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await lastOf('bot').getAttribute('lang')).toBe('en');
      expect(await page.locator('.from-bot').count()).toBe(1);
      expect(await question().inputValue()).toBe('half a question');
      await page.getByRole('button', { name: 'Send' }).waitFor();
      await page.reload();
      await hears('Hello!');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });

    it('keeps the conversation, and what was being typed, through a reload; starting over empties it', async () => {
      await greeted();
      await says('Wat is een sociale onderneming?');
      await page.locator('.sources').waitFor();
      await question().fill('half een vraag');
      await page.reload();
      await page.locator('.sources').waitFor();
      expect(await page.locator('.message h3').allTextContents()).toEqual(['Bot', 'Je', 'Bot']);
      await page.getByRole('article', { name: 'Bot, antwoord 2', exact: true }).waitFor();
      expect(await question().inputValue()).toBe('half een vraag');

      await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
      await hears('Hallo!');
      expect(await page.locator('.message').count()).toBe(1);
      await page.reload();
      await hears('Hallo!');
      expect(await page.locator('.message').count()).toBe(1);
    });

    it('sends again what got no answer, as the same turn', async () => {
      await greeted();
      let lostOnce = false;
      await page.route('**/turns', async (route) => {
        if (lostOnce) return route.continue();
        lostOnce = true;
        await route.fetch();
        await route.abort();
      });
      await says('Wat is een sociale onderneming?');
      await page.locator('.waiting').waitFor();
      await page.locator('.waiting').waitFor({ state: 'detached' });
      const [first, again] = bot.accepted.slice(-2);
      expect(again).toBe(first);
      expect(await page.locator('.sources').count()).toBe(1);
    });

    it('loses nothing when the bot is away for a while', async () => {
      const short = await startScripted();
      const port = Number(new URL(short.channel.address()).port);
      page = await openPage(browser, light, short.channel.address());
      await hears('Hallo!');
      await short.channel.stop();
      await page.getByRole('alert').getByText('Geen verbinding').waitFor();
      await says('Wat is een sociale onderneming?');
      await page.locator('.waiting').waitFor();

      const back = await startScripted(port);
      await page.locator('.sources').waitFor();
      expect(back.accepted).toHaveLength(1);
      expect(await page.locator('#connection').textContent()).toBe('');
      await back.channel.stop();
    });
  });
}

type Walked = { index: number; what: string; outline: number; seen: boolean };

/** Everything that takes the focus; of a group of round buttons that is one. */
const CONTROLS = `[...document.querySelectorAll('a, button, input, select, textarea')]
  .filter((one) => one.type !== 'radio' || one === one.closest('fieldset').querySelector('input'))`;

/** What has the focus, how thick its outline is, and whether nothing lies over it. -1 is outside the page. */
const WALKED = `(() => {
  const one = document.activeElement;
  const { left, top, width, height } = one.getBoundingClientRect();
  const onTop = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
  const style = getComputedStyle(one);
  return {
    index: ${CONTROLS}.indexOf(one),
    what: one.tagName + ' ' + (one.id || one.textContent.trim()).slice(0, 60),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: onTop !== null && (one.contains(onTop) || onTop.contains(one)),
  };
})()`;
