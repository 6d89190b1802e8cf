import type { Departure } from './commission/departure.ts';
import type { KeptCalendar } from './commission/memory.ts';
import type { Sheet, TableRead } from './commission/table.ts';
import type { Confirmation } from './confirmation.ts';
import type { Experience } from './experience.ts';
import type { Fetched, FileRef } from './file.ts';
import type { Mine } from './mine.ts';
import type { Note } from './notes.ts';
import type { Chart, Page, Table } from './paper.ts';
import type { Desk, Reach, Standing, Subscriber } from './places.ts';
import type { Progress } from './progress.ts';
import type { Question } from './question.ts';
import type { KeptReceipt, Receipt } from './receipt.ts';
import type { Reminder } from './reminder.ts';
import type { Reply } from './reply.ts';
import type { PurchaseRequest } from './requests/request.ts';
import type { Address, Turn } from './turn.ts';

/** Everything the bot remembers. Each implementation passes test/stores/contract.ts. */
export type Store = {
  /** Books a turn before it is acknowledged. False when it was booked before. */
  book(turn: Turn): Promise<boolean>;
  /** Reads what is remembered, and changes nothing. */
  read<Value>(look: (records: Records) => Promise<Value>): Promise<Value>;
  /** Booked turns that are not settled yet, oldest first; of one place alone, when it is named (`placeOf`). */
  unsettled(place?: string): Promise<Turn[]>;
  /** Keeps all that a turn leads to, its messages included, or nothing. A turn is settled once. */
  settle(turnId: string, act: (records: Records) => Promise<Message[]>): Promise<Message[]>;
  /** Messages that have not arrived yet, in the order in which they were decided: the first `MOST_WAITING` of each place. */
  outbox: { waiting(): Promise<Outgoing[]>; arrived(id: string, card?: Standing): Promise<void> };
  /** Runs a task while no other of the same name runs, in this process or another: the others wait for it. */
  alone<Value>(name: string, task: () => Promise<Value>): Promise<Value>;
  /** Whether things can be kept at this moment. Answers within two seconds, and never throws. */
  healthy(): Promise<boolean>;
  /** Forgets what is older than its term. */
  tidy(today: string): Promise<void>;
  /** Everything that is kept, in the order in which it came, to be kept elsewhere. */
  everything(): AsyncIterable<Kept>;
  /** Keeps all of this, or nothing and a StoreError: only a store that holds nothing yet takes it. */
  fill(all: AsyncIterable<Kept> | Iterable<Kept>): Promise<void>;
  close(): Promise<void>;
};

/** More of one place are not looked at in one go: a place that takes nothing must not fill the memory. */
export const MOST_WAITING = 50;

/** One thing that is kept. `on`: the day it last changed, as an ISO date. A turn without `turn` is settled. */
export type Kept =
  | { kept: 'turn'; id: string; on: string; turn?: Turn }
  | { kept: 'outgoing'; id: string; message: Message }
  | { kept: 'record'; kind: Kind; id: string; on: string; item: object };

/** One collection for each kind of thing that is remembered. */
export type Records = {
  progress: Collection<Progress>;
  /** For the editors: questions without an answer, answers that did not help, tips and corrections. Nobody's name. */
  notes: Collection<Note>;
  /** Finished checks that were kept. */
  receipts: Collection<KeptReceipt>;
  /** Suppliers that were put before the editors. */
  confirmations: Collection<Confirmation>;
  requests: Collection<PurchaseRequest>;
  /** Levels below the advised one, each with its reason. */
  departures: Collection<Departure>;
  /** The last purchasing calendar of each department, as far as is needed to see what changes. Nobody's name. */
  calendars: Collection<KeptCalendar>;
  /** Who wants to hear each quarter that a new calendar is welcome. */
  reminders: Collection<Reminder>;
  /** What requesters say of purchases that were made. */
  experiences: Collection<Experience>;
  /** Questions that were handed to the experts. */
  questions: Collection<Question>;
  /** Where requests and questions are announced. */
  desks: Collection<Desk>;
  /** Where colleagues can be spoken to. */
  reach: Collection<Reach>;
  /** Who wants to hear the figures of each month. */
  subscribers: Collection<Subscriber>;
  /** Where cards stand. */
  cards: Collection<Standing>;
  /** The last number of each series. */
  counters: Collection<{ last: number }>;
};

export type Kind = keyof Records;

/** Nobody can change what `get` and `list` give; inside `settle`, what `get` gave stays as it is until the turn is settled. */
export type Collection<Item> = {
  get(id: string): Promise<Item | undefined>;
  list(where: Partial<Item>): Promise<Item[]>;
  put(id: string, item: Item): Promise<void>;
  remove(id: string): Promise<void>;
};

