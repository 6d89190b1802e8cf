import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { bytesOf, type Fetched } from '../../src/file.ts';
import { type Conversation, conversation, type Setting } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';

const calendar = readFileSync(new URL('../knowledge/sets/kalender.csv', import.meta.url));
const { readTable } = createDocuments();
const there = (text: string | Uint8Array): Fetched => ({ kind: 'bytes', bytes: Buffer.from(text as string) });
/** What draws and writes files is loaded with the first of them, which takes long on a busy machine. */
const PATIENT = { timeout: 60_000 };

const TITLES = 'Omschrijving;Waarde ex btw;Startdatum;Eigenaar';
const csv = (...lines: string[]) => there([TITLES, ...lines].join('\r\n'));

const CLEANING = 'Schoonmaak kantoren;900.000;01-03-2027;J. de Vries';
const ASPHALT = 'Asfaltonderhoud;2.000.000;01-06-2027;P. Jansen';
const VAGUE = 'Diversen;5.000;01-06-2027;P. Jansen';

async function sheetsOf(ann: Conversation) {
  const [, book] = ann.given();
  const table = await readTable(book ? bytesOf(book) : new Uint8Array());
  if (table.kind === 'not-read') throw new Error(table.why);
  return new Map(table.sheets.map(({ name, rows }) => [name, rows]));
}

