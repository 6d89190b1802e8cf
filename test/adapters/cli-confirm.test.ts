import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Confirmation } from '../../src/confirmation.ts';
import type { Store } from '../../src/ports.ts';
import { plainText } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { TODAY } from '../support/day.ts';
import { inFolderOfItsOwn, jsonOf } from './program.ts';

const { folder, impact } = inFolderOfItsOwn();

const asker = (person: string, id: string, language: 'nl' | 'en') => ({
  person,
  at: { channel: 'web' as const, id },
  language,
});
const waiting: Confirmation = {
  id: 'brownies-en-downies',
  name: 'Brownies&downieS',
  listed: true,
  on: TODAY,
  askers: [asker('web:ann', 'gang', 'nl'), asker('bo@example.org', 'tuin', 'en')],
  status: 'open',
};
const answered: Confirmation = {
  ...waiting,
  id: 'naam-studio-vuurvlieg',
  name: 'Studio Vuurvlieg',
  listed: false,
  selfTest: { purpose: 'yes', profit: 'unsure' },
  askers: [],
  status: 'answered',
  found: { evidence: 'none', source: 'niets gevonden', url: null, on: TODAY },
};

/** A data folder in which these wait or were answered. */
async function dataWith(...confirmations: Confirmation[]) {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const open = () => openLowdbStore({ file: join(dataDir, 'inkopen.json'), today: () => TODAY });
  const before = await open();
  await before.settle('eerder', async (records) => {
    for (const one of confirmations) await records.confirmations.put(one.id, one);
    return [];
  });
  await before.close();
  const look = async <Value>(at: (store: Store) => Promise<Value>) => {
    const store = await open();
    const found = await at(store);
    await store.close();
    return found;
  };
  const confirm = (...args: string[]) => impact(['confirm', ...args], { env: { DATA_DIR: dataDir } });
  return { open, look, confirm, file: join(dataDir, 'inkopen.json') };
}

const ANSWER = ['--evidence', 'register', '--source', 'register van de Code, pagina 3'];

describe('impact confirm list', () => {
  it('names who waits for an answer, by how many colleagues, and none of them', async () => {
    const { confirm } = await dataWith(waiting, answered);
    const { status, out, err } = confirm('list');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^2026-11-21 {2}open {2}Brownies&downieS {2}\[brownies-en-downies\]\n$/);
    const json = confirm('list', '--json');
    expect(jsonOf(json.out)).toMatchObject([{ id: 'brownies-en-downies', status: 'open', asked: 2 }]);
    expect(out + json.out).not.toMatch(/ann|bo@|gang|tuin/);
  });

  it('--all names what was answered too, with what was found and what the asker knew of it', async () => {
    const { confirm } = await dataWith(waiting, answered);
    expect(confirm('list', '--all').out).toMatch(
      /answered {2}Studio Vuurvlieg {2}purpose: yes, profit: unsure {2}none/,
    );
    expect(jsonOf(confirm('list', '--all', '--json').out)).toMatchObject([
      { id: 'brownies-en-downies' },
      { id: 'naam-studio-vuurvlieg', selfTest: { profit: 'unsure' }, found: { evidence: 'none' } },
    ]);
  });

  it('is empty where nobody asked anything, and changes nothing', async () => {
    const { confirm, file } = await dataWith();
    const before = readFileSync(file, 'utf8');
    expect(confirm('list')).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('can be had beside a running bot', async () => {
    const { confirm, open } = await dataWith(waiting);
    const running = await open();
    expect(jsonOf(confirm('list', '--json').out)).toMatchObject([{ id: 'brownies-en-downies' }]);
    await running.close();
  });
});

describe('impact confirm answer', () => {
  it('keeps what was found, and everybody who asked hears it in their own language', async () => {
    const { confirm, look } = await dataWith(waiting);
    const given = confirm('answer', waiting.id, ...ANSWER, '--url', 'https://example.org/register');
    expect([given.status, given.err]).toEqual([0, '']);
    expect(confirm('list').out).toBe('');
    const [kept, out] = await look(async (store) => [
      await store.read(({ confirmations }) => confirmations.get(waiting.id)),
      await store.outbox.waiting(),
    ]);
    expect(kept).toMatchObject({
      status: 'answered',
      askers: [],
      found: {
        evidence: 'register',
        source: 'register van de Code, pagina 3',
        url: 'https://example.org/register',
        on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
    const heard = out.map(({ message: { to, reply } }) => [to.id, plainText(reply, texts[reply.language])]);
    expect(heard).toEqual([
      ['gang', expect.stringMatching(/Antwoord van de redactie[\s\S]*bevestigd als sociale onderneming/)],
      ['tuin', expect.stringMatching(/Answer of the editors[\s\S]*confirmed as a social enterprise/)],
    ]);
    for (const [, text] of heard)
      expect(text).toContain('register van de Code, pagina 3 (https://example.org/register)');
  });

  it.each<[string, string[], RegExp]>([
    ['without what was found', ['--source', 'x'], /^--evidence: /],
    ['with a finding that is none', ['--evidence', 'zeker', '--source', 'x'], /^--evidence: /],
    ['with their own word for it', ['--evidence', 'self-declared', '--source', 'x'], /^--evidence: /],
    ['without a source', ['--evidence', 'register'], /^--source: /],
    ['with an empty source', ['--evidence', 'register', '--source', ''], /^--source: /],
    ['with an address that is none', [...ANSWER, '--url', 'register.nl'], /^--url: /],
    ['with an address that runs something', [...ANSWER, '--url', 'javascript:alert(1)'], /^--url: /],
  ])('is refused %s, and nothing is kept', async (_what, args, wanted) => {
    const { confirm, file } = await dataWith(waiting);
    const before = readFileSync(file, 'utf8');
    const { status, out, err } = confirm('answer', waiting.id, ...args);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(wanted);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('says so when nobody asked about that supplier', async () => {
    const { confirm } = await dataWith(waiting);
    expect(confirm('answer', 'onbekend', ...ANSWER)).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('nothing is open about onbekend'),
    });
  });

  it('waits until the running bot is stopped, and says so', async () => {
    const { confirm, open } = await dataWith(waiting);
    const running = await open();
    const { status, err } = confirm('answer', waiting.id, ...ANSWER);
    expect(status).toBe(2);
    expect(err).toMatch(/DATA_DIR: .* is in use by another process/);
    await running.close();
    expect(confirm('answer', waiting.id, ...ANSWER).status).toBe(0);
  });

  it('says how it is used without a supplier', async () => {
    const { confirm } = await dataWith();
    expect(confirm('answer')).toMatchObject({ status: 2, out: '' });
    expect(confirm('answer').err).toMatch(/impact confirm answer ID/);
  });
});
