import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a request may be old, or early: the clocks of two computers differ. */
const WINDOW = 300;

/** Whether Slack signed these very bytes, now. `now` is the time in seconds. */
export function isGenuine(body: Uint8Array, headers: Headers, secret: string, now: number): boolean {
  const stamp = headers.get('x-slack-request-timestamp') ?? '';
  const signature = headers.get('x-slack-signature') ?? '';
  if (!/^\d{1,12}$/.test(stamp) || Math.abs(now - Number(stamp)) > WINDOW) return false;
  const ours = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex');
  const [own, theirs] = [Buffer.from(`v0=${ours}`), Buffer.from(signature)];
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}
