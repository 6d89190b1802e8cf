import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type WebSocket, WebSocketServer } from 'ws';

/** A call of a method of Slack, as it came in. */
export type Call = { method: string; args: Record<string, string>; at: number };
/** A message as it stands in Slack. `seenBy`: the only one who sees it. */
export type Standing = {
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
  blocks: Record<string, unknown>[];
  seenBy?: string;
  user: string;
};
/** How a call goes wrong. `cut-after`: it was done, and the answer is lost; `cut-halfway`: half of the answer. */
export type Fault =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'error'; error: string; headers?: Record<string, string> }
  | { kind: 'hang' }
  | { kind: 'cut-before' }
  | { kind: 'cut-after' }
  | { kind: 'cut-halfway' };

/** A file that somebody handed over. `answer` takes the place of its bytes. */
export type Handed = {
  name: string;
  bytes: Uint8Array;
  info?: Record<string, unknown>;
  answer?: (response: ServerResponse) => void;
};

export type FakeSlack = {
  apiUrl: string;
  calls: Call[];
  standing: Standing[];
  files: { name: string; channel: string; content: string; bytes: Buffer; alt?: string }[];
  /** What people handed over, by its id; `downloads` is what was asked of Slack's place for files, and with which token. */
  handed: Map<string, Handed>;
  downloads: { path: string; authorization: string | undefined }[];
  /** Decides for each call whether it goes wrong; the last one that is set counts. */
  faults(decide: (call: Call) => Fault | undefined): void;
  /** People by their id in Slack. */
  people: Map<string, { email?: string; name: string; locale?: string; team?: string; enterprise?: string }>;
  sockets: Set<WebSocket>;
  /** Told for each connection that is made, and for each frame that comes back. */
  onSocket(heard: (socket: WebSocket) => void): void;
  answers: { envelope_id: string; payload?: unknown }[];
  /** Waits until something holds that is looked at after each call, frame and connection. */
  until(holds: () => boolean, what?: string): Promise<void>;
  addressed(channel: string): Standing[];
  /** Nobody listens here any more, and who comes is refused, until what is given back is called. */
  leave(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export const BOT = { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1', app_id: 'A1' };

/** The organisation of which our workspace is one. */
export const ENTERPRISE = 'E1';

/** Slack as far as this bot meets it, on this computer: Web API, uploads and Socket Mode. */
export async function startFake(at = 0): Promise<FakeSlack> {
  const calls: Call[] = [];
  const standing: Standing[] = [];
  const files: FakeSlack['files'] = [];
  const people: FakeSlack['people'] = new Map();
  const answers: FakeSlack['answers'] = [];
  const waiting = new Set<() => void>();
  const told = () => {
    for (const look of [...waiting]) look();
  };
  let decide: (call: Call) => Fault | undefined = () => undefined;
  let heard: (socket: WebSocket) => void = (socket) => socket.send(JSON.stringify({ type: 'hello' }));
  let clock = 1_790_000_000;
  const uploads = new Map<string, { name: string; bytes: Buffer; alt?: string }>();
  const handed: FakeSlack['handed'] = new Map();
  const downloads: FakeSlack['downloads'] = [];

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const websockets = new WebSocketServer({ server });
  const sockets = new Set<WebSocket>();
  websockets.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      told();
    });
    socket.on('message', (data) => {
      answers.push(JSON.parse(String(data)));
      told();
    });
    heard(socket);
    told();
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = new URL(request.url ?? '/', `http://${host}`).pathname;
    if (path.startsWith('/upload/')) return taken(path.slice('/upload/'.length), body, response);
    if (path.startsWith('/files/')) return given(path.slice('/files/'.length), request, response);
    const method = path.replace('/api/', '');
    const args = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    const call = { method, args, at: performance.now() };
    calls.push(call);
    const fault = decide(call);
    if (fault?.kind === 'hang') return told();
    if (fault?.kind === 'cut-before') {
      response.destroy();
      return told();
    }
    if (fault?.kind === 'status') {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      return told();
    }
    const result = fault?.kind === 'error' ? { ok: false, error: fault.error } : done(method, args);
    if (fault?.kind === 'cut-after') response.destroy();
    else {
      const headers = { 'content-type': 'application/json', ...(fault?.kind === 'error' ? fault.headers : {}) };
      const text = JSON.stringify(result);
      if (fault?.kind === 'cut-halfway')
        response
          .writeHead(200, { ...headers, 'content-length': text.length })
          .write(text.slice(1), () => response.destroy());
      // Who does not say that it wants the answer as it is gets it packed.
      else if (request.headers['accept-encoding'] === 'identity') response.writeHead(200, headers).end(text);
      else response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(text));
    }
    told();
  }

  function taken(id: string, body: Buffer, response: ServerResponse): void {
    const file = uploads.get(id);
    if (file) file.bytes = body;
    response.writeHead(200).end('OK');
  }

  function given(id: string, request: IncomingMessage, response: ServerResponse): void {
    const { authorization } = request.headers;
    downloads.push({ path: id, authorization });
    const file = handed.get(id);
    if (file?.answer) file.answer(response);
    else if (!file || authorization !== 'Bearer xoxb-fake')
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>');
    else response.writeHead(200, { 'content-type': 'text/csv', 'content-length': file.bytes.length }).end(file.bytes);
  }

  function done(method: string, args: Record<string, string>): Record<string, unknown> {
    const say = METHODS[method];
    return say ? { ok: true, ...say(args) } : { ok: false, error: 'unknown_method' };
  }

  const stamp = () => {
    clock += 1;
    return `${clock}.000100`;
  };
  const conversation = (id = '') => (id.startsWith('U') ? `D${id}` : id);
  const place = (args: Record<string, string>, seenBy?: string) => {
    const message: Standing = {
      channel: conversation(args.channel),
      ts: stamp(),
      ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
      text: args.text ?? '',
      blocks: JSON.parse(args.blocks ?? '[]'),
      ...(seenBy ? { seenBy } : {}),
      user: BOT.user_id,
    };
    standing.push(message);
    return message;
  };

  const METHODS: Record<string, (args: Record<string, string>) => Record<string, unknown>> = {
    'auth.test': () => ({ ...BOT, enterprise_id: ENTERPRISE, url: `http://${host}/` }),
    'apps.connections.open': () => ({ url: `ws://${host}/link?ticket=${stamp()}` }),
    'chat.postMessage': (args) => {
      const { channel, ts } = place(args);
      return { channel, ts };
    },
    'chat.postEphemeral': (args) => ({ message_ts: place(args, args.user ?? '').ts }),
    'chat.update': (args) => {
      const before = standing.find(({ channel, ts, seenBy }) => channel === args.channel && ts === args.ts && !seenBy);
      if (!before) return { ok: false, error: 'message_not_found' };
      if ((args.text ?? '').length > 4000) return { ok: false, error: 'msg_too_long' };
      before.text = args.text ?? '';
      before.blocks = JSON.parse(args.blocks ?? '[]');
      return { channel: before.channel, ts: before.ts };
    },
    'users.info': ({ user = '' }) => {
      const one = people.get(user);
      if (!one) return { ok: false, error: 'user_not_found' };
      const { name, locale, email, team = BOT.team_id, enterprise } = one;
      const enterprise_user = enterprise ? { enterprise_id: enterprise } : undefined;
      return { user: { id: user, team_id: team, enterprise_user, real_name: name, locale, profile: { email } } };
    },
    'conversations.replies': ({ channel, ts }) => ({ messages: thread(channel, ts) }),
    'conversations.history': ({ channel }) => ({
      messages: standing.filter((one) => one.channel === channel && !one.seenBy).toReversed(),
    }),
    'views.open': () => ({ view: { id: `V${stamp()}` } }),
    'views.publish': () => ({ view: { id: `V${stamp()}` } }),
    'assistant.threads.setStatus': () => ({}),
    'assistant.threads.setSuggestedPrompts': () => ({}),
    'files.info': ({ file = '' }) => {
      const one = handed.get(file);
      if (!one) return { ok: false, error: 'file_not_found' };
      const { name, bytes, info = {} } = one;
      const url_private_download = `http://${host}/files/${file}`;
      return { file: { id: file, name, size: bytes.length, mimetype: 'text/csv', url_private_download, ...info } };
    },
    'files.getUploadURLExternal': ({ filename = '', alt_txt }) => {
      const id = `F${stamp()}`;
      uploads.set(id, { name: filename, bytes: Buffer.alloc(0), ...(alt_txt ? { alt: alt_txt } : {}) });
      return { file_id: id, upload_url: `http://${host}/upload/${id}` };
    },
    'files.completeUploadExternal': ({ files: listed = '[]', channel_id = '' }) => {
      for (const { id } of JSON.parse(listed)) {
        const upload = uploads.get(id);
        if (upload) files.push({ ...upload, content: upload.bytes.toString('utf8'), channel: channel_id });
      }
      return { files: [] };
    },
  };

  function thread(channel: string | undefined, ts: string | undefined) {
    return standing
      .filter((one) => one.channel === channel && !one.seenBy && (one.thread_ts === ts || one.ts === ts))
      .map((one) => (one.user === BOT.user_id ? { ...one, bot_id: BOT.bot_id, app_id: BOT.app_id } : one));
  }

  return {
    apiUrl: `http://${host}/api/`,
    calls,
    standing,
    files,
    handed,
    downloads,
    people,
    answers,
    sockets,
    faults(next) {
      decide = next;
    },
    onSocket(next) {
      heard = next;
    },
    until(holds, what = 'what was waited for') {
      if (holds()) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`${what} did not come; calls: ${calls.map(({ method }) => method).slice(-10)}`));
        }, 20_000);
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          clearTimeout(late);
          resolve();
        };
        waiting.add(look);
      });
    },
    addressed: (channel) => standing.filter((one) => one.channel === channel),
    async leave() {
      const gone = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await gone;
      return async () => {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      };
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      websockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
