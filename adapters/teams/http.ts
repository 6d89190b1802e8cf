import { EnvHttpProxyAgent, request } from 'undici';

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
      // What comes back is short, so it comes as it is.
      asked.headers.remove('accept-encoding');
      if (proxySettings) throughProxy ??= new EnvHttpProxyAgent();
      const answer = await request(url, {
        method: method as 'POST',
        headers: asked.headers.rawHeaders(),
        body: body ?? null,
        signal: abortSignal ? (abortSignal as AbortSignal) : null,
        ...(proxySettings && throughProxy ? { dispatcher: throughProxy } : {}),
      });
      const bodyAsText = await answer.body.text();
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
  return headers;
}
