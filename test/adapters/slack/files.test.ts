import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LARGEST_TABLE } from '../../../src/commission/table.ts';
import { fileOf, XLSX } from '../../../src/file.ts';
import type { Reply } from '../../../src/reply.ts';
import type { Address } from '../../../src/turn.ts';
import { picture } from '../../support/replies.ts';
import { direct, inChannel, mention, moment } from './events.ts';
import { BOT } from './fake.ts';
import { wordsOf } from './look.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.close());

const files = [{ id: 'F1', name: 'kalender.csv', mode: 'hosted' }];
const shared = { subtype: 'file_share', files };
const calendar = Buffer.from('Omschrijving;Waarde\nSchoonmaak;900000\n');
const at: Address = { channel: 'slack', id: 'T1/UANN' };
const fetched = (id = 'F1') => office.channel.fetch?.(at, id);

describe('a file that is handed over in Slack', () => {
  it('is heard in direct messages, with what was written beside it', async () => {
    await office.send(direct('', shared));
    await office.send(direct('kijk hier eens naar', shared));
    expect(office.turns.map(({ input }) => input)).toEqual([
      { kind: 'file', name: 'kalender.csv', ref: 'F1' },
      { kind: 'file', name: 'kalender.csv', ref: 'F1', text: 'kijk hier eens naar' },
    ]);
  });

  it('is heard once beside a mention, whether that comes as a message, as a mention or as both', async () => {
    const [one, two, three] = [moment(), moment(), moment()];
    const text = `<@${BOT.user_id}> lees dit`;
    await office.send(inChannel(text, { ...shared, ts: one }));
    await office.send(mention('lees dit', { files, ts: two }));
    await office.send(inChannel(text, { ...shared, ts: three }));
    await office.send(mention('lees dit', { files, ts: three }));
    expect(office.turns.map(({ input, at: where }) => [input.kind, where.id])).toEqual(
      [one, two, three].map((ts) => ['file', `T1/C1/${ts}`]),
    );
  });

  it('is not heard when it is shared with others', async () => {
    await office.send(inChannel('kijk eens', shared));
    await office.send(inChannel('<@UBO> voor jou', shared));
    expect(office.turns).toEqual([]);
  });

  it('does not keep a message from being heard, whatever Slack says of it', async () => {
    await office.send(direct('lunch', { subtype: 'file_share', files: [{ nothing: true }] }));
    await office.send(direct('', { subtype: 'file_share', files: [{ id: 'F9', name: null }] }));
    expect(office.turns.map(({ input }) => input)).toEqual([
      { kind: 'text', text: 'lunch' },
      { kind: 'file', name: '', ref: 'F9' },
    ]);
  });

  it('is fetched from Slack, with the token', async () => {
    office.slack.handed.set('F1', { name: 'kalender.csv', bytes: calendar });
    expect(await fetched()).toEqual({ kind: 'bytes', bytes: calendar });
    expect(office.slack.downloads).toEqual([{ path: 'F1', authorization: 'Bearer xoxb-fake' }]);
  });

  it('is not fetched from elsewhere: the token goes nowhere else, not even where Slack sends it on to', async () => {
    const other = await startOffice();
    const elsewhere = other.slack.apiUrl.replace('/api/', '/files/F1');
    other.slack.handed.set('F1', { name: 'x', bytes: calendar });
    office.slack.handed.set('F1', { name: 'x', bytes: calendar, info: { url_private_download: elsewhere } });
    office.slack.handed.set('F2', {
      name: 'x',
      bytes: calendar,
      answer: (response) => void response.writeHead(302, { location: elsewhere }).end(),
    });
    for (const id of ['F1', 'F2']) expect(await fetched(id), id).toEqual({ kind: 'not-here' });
    for (const url of [
      'https://files.slack.com.evil.example/x',
      'http://files.slack.com/x',
      'https://a@files.slack.com:8443/x',
    ]) {
      office.slack.handed.set('F3', { name: 'x', bytes: calendar, info: { url_private_download: url } });
      expect(await fetched('F3'), url).toEqual({ kind: 'not-here' });
    }
    expect(other.slack.downloads).toEqual([]);
    await other.close();
  });

  it('that is too large is not fetched', async () => {
    office.slack.handed.set('F1', { name: 'x', bytes: calendar, info: { size: LARGEST_TABLE + 1 } });
    expect(await fetched()).toEqual({ kind: 'too-large' });
    expect(office.slack.downloads).toEqual([]);
  });

  it('that was taken away is gone', async () => {
    expect(await fetched()).toEqual({ kind: 'gone' });
    office.slack.handed.set('F1', { name: 'x', bytes: calendar, info: { url_private_download: undefined } });
    expect(await fetched()).toEqual({ kind: 'gone' });
  });

  it('is not mistaken for the page to sign in that Slack gives instead', async () => {
    office.slack.handed.set('F1', {
      name: 'x',
      bytes: calendar,
      answer: (response) =>
        void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>sign in'),
    });
    expect(await fetched()).toEqual({ kind: 'away' });
  });

  it('cannot be fetched while Slack is away, and that is logged', async () => {
    office.slack.faults(() => ({ kind: 'status', status: 503 }));
    expect(await fetched()).toEqual({ kind: 'away' });
    expect(office.logged.map(({ event }) => event)).toContain('slack-file-not-fetched');
  });
});

describe('a file that the bot gives in Slack', () => {
  const thread: Address = { channel: 'slack', id: 'T1/C1/1.1' };
  const reply: Reply = {
    language: 'nl',
    parts: [
      { kind: 'image', file: picture, alt: 'Kansen: 3 in 2027-Q1' },
      { kind: 'file', file: fileOf('kalender.xlsx', XLSX, Uint8Array.of(80, 75, 0, 255)) },
      { kind: 'file', file: fileOf('kalender.xlsx', 'text/csv', '\ufeffé;€') },
    ],
  };

  it('arrives as it was made, whatever its type, and a picture has its words with it', async () => {
    await office.channel.post(thread, reply, { id: 'm1', repeat: false });
    expect(office.slack.files.map(({ name, alt }) => [name, alt])).toEqual([
      ['kansen.png', 'Kansen: 3 in 2027-Q1'],
      ['kalender.xlsx', undefined],
      ['kalender.xlsx', undefined],
    ]);
    const [png, xlsx, csv] = office.slack.files.map(({ bytes }) => bytes);
    expect(png?.subarray(1, 4).toString()).toBe('PNG');
    expect([...(xlsx ?? [])]).toEqual([80, 75, 0, 255]);
    expect(csv?.toString()).toBe('\ufeffé;€');
    const [message] = office.slack.standing;
    expect(wordsOf(message?.blocks)).toContain('Kansen: 3 in 2027-Q1');
    expect(message?.text).toContain('Kansen: 3 in 2027-Q1');
  });

  it('is said in words where pictures may not be put', async () => {
    office.slack.faults(({ method }) =>
      method === 'files.getUploadURLExternal' ? { kind: 'error', error: 'file_uploads_disabled' } : undefined,
    );
    await office.channel.post(thread, reply, { id: 'm1', repeat: false });
    expect(wordsOf(office.slack.standing[0]?.blocks)).toMatch(/Kansen: 3 in 2027-Q1.*kansen\.png kon ik hier niet/s);
  });
});
