import type { Message } from '../../src/ports.ts';
import type { Turn } from '../../src/turn.ts';

/** What the tests of stores keep: what is in it is nothing to a store. */
export function turn(id: string, place = 'a'): Turn {
  return {
    id,
    from: { id: 'web:ann', name: 'Ann' },
    at: { channel: 'web', id: place },
    input: { kind: 'text', text: `vraag ${id}` },
  };
}

export function message(text: string, place = 'a'): Message {
  return { to: { channel: 'web', id: place }, reply: { language: 'nl', parts: [{ kind: 'text', text }] } };
}

export function said(messages: readonly Message[]): string[] {
  return messages.flatMap(({ reply }) => reply.parts.map((part) => (part.kind === 'text' ? part.text : '')));
}
