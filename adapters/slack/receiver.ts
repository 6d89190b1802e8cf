import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../../src/ports.ts';
import type { Handle } from './door.ts';

/** Events that something here listens to; any other is acknowledged and left. */
export const EVENTS = ['message', 'app_mention', 'app_home_opened'] as const;
/** What a person can press, send or choose, by the type that Slack gives it. */
const INTERACTIONS = ['block_actions', 'view_submission', 'shortcut', 'message_action'] as const;

const Known = z.union([
  z.object({ type: z.literal('event_callback'), event: z.object({ type: z.enum(EVENTS) }) }),
  z.object({ type: z.enum(INTERACTIONS), user: z.object({ id: z.string() }) }),
  z.object({ command: z.string(), user_id: z.string() }),
]);

/**
 * Lets Bolt handle what came in, and gives back what its listeners answered when all of them are done. Bolt itself would
 * acknowledge an event before it was booked.
 */
export function createReceiver(log: Log): { receiver: Receiver; handle: Handle } {
  let app: App | undefined;
  return {
    receiver: {
      init(made) {
        app = made;
      },
      start: async () => undefined,
      stop: async () => undefined,
    },
    async handle(body) {
      if (!Known.safeParse(body).success) {
        log.info('slack-left-alone', { type: typeof body.type === 'string' ? body.type.slice(0, 50) : 'none' });
        return undefined;
      }
      let answer: unknown;
      const ack = async (given?: unknown) => {
        answer = given;
      };
      const broken = await app?.processEvent({ body, ack }).then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      const failed = failures.get(body);
      if (failed) throw failed.error;
      // What Bolt itself cannot read would come back for nothing.
      if (broken) log.error('slack-not-read', broken.error);
      return answer;
    },
  };
}

/** What went wrong in a listener; Bolt keeps that from us when it handles an event. */
const failures = new WeakMap<object, { error: unknown }>();

/** Runs a listener so that what it throws reaches the door, and Slack sends the same again. */
export async function orAgain(body: object, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    failures.set(body, { error });
  }
}
