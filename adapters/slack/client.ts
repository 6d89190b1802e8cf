import { WebClient } from '@slack/web-api';
import { DeliveryError, failureOfStatus } from '../../src/delivery.ts';
import { quietLogger } from './logger.ts';

export type ClientSettings = { token: string; apiUrl?: string | undefined; timeout: number };

/** Slack's own client, which tries once: when to try again is the outbox's to decide, so that no place waits for another. */
export function createClient({ token, apiUrl, timeout }: ClientSettings): WebClient {
  return new WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: quietLogger,
    fetch: fetchOrThrow,
  });
}

/** A status that says no is told apart here: the SDK knows one way of throttling only. */
export async function fetchOrThrow(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const failure = failureOfStatus(response.status, response.headers.get('retry-after'), Date.now());
  if (!failure) return response;
  await response.body?.cancel();
  throw new DeliveryError(failure);
}
