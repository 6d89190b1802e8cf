import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as moment } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Files, goodCopyOf, restoreFile } from '../../adapters/lowdb/file.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { ConfigError, StoreError } from '../../src/errors.ts';
import type { Note } from '../../src/notes.ts';
import type { Kept, Store } from '../../src/ports.ts';
import { Progress } from '../../src/progress.ts';
import type { Turn } from '../../src/turn.ts';
import { TODAY } from '../support/day.ts';
import { long } from '../support/long.ts';
import { generated, seed } from '../support/seed.ts';

const today = () => TODAY;
const folders: string[] = [];
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return join(folder, 'store.json');
};
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const turn = (id: string): Turn => ({
  id,
  from: { id: 'web:ann', name: 'Ann' },
  at: { channel: 'web', id: 'a' },
  input: { kind: 'text', text: id },
});
const note = (id: string): Note => ({ id, kind: 'tip', text: `vraag ${id} `.repeat(40), on: TODAY, done: false });
function* manyNotes(count: number): Generator<Kept> {
  for (let at = 0; at < count; at++)
    yield { kept: 'record', kind: 'notes', id: `n${at}`, on: TODAY, item: note(`n${at}`) };
}
const put = (store: Store, id: string) =>
  store.settle(id, async ({ notes }) => {
    await notes.put(id, note(id));
    return [];
  });
const kept = async (store: Store) => (await store.read(({ notes }) => notes.list({}))).map(({ id }) => id);

const writer = fileURLToPath(new URL('../support/file-writer.ts', import.meta.url));
function start(file: string, name: string) {
  const child = spawn(process.execPath, [writer, file, name], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const lines: string[] = [];
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const wanted = new Map<number, () => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== 'open') lines.push(line);
    wanted.get(lines.length)?.();
  });
  const has = (count: number) => new Promise<void>((resolve) => void wanted.set(count, resolve));
  return { child, lines, has, exited: once(child, 'exit'), said: () => said };
}

describe('a process that is killed while it writes', () => {
  const kills = long ? 100 : 20;
  it(`has kept all that it acknowledged, after each of ${kills} kills (seed ${seed})`, async () => {
    const file = newFile();
    // Large enough that a kill often falls into a write.
    const full = await openLowdbStore({ file, today });
    await full.fill(manyNotes(3000));
    await full.close();
    const acknowledged: string[] = [];
    // After so many acknowledgements, and at any moment of the write that follows.
    const moments = generated(fc.record({ count: fc.integer({ min: 1, max: 120 }), later: fc.nat(30) }), kills);
    for (const [at, { count, later }] of moments.entries()) {
      const { child, lines, has, exited } = start(file, `k${at}`);
      await has(count);
      await moment(later);
      child.kill('SIGKILL');
      await exited;
      acknowledged.push(...lines);
    }
    expect(acknowledged.length).toBeGreaterThan(kills * 20);
    const store = await openLowdbStore({ file, today });
    const there = new Set(await kept(store));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    for (const id of acknowledged.slice(-50)) expect(await store.book(turn(id))).toBe(false);
    await store.close();
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['store.json', 'store.last-good.json']);
  }, 120_000);
});

describe('the lock', () => {
  it('lets one of many processes that start together have the file', async () => {
    const file = newFile();
    const started = Array.from({ length: 6 }, (_, at) => start(file, `p${at}`));
    const refused = await Promise.all(
      started.map(async ({ has, exited }) => Promise.race([has(1).then(() => false), exited.then(() => true)])),
    );
    expect(refused.filter((one) => !one)).toHaveLength(1);
    const texts = started.filter((_, at) => refused[at]).map(({ said }) => said());
    for (const text of texts) expect(text).toMatch(/is in use by another process \(\d+\): stop that one first/);
  });

  it('of a process that is gone is taken over, also when its number now belongs to another', async () => {
    const file = newFile();
    writeFileSync(`${file}.lock`, '999999999 1');
    await (await openLowdbStore({ file, today })).close();
    writeFileSync(`${file}.lock`, `${process.ppid} 1`);
    await (await openLowdbStore({ file, today })).close();
    writeFileSync(`${file}.lock`, '');
    await (await openLowdbStore({ file, today })).close();
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('lock'))).toEqual([]);
  });

  it('is let go of when the store cannot be opened', async () => {
    const file = newFile();
    writeFileSync(file, 'damaged');
    await expect(openLowdbStore({ file, today })).rejects.toThrow(ConfigError);
    expect(readdirSync(join(file, '..'))).toEqual(['store.json']);
  });
});

