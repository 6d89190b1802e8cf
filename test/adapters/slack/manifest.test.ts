import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { SLACK_PATH } from '../../../adapters/slack/channel.ts';
import { EVENTS } from '../../../adapters/slack/receiver.ts';
import { command, event, interaction } from './events.ts';
import { startOffice } from './office.ts';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', root), 'utf8'));
const code = readdirSync(new URL('adapters/slack/', root))
  .map((file) => readFileSync(new URL(`adapters/slack/${file}`, root), 'utf8'))
  .join('\n');

/** Slack's schema of a manifest; without it that one test says that it was left out. */
const schema = process.env.SLACK_MANIFEST_SCHEMA ?? '';
const left = schema !== '' && existsSync(schema) ? '' : ' (left out: set SLACK_MANIFEST_SCHEMA to the file of it)';

/** What each scope is for: the methods that are called and the events that are heard. */
const SCOPES: Record<string, string[]> = {
  'app_mentions:read': ['app_mention'],
  'assistant:write': ['assistant.threads.setStatus', 'assistant.threads.setSuggestedPrompts'],
  'channels:history': ['message.channels', 'conversations.replies'],
  'chat:write': ['chat.postMessage', 'chat.postEphemeral', 'chat.update'],
  commands: ['/impact', 'shortcuts'],
  'files:read': ['files.info'],
  'files:write': ['files.getUploadURLExternal', 'files.completeUploadExternal'],
  'groups:history': ['message.groups', 'conversations.replies'],
  'im:history': ['message.im', 'conversations.history'],
  'mpim:history': ['message.mpim', 'conversations.replies'],
  'users:read': ['users.info'],
  'users:read.email': ['users.info'],
};
/** What needs no scope of the bot. */
const FREE = ['auth.test', 'views.open', 'views.publish'];

describe('the manifest of Slack', () => {
  it('asks for the scopes that are used, and no others', () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: Object.keys(SCOPES) });
    const called = [...code.matchAll(/\bclient\s*\.((?:[a-z]\w*\s*\.)*[a-z]\w*)\(/gi)].map(([, name = '']) =>
      name.replace(/\s/g, ''),
    );
    const named = new Set(called.filter((name) => name.includes('.')));
    const methods = Object.values(SCOPES)
      .flat()
      .filter((name) => name.includes('.') && !name.startsWith('message.'));
    expect([...named].sort()).toEqual([...new Set([...methods, ...FREE])].sort());
  });

  it('has each scope explained in both languages, and no other', () => {
    const explained = readFileSync(new URL('docs/slack.md', root), 'utf8')
      .split('\n---\n')
      .map((part) =>
        part
          .split('\n')
          .filter((line) => line.startsWith('| `') && !/SLACK_|slack-|message-/.test(line))
          .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, scope]) => scope)),
      );
    expect(explained).toHaveLength(2);
    for (const scopes of explained) expect(scopes.sort()).toEqual(Object.keys(SCOPES).sort());
  });

  it('subscribes to the events that are listened to, and no others', () => {
    const events: string[] = manifest.settings.event_subscriptions.bot_events;
    const listened = new Set(events.map((name) => (name.startsWith('message.') ? 'message' : name)));
    expect([...listened].sort()).toEqual([...EVENTS].sort());
    for (const name of events.filter((one) => one !== 'app_home_opened'))
      expect(Object.values(SCOPES).flat()).toContain(name);
  });

  it('has a static token, and one address for all that comes in', () => {
    expect(manifest.settings.token_rotation_enabled).toBe(false);
    const { event_subscriptions, interactivity } = manifest.settings;
    const addresses = [event_subscriptions, interactivity, { request_url: manifest.features.slash_commands[0].url }];
    for (const { request_url } of addresses) expect(new URL(request_url).pathname).toBe(SLACK_PATH);
  });

  it('promises nothing that nobody listens to', async () => {
    const office = await startOffice();
    const opened = () => office.slack.calls.filter(({ method }) => method === 'views.open').length;
    for (const { type, callback_id } of manifest.features.shortcuts) {
      const before = opened();
      const payload = type === 'global' ? { type: 'shortcut' } : { type: 'message_action', message: { text: 'x' } };
      expect((await office.send(interaction({ ...payload, callback_id }))).status).toBe(200);
      expect(opened()).toBe(before + 1);
    }
    const [{ command: name, usage_hint }] = manifest.features.slash_commands;
    for (const word of usage_hint.replace(/,.*/, '').split(' | ')) {
      const before = office.turns.length + opened();
      const answer = await office.send(command(word, { command: name }));
      expect((await answer.text()).length + office.turns.length + opened(), word).toBeGreaterThan(before);
    }
    await office.send(event({ type: 'app_home_opened', user: 'UANN', channel: 'DUANN', tab: 'home' }));
    expect(office.slack.calls.some(({ method }) => method === 'views.publish')).toBe(true);
    await office.close();
  });

  it(`passes the schema of Slack${left}`, () => {
    if (left) return;
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(schema, 'utf8')),
    );
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...manifest, features: { agent_view: { suggested_prompts: 'x' } } })).toBe(false);
  });
});
