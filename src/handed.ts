import type { TableRead } from './commission/table.ts';
import type { Fetched, NotFetched } from './file.ts';
import type { Documents, Message } from './ports.ts';
import type { Texts } from './texts/texts.ts';
import type { Address, Input, Turn } from './turn.ts';

/** A file as a channel hears of it. */
export type Heard = { name: string; ref: string };
export type HandedOver = Extract<Input, { kind: 'file' }>;
/** A table that was handed over, or why it was not read. */
export type HandedRead = TableRead | { kind: 'not-fetched'; why: NotFetched };

/** What somebody makes a table in, and saves it as. */
const TABLE = /\.(?:csv|tsv|txt|xls[bmx]?|ods)$/i;
const LONGEST_NAME = 200;

/** A message with files: the first that may be a table counts, with what was written beside it. Without files it is a text. */
export function handedOver(files: readonly Heard[], text: string): Input {
  const file = files.find(({ name }) => TABLE.test(name)) ?? files[0];
  if (!file) return { kind: 'text', text };
  return {
    kind: 'file',
    name: file.name.slice(0, LONGEST_NAME).toWellFormed(),
    ref: file.ref,
    ...(text.trim() === '' ? {} : { text }),
    ...(files.length > 1 ? { others: files.length - 1 } : {}),
  };
}

/** A picture beside a question is no table: the question is answered. */
export function asAsked(turn: Turn): Turn {
  const { input } = turn;
  if (input.kind !== 'file' || input.text === undefined || TABLE.test(input.name)) return turn;
  return { ...turn, input: { kind: 'text', text: input.text } };
}

/** Says, above the answer to what was written, that the file beside it was not read. */
export function withUnread(messages: readonly Message[], at: Address, { files }: Pick<Texts, 'files'>): Message[] {
  const note = { kind: 'text' as const, text: files.unread };
  return messages.map(({ to, reply }) =>
    to.channel === at.channel && to.id === at.id
      ? { to, reply: { ...reply, parts: [note, ...reply.parts] } }
      : { to, reply },
  );
}

/** Fetches a file and reads it as a table. */
export async function readHanded(
  at: Address,
  { ref }: HandedOver,
  { fetchFile, documents }: { fetchFile: (at: Address, ref: string) => Promise<Fetched>; documents: Documents },
): Promise<HandedRead> {
  const fetched = await fetchFile(at, ref);
  return fetched.kind === 'bytes' ? documents.readTable(fetched.bytes) : { kind: 'not-fetched', why: fetched.kind };
}
