import { z } from 'zod';
import { Input, type Turn } from '../../src/turn.ts';

const Posted = z.strictObject({
  /** Made by the page, so that sending again is the same turn. */
  id: z.uuid(),
  input: Input,
  locale: z.enum(['nl', 'en']),
});

/** What the page posted, said in this session. Undefined when it is nothing the page could have sent. */
export function readTurn(body: unknown, session: string): Turn | undefined {
  const posted = Posted.safeParse(body);
  if (!posted.success) return undefined;

  const { id, input, locale } = posted.data;
  return {
    id,
    from: { id: `web:${session}`, name: '' },
    at: { channel: 'web', id: session },
    input: wellFormed(input),
    locale,
  };
}

/** JSON may carry half a character; nothing further on has to know that. */
function wellFormed(input: Input): Input {
  switch (input.kind) {
    case 'text':
      return { ...input, text: input.text.toWellFormed() };
    case 'action': {
      const values = Object.entries(input.values).map(([field, value]) => [field, value.toWellFormed()]);
      return { ...input, values: Object.fromEntries(values) };
    }
    case 'opened':
      return input;
  }
}
