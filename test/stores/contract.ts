import { afterEach, describe, expect, it } from 'vitest';
import type { Note } from '../../src/notes.ts';
import type { Message, Records, Store } from '../../src/ports.ts';
import { Progress } from '../../src/progress.ts';
import type { KeptReceipt } from '../../src/receipt.ts';
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

/** A kept card; what is in it is nothing to the store. */
const kept = (id: string, owner: string): KeptReceipt => ({
  id,
  owner,
  thing: 'lunch',
  receipt: {
    number: id,
    day: TODAY,
    language: 'nl',
    title: `Dossierkaart ${id}`,
    sections: [{ title: 'Uitkomst', lines: ['Het mag.'], facts: [{ label: 'Datum', value: TODAY }] }],
    facts: { kind: 'goods', amount: 950.5, related: null, sensitive: [] },
    decision: {
      outcome: 'direct',
      total: 950.5,
      conditions: [],
      missing: [],
      attention: [],
      warnings: [],
      rules: [{ id: 'direct' }],
      ruleset: '2026-11',
    },
    copy: {
      rules: {
        version: '2026-11',
        total: { rates: ['btw'], unknownVat: 'btw', unknownRate: ['btw'], safeRate: 'btw' },
        repeat: { times: 12, passes: 'drempel' },
        rules: [],
        otherwise: { outcome: 'direct', because: { nl: 'het mag', en: 'it may' }, sources: [], conditions: [] },
        questions: [],
      },
      amounts: [],
      sources: [],
      supplier: null,
    },
    seal: 'sha256:0',
  },
});
/** Keeps a card under the next number of the year. */
const keepNext = (owner: string) => async (records: Records) => {
  const last = (await records.counters.get('CHK-2026'))?.last ?? 0;
  await records.counters.put('CHK-2026', { last: last + 1 });
  const id = `CHK-2026-${last + 1}`;
  await records.receipts.put(id, kept(id, owner));
  return [message(id)];
};

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

  describe('numbered cards', () => {
    it('get the next number each, however many are kept at once', async () => {
      const { settle, read } = await opened();
      const heard = await Promise.all(Array.from({ length: 20 }, (_, at) => settle(`t${at}`, keepNext('ann'))));
      const numbers = Array.from({ length: 20 }, (_, at) => `CHK-2026-${at + 1}`);
      expect(said(heard.flat()).toSorted()).toEqual(numbers.toSorted());
      expect(await read(({ counters }) => counters.get('CHK-2026'))).toEqual({ last: 20 });
      const all = await read(({ receipts }) => receipts.list({}));
      expect(all.map(({ id }) => id).toSorted()).toEqual(numbers.toSorted());
    });

    it('are read back as they were put, to the last character', async () => {
      const { settle, read } = await opened();
      await settle('t1', keepNext('ann'));
      const back = await read(({ receipts }) => receipts.get('CHK-2026-1'));
      expect(JSON.stringify(back)).toBe(JSON.stringify(kept('CHK-2026-1', 'ann')));
    });

    it('are listed by whose they are', async () => {
      const { settle, read } = await opened();
      for (const [at, owner] of ['ann', 'bo', 'ann'].entries()) await settle(`t${at}`, keepNext(owner));
      const of = (owner: string) =>
        read(async ({ receipts }) => (await receipts.list({ owner })).map(({ id }) => id).toSorted());
      expect([await of('ann'), await of('bo'), await of('cas')]).toEqual([
        ['CHK-2026-1', 'CHK-2026-3'],
        ['CHK-2026-2'],
        [],
      ]);
    });

    it('take no number when what they are part of fails', async () => {
      const { settle, read } = await opened();
      await settle('t1', keepNext('ann'));
      const failing = settle('t2', async (records) => {
        await keepNext('bo')(records);
        expect(await records.counters.get('CHK-2026')).toEqual({ last: 2 });
        throw new Error('the disk is full');
      });
      await expect(failing).rejects.toThrow('the disk is full');
      expect(await read(({ counters }) => counters.get('CHK-2026'))).toEqual({ last: 1 });
      expect(await read(({ receipts }) => receipts.list({ owner: 'bo' }))).toEqual([]);
      expect(said(await settle('t2', keepNext('bo')))).toEqual(['CHK-2026-2']);
    });

    it('keep their series for ever: a number is never given twice', async () => {
      const { settle, read, tidy } = await opened();
      await settle('t1', keepNext('ann'));
      await tidy('2040-01-01');
      expect(await read(({ receipts }) => receipts.list({}))).toEqual([]);
      expect(said(await settle('t2', keepNext('ann')))).toEqual(['CHK-2026-2']);
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
