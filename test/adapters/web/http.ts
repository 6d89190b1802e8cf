import { request } from 'node:http';

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
export type Got = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request with the Host and Origin that a test wants, which `fetch` would not send. */
export function send(address: string, { method = 'GET', path = '/', headers = {}, body }: Sent = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, address), { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export type Event = { id: string; event: string; data: string };

/** Reads server-sent events until one that counts. */
export async function listenUntil(address: string, cookie: string, last: (event: Event) => boolean, seen = '') {
  const gone = new AbortController();
  const headers = { cookie, ...(seen && { 'last-event-id': seen }) };
  const response = await fetch(`${address}/messages`, { headers, signal: gone.signal });
  const events: Event[] = [];
  let rest = '';
  for await (const bytes of response.body ?? []) {
    const blocks = (rest + Buffer.from(bytes).toString()).split('\n\n');
    rest = blocks.pop() ?? '';
    events.push(...blocks.filter((block) => !block.startsWith(':')).map(readEvent));
    if (events.some(last)) break;
  }
  gone.abort();
  return events;
}

function readEvent(block: string): Event {
  const lines = block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  const all = (name: string) => lines.filter(([key]) => key === name).map(([, value]) => value);
  return { id: all('id').join(''), event: all('event').join(''), data: all('data').join('\n') };
}