/** `orElse`: where it goes when the place itself wants no message. */
export type Message = { to: Address; orElse?: Address; reply: Reply };
/** A message that was decided and has not arrived yet. */
export type Outgoing = { id: string; message: Message };

/**
 * How a message is sent. `repeat`: an earlier try may have arrived, and the message says so. `stands`: what the platform
 * calls the message whose place it takes; where that is gone, it is posted anew.
 */
export type Posting = { id: string; repeat: boolean; stands?: string };

export type Channel = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Delivers a reply and says what the platform calls that message, where it does; or throws a DeliveryError. */
  post(to: Address, reply: Reply, how: Posting): Promise<string | undefined>;
  /** Whether this message stands there already; absent where the platform cannot tell. */
  stands?(to: Address, id: string): Promise<boolean>;
  /** The file that somebody handed over there, by the reference in their turn; absent where nobody can hand over any. */
  fetch?(at: Address, ref: string): Promise<Fetched>;
  /** Milliseconds between two messages to one place; absent where there is no such limit. */
  pace?: number;
  /** Shows that an answer is being made; absent where that is seen already, or cannot be shown. It never throws. */
  working?(at: Address): void;
  /** Whether it can speak and be spoken to at this moment; absent where that is always so. */
  ready?(): boolean;
  routes?: Record<string, (request: Request) => Promise<Response>>;
};

/** Makes files to keep outside the bot. */
export type Documents = {
  /** A card as a page of its own, that its seal covers: the same receipt is always the same page. */
  receipt(receipt: Receipt): FileRef;
  /** All that is kept about one person on this day, with what each part of it is for. */
  mine(mine: Mine, language: Reply['language'], today: string): FileRef;
  /** A calendar that somebody hands over (CSV, XLSX), or why it is not read. */
  readTable(bytes: Uint8Array): Promise<TableRead>;
  /** Sheets as one workbook (XLSX), with every cell the value that it was. */
  book(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** A page of its own, that needs nothing from elsewhere. */
  page(page: Page): FileRef;
  /** A table as text that a Dutch spreadsheet opens as it is meant. No cell is taken for a formula. */
  csv(table: Table): Promise<string>;
  /** Tables as the sheets of one workbook (XLSX), with real days and numbers. */
  workbook(tables: readonly Table[]): Promise<Uint8Array>;
  /** Bars as a picture (PNG), the same on every machine. */
  chart(chart: Chart): Promise<Uint8Array>;
  /** The same in a message, small enough for every channel. */
  picture(name: string, chart: Chart): Promise<FileRef>;
};

/**
 * A language model at arm's length. Undefined when it does not know, or none could be had in time; it never throws. What
 * goes in has been stripped of what identifies people; what comes out is checked by who asks.
 */
export type Assistant = {
  /** Words an answer from the passages it is given, and from nothing else. */
  answer(question: string, passages: readonly Quotable[], language: Reply['language']): Promise<Draft | undefined>;
  /** Reads a text that `understand` could not place, in closed lists only. */
  read(text: string, vocabulary: Vocabulary): Promise<Understood | undefined>;
};
/** A piece of the knowledge base that an answer may be worded from, under the id by which it is cited. */
export type Quotable = { id: string; text: string };
export type Draft = { text: string; cites: string[] };
/** All that a model may choose from: ids, each with what it means in a few words. */
export type Vocabulary = Record<'intents' | 'categories' | 'areas' | 'diets' | 'themes', readonly Choice[]>;
export type Choice = { id: string; means: string };
/** Ids of the vocabulary; whoever asked looks whether they are. */
export type Understood = { intent?: string; category?: string; area?: string; diet?: string[]; theme?: string };

/** What is counted while the bot runs; never by person. */
export type Meter = {
  count(what: Counted): void;
  /** How long it took until a turn was booked and could be acknowledged, in milliseconds. */
  acknowledged(channel: Address['channel'], milliseconds: number): void;
};
export const counted = [
  /** Turns that were booked before. */
  'duplicates',
  /** Turns that were declined because too many waited. */
  'declined',
  /** Turns that ended in an apology. */
  'failed',
  /** Answers in our own words where a model was asked and gave none that counts. */
  'fallbacks',
  /** Messages that were tried again. */
  'retries',
  /** Messages for which a place wanted us to wait. */
  'throttled',
  /** Messages that may stand there twice. */
  'repeats',
  /** Messages that no place wants. */
  'refused',
  /** Errors that nobody caught; the process stops after one. */
  'strays',
] as const;
export type Counted = (typeof counted)[number];

/** Counts nothing. */
export const noMeter: Meter = { count: () => undefined, acknowledged: () => undefined };

/** Events and ids, never what people wrote. */
export type Log = {
  info(event: string, details?: Record<string, string | number | boolean>): void;
  warn(event: string, details?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, details?: Record<string, string | number | boolean>): void;
};
