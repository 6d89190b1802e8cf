import type { IncomingMessage, ServerResponse } from 'node:http';
import { LLMock } from '@copilotkit/aimock';
import { createOpenAiAssistant } from '../../../adapters/openai/assistant.ts';
import type { OpenAiConfig } from '../../../src/openai-config.ts';
import type { Assistant } from '../../../src/ports.ts';
import { writtenLog } from '../../support/lines.ts';

export const passages = [
  { id: 'sociale-onderneming', text: 'Een sociale onderneming wil iets voor de samenleving doen.' },
  { id: 'drempel', text: 'Onder € 10.000 kan het soms rechtstreeks.' },
];
export const draft = { text: 'Zo’n onderneming wil iets voor de samenleving doen.', cites: ['sociale-onderneming'] };

/** What goes wrong on the line, below what a model says. */
const faults = {
  hangs: () => undefined,
  'gives its answer drop by drop': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":[{"message":{"content":"');
    const drops = setInterval(() => response.write('.'), 100);
    response.on('close', () => clearInterval(drops));
  },
  'is cut off': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 500 });
    response.write('{"choices":[{"message":{"content":"', () => response.destroy());
  },
  'says nothing': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end();
  },
  'says an empty text of no kind': (response: ServerResponse) => {
    response.writeHead(200).end();
  },
  'shows a page to sign in': (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('<html>Log in</html>');
  },
  'sends on to elsewhere': (response: ServerResponse) => {
    response.writeHead(307, { location: '../../../elsewhere/v1/chat/completions' }).end();
  },
  elsewhere: (response: ServerResponse) => {
    const content = JSON.stringify(draft);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(chat({ content })));
  },
} as const satisfies Record<string, (response: ServerResponse) => void>;
export type Fault = keyof typeof faults;

export const chat = (message: object, reason = 'stop') => ({ choices: [{ finish_reason: reason, message }] });

type Heard = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> };

/** A server that speaks as a model's does, and on demand behaves as no server should. */
export async function openModel() {
  const mock = new LLMock({ port: 0, journalMaxEntries: 0 });
  const open = new Set<ServerResponse>();
  /** The bytes as they came, where `wire` was asked. */
  const heard: Heard[] = [];
  let said: (path: string) => { status?: number; body: unknown } = () => ({ body: {} });

  mock.mount('/fault', {
    async handleRequest(request, response, path) {
      open.add(response);
      response.on('close', () => open.delete(response));
      heard.push(await read(request));
      faults[decodeURIComponent(path.split('/')[1] ?? '') as Fault](response);
      return true;
    },
  });
  mock.mount('/wire', {
    async handleRequest(request, response) {
      const one = await read(request);
      heard.push(one);
      const { status = 200, body } = said(one.path);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    },
  });
  await mock.start();

  return {
    mock,
    heard,
    /** Requests that were never answered whole and are not given up yet. */
    open,
    url: `${mock.url}/v1`,
    faultUrl: (fault: Fault) => `${mock.url}/fault/${encodeURIComponent(fault)}/v1`,
    wireUrl: `${mock.url}/wire/v1`,
    /** What `wire` answers from now on. */
    says(answer: typeof said) {
      said = answer;
    },
    stop: () => mock.stop(),
  };
}

async function read(request: IncomingMessage): Promise<Heard> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString()) as Heard['body'];
  return { path: request.url ?? '', headers: request.headers, body };
}

/** An assistant at this address, with all that it logs; it has time enough, unless told otherwise. */
export function assistantAt(
  baseUrl: string,
  more: Partial<OpenAiConfig> & { now?: () => number; budget?: number } = {},
): { assistant: Assistant; written: ReturnType<typeof writtenLog> } {
  const { now, budget = 20_000, ...settings } = more;
  const limits = { personPerHour: 20, allPerDay: 1000, budget };
  const written = writtenLog();
  const at = { kind: 'openai', baseUrl, vendors: false } as const;
  const all: OpenAiConfig = { model: 'good', key: 'key', at, api: 'chat', limits, ...settings };
  return { assistant: createOpenAiAssistant(all, { log: written.log, ...(now ? { now } : {}) }), written };
}
