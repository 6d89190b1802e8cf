import { type FetchFunction, WebClient } from '@slack/web-api';
import { request } from 'undici';
import { DeliveryError, type Failure, failureOfStatus } from '../../src/delivery.ts';
import { encoded } from '../../src/encoded.ts';
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
    fetch: call,
  });
}

/** A call of the client: a short text both ways, for which the streams and signals of the platform's fetch cost more than the call. */
const call: FetchFunction = async (url, init = {}) => {
  const { body, headers = {}, signal } = init;
  if (typeof body !== 'string') return fetchOrThrow(url, init);
  // What comes back is short, so it comes as it is; who says nothing of it may be sent it packed.
  const plain = { ...headers, 'accept-encoding': 'identity' };
  const answer = await request(url, { method: 'POST', headers: plain, body: encoded(body), signal: signal ?? null });
  const { statusCode: status, headers: said } = answer;
  const failure = failureOfCall(status, one(said['retry-after']));
  if (failure) {
    await answer.body.dump();
    throw new DeliveryError(failure);
  }
  const text = await answer.body.text();
  return {
    ok: true,
    status,
    statusText: '',
    url: String(url),
    headers: {
      get: (name) => one(said[name.toLowerCase()]),
      entries: () => Object.entries(said).map(([name, value]) => [name, one(value) ?? '']),
    },
    text: async () => text,
    json: async () => JSON.parse(text),
    arrayBuffer: async () => new TextEncoder().encode(text).buffer,
  };
};

/** Slack itself says no in words, with a status that says yes: any other is of something between us, which can be mended. */
function failureOfCall(status: number, retryAfter: string | null): Failure | undefined {
  const failure = failureOfStatus(status, retryAfter, Date.now());
  return failure?.kind === 'refused' && status !== TOO_LARGE ? { kind: 'down' } : failure;
}

const TOO_LARGE = 413;

function one(header: string | string[] | undefined): string | null {
  return header === undefined ? null : String(header);
}

/** A status that says no is told apart here: the SDK knows one way of throttling only. */
export async function fetchOrThrow(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const failure = failureOfStatus(response.status, response.headers.get('retry-after'), Date.now());
  if (!failure) return response;
  await response.body?.cancel();
  throw new DeliveryError(failure);
}
