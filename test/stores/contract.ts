import { afterEach, describe, expect, it } from 'vitest';
import type { Note } from '../../src/notes.ts';
import type { Message, Records, Store } from '../../src/ports.ts';
import { Progress } from '../../src/progress.ts';
import type { Turn } from '../../src/turn.ts';
import { TODAY } from '../support/day.ts';

const turn = (id: string, text = id): Turn => ({
  id,
  from: { id: 'web:ann', name: 'Ann' },
  at: { channel: 'web', id: 'a' },
  input: { kind: 'text', text },
});
const message = (text: string): Message => ({
  to: { channel: 'web', id: 'a' },
  reply: { language: 'nl', parts: [{ kind: 'text', text }] },
});
const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  kind: 'unanswered',
  text: `vraag ${id}`,
  on: TODAY,
  done: false,
  ...more,
});
const said = (messages: readonly Message[]) =>
  messages.flatMap(({ reply }) => reply.parts.map((part) => (part.kind === 'text' ? part.text : '')));

/** What every store promises. `open` gives an empty one. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store | undefined;
  const opened = async () => {
    store = await open();
    return store;
  };
  afterEach(async () => {
    await store?.close();
    store = undefined;
  });

  describe('booking', () => {
    it('happens once, also when the same turn comes in many times at once', async () => {
      const { book } = await opened();
      const booked = await Promise.all(Array.from({ length: 20 }, () => book(turn('t1'))));
      expect(booked.filter(Boolean)).toHaveLength(1);
      expect(await book(turn('t1', 'anders'))).toBe(false);
    });

    it('keeps what was said first', async () => {
      const { book, unsettled } = await opened();
      await book(turn('t1', 'eerst'));
      await book(turn('t1', 'later'));
      expect(await unsettled()).toEqual([turn('t1', 'eerst')]);
    });

    it('remembers which turns are not settled yet, oldest first', async () => {
      const { book, settle, unsettled } = await opened();
      for (const id of ['c', 'a', 'b', '10', '9']) await book(turn(id));
      await settle('a', async () => []);
      expect((await unsettled()).map(({ id }) => id)).toEqual(['c', 'b', '10', '9']);
    });

    it('knows ids that objects have of themselves', async () => {
      const { book, unsettled } = await opened();
      for (const id of ['__proto__', 'constructor', 'toString']) expect(await book(turn(id))).toBe(true);
      expect((await unsettled()).map(({ id }) => id)).toEqual(['__proto__', 'constructor', 'toString']);
    });
  });

  describe('settling', () => {
    it('happens once: the second time nothing is done and nothing is said', async () => {
      const { book, settle, outbox } = await opened();
      await book(turn('t1'));
      let acts = 0;
      const act = async () => {
        acts += 1;
        return [message('antwoord')];
      };
      expect(said(await settle('t1', act))).toEqual(['antwoord']);
      expect(await settle('t1', act)).toEqual([]);
      expect([acts, (await outbox.waiting()).length]).toEqual([1, 1]);
    });

    it('happens once, also when it is tried many times at once', async () => {
      const { book, settle } = await opened();
      await book(turn('t1'));
      let acts = 0;
      const act = async () => {
        acts += 1;
        return [message('antwoord')];
      };
      const heard = await Promise.all(Array.from({ length: 20 }, () => settle('t1', act)));
      expect([acts, said(heard.flat())]).toEqual([1, ['antwoord']]);
    });

    it('keeps all that a turn leads to, or nothing', async () => {
      const { book, settle, read, outbox, unsettled } = await opened();
      await book(turn('t1'));
      await settle('t0', async (records) => {
        await records.notes.put('n0', note('n0'));
        return [message('eerder')];
      });
      const failing = settle('t1', async (records) => {
        await records.notes.put('n0', note('n0', { done: true }));
        await records.notes.put('n1', note('n1'));
        await records.progress.put('p', Progress.parse({}));
        await records.notes.remove('n0');
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await read((records) => records.notes.list({}))).toEqual([note('n0')]);
      expect(await read((records) => records.progress.get('p'))).toBeUndefined();
      expect(said((await outbox.waiting()).map((one) => one.message))).toEqual(['eerder']);
      expect((await unsettled()).map(({ id }) => id)).toEqual(['t1']);
    });

    it('goes on after a turn that failed', async () => {
      const { book, settle } = await opened();
      await book(turn('t1'));
      await expect(settle('t1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(said(await settle('t1', async () => [message('toch')]))).toEqual(['toch']);
    });

    it('of one turn sees what another kept, and loses none of it', async () => {
      const { settle, read } = await opened();
      const more = (records: Records) => async () => {
        const before = await records.notes.get('telling');
        await records.notes.put('telling', note('telling', { text: String(Number(before?.text ?? 0) + 1) }));
        return [];
      };
      await Promise.all(Array.from({ length: 25 }, (_, at) => settle(`t${at}`, (records) => more(records)())));
      expect(await read(async (records) => (await records.notes.get('telling'))?.text)).toBe('25');
    });
  });

  describe('the outbox', () => {
    it('gives what waits in the order in which it was decided, until it arrived', async () => {
      const { settle, outbox } = await opened();
      await settle('t1', async () => [message('1'), message('2')]);
      await settle('t10', async () => [message('3')]);
      await settle('t2', async () => [message('4')]);
      const waiting = await outbox.waiting();
      expect(said(waiting.map((one) => one.message))).toEqual(['1', '2', '3', '4']);
      expect(new Set(waiting.map(({ id }) => id)).size).toBe(4);
      await outbox.arrived(waiting[1]?.id ?? '');
      await outbox.arrived(waiting[1]?.id ?? '');
      await outbox.arrived('nobody sent this');
      expect(said((await outbox.waiting()).map((one) => one.message))).toEqual(['1', '3', '4']);
    });
  });

  describe('what is remembered', () => {
    it('is listed by what it holds', async () => {
      const { settle, read } = await opened();
      const notes = [
        note('a'),
        note('b', { done: true }),
        note('c', { kind: 'tip' }),
        note('d', { kind: 'tip', done: true }),
      ];
      await settle('t1', async (records) => {
        for (const one of notes) await records.notes.put(one.id, one);
        return [];
      });
      const ids = (where: Partial<Note>) =>
        read(async (records) => (await records.notes.list(where)).map(({ id }) => id).toSorted());
      expect(await ids({})).toEqual(['a', 'b', 'c', 'd']);
      expect(await ids({ done: false })).toEqual(['a', 'c']);
      expect(await ids({ kind: 'tip', done: true })).toEqual(['d']);
      expect(await ids({ kind: 'correction' })).toEqual([]);
    });

    it('is put, replaced and taken away by its id', async () => {
      const { settle, read } = await opened();
      const step = (id: string, act: (records: Records) => Promise<void>) =>
        settle(id, async (records) => {
          await act(records);
          return [];
        });
      await step('t1', ({ notes }) => notes.put('a', note('a')));
      await step('t2', ({ notes }) => notes.put('a', note('a', { done: true })));
      expect(await read(({ notes }) => notes.get('a'))).toEqual(note('a', { done: true }));
      await step('t3', ({ notes }) => notes.remove('a'));
      expect(await read(({ notes }) => notes.get('a'))).toBeUndefined();
      expect(await read(({ notes }) => notes.get('toString'))).toBeUndefined();
    });

    it('is not changed by who reads it, nor by who goes on with what they put', async () => {
      const { settle, read } = await opened();
      const mine = note('a');
      await settle('t1', async ({ notes }) => {
        await notes.put('a', mine);
        return [];
      });
      mine.text = 'veranderd';
      const theirs = await read(({ notes }) => notes.get('a'));
      if (theirs) theirs.text = 'ook veranderd';
      expect((await read(({ notes }) => notes.get('a')))?.text).toBe('vraag a');
    });

    it('is seen within the turn that keeps it', async () => {
      const { settle } = await opened();
      await settle('t1', async ({ notes }) => {
        await notes.put('a', note('a'));
        expect(await notes.get('a')).toEqual(note('a'));
        expect(await notes.list({ kind: 'unanswered' })).toHaveLength(1);
        return [];
      });
    });
  });

  it('forgets what is older than its term, and nothing that is younger', async () => {
    const { book, settle, read, tidy, unsettled } = await opened();
    await book(turn('t1'));
    await settle('t2', async (records) => {
      await records.notes.put('a', note('a'));
      await records.progress.put('p', Progress.parse({}));
      return [];
    });
    const left = async () => [
      (await unsettled()).length,
      await read(async (records) => (await records.progress.get('p')) !== undefined),
      await read(async (records) => (await records.notes.list({})).length),
    ];
    await tidy(TODAY);
    expect(await left()).toEqual([1, true, 1]);
    await tidy('2026-12-20');
    expect(await left()).toEqual([1, true, 1]);
    await tidy('2027-01-15');
    expect(await left()).toEqual([0, false, 1]);
    await tidy('2028-01-15');
    expect(await left()).toEqual([0, false, 0]);
  });
}
