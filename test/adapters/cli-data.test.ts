import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { todayInAmsterdam } from '../../src/clock.ts';
import { keptAbout } from '../../src/mine.ts';
import type { Kept, Store } from '../../src/ports.ts';
import { verify } from '../../src/receipt.ts';
import { nl } from '../../src/texts/nl.ts';
import { conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { peopleOf } from '../support/people.ts';
import { inFolderOfItsOwn } from './program.ts';

const { folder, impact, fileWith } = inFolderOfItsOwn();

const [ANN, BO] = ['ann@utrecht.example', 'bo@utrecht.example'];
const people = peopleOf(`- { email: ${ANN}, name: Ann }\n- { email: ${BO}, name: Bo }`);
const CARD = 'CHK-2026-0001';

/** A data folder of its own. */
function place() {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const file = join(dataDir, 'inkopen.json');
  // The program tidies by the day that it really is.
  const open = () => openLowdbStore({ file, today: todayInAmsterdam });
  const data = (...args: string[]) => impact(['data', ...args], { env: { DATA_DIR: dataDir } });
  const look = async <Value>(at: (store: Store) => Promise<Value>) => {
    const store = await openLowdbStore({ file, today: () => TODAY, readOnly: true });
    return at(store);
  };
  const about = (person: string) => look((store) => store.read((records) => keptAbout(person, records, TODAY)));
  return { dataDir, file, open, data, look, about };
}

/** Two people with a kept card, a question to the editors, an open check, a note, and answers that wait to be sent. */
async function lived() {
  const made = place();
  const store = await made.open();
  for (const person of [ANN, BO]) {
    const one = conversation(library, { store: Promise.resolve(store), people, person, place: `D-${person}` });
    for (const text of ['Mag ik lunch voor 200 euro bestellen bij Brownies & Downies?', 'nee', 'nee'])
      await one.says(text);
    await one.presses(nl.check.buttons.confirm);
    await one.presses(nl.check.buttons.keep);
    await one.says('wie levert een ruimteraket?');
    await one.says('Mag ik een cadeau van 500 euro kopen bij Studio “Ünïcode” 🎁?');
  }
  await store.close();
  return made;
}

async function countOf(store: Store): Promise<number> {
  let count = 0;
  for await (const _one of store.everything()) count += 1;
  return count;
}

/** Somebody wrote, and is not answered yet. */
async function writes(store: Store, person: string): Promise<void> {
  const from = { id: person, name: 'Ann', email: person };
  await store.book({ id: 'later', from, at: { channel: 'web', id: 'x' }, input: { kind: 'text', text: 'nog iets' } });
}

describe('impact data export and import', () => {
  it('give the same store elsewhere, to the last character', async () => {
    const one = await lived();
    const running = await one.open();
    await writes(running, ANN);
    await running.close();
    const out = join(folder, 'all.jsonl');
    const exported = one.data('export', out);
    expect([exported.status, exported.out]).toEqual([0, '']);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    const kinds = lines
      .map((line) => JSON.parse(line) as Kept)
      .map((each) => (each.kept === 'record' ? each.kind : each.kept));
    expect(new Set(kinds)).toEqual(
      new Set(['turn', 'outgoing', 'progress', 'notes', 'receipts', 'confirmations', 'counters', 'reach']),
    );
    expect(exported.err).toContain(`${lines.length} things`);

    const other = place();
    const imported = other.data('import', out);
    expect([imported.status, imported.err]).toEqual([0, `${lines.length} things were imported\n`]);
    expect(other.data('export').out).toBe(readFileSync(out, 'utf8'));
    for (const number of [CARD, 'CHK-2026-0002']) {
      const card = await other.look((store) => store.read(({ receipts }) => receipts.get(number)));
      expect(verify(JSON.stringify(card?.receipt), undefined).kind).toBe('good');
    }
    const works = await other.open();
    expect((await works.unsettled()).map(({ id }) => id)).toEqual(['later']);
    await works.close();
  });

  it('can be had beside a running bot, and leaves the store as it was', async () => {
    const one = await lived();
    const running = await one.open();
    const before = readFileSync(one.file, 'utf8');
    expect(one.data('export').out).toContain(CARD);
    expect(readFileSync(one.file, 'utf8')).toBe(before);
    const imported = one.data('import', fileWith('nothing.jsonl', []));
    expect([imported.status, imported.err]).toEqual([2, expect.stringContaining('in use by another process')]);
    await running.close();
  });

  it('put a file in the place of an older one at once, for its owner alone', async () => {
    const one = await lived();
    const out = join(folder, 'older.jsonl');
    writeFileSync(out, 'older', { mode: 0o644 });
    expect(one.data('export', out).status).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readFileSync(out, 'utf8')).toBe(one.data('export').out);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('take nothing into a store that holds something', async () => {
    const one = await lived();
    const out = fileWith('counter.jsonl', [
      { kept: 'record', kind: 'counters', id: 'X', on: TODAY, item: { last: 1 } },
    ]);
    const before = one.data('export').out;
    const { status, err } = one.data('import', out);
    expect([status, err]).toEqual([2, expect.stringContaining('not empty')]);
    expect(one.data('export').out).toBe(before);
  });

  const good = { kept: 'record', kind: 'counters', id: 'CHK-2026', on: TODAY, item: { last: 3 } };
  it.each<[string, object | string, RegExp]>([
    ['is no JSON', '{"kept":"record"', /^line 2: : not valid JSON/],
    ['is of no kind', { ...good, kind: 'secrets' }, /^line 2: kind: /],
    ['is nothing that is kept', { ...good, kept: 'thing' }, /^line 2: kept: /],
    ['has no day', { ...good, on: 'gisteren' }, /^line 2: on: /],
    ['holds what is not known', { ...good, more: 1 }, /^line 2: more: is not known here/],
    ['holds a number that is none', { ...good, id: 'b', item: { last: 'drie' } }, /^line 2: item.last: /],
    [
      'holds half a card',
      { ...good, kind: 'receipts', item: { id: 'a', owner: 'b', thing: null, receipt: {} } },
      /^line 2: item\.receipt\.\w+: /,
    ],
    [
      'holds half a conversation',
      { ...good, kind: 'progress', item: { slots: { people: 'x' } } },
      /^line 2: item\.slots\.people: /,
    ],
    [
      'holds a message of another kind',
      {
        kept: 'outgoing',
        id: 'm',
        message: { to: { channel: 'web', id: 'x' }, reply: { language: 'nl', parts: [{ kind: 'film' }] } },
      },
      /^line 2: message\.reply\.parts\.0\.kind: /,
    ],
    [
      'holds a button that does nothing',
      {
        kept: 'outgoing',
        id: 'm',
        message: {
          to: { channel: 'web', id: 'x' },
          reply: { language: 'nl', parts: [{ kind: 'buttons', buttons: [{ label: 'x', action: { do: 'delete' } }] }] },
        },
      },
      /^line 2: message\.reply\.parts\.0\.buttons\.0\.action\.do: /,
    ],
    ['stands there twice', good, /^line 2: id: /],
  ])('name the line and the field, and keep nothing, when a line %s', async (_name, line, wanted) => {
    const one = place();
    const { status, out, err } = one.data('import', fileWith('some.jsonl', [good, line]));
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(wanted);
    expect(await one.look(countOf)).toBe(0);
  });

  it('say what is wrong with a file that is not there', () => {
    const { status, err } = place().data('import', 'nergens.jsonl');
    expect([status, err]).toEqual([2, expect.stringContaining('nergens.jsonl')]);
  });
});

describe('impact data restore', () => {
  it('puts the last good copy back, and keeps the damaged file beside it', async () => {
    const one = await lived();
    await (await one.open()).close();
    const good = one.data('export').out;
    writeFileSync(one.file, readFileSync(one.file, 'utf8').slice(0, -40));
    const damaged = readFileSync(one.file, 'utf8');
    expect(one.data('export')).toMatchObject({ status: 2, err: expect.stringContaining('data restore') });
    const { status, out } = one.data('restore');
    expect([status, out]).toEqual([0, expect.stringContaining('was put back')]);
    expect(one.data('export').out).toBe(good);
    const aside = readdirSync(one.dataDir).find((name) => name.includes('.damaged-'));
    expect(readFileSync(join(one.dataDir, aside ?? ''), 'utf8')).toBe(damaged);
    expect(out).toContain(aside);
  });

  it('refuses while the bot runs, and changes nothing', async () => {
    const one = await lived();
    const running = await one.open();
    await writes(running, ANN);
    const before = readFileSync(one.file, 'utf8');
    expect(one.data('restore')).toMatchObject({ status: 2, err: expect.stringContaining('in use by another process') });
    expect(readFileSync(one.file, 'utf8')).toBe(before);
    await running.close();
  });

  it('says so when there is no good copy', () => {
    expect(place().data('restore')).toMatchObject({ status: 2, err: expect.stringContaining('no good copy') });
  });
});

describe('impact data mine', () => {
  it('tells what is kept about one person, and gives the file that they would get', async () => {
    const one = await lived();
    const out = join(folder, 'ann.html');
    const { status, out: told } = one.data('mine', ANN.toUpperCase(), '--out', out);
    expect(status).toBe(0);
    expect(told).toMatch(/^progress {2}1 {2}until \d{4}-\d\d-\d\d at the latest$/m);
    expect(told).toMatch(/^receipts {2}1 {2}CHK-2026-0001 {2}until 2033-11-19 at the latest$/m);
    expect(told).toMatch(/^confirmations {2}1 {2}brownies-en-downies {2}until /m);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain(nl.mine.page.whatText);
    expect(page).toContain(CARD);
    expect(page).not.toMatch(/CHK-2026-0002|bo@/);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('says so when there is nothing, or when it is nobody', async () => {
    const one = await lived();
    expect(one.data('mine', 'cas@utrecht.example')).toMatchObject({
      status: 0,
      out: expect.stringContaining('nothing'),
    });
    for (const args of [['mine'], ['mine', 'ann'], ['mine', ANN, BO], ['forget'], ['forget', 'ann', '--yes']])
      expect(one.data(...args)).toMatchObject({ status: 2, out: '' });
  });
});

describe('impact data forget', () => {
  it('only says what goes and what stays, until --yes is given', async () => {
    const one = await lived();
    const before = readFileSync(one.file, 'utf8');
    const { status, out } = one.data('forget', ANN);
    expect(status).toBe(0);
    expect(out).toMatch(/^goes {3}conversations: 1$/m);
    expect(out).toMatch(/^goes {3}their name .*brownies-en-downies.*do not hear the answer$/m);
    expect(out).toMatch(/^stays {2}kept checks: CHK-2026-0001; .*pseudonym.*still has to confirm/m);
    expect(out).toMatch(/nothing is done yet/);
    expect(readFileSync(one.file, 'utf8')).toBe(before);
  });

  it('forgets with --yes, in the copy as well, and leaves everybody else', async () => {
    const one = await lived();
    const running = await one.open();
    for (const { id } of await running.outbox.waiting()) await running.outbox.arrived(id);
    await running.close();
    const others = await one.about(BO);
    const { status, out } = one.data('forget', ANN, '--yes');
    expect([status, out]).toEqual([0, expect.stringMatching(/^goes {3}conversations: 1\n[\s\S]*CHK-2026-0001/)]);
    expect(out).not.toMatch(/nothing is done/);
    // The numbers of turns are those of this test.
    const numbers = new RegExp(`"\\d+ ${ANN} \\d+"`, 'g');
    for (const name of readdirSync(one.dataDir))
      expect(readFileSync(join(one.dataDir, name), 'utf8').replace(numbers, '')).not.toContain(ANN);
    expect(await one.about(BO)).toEqual(others);
    expect(one.data('forget', ANN, '--yes')).toMatchObject({
      status: 0,
      out: expect.stringContaining('nothing is kept'),
    });
  });

  it('waits for a message of theirs that is not answered yet', async () => {
    const one = await lived();
    const running = await one.open();
    await writes(running, ANN);
    await running.close();
    expect(one.data('forget', ANN, '--yes')).toMatchObject({
      status: 2,
      err: expect.stringContaining('1 of their messages'),
    });
    expect((await one.about(ANN)).receipts).toHaveLength(1);
    expect(one.data('forget', BO, '--yes').status).toBe(0);
  });

  it('refuses beside a running bot on the same file', async () => {
    const one = await lived();
    const running = await one.open();
    expect(one.data('forget', ANN, '--yes')).toMatchObject({ status: 2, err: expect.stringContaining('in use by') });
    await running.close();
  });
});

it('impact data without a word for what to do explains itself', () => {
  expect(place().data()).toMatchObject({ status: 2, out: '', err: expect.stringContaining('impact data export') });
  expect(place().data('erase')).toMatchObject({ status: 2, out: '' });
});
