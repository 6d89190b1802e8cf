import type { Guarded } from '../assistant/guard.ts';
import type { Fetched } from '../file.ts';
import type { Library } from '../knowledge/compile.ts';
import type { People, Role } from '../people.ts';
import type { Documents, Message, Records, Store } from '../ports.ts';
import type { Progress } from '../progress.ts';
import type { Decision } from '../rules/decide.ts';
import type { Facts } from '../rules/facts.ts';
import type { Texts } from '../texts/texts.ts';
import type { Address, Turn } from '../turn.ts';
import type { Reading } from '../understand/read.ts';
import type { Slots } from '../understand/slots.ts';
import type { Intent } from '../understand/words.ts';

/** Thinking reads and may wait; it ends in an act. Acting remembers and decides what is said, and waits for nothing. */
export type Journey = (turn: Turn, context: Context) => Promise<Act>;
export type Act = (records: Records) => Promise<Step>;

/**
 * Where the person now is, and every message that follows: here, and to others. Without progress what was kept of it stays
 * as it is. `forgets`: somebody was forgotten, and no copy of the store may know them any longer.
 */
export type Step = { progress?: Progress; messages: Message[]; made?: Made; forgets?: true };

/** What was made of a turn, for the machine interface and the measurements. */
export type Made = {
  intent: Intent;
  status: 'answered' | 'clarify' | 'unanswered' | 'refused';
  language: 'nl' | 'en';
  /** Supplier ids in the order shown. */
  suppliers: string[];
  /** What the answer rests on; a supplier's own source as `<supplier-id>/<n>`. */
  sources: { id: string; url: string | null }[];
  understood: Slots;
};

/** All that a journey may look at. */
export type Context = {
  library: Library;
  today: string;
  progress: Progress;
  /** Where this person's progress in this place is kept. */
  place: string;
  /** What was read from a text; absent when a button was pressed. */
  reading?: Reading;
  intent?: Intent;
  followUp?: boolean;
  /** Decides by the rules of today, with what the editors confirmed. */
  decide: (facts: Facts) => Decision;
  /** What this person may do, looked up for each turn. */
  roles: readonly Role[];
  people: People;
  /** This moment, as ISO. */
  now: string;
  documents: Documents;
  /** Looks at what is remembered, while it is thought about: what takes long is not made in an act. */
  read: Store['read'];
  /** Fetches the file of a turn that hands one over. */
  fetchFile: (at: Address, ref: string) => Promise<Fetched>;
  /** Seals what is kept; absent when none was set. */
  receiptKey: string | undefined;
  texts: Texts;
  language: 'nl' | 'en';
  /** A language model for this turn; absent when there is none. */
  assistant?: Guarded;
  /** A model placed this text: nothing is searched before somebody says that this is meant. */
  guessed?: true;
};

/** All that it takes to read what stands in a field: in a conversation, or in a dialog that opens before there is one. */
export type Reader = Pick<Context, 'library' | 'today' | 'texts' | 'language'>;
