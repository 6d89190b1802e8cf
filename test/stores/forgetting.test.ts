import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import { createBot } from '../../src/bot.ts';
import type { Log } from '../../src/ports.ts';
import { type Part, plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Input, Turn } from '../../src/turn.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';

const ANN = 'ann.merkteken@utrecht.example';
const BO = 'bo@utrecht.example';
const FILES = ['inkopen.json', 'inkopen.last-good.json'];
/** What Ann types that nobody else does: in a conversation, on a card, and in a question to the editors. */
const MARKS = { talk: 'Zwanenmerk', card: 'Vossenmerk', asked: 'Reigermerk' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The bot as it runs, on a file, with all that it says and logs, and what was kept when it said it. */
async function running() {
  const folder = mkdtempSync(join(tmpdir(), 'forget-'));
  folders.push(folder);
  const logged: string[] = [];
  const write = (...what: unknown[]) =>
    void logged.push(JSON.stringify(what, (_key, value) => (value instanceof Error ? String(value.stack) : value)));
  const log: Log = { info: write, warn: write, error: write };
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => TODAY, log });
  const heard: { to: string; reply: Reply }[] = [];
  const stored = () =>
    readdirSync(folder)
      .filter((file) => !file.endsWith('.lock'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
  /** What was kept when the last answer could go out. */
  let atSending = '';
  const bot = createBot({
    store,
    library: () => library,
    documents: createDocuments(),
    log,
    today: () => TODAY,
    send: () => {
      atSending = stored();
    },
  });
  let turns = 0;

  async function does(person: string, place: string, input: Input): Promise<Reply> {
    turns += 1;
    const from = { id: person, name: person.split('.')[0] ?? '', email: person };
    const turn: Turn = { id: `Ev${turns}`, from, at: { channel: 'slack', id: place }, input };
    const before = heard.length;
    await bot.accept(turn);
    await bot.idle();
    for (const { id, message } of await store.outbox.waiting()) {
      heard.push({ to: message.to.id, reply: message.reply });
      await store.outbox.arrived(id);
    }
    const reply = heard.slice(before).findLast(({ to }) => to === place)?.reply;
    if (!reply) throw new Error(`${person} hears nothing in ${place}`);
    return reply;
  }
  const says = async (person: string, place: string, ...said: string[]) => {
    let reply: Reply | undefined;
    for (const text of said) reply = await does(person, place, { kind: 'text', text });
    return reply as Reply;
  };
  const presses = async (person: string, place: string, label: string, reply: Reply) => {
    const action = reply.parts
      .flatMap((part: Part) => (part.kind === 'buttons' ? part.buttons : []))
      .find((one) => one.label === label)?.action;
    if (!action) throw new Error(`no button ${label}: ${plainText(reply, texts.nl)}`);
    return does(person, place, { kind: 'action', action, values: {} });
  };
  return { folder, store, stored, atSending: () => atSending, logged, heard, does, says, presses };
}

const { check: said } = texts.nl;

/** A kept card, a question to the editors and an open check, each with a mark of its own, in two places. */
async function leavesMarks(one: Awaited<ReturnType<typeof running>>, person = ANN, place = 'D-ann'): Promise<void> {
  const { says, presses, does } = one;
  const buy = (name: string) => `Mag ik een cadeau van 500 euro kopen bij Studio ${name}?`;
  await says(person, place, buy(MARKS.card), 'nee');
  const chosen = await says(person, place, 'Het bedrijf zegt het zelf', 'nee');
  await presses(person, place, said.buttons.keep, chosen);
  const other = await says(person, place, 'opnieuw', buy(MARKS.asked), 'nee', 'Het bedrijf zegt het zelf', 'nee');
  const form = await presses(person, place, said.buttons.confirm, other);
  for (const part of form.parts)
    if (part.kind === 'form') {
      const values = Object.fromEntries(part.fields.map(({ id }) => [id, 'yes']));
      await does(person, place, { kind: 'action', action: part.submit.action, values });
    }
  await says(person, `${place}-2`, buy(MARKS.talk));
  // The good copy of an ordinary night.
  await one.store.tidy(TODAY);
}

it('finds all that is kept about a person in the file that they get, with what it is on top', async () => {
  const one = await running();
  await leavesMarks(one);
  const shown = await one.says(ANN, 'D-ann', 'mijn gegevens');
  const given = await one.presses(ANN, 'D-ann', texts.nl.mine.buttons.download, shown);
  const file = given.parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []))[0];
  const read = textOf(file?.content ?? '');
  const { page } = texts.nl.mine;
  expect(file).toMatchObject({ name: 'mijn-gegevens.html', type: 'text/html' });
  const top = [page.title, page.what, page.whatText, page.whoText, page.askText, ...titlesOf(page)];
  expect(top.filter((text) => !read.includes(text))).toEqual([]);
  expect(read.indexOf(page.whatText)).toBeLessThan(read.indexOf(MARKS.card));

  const all: string[] = [];
  for await (const kept of one.store.everything())
    if (kept.kept === 'record' && JSON.stringify(kept.item).includes(ANN)) all.push(...stringsIn(kept.item));
  for (const mark of [...Object.values(MARKS), ANN]) expect(all.join('\n')).toContain(mark);
  // This very turn is newer than the file: the buttons and the question of the one before stand in it.
  const newer = new Set([texts.nl.mine.buttons.forget, texts.nl.mine.buttons.download, 'forget-me', 'my-data']);
  expect(all.filter((text) => text.trim() !== '' && !newer.has(text) && !read.includes(text))).toEqual([]);
  await one.store.close();
});

