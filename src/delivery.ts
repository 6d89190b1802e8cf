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
  // Our own pass is not in order: that is no fault of the place, and it can be mended.
  if (status === 401 || status === 407) return { kind: 'down' };
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
const NEVER_MADE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|UNABLE_TO_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+)$/;
const BROKEN = /^(?:ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_CLOSED)$/;

/** What an error of a connection says about the message that was on its way. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof DeliveryError) return error.failure;
  const errors = errorsIn(error);
  if (errors.some(neverMade)) return { kind: 'down' };
  return { kind: errors.some((one) => BROKEN.test(String(one.code))) ? 'cut' : 'unanswered' };
}

type Coded = Error & { code?: unknown; syscall?: unknown; host?: unknown; original?: unknown; errors?: unknown };

function neverMade({ code, syscall, host }: Coded): boolean {
  // Node names the host when a connection broke before it was a safe one.
  return NEVER_MADE.test(String(code)) || syscall === 'connect' || (code === 'ECONNRESET' && host !== undefined);
}

/** An error and the errors that led to it; an SDK wraps the one that tells. */
function errorsIn(error: unknown): Coded[] {
  const errors: Coded[] = [];
  for (let one = error; one instanceof Error && errors.length < 8; ) {
    const coded: Coded = one;
    errors.push(coded);
    one = coded.cause ?? coded.original ?? (Array.isArray(coded.errors) ? coded.errors[0] : undefined);
  }
  return errors;
}
