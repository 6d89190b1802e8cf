import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../adapters/postgres/store.ts';
import type { Records, Store } from '../../src/ports.ts';
import { TODAY } from '../support/day.ts';
import { openServer, type Server, withoutServer } from './server.ts';
import { message, said, turn } from './things.ts';

const RACES = 500;

describe.skipIf(withoutServer)(`two processes on one database${withoutServer}`, () => {
  let server: Server;
  let stores: [Store, Store];
  beforeAll(async () => {
    server = await openServer();
    const url = await server.empty();
    const open = () => openPostgresStore({ url, today: () => TODAY });
    stores = [await open(), await open()];
  }, 60_000);
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.remove();
  });

  /** Takes a number that nobody has: the first is told so, the other that it is too late. */
  const claim = (id: string) => async (records: Records) => {
    const taken = await records.counters.get(id);
    if ((taken?.last ?? 0) > 0) return [message('te laat')];
    await records.counters.put(id, { last: 1 });
    return [message('voor jou')];
  };

  it('decide each of 500 races for one thing once, and tell the other', async () => {
    for (let race = 0; race < RACES; race++) {
      const id = `thing ${race}`;
      // Half of them are about something that is not there yet.
      if (race % 2 === 0)
        await stores[0].settle(`made ${race}`, async ({ counters }) => {
          await counters.put(id, { last: 0 });
          return [];
        });
      const heard = await Promise.all(stores.map((store, at) => store.settle(`${race} by ${at}`, claim(id))));
      expect(said(heard.flat()).toSorted()).toEqual(['te laat', 'voor jou']);
    }
  }, 120_000);

  it('let a put that did not look wait for who looked first', async () => {
    for (const there of [true, false]) {
      const id = `looked at ${there}`;
      if (there)
        await stores[0].settle(`made ${id}`, async ({ counters }) => {
          await counters.put(id, { last: 0 });
          return [];
        });
      const looked = Promise.withResolvers<void>();
      const on = Promise.withResolvers<void>();
      const first = stores[0].settle(`looks ${id}`, async ({ counters }) => {
        const found = await counters.get(id);
        looked.resolve();
        await on.promise;
        await counters.put(id, { last: (found?.last ?? 0) + 1 });
        return [];
      });
      await looked.promise;
      let kept = false;
      const second = stores[1]
        .settle(`puts ${id}`, async ({ counters }) => {
          await counters.put(id, { last: 100 });
          return [];
        })
        .then(() => {
          kept = true;
        });
      // Long enough for a turn that nobody holds up.
      for (let at = 0; at < 5; at++) await stores[1].settle(`other ${id} ${at}`, async () => []);
      expect(kept).toBe(false);
      on.resolve();
      await Promise.all([first, second]);
      expect(await stores[0].read(({ counters }) => counters.get(id))).toEqual({ last: 100 });
    }
  });

  const acts: Record<string, (records: Records, id: string) => Promise<void>> = {
    'that only put': ({ counters }, id) => counters.put(id, { last: 1 }),
    'that look first': async ({ counters }, id) =>
      counters.put(id, { last: ((await counters.get(id))?.last ?? 0) + 1 }),
    'that take away': ({ counters }, id) => counters.remove(id),
  };
  it.each(Object.entries(acts))(
    'settle a turn once when both try it at the same moment, in acts %s',
    async (kind, act) => {
      for (const booked of [true, false]) {
        const id = `both ${kind} ${booked}`;
        const putBoth = (when: string, last: number) =>
          stores[0].settle(`${id} ${when}`, async ({ counters }) => {
            for (const at of stores.keys()) await counters.put(`${id} by ${at}`, { last });
            return [];
          });
        if (booked) await stores[0].book(turn(id));
        await putBoth('before', 0);
        const both = Promise.withResolvers<void>();
        let begun = 0;
        const heard = await Promise.all(
          stores.map((store, at) =>
            store.settle(id, async (records) => {
              begun += 1;
              if (begun === 2) both.resolve();
              await both.promise;
              await act(records, `${id} by ${at}`);
              return [message(String(at), id)];
            }),
          ),
        );
        const [one, ...others] = said(heard.flat());
        expect(others).toEqual([]);
        const acted = await stores[0].read(({ counters }) =>
          Promise.all(stores.map(async (_store, at) => (await counters.get(`${id} by ${at}`))?.last !== 0)),
        );
        expect(acted).toEqual(stores.map((_store, at) => String(at) === one));
        const waiting = (await stores[1].outbox.waiting()).filter((waits) => waits.id.startsWith(`${id}/`));
        expect(said(waiting.map((waits) => waits.message))).toEqual([one]);
        // Whoever was late holds nothing any more.
        await putBoth('after', 2);
        expect(await stores[0].book(turn(id))).toBe(false);
      }
    },
  );

  it('take away what was not there yet when they began to wait for it', async () => {
    const looked = Promise.withResolvers<void>();
    const on = Promise.withResolvers<void>();
    const first = stores[0].settle('makes what goes', async ({ counters }) => {
      await counters.get('goes');
      looked.resolve();
      await on.promise;
      await counters.put('goes', { last: 1 });
      return [];
    });
    await looked.promise;
    let removed = false;
    const second = stores[1]
      .settle('takes it away', async ({ counters }) => {
        await counters.remove('goes');
        return [];
      })
      .then(() => {
        removed = true;
      });
    // Long enough for a turn that nobody holds up.
    for (let at = 0; at < 5; at++) await stores[1].settle(`meanwhile ${at}`, async () => []);
    expect(removed).toBe(false);
    on.resolve();
    await Promise.all([first, second]);
    expect(await stores[0].read(({ counters }) => counters.get('goes'))).toBeUndefined();
  });

  it('begin a turn again that another held up, whatever it made of that itself', async () => {
    const looked = Promise.withResolvers<void>();
    const on = Promise.withResolvers<void>();
    const first = stores[0].settle('holds b', async ({ counters }) => {
      await counters.get('b');
      looked.resolve();
      await on.promise;
      await counters.put('b', { last: 1 });
      return [];
    });
    await looked.promise;
    let tried = 0;
    const second = stores[1].settle('needs both', async ({ counters }) => {
      tried += 1;
      try {
        await counters.get('a');
        return [message(String((await counters.get('b'))?.last))];
      } catch {
        on.resolve();
        return [message('gaf het op')];
      }
    });
    await first;
    expect(said(await second)).toEqual(['1']);
    expect(tried).toBeGreaterThan(1);
  });

  it('book while many turns wait for one of them', async () => {
    const [store] = stores;
    const looked = Promise.withResolvers<void>();
    const on = Promise.withResolvers<void>();
    const first = store.settle('holds c', async ({ counters }) => {
      await counters.get('c');
      looked.resolve();
      await on.promise;
      return [];
    });
    await looked.promise;
    const others = Array.from({ length: 20 }, (_, at) => store.settle(`waits for c ${at}`, claim('c')));
    // The booking is asked for when they all wait already.
    await stores[1].read(({ counters }) => counters.get('c'));
    expect(await store.book(turn('booked meanwhile'))).toBe(true);
    on.resolve();
    await first;
    expect(said((await Promise.all(others)).flat()).filter((words) => words === 'voor jou')).toHaveLength(1);
  });

  it('would decide some for both if a turn were to look outside its settling: the control', async () => {
    let both = 0;
    for (let race = 0; race < 100 && both === 0; race++) {
      const id = `outside ${race}`;
      const heard = await Promise.all(
        stores.map(async (store, at) => {
          const taken = await store.read(({ counters }) => counters.get(id));
          return store.settle(`outside ${race} by ${at}`, async ({ counters }) => {
            if (taken) return [message('te laat')];
            await counters.put(id, { last: 1 });
            return [message('voor jou')];
          });
        }),
      );
      if (said(heard.flat()).every((words) => words === 'voor jou')) both += 1;
    }
    expect(both).toBeGreaterThan(0);
  });
});
