import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { TODAY } from '../support/day.ts';
import { storeContract } from './contract.ts';

const today = () => TODAY;
const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return join(folder, 'deep', 'store.json');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the store in memory', () => storeContract(() => openLowdbStore({ today })));
describe('the store in a file', () => storeContract(() => openLowdbStore({ file: newFile(), today })));

describe('the file', () => {
  const turn = {
    id: 't1',
    from: { id: 'web:ann', name: 'Ann' },
    at: { channel: 'web', id: 'a' },
    input: { kind: 'text', text: 'lunch' },
  } as const;
  const message = { to: turn.at, reply: { language: 'nl', parts: [{ kind: 'text', text: 'antwoord' }] } } as const;
  const note = { id: 'n', kind: 'tip', text: 'een tip', on: TODAY, done: false } as const;

  it('keeps everything when the bot stops and starts again', async () => {
    const file = newFile();
    const before = await openLowdbStore({ file, today });
    await before.book(turn);
    await before.book({ ...turn, id: 't2' });
    await before.settle('t1', async ({ notes }) => {
      await notes.put(note.id, note);
      return [{ ...message, reply: { ...message.reply, parts: [...message.reply.parts] } }];
    });
    await before.close();

    const after = await openLowdbStore({ file, today });
    expect(await after.book(turn)).toBe(false);
    expect(await after.settle('t1', async () => [])).toEqual([]);
    expect((await after.unsettled()).map(({ id }) => id)).toEqual(['t2']);
    expect((await after.outbox.waiting()).map((one) => one.message)).toEqual([message]);
    expect(await after.read(({ notes }) => notes.list({}))).toEqual([note]);
    await after.close();
  });

  it('holds a turn as soon as it is booked: what is acknowledged is not lost', async () => {
    const file = newFile();
    const store = await openLowdbStore({ file, today });
    await store.book(turn);
    const [held] = JSON.parse(readFileSync(file, 'utf8')).data.booked;
    expect(held).toEqual(['t1', { turn, on: TODAY }]);
    await store.close();
  });

  it('leaves nothing else in its folder', async () => {
    const file = newFile();
    const store = await openLowdbStore({ file, today });
    await Promise.all(Array.from({ length: 10 }, (_, at) => store.book({ ...turn, id: `t${at}` })));
    await store.close();
    expect(readdirSync(join(file, '..'))).toEqual(['store.json']);
  });

  it('that is damaged is not taken for an empty one, and stays as it is', async () => {
    const file = newFile();
    await (await openLowdbStore({ file, today })).book(turn);
    const half = readFileSync(file, 'utf8').slice(0, 40);
    writeFileSync(file, half);
    await expect(openLowdbStore({ file, today })).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe(half);
  });
});

describe('the data folder', () => {
  it('is for one process: a second is refused in clear words, and a lock that was left behind is taken over', async () => {
    const file = newFile();
    const first = await openLowdbStore({ file, today });
    writeFileSync(`${file}.lock`, String(process.ppid));
    await expect(openLowdbStore({ file, today })).rejects.toThrow(/in use by another process/);
    await first.close();
    writeFileSync(`${file}.lock`, '999999999');
    await (await openLowdbStore({ file, today })).close();
  });

  it('keeps a damaged file as it is and starts nothing on top of it', async () => {
    const file = newFile();
    await (await openLowdbStore({ file, today })).close();
    for (const damaged of ['{"turns":{":a":{"turn":{"input":{"text":"geheim', '[]', '{"turns":{}}']) {
      writeFileSync(file, damaged);
      const failure = await openLowdbStore({ file, today }).catch((error: Error) => error.message);
      expect(failure).toMatch(/is damaged/);
      expect(failure).not.toMatch(/geheim/);
      expect(readFileSync(file, 'utf8')).toBe(damaged);
    }
  });

  it('holds what somebody wrote until it is answered, and no longer', async () => {
    const file = newFile();
    const store = await openLowdbStore({ file, today });
    const turn = {
      id: 't1',
      from: { id: 'web:ann', name: 'Ann' },
      at: { channel: 'web', id: 'a' },
      input: { kind: 'text', text: 'iets dat niemand hoeft te bewaren' },
    } as const;
    await store.book(turn);
    expect(readFileSync(file, 'utf8')).toContain(turn.input.text);
    await store.settle('t1', async () => []);
    expect(readFileSync(file, 'utf8')).not.toContain(turn.input.text);
    await store.close();
  });
});