/** The real disk, on which a step fails when the test says so; what was flushed is counted. */
function failing() {
  const state: { fail?: { step: string; code: string } | undefined; flushed: string[] } = { flushed: [] };
  const check = (step: string) => {
    if (state.fail?.step === step) throw Object.assign(new Error(state.fail.code), { code: state.fail.code });
  };
  const files: Files = {
    ...disk,
    open: (async (path: string, ...rest: [string, number?]) => {
      check(rest[0] === 'r' ? 'open-folder' : 'open');
      const handle = await disk.open(path, ...rest);
      const { writeFile, sync } = handle;
      handle.writeFile = async (data) => {
        check('write');
        await writeFile.call(handle, data);
      };
      handle.sync = async () => {
        check(rest[0] === 'r' ? 'sync-folder' : 'sync');
        await sync.call(handle);
        state.flushed.push(rest[0] === 'r' ? 'folder' : 'file');
      };
      return handle;
    }) as typeof disk.open,
    rename: async (from, to) => {
      check('rename');
      await disk.rename(from, to);
    },
  };
  return { state, files };
}

describe('a write', () => {
  it('is on the disk, file and folder, before it is acknowledged, and is shared by what comes together', async () => {
    const file = newFile();
    const { state, files } = failing();
    const store = await openLowdbStore({ file, today, files });
    await store.book(turn('t0'));
    expect(state.flushed).toEqual(['file', 'folder']);
    state.flushed = [];
    await Promise.all(Array.from({ length: 50 }, (_, at) => store.book(turn(`t${at}`))));
    expect(state.flushed.length).toBeLessThanOrEqual(6);
    expect(state.flushed.length).toBeGreaterThanOrEqual(2);
    await store.close();
  });

  it('that fails is not acknowledged, is not seen in memory, and harms nothing that was kept', async () => {
    const file = newFile();
    const { state, files } = failing();
    const store = await openLowdbStore({ file, today, files });
    await put(store, 'before');
    const steps = ['open', 'write', 'sync', 'rename', 'open-folder', 'sync-folder'];
    const codes = ['ENOSPC', 'EIO', 'EACCES', 'ENOENT'];
    const tried = steps.flatMap((step) => codes.map((code) => ({ step, code })));
    let there = ['before'];
    for (let round = 0; round < 400; round++) {
      state.fail = tried[round % tried.length];
      const lost = await Promise.allSettled([put(store, `lost ${round}`), store.book(turn(`turn ${round}`))]);
      for (const one of lost) expect(one.status === 'rejected' && one.reason).toBeInstanceOf(StoreError);
      expect(await kept(store)).toEqual(there);
      expect(await store.unsettled()).toEqual([]);
      state.fail = undefined;
      if (round % 40 === 0) {
        await put(store, `kept ${round}`);
        there = [...there, `kept ${round}`];
      }
    }
    await store.book(turn('last'));
    await store.close();
    const after = await openLowdbStore({ file, today });
    expect(await kept(after)).toEqual(there);
    expect((await after.unsettled()).map(({ id }) => id)).toEqual(['last']);
    await after.close();
  });

  it('that failed shows in its health, until the disk takes writes again', async () => {
    const { state, files } = failing();
    const store = await openLowdbStore({ file: newFile(), today, files });
    expect(await store.healthy()).toBe(true);
    state.fail = { step: 'write', code: 'ENOSPC' };
    await expect(store.book(turn('t1'))).rejects.toThrow(StoreError);
    expect(await store.healthy()).toBe(false);
    state.fail = undefined;
    expect(await store.healthy()).toBe(true);
    await store.close();
  });

  it('waits for no other for long, while many write all the time', async () => {
    const store = await openLowdbStore({ file: newFile(), today });
    const until = performance.now() + (long ? 60_000 : 10_000);
    const waits: number[] = [];
    let count = 0;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (performance.now() < until) {
          count += 1;
          const from = performance.now();
          await store.book(turn(`t${count}`));
          waits.push(performance.now() - from);
          await store.settle(`t${count}`, async () => []);
        }
      }),
    );
    waits.sort((a, b) => a - b);
    expect(waits[Math.floor(waits.length * 0.99)]).toBeLessThanOrEqual(500);
    expect(waits.at(-1)).toBeLessThanOrEqual(2000);
    await store.close();
  }, 90_000);
});

