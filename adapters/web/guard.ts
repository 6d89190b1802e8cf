import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import type { Colleague } from '../../src/people.ts';

export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    // A picture in an answer stands in the page itself.
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  // A form of this page says where it comes from; a link to elsewhere does not.
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
});

/** A page elsewhere can make a browser send anything to this computer; it cannot make it lie about these two. */
export function onlyFromHere(port: () => number, refused: (c: Context) => Response): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port()}`).host);
    const host = c.req.header('host') ?? '';
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!hosts.includes(host) || !(reads || c.req.header('origin') === `http://${host}`)) return refused(c);
    return next();
  };
}

/** Cookies are shared by all ports of a computer, so the port is part of the name. */
const personCookie = (c: Context) => `me-${new URL(c.req.url).port}`;
const cookieName = (c: Context) => `session-${new URL(c.req.url).port}`;

export function sessionOf(c: Context): string | undefined {
  return z.uuid().safeParse(getCookie(c, cookieName(c))).data;
}

/** Whom the person at this computer says they are; nobody has to prove that on their own machine. */
export function chosen(c: Context, people: readonly Colleague[]): Colleague | undefined {
  const email = getCookie(c, personCookie(c));
  return people.find((one) => one.email === email);
}

export function choose(c: Context, person: Colleague | undefined): void {
  setCookie(c, personCookie(c), person?.email ?? '', { httpOnly: true, sameSite: 'Strict', path: '/' });
}

export function beginSession(c: Context): void {
  setCookie(c, cookieName(c), randomUUID(), { httpOnly: true, sameSite: 'Strict', path: '/' });
}
