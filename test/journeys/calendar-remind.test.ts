import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import { turnsDue } from '../../src/due.ts';
import { forget } from '../../src/mine.ts';
import { plainText } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import { conversation } from '../support/conversation.ts';
import { library } from '../support/library.ts';

/** What draws and writes files is loaded with the first of them, which takes long on a busy machine. */
const PATIENT = { timeout: 60_000 };

const quartersAt = (moment: string) =>
  turnsDue(new Date(moment)).flatMap(({ id }) => (id.startsWith('due quarter') ? [id] : []));

/** A store with a bot that wakes on a day, and tells what it says then and to where. */
function asleep() {
  let now = '2026-12-01';
  const store = openLowdbStore({ today: () => now });
  async function wakesOn(day: string) {
    now = day;
    const bot = createBot({
      store: await store,
      library: () => library,
      documents: createDocuments(),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (_event, error) => {
          throw error;
        },
      },
      today: () => day,
      send: () => undefined,
    });
    const before = (await (await store).outbox.waiting()).map(({ id }) => id);
    for (const due of turnsDue(new Date(`${day}T10:00:00Z`))) await bot.accept(due);
    await bot.idle();
    const waiting = await (await store).outbox.waiting();
    return waiting
      .filter(({ id }) => !before.includes(id))
      .map(({ message: { to, reply } }) => `${to.id}: ${plainText(reply, texts[reply.language])}`);
  }
  return { store, wakesOn };
}

const file = { kind: 'bytes' as const, bytes: Buffer.from('Omschrijving;Afdeling\nAsfalt;Ruimte\n') };

describe('the note of each quarter', PATIENT, () => {
  it('is due once, from the first working day of a quarter on, in the hours of work, and not months later', () => {
    expect(quartersAt('2027-01-01T10:00:00Z')).toEqual([]);
    expect(quartersAt('2027-01-04T07:00:00Z')).toEqual([]);
    expect(quartersAt('2027-01-04T08:00:00Z')).toEqual(['due quarter 2027-Q1']);
    expect(quartersAt('2027-01-25T10:00:00Z')).toEqual(['due quarter 2027-Q1']);
    expect(quartersAt('2027-01-26T10:00:00Z')).toEqual([]);
    expect(quartersAt('2027-04-01T10:00:00Z')).toEqual(['due quarter 2027-Q2']);
    expect(quartersAt('2027-12-31T10:00:00Z')).toEqual([]);
  });

  it('comes once to who asked for it, also after a time in which nothing ran, until they want no more', async () => {
    const { store, wakesOn } = asleep();
    const ann = conversation(library, { store, today: '2026-12-01', person: 'ann', place: 'ann' });
    const bo = conversation(library, { store, today: '2026-12-01', person: 'bo', place: 'bo', locale: 'en' });
    await ann.handsOver('kalender.csv', file);
    ann.isOffered('Herinner me elk kwartaal');
    await ann.presses('Herinner me elk kwartaal');
    ann.hears('eerste werkdag van elk kwartaal');
    await bo.says('remind me every quarter about the calendar');
    bo.hears('first working day of each quarter');
    expect(await wakesOn('2026-12-15')).toEqual([]);
    expect(await wakesOn('2027-01-12')).toEqual([
      expect.stringMatching(/^ann: Er begint een nieuw kwartaal.*van Ruimte/),
      expect.stringMatching(/^bo: A new quarter begins/),
    ]);
    expect(await wakesOn('2027-01-13')).toEqual([]);
    await bo.says('stop reminding me about the calendar');
    bo.hears('no more notes');
    expect(await wakesOn('2027-04-01')).toEqual([expect.stringMatching(/^ann: /)]);
  });

  it('does not come to who brought a calendar in this quarter, nor to who was forgotten', async () => {
    const { store, wakesOn } = asleep();
    const ann = conversation(library, { store, today: '2026-12-01', place: 'ann' });
    await ann.says('herinner me elk kwartaal');
    const early = conversation(library, { store, today: '2027-01-02', place: 'ann' });
    await early.handsOver('kalender.csv', file);
    early.doesNotHear('Wil je elk kwartaal een seintje');
    expect(await wakesOn('2027-01-04')).toEqual([]);
    await early.says('wat bewaar je van mij?');
    early.hears('seintje over de inkoopkalender');
    await (await store).settle('forget', async (records) => {
      await forget('web:ann', records, '2027-01-05');
      return [];
    });
    expect(await wakesOn('2027-04-01')).toEqual([]);
  });

  it('is answered by a typed yes or no, and stopped by the words of its button', async () => {
    const { store } = asleep();
    const before = conversation(library, { store, today: '2026-12-01', place: 'ann' });
    await before.says('herinner me elk kwartaal aan de kalender');
    const ann = conversation(library, { store, today: '2027-01-05', place: 'ann' });
    await ann.says('ja graag');
    ann.hears('Stuur me je inkoopkalender');
    await ann.says('nee');
    ann.hears('Volgend kwartaal vraag ik het weer');
    const late = conversation(library, { store, today: '2027-03-05', place: 'ann' });
    await late.says('nee');
    late.doesNotHear('Volgend kwartaal');
    await ann.says('Herinner me niet meer');
    ann.hears('geen seintje meer');
  });

  it('is not taken for a question about a request', async () => {
    const ann = conversation(library);
    await ann.says('herinner me niet meer aan de kalender');
    ann.hears('Je krijgt geen seintje');
  });
});
