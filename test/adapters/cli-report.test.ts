import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import readExcelFile, { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepRequests, requestOf } from '../support/requests.ts';
import { inFolderOfItsOwn } from './program.ts';
import { chromiumPath, holdsUp, LEFT_OUT, looks, openBrowser, openPage } from './web/browser.ts';

const { folder, impact } = inFolderOfItsOwn();
const PERIOD = ['report', '--from', '2026-10-01', '--to', '2026-11-30'];
const NAME = 'rapport-2026-10-01-2026-11-30';

beforeAll(async () => {
  mkdirSync(join(folder, 'data'));
  await keepRequests(
    join(folder, 'data', 'inkopen.json'),
    Array.from({ length: 14 }, (_, at) =>
      requestOf({
        number: at + 1,
        on: at % 2 ? '2026-10-05' : '2026-11-05',
        by: `P${at % 7}`,
        need: { what: `${at} lunches`, thing: at < 12 ? 'lunch' : 'drukwerk', team: at < 8 ? 'Jeugd' : 'Klein Team' },
        ...(at < 10
          ? {
              status: 'done',
              claimedAt: '2026-11-05T10:00:00Z',
              doneAt: '2026-11-06T10:00:00Z',
              bought: {
                supplier: at < 9 ? 'the-colour-kitchen' : 'Elders',
                amount: 100.5,
                vat: at < 5 ? 'included' : 'excluded',
              },
            }
          : {}),
      }),
    ),
  );
});

describe('impact report', () => {
  it('tells on the screen what was asked and bought, with the two kinds of euros apart', () => {
    const { out, status } = impact(PERIOD);
    expect(status).toBe(0);
    expect(out).toMatch(/Geplaatst {2}14 {2}aanvragen\n[\s\S]*Afgerond {2}10 {2}aanvragen/);
    expect(out).toMatch(/GEKOCHT\nzonder btw {2}502,5\nmet btw {2}502,5\n/);
    expect(out).not.toMatch(/1\.?005/);
    expect(out).toMatch(/NIEUWE LEVERANCIERS\nThe Colour Kitchen\nElders/);
  });

  it('names no colleague, and no group that is small', () => {
    impact([...PERIOD, '--out', 'rapport']);
    const page = readFileSync(join(folder, 'rapport', `${NAME}.html`), 'utf8').replace(/base64,[^"]*/, '');
    for (const said of [impact(PERIOD).out, page]) {
      expect(said).not.toMatch(/\bP\d\b|\bAnn\b|\bBo\b|utrecht\.example/);
      expect(said).not.toMatch(/drukwerk/i);
    }
    expect(page).toMatch(/Jeugd|Overig/);
  });

  it('writes a page, a picture and a workbook', async () => {
    const { out } = impact([...PERIOD, '--out', 'een/map']);
    expect(out.split('\n').filter(Boolean)).toEqual(['html', 'png', 'xlsx'].map((end) => `een/map/${NAME}.${end}`));
    expect(
      readFileSync(join(folder, 'een/map', `${NAME}.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const spent = await readSheet(join(folder, 'een/map', `${NAME}.xlsx`), 'Gekocht');
    expect(spent.slice(1)).toEqual([
      ['zonder btw', 502.5],
      ['met btw', 502.5],
    ]);
    const sheets = await readExcelFile(join(folder, 'een/map', `${NAME}.xlsx`));
    expect(sheets.map(({ sheet }) => sheet)).toContain('Per maand');
  });

  it('tells the same in words where the picture is', () => {
    impact([...PERIOD, '--out', 'woorden']);
    const page = readFileSync(join(folder, 'woorden', `${NAME}.html`), 'utf8');
    expect(page).toMatch(
      /alt="Staafdiagram: Per maand\. oktober 2026: 7 geplaatst, 0 afgerond; november 2026: 7 geplaatst, 10 afgerond\."/,
    );
  });

  it('tells the same in English to who asks for that', () => {
    const { out } = impact([...PERIOD, '--locale', 'en']);
    expect(out).toMatch(
      /Posted {2}14 {2}requests\n[\s\S]*Done {2}10 {2}requests[\s\S]*BOUGHT\nwithout VAT {2}502.5\nwith VAT {2}502.5\n/,
    );
    expect(out).not.toMatch(/Geplaatst|aanvragen|zonder btw/);
  });

  it('says of an empty period that there was nothing', () => {
    const { out, status } = impact(['report', '--from', '2020-01-01', '--to', '2020-12-31']);
    expect(status).toBe(0);
    expect(out).toContain('Geplaatst  0');
  });

  it.each([
    [['report'], 'impact report --from'],
    [['report', '--from', '2026-01-01'], 'impact report --from'],
    [['report', '--from', 'gisteren', '--to', '2026-01-01'], '"gisteren" is no day'],
    [['report', '--from', '2026-02-01', '--to', '2026-01-01'], 'lies before'],
    [[...PERIOD, '--out', 'data/inkopen.json'], 'that is a file and no folder'],
  ])('refuses %j: %s', (args, why) => {
    const { status, err } = impact(args);
    expect(err).toContain(why);
    expect(status).toBe(2);
  });
});

if (!chromiumPath) {
  it(`the report in a browser ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  describe('the papers in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      impact([...PERIOD, '--out', 'browser']);
      impact(['requests', 'show', 'IMP-2026-0001', '--out', 'browser/kaart.html']);
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    it.each(looks.flatMap((look) => [`${NAME}.html`, 'kaart.html'].map((file) => [file, look.name, look] as const)))(
      'can be read by everyone: %s, %s',
      async (file, _name, look) => {
        const page = await openPage(browser, look, pathToFileURL(join(folder, 'browser', file)).href);
        await holdsUp(page);
        expect(await page.evaluate('document.images.length')).toBe(file === 'kaart.html' ? 0 : 1);
        await page.context().close();
      },
    );
  });
}
