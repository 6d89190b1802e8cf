import { DeliveryError, type Failure, failureOfError, failureOfStatus } from '../../src/delivery.ts';

/** The status with which the service refused a message, when it answered at all. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** What an error of the SDK says about the message. */
export function deliveryError(error: unknown, now: number): DeliveryError {
  return new DeliveryError(failureOf(error, now), { cause: error });
}

function failureOf(error: unknown, now: number): Failure {
  const status = statusOf(error);
  // The service itself sends nobody elsewhere: something between us did.
  if (status !== undefined && status >= 300 && status < 400) return { kind: 'down' };
  if (status !== undefined) return failureOfStatus(status, retryAfter(error), now) ?? { kind: 'unanswered' };
  if (error instanceof Error && 'code' in error && error.code === 'REQUEST_SEND_ERROR') return { kind: 'down' };
  return failureOfError(error);
}

/** A page for people is no answer of the service: something between us gave it, and it says nothing of the place. */
export function failureOfPage(status: number, type: unknown): Failure | undefined {
  if (!/^text\/html\b/i.test(String(type))) return undefined;
  if (status < 300) return { kind: 'unanswered' };
  return status === 403 || status === 404 ? { kind: 'down' } : undefined;
}

function retryAfter(error: unknown): string | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  const { headers } = (error.response ?? {}) as { headers?: { get?: (name: string) => string | undefined } };
  return headers?.get?.('retry-after') ?? null;
}
