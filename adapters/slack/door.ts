import { createHash } from 'node:crypto';
import type { Log } from '../../src/ports.ts';
import { isGenuine } from './signature.ts';

/** More than anything Slack sends. */
const MOST_BYTES = 256 * 1024;

/** Handles what came in and gives what is answered to it; what it throws makes Slack send it again. */
export type Handle = (body: Record<string, unknown>, hash: string) => Promise<unknown>;

/** The one route of Slack: genuine, fresh and ours, or refused. Everything is handled before it is acknowledged. */
export function createDoor({
  secret,
  handle,
  log,
  now = Date.now,
}: {
  secret: string;
  handle: Handle;
  log: Log;
  now?: () => number;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } });
    const bytes = await bytesOf(request);
    if (!bytes) return new Response(null, { status: 413 });
    if (!isGenuine(bytes, request.headers, secret, now() / 1000)) return new Response(null, { status: 401 });
    const body = read(bytes);
    if (!body) return new Response(null, { status: 400 });
    if (body.type === 'url_verification') return Response.json({ challenge: String(body.challenge ?? '') });
    try {
      const hash = createHash('sha256')
        .update(request.headers.get('x-slack-signature') ?? '')
        .digest('base64url');
      const answer = await handle(body, hash);
      if (answer === undefined || answer === '') return new Response(null, { status: 200 });
      return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
    } catch (error) {
      log.error('slack-not-taken', error);
      return new Response(null, { status: 503 });
    }
  };
}

/** The very bytes that were signed; undefined when there are too many. Who says how many there are is read in one go. */
async function bytesOf(request: Request): Promise<Uint8Array | undefined> {
  const said = request.headers.get('content-length');
  if (said !== null && !(Number(said) <= MOST_BYTES)) return undefined;
  if (said !== null && request.headers.get('transfer-encoding') === null)
    return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** JSON as it is; a form with its JSON in `payload`, or with its fields. What it is called does not matter. */
function read(bytes: Uint8Array): Record<string, unknown> | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  if (/^\s*[{[]/.test(text)) return object(text);
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : object(payload);
}

function object(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