describe('a purchasing calendar that is handed over', PATIENT, () => {
  it('is told in counts, its best chances in words, a picture with its words and a workbook', async () => {
    const ann = conversation(library);
    await ann.handsOver('Inkoopkalender 2027.csv', there(calendar));
    expect(ann.made()).toMatchObject({ intent: 'commission', status: 'answered' });
    ann.hears('60 regels gelezen', 'Omschrijving → omschrijving', 'De rest blijft staan zoals het is: Nr, Opmerking');
    ann.hears('veel kans: 43', 'nog onduidelijk: 3', 'De beste kansen', 'Europees aanbesteden', 'Buurman Utrecht');
    ann.hears('2027-Q1: ICT 2', 'Van 3 regels weet ik niet wat het is', 'aanname', 'Ruimte');
    expect(ann.given().map(({ name, type }) => [name, type.split('/')[0]])).toEqual([
      ['Inkoopkalender 2027 kansen per kwartaal.png', 'image'],
      ['Inkoopkalender 2027 kansen.xlsx', 'application'],
    ]);
    expect(ann.made().sources.map(({ id }) => id)).toContain('beleidsregel-drempelbedragen');
  });

  it('comes back with every cell the value that it was', async () => {
    const was = await readTable(calendar);
    if (was.kind === 'not-read') throw new Error(was.why);
    const before = was.sheets[0]?.rows ?? [];
    const width = before[0]?.length ?? 0;
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', there(calendar));
    const lines = (await sheetsOf(ann)).get('Kalender');
    const empty = (cell: unknown) => (cell === '' ? null : cell);
    expect(lines?.map((row) => row.slice(0, width))).toEqual(before.map((row) => row.map(empty)));
  });

  it('is told in English to who speaks it, with columns that are named in English', async () => {
    const ann = conversation(library, { locale: 'en' });
    const lines = [
      'Description;Value (ex VAT);Start date;Department',
      'Office cleaning;900000;2027-03-01;Housing',
      'Various;5;2027;',
    ];
    await ann.handsOver('calendar.csv', there(lines.join('\n')));
    ann.hears('2 lines read', 'Description → description', 'The best chances', 'European tender', 'Row 2: Various');
    ann.hears('first calendar of this department', 'Chances by quarter and subject');
    expect([...(await sheetsOf(ann)).keys()]).toEqual(['Calendar', 'Summary', 'To fill in', 'Sources']);
  });

  it('can be filled in where it is not clear, typed or in the form, and none of it is lost', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', there(calendar));
    expect(ann.isAsked().map(({ id }) => id)).toEqual(['row-58', 'row-59', 'row-60']);
    await ann.says('58: schoonmaak kantoren; regel 59 is asfalt');
    ann.hears('aanvullingen mee bij 2 regels', 'nog onduidelijk: 1');
    await ann.fillsIn({ 'row-60': 'catering' });
    ann.hears('aanvullingen mee bij 3 regels', 'geen kans: 4');
    ann.doesNotHear('nog onduidelijk: ');
    const lines = (await sheetsOf(ann)).get('Kalender') ?? [];
    expect(lines[58]?.join()).toContain('Aangevuld: "schoonmaak kantoren"');
    expect(lines.filter((row) => row.some((cell) => cell !== null))).toHaveLength(61);
  });

  it('takes all lines that are typed on one line, says which is not open, and names the part beside who could do it', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', there(calendar));
    ann.hears(/Wie kan meedoen: Buurman Utrecht \([^)]+\)/);
    await ann.says('99: asfalt');
    ann.hears('Niet gevonden in de regels die openstaan: 99');
    await ann.says('58: schoonmaak kantoren, 59: asfalt en 99: catering');
    ann.hears('Niet gevonden in de regels die openstaan: 99', 'aanvullingen mee bij 2 regels', 'nog onduidelijk: 1');
  });

  it('counts in thousands where that stands above the titles, and says so', async () => {
    const ann = conversation(library);
    const lines = ['Bedragen x € 1.000', TITLES, 'Schoonmaak kantoren;900;01-03-2027;J. de Vries'];
    await ann.handsOver('ruimte.csv', there(lines.join('\r\n')));
    ann.hears('Ik reken elk bedrag × 1.000', '€ 900.000');
  });

  it('does not go by an amount that cannot be in thousands although that stands there, and says so', async () => {
    const ann = conversation(library);
    await ann.handsOver('ruimte.csv', there(['Bedragen x 1.000 euro', TITLES, CLEANING, ASPHALT].join('\r\n')));
    ann.hears('De getallen passen daar niet bij', 'Waarde onbekend');
    ann.doesNotHear('€ 900', 'Ik reken elk bedrag');
  });

  it('takes along what was filled in when a mended file comes, also when its lines moved', async () => {
    const ann = conversation(library);
    await ann.handsOver('ruimte.csv', csv(CLEANING, VAGUE));
    await ann.says('2 is catering');
    ann.hears('bij 1 regel');
    await ann.handsOver('ruimte.csv', csv(CLEANING, ASPHALT, VAGUE, 'Overig;1;2027;'));
    ann.hears('4 regels gelezen', 'bij 1 regel', 'nog onduidelijk: 1', 'Regel 4');
    ann.doesNotHear('Regel 3');
  });

  it('says so when the file cannot be fetched again, and keeps what was filled in for the next', async () => {
    const file = csv(CLEANING, VAGUE);
    const ann = conversation(library);
    await ann.handsOver('ruimte.csv', file);
    Object.assign(file, { kind: 'gone' });
    await ann.says('2: catering');
    ann.hears('niet meer ophalen', 'neem ik je aanvullingen mee');
    await ann.handsOver('ruimte.csv', csv(CLEANING, VAGUE));
    ann.hears('bij 1 regel');
  });

  it('leaves a question about something else a question', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', there(calendar));
    await ann.says('Wat is social return?');
    expect(ann.made().intent).toBe('policy');
    await ann.says('59: asfalt');
    ann.hears('bij 1 regel');
  });

  it.each(['kun je mijn inkoopkalender scannen?', 'I want to upload our purchasing calendar'])(
    'is asked for where somebody says: %s',
    async (text) => {
      const ann = conversation(library);
      await ann.says(text);
      expect(ann.made()).toMatchObject({ intent: 'commission', status: 'clarify' });
      ann.hears('.xlsx');
    },
  );

  it('is too long for a conversation above 20,000 lines, and that is said', async () => {
    const ann = conversation(library);
    await ann.handsOver('kalender.csv', there(`${TITLES}\n${'Asfalt;1;2027;\n'.repeat(20_001)}`));
    ann.hears('meer dan 20.000 regels');
  });
});

