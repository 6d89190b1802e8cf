import { afterEach, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import type { Note } from '../../src/notes.ts';
import { type Kept, type Message, MOST_WAITING, type Records, type Store } from '../../src/ports.ts';
import { Progress } from '../../src/progress.ts';
import type { KeptReceipt } from '../../src/receipt.ts';
import { placeOf, type Turn } from '../../src/turn.ts';
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
  const stores: Store[] = [];
  const opened = async () => {
    const store = await open();
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
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

  describe('what is not settled yet', () => {
    it('is found by its place', async () => {
      const { book, settle, unsettled } = await opened();
      const bo = (id: string): Turn => ({ ...turn(id), from: { id: 'web:bo', name: 'Bo' } });
      for (const one of [turn('2'), bo('3'), turn('1'), turn('4')]) await book(one);
      await settle('1', async () => []);
      const ids = async (place: string) => (await unsettled(place)).map(({ id }) => id);
      expect(await ids(placeOf(turn('2')))).toEqual(['2', '4']);
      expect(await ids(placeOf(bo('3')))).toEqual(['3']);
      expect(await ids('nobody is here')).toEqual([]);
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

    it('tells of many turns at once which were settled before', async () => {
      const { settle } = await opened();
      const settleAll = (ids: readonly string[]) =>
        Promise.all(ids.map(async (id) => said(await settle(id, async () => [message(id)]))));
      const ids = Array.from({ length: 12 }, (_, at) => `t${at}`);
      await settleAll(ids.slice(0, 6));
      expect(await settleAll(ids)).toEqual(ids.map((id, at) => (at < 6 ? [] : [id])));
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

    it('of a turn that was never booked counts as its booking', async () => {
      const { book, settle, unsettled } = await opened();
      expect(said(await settle('t1', async () => [message('antwoord')]))).toEqual(['antwoord']);
      expect(await book(turn('t1'))).toBe(false);
      expect([await settle('t1', async () => [message('nog eens')]), await unsettled()]).toEqual([[], []]);
    });

    it('orders turns that put, take away and look for the same things in every order', async () => {
      const { settle, read } = await opened();
      const raise = ({ counters }: Records, id: string) =>
        counters.get(id).then((now) => counters.put(id, { last: (now?.last ?? 0) + 1 }));
      const turns = Array.from({ length: 16 }, (_, at) =>
        settle(`t${at}`, async (records) => {
          for (const id of at % 2 === 0 ? ['a', 'b'] : ['b', 'a']) await raise(records, id);
          return [];
        }),
      );
      await Promise.all(turns);
      expect(await read(({ counters }) => counters.list({}))).toEqual([{ last: 16 }, { last: 16 }]);
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

  it('forgets each of many messages that arrive at once', async () => {
    const { settle, outbox } = await opened();
    await settle('t1', async () => Array.from({ length: 12 }, (_, at) => message(String(at))));
    const waiting = await outbox.waiting();
    await Promise.all(waiting.slice(1).map(({ id }) => outbox.arrived(id)));
    expect(await outbox.waiting()).toEqual(waiting.slice(0, 1));
  });

  describe('the outbox of many places', () => {
    it('gives the first messages of each place, and the next ones as those arrive', async () => {
      const { settle, outbox } = await opened();
      const to = (place: string, text: string): Message => ({ ...message(text), to: { channel: 'web', id: place } });
      const many = Array.from({ length: MOST_WAITING + 3 }, (_, at) => to('vol', String(at)));
      await settle('t1', async () => [...many, to('leeg', 'een'), to('leeg', 'twee')]);
      const waiting = await outbox.waiting();
      expect(said(waiting.map((one) => one.message))).toEqual([
        ...Array.from({ length: MOST_WAITING }, (_, at) => String(at)),
        'een',
        'twee',
      ]);
      await outbox.arrived(waiting[0]?.id ?? '');
      const later = said((await outbox.waiting()).map((one) => one.message));
      expect([later[0], later[MOST_WAITING - 1], later.length]).toEqual(['1', String(MOST_WAITING), MOST_WAITING + 2]);
    });
  });

  describe('a task that must be alone', () => {
    it('runs while no other of its name runs, and the others wait for it', async () => {
      const { alone } = await opened();
      let running = 0;
      const done: number[] = [];
      const task = (at: number) => async () => {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        done.push(at);
        return at;
      };
      const all = Array.from({ length: 10 }, (_, at) => at);
      expect(await Promise.all(all.map((at) => alone('a', task(at))))).toEqual(all);
      expect(done).toEqual(all);
    });

    it('holds up no task of another name, also when one is begun within the other', async () => {
      const { alone } = await opened();
      const { promise: opening, resolve: open } = Promise.withResolvers<void>();
      const waits = alone('a', () => opening);
      expect(await alone('b', () => alone('c', async () => 'klaar'))).toBe('klaar');
      open();
      await waits;
    });

    it('makes way when it fails', async () => {
      const { alone } = await opened();
      await expect(alone('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await alone('a', async () => 'toch')).toBe('toch');
    });
  });

  it('is well as long as things can be kept', async () => {
    const { healthy } = await opened();
    expect(await healthy()).toBe(true);
  });

  describe('everything', () => {
    const keptBy = async (store: Store) => {
      const all: Kept[] = [];
      for await (const one of store.everything()) all.push(one);
      return all;
    };
    const some = async (store: Store) => {
      for (const id of ['t3', 't2', 't1', 't4']) await store.book(turn(id));
      await store.settle('t2', async (records) => {
        for (const id of ['z', 'a', 'm']) await records.notes.put(id, note(id));
        return [message('1'), message('2')];
      });
      await store.settle('t1', keepNext('ann'));
    };

    it('can be put into another store, which then is the same to the last character', async () => {
      const [one, other] = [await opened(), await opened()];
      await some(one);
      const kept = await keptBy(one);
      expect(
        kept.map((thing) => (thing.kept === 'record' ? `${thing.kind} ${thing.id}` : `${thing.kept} ${thing.id}`)),
      ).toEqual([
        'turn t3',
        'turn t4',
        'turn t2',
        'turn t1',
        'outgoing t2/0',
        'outgoing t2/1',
        'outgoing t1/0',
        'notes z',
        'notes a',
        'notes m',
        'receipts CHK-2026-1',
        'counters CHK-2026',
      ]);
      await other.fill(one.everything());
      expect(JSON.stringify(await keptBy(other))).toBe(JSON.stringify(kept));
      expect(await other.book(turn('t1'))).toBe(false);
      expect(said((await other.outbox.waiting()).map((waits) => waits.message))).toEqual(['1', '2', 'CHK-2026-1']);
      expect(said(await other.settle('t3', keepNext('bo')))).toEqual(['CHK-2026-2']);
    });

    it('is not put into a store that holds anything', async () => {
      const [one, other] = [await opened(), await opened()];
      await some(one);
      await other.book(turn('mine'));
      await expect(other.fill(one.everything())).rejects.toThrow(StoreError);
      expect((await keptBy(other)).map(({ id }) => id)).toEqual(['mine']);
    });

    it('is put in as a whole, or not at all', async () => {
      const store = await opened();
      async function* half(): AsyncGenerator<Kept> {
        for (let at = 0; at < 1200; at++) yield { kept: 'turn', id: `t${at}`, on: TODAY };
        throw new Error('the other store is gone');
      }
      await expect(store.fill(half())).rejects.toThrow('the other store is gone');
      expect(await keptBy(store)).toEqual([]);
      await store.fill([]);
      await some(store);
    });

    it('keeps where a card stands when the message with it has arrived', async () => {
      const { settle, outbox, read } = await opened();
      await settle('t1', async () => [message('kaart')]);
      await outbox.arrived('t1/0', { id: 'IMP-1 web a', ref: '17' });
      expect(await outbox.waiting()).toEqual([]);
      expect(await read(({ cards }) => cards.get('IMP-1 web a'))).toEqual({ id: 'IMP-1 web a', ref: '17' });
      await outbox.arrived('t1/0', { id: 'IMP-1 web a', ref: '18' });
      expect(await read(({ cards }) => cards.list({}))).toEqual([{ id: 'IMP-1 web a', ref: '18' }]);
    });
  });

  describe('what is remembered', () => {
    it('may hold any text, and be called by any', async () => {
      const { book, settle, read, unsettled, outbox, alone } = await opened();
      const odd = [
        '\u0000',
        'a\u0000',
        '\ud800',
        '\udfff',
        '\\u0000',
        '"',
        '\\',
        '',
        ' ',
        '\u2028',
        'é',
        'e\u0301',
        '🙂',
        'lang '.repeat(2000),
      ];
      for (const text of odd)
        expect(await book({ ...turn(`t${text}`, text), at: { channel: 'web', id: `a${text}` } })).toBe(true);
      for (const text of odd) expect(await book(turn(`t${text}`))).toBe(false);
      expect((await unsettled()).map(({ input }) => input.kind === 'text' && input.text)).toEqual(odd);
      for (const text of odd) {
        const one = { ...turn(`t${text}`, text), at: { channel: 'web', id: `a${text}` } } as const;
        expect((await unsettled(placeOf(one))).map(({ id }) => id)).toEqual([one.id]);
        await alone(placeOf(one), () =>
          settle(one.id, async ({ notes }) => {
            expect(await notes.get(text)).toBeUndefined();
            await notes.put(text, note(text, { text, reason: text }));
            return [message(text)];
          }),
        );
      }
      expect(said((await outbox.waiting()).map((one) => one.message))).toEqual(odd);
      for (const { id } of await outbox.waiting()) await outbox.arrived(id);
      expect(await outbox.waiting()).toEqual([]);
      for (const text of odd) {
        expect(await read(({ notes }) => notes.get(text))).toEqual(note(text, { text, reason: text }));
        expect(await read(({ notes }) => notes.list({ reason: text }))).toEqual([note(text, { text, reason: text })]);
      }
    });

    it('is listed in the order in which it was first put', async () => {
      const { settle, read } = await opened();
      const put = (turnId: string, ...ids: string[]) =>
        settle(turnId, async ({ notes }) => {
          for (const id of ids) await notes.put(id, note(id, { text: turnId }));
          return [];
        });
      await put('t1', 'z', 'b');
      await put('t2', 'a', 'z');
      await put('t3', 'c');
      expect((await read(({ notes }) => notes.list({}))).map(({ id, text }) => `${id} ${text}`)).toEqual([
        'z t2',
        'b t1',
        'a t2',
        'c t3',
      ]);
    });

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
      expect(() => Object.assign(theirs ?? {}, { text: 'ook veranderd' })).toThrow(TypeError);
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
