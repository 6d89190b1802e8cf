import { z } from 'zod';
import type { Colleague } from '../../src/people.ts';
import { Deed, type Turn } from '../../src/turn.ts';

/** More than any form of ours has. */
const MOST = { fields: 20, characters: 4000 };

function fits(values: Record<string, string>): boolean {
  const all = Object.entries(values).flat();
  return all.length <= MOST.fields * 2 && all.every(({ length }) => length <= MOST.characters);
}

const Posted = z.strictObject({
  /** Made by the page, so that sending again is the same turn. */
  id: z.uuid(),
  input: Deed.refine((input) => input.kind !== 'action' || fits(input.values)),
  locale: z.enum(['nl', 'en']),
});

/** What the page posted, said in this session. Undefined when it is nothing the page could have sent. */
export function readTurn(body: unknown, session: string, person?: Colleague): Turn | undefined {
  const posted = Posted.safeParse(body);
  if (!posted.success) return undefined;

  const { id, input, locale } = posted.data;
  return {
    id,
    from: person ? { id: person.email, name: person.name, email: person.email } : { id: `web:${session}`, name: '' },
    at: { channel: 'web', id: session },
    input: wellFormed(input),
    locale,
  };
}

/** JSON may carry half a character, in any string; nothing further on has to know that. */
function wellFormed<T>(value: T): T;
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map((one) => wellFormed(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toWellFormed(), wellFormed(one)]));
}
