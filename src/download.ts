import { LARGEST_TABLE } from './commission/table.ts';
import type { Fetched } from './file.ts';

export type Download = {
  /** Whether the bot may go to this address; asked again for each address that it is sent on to. */
  allowed: (address: string) => boolean;
  headers?: Record<string, string>;
  /** Whether this is the file, and not a page that came in its place. */
  genuine?: (headers: Headers) => boolean;
  milliseconds?: number;
};

const LONGEST = 10_000;
const MOST_TURNS = 3;

/** Downloads a file that somebody handed over, from an address that is allowed, in time, and no more of it than is ever read. */
export async function download(address: string, how: Download): Promise<Fetched> {
  try {
    return await follow(address, how, AbortSignal.timeout(how.milliseconds ?? LONGEST));
  } catch {
    // Whatever broke or took too long, the person can only send it again.
    return { kind: 'away' };
  }
}

async function follow(from: string, how: Download, signal: AbortSignal): Promise<Fetched> {
  let address = from;
  for (let turns = 0; turns <= MOST_TURNS; turns += 1) {
    if (!how.allowed(address)) return { kind: 'not-here' };
    const response = await fetch(address, { headers: how.headers ?? {}, redirect: 'manual', signal });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return taken(response, how);
    await response.body?.cancel();
    address = new URL(next, address).href;
  }
  return { kind: 'away' };
}

/** A link that is no longer good is answered as a file that is gone. */
const GONE = new Set([401, 403, 404, 410]);

async function taken(response: Response, { genuine = () => true }: Download): Promise<Fetched> {
  const fits = Number(response.headers.get('content-length') ?? 0) <= LARGEST_TABLE;
  if (!response.ok || !genuine(response.headers) || !fits) {
    await response.body?.cancel();
    return { kind: GONE.has(response.status) ? 'gone' : response.ok && !fits ? 'too-large' : 'away' };
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > LARGEST_TABLE) return { kind: 'too-large' };
    pieces.push(piece);
  }
  return { kind: 'bytes', bytes: Buffer.concat(pieces) };
}
