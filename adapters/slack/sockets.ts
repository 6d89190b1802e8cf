import { LogLevel, SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../../src/ports.ts';
import { unreachable } from '../../src/reply.ts';
import { fetchOrThrow } from './client.ts';
import { failureOf } from './failure.ts';
import { type Frame, readFrame } from './frame.ts';
import { quietLogger } from './logger.ts';

export type Sockets = { start(): void; stop(): Promise<void>; open(): number };
export type SocketSettings = {
  appToken: string;
  apiUrl?: string | undefined;
  /** Handles what came in and gives what is answered; what it throws makes Slack send it again. */
  handle: (body: Record<string, unknown>, hash: string) => Promise<unknown>;
  log: Log;
  /** Connections that are kept open beside each other. */
  count?: number;
  /** Milliseconds between two tries, of all connections together, and the longest wait after failures. */
  pace?: { tries: number; longest: number };
  /** Milliseconds that Slack may take to open a connection. */
  patience?: number;
};

type Came = { body: Record<string, unknown>; envelope_id: string; ack: (answer?: unknown) => Promise<void> };
/** `leaving`: told to go, and still the only one that things can come in by. */
type Slot = { client?: SocketModeClient | undefined; state: 'closed' | 'opening' | 'open' | 'leaving' | 'closing' };

const TRIES = { tries: 1000, longest: 15_000 };
const PATIENCE = 10_000;
/** A connection that does not close by itself is cut. */
const LONGEST_CLOSE = 2000;

/**
 * Keeps connections to Slack open, whatever happens to them. Slack refreshes each from time to time; one that is told to
 * go stays until another is open, so that there is always one to come in by.
 */
export function createSockets(settings: SocketSettings): Sockets {
  const { log, count = 2, pace = TRIES, patience = PATIENCE } = settings;
  const slots: Slot[] = Array.from({ length: count }, () => ({ state: 'closed' }));
  const stopping = new AbortController();
  let keeping: Promise<void>[] = [];
  let nextTry = 0;

  async function keep(slot: Slot): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const now = performance.now();
      const at = Math.max(now, nextTry);
      nextTry = at + pace.tries;
      await pause(at - now, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await connection(slot);
        failures = 0;
      } catch (error) {
        failures += 1;
        const failure = failureOf(error);
        if (isOpen() === 0) log.error('slack-not-connected', error, { tried: failures, failure: failure.kind });
        const asked = failure.kind === 'throttled' ? (failure.wait ?? 0) : 0;
        const wait = Math.max(asked, pace.tries * 2 ** Math.min(failures - 1, 6));
        await pause(Math.min(wait, pace.longest), stopping.signal);
      }
    }
  }

  /** One connection, from the first word to the last. */
  async function connection(slot: Slot): Promise<void> {
    const client = new SocketModeClient({
      appToken: settings.appToken,
      autoReconnectEnabled: false,
      logger: quietLogger,
      logLevel: LogLevel.ERROR,
      clientOptions: {
        ...(settings.apiUrl ? { slackApiUrl: settings.apiUrl } : {}),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: patience,
        fetch: fetchOrThrow,
      },
    });
    slot.client = client;
    slot.state = 'opening';
    const gone = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    listen(slot, client);
    try {
      await within(client.start(), patience * 1.5);
      // It may have been told to go already, in one breath with its welcome.
      if (slot.state === 'opening') slot.state = 'open';
      log.info('slack-connected', { open: isOpen() });
      if (slot.state === 'open') for (const other of slots) if (other.state === 'leaving') leave(other);
      await gone;
    } finally {
      slot.state = 'closing';
      await end(client);
      slot.state = 'closed';
      slot.client = undefined;
    }
  }

  function listen(slot: Slot, client: SocketModeClient): void {
    const [toSdk] = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown) => {
      const safe = frameFor(slot, readFrame(data));
      if (safe) toSdk?.(JSON.stringify(safe), false);
    });
    client.on('slack_event', (came: Came) => {
      taken(came).catch((error: unknown) => log.error('slack-not-taken', error));
    });
  }

  /** What the SDK gets to see of it. */
  function frameFor(slot: Slot, frame: Frame): object | undefined {
    switch (frame.kind) {
      case 'hello':
        return { type: 'hello' };
      case 'disconnect':
        if (slots.some((other) => other !== slot && speaks(other))) leave(slot);
        else if (slot.state !== 'closing') slot.state = 'leaving';
        return undefined;
      case 'envelope':
        return { type: 'envelope', envelope_id: frame.id, payload: frame.body };
      case 'other':
        return undefined;
      default:
        return unreachable(frame);
    }
  }

  async function taken({ body, envelope_id, ack }: Came): Promise<void> {
    const answer = await settings.handle(body, envelope_id);
    await ack(answer === '' ? undefined : answer);
  }

  function leave(slot: Slot): void {
    slot.state = 'closing';
    void slot.client?.disconnect();
  }

  const speaks = ({ state }: Slot) => state === 'open' || state === 'leaving';
  const isOpen = () => slots.filter(speaks).length;
  return {
    start() {
      keeping = slots.map((slot) => keep(slot));
    },
    async stop() {
      stopping.abort();
      for (const { client } of slots) void client?.disconnect();
      await Promise.allSettled(keeping);
    },
    open: isOpen,
  };
}

/** Closes a connection; when the other side does not answer, the second time it is cut. */
async function end(client: SocketModeClient): Promise<void> {
  await within(client.disconnect(), LONGEST_CLOSE).catch(() =>
    within(client.disconnect(), LONGEST_CLOSE).catch(() => 0),
  );
  client.removeAllListeners();
}

async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('Slack did not answer in time')), milliseconds);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
