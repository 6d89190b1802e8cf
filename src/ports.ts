import type { Confirmation } from './confirmation.ts';
import type { Note } from './notes.ts';
import type { Progress } from './progress.ts';
import type { KeptReceipt, Receipt } from './receipt.ts';
import type { FileRef, Reply } from './reply.ts';
import type { Address, Turn } from './turn.ts';

/** Everything the bot remembers. Each implementation passes test/stores/contract.ts. */
export type Store = {
  /** Books a turn before it is acknowledged. False when it was booked before. */
  book(turn: Turn): Promise<boolean>;
  /** Reads what is remembered, and changes nothing. */
  read<Value>(look: (records: Records) => Promise<Value>): Promise<Value>;
  /** Booked turns that are not settled yet, oldest first. */
  unsettled(): Promise<Turn[]>;
  /** Keeps all that a turn leads to, its messages included, or nothing. A turn is settled once. */
  settle(turnId: string, act: (records: Records) => Promise<Message[]>): Promise<Message[]>;
  /** Messages that have not arrived yet, in the order in which they were decided. */
  outbox: { waiting(): Promise<Outgoing[]>; arrived(id: string): Promise<void> };
  /** Forgets what is older than its term. */
  tidy(today: string): Promise<void>;
  close(): Promise<void>;
};

/** One collection for each kind of thing that is remembered. */
export type Records = {
  progress: Collection<Progress>;
  /** For the editors: questions without an answer, answers that did not help, tips and corrections. Nobody's name. */
  notes: Collection<Note>;
  /** Finished checks that were kept. */
  receipts: Collection<KeptReceipt>;
  /** Suppliers that were put before the editors. */
  confirmations: Collection<Confirmation>;
  /** The last number of each series. */
  counters: Collection<{ last: number }>;
};

/** Inside `settle`, what `get` gave cannot be changed by anyone else until the turn is settled. */
export type Collection<Item> = {
  get(id: string): Promise<Item | undefined>;
  list(where: Partial<Item>): Promise<Item[]>;
  put(id: string, item: Item): Promise<void>;
  remove(id: string): Promise<void>;
};

export type Message = { to: Address; reply: Reply };
/** A message that was decided and has not arrived yet. */
export type Outgoing = { id: string; message: Message };

export type Channel = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Delivers a reply, or throws: then it is tried again. */
  post(to: Address, reply: Reply): Promise<void>;
  routes?: Record<string, (request: Request) => Promise<Response>>;
};

/** Makes files to keep outside the bot. */
export type Documents = {
  /** A card as a page of its own, that its seal covers: the same receipt is always the same page. */
  receipt(receipt: Receipt): FileRef;
};

/** Events and ids, never what people wrote. */
export type Log = {
  info(event: string, details?: Record<string, string | number | boolean>): void;
  warn(event: string, details?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, details?: Record<string, string | number | boolean>): void;
};
