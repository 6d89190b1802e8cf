import type { WebClient } from '@slack/web-api';
import type { Log } from '../../src/ports.ts';
import { codeOf } from './failure.ts';

const TRY_AGAIN = 30_000;

export type Token = {
  start(): void;
  stop(): void;
  good(): boolean;
  /** Slack did not take it for a message: it is asked again, so that the log says what is wrong with it. */
  doubt(): void;
};

/** Asks Slack whether the token is good, until it is; nothing waits for it. */
export function createToken(client: WebClient, log: Log): Token {
  let good = false;
  let stopped = false;
  let asking = false;
  let timer: NodeJS.Timeout | undefined;

  async function ask(): Promise<void> {
    asking = true;
    try {
      await client.auth.test();
      good = true;
      asking = false;
      log.info('slack-token-good');
    } catch (error) {
      log.error('slack-token-not-checked', error, { why: codeOf(error) ?? 'no-answer' });
      if (!stopped) timer = setTimeout(() => void ask(), TRY_AGAIN).unref();
    }
  }

  return {
    start: () => void ask(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    good: () => good,
    doubt: () => void (asking || stopped || ask()),
  };
}
