import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Amount, Source } from './knowledge/schema.ts';
import { createDecide, type Decision, type RuleSet } from './rules/decide.ts';
import type { Facts } from './rules/facts.ts';
import type { Supplier } from './suppliers/supplier.ts';

/** A piece of the card, as it was told: nothing in it is worked out again when it is shown. */
export type Section = { title: string; lines: string[]; facts: { label: string; value: string }[] };

/** What a decision rested on, so that it can be worked out again without the knowledge base of that day. */
export type Copy = {
  rules: RuleSet;
  amounts: Pick<Amount, 'id' | 'unit' | 'periods'>[];
  sources: Source[];
  /** The supplier as it stood there, when it was one of the knowledge base. */
  supplier: Pick<Supplier, 'id' | 'name' | 'status' | 'evidence' | 'checkedOn'> | null;
};

/** A finished check, as it was given. */
export type Receipt = {
  /** `CHK-2026-0007`; null for a trial that was not kept. */
  number: string | null;
  /** The day for which it was decided, as an ISO date. */
  day: string;
  language: 'nl' | 'en';
  title: string;
  sections: Section[];
  facts: Facts;
  decision: Decision;
  copy: Copy;
  /** Over all the rest. */
  seal: string;
};

/** A kept receipt: whose it is, what it was about, to find it again, and since when it is kept. None of it stands on the card. */
export type KeptReceipt = { id: string; owner: string; thing: string | null; on?: string; receipt: Receipt };

/** As much of a card as must be there to look at it; that it is ours, its seal tells. */
export const Card = z.looseObject({
  seal: z.string(),
  day: z.iso.date(),
  language: z.enum(['nl', 'en']),
  title: z.string(),
  sections: z.array(
    z.looseObject({
      title: z.string(),
      lines: z.array(z.string()),
      facts: z.array(z.looseObject({ label: z.string(), value: z.string() })),
    }),
  ),
  facts: z.looseObject({}),
  decision: z.looseObject({}),
  copy: z.looseObject({ rules: z.looseObject({}), amounts: z.array(z.looseObject({})) }),
});

const KEYED = 'hmac-sha256:';
const PLAIN = 'sha256:';

/** Seals a receipt with a key; without one the seal only shows copying mistakes. */
export function sealed(receipt: Omit<Receipt, 'seal'>, key: string | undefined): Receipt {
  return { ...receipt, seal: sealOf(receipt, key) };
}

/** The receipt as the one text that its seal is about. */
export function canonical(receipt: Receipt): string {
  return JSON.stringify(receipt);
}

export type Verified =
  | { kind: 'good'; receipt: Receipt; keyed: boolean }
  | { kind: 'unreadable' }
  /** The seal was made with a key that is not set here. */
  | { kind: 'no-key' }
  /** A key is set, and the card was sealed without one: it proves nothing. */
  | { kind: 'not-keyed' }
  | { kind: 'changed' }
  /** The seal is good, and the rules in it now lead elsewhere: the program has changed. */
  | { kind: 'decides-otherwise'; receipt: Receipt; decision: Decision | undefined };

/** Whether a receipt is as it was sealed, and whether its own copy leads to the same decision. */
export function verify(text: string, key: string | undefined): Verified {
  const read = parsed(text);
  if (!read) return { kind: 'unreadable' };
  const { seal, ...rest } = read;
  const keyed = seal.startsWith(KEYED);
  if (keyed && key === undefined) return { kind: 'no-key' };
  // The seal comes last and every byte is where it was: the text is held to what the seal is about.
  const good = same(sealOf(rest, keyed ? key : undefined), seal) && JSON.stringify({ ...rest, seal }) === text;
  if (!good) return { kind: 'changed' };
  if (!keyed && key !== undefined) return { kind: 'not-keyed' };
  const receipt = read as unknown as Receipt;
  const decision = decisionOf(receipt);
  const agrees = JSON.stringify(decision) === JSON.stringify(receipt.decision);
  return agrees ? { kind: 'good', receipt, keyed } : { kind: 'decides-otherwise', receipt, decision };
}

/** What cannot be worked out any more is no decision. */
function decisionOf(receipt: Receipt): Decision | undefined {
  try {
    return recomputed(receipt);
  } catch {
    return undefined;
  }
}

/** The decision, worked out again from the receipt's own copy. */
export function recomputed({ copy, facts, day }: Receipt): Decision | undefined {
  const decide = createDecide(copy.rules, new Map(copy.amounts.map((amount) => [amount.id, amount])));
  const { supplier } = copy;
  const decision = decide(facts, day, (id) =>
    supplier && supplier.id === id ? { status: supplier.status, evidence: supplier.evidence.kind } : undefined,
  );
  return 'kind' in decision ? undefined : decision;
}

/** The object itself, not a copy of it: the order of its keys is part of what was sealed. */
function parsed(text: string): z.infer<typeof Card> | undefined {
  try {
    const made: unknown = JSON.parse(text);
    return Card.safeParse(made).success ? (made as z.infer<typeof Card>) : undefined;
  } catch {
    return undefined;
  }
}

function sealOf(receipt: object, key: string | undefined): string {
  const text = JSON.stringify(receipt);
  return key === undefined
    ? PLAIN + createHash('sha256').update(text).digest('hex')
    : KEYED + createHmac('sha256', key).update(text).digest('hex');
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
