import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { readTable } from '../../adapters/documents/read-table.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import { turnsDue } from '../../src/due.ts';
import { bytesOf, type FileRef } from '../../src/file.ts';
import type { Store } from '../../src/ports.ts';
import { keptUntil, oldestKept, TERMS, TURNS_KEPT } from '../../src/terms.ts';
import { library } from '../support/library.ts';
import { office, peopleOf } from '../support/office.ts';
import { requestOf } from '../support/requests.ts';

const people = peopleOf(
  { name: 'Ann', roles: ['team-lead'], team: 'Jeugd' },
  { name: 'Bo', roles: ['buyer'] },
  { name: 'Cas' },
);

/** Nine lunches of nine colleagues in October, five of them bought; one request of one colleague in November. */
const asked = [
  ...Array.from({ length: 9 }, (_, at) =>
    requestOf({
      number: at + 1,
      on: '2026-10-05',
      by: `P${at}`,
      need: { what: `${at + 2} lunches`, thing: 'lunch-bezorgd', team: 'Jeugd', amount: 100.5 },
      ...(at < 5
        ? {
            status: 'done' as const,
            doneAt: '2026-10-06T10:00:00Z',
            bought: { supplier: 'the-colour-kitchen', amount: 440.1, vat: 'excluded' as const },
          }
        : {}),
    }),
  ),
  requestOf({ number: 10, on: '2026-11-05', by: 'Ann', need: { what: 'taart', thing: 'taart', team: 'Wijken' } }),
];

async function withRequests(today = '2026-11-21'): Promise<{ store: Promise<Store>; today: string }> {
  const store = openLowdbStore({ today: () => today });
  await (await store).settle('requests', async (records) => {
    for (const one of asked) await records.requests.put(one.id, one);
    return [];
  });
  return { store, today };
}

/** The store, with every file that is sent from it. */
function watched(store: Store): { store: Store; files: FileRef[] } {
  const files: FileRef[] = [];
  const settle: Store['settle'] = async (id, act) => {
    const messages = await store.settle(id, act);
    for (const { parts } of messages.map(({ reply }) => reply))
      for (const part of parts) if (part.kind === 'file' || part.kind === 'image') files.push(part.file);
    return messages;
  };
  return { files, store: { ...store, settle } };
}

async function atWork() {
  const { store, today } = await withRequests();
  const watching = watched(await store);
  const here = office(library, { people, store: Promise.resolve(watching.store), today });
  return { ...here, files: watching.files, bo: here.worker('Bo'), ann: here.worker('Ann') };
}

