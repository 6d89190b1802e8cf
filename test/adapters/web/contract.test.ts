import { randomUUID } from 'node:crypto';
import { describe } from 'vitest';
import { createWebChannel } from '../../../adapters/web/channel.ts';
import { Action } from '../../../src/action.ts';
import { channelContract, type Visitor } from '../contract.ts';
import { listenUntil, send } from './http.ts';

describe('the local page', () =>
  channelContract(async (accept, log) => {
    const channel = createWebChannel({ accept, port: 0, log });
    await channel.start();
    return { name: 'web', channel, visitor: await visitor(channel.address()), close: () => channel.stop() };
  }));

async function visitor(address: string): Promise<Visitor> {
  const { headers } = await send(address);
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const answers = async () =>
    (await listenUntil(address, cookie, ({ event }) => event === 'ready'))
      .filter(({ event }) => event === 'reply')
      .map(({ data }) => data)
      .toReversed();
  const post = async (input: object) => {
    const body = JSON.stringify({ id: randomUUID(), input, locale: 'nl' });
    const sent = { cookie, origin: address, 'content-type': 'application/json' };
    const { status } = await send(address, { method: 'POST', path: '/turns', headers: sent, body });
    if (status !== 202) throw new Error(`the page was answered ${status}`);
  };
  return {
    says: (text) => post({ kind: 'text', text }),
    async hands(name, bytes) {
      const { body } = await send(address, {
        method: 'POST',
        path: '/files',
        headers: { cookie, origin: address },
        body: bytes.toString(),
      });
      await post({ kind: 'file', name, ref: JSON.parse(body).ref });
    },
    async presses(label) {
      const found = (await answers()).flatMap(buttonsOf).find((one) => one.label === label);
      if (!found) throw new Error(`no button ${label}`);
      await post({ kind: 'action', action: found.action, values: {} });
    },
    async fillsIn(values) {
      const form = /<form class="form"[\s\S]*?<\/form>/.exec((await answers())[0] ?? '')?.[0] ?? '';
      await post({ kind: 'action', action: buttonsOf(form)[0]?.action, values });
    },
    async sees() {
      const [last = ''] = await answers();
      const names = [...last.matchAll(/ name="([^"]*)"/g)].map(([, name]) => read(name));
      const seen = last.replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, ' ');
      return { words: read(seen), buttons: buttonsOf(last), fields: [...new Set(names)] };
    },
  };
}

function buttonsOf(html: string): { label: string; action: Action }[] {
  return [...html.matchAll(/<button[^>]* data-label="([^"]*)" data-action="([^"]*)"/g)].map(([, label, action]) => ({
    label: read(label),
    action: Action.parse(JSON.parse(read(action))),
  }));
}

function read(html = ''): string {
  const signs: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" };
  return html.replace(/&(#39|\w+);/g, (_, name: string) => signs[name] ?? ' ');
}
