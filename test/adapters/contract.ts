import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDocuments } from '../../adapters/documents/documents.ts';
import { openLowdbStore } from '../../adapters/lowdb/store.ts';
import type { Action } from '../../src/action.ts';
import { createBot } from '../../src/bot.ts';
import { fileOf, fileTypes } from '../../src/file.ts';
import { createOutbox } from '../../src/outbox.ts';
import type { Channel, Log, Store } from '../../src/ports.ts';
import { plainText, type Reply } from '../../src/reply.ts';
import { texts } from '../../src/texts/texts.ts';
import type { Address, Turn } from '../../src/turn.ts';
import { conversation } from '../support/conversation.ts';
import { TODAY } from '../support/day.ts';
import { library } from '../support/library.ts';
import { picture } from '../support/replies.ts';

/** The last answer as a person meets it in a channel. */
export type Seen = { words: string; buttons: { label: string; action: Action }[]; fields: string[] };

/** Somebody in front of a channel, who can do no more there than a person could. */
export type Visitor = {
  says(text: string): Promise<void>;
  /** Presses the newest button with this label. */
  presses(label: string): Promise<void>;
  fillsIn(values: Record<string, string>): Promise<void>;
  /** Hands over a file; what is written beside it calls the bot, where that is needed. */
  hands(name: string, bytes: Buffer): Promise<void>;
  sees(): Promise<Seen>;
};
export type UnderTest = {
  name: Address['channel'];
  channel: Omit<Channel, 'post'> & { post: Channel['post'] };
  visitor: Visitor;
  /** The channel gives no files in this place. */
  withoutFiles?: boolean;
  close(): Promise<void>;
};

type Step = { says: string } | { presses: string } | { fillsIn: Record<string, string> };

