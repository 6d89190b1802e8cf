export type Body = { kind: 'json'; json: unknown } | { kind: 'too-large' };

const LIMIT = 256 * 1024;
const READ_ON = 64 * 1024 * 1024;

/**
 * The JSON of a posted body; undefined when it is none. What is too large is read to its end and thrown away: a browser
 * that is still sending would not see the answer.
 */
export async function bodyOf(request: Request): Promise<Body> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size <= LIMIT) pieces.push(piece);
    if (size > READ_ON) break;
  }
  if (size > LIMIT) return { kind: 'too-large' };
  return { kind: 'json', json: parsed(Buffer.concat(pieces).toString()) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
