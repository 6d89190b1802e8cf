/** What comes in over a connection. The SDK ends the process on some frames, so it sees none but the two it needs. */
export type Frame =
  | { kind: 'hello' }
  | { kind: 'disconnect' }
  | { kind: 'envelope'; id: string; body: Record<string, unknown> }
  | { kind: 'other' };

/** More than anything Slack sends. */
const MOST = 1024 * 1024;

export function readFrame(data: unknown): Frame {
  if (typeof data !== 'string' || data.length > MOST) return { kind: 'other' };
  const frame = objectIn(data);
  if (!frame) return { kind: 'other' };
  if (frame.type === 'hello') return { kind: 'hello' };
  if (frame.type === 'disconnect') return { kind: 'disconnect' };
  const { envelope_id: id, payload } = frame;
  if (typeof id !== 'string' || id === '') return { kind: 'other' };
  return { kind: 'envelope', id, body: isObject(payload) ? payload : {} };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
