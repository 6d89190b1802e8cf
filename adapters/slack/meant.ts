import type { Turn } from '../../src/turn.ts';
import type { Command } from './command.ts';

/** What a command asks, as it would be typed or pressed in a conversation. */
export function meant(command: Exclude<Command, { kind: 'near' }>): Turn['input'] {
  if (command.kind === 'free') return { kind: 'text', text: command.text };
  const { name, rest } = command;
  switch (name) {
    case 'check':
      return rest === ''
        ? { kind: 'action', action: { do: 'start', journey: 'check' }, values: {} }
        : { kind: 'text', text: `check ${rest}` };
    case 'search':
    case 'request':
    case 'about':
      return { kind: 'text', text: rest };
    case 'mine':
      return { kind: 'action', action: { do: 'my-requests' }, values: {} };
    case 'help':
      return { kind: 'text', text: 'help' };
    default:
      return name satisfies never;
  }
}