describe('the size guard', () => {
  const filled = async (count: number) => {
    const file = newFile();
    const warned: string[] = [];
    const log = { warn: (event: string) => void warned.push(event) };
    const store = await openLowdbStore({ file, today, log });
    await store.fill(manyNotes(count));
    await store.close();
    const again = await openLowdbStore({ file, today, log });
    return { store: again, warned };
  };
  /** How long a change held up everything else. */
  const blockOf = async (change: () => Promise<unknown>) => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 1);
      last = performance.now();
    }, 1);
    await change();
    await new Promise((resolve) => setTimeout(resolve, 2));
    clearInterval(watch);
    return longest;
  };

  it.each([100, 1000, 10_000, 50_000])('warns when %i records hold up people, and says what to do', async (count) => {
    const { store, warned } = await filled(count);
    warned.length = 0;
    const blocks: number[] = [];
    for (let at = 0; at < 5; at++) blocks.push(await blockOf(() => store.book(turn(`t${at}`))));
    const usual = blocks.toSorted((a, b) => a - b)[2] as number;
    expect(usual <= 50 || warned.includes('store-too-large'), `${count}: ${blocks.map(Math.round)}`).toBe(true);
    if (count <= 1000) expect(warned).toEqual([]);
    await store.close();
  });
});

describe('a damaged file', () => {
  const damages = long ? 1000 : 300;
  it(`is found after each of ${damages} cuts and changed bits, kept, and not overwritten (seed ${seed})`, async () => {
    const file = newFile();
    const store = await openLowdbStore({ file, today });
    for (let at = 0; at < 10; at++) await put(store, `n${at}`);
    await store.settle('p', async ({ progress }) => {
      await progress.put('p', Progress.parse({}));
      return [];
    });
    await store.book(turn('t1'));
    await store.close();
    const whole = readFileSync(file);
    const damage = fc.record({ cut: fc.boolean(), at: fc.nat(whole.length - 1), bit: fc.nat(7) });
    for (const { cut, at, bit } of [{ cut: true, at: 0, bit: 0 }, ...generated(damage, damages)]) {
      const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) damaged[at] = (damaged[at] as number) ^ (1 << bit);
      writeFileSync(file, damaged);
      const failure = await openLowdbStore({ file, today }).catch((error: Error) => error);
      expect(failure, `${cut ? 'cut' : 'bit'} at ${at}`).toBeInstanceOf(ConfigError);
      expect((failure as Error).message).toMatch(/is damaged; it is kept as it is/);
      expect(readFileSync(file).equals(damaged)).toBe(true);
    }
  }, 60_000);

  it('comes with the offer of the last good copy, which can be put back', async () => {
    const file = newFile();
    const store = await openLowdbStore({ file, today });
    await put(store, 'early');
    await store.close();
    const again = await openLowdbStore({ file, today });
    await put(again, 'late');
    await again.close();
    writeFileSync(file, 'damaged');
    const failure = await openLowdbStore({ file, today }).catch((error: Error) => error.message);
    expect(failure).toContain(`A good copy of an earlier moment is ${goodCopyOf(file)}`);
    const aside = await restoreFile(file, '20261128');
    expect(readFileSync(aside, 'utf8')).toBe('damaged');
    const restored = await openLowdbStore({ file, today });
    expect(await kept(restored)).toEqual(['early']);
    await restored.close();
  });

  it('without a good copy says so', async () => {
    const file = newFile();
    writeFileSync(file, '{');
    await expect(openLowdbStore({ file, today })).rejects.toThrow(/There is no good copy of it/);
    await expect(restoreFile(file, 'now')).rejects.toThrow(ConfigError);
  });
});

it('files are for the account of the bot alone', async () => {
  const file = newFile();
  const store = await openLowdbStore({ file, today });
  await store.book(turn('t1'));
  await store.close();
  await (await openLowdbStore({ file, today })).close();
  for (const path of [file, goodCopyOf(file)]) expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('a file of the first version is taken over with all that is in it', async () => {
  const file = newFile();
  const text = { kind: 'text', text: 'antwoord' } as const;
  const message = { to: turn('t').at, reply: { language: 'nl', parts: [text] } } as const;
  const first = {
    turns: {
      ':t1': { turn: turn('t1'), on: TODAY, settled: false },
      ':t2': { on: TODAY, settled: true },
    },
    outbox: [{ id: 't2/0', message }],
    progress: { ':web:ann web a': { item: Progress.parse({ asked: 'lunch' }), on: TODAY } },
    notes: { ':n': { item: note('n'), on: '2026-01-02' } },
  };
  writeFileSync(file, JSON.stringify(first, undefined, 2));
  const store = await openLowdbStore({ file, today });
  expect(await store.unsettled()).toEqual([turn('t1')]);
  expect(await store.book(turn('t2'))).toBe(false);
  expect(await store.outbox.waiting()).toEqual([{ id: 't2/0', message }]);
  expect(await store.read(({ notes }) => notes.get('n'))).toEqual(note('n'));
  expect((await store.read(({ progress }) => progress.get('web:ann web a')))?.asked).toBe('lunch');
  await store.tidy('2027-01-03');
  expect(await kept(store)).toEqual([]);
  await store.close();
});
