import { EnvHttpProxyAgent, request } from 'undici';
import type { Http } from './sdk.ts';

type Headers = Awaited<ReturnType<Http['sendRequest']>>['headers'];

/** How the SDK's client reaches the service: short texts both ways, over a library that is kept. Its own is not any longer. */
export function createHttp(): Http {
  let throughProxy: EnvHttpProxyAgent | undefined;
  return {
    async sendRequest(asked) {
      const { url, method, body, proxySettings, abortSignal } = asked;
      // What comes back is short, so it comes as it is.
      asked.headers.remove('accept-encoding');
      if (proxySettings) throughProxy ??= new EnvHttpProxyAgent();
      const answer = await request(url, {
        method,
        headers: asked.headers.rawHeaders(),
        body: body ?? null,
        signal: abortSignal ? (abortSignal as AbortSignal) : null,
        ...(proxySettings && throughProxy ? { dispatcher: throughProxy } : {}),
      });
      const bodyAsText = await answer.body.text();
      return { request: asked, status: answer.statusCode, headers: sameOf(asked.headers, answer.headers), bodyAsText };
    },
  };
}

/** Headers of the SDK's kind with these values. */
function sameOf(kind: Headers, values: Record<string, string | string[] | undefined>): Headers {
  const headers = kind.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of Object.entries(values)) if (value !== undefined) headers.set(name, String(value));
  return headers;
}
