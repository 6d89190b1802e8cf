import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import { handedOver } from '../../src/handed.ts';
import { conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';

const calendar = readFileSync(new URL('../knowledge/sets/kalender.csv', import.meta.url));
/** What draws and writes files is loaded with the first of them, which takes long on a busy machine. */
const PATIENT = { timeout: 60_000 };

const bytes = (text: string) => ({ kind: 'bytes' as const, bytes: Buffer.from(text) });

describe('a file that somebody hands over', PATIENT, () => {
  it('is read, and what stands in it is said', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender *2027*.csv', { kind: 'bytes', bytes: calendar });
    ann.hears('kalender', '60 regels gelezen', 'bestand bewaar ik niet');
    ann.isOffered('Kansen voor mijn project');
  });

  it('that is no table is answered with what is the matter, and which files are read', async () => {
    const ann = conversation(library);
    await ann.handsOver('offerte.pdf', bytes('%PDF-1.7 …'));
    ann.hears('Dit is geen tabel', 'Excel-bestand (.xlsx) of een CSV');
    await ann.handsOver('leeg.csv', bytes(''));
    ann.hears('staat niets om te lezen');
  });

  it.each([
    ['gone', 'is er niet meer'],
    ['too-large', 'groter dan 50 MB'],
    ['not-here', 'in een gesprek met mij alleen'],
    ['away', 'over een paar minuten opnieuw'],
  ] as const)('that is %s is said kindly', async (kind, sentence) => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', { kind });
    ann.hears(sentence);
  });

  it('is answered in the language that is spoken there', async () => {
    const ann = conversation(library, { locale: 'en' });
    await ann.handsOver('kalender.csv', { kind: 'gone' });
    ann.hears('no longer there');
  });

  it('is one of several: that one is read at a time is said', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', { kind: 'bytes', bytes: calendar }, { others: 2 });
    ann.hears('één bestand per bericht');
  });

  it('does not keep the question beside a picture from being answered', async () => {
    const ann = conversation(library);
    await ann.handsOver(
      'schermafbeelding.png',
      { kind: 'gone' },
      { text: 'Tot welk bedrag mag ik rechtstreeks kopen?' },
    );
    ann.hears(/^Je bijlage heb ik niet gelezen/, 'rechtstreeks');
    ann.doesNotHear('is er niet meer');
  });

  it('is read when it may be a table, whatever is written beside it', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', { kind: 'bytes', bytes: calendar }, { text: 'Wie kan lunch brengen?' });
    ann.hears('60 regels gelezen');
  });

  it('leaves the open question of a check open', async () => {
    const ann = conversation(library);
    await ann.says('Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?');
    await ann.handsOver('kalender.csv', { kind: 'gone' });
    await ann.presses('Nee, geen contract');
    ann.hears('persoonlijke band');
  });
});

describe('a message with files', () => {
  const named = (...names: string[]) => names.map((name) => ({ name, ref: `van ${name}` }));

  it('is about the one that may be a table', () => {
    expect(handedOver(named('foto.png', 'Kalender.XLSX', 'nota.pdf'), ' lees dit ')).toEqual({
      kind: 'file',
      name: 'Kalender.XLSX',
      ref: 'van Kalender.XLSX',
      text: ' lees dit ',
      others: 2,
    });
    expect(handedOver(named('foto.png'), '  ')).toEqual({ kind: 'file', name: 'foto.png', ref: 'van foto.png' });
  });

  it('is what was written where there is no file', () => {
    expect(handedOver([], 'lunch')).toEqual({ kind: 'text', text: 'lunch' });
  });
});

it('who hands over a file sees that it is being read, before it has been fetched', async () => {
  const seen: string[] = [];
  const store = await openLowdbStore({ today: () => TODAY });
  const bot = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    today: () => TODAY,
    send: () => undefined,
    working: ({ id }) => void seen.push(`working ${id}`),
    async fetchFile(_at, ref) {
      seen.push(`fetches ${ref}`);
      return { kind: 'gone' };
    },
  });
  const from = { id: 'ann', name: 'Ann' };
  const at = { channel: 'web' as const, id: 'here' };
  await bot.handle({ id: '1', from, at, input: { kind: 'text', text: 'hallo' } });
  await bot.handle({ id: '2', from, at, input: { kind: 'file', name: 'kalender.csv', ref: 'r' } });
  expect(seen).toEqual(['working here', 'fetches r']);
});
