import type { Channel, Message } from '../../src/ports.ts';
import type { Reply } from '../../src/reply.ts';

/** A channel where everything arrives. */
export type Recorder = Channel & { heard: Message[]; started: boolean; stopped: boolean };

export function recorder(more: Partial<Channel> = {}): Recorder {
  const made: Recorder = {
    heard: [],
    started: false,
    stopped: false,
    async start() {
      made.started = true;
    },
    async stop() {
      made.stopped = true;
    },
    async post(to, reply) {
      made.heard.push({ to, reply });
    },
    ...more,
  };
  return made;
}

export const textOf = (reply: Reply): string =>
  reply.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('\n');
