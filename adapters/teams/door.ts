import { Activity, tenantsOf } from './activity.ts';
import type { Services } from './services.ts';
import type { Verify } from './token.ts';

/** What is let in, or with which status it is sent away and why. */
export type Visitor =
  | { kind: 'in'; activity: Activity; body: Record<string, unknown>; authorization: string }
  | { kind: 'out'; status: 400 | 401 | 403 | 405 | 413 | 503; why: string };

/** `verify` and `tenant` are absent in development alone. */
export type DoorRules = { verify?: Verify | undefined; tenant?: string | undefined; services: Services };

/** No message of Teams is larger. */
const LARGEST = 256 * 1024;

/** Lets in what is genuine, ours and whole; the SDK sees nothing else. */
export function createGuard({ verify, tenant, services }: DoorRules): (request: Request) => Promise<Visitor> {
  return async (request) => {
    if (request.method !== 'POST') return out(405, 'method');
    const authorization = request.headers.get('authorization');
    const verdict = verify ? await verify(authorization) : undefined;
    if (verdict?.kind === 'forged') return out(401, 'token');
    if (verdict?.kind === 'away') return out(503, 'keys');

    const text = await textOf(request);
    if (text === undefined) return out(413, 'size');
    const body = parsed(text);
    const read = Activity.safeParse(body);
    if (!read.success) return out(400, 'shape');

    const activity = read.data;
    if (activity.channelId !== 'msteams') return out(403, 'channel');
    if (!services(activity.serviceUrl)) return out(403, 'service');
    if (verdict && verdict.serviceUrl !== activity.serviceUrl) return out(401, 'service');
    if (tenant !== undefined && !isOf(activity, tenant)) return out(403, 'tenant');
    return { kind: 'in', activity, body: body as Record<string, unknown>, authorization: authorization ?? '' };
  };
}

function out(status: Extract<Visitor, { kind: 'out' }>['status'], why: string): Visitor {
  return { kind: 'out', status, why };
}

/** It names a tenant, and no other than this one. */
function isOf(activity: Activity, tenant: string): boolean {
  const named = tenantsOf(activity);
  return named.length > 0 && named.every((one) => one.toLowerCase() === tenant.toLowerCase());
}

/** Undefined when it is too large. Who says how large it is is read in one go. */
async function textOf(request: Request): Promise<string | undefined> {
  const said = request.headers.get('content-length');
  if (said !== null && !(Number(said) <= LARGEST)) return undefined;
  if (said !== null && request.headers.get('transfer-encoding') === null) return request.text();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > LARGEST) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
