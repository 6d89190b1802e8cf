import { createRemoteJWKSet, errors, jwtVerify, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import { bounded } from './bounded.ts';

/** Where Teams publishes the keys with which it signs, and the name under which it signs. */
export type Issuer = { openId: string; name: string };
export const TEAMS_ISSUER: Issuer = {
  openId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  name: 'https://api.botframework.com',
};

/** `away`: the keys could not be had, so nobody knows; it may be tried again. */
export type Verdict = { kind: 'genuine'; serviceUrl: string } | { kind: 'forged' } | { kind: 'away' };
export type Verify = (authorization: string | null) => Promise<Verdict>;

/** Clocks may differ, in seconds. */
const SKEW = 300;
const LONGEST_FETCH = 3000;
const A_DAY = 24 * 60 * 60 * 1000;
const A_MINUTE = 60 * 1000;
const LONGEST_TOKEN = 8000;

const Metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const Keys = z.object({ keys: z.array(z.object({ kid: z.string(), endorsements: z.array(z.string()).optional() })) });

/** Teams sends the same token for a while: what was found of it holds as long, and no longer than this. */
const KEPT = { tokens: 200, milliseconds: 5 * 60 * 1000 };

/** Checks that a token is signed by Teams, for this app, and not too old. Unknown keys are looked up once a minute at most. */
export function createVerify(appId: string, { openId, name }: Issuer = TEAMS_ISSUER, now = Date.now): Verify {
  let keys: Promise<RemoteJWKSet> | undefined;
  const genuine = bounded<Verdict>(KEPT.tokens, now);

  function keysOf(): Promise<RemoteJWKSet> {
    keys ??= findKeys(openId).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  }

  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined || token.length > LONGEST_TOKEN) return { kind: 'forged' };
    const before = genuine.get(token);
    if (before) return before;
    let set: RemoteJWKSet;
    try {
      set = await keysOf();
    } catch {
      return { kind: 'away' };
    }
    try {
      const { payload, protectedHeader } = await jwtVerify(token, set, {
        issuer: name,
        audience: appId,
        algorithms: ['RS256', 'RS384', 'RS512'],
        clockTolerance: SKEW,
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      });
      const service = payload.serviceurl;
      if (typeof service !== 'string' || !isForTeams(set, protectedHeader.kid)) return { kind: 'forged' };
      const verdict: Verdict = { kind: 'genuine', serviceUrl: service };
      const left = ((payload.exp ?? 0) + SKEW) * 1000 - now();
      genuine.set(token, verdict, Math.min(left, KEPT.milliseconds));
      return verdict;
    } catch (error) {
      return isAbout(error) ? { kind: 'forged' } : { kind: 'away' };
    }
  };
}

/** Everything that jose says about the token itself; the rest is about fetching the keys. */
function isAbout(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}

async function findKeys(openId: string): Promise<RemoteJWKSet> {
  const response = await fetch(openId, { signal: AbortSignal.timeout(LONGEST_FETCH) });
  if (!response.ok) throw new Error(`the keys of Teams could not be found: ${response.status}`);
  const { jwks_uri } = Metadata.parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: LONGEST_FETCH,
    cooldownDuration: A_MINUTE,
    cacheMaxAge: A_DAY,
  });
}

/** A key may be meant for some channels only. */
function isForTeams(set: RemoteJWKSet, kid: string | undefined): boolean {
  const key = Keys.safeParse(set.jwks()).data?.keys.find((one) => one.kid === kid);
  return (
    key !== undefined && (!key.endorsements || key.endorsements.length === 0 || key.endorsements.includes('msteams'))
  );
}
