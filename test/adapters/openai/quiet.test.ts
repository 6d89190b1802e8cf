import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createOpenAiAssistant } from '../../../adapters/openai/assistant.ts';
import { readConfig } from '../../../src/config.ts';
import { writtenLog } from '../../support/lines.ts';
import { assistantAt, chat, openModel, passages } from './model.ts';

const model = await openModel();
afterAll(() => model.stop());

const hook = new URL('./tells-what-loads.ts', import.meta.url).href;
const here = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs this in a process that tells what it loaded and whether it went outside. */
function seenIn(args: readonly string[], env: Record<string, string> = {}): string {
  const { stderr } = spawnSync(process.execPath, ['--import', hook, ...args], {
    encoding: 'utf8',
    cwd: here,
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return /^seen:.*$/m.exec(stderr)?.[0] ?? stderr;
}
const opensIt = [
  '--input-type=module',
  '-e',
  `const { openAssistant } = await import('./src/open.ts');
   const { readConfig } = await import('./src/config.ts');
   const opened = await openAssistant(readConfig(), { log: { info() {}, warn() {} } });
   await opened?.assistant.answer('vraag', [{ id: 'a', text: 'b' }], 'nl');`,
];
const nowhere = { OPENAI_API_KEY: 'key', OPENAI_MODEL: 'model', OPENAI_BASE_URL: 'http://127.0.0.1:20009/v1' };

describe('a language model that is not set', () => {
  it('is not loaded, and nothing goes outside', () => {
    expect(seenIn(opensIt)).toBe('seen:');
    expect(seenIn(opensIt, nowhere)).toBe('seen: sdk-loaded went-outside');
  });

  it('is not used on the command line either, unless it is asked for', () => {
    expect(seenIn(['adapters/cli/impact.mjs', 'ask', 'Wat is social return?'], nowhere)).toBe('seen:');
  });
});

describe('what is logged of a language model', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('holds no word of a question, of an answer or of an error, and no key, also where the SDK is told to log', async () => {
    vi.stubEnv('OPENAI_LOG', 'debug');
    const spoken: unknown[] = [];
    for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation((...args) => void spoken.push(...args));
    const config = readConfig({
      OPENAI_API_KEY: 'sk-kanarie-key-123456',
      OPENAI_MODEL: 'kanarie-model',
      OPENAI_BASE_URL: model.wireUrl,
      OPENAI_TIMEOUT_MS: '2000',
    });
    const { log, text, lines } = writtenLog({ secrets: config.secrets });
    const error = { message: 'kanarie zei sk-kanarie-key-123456', code: 'kanarie', param: 'kanarie', type: 'kanarie' };
    const answers = [
      { body: chat({ content: '{"text":"kanarie","cites":["kanarie"]}' }) },
      { body: chat({ content: 'kanarie' }) },
      { body: chat({ content: null, refusal: 'kanarie' }) },
      { body: chat({ content: 'kanarie' }, 'kanarie') },
      { body: ['kanarie'] },
      ...[400, 401, 404, 429, 500].map((status) => ({ status, body: { error } })),
    ];
    for (const answer of answers) {
      // Anew for each, so that none is kept from asking.
      const assistant = createOpenAiAssistant(config.openAi ?? expect.unreachable(), { log });
      model.says(() => answer);
      await assistant.answer('vraag van kanarie', [{ id: 'kanarie', text: 'stuk van kanarie' }], 'nl');
    }
    expect(lines().length).toBeGreaterThanOrEqual(answers.length - 2);
    expect(text()).not.toContain('kanarie');
    expect(JSON.stringify(spoken)).not.toContain('kanarie');
    expect(spoken).toEqual([]);
  });

  it.each<[string, string, { why: string; status?: number }]>([
    ['a wrong key', model.wireUrl, { why: 'invalid_api_key', status: 401 }],
    ['nobody at the address', 'http://127.0.0.1:20009/v1', { why: 'unreachable' }],
    ['a page in between', model.faultUrl('shows a page to sign in'), { why: 'senseless' }],
    ['an answer cut off', model.faultUrl('is cut off'), { why: 'senseless' }],
    ['a way to another address', model.faultUrl('sends on to elsewhere'), { why: 'refused-by-server', status: 307 }],
  ])('says what an administrator can act on: %s', async (_, url, told) => {
    model.says(() => ({ status: 401, body: { error: { message: 'no', code: 'invalid_api_key' } } }));
    const { assistant, written } = assistantAt(url);
    await assistant.answer('vraag', passages, 'nl');
    expect(written.lines()).toMatchObject([{ msg: 'model-failed', task: 'answer', ...told }]);
  });

  it('tells a slow model from one that is away', async () => {
    const { assistant, written } = assistantAt(model.faultUrl('hangs'), { budget: 200 });
    await assistant.read('vraag', { intents: [], categories: [], areas: [], diets: [], themes: [] });
    expect(written.lines()).toMatchObject([{ msg: 'model-failed', task: 'read', why: 'late' }]);
  });
});