describe('the report in a conversation', () => {
  it('tells a buyer what was asked and bought in a period, with a picture in words and the same papers as the command line', async () => {
    const { bo, files } = await atWork();
    await bo.says('rapport oktober');
    bo.hears(
      'Aanvragen van 1 oktober 2026 tot en met 31 oktober 2026',
      'Geplaatst: 9 aanvragen',
      'Afgerond: 5 aanvragen',
      /Gekocht zonder btw: €\s2\.200,50/,
      'Nieuwe leveranciers: The Colour Kitchen',
      /Per soort inkoop\n- catering: 9/i,
      /Per team\n- Jeugd: 9/,
      /Staafdiagram: Per maand\. mei 2026: 0 geplaatst.*oktober 2026: 9 geplaatst, 5 afgerond/,
    );
    expect(files.map(({ name }) => name)).toEqual([
      'rapport-2026-05-01-2026-10-31.png',
      'rapport-2026-10-01-2026-10-31.html',
      'rapport-2026-10-01-2026-10-31.xlsx',
    ]);
    expect(
      bytesOf(files[0] as FileRef)
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('hides groups that are small', async () => {
    const { bo } = await atWork();
    await bo.says('report November please');
    bo.hears('Posted: 1 request\n', 'This is not shown: the groups are too small.');
    bo.doesNotHear('Wijken', /cake/i);
  });

  it('is for buyers, and a report that must be printed is none', async () => {
    const { ann, bo } = await atWork();
    await ann.says('rapport oktober');
    ann.hears('Het rapport en de export zijn voor inkopers');
    ann.doesNotHear('Geplaatst');
    await bo.says('rapport drukken, 40 stuks');
    bo.doesNotHear('Aanvragen van');
    const nobody = office(library).worker('Ann');
    await nobody.says('rapport oktober');
    nobody.hears('nog geen bestand met collega’s');
  });
});

describe('the export in a conversation', () => {
  const rowsOf = async (file: FileRef | undefined) => {
    const read = file && (await readTable(bytesOf(file)));
    return read?.kind === 'read' ? (read.sheets[0]?.rows ?? []) : [];
  };

  it('gives a buyer the requests that were asked for as a file, and says what was chosen', async () => {
    const { bo, files } = await atWork();
    await bo.says('exporteer aanvragen');
    bo.hears('Hier zijn 10 aanvragen', 'Bestand: aanvragen.xlsx', 'geen naam van een collega');
    expect(await rowsOf(files.at(-1))).toHaveLength(11);
    await bo.says('exporteer open aanvragen van team jeugd van oktober als csv');
    bo.hears(
      'Hier zijn 4 aanvragen',
      'Gekozen: open, Team jeugd, geplaatst van 1 oktober 2026',
      'aanvragen-2026-10-01-2026-10-31.csv',
    );
    expect(files.at(-1)?.content).toMatch(/"IMP-2026-0006";"open";"05-10-2026";"7 lunches"/);
    expect(files.at(-1)?.content).toContain('100,5');
    await bo.says('exporteer aanvragen van 2020');
    bo.hears('geen aanvragen die hierbij passen', '1 januari 2020');
  });

  it('comes from a report by a button, for the same period', async () => {
    const { bo } = await atWork();
    await bo.says('rapport oktober');
    await bo.presses('Exporteer naar Excel');
    bo.hears('Hier zijn 9 aanvragen', 'aanvragen-2026-10-01-2026-10-31.xlsx');
  });

  it('is in English for who speaks that', async () => {
    const { bo, files } = await atWork();
    await bo.says('export all done requests');
    bo.hears('Here are 5 requests', 'Chosen: done.');
    expect((await rowsOf(files.at(-1)))[0]?.slice(0, 2)).toEqual(['Number', 'Status']);
  });

  it('is for buyers alone', async () => {
    const { ann, files } = await atWork();
    await ann.says('exporteer aanvragen');
    ann.hears('Het rapport en de export zijn voor inkopers');
    expect(files).toEqual([]);
  });
});

describe('the monthly message', () => {
  /** The office, and what happens when the clock says so, on as many processes as wanted. */
  async function withClock() {
    const { store, today } = await withRequests('2026-10-20');
    const here = office(library, { people, store, today });
    const [ann, cas] = [here.worker('Ann'), here.worker('Cas', { channel: 'teams' })];
    async function clockSays(moment: string, processes = 1, who = people) {
      for (const one of [ann, cas]) await one.says('dank je');
      const bots = await Promise.all(
        Array.from({ length: processes }, async () =>
          createBot({
            store: await store,
            library: () => library,
            documents: createDocuments(),
            people: who,
            log: {
              info: () => undefined,
              warn: () => undefined,
              error: (_event, error) => {
                throw error;
              },
            },
            today: () => moment.slice(0, 10),
            send: () => undefined,
          }),
        ),
      );
      await Promise.all(
        bots.map(async (bot) => {
          for (const due of turnsDue(new Date(moment)))
            if (due.input.kind === 'due' && due.input.what === 'monthly') await bot.accept(due);
          await bot.idle();
        }),
      );
      await here.deliver();
    }
    return { ...here, store: await store, ann, cas, clockSays };
  }

  it('comes on the first working day of the month to who asked for it, once on ten processes, until they stop it', async () => {
    const { ann, cas, clockSays } = await withClock();
    await ann.says('stuur mij elke maand de cijfers');
    ann.hears('Het eerste maandbericht komt op maandag 2 november 2026');
    await ann.says('maandbericht aan');
    ann.hears('Je krijgt het maandbericht al');
    await clockSays('2026-11-01T10:00:00Z', 10);
    ann.doesNotHear('Maandbericht:');
    await clockSays('2026-11-02T09:00:00Z', 10);
    ann.hears(
      'Maandbericht: aanvragen in oktober 2026',
      'Geplaatst: 9 aanvragen',
      'Afgerond: 5 aanvragen',
      /Gekocht zonder btw: €\s2\.200,50/,
      'Nieuwe leveranciers: The Colour Kitchen',
      /catering: 9/i,
      /Staafdiagram:.*oktober 2026: 9 geplaatst, 5 afgerond/,
      'Stop het maandbericht',
    );
    ann.doesNotHear(/Maandbericht[\s\S]*Maandbericht: aanvragen/, 'Per team');
    cas.doesNotHear('Maandbericht:');
    await clockSays('2026-11-03T09:00:00Z', 10);
    ann.doesNotHear('Maandbericht:');
    await ann.presses('Stop het maandbericht');
    ann.hears('Je krijgt het maandbericht niet meer');
    await clockSays('2026-12-01T09:00:00Z');
    ann.doesNotHear('Maandbericht:');
  });

  it('is caught up after a time in which nothing ran: the last one, and no other', async () => {
    const { ann, clockSays } = await withClock();
    await ann.says('mijn aanvragen');
    await ann.says('maandbericht');
    await clockSays('2027-01-20T14:00:00Z');
    ann.hears('Maandbericht: aanvragen in december 2026', 'In december 2026 is er niets aangevraagd');
    ann.doesNotHear('november 2026', 'oktober 2026');
    await clockSays('2027-01-21T14:00:00Z');
    ann.doesNotHear('Maandbericht:');
  });

  it('hides groups that are small, and is in the language of who asked for it', async () => {
    const { cas, clockSays } = await withClock();
    await cas.says('can I get the monthly figures?');
    cas.hears('From now on you get the figures every month');
    await clockSays('2026-12-01T09:00:00Z');
    cas.hears('Monthly message: requests in November 2026', 'Posted: 1 request\n', 'the groups are too small');
    cas.doesNotHear('Wijken', /cake|taart/);
  });

  it('is for colleagues in the file: who left it hears nothing more, and is forgotten', async () => {
    const { ann, worker, clockSays, store } = await withClock();
    await ann.says('maandbericht');
    const stranger = worker('Zoe');
    await stranger.says('maandbericht');
    stranger.hears('voor collega’s die in het bestand');
    await clockSays('2026-11-02T09:00:00Z', 1, peopleOf({ name: 'Cas' }));
    ann.doesNotHear('Maandbericht:');
    expect(await store.read(({ subscribers }) => subscribers.list({}))).toEqual([]);
  });

  it('is among what is kept of somebody, and gone when they are forgotten', async () => {
    const { ann, store } = await withClock();
    await ann.says('maandbericht');
    await ann.says('mijn gegevens');
    ann.hears('Dat je het maandbericht wilt');
    await ann.says('vergeet mij');
    ann.hears('Je krijgt het dan niet meer');
    await ann.presses('Ja, vergeet mij');
    expect(await store.read(({ subscribers }) => subscribers.list({}))).toEqual([]);
  });

  it('is offered below the own requests to who does not get it', async () => {
    const { ann } = await withClock();
    await ann.says('mijn aanvragen');
    await ann.presses('Stuur mij elke maand de cijfers');
    ann.hears('Je krijgt vanaf nu elke maand de cijfers');
    await ann.says('mijn aanvragen');
    ann.doesNotHear('Stuur mij elke maand');
  });

  it('is known to have been sent for as long as it could be sent again', () => {
    for (let day = '2026-11-02'; day < '2027-12-31'; day = keptUntil(day, 1)) {
      const { id } = turnsDue(new Date(`${day}T10:00:00Z`)).at(-1) ?? { id: '' };
      if (!id.startsWith('due monthly')) continue;
      const first = Array.from({ length: 31 }, (_, at) => oldestKept(day, at)).findLast((one) =>
        turnsDue(new Date(`${one}T10:00:00Z`)).some((turn) => turn.id === id),
      );
      expect((first ?? '') >= oldestKept(day, TURNS_KEPT), `${first} on ${day}`).toBe(true);
    }
    expect(TERMS.subscribers).toBeGreaterThan(62);
  });
});
