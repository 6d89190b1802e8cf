import type { Message } from './ports.ts';
import type { Address, Turn } from './turn.ts';

/** An answer that is no longer wanted where it was asked goes to the asker alone, where they can be reached. */
export function reaching(messages: readonly Message[], { at, reach }: Pick<Turn, 'at' | 'reach'>): Message[] {
  return messages.map((message) =>
    reach && !message.orElse && isOnePlace(message.to, at) && !isOnePlace(reach, at)
      ? { ...message, orElse: reach }
      : message,
  );
}

function isOnePlace(one: Address, other: Address): boolean {
  return one.channel === other.channel && one.id === other.id;
}