it('leaves nothing of who is forgotten, but cards under a pseudonym, from the moment they hear it', async () => {
  const one = await running();
  await leavesMarks(one);
  await one.says(BO, 'D-bo', 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?');
  expect(one.stored().split(ANN).length).toBeGreaterThan(3);
  await one.says(ANN, 'D-ann', 'vergeet mij', 'ja');
  const last = one.heard.at(-1);
  expect(last && plainText(last.reply, texts.nl)).toContain(texts.nl.mine.doneIntro);

  // When the answer goes out, only where it goes to is still there.
  expect(one.atSending()).toContain('D-ann');
  expect(one.atSending()).not.toContain(ANN);
  expect(one.atSending()).not.toContain(MARKS.talk);
  expect(readdirSync(one.folder).toSorted()).toEqual([...FILES, 'inkopen.json.lock'].toSorted());
  for (const text of [one.stored(), one.logged.join('\n')])
    for (const gone of [ANN, 'ann.merkteken', 'D-ann', MARKS.talk]) expect(text).not.toContain(gone);
  for (const mark of Object.values(MARKS)) expect(one.logged.join('\n')).not.toContain(mark);

  // What stays: the card, under a pseudonym, and the question of the editors, under nobody.
  const kept: { kind: string; id: string; item: object }[] = [];
  for await (const each of one.store.everything()) if (each.kept === 'record') kept.push(each);
  const holding = (mark: string) => kept.filter(({ item }) => JSON.stringify(item).includes(mark));
  expect(holding(MARKS.card)).toMatchObject([
    { kind: 'receipts', id: 'CHK-2026-0001', item: { owner: expect.stringMatching(/^pseudonym:/) } },
  ]);
  expect(holding(MARKS.asked)).toMatchObject([{ kind: 'confirmations', item: { askers: [] } }]);
  expect(plainText(last?.reply as Reply, texts.nl)).toMatch(/CHK-2026-0001.*moet dit nog bevestigen/);
  expect(kept.filter(({ kind, item }) => kind === 'progress' && JSON.stringify(item).includes(BO))).toHaveLength(1);
  await one.store.close();
});

it('keeps no copy of a message that has arrived, while others still wait', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forget-'));
  folders.push(folder);
  const store = await openLowdbStore({ file: join(folder, 'inkopen.json'), today: () => TODAY });
  const copied = () => readFileSync(join(folder, 'inkopen.last-good.json'), 'utf8');
  const to = (id: string) => ({ channel: 'slack' as const, id });
  const reply: Reply = { language: 'nl', parts: [{ kind: 'text', text: 'antwoord' }] };
  await store.settle('t1', async () => ['D-ann', 'D-bo', 'D-cas'].map((id) => ({ to: to(id), reply })));
  await store.tidy(TODAY);
  expect(copied()).toMatch(/D-ann[\s\S]*D-bo[\s\S]*D-cas/);
  await Promise.all([store.outbox.arrived('t1/0'), store.outbox.arrived('t1/2')]);
  expect(copied()).not.toMatch(/D-ann|D-cas/);
  expect(copied()).toContain('D-bo');
  await store.close();
});

function titlesOf({ kinds }: (typeof texts)['nl']['mine']['page']): string[] {
  return Object.values(kinds).map(({ title }) => title);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** What a browser shows of a page. */
function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
