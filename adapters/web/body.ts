export type Body = { kind: 'json'; json: unknown } | { kind: 'too-large' };

const LIMIT = 256 * 1024;
const READ_ON = 64 * 1024 * 1024;

/** The JSON of a posted body; undefined when it is none. */
export async function bodyOf(request: Request): Promise<Body> {
  const bytes = await bytesOf(request, LIMIT);
  return bytes ? { kind: 'json', json: parsed(bytes.toString()) } : { kind: 'too-large' };
}

/**
 * A posted body; undefined when it is too large. That is read to its end and thrown away: a browser that is still sending
 * would not see the answer.
 */
export async function bytesOf(request: Request, limit: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    if (size > READ_ON) break;
  }
  return size > limit ? undefined : Buffer.concat(pieces);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
