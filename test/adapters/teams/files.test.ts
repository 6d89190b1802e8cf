import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../../adapters/teams/address.ts';
import { createHeld } from '../../../adapters/teams/held.ts';
import { type FileRef, fileOf, XLSX } from '../../../src/file.ts';
import type { Part, Reply } from '../../../src/reply.ts';
import type { Address } from '../../../src/turn.ts';
import { picture } from '../../support/replies.ts';
import { APP, TENANT } from './activities.ts';
import { type Desk, openDesk } from './setting.ts';

let opened: Desk[] = [];
afterEach(async () => {
  await Promise.all(opened.map((desk) => desk.stop()));
  opened = [];
});
async function desk(other: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const one = await openDesk(other);
  opened.push(one);
  return one;
}

const how = { id: 'beurt-1/0', repeat: false };
const place = (here: Desk, personal: boolean): Address =>
  addressOf({ tenant: TENANT, conversation: 'a:gesprek' }, { service: here.connector.service, personal });
const replyOf = (...parts: Part[]): Reply => ({ language: 'nl', parts });
const post = (here: Desk, reply: Reply, personal = true) => here.channel.post(place(here, personal), reply, how);
const sent = (here: Desk) => here.connector.received.map(({ body }) => JSON.stringify(body));

const chart: Part = { kind: 'image', file: picture, alt: 'Kansen: 3 in 2027-Q1' };
/** A picture as large as this; what is in it does not matter here. */
function pictureOf(width: number, height: number, size = 100): FileRef {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return fileOf('groot.png', 'image/png', Buffer.concat([head, randomBytes(size)]));
}

describe('a picture in Teams', () => {
  it('stands in the card, with its words for who does not see it, in a group as well', async () => {
    const here = await desk();
    await post(here, replyOf(chart), false);
    const [message] = sent(here);
    expect(message).toContain(`"url":"data:image/png;base64,${picture.content}"`);
    expect(message).toContain('"altText":"Kansen: 3 in 2027-Q1"');
    expect(here.connector.received).toHaveLength(1);
  });

  it('is left out when Teams does not take the card with it: its words stay, and it is offered as a file', async () => {
    const here = await desk();
    here.connector.faults.push({ status: 413 });
    const button: Part = { kind: 'buttons', buttons: [{ label: 'Meer', action: { do: 'more-suppliers' } }] };
    await post(here, replyOf(chart, button));
    const [message, offer] = sent(here);
    expect(message).toContain('Kansen: 3 in 2027-Q1');
    expect(message).toContain('Meer');
    expect(message).not.toContain('data:image');
    expect(offer).toContain('file.consent');
  });

  it.each([
    ['wider than Teams draws', pictureOf(1025, 10)],
    ['higher than Teams draws', pictureOf(10, 1025)],
    ['heavier than Teams takes', pictureOf(10, 10, 250_000)],
  ])('that is %s is offered as a file, with its words in the card', async (_, file) => {
    const here = await desk();
    await post(here, replyOf({ kind: 'image', file, alt: 'Kansen: 3' }));
    const [message, offer] = sent(here);
    expect(message).toContain('Kansen: 3');
    expect(message).not.toContain('data:image');
    expect(offer).toContain('file.consent');
  });
});

