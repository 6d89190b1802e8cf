import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Turn } from '../../src/turn.ts';

/** What became of a turn that was posted: the status of the answer, or none when the connection broke. */
export type Posted = { id: string; status?: number; took: number };

/** Posts a text to the local page as a person whose page this is. */
export function postTurn(port: number, session: string, text: string): Promise<Posted> {
  return postInput(port, { session }, { id: randomUUID(), input: { kind: 'text', text } });
}

/** Posts anything to it, as one of the colleagues when that is said; the same id is the same turn. */
export function postInput(
  port: number,
  { session, me }: { session: string; me?: string },
  turn: Pick<Turn, 'id' | 'input'>,
): Promise<Posted> {
  const { id } = turn;
  const origin = `http://127.0.0.1:${port}`;
  const who = me === undefined ? '' : `; me-${port}=${encodeURIComponent(me)}`;
  const headers = { origin, cookie: `session-${port}=${session}${who}`, 'content-type': 'application/json' };
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
    sent.end(JSON.stringify({ ...turn, locale: 'nl' }));
  });
}
