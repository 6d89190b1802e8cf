import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import type { Log } from '../../src/ports.ts';
import { named } from './error.ts';
import { createScrub, type Scrub } from './scrub.ts';

type Settings = {
  level?: 'info' | 'warn' | 'error';
  /** Values that may stand in no line, wherever they come from. */
  secrets?: readonly string[];
  /** The standard output without one. */
  stream?: DestinationStream;
};
type Details = Record<string, string | number | boolean>;

/** Writes events and ids, one JSON object a line: no message of an error, nothing a person wrote, and no secret. */
export function createLog({ level = 'info', secrets, stream }: Settings = {}): Log {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  const logger = stream ? pino(options, stream) : pino(options);
  const scrub = createScrub(secrets);
  return {
    info: (event, details) => logger.info(scrubbed(details, scrub), scrub(event)),
    warn: (event, details) => logger.warn(scrubbed(details, scrub), scrub(event)),
    error(event, error, details) {
      const { error: name, stack } = named(error);
      logger.error(
        { ...scrubbed(details, scrub), error: name, stack: stack.split(' ').map(scrub).join(' ') },
        scrub(event),
      );
    },
  };
}

function scrubbed(details: Details | undefined, scrub: Scrub): Details {
  return Object.fromEntries(
    Object.entries(details ?? {}).map(([key, value]) => [key, typeof value === 'string' ? scrub(value) : value]),
  );
}
