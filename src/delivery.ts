/**
 * Why a message did not arrive.
 * `throttled`: the place wants us to wait. `down`: it certainly did not arrive, try again.
 * `cut`: the connection broke after the message had gone out, `unanswered`: no answer in time; both may have arrived.
 * `refused`: it never will, for this place does not exist or does not want us.
 */
export type Failure =
  | { kind: 'throttled' /** Milliseconds; absent where the place did not say. */; wait?: number }
  | { kind: 'down' }
  | { kind: 'cut' }
  | { kind: 'unanswered' }
  | { kind: 'refused' };

/** What a channel throws when it could not deliver a message; the outbox acts on its kind. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause: unknown }) {
    super(`the message was not delivered: ${failure.kind}`, options);
    this.failure = failure;
  }
}

/** What the answer of an HTTP service says about a message: undefined when it arrived. `now` is the time in milliseconds. */
export function failureOfStatus(status: number, retryAfter: string | null, now: number): Failure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 429) return { kind: 'throttled', ...waitOf(retryAfter, now) };
  if (status === 408 || status === 412 || status >= 500) {
    return retryAfter ? { kind: 'throttled', ...waitOf(retryAfter, now) } : { kind: 'down' };
  }
  return { kind: 'refused' };
}

/** Seconds, or a day and time: both are legal. */
function waitOf(retryAfter: string | null, now: number): { wait?: number } {
  if (!retryAfter) return {};
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? { wait: Math.max(0, wait) } : {};
}

/** Codes of connections that were never made: nothing went out. */
const NEVER_MADE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

/** What an error of a connection says about the message that was on its way. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof DeliveryError) return error.failure;
  const codes = codesOf(error);
  if (codes.some((code) => NEVER_MADE.has(code))) return { kind: 'down' };
  if (codes.some((code) => BROKEN.has(code))) return { kind: 'cut' };
  return { kind: 'unanswered' };
}

/** The code of an error and of the errors that led to it; an SDK wraps the one that tells. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let one: unknown = error, deep = 0; one instanceof Error && deep < 8; deep += 1) {
    if ('code' in one && typeof one.code === 'string') codes.push(one.code);
    one = one.cause ?? ('original' in one ? one.original : undefined);
  }
  return codes;
}
