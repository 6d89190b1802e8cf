import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../../adapters/documents/documents.ts';
import type { Mine } from '../../../src/mine.ts';
import { Progress } from '../../../src/progress.ts';
import { texts } from '../../../src/texts/texts.ts';
import { TODAY } from '../../support/day.ts';
import { holdsFor, seed } from '../../support/seed.ts';
import { chromiumPath, holdsUp, LEFT_OUT, looks, mishaps, openBrowser } from '../web/browser.ts';

const empty: Mine = {
  progress: [],
  notes: [],
  receipts: [],
  confirmations: [],
  requests: [],
  experiences: [],
  questions: [],
  departures: [],
  calendars: [],
  reminders: [],
  desks: [],
  reach: [],
  subscribers: [],
  cards: [],
  counters: [],
};
const mineOf = (asked: string): Mine => ({
  ...empty,
  progress: [{ item: Progress.parse({ person: 'ann@utrecht.example', place: 'gang', asked }), until: '2026-12-21' }],
});
const pageOf = (mine: Mine, language: 'nl' | 'en' = 'nl') => createDocuments().mine(mine, language, TODAY).content;

describe('the file with what is kept about a person', () => {
  it('explains each kind, with the day until which it is kept, also where nothing is', () => {
    for (const language of ['nl', 'en'] as const) {
      const page = pageOf(empty, language);
      const said = texts[language].mine.page;
      const days = { progress: '21', notes: '21', receipts: '19', confirmations: '20', requests: '19', counters: '' };
      for (const kind of Object.keys(days) as (keyof typeof days)[]) expect(page).toContain(said.kinds[kind].title);
      expect(page.split(said.none)).toHaveLength(Object.keys(empty).length + 1);
      expect(page).toContain(texts[language].sayDate('2033-11-19'));
      expect(page).toContain(`<html lang="${language}">`);
    }
  });

  it(`takes nothing that somebody typed for markup (seed ${seed})`, () =>
    holdsFor(fc.oneof(fc.string(), fc.constant('<script>alert(1)</script>"\'&')), (asked) => {
      const page = pageOf(mineOf(`x${asked}`));
      expect(page).not.toContain('<script');
      const escaped = asked
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
      expect(page).toContain(`x${escaped}`);
    }));

  it('asks nothing from elsewhere', () => {
    expect(pageOf(mineOf('lunch'))).not.toMatch(/https?:|src=|@import|url\(/);
  });
});

if (!chromiumPath) {
  it(`the file with what is kept about a person ${LEFT_OUT}`, () => {
    expect(process.env.CI).not.toBe('true');
  });
} else {
  it('the file with what is kept about a person can be read by everybody', async () => {
    const browser = await openBrowser();
    for (const { options } of looks.filter(({ largeText }) => !largeText)) {
      const page = await (await browser.newContext(options)).newPage();
      mishaps.set(page, []);
      await page.setContent(pageOf(mineOf('lunch voor '.repeat(30))));
      await holdsUp(page);
    }
    await browser.close();
  });
}