/** Talks in which everything occurs that a reply can hold. */
const DIALOGUES: Record<string, Step[]> = {
  'somebody who looks for suppliers': [
    { says: 'Leuk cadeau voor 40 vrijwilligers' },
    { presses: 'Meer leveranciers' },
    { presses: 'Dit helpt niet' },
    { fillsIn: { reason: '', more: 'De prijs ontbreekt' } },
  ],
  'somebody who checks a purchase': [
    { says: 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?' },
    { presses: 'Nee, geen contract' },
    { presses: 'Nee, geen band' },
    { presses: 'Bewaar deze check' },
  ],
  'somebody who begins a check without a word about it': [
    { says: 'check' },
    { presses: 'Spullen' },
    { says: 'nee' },
    { says: '600 euro' },
  ],
  'somebody who asks about the rules': [
    { says: 'Tot welk bedrag mag ik rechtstreeks kopen?' },
    { says: 'wie kan mij helpen?' },
    { says: 'wat eet een zebra' },
  ],
  'somebody who speaks English': [{ says: 'Who can bring lunch for 25 people?' }, { says: 'help' }],
};

/** The promises of a channel, run against every channel. */
export function channelContract(open: (accept: (turn: Turn) => Promise<void>, log: Log) => Promise<UnderTest>): void {
  let store: Store;
  let one: UnderTest;
  let settled: () => Promise<void>;
  let said: Reply[];
  let at: Address | undefined;
  let send: () => void;

  beforeEach(async () => {
    store = await openLowdbStore({ today: () => TODAY });
    said = [];
    one = await open((turn) => bot.accept(turn), log);
    const post: Channel['post'] = async (to, reply, how) => {
      await one.channel.post(to, reply, how);
      said.push(reply);
      at = to;
    };
    const outbox = createOutbox({ store, channels: { [one.name]: { ...one.channel, post } }, log });
    const bot = createBot({
      store,
      library: () => library,
      documents: createDocuments(),
      log,
      today: () => TODAY,
      fetchFile: async (from, ref) => (await one.channel.fetch?.(from, ref)) ?? { kind: 'not-here' },
      send: outbox.send,
    });
    send = outbox.send;
    settled = async () => {
      await bot.idle();
      await expect.poll(() => store.outbox.waiting(), { interval: 5, timeout: 10_000 }).toEqual([]);
    };
  });
  afterEach(async () => {
    await one.close();
    await store.close();
  });

  it('somebody who hands over a file hears what stands in it, or where they can', async () => {
    await one.visitor.hands('kalender.csv', Buffer.from('Omschrijving;Waarde\nSchoonmaak;900000\n'));
    await settled();
    const reply = said.at(-1);
    expect(said.length).toBe(1);
    if (!reply) return;
    expect(twin(reply)).toContain(one.withoutFiles ? 'in een gesprek met mij alleen' : 'kalender.csv: 1 regel gelezen');
    expectAll(reply, await one.visitor.sees());
  });

  it('a picture and files of every type are told in words, whatever became of them', async () => {
    await does({ says: 'help' });
    const reply: Reply = {
      language: 'nl',
      parts: [
        { kind: 'text', text: 'Dit zijn de kansen' },
        { kind: 'image', file: picture, alt: 'Kansen: 3 in 2027-Q1' },
        ...fileTypes.map((type, number) => ({ kind: 'file' as const, file: fileOf(`bestand-${number}`, type, 'x') })),
      ],
    };
    const to = at as Address;
    const turn: Turn = { id: 'files', from: { id: 'ann', name: '' }, at: to, input: { kind: 'opened' } };
    await store.book(turn);
    await store.settle(turn.id, async () => [{ to, reply }]);
    send();
    await settled();
    expectAll(reply, await one.visitor.sees());
  });

  async function does(step: Step): Promise<void> {
    if ('says' in step) await one.visitor.says(step.says);
    else if ('presses' in step) await one.visitor.presses(step.presses);
    else await one.visitor.fillsIn(step.fillsIn);
    await settled();
  }

  for (const [who, steps] of Object.entries(DIALOGUES)) {
    it(`${who} is answered as anywhere, and sees all that is said`, async () => {
      const elsewhere = conversation(library);
      for (const step of steps) {
        const before = said.length;
        await does(step);
        if ('says' in step) await elsewhere.says(step.says);
        else if ('presses' in step) await elsewhere.presses(step.presses);
        else await elsewhere.fillsIn(step.fillsIn);

        const reply = said.at(-1);
        expect(said.length, `one answer to ${JSON.stringify(step)}`).toBe(before + 1);
        if (!reply) return;
        expect(twin(reply)).toBe(elsewhere.heard());
        expectAll(reply, await one.visitor.sees());
      }
    });

    it(`${who} can type what they would press, and it comes to the same`, async () => {
      const elsewhere = conversation(library);
      for (const step of steps) {
        await does('presses' in step ? { says: step.presses } : step);
        if ('says' in step) await elsewhere.says(step.says);
        else if ('presses' in step) await elsewhere.presses(step.presses);
        else await elsewhere.fillsIn(step.fillsIn);
      }
      const last = said.at(-1);
      expect(last && twin(last)).toBe(elsewhere.heard());
    });
  }
}

function twin(reply: Reply): string {
  return plainText(reply, texts[reply.language]);
}

/** Each button and field of a reply is there, with what it carries, and every sentence can be read. */
function expectAll(reply: Reply, seen: Seen): void {
  const buttons = reply.parts.flatMap((part) =>
    part.kind === 'buttons' ? part.buttons : part.kind === 'form' ? [part.submit] : [],
  );
  expect(seen.buttons).toEqual(buttons.map(({ label, action }) => ({ label, action })));
  expect(seen.fields).toEqual(
    reply.parts.flatMap((part) => (part.kind === 'form' ? part.fields.map(({ id }) => id) : [])),
  );
  const words = spoken(seen.words);
  for (const line of reply.parts.flatMap(linesOf)) expect(words).toContain(spoken(line));
}

function linesOf(part: Reply['parts'][number]): string[] {
  switch (part.kind) {
    case 'text':
      return part.text.split('\n');
    case 'facts':
      return [
        part.title ?? '',
        ...(part.lead ?? '').split('\n'),
        ...part.facts.flatMap((one) => [one.label, one.value]),
      ];
    case 'form':
      return part.fields.flatMap(({ label, error, choices = [] }) => [
        label,
        error ?? '',
        ...choices.map((choice) => choice.label),
      ]);
    case 'sources':
      return part.sources.flatMap(({ title, at, remark }) => [title, at ?? '', remark ?? '']);
    case 'image':
      return [part.alt];
    case 'file':
      return [part.file.name];
    case 'buttons':
      return [];
  }
}

/** Letters and digits alone: channels differ in the signs around them. Of a link its words are read, not its address. */
function spoken(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};
