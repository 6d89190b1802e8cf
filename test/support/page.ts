import { randomUUID } from 'node:crypto';
import { request } from 'node:http';

/** What became of a turn that was posted: the status of the answer, or none when the connection broke. */
export type Posted = { id: string; status?: number; took: number };

/** Posts a text to the local page as a person whose page this is. */
export function postTurn(port: number, session: string, text: string): Promise<Posted> {
  const id = randomUUID();
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, cookie: `session-${port}=${session}`, 'content-type': 'application/json' };
  const start = performance.now();
  return new Promise((resolve) => {
    const posted = (status?: number) =>
      resolve({ id, took: performance.now() - start, ...(status === undefined ? {} : { status }) });
    const sent = request(`${origin}/turns`, { method: 'POST', headers, agent: false }, (response) => {
      response.on('error', () => posted());
      response.on('end', () => posted(response.statusCode));
      response.resume();
    });
    sent.on('error', () => posted());
    sent.end(JSON.stringify({ id, input: { kind: 'text', text }, locale: 'nl' }));
  });
}