describe('a file of any size in Teams', () => {
  type Offer = { content: { acceptContext: object } };
  const offerIn = (here: Desk) => {
    const [offer] = (here.connector.received.at(-1)?.body.attachments ?? []) as Offer[];
    return offer?.content.acceptContext;
  };
  const accept = (here: Desk, context: object | undefined) =>
    here.says({
      type: 'invoke',
      name: 'fileConsent/invoke',
      text: undefined,
      replyToId: 'bericht-2',
      value: {
        type: 'fileUpload',
        action: 'accept',
        context,
        uploadInfo: {
          uploadUrl: here.connector.storage,
          contentUrl: 'https://x.sharepoint.com/',
          uniqueId: 'u',
          fileType: 'x',
        },
      },
    });

  it('arrives byte for byte when it is allowed, also when it is too large to travel in the offer', async () => {
    for (const size of [100, 300_000]) {
      const here = await desk();
      const bytes = randomBytes(size);
      await post(here, replyOf({ kind: 'file', file: fileOf('kalender.xlsx', XLSX, bytes) }));
      expect(Math.max(...sent(here).map(({ length }) => length))).toBeLessThan(40_000);
      await accept(here, offerIn(here));
      await here.connector.heard(3);
      expect(here.connector.uploaded).toEqual([bytes]);
    }
  });

  it('that waited longer than an hour is no longer there, and that is said', async () => {
    let now = Date.now();
    const here = await desk({ instead: { now: () => now } });
    await post(here, replyOf({ kind: 'file', file: fileOf('kalender.xlsx', XLSX, randomBytes(300_000)) }));
    expect(sent(here)[0]).toContain('binnen een uur');
    now += 61 * 60 * 1000;
    await accept(here, offerIn(here));
    const [, , told] = await here.connector.heard(3);
    expect(told?.body.text).toContain('Vraag het nog eens');
    expect(here.connector.uploaded).toEqual([]);
  });

  it('that is larger than ten megabytes is not offered, and that is said', async () => {
    const here = await desk();
    await post(here, replyOf({ kind: 'file', file: fileOf('k.xlsx', XLSX, Buffer.alloc(10 * 1024 * 1024 + 1)) }));
    expect(sent(here)).toEqual([expect.stringContaining('te groot om in Teams te geven')]);
  });

  it('is kept for an offer only as long as all of them together are not too much', () => {
    const held = createHeld(() => 0);
    const keys = Array.from({ length: 6 }, (_, number) => held.keep(Buffer.alloc(9 * 1024 * 1024, number)));
    expect(keys.map((key) => held.get(key) !== undefined)).toEqual([false, false, true, true, true, true]);
  });
});

describe('a file that is handed over in Teams', () => {
  const attached = (downloadUrl: unknown, name: unknown = 'kalender.csv') => [
    { contentType: 'text/html', content: '<p>kijk</p>' },
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl, fileType: 'csv' },
    },
  ];

  it('is heard in a chat with one person, with what was written beside it', async () => {
    const here = await desk();
    await here.says({ text: '', attachments: attached('https://x.sharepoint.com/1') });
    await here.says({ text: 'kijk', attachments: attached('https://x.sharepoint.com/2') });
    expect(here.turns.map(({ input }) => input)).toEqual([
      { kind: 'file', name: 'kalender.csv', ref: 'https://x.sharepoint.com/1' },
      { kind: 'file', name: 'kalender.csv', ref: 'https://x.sharepoint.com/2', text: 'kijk' },
    ]);
  });

  it('does not keep a message from being heard, whatever Teams says of it', async () => {
    const here = await desk();
    for (const attachments of [attached(7), [{ nothing: true }], 'none', null])
      expect((await here.says({ text: 'lunch', attachments })).status).toBe(200);
    expect(here.turns.map(({ input }) => input)).toEqual(Array(4).fill({ kind: 'text', text: 'lunch' }));
  });

  it('is noticed in a group, where Teams does not give it', async () => {
    const here = await desk();
    await here.says({
      text: '<at>Inkopen</at>',
      entities: [{ type: 'mention', text: '<at>Inkopen</at>', mentioned: { id: `28:${APP}` } }],
      conversation: { id: '19:k@thread.tacv2;messageid=17', tenantId: TENANT, conversationType: 'channel' },
      attachments: [{ contentType: 'text/html', content: '<p>…</p><attachment id="a1"></attachment>' }],
    });
    const [turn] = here.turns;
    if (turn?.input.kind !== 'file') throw new Error('no file was heard');
    expect(await here.channel.fetch?.(turn.at, turn.input.ref)).toEqual({ kind: 'not-here' });
  });

  it('is fetched without a token, from where Teams keeps files and nowhere else', async () => {
    const here = await desk();
    const root = new URL(here.connector.service).origin;
    const other = await desk({ instead: { storage: (url) => url.startsWith(`${root}/handed/`) } });
    const bytes = Buffer.from('a;b');
    here.connector.handed.set('/handed/1', bytes);
    const at = place(here, true);
    const fetched = (url: string) => other.channel.fetch?.(at, url);
    expect(await fetched(`${root}/handed/1`)).toEqual({ kind: 'bytes', bytes });
    expect(await fetched(`${root}/handed/2`)).toEqual({ kind: 'gone' });
    expect(await here.channel.fetch?.(at, `${root}/handed/1`)).toEqual({ kind: 'not-here' });
    expect(here.connector.downloads).toEqual([
      { path: '/handed/1', authorization: undefined },
      { path: '/handed/2', authorization: undefined },
    ]);
  });
});
