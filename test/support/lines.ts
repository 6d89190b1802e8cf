import { createLog } from '../../adapters/pino/log.ts';
import type { Log } from '../../src/ports.ts';

export type Written = { log: Log /** All that was written. */; text(): string; lines(): Record<string, unknown>[] };

/** The real log, written to memory. */
export function writtenLog(settings: Omit<Parameters<typeof createLog>[0] & object, 'stream'> = {}): Written {
  const pieces: string[] = [];
  const log = createLog({ ...settings, stream: { write: (piece: string) => void pieces.push(piece) } });
  return {
    log,
    text: () => pieces.join(''),
    lines: () => pieces.map((piece) => JSON.parse(piece) as Record<string, unknown>),
  };
}
