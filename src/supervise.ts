import { ConfigError, KnowledgeError } from './errors.ts';
import type { Log, Meter } from './ports.ts';
import { within } from './within.ts';

/** What the process holds, as far as it has come. */
export type Held = {
  log: Log;
  meter: Pick<Meter, 'count'>;
  /** Ends what runs, in order. */
  stop(): Promise<void>;
  /** Lets go of what no other process could take over: the store. */
  letGo(): Promise<void>;
};

/** Milliseconds after which the process ends, whatever still hangs; a supervisor that waits ten seconds kills nothing. */
const LONGEST_STOP = 9500;
const LONGEST_LETTING_GO = 1000;

/** Starts, and ends the process as a supervisor expects: 0 when it was asked to stop, 1 when something was wrong. */
export async function supervise(start: () => Promise<void>, held: Held): Promise<void> {
  let ending = false;

  async function end(status: 0 | 1, last: () => Promise<void>): Promise<void> {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(status), LONGEST_STOP);
    await last().catch((error: unknown) => held.log.error('stop-failed', error));
    await within(LONGEST_LETTING_GO, held.letGo(), undefined);
    process.exit(status);
  }

  const started = new Promise<void>((resolve) => {
    const asked = () => void end(0, () => started.then(held.stop));
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, asked);
    for (const stray of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(stray, (error: unknown) => {
        held.meter.count('strays');
        held.log.error('stray-error', error, { kind: stray });
        void end(1, async () => undefined);
      });
    void start().then(resolve, (error: unknown) => {
      if (error instanceof ConfigError || error instanceof KnowledgeError) process.stderr.write(`${error.message}\n`);
      else held.log.error('not-started', error);
      void end(1, async () => undefined);
    });
  });
}
