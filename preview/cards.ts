import { createDocuments } from '../adapters/documents/documents.ts';
import { createBot } from '../src/bot.ts';
import { fileOf, XLSX } from '../src/file.ts';
import type { Library } from '../src/knowledge/compile.ts';
import { openMemory } from '../src/open.ts';
import type { Log } from '../src/ports.ts';
import type { Reply } from '../src/reply.ts';
import type { Input } from '../src/turn.ts';
import { requestCards } from './requests.ts';

/** A card of the bot, under a name. `how` shows it as the few see it who get it that way. */
export type Card = { name: string; reply: Reply; how?: 'private' | 'repeat' };

type Step = string | { press: string } | { fill: Record<string, string> };

/** Talks in which each kind of card comes by; the names are those of the answers that are shown. */
const TALKS: { step: Step; name?: string }[][] = [
  [{ step: { press: 'opened' }, name: 'groet' }],
  [{ step: 'help', name: 'hulp' }],
  [
    { step: 'Wie kan donderdag broodjes brengen voor 25 man, vega graag?', name: 'leveranciers' },
    { step: { press: 'Vergelijk deze' }, name: 'vergelijking' },
    { step: { press: 'Dit helpt niet' }, name: 'waarom-niet' },
    { step: { fill: { reason: '', more: 'De prijs ontbreekt' } }, name: 'waarom-niet-fout' },
  ],
  [{ step: 'Vertel over The Colour Kitchen', name: 'leverancier' }],
  [
    { step: 'Mag ik lunch voor 600 euro bestellen bij The Colour Kitchen?', name: 'check-vraag' },
    { step: { press: 'Nee, geen contract' } },
    { step: { press: 'Nee, geen band' }, name: 'check-uitkomst' },
    { step: { press: 'Bewaar deze check' }, name: 'check-kaart' },
  ],
  [
    { step: 'check' },
    { step: { press: 'Spullen' } },
    { step: { press: 'Nee, geen contract' }, name: 'check-formulier' },
    { step: { fill: { amount: 'veel' } }, name: 'check-formulier-fout' },
  ],
  [{ step: 'Tot welk bedrag mag ik rechtstreeks kopen?', name: 'regel' }],
  [{ step: 'wat eet een zebra', name: 'weet-ik-niet' }],
  [{ step: 'Who can bring lunch for 25 people?', name: 'english' }],
];

/** Every kind of card, from the real content. */
export async function cards(library: Library, day: string): Promise<Card[]> {
  const found: Card[] = [];
  for (const [number, talk] of TALKS.entries()) {
    const store = await openMemory();
    const parts = { store, documents: createDocuments(), log, today: () => day, send: () => undefined };
    const bot = createBot({ ...parts, library: () => library });
    const said: Reply[] = [];
    for (const [at, { step, name }] of talk.entries()) {
      const input = inputOf(step, said.at(-1));
      const turn = {
        id: `${number} ${at}`,
        from: { id: 'ann', name: '' },
        at: { channel: 'cli', id: `${number}` } as const,
        input,
      };
      await store.book(turn);
      const [message] = (await bot.handle(turn)).messages;
      if (!message) throw new Error(`no answer to ${JSON.stringify(step)}`);
      said.push(message.reply);
      if (name) found.push({ name, reply: message.reply });
    }
    await store.close();
  }
  const [first] = found.filter(({ name }) => name === 'regel');
  found.push(...(await requestCards(library)));
  found.push({ name: 'plaatje-en-bestanden', reply: await withFiles() });
  if (!first) return found;
  return [
    ...found,
    { name: 'met-ai', reply: { ...first.reply, wordedBy: 'model' } },
    { name: 'alleen-voor-jou', reply: first.reply, how: 'private' },
    { name: 'herhaling', reply: first.reply, how: 'repeat' },
  ];
}

/** A picture and files of each other type: no talk brings them all together. */
async function withFiles(): Promise<Reply> {
  const labels = ['2027-Q1', '2027-Q2', '2027-Q3'];
  const series = [
    { name: 'veel kans', values: [3, 1, 4] },
    { name: 'enige kans', values: [1, 5, 2] },
  ];
  const file = await createDocuments().picture('kansen.png', { title: 'Kansen per kwartaal', labels, series });
  return {
    language: 'nl',
    parts: [
      { kind: 'text', text: 'Dit zijn de kansen in je kalender.' },
      { kind: 'image', file, alt: 'Kansen per kwartaal: 4 in 2027-Q1, 6 in 2027-Q2 en 6 in 2027-Q3.' },
      { kind: 'file', file: fileOf('kalender.xlsx', XLSX, 'x') },
      { kind: 'file', file: fileOf('kalender.csv', 'text/csv', 'x') },
    ],
  };
}

function inputOf(step: Step, last: Reply | undefined): Input {
  if (typeof step === 'string') return { kind: 'text', text: step };
  if ('press' in step && step.press === 'opened') return { kind: 'opened' };
  const parts = last?.parts ?? [];
  const buttons = parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  const button =
    'press' in step
      ? buttons.find(({ label }) => label === step.press)
      : parts.flatMap((part) => (part.kind === 'form' ? [part.submit] : []))[0];
  if (!button)
    throw new Error(`no button for ${JSON.stringify(step)}: ${buttons.map(({ label }) => label).join(' | ')}`);
  return { kind: 'action', action: button.action, values: 'fill' in step ? step.fill : {} };
}

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};
