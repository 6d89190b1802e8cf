import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadThrough } from '../../src/knowledge/snapshot.ts';
import { watchLibrary } from '../../src/knowledge/watch.ts';
import type { Log } from '../../src/ports.ts';
import { sound } from './sound.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  for (const [file, text] of Object.entries(sound)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const article = () => join(folder, 'artikelen/drempel.md');
const edit = (from: string, to: string) =>
  writeFileSync(article(), readFileSync(article(), 'utf8').replaceAll(from, to));

describe('content while the bot runs', () => {
  it('is read again when an editor saves, and a broken edit leaves the old content in use, with a warning', async () => {
    const heard: string[] = [];
    const log: Log = { info: (event) => heard.push(event), warn: (event) => heard.push(event), error: () => undefined };
    const live = watchLibrary(folder, log);
    try {
      const before = live.current();
      edit('---\n', '--- \n');
      await vi.waitFor(() => expect(heard).toContain('knowledge-broken-old-content-stays'), { timeout: 5000 });
      expect(live.current()).toBe(before);
      edit('--- \n', '---\n');
      await vi.waitFor(() => expect(heard).toContain('knowledge-reloaded'), { timeout: 5000 });
      expect(live.current()).not.toBe(before);
    } finally {
      live.close();
    }
  });
});

describe('content that was kept for the next start', () => {
  it('is used as long as no file has changed, and read anew when one has', async () => {
    const kept = join(folder, '..', `kept-${process.pid}.json`);
    try {
      const first = await loadThrough(kept, folder);
      expect(await loadThrough(kept, folder)).toEqual(first);
      const question = first.articles.get('drempel')?.question.nl ?? '';
      edit(question, 'Een andere vraag?');
      utimesSync(article(), new Date(), new Date());
      expect((await loadThrough(kept, folder)).articles.get('drempel')?.question.nl).toBe('Een andere vraag?');
    } finally {
      rmSync(kept, { force: true });
    }
  });
});