describe('what changed since the last calendar', PATIENT, () => {
  const office = () => openLowdbStore({ today: () => TODAY });
  const from = (store: Setting['store'], today: string, person = 'ann') =>
    conversation(library, { ...(store ? { store } : {}), today, person });

  it('is told of each department, whoever brings its calendar, without keeping who owns a line', async () => {
    const store = office();
    const ann = from(store, '2026-09-01');
    await ann.handsOver('Inkoopkalender Ruimte 2026.csv', csv(CLEANING, ASPHALT, VAGUE));
    ann.hears('Afdeling: Ruimte', 'eerste kalender van deze afdeling');
    const kept = await (await store).read(({ calendars }) => calendars.list({}));
    expect(kept.map(({ id }) => id)).toEqual(['ruimte']);
    expect(JSON.stringify(kept)).not.toMatch(/Vries|Jansen|ann/i);

    const bo = from(store, '2026-12-01', 'bo');
    const later = [
      'Asfaltonderhoud;2.500.000;01-09-2027;P. Jansen',
      'Diversen;5.000;01-06-2027;Q. Smit',
      'Catering;1;2027;',
    ];
    await bo.handsOver('ruimte-q4.csv', csv(...later));
    bo.hears(
      'Veranderd sinds 1 september 2026: 1 nieuw, 1 weg, 1 anders',
      'Catering: nieuw',
      'Schoonmaak kantoren: weg',
    );
    bo.hears('Asfaltonderhoud: andere waarde, € 2.000.000 → € 2.500.000');
    bo.hears('Asfaltonderhoud: ander kwartaal, 2027-Q2 → 2027-Q3');
    expect((await sheetsOf(bo)).get('Veranderd')).toHaveLength(5);

    await bo.says('2 is schoonmaak');
    bo.hears('Veranderd sinds 1 september 2026: 1 nieuw, 1 weg, 2 anders', 'Diversen: meer kans');
    const other = from(store, '2026-12-01', 'cas');
    await other.handsOver('Inkoopkalender Vastgoed.csv', csv(CLEANING));
    other.hears('eerste kalender van deze afdeling');
  });

  it('is asked for where nobody knows the department', async () => {
    const store = office();
    const ann = from(store, '2026-09-01');
    await ann.handsOver('kalender.csv', csv(CLEANING));
    ann.hears('zie ik niet');
    expect(await (await store).read(({ calendars }) => calendars.list({}))).toEqual([]);
    await ann.fillsIn({ department: 'Vastgoed' });
    ann.hears('eerste kalender van deze afdeling');
    const bo = from(store, '2026-12-01', 'bo');
    await bo.handsOver('kalender.csv', csv(CLEANING));
    await bo.says('afdeling vastgoed');
    bo.hears('niets veranderd sinds 1 september 2026');
    await bo.handsOver('andere.csv', csv(CLEANING), { text: 'Dit is de kalender van afdeling Vastgoed.' });
    bo.hears('niets veranderd sinds 1 september 2026');
  });

  it('is looked up by the department that each line names', async () => {
    const store = office();
    const rows = (...lines: string[]) => there(['Omschrijving;Afdeling', ...lines].join('\n'));
    await from(store, '2026-09-01').handsOver('alles.csv', rows('Asfalt;Ruimte', 'Catering;MO'));
    const bo = from(store, '2026-12-01', 'bo');
    await bo.handsOver('alles.csv', rows('Asfalt;Ruimte', 'Bruggen;RUIMTE', 'Laptops;ICT'));
    bo.hears('1 nieuw, 0 weg, 0 anders', 'Bruggen: nieuw');
    bo.doesNotHear('Laptops: nieuw');
  });
});
