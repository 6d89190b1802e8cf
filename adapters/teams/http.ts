import { EnvHttpProxyAgent, request } from 'undici';
import { DeliveryError } from '../../src/delivery.ts';
import { encoded } from '../../src/encoded.ts';
import { failureOfPage } from './failure.ts';

/** What the SDK's client asks of whoever sends for it, as far as it is used here. */
type Asked<Headers> = {
  url: string;
  method: string;
  body?: string;
  headers: Headers;
  proxySettings?: object;
  abortSignal?: object;
};
type Headers = {
  clone(): Headers;
  headerNames(): string[];
  rawHeaders(): Record<string, string>;
  set(name: string, value: string): void;
  remove(name: string): boolean;
};

/** How the SDK's client reaches the service: short texts both ways, over a library that is kept. Its own is not any longer. */
export function createHttp() {
  let throughProxy: EnvHttpProxyAgent | undefined;
  return {
    async sendRequest<One extends Asked<Headers>>(asked: One) {
      const { url, method, body, proxySettings, abortSignal } = asked;
      // What comes back is short, so it comes as it is; who says nothing of it may be sent it packed.
      asked.headers.set('accept-encoding', 'identity');
      if (proxySettings) throughProxy ??= new EnvHttpProxyAgent();
      const answer = await request(url, {
        method: method as 'POST',
        headers: asked.headers.rawHeaders(),
        body: body === undefined ? null : encoded(body),
        signal: abortSignal ? (abortSignal as AbortSignal) : null,
        ...(proxySettings && throughProxy ? { dispatcher: throughProxy } : {}),
      });
      const bodyAsText = await answer.body.text();
      const page = failureOfPage(answer.statusCode, answer.headers['content-type']);
      if (page) throw new DeliveryError(page);
      return {
        request: asked,
        status: answer.statusCode,
        headers: sameOf(asked.headers as One['headers'], answer.headers),
        bodyAsText,
      };
    },
  };
}

/** Headers of the SDK's kind with these values. */
function sameOf<Kind extends Headers>(kind: Kind, values: Record<string, string | string[] | undefined>): Kind {
  const headers = kind.clone() as Kind;
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of Object.entries(values)) if (value !== undefined) headers.set(name, String(value));
  // The SDK would go where it is sent on to, and take the password along.
  headers.remove('location');
  return headers;
}
