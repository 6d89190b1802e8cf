import { z } from 'zod';

/** What came back: a text, or why there is none. `declined`: the service works, and does not want to or could not finish. */
export type Said = { kind: 'text'; text: string } | { kind: 'declined'; why: string } | { kind: 'senseless' };

const Chat = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});
const Responses = z.object({
  status: z.string().nullish(),
  output: z.array(
    z.object({
      type: z.string(),
      content: z.array(z.object({ type: z.string(), text: z.string().nullish() })).nullish(),
    }),
  ),
});

/** Reads an answer of chat completions, from whichever server it came. */
export function saidInChat(body: unknown): Said {
  const [choice] = Chat.safeParse(body).data?.choices ?? [];
  if (!choice) return { kind: 'senseless' };
  const { finish_reason: reason, message } = choice;
  if (message.refusal) return { kind: 'declined', why: 'refused' };
  if (reason === 'length') return { kind: 'declined', why: 'too-long' };
  if (reason === 'content_filter') return { kind: 'declined', why: 'filtered' };
  return message.content ? { kind: 'text', text: message.content } : { kind: 'senseless' };
}

/** Reads an answer of the Responses API. */
export function saidInResponses(body: unknown): Said {
  const read = Responses.safeParse(body).data;
  if (!read) return { kind: 'senseless' };
  if (read.status === 'incomplete') return { kind: 'declined', why: 'too-long' };
  const parts = read.output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  if (parts.some(({ type }) => type === 'refusal')) return { kind: 'declined', why: 'refused' };
  const text = parts.flatMap((part) => (part.type === 'output_text' ? (part.text ?? []) : [])).join('');
  return text === '' ? { kind: 'senseless' } : { kind: 'text', text };
}
